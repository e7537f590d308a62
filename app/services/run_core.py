"""What all use cases of runs have in common: read a run, append to its log, keep its row.

A run is read and appended to in one transaction that nobody else writes in, so that what is
decided fits what is there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from msgspec import Struct, structs

from app.model.clock_standing import time_of_next
from app.model.errors import Refused, Trouble
from app.model.library.procedure import Procedure
from app.model.library.stored_version import Kind, VersionInfo
from app.model.run.fold import fold, summarise
from app.model.run.local_steps import additions, with_local
from app.model.run.rules import may_happen_now
from app.model.run.run import AnyHappening, CaseRun, RunEvent
from app.model.run.run_moving import version_followed
from app.model.run.state import RunState
from app.model.run.undo import redoable, undoable
from app.services.workplace import Workplace

if TYPE_CHECKING:
    from app.store.unit_of_work import Work

_AT_ONCE = 100


class RunView(Struct, frozen=True):
    """A run as it stands, with its whole log.

    `followed` is the procedure version it follows, `procedure` the same with the steps that were
    added to this run alone.
    """

    procedure: Procedure
    version: VersionInfo
    state: RunState
    events: tuple[RunEvent, ...]
    followed: Procedure

    @property
    def may_undo(self) -> bool:
        return undoable(self.events) is not None

    @property
    def may_redo(self) -> bool:
        return redoable(self.events) is not None


Decide = Callable[[RunView], AnyHappening | None]
"""Says what happens, given how the run stands; None when nothing would be different."""


def happen(workplace: Workplace, run: str, decide: Decide, *, ends: bool = False) -> RunView:
    """Append what is decided, given how the run stands, with nobody writing in between.

    `ends` tells that it may happen to a closed run. `Refused`: clock_before_start.
    """
    with workplace.store.writing() as work:
        before = view_of(workplace, work, run)
        if before.state.is_closed and not ends:
            raise Refused("run_closed")
        what = decide(before)
        if what is None:
            return before
        insist(may_happen_now(before.state, what, workplace.now()))
        after = appended(workplace, work, before, what)
        work.commit()
    return after


def appended(workplace: Workplace, work: Work, before: RunView, what: AnyHappening) -> RunView:
    """Append to the log, and keep the row that lists show. Nothing counts before `commit`."""
    run = before.state.run
    at = time_of_next(workplace.now(), before.events[-1].at)
    event = work.runs.append(run.id, what, at=at, actor=workplace.actor)
    events = (*before.events, event)
    procedure, version = _followed(workplace, work, before, events)
    run = structs.replace(run, version=version.number)
    after = folded(workplace, run, procedure, version, events)
    work.runs.keep_summary(summarise(after.state, after.procedure))
    return after


def view_of(workplace: Workplace, work: Work, run_id: str) -> RunView:
    """Read a run in a transaction."""
    found = work.runs.get(run_id)
    if found is None:
        raise Refused("no_such_run", run=run_id)
    info = work.items.info(found.version_key)
    procedure = _procedure(workplace, work, found.version_key)
    if info is None or procedure is None:
        raise LookupError(found)
    events = work.runs.events(run_id, workplace.log_of(run_id))
    workplace.remember_log(run_id, events)
    return folded(workplace, found.run, procedure, info, events)


def _followed(
    workplace: Workplace, work: Work, before: RunView, events: Sequence[RunEvent]
) -> tuple[Procedure, VersionInfo]:
    """Return the version that holds after something happened: a move, or undoing one."""
    run = before.state.run
    number = version_followed(events, run.version)
    if number == run.version:
        return before.followed, before.version
    stored = work.items.version(Kind.PROCEDURE, run.procedure, number)
    if stored is None:
        raise Refused("no_such_version", procedure=run.procedure, version=str(number))
    work.runs.follow(run.id, stored.key, number)
    procedure = workplace.procedures.setdefault(stored.key, cast("Procedure", stored.document))
    return procedure, stored.info


def _procedure(workplace: Workplace, work: Work, key: int) -> Procedure | None:
    """Return the procedure that a run follows; versions never change, so it is read once."""
    known = workplace.procedures.get(key)
    if known is None:
        stored = work.items.by_key(key)
        known = cast("Procedure", stored.document) if stored else None
        if known is not None:
            workplace.procedures[key] = known
    return known


def folded(
    workplace: Workplace,
    run: CaseRun,
    procedure: Procedure,
    version: VersionInfo,
    events: tuple[RunEvent, ...],
) -> RunView:
    """Fold a log into what is shown of it now."""
    whole = _with_local_steps(workplace, procedure, version, events)
    state = fold(run, whole, events, now=workplace.now(), calendar=workplace.calendar)
    return RunView(whole, version, state, events, procedure)


def _with_local_steps(
    workplace: Workplace, procedure: Procedure, version: VersionInfo, events: Sequence[RunEvent]
) -> Procedure:
    """Add the run's own steps; the same ones give the same procedure, so that it is drawn once."""
    added = additions(events)
    if not added:
        return procedure
    key = (version.slug, version.number, added)
    known = workplace.local_procedures.get(key)
    if known is None:
        known = workplace.local_procedures[key] = with_local(procedure, added)
    return known


def count_again(workplace: Workplace) -> None:
    """Make the rows of all open runs anew, after what days count was changed."""
    with workplace.store.reading() as work:
        runs = work.runs.ids(closed=False)
    summarise_again(workplace, runs)


def summarise_again(workplace: Workplace, runs: tuple[str, ...]) -> None:
    """Make rows anew, some at a time, so that no other window waits long."""
    for start in range(0, len(runs), _AT_ONCE):
        with workplace.store.writing() as work:
            for run_id in runs[start : start + _AT_ONCE]:
                _summarise(workplace, work, run_id)
            work.commit()


def _summarise(workplace: Workplace, work: Work, run_id: str) -> None:
    """Make a row anew; that of a run in which a newer program has written stays as it is."""
    view = readable_view(workplace, work, run_id)
    if view is not None:
        work.runs.keep_summary(summarise(view.state, view.procedure))


def readable_view(workplace: Workplace, work: Work, run_id: str) -> RunView | None:
    """Read a run in a transaction; None where a newer program has written in it."""
    try:
        return view_of(workplace, work, run_id)
    except Trouble as trouble:
        if trouble.code != "newer_document":
            raise
        return None


def insist(refusal: Refused | None) -> None:
    """Raise a refusal of the rules."""
    if refusal is not None:
        raise refusal
