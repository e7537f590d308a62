"""Moving runs to the newest version of their procedure: what is new, and the move itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, cast

from msgspec import Struct

from app.model.library.procedure import Procedure
from app.model.library.stored_version import Kind, VersionInfo
from app.model.run.move_plan import MovePlan, move_of, plan_move
from app.services.run_core import RunView, appended, readable_view, view_of
from app.services.workplace import Workplace

if TYPE_CHECKING:
    from app.store.unit_of_work import Work


class Newer(Struct, frozen=True):
    """A newer version than the one a run follows, and what moving to it would mean."""

    version: VersionInfo
    plan: MovePlan


class Behind(Struct, frozen=True):
    """So many open runs follow an older version of a procedure than `newest`."""

    procedure: str
    title: str
    newest: int
    runs: int


class MoveReport(Struct, frozen=True):
    """What came of moving many. `asked` have ticks that someone must decide on one by one."""

    moved: tuple[str, ...]
    asked: tuple[str, ...]


def newer_version(workplace: Workplace, *, run: str) -> Newer | None:
    """Tell of the newest version and what it changes for a run; None when the run follows it."""
    with workplace.store.reading() as work:
        return _newer(work, view_of(workplace, work, run))


def move_run(workplace: Workplace, *, run: str, kept: Collection[tuple[str, int]] = ()) -> RunView:
    """Move a run to the newest version; it can be undone.

    Ticks of unchanged items are kept; those of rewritten ones only where `kept` names them, by
    step and place. `Refused`: run_closed.
    """
    with workplace.store.writing() as work:
        before = view_of(workplace, work, run)
        newer = _newer(work, before)
        if newer is None or before.state.is_closed:
            return before
        after = appended(workplace, work, before, move_of(newer.plan, kept))
        work.commit()
    return after


def runs_behind(workplace: Workplace) -> tuple[Behind, ...]:
    """Tell which procedures have open runs on older versions, and how many."""
    with workplace.store.reading() as work:
        return tuple(_behind(work))


def move_all(workplace: Workplace, *, procedure: str) -> MoveReport:
    """Move every open run of a procedure that loses no tick and needs no answer by it."""
    moved: list[str] = []
    asked: list[str] = []
    with workplace.store.reading() as work:
        newest = work.items.published_version(Kind.PROCEDURE, procedure)
        found = work.runs.following(procedure, before=newest.info.number) if newest else ()
    for run in found:
        with workplace.store.writing() as work:
            before = readable_view(workplace, work, run)
            newer = _newer(work, before) if before is not None else None
            if before is None or newer is None or before.state.is_closed:
                continue
            if newer.plan.questions or newer.plan.lost or newer.plan.reopened:
                asked.append(run)
                continue
            appended(workplace, work, before, move_of(newer.plan))
            work.commit()
            moved.append(run)
    return MoveReport(tuple(moved), tuple(asked))


def _newer(work: Work, view: RunView) -> Newer | None:
    run = view.state.run
    stored = work.items.counts_and_is_readable(Kind.PROCEDURE, run.procedure)
    if stored is None or stored.info.number <= run.version:
        return None
    new = cast("Procedure", stored.document)
    plan = plan_move(view.followed, new, view.state, stored.info.number)
    return Newer(stored.info, plan)


def _behind(work: Work) -> Iterator[Behind]:
    counts: dict[str, int] = {}
    newest: dict[str, tuple[str, int]] = {}
    for (slug, number), count in work.runs.versions_followed().items():
        if slug not in newest:
            stored = work.items.counts_and_is_readable(Kind.PROCEDURE, slug)
            known = cast("Procedure", stored.document).title if stored else slug
            newest[slug] = (known, stored.info.number if stored else 0)
        if number < newest[slug][1]:
            counts[slug] = counts.get(slug, 0) + count
    for slug, count in counts.items():
        title, number = newest[slug]
        yield Behind(slug, title, number, count)
