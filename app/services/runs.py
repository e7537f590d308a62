"""Following a procedure in a case: each use case appends to the log and returns what is now.

When one returns, what happened is on the disk. All are refused with `no_such_run` when the run is
not there (any more), those that change it with `run_closed` when it is closed, and with
unknown_step, unknown_item or unknown_way what its procedure does not have.
"""

import secrets
import string
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, cast

import msgspec
from msgspec import Struct

from app.model.errors import Refused
from app.model.fold import fold, summarise
from app.model.procedure import Procedure
from app.model.rules import may_choose, may_finish, may_mark, may_note, may_reopen
from app.model.run import (
    AnyHappening,
    CaseRun,
    Closed,
    DateSet,
    ItemMarked,
    Mark,
    Noted,
    Reopened,
    RunEvent,
    Started,
    StepDone,
    StepReopened,
    Undone,
    WayChosen,
)
from app.model.state import RunState, RunSummary
from app.model.times import local
from app.model.undo import redoable, undoable
from app.model.version import Kind, VersionInfo
from app.services.texts import case_number_of, note_of, reason_of

if TYPE_CHECKING:
    from app.services.workplace import Workplace
    from app.store.unit_of_work import Work

_ID_LETTERS = string.ascii_lowercase
_ID_LENGTH = 16
"""Ids are letters alone, so that none ever looks like a CPR number."""

_AHEAD = timedelta(minutes=1)
"""So much the clock of a form may be ahead of ours."""

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_AT_ONCE = 100


class RunView(Struct, frozen=True):
    """A run as it stands, with the procedure version that it follows and its whole log."""

    procedure: Procedure
    version: VersionInfo
    state: RunState
    events: tuple[RunEvent, ...]

    @property
    def may_undo(self) -> bool:
        return undoable(self.events) is not None

    @property
    def may_redo(self) -> bool:
        return redoable(self.events) is not None


Decide = Callable[[RunView], AnyHappening | None]
"""Says what happens, given how the run stands; None when nothing would be different."""


# Looking


def open_run(place: "Workplace", *, run: str) -> RunView:
    """Return a run as it stands now."""
    with place.store.reading() as work:
        return _view(place, work, run)


def list_runs(
    place: "Workplace",
    *,
    closed: bool | None = None,
    owner: str | None = None,
    case_number: str | None = None,
) -> tuple[RunSummary, ...]:
    """Return the rows of the list of runs, the next deadline first, those without one last."""
    with place.store.reading() as work:
        found = work.runs.listing(closed=closed, owner=owner, case_number=case_number)
    if found.unreadable:
        _summarise_again(place, found.unreadable)
        with place.store.reading() as work:
            found = work.runs.listing(closed=closed, owner=owner, case_number=case_number)
    now = place.now()
    return tuple(_as_of(now, row) for row in found.rows)


# Beginning and ending


def start_run(
    place: "Workplace",
    *,
    procedure: str,
    case_number: str,
    trigger: datetime,
    dates: Mapping[str, datetime] | None = None,
) -> RunView:
    """Start following the published version of a procedure in a case.

    `Refused`: case_number_missing, case_number_too_long, case_number_without_digit,
    cpr_in_case_number, trigger_in_future, date_unlikely, no_such_procedure.
    """
    number = case_number_of(case_number)
    now = place.now()
    started = Started(
        _likely(trigger), {event: _likely(value) for event, value in (dates or {}).items()}
    )
    if started.trigger > now + _AHEAD:
        raise Refused("trigger_in_future")
    with place.store.writing() as work:
        stored = work.items.published_version(Kind.PROCEDURE, procedure)
        if stored is None:
            raise Refused("no_such_procedure", procedure=procedure)
        followed = cast("Procedure", stored.document)
        run = CaseRun(_new_id(), procedure, stored.info.number, number, place.actor, now)
        event = RunEvent(1, now, place.actor, started)
        view = _folded(place, run, followed, stored.info, (event,))
        work.runs.add(run, stored.key, summarise(view.state, followed))
        work.runs.append(run.id, started, at=now, actor=place.actor)
        work.commit()
    return view


def close_run(place: "Workplace", *, run: str, result: str = "") -> RunView:
    """Close a run, with a short word on how it ended. `Refused`: cpr_in_reason, reason_too_long."""
    what = Closed(reason_of(result))
    return _happen(place, run, lambda view: None if view.state.is_closed else what, ends=True)


def reopen_run(place: "Workplace", *, run: str) -> RunView:
    """Take up a closed run again."""
    return _happen(place, run, lambda view: Reopened() if view.state.is_closed else None, ends=True)


# Working


def mark_item(
    place: "Workplace", *, run: str, step: str, item: int, mark: Mark, reason: str = ""
) -> RunView:
    """Set the mark of a check item; `Mark.OPEN` takes it back.

    `Refused`: item_needs_reason (it is required, and marked not relevant), cpr_in_reason,
    reason_too_long.
    """
    kept = reason_of(reason)

    def decide(view: RunView) -> AnyHappening | None:
        _insist(may_mark(view.state, view.procedure, step, item, mark, reason=kept))
        before = view.state.steps[step].items[item]
        same = (before.mark, before.reason) == (mark, kept)
        return None if same else ItemMarked(step, item, mark, kept)

    return _happen(place, run, decide)


def choose_way(place: "Workplace", *, run: str, step: str, way: int) -> RunView:
    """Let a decision take one of its ways; it can be chosen again."""

    def decide(view: RunView) -> AnyHappening | None:
        _insist(may_choose(view.state, view.procedure, step, way))
        return None if view.state.steps[step].way == way else WayChosen(step, way)

    return _happen(place, run, decide)


