"""Following a procedure in a case: each use case appends to the log and returns what is now.

When one returns, what happened is on the disk. All are refused with `no_such_run` when the run is
not there (any more), those that change it with `run_closed` when it is closed, and with
unknown_step, unknown_item or unknown_way what its procedure does not have.
"""

from __future__ import annotations

import secrets
import string
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, cast

from msgspec import structs

from app.model.errors import Refused
from app.model.ids import TRIGGER
from app.model.library.procedure import Procedure
from app.model.library.stored_version import Kind
from app.model.run.carrying import events_of
from app.model.run.fold import summarise
from app.model.run.hearing import Heard, Hearing, NotHeard
from app.model.run.local_steps import is_local, may_add, new_id
from app.model.run.rules import (
    may_be_done_at,
    may_begin_at,
    may_choose,
    may_close,
    may_finish,
    may_mark,
    may_mark_late,
    may_note,
    may_reopen,
)
from app.model.run.run import (
    AnyHappening,
    CaseNumberCorrected,
    CaseRun,
    Closed,
    DateSet,
    HandedOver,
    ItemMarked,
    LateMarked,
    Mark,
    Noted,
    Paused,
    Reopened,
    Resumed,
    RunEvent,
    Started,
    StepAdded,
    StepDone,
    StepDropped,
    StepReopened,
    Undone,
    WayChosen,
)
from app.model.run.shared_notes import merged
from app.model.run.undo import redoable, undoable
from app.model.times import day_of, local
from app.services.kept_texts import case_number_of, note_of, reason_of
from app.services.run_core import (
    RunView,
    folded,
    happen,
    insist,
    view_of,
)
from app.services.run_lists import list_runs
from app.services.workplace import Workplace

if TYPE_CHECKING:
    from app.store.item_rows import Stored
    from app.store.unit_of_work import Work

__all__ = ["RunView", "list_runs"]

_ID_LETTERS = string.ascii_lowercase
_ID_LENGTH = 16
"""Ids are letters alone, so that none ever looks like a CPR number."""

_AHEAD = timedelta(minutes=1)
"""So much the clock of a form may be ahead of ours."""

_FIRST_YEAR, _LAST_YEAR = 1990, 2100


# Looking


def open_run(workplace: Workplace, *, run: str) -> RunView:
    """Return a run as it stands now."""
    with workplace.store.reading() as work:
        return view_of(workplace, work, run)


# Beginning and ending


def start_run(
    workplace: Workplace,
    *,
    procedure: str,
    case_number: str,
    trigger: datetime,
    dates: Mapping[str, datetime] | None = None,
    follows: str = "",
    trial: int | None = None,
) -> RunView:
    """Start following the published version of a procedure in a case, or one that is on trial.

    `follows` is the run of the same case that leads to it, if any.

    `Refused`: case_number_missing, case_number_too_long, case_number_without_digit,
    cpr_in_case_number, trigger_in_future, date_unlikely, no_such_procedure, no_such_trial.
    """
    number = case_number_of(case_number)
    now = workplace.now()
    known = {event: _likely(value) for event, value in (dates or {}).items()}
    started = Started(_likely(trigger), known, follows)
    if started.trigger > now + _AHEAD:
        raise Refused("trigger_in_future")
    with workplace.store.writing() as work:
        stored = _to_follow(workplace, work, procedure, trial)
        followed = workplace.procedures.setdefault(stored.key, cast("Procedure", stored.document))
        run = CaseRun(_new_id(), procedure, stored.info.number, number, workplace.actor, now)
        event = RunEvent(1, now, workplace.actor, started)
        view = folded(workplace, run, followed, stored.info, (event,))
        work.runs.add(run, stored.key, summarise(view.state, followed))
        work.runs.append(run.id, started, at=now, actor=workplace.actor)
        work.commit()
    return view


def _to_follow(workplace: Workplace, work: Work, procedure: str, trial: int | None) -> Stored:
    """Return the version that a new run follows."""
    if trial is not None:
        today = day_of(workplace.now())
        running = [one for one in work.trials.running(today) if one.kind is Kind.PROCEDURE]
        if not any((one.slug, one.number) == (procedure, trial) for one in running):
            raise Refused("no_such_trial")
        stored = work.items.version(Kind.PROCEDURE, procedure, trial)
    else:
        stored = work.items.published_version(Kind.PROCEDURE, procedure)
    if stored is None:
        raise Refused("no_such_procedure", procedure=procedure)
    return stored


def close_run(
    workplace: Workplace, *, run: str, result: str = "", hearing: Hearing | None = None
) -> RunView:
    """Close a run, with a short word on how it ended.

    `Refused`: hearing_missing_at_close (nothing in it tells whether the child was heard),
    hearing_needs_words, hearing_needs_role, heard_in_future, date_unlikely, cpr_in_reason,
    reason_too_long.
    """
    what = Closed(reason_of(result), _said(workplace, hearing))

    def decide(view: RunView) -> AnyHappening | None:
        if view.state.is_closed:
            return None
        insist(may_close(view.state, view.procedure, hearing=what.hearing))
        return what

    return happen(workplace, run, decide, ends=True)


