"""Lists of runs. What they show was written beside each log when it changed; nothing is folded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import structs

from app.model.run.case_numbers import may_be_number
from app.model.run.due_week import DueList, DueThing, count_due, first_due
from app.model.run.run_listing import ListAsked, ListStretch, RunCounts
from app.model.run.state import RunSummary
from app.model.times import is_over
from app.services.run_core import summarise_again
from app.services.workplace import Workplace

if TYPE_CHECKING:
    from app.store.run_rows import RowListing


def list_runs(
    workplace: Workplace,
    *,
    closed: bool | None = None,
    owner: str | None = None,
    case_number: str | None = None,
) -> tuple[RunSummary, ...]:
    """Return all rows of the list of runs, the next deadline first, those without one last."""

    def ask() -> RowListing:
        with workplace.store.reading() as work:
            return work.runs.listing(closed=closed, owner=owner, case_number=case_number)

    return _rows(workplace, ask).rows


def page_of_runs(workplace: Workplace, *, asked: ListAsked) -> ListStretch:
    """Return the stretch of the list that was asked for; only what it shows is read."""
    _bring_up_to_date(workplace)

    def ask() -> RowListing:
        with workplace.store.reading() as work:
            return work.lists.page(asked)

    found = _rows(workplace, ask)
    return ListStretch(found.rows, found.total, asked.offset)


def count_runs(workplace: Workplace, *, asked: ListAsked) -> RunCounts:
    """Count how many runs each filter shows."""
    _bring_up_to_date(workplace)
    with workplace.store.reading() as work:
        return work.lists.counts(asked)


def has_open_runs(workplace: Workplace) -> bool:
    """Tell whether the user has any open run."""
    with workplace.store.reading() as work:
        return work.lists.has_open(workplace.actor)


def due_list(workplace: Workplace, *, asked: ListAsked, most: int) -> DueList:
    """Return what comes first of what is due this week, and how many deadlines there are of it."""
    _bring_up_to_date(workplace)
    with workplace.store.reading() as work:
        found = work.lists.due(asked)
    if found.unreadable:
        summarise_again(workplace, found.unreadable)
    with workplace.store.reading() as work:
        if found.unreadable:
            found = work.lists.due(asked)
        first = first_due(found.rows, until=asked.week_ends, most=most)
        runs = work.lists.of_ids({run for run, _ in first})
    things = (DueThing(runs[run], runs[run].deadlines[nth]) for run, nth in first)
    counts = count_due(found.rows, now=asked.now, week_ends=asked.week_ends)
    return DueList(tuple(things), counts)


def runs_of_numbers(workplace: Workplace, *, typed: str, limit: int = 24) -> tuple[RunSummary, ...]:
    """Return the runs of the cases whose number holds what was typed; none where it is none."""
    if not may_be_number(typed):
        return ()

    def ask() -> RowListing:
        with workplace.store.reading() as work:
            return work.lists.of_numbers(typed, limit=limit)

    return _rows(workplace, ask).rows


def colleagues(workplace: Workplace) -> tuple[str, ...]:
    """Name everybody who has worked with a run here, or is of the team in the settings."""
    with workplace.store.reading() as work:
        names = {*work.runs.owners(), *workplace.settings.team}
    return tuple(sorted(names, key=str.casefold))


def _rows(workplace: Workplace, ask: Callable[[], RowListing]) -> RowListing:
    """Ask for rows; those that cannot be read are made anew from their logs first.

    Where that cannot be read either, as a newer program has written in it, less is shown.
    """
    found = ask()
    if found.unreadable:
        summarise_again(workplace, found.unreadable)
        found = ask()
    rows = found.rows
    if found.unreadable:
        with workplace.store.reading() as work:
            rows = (*rows, *work.lists.by_columns(found.unreadable))
    now = workplace.now()
    return structs.replace(found, rows=tuple(_as_of(now, row) for row in rows))


def _bring_up_to_date(workplace: Workplace) -> None:
    """Make anew, once, the rows that an older program has made."""
    if workplace.rows_are_new:
        return
    with workplace.store.reading() as work:
        stale = work.runs.stale()
    summarise_again(workplace, stale)
    workplace.rows_are_new = True


def _as_of(now: datetime, row: RunSummary) -> RunSummary:
    """Let a row say that it is late when its next deadline ran out after it was written."""
    at = row.next_due
    if row.late or at is None or not is_over(at, now, timed=row.next_due_timed):
        return row
    return structs.replace(row, late=1)