def finish_step(place: "Workplace", *, run: str, step: str, reason: str = "") -> RunView:
    """Mark a step done; one that is done stays so.

    `Refused`: gate_needs_reason (steps it needs are not done), way_not_chosen, cpr_in_reason,
    reason_too_long.
    """
    kept = reason_of(reason)

    def decide(view: RunView) -> AnyHappening | None:
        if step in view.state.steps and view.state.steps[step].is_done:
            return None
        _insist(may_finish(view.state, view.procedure, step, reason=kept))
        return StepDone(step, kept)

    return _happen(place, run, decide)


def reopen_step(place: "Workplace", *, run: str, step: str) -> RunView:
    """Open a done step again; one that is open stays so. `Refused`: end_reached (it follows from
    what was done before).
    """

    def decide(view: RunView) -> AnyHappening | None:
        if step in view.state.steps and not view.state.steps[step].is_done:
            return None
        _insist(may_reopen(view.state, view.procedure, step))
        return StepReopened(step)

    return _happen(place, run, decide)


def write_note(place: "Workplace", *, run: str, step: str, text: str) -> RunView:
    """Write the note of a step in the place of the one before. `Refused`: cpr_in_note,
    note_too_long.
    """
    note = note_of(text)

    def decide(view: RunView) -> AnyHappening | None:
        _insist(may_note(view.state, view.procedure, step))
        return None if view.state.steps[step].note == note else Noted(step, note)

    return _happen(place, run, decide)


def set_date(place: "Workplace", *, run: str, event: str, value: datetime | None) -> RunView:
    """Say when an event happened, or with None that it is not known. `Refused`: date_unlikely."""
    moment = None if value is None else _likely(value)

    def decide(view: RunView) -> AnyHappening | None:
        return None if view.state.dates.get(event) == moment else DateSet(event, moment)

    return _happen(place, run, decide)


def undo(place: "Workplace", *, run: str) -> RunView:
    """Take back what happened last. `Refused`: nothing_to_undo."""

    def decide(view: RunView) -> AnyHappening | None:
        sequence = undoable(view.events)
        if sequence is None:
            raise Refused("nothing_to_undo")
        return Undone(sequence)

    return _happen(place, run, decide, ends=True)


def redo(place: "Workplace", *, run: str) -> RunView:
    """Bring back what was taken back last. `Refused`: nothing_to_redo."""

    def decide(view: RunView) -> AnyHappening | None:
        sequence = redoable(view.events)
        if sequence is None:
            raise Refused("nothing_to_redo")
        return Undone(sequence)

    return _happen(place, run, decide, ends=True)


def count_again(place: "Workplace") -> None:
    """Make the rows of all open runs anew, after what days count was changed."""
    with place.store.reading() as work:
        runs = work.runs.ids(closed=False)
    _summarise_again(place, runs)


# What they have in common


def _happen(place: "Workplace", run: str, decide: Decide, *, ends: bool = False) -> RunView:
    """Append what is decided, given how the run stands, with nobody writing in between.

    `ends` tells that it may happen to a closed run.
    """
    with place.store.writing() as work:
        before = _view(place, work, run)
        if before.state.is_closed and not ends:
            raise Refused("run_closed")
        what = decide(before)
        if what is None:
            return before
        event = work.runs.append(run, what, at=place.now(), actor=place.actor)
        events = (*before.events, event)
        after = _folded(place, before.state.run, before.procedure, before.version, events)
        work.runs.keep_summary(summarise(after.state, after.procedure))
        work.commit()
    return after


def _view(place: "Workplace", work: "Work", run_id: str) -> RunView:
    found = work.runs.get(run_id)
    if found is None:
        raise Refused("no_such_run", run=run_id)
    info = work.items.info(found.version_key)
    procedure = _procedure(place, work, found.version_key)
    if info is None or procedure is None:
        raise LookupError(found)
    return _folded(place, found.run, procedure, info, work.runs.events(run_id))


def _procedure(place: "Workplace", work: "Work", key: int) -> Procedure | None:
    """Return the procedure that a run follows; versions never change, so it is read once."""
    known = place.procedures.get(key)
    if known is None:
        stored = work.items.by_key(key)
        known = cast("Procedure", stored.document) if stored else None
        if known is not None:
            place.procedures[key] = known
    return known


def _folded(
    place: "Workplace",
    run: CaseRun,
    procedure: Procedure,
    version: VersionInfo,
    events: tuple[RunEvent, ...],
) -> RunView:
    state = fold(run, procedure, events, now=place.now(), calendar=place.calendar)
    return RunView(procedure, version, state, events)


def _summarise_again(place: "Workplace", runs: tuple[str, ...]) -> None:
    """Make rows anew, some at a time, so that no other window waits long."""
    for start in range(0, len(runs), _AT_ONCE):
        with place.store.writing() as work:
            for run_id in runs[start : start + _AT_ONCE]:
                view = _view(place, work, run_id)
                work.runs.keep_summary(summarise(view.state, view.procedure))
            work.commit()


def _as_of(now: datetime, row: RunSummary) -> RunSummary:
    """Let a row say that it is late when its next deadline ran out after it was written."""
    if row.late or row.next_due is None or not _is_over(row.next_due, now, row.next_due_timed):
        return row
    return msgspec.structs.replace(row, late=1)


def _is_over(at: datetime, now: datetime, timed: bool) -> bool:
    return at < now if timed else local(at).date() < local(now).date()


def _insist(refusal: Refused | None) -> None:
    if refusal is not None:
        raise refusal


def _likely(moment: datetime) -> datetime:
    """Return a moment with its zone, if its year can be meant."""
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise Refused("date_unlikely", year=str(moment.year))
    return local(moment)


def _new_id() -> str:
    return "".join(secrets.choice(_ID_LETTERS) for _ in range(_ID_LENGTH))
