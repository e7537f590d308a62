"""Lists of runs: filtered, counted and ordered by the database, so that only what shows is read."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, Float, and_, case, cast, func, select

from app.model.run.case_numbers import PARTS_NUMBERS, bare
from app.model.run.due_week import DueMark, RunDue
from app.model.run.run_listing import ListAsked, ListOrder, RunCounts, Scope, Show
from app.model.run.state import ChildHeard, RunSummary
from app.store.door import NotWhole
from app.store.run_rows import CLOSED, OPEN, RowListing, is_giver, listing_of, run_of
from app.store.tables import AnyRow, case_run


class _Deadlines(Struct, frozen=True, gc=False):
    """What counting takes of a row."""

    deadlines: tuple[DueMark, ...] = ()


_DEADLINES = msgspec.json.Decoder(_Deadlines)


class FoundDue(Struct, frozen=True):
    """Runs with what is due in them; `unreadable` are those whose row must be made anew."""

    rows: tuple[RunDue, ...]
    unreadable: tuple[str, ...] = ()


class RunLists:
    """The lists of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def page(self, asked: ListAsked) -> RowListing:
        """Return the stretch of the list that was asked for, and how many rows there are."""
        wanted = and_(*_conditions(asked))
        total = self._connection.scalar(select(func.count()).where(wanted)) or 0
        ids = select(case_run.c.id).where(wanted).order_by(*_order(asked))
        found = list(self._connection.scalars(ids.limit(asked.limit).offset(asked.offset)))
        return listing_of(self._rows(found), total)

    def _rows(self, ids: Sequence[str]) -> Iterable[AnyRow]:
        """Read the rows of a page, in its order; sorting them all whole would take long."""
        rows = select(case_run.c.id, case_run.c.summary).where(case_run.c.id.in_(ids))
        known = {row.id: row for row in self._connection.execute(rows)}
        if len(known) != len(ids):
            raise NotWhole("case_run")
        return [known[run_id] for run_id in ids]

    def counts(self, asked: ListAsked) -> RunCounts:
        """Count the rows of every filter at once; words narrow the list, not its filters."""
        shown = [and_(_shows(show, asked), *_within(asked.scope, asked.me)) for show in Show]
        is_open = case_run.c.state == OPEN
        had = [and_(is_open, *_within(scope, asked.me)) for scope in Scope]
        sums = [func.sum(case((one, 1), else_=0)) for one in (*shown, *had)]
        counts = [count or 0 for count in self._connection.execute(select(*sums)).one()]
        return RunCounts(
            dict(zip(Show, counts[: len(Show)], strict=True)),
            dict(zip(Scope, counts[len(Show) :], strict=True)),
        )

    def of_numbers(self, typed: str, *, limit: int) -> RowListing:
        """Return runs whose case number holds what was typed: by case, the one changed last first.

        What stands between the parts of a number does not count.
        """
        number: ColumnElement[str] = func.lower(case_run.c.case_number)
        for sign in PARTS_NUMBERS:
            number = func.replace(number, sign, "")
        begins = number.startswith(bare(typed), autoescape=True)
        asked = (
            select(case_run.c.id, case_run.c.summary)
            .where(number.contains(bare(typed), autoescape=True))
            .order_by(begins.desc(), case_run.c.case_number, case_run.c.changed.desc())
            .limit(limit)
        )
        return listing_of(self._connection.execute(asked))

    def has_open(self, owner: str) -> bool:
        """Tell whether a user has any open run."""
        mine = and_(case_run.c.state == OPEN, case_run.c.owner == owner)
        return self._connection.scalar(select(case_run.c.id).where(mine).limit(1)) is not None

    def closed_of(self, procedure: str, *, limit: int) -> tuple[str, ...]:
        """Name the closed runs of a procedure, the one changed last first."""
        asked = (
            select(case_run.c.id)
            .where(case_run.c.procedure == procedure, case_run.c.state == CLOSED)
            .order_by(case_run.c.changed.desc(), case_run.c.id)
            .limit(limit)
        )
        return tuple(self._connection.scalars(asked))

    def due(self, asked: ListAsked) -> FoundDue:
        """Return all that is due this week in a scope; of its rows only the deadlines are read."""
        wanted = (_shows(Show.WEEK, asked), *_within(asked.scope, asked.me))
        asked_for = select(case_run.c.id, case_run.c.summary).where(*wanted)
        rows = self._connection.execute(asked_for.order_by(case_run.c.next_due, case_run.c.id))
        found, unreadable = [], []
        for run_id, summary in rows:
            try:
                found.append(RunDue(run_id, _DEADLINES.decode(summary).deadlines))
            except (msgspec.MsgspecError, TypeError):
                unreadable.append(run_id)
        return FoundDue(tuple(found), tuple(unreadable))

    def of_ids(self, ids: Collection[str]) -> dict[str, RunSummary]:
        """Return the rows of some runs, by their ids."""
        return {row.run.id: row for row in listing_of(self._rows(list(ids))).rows}

    def by_columns(self, ids: Collection[str]) -> tuple[RunSummary, ...]:
        """Return what is known of runs whose rows nobody here can read."""
        asked = select(case_run).where(case_run.c.id.in_(ids)).order_by(case_run.c.started)
        return tuple(_by_columns(row) for row in self._connection.execute(asked))


