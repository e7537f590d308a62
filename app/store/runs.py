"""Runs and their logs: rows <-> structs. Events are appended, and never changed."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, func, insert, select, update

from app.model.run import AnyHappening, CaseRun, RunEvent
from app.model.state import RunSummary
from app.store.guard import refuse_cpr
from app.store.tables import AnyRow, case_run, run_event

OPEN = "open"
CLOSED = "closed"

_WHAT: msgspec.json.Decoder[AnyHappening] = msgspec.json.Decoder(AnyHappening)
_SUMMARY = msgspec.json.Decoder(RunSummary)
_RUN = (
    case_run.c.id,
    case_run.c.procedure,
    case_run.c.version,
    case_run.c.case_number,
    case_run.c.owner,
    case_run.c.started,
)


class FoundRun(Struct, frozen=True):
    """A run with the key of the procedure version that it follows."""

    run: CaseRun
    version_key: int


class Listing(Struct, frozen=True):
    """Rows of a list. `unreadable` are runs whose row must be made anew from their log."""

    rows: tuple[RunSummary, ...]
    unreadable: tuple[str, ...] = ()


class Runs:
    """The runs of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, run: CaseRun, version_key: int, summary: RunSummary) -> None:
        """Add a run; its first event is appended as all others are."""
        refuse_cpr((run.case_number, run.owner), "cpr_in_case_number")
        self._connection.execute(
            insert(case_run).values(
                id=run.id,
                version_id=version_key,
                procedure=run.procedure,
                version=run.version,
                case_number=run.case_number,
                owner=run.owner,
                started=run.started,
                **_summary_columns(summary),
            )
        )

    def get(self, run_id: str) -> FoundRun | None:
        """Find a run."""
        row = self._connection.execute(
            select(*_RUN, case_run.c.version_id).where(case_run.c.id == run_id)
        ).first()
        return FoundRun(_run(row), row.version_id) if row else None

    def events(self, run_id: str) -> tuple[RunEvent, ...]:
        """Return the log of a run, the oldest event first."""
        rows = self._connection.execute(
            select(run_event.c.sequence, run_event.c.at, run_event.c.actor, run_event.c.payload)
            .where(run_event.c.run_id == run_id)
            .order_by(run_event.c.sequence)
        )
        return tuple(
            RunEvent(sequence, at, actor, _WHAT.decode(payload))
            for sequence, at, actor, payload in rows
        )

    def append(self, run_id: str, what: AnyHappening, *, at: datetime, actor: str) -> RunEvent:
        """Append to the log of a run, with the next number in it.

        Only a transaction that writes alone may do so; then no two windows get one number.
        """
        refuse_cpr((what, actor), "cpr_in_event")
        newest = select(func.max(run_event.c.sequence)).where(run_event.c.run_id == run_id)
        sequence = (self._connection.scalar(newest) or 0) + 1
        payload = msgspec.json.encode(what)
        self._connection.execute(
            insert(run_event).values(
                run_id=run_id,
                sequence=sequence,
                at=at,
                actor=actor,
                kind=type(what).__struct_config__.tag,
                payload=payload.decode(),
            )
        )
        return RunEvent(sequence, at, actor, what)

    def keep_summary(self, summary: RunSummary) -> None:
        """Write the row that lists show of a run."""
        self._connection.execute(
            update(case_run)
            .where(case_run.c.id == summary.run.id)
            .values(**_summary_columns(summary))
        )

    def listing(
        self,
        *,
        closed: bool | None = None,
        owner: str | None = None,
        case_number: str | None = None,
    ) -> Listing:
        """Return the rows of a list, the next deadline first, those without one last."""
        asked = select(case_run.c.id, case_run.c.summary).order_by(
            case_run.c.next_due.is_(None), case_run.c.next_due, case_run.c.changed.desc()
        )
        if closed is not None:
            asked = asked.where(case_run.c.state == (CLOSED if closed else OPEN))
        if owner is not None:
            asked = asked.where(case_run.c.owner == owner)
        if case_number is not None:
            asked = asked.where(case_run.c.case_number == case_number)
        return _listing(self._connection.execute(asked))

    def ids(self, *, closed: bool | None = None) -> tuple[str, ...]:
        """Name all runs, or only those that are open or closed."""
        asked = select(case_run.c.id).order_by(case_run.c.started)
        if closed is not None:
            asked = asked.where(case_run.c.state == (CLOSED if closed else OPEN))
        return tuple(self._connection.scalars(asked))

    def newest_event(self) -> int:
        """A number that grows with every event of any run."""
        return self._connection.scalar(select(func.max(run_event.c.id))) or 0

    def changed_since(self, event: int) -> frozenset[str]:
        """Name the runs that something happened in after that event of `newest_event`."""
        asked = select(run_event.c.run_id).where(run_event.c.id > event).distinct()
        return frozenset(self._connection.scalars(asked))


def _summary_columns(summary: RunSummary) -> dict[str, Any]:
    return {
        "state": OPEN if summary.closed is None else CLOSED,
        "done": summary.done,
        "total": summary.total,
        "next_due": summary.next_due,
        "child": summary.child.value,
        "changed": summary.changed,
        "summary": msgspec.json.encode(summary).decode(),
    }


def _listing(rows: Iterable[AnyRow]) -> Listing:
    readable: list[RunSummary] = []
    unreadable: list[str] = []
    for run_id, summary in rows:
        try:
            readable.append(_SUMMARY.decode(summary))
        except msgspec.DecodeError:
            unreadable.append(run_id)
    return Listing(tuple(readable), tuple(unreadable))


def _run(row: AnyRow) -> CaseRun:
    return CaseRun(
        id=row.id,
        procedure=row.procedure,
        version=row.version,
        case_number=row.case_number,
        owner=row.owner,
        started=row.started,
    )