def reopen_run(workplace: Workplace, *, run: str) -> RunView:
    """Take up a closed run again."""
    return happen(
        workplace, run, lambda view: Reopened() if view.state.is_closed else None, ends=True
    )


def hand_over(workplace: Workplace, *, run: str, to: str) -> RunView:
    """Give a run to another user. `Refused`: colleague_missing, cpr_in_reason, reason_too_long."""
    name = reason_of(to)
    if not name:
        raise Refused("colleague_missing")
    return happen(
        workplace, run, lambda view: None if view.state.run.owner == name else HandedOver(name)
    )


def correct_case_number(workplace: Workplace, *, run: str, case_number: str) -> RunView:
    """Let the case be known under another number than the one that was written.

    `Refused`: case_number_missing, case_number_too_long, case_number_without_digit,
    cpr_in_case_number.
    """
    number = case_number_of(case_number)

    def decide(view: RunView) -> AnyHappening | None:
        before = view.state.run.case_number
        return None if before == number else CaseNumberCorrected(number, before)

    return happen(workplace, run, decide)


def take_back(workplace: Workplace, *, run: str) -> RunView:
    """Have a run again that was handed over; the log tells that too."""
    return happen(
        workplace,
        run,
        lambda view: (
            None if view.state.run.owner == workplace.actor else HandedOver(workplace.actor)
        ),
    )


def pause_run(workplace: Workplace, *, run: str, reason: str, until: date | None = None) -> RunView:
    """Let a run wait for somebody else; its deadlines run on.

    `Refused`: pause_needs_reason, cpr_in_reason, reason_too_long.
    """
    kept = reason_of(reason)
    if not kept:
        raise Refused("pause_needs_reason")
    return happen(workplace, run, lambda _: Paused(kept, until))


def resume_run(workplace: Workplace, *, run: str) -> RunView:
    """Go on with a run that waits."""
    return happen(workplace, run, lambda view: Resumed() if view.state.pause else None)


def add_step(workplace: Workplace, *, run: str, title: str, after: str) -> RunView:
    """Add a step to this run alone, after another one and beside what follows it.

    `Refused`: local_step_needs_title, no_step_after_this (it is a decision or an end),
    cpr_in_reason, reason_too_long.
    """
    kept = reason_of(title)

    def decide(view: RunView) -> AnyHappening:
        insist(may_add(view.procedure, kept, after))
        return StepAdded(new_id(view.events), kept, after)

    return happen(workplace, run, decide)


def drop_step(workplace: Workplace, *, run: str, step: str) -> RunView:
    """Take out a step that was added to this run. `Refused`: unknown_step."""

    def decide(view: RunView) -> AnyHappening:
        if not is_local(step) or step not in view.procedure.by_id:
            raise Refused("unknown_step", step=step)
        return StepDropped(step)

    return happen(workplace, run, decide)


# Working


def mark_item(
    workplace: Workplace, *, run: str, step: str, item: int, mark: Mark, reason: str = ""
) -> RunView:
    """Set the mark of a check item; `Mark.OPEN` takes it back.

    `Refused`: item_needs_reason (it is required, and marked not relevant), verify_not_done,
    verify_own_work, cpr_in_reason, reason_too_long.
    """
    kept = reason_of(reason)

    def decide(view: RunView) -> AnyHappening | None:
        state, flow = view.state, view.procedure
        insist(may_mark(state, flow, step, item, mark, actor=workplace.actor, reason=kept))
        before = state.steps[step].items[item]
        same = (before.mark, before.reason) == (mark, kept)
        return None if same else ItemMarked(step, item, mark, kept)

    return happen(workplace, run, decide)


def mark_late(
    workplace: Workplace, *, run: str, step: str, mark: Mark, reason: str = ""
) -> RunView:
    """Set the mark of what is to be done now that a step's deadline has run out.

    `Refused`: deadline_not_over, item_needs_reason (the law asks for it, and it is marked not
    relevant), verify_not_done, verify_own_work, cpr_in_reason, reason_too_long.
    """
    kept = reason_of(reason)

    def decide(view: RunView) -> AnyHappening | None:
        state, flow = view.state, view.procedure
        insist(may_mark_late(state, flow, step, mark, actor=workplace.actor, reason=kept))
        before = state.steps[step].late
        same = (before.mark, before.reason) == (mark, kept)
        return None if same else LateMarked(step, mark, kept)

    return happen(workplace, run, decide)


def choose_way(workplace: Workplace, *, run: str, step: str, way: int) -> RunView:
    """Let a decision take one of its ways; it can be chosen again."""

    def decide(view: RunView) -> AnyHappening | None:
        insist(may_choose(view.state, view.procedure, step, way))
        return None if view.state.steps[step].way == way else WayChosen(step, way)

    return happen(workplace, run, decide)