def _by_columns(row: AnyRow) -> RunSummary:
    return RunSummary(
        run=run_of(row),
        title=row.title,
        stands_at=row.stands_at,
        stands_at_number=None,
        done=row.done,
        total=row.total,
        late=0,
        next_due=row.next_due,
        next_due_timed=True,
        next_due_step="",
        child=next((one for one in ChildHeard if one.value == row.child), ChildHeard.NOT_YET),
        child_at=None,
        waiting=bool(row.waiting),
        closed=None if row.state == OPEN else "",
        changed=row.changed,
        closed_at=row.closed_at,
    )


def _conditions(asked: ListAsked) -> list[ColumnElement[bool]]:
    wanted = [_shows(asked.show, asked), *_within(asked.scope, asked.me)]
    words = asked.words.casefold().split()
    return [*wanted, *(case_run.c.words.contains(word, autoescape=True) for word in words)]


def _within(scope: Scope, me: str) -> list[ColumnElement[bool]]:
    """Tell whose rows a scope holds; what came back to me is mine and no longer given."""
    if scope is Scope.MINE:
        return [case_run.c.owner == me]
    return [case_run.c.owner != me, is_giver(me)] if scope is Scope.GIVEN else []


def _shows(show: Show, asked: ListAsked) -> ColumnElement[bool]:
    """Tell which rows a filter shows."""
    if show is Show.CLOSED:
        return case_run.c.state == CLOSED
    more: dict[Show, ColumnElement[bool]] = {
        Show.LATE: case_run.c.next_due < asked.now,
        Show.WEEK: case_run.c.next_due <= asked.week_ends,
        Show.WAITING: case_run.c.waiting == 1,
        Show.CHILD: case_run.c.child.in_((ChildHeard.NOT_YET.value, ChildHeard.NOT_HEARD.value)),
    }
    is_open = case_run.c.state == OPEN
    return and_(is_open, more[show]) if show in more else is_open


def _order(asked: ListAsked) -> list[ColumnElement[Any]]:
    """Tell what rows are ordered by; those without a deadline come last either way."""
    columns: dict[ListOrder, ColumnElement[Any]] = {
        ListOrder.CASE: case_run.c.case_number,
        ListOrder.PROCEDURE: case_run.c.title,
        ListOrder.STANDS_AT: case_run.c.stands_at,
        ListOrder.PROGRESS: cast(case_run.c.done, Float) / func.max(case_run.c.total, 1),
        ListOrder.DUE: case_run.c.next_due,
        ListOrder.CHILD: case_run.c.child,
        ListOrder.OWNER: case_run.c.owner,
        ListOrder.CHANGED: case_run.c.changed,
    }
    column = columns[asked.order]
    if asked.by_case:
        first = func.max(column) if asked.descending else func.min(column)
        column = first.over(partition_by=case_run.c.case_number)
    turned = [column.desc() if asked.descending else column]
    if asked.order is ListOrder.DUE:
        turned.insert(0, column.is_(None))
    due = (case_run.c.next_due.is_(None), case_run.c.next_due)
    inside = [case_run.c.case_number, *due] if asked.by_case else []
    return [*turned, *inside, case_run.c.changed.desc(), case_run.c.id]
