"""Can each deadline be counted, and each gate be met?"""

from app.model.checks.finding_collecting import Collector
from app.model.checks.text_checks import check_item_length, check_line
from app.model.deadlines.deadline_counting import whole_parts
from app.model.ids import TRIGGER, date_event
from app.model.library.graph import graph_of, reachable
from app.model.library.procedure import (
    Deadline,
    DeadlineKind,
    LastDay,
    Procedure,
    Step,
    Unit,
    Whose,
)

_ASKS = (DeadlineKind.DUTY, DeadlineKind.ENDS)
"""Deadlines that something may be asked for when they have run out."""


def check_deadlines(found: Collector, procedure: Procedure) -> None:
    """Check form, source and ground of every deadline."""
    asked = {event for step in procedure.steps for event in step.asks}
    for step in procedure.steps:
        if step.deadline is None:
            continue
        at = ("steps", step.id, "deadline")
        _check_form(found, step, step.deadline, *at)
        if not step.deadline.several:
            _check_simple(found, procedure, step, step.deadline, asked, *at)
        field = "one_of" if step.deadline.one_of else "first_of"
        for index, part in enumerate(step.deadline.several):
            if part.several:
                found.error("deadline_nested", *at, field, index, step=step.title)
            else:
                _check_form(found, step, part, *at, field, index)
                _check_simple(found, procedure, step, part, asked, *at, field, index)
        if any(part.late and part.kind not in _ASKS for part in whole_parts(step.deadline)):
            found.warn("late_without_effect", *at, "late", step=step.title)
        if not _has_ground(step.deadline):
            found.warn("deadline_without_ground", *at, step=step.title)


def check_gates(found: Collector, procedure: Procedure) -> None:
    """Check that gates wait for steps that exist and come before."""
    after = graph_of(procedure).after
    for step in procedure.steps:
        if step.gate is None:
            continue
        at = ("steps", step.id, "gate")
        found.law(step.gate.law, *at, "law")
        if not step.gate.needs:
            found.warn("gate_empty", *at, step=step.title)
        for index, needed in enumerate(step.gate.needs):
            other = procedure.by_id.get(needed)
            if other is None:
                found.error("unknown_step", *at, "needs", index, step=needed)
            elif needed == step.id or needed in after[step.id]:
                params = {"step": step.title, "needed": other.title}
                found.error("gate_needs_later", *at, "needs", index, **params)


def _check_form(found: Collector, step: Step, deadline: Deadline, *at: str | int) -> None:
    counted = [bool(deadline.after), bool(deadline.before)]
    simple = deadline.within is not None and sum(counted) == 1 and not deadline.several
    is_one = bool(deadline.first_of) != bool(deadline.one_of)
    several = is_one and deadline.within is None and not any(counted)
    if not simple and not several:
        found.error("deadline_form", *at, step=step.title)
    found.law(deadline.law, *at, "law")
    check_item_length(found, deadline.late, *at, "late")
    check_line(found, deadline.reason, *at, "reason")
    if deadline.unless and deadline.unless not in found.library.catalogue.event_by_id:
        found.error("unknown_event", *at, "unless", event=deadline.unless)


def _check_simple(
    found: Collector,
    procedure: Procedure,
    step: Step,
    deadline: Deadline,
    asked: set[str],
    *at: str | int,
) -> None:
    for key, ref in (("after", deadline.after), ("before", deadline.before)):
        if ref and ref != TRIGGER:
            _check_source(found, procedure, step, ref, asked, *at, key)
    duration = deadline.duration
    is_timed = duration is not None and duration.unit is Unit.HOURS
    whole = step.deadline or deadline
    is_ours = whole.whose is Whose.OURS and deadline.whose is Whose.OURS
    if deadline.last_day is LastDay.ROLLS and (is_timed or deadline.before or is_ours):
        found.warn("rolls_without_effect", *at, "last_day", step=step.title)


def _check_source(
    found: Collector, procedure: Procedure, step: Step, ref: str, asked: set[str], *at: str | int
) -> None:
    """Check what a deadline counts from: a date that is asked for, or a step that has been."""
    event = date_event(ref)
    if event is not None:
        if event not in found.library.catalogue.event_by_id:
            found.error("unknown_event", *at, event=event)
        elif event not in asked and event != procedure.trigger_event:
            found.warn("date_not_asked", *at, step=step.title, event=event)
        return
    source = procedure.by_id.get(ref)
    if source is None:
        found.error("unknown_step", *at, step=ref)
    elif at[-1] == "before":
        found.warn("deadline_before_step", *at, step=step.title, source=source.title)
    elif _never_before(procedure, ref, step.id):
        found.error("deadline_after_later", *at, step=step.title, source=source.title)


def _never_before(procedure: Procedure, source: str, step: str) -> bool:
    """Tell whether a step comes first whenever both are done: no round leads from source to it."""
    graph = graph_of(procedure)
    if source != step and source not in graph.after[step]:
        return False
    return all(step not in reachable(procedure, way.target) for way in graph.out[source])


def _has_ground(deadline: Deadline) -> bool:
    """Tell whether a law or a reason stands behind a deadline, or behind all its parts."""
    if deadline.law or deadline.reason.strip():
        return True
    return bool(deadline.several) and all(_has_ground(part) for part in deadline.several)