def finish_step(
    workplace: Workplace,
    *,
    run: str,
    step: str,
    reason: str = "",
    hearing: Hearing | None = None,
) -> RunView:
    """Mark a step done; one that is done stays so.

    `hearing` says whether the child was heard, where the step asks for it.

    `Refused`: gate_needs_reason (steps it needs are not done), way_not_chosen, hearing_missing,
    hearing_needs_words, hearing_needs_role, heard_in_future, date_unlikely, cpr_in_reason,
    reason_too_long.
    """
    kept, said = reason_of(reason), _said(workplace, hearing)

    def decide(view: RunView) -> AnyHappening | None:
        if step in view.state.steps and view.state.steps[step].is_done:
            return None
        insist(may_finish(view.state, view.procedure, step, reason=kept, hearing=said))
        asked = step in view.state.steps and view.state.steps[step].asks_for_child
        return StepDone(step, kept, hearing=said if asked else None)

    return happen(workplace, run, decide)


def set_done_time(workplace: Workplace, *, run: str, step: str, when: datetime) -> RunView:
    """Correct when a step was done. `Refused`: step_not_done, end_reached, done_in_future,
    done_before_start, date_unlikely.
    """
    moment = _likely(when)
    if moment > workplace.now() + _AHEAD:
        raise Refused("done_in_future")

    def decide(view: RunView) -> AnyHappening | None:
        insist(may_reopen(view.state, view.procedure, step))
        found = view.state.steps[step]
        if found.done_at == moment:
            return None
        insist(may_be_done_at(view.state, view.procedure, step, moment))
        return StepDone(step, found.reason, moment, found.hearing)

    return happen(workplace, run, decide)


def reopen_step(workplace: Workplace, *, run: str, step: str) -> RunView:
    """Open a done step again; one that is open stays so. `Refused`: end_reached (it follows from
    what was done before).
    """

    def decide(view: RunView) -> AnyHappening | None:
        if step in view.state.steps and not view.state.steps[step].is_done:
            return None
        insist(may_reopen(view.state, view.procedure, step))
        return StepReopened(step)

    return happen(workplace, run, decide)


def write_note(
    workplace: Workplace, *, run: str, step: str, text: str, base: str | None = None
) -> RunView:
    """Write the note of a step in the place of the one before.

    With `base`, the note that the text began with, what another window has written since is kept
    beside it. `Refused`: cpr_in_note, note_too_long.
    """
    note = note_of(text)

    def decide(view: RunView) -> AnyHappening | None:
        insist(may_note(view.state, view.procedure, step))
        stored = view.state.steps[step].note
        whole = note if base is None else note_of(merged(base, note, stored))
        return None if stored == whole else Noted(step, whole)

    return happen(workplace, run, decide)


def set_date(workplace: Workplace, *, run: str, event: str, value: datetime | None) -> RunView:
    """Say when an event happened, or with None that it is not known.

    `Refused`: date_unlikely; unknown_event, where its procedure neither counts from it nor asks
    for it; trigger_in_future and start_after_done where it is what the run began with.
    """
    moment = None if value is None else _likely(value)

    def decide(view: RunView) -> AnyHappening | None:
        if event not in {TRIGGER, *events_of(view.procedure), *view.state.dates}:
            raise Refused("unknown_event", event=event)
        is_trigger = event in (TRIGGER, view.procedure.trigger_event)
        known = view.state.trigger if event == TRIGGER else view.state.dates.get(event)
        if known == moment:
            return None
        if is_trigger and moment is not None:
            if moment > workplace.now() + _AHEAD:
                raise Refused("trigger_in_future")
            insist(may_begin_at(view.state, view.procedure, moment))
        return DateSet(event, moment)

    return happen(workplace, run, decide)


def undo(workplace: Workplace, *, run: str) -> RunView:
    """Take back what happened last. `Refused`: nothing_to_undo."""

    def decide(view: RunView) -> AnyHappening | None:
        sequence = undoable(view.events)
        if sequence is None:
            raise Refused("nothing_to_undo")
        return Undone(sequence)

    return happen(workplace, run, decide, ends=True)


def redo(workplace: Workplace, *, run: str) -> RunView:
    """Bring back what was taken back last. `Refused`: nothing_to_redo."""

    def decide(view: RunView) -> AnyHappening | None:
        sequence = redoable(view.events)
        if sequence is None:
            raise Refused("nothing_to_redo")
        return Undone(sequence)

    return happen(workplace, run, decide, ends=True)


def _said(workplace: Workplace, hearing: Hearing | None) -> Hearing | None:
    """Return what is said of the child as it is kept. `Refused`: heard_in_future, date_unlikely,
    cpr_in_reason, reason_too_long.
    """
    match hearing:
        case Heard():
            moment = _likely(hearing.when)
            if moment > workplace.now() + _AHEAD:
                raise Refused("heard_in_future")
            return structs.replace(hearing, when=moment)
        case NotHeard():
            return structs.replace(hearing, words=reason_of(hearing.words))
    return None


def _likely(moment: datetime) -> datetime:
    """Return a moment with its zone, if its year can be meant."""
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise Refused("date_unlikely", year=str(moment.year))
    return local(moment)


def _new_id() -> str:
    return "".join(secrets.choice(_ID_LETTERS) for _ in range(_ID_LENGTH))
