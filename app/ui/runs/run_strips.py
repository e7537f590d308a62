"""A run as a strip of the timeline: its knots and deadlines, with what is said of each."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import (
    date_label,
    happened_label,
    informing_words,
    remaining_label,
    time_label,
)
from app.model.ids import CHILD_ROLE
from app.model.library.procedure import DeadlineKind, Procedure, StepKind
from app.model.run.state import RunState, StepState, StepStatus
from app.model.times import is_over
from app.printing.timeline_places import Knot, Strip, TimelineDue
from app.ui.says.kind_texts import step_label


def strip_of(procedure: Procedure, state: RunState, now: datetime, *, named: bool = False) -> Strip:
    """Make the strip of a run; one among several is named."""
    broken = {leg.target for leg in state.legs if leg.broken}
    done = [(found, True) for found in state.past] + [(f, False) for f in state.steps.values()]
    knots = tuple(
        _knot(procedure, found, found.done_at, is_old=is_old, is_broken=found.step in broken)
        for found, is_old in done
        if found.done_at is not None and found.step in procedure.numbers
    )
    marks = (_due(procedure, found, now) for found in state.steps.values())
    return Strip(
        state.run.id,
        state.trigger,
        knots,
        tuple(mark for mark in marks if mark is not None),
        procedure.title if named else "",
        state.closed_at,
    )


def _knot(
    procedure: Procedure, found: StepState, at: datetime, *, is_old: bool, is_broken: bool
) -> Knot:
    step = procedure.step(found.step)
    is_talk = step.kind is StepKind.CONVERSATION and step.role == CHILD_ROLE
    translate = QCoreApplication.translate
    words = translate("timeline", "{}, {}")
    if is_talk:
        words = translate("timeline", "{}: barnet hørt {}")
    return Knot(
        at,
        found.step,
        str(procedure.numbers[found.step]),
        words.format(step_label(procedure, found.step), happened_label(at)),
        is_broken=is_broken and not is_old,
        is_talk=is_talk,
        is_old=is_old,
    )


def _due(procedure: Procedure, found: StepState, now: datetime) -> TimelineDue | None:
    due = found.due
    if due is None or due.deadline.earliest or found.status is StepStatus.NOT_RELEVANT:
        return None
    translate = QCoreApplication.translate
    number = procedure.numbers.get(found.step)
    step = procedure.step(found.step)
    name = translate("timeline", "Trin {}").format(number) if number else step.title
    label = step_label(procedure, found.step)
    if not due.is_binding:
        stands, color, icon = _inform(due.kind), "ink_2", "clock"
    elif found.is_done:
        kept = found.held is not False
        stands = translate("timeline", "holdt") if kept else translate("timeline", "for sent")
        color, icon = ("done", "check-circle") if kept else ("thread", "clock-alert")
    else:
        stands = remaining_label(due, now)
        late = is_over(due.at, now, timed=due.timed)
        color, icon = ("thread", "clock-alert") if late else ("ink_2", "clock")
    when = f"{date_label(due.at)} {time_label(due.at)}" if due.timed else date_label(due.at)
    tip = translate("timeline", "{}: frist {}, {}").format(label, when, stands)
    if not due.is_binding:
        tip = translate("timeline", "{}: {}").format(label, informing_words(due, now))
    shown = str(number) if number else ""
    return TimelineDue(due.at, found.step, name, stands, color, icon, due.timed, tip, shown)


def _inform(kind: DeadlineKind) -> str:
    """Say in a word or two what it is that runs out, where it is no duty of ours."""
    translate = QCoreApplication.translate
    return {
        DeadlineKind.SUGGESTED: translate("timeline", "foreslået"),
        DeadlineKind.FAMILY: translate("timeline", "familiens frist"),
        DeadlineKind.AUTHORITY: translate("timeline", "andres frist"),
        DeadlineKind.ENDS: translate("timeline", "ophører"),
    }.get(kind, "")
