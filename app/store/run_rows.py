"""Runs and their logs: rows <-> structs. Events are appended, and never changed."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, insert, select, update

from app.model.errors import Trouble
from app.model.run.run import AnyHappening, CaseRun, RunEvent
from app.model.run.state import RunSummary
from app.store.door import NotWhole, made_of
from app.store.guard import refuse_cpr
from app.store.seals import sealed_columns
from app.store.tables import AnyRow, case_run, run_event

OPEN = "open"
CLOSED = "closed"

SUMMARY_FORMAT = 5
"""Grows with what rows of lists hold; a row of an older format is made anew from its log."""

EVENT_FORMAT = 3
"""Grows when something can happen in a run that an older program cannot read.

2: a step that is done, and closing, tell whether the child was heard.
3: it can be said which event a deadline counts from.
"""

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
_EVENT = (
    run_event.c.sequence,
    run_event.c.at,
    run_event.c.actor,
    run_event.c.payload,
    run_event.c.format,
)

# What every tick asks is made once: to make a statement takes longer than to carry it out.
_ONE = select(*_RUN, case_run.c.version_id).where(case_run.c.id == bindparam("run"))
_LOG = (
    select(*_EVENT)
    .where(run_event.c.run_id == bindparam("run"), run_event.c.sequence >= bindparam("since"))
    .order_by(run_event.c.sequence)
)
_NEWEST = select(func.max(run_event.c.sequence)).where(run_event.c.run_id == bindparam("run"))
_APPENDED = insert(run_event)
_KEPT = update(case_run).where(case_run.c.id == bindparam("run"))


class FoundRun(Struct, frozen=True):
    """A run with the key of the procedure version that it follows."""

    run: CaseRun
    version_key: int


class RowListing(Struct, frozen=True):
    """Rows of a list. `unreadable` are runs whose row must be made anew from their log; `total`
    counts all rows there are, where these are a stretch of them.
    """

    rows: tuple[RunSummary, ...]
    unreadable: tuple[str, ...] = ()
    total: int = 0


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
                started=run.started,
                **_summary_columns(summary),
            )
        )

    def get(self, run_id: str) -> FoundRun | None:
        """Find a run."""
        row = self._connection.execute(_ONE, {"run": run_id}).first()
        return FoundRun(run_of(row), row.version_id) if row else None

    def events(self, run_id: str, known: tuple[RunEvent, ...] = ()) -> tuple[RunEvent, ...]:
        """Return the log of a run, the oldest event first.

        `known` is the log as it was read before: nothing in it ever changes, so that only what came
        after is read; all of it where its end is not there as it was.
        """
        since = known[-1].sequence if known else 0
        rows = self._connection.execute(_LOG, {"run": run_id, "since": since})
        found = tuple(self._event(run_id, row) for row in rows)
        if not known:
            return found
        return (*known, *found[1:]) if found[:1] == known[-1:] else self.events(run_id)

    def _event(self, run_id: str, row: AnyRow) -> RunEvent:
        sequence, at, actor, payload, of_format = row
        try:
            what = read_payload(payload)
        except NotWhole as error:
            raise self._why_unread(run_id, row) from error
        if not isinstance(of_format, int) or of_format > EVENT_FORMAT:
            raise self._why_unread(run_id, row)
        return made_of(RunEvent, sequence=sequence, at=at, actor=actor, what=what)

    def _why_unread(self, run_id: str, row: AnyRow) -> Exception:
        """Tell damage from what a newer program has written: that is sealed, and unknown here."""
        columns = (run_event.c[name] for name in sealed_columns(run_event.name))
        is_whole = select(func.row_seal(*columns) == run_event.c.seal)
        asked = is_whole.where(run_event.c.run_id == run_id, run_event.c.sequence == row.sequence)
        if self._connection.scalar(asked):
            return Trouble("newer_document", found=str(row.format), known=str(EVENT_FORMAT))
        return NotWhole("run_event")

    def append(self, run_id: str, what: AnyHappening, *, at: datetime, actor: str) -> RunEvent:
        """Append to the log of a run, with the next number in it.

        Only a transaction that writes alone may do so; then no two windows get one number.
        """
        refuse_cpr((what, actor), "cpr_in_event")
        sequence = (self._connection.scalar(_NEWEST, {"run": run_id}) or 0) + 1
        payload = msgspec.json.encode(what)
        read_payload(payload.decode())  # nothing is kept that could not be read again
        row = {
            "run_id": run_id,
            "sequence": sequence,
            "at": at,
            "actor": actor,
            "kind": type(what).__struct_config__.tag,
            "payload": payload.decode(),
            "format": EVENT_FORMAT,
        }
        self._connection.execute(_APPENDED, row)
        return RunEvent(sequence, at, actor, what)

    def keep_summary(self, summary: RunSummary) -> None:
        """Write the row that lists show of a run."""
        row = {"run": summary.run.id, **_summary_columns(summary)}
        self._connection.execute(_KEPT, row)

    def stale(self) -> tuple[str, ...]:
        """Name the runs whose row was made by an older program and must be made anew."""
        asked = select(case_run.c.id).where(case_run.c.format < SUMMARY_FORMAT)
        return tuple(self._connection.scalars(asked))

    def listing(
        self,
        *,
        closed: bool | None = None,
        owner: str | None = None,
        case_number: str | None = None,
    ) -> RowListing:
        """Return all rows of a list, the next deadline first, those without one last."""
        asked = select(case_run.c.id, case_run.c.summary).order_by(
            case_run.c.next_due.is_(None), case_run.c.next_due, case_run.c.changed.desc()
        )
        if closed is not None:
            asked = asked.where(case_run.c.state == (CLOSED if closed else OPEN))
        if owner is not None:
            asked = asked.where(case_run.c.owner == owner)
        if case_number is not None:
            asked = asked.where(case_run.c.case_number == case_number)
        return listing_of(self._connection.execute(asked))

    def owners(self) -> tuple[str, ...]:
        """Name everybody who has or had a part in a run here."""
        asked = select(case_run.c.owner).union(select(run_event.c.actor))
        return tuple(sorted(self._connection.scalars(asked)))

    def follow(self, run_id: str, version_key: int, number: int) -> None:
        """Let a run follow another version of its procedure."""
        self._connection.execute(
            update(case_run)
            .where(case_run.c.id == run_id)
            .values(version_id=version_key, version=number)
        )

    def following(self, procedure: str, *, before: int) -> tuple[str, ...]:
        """Name the open runs of a procedure that follow a version before that number."""
        asked = select(case_run.c.id).where(
            case_run.c.procedure == procedure,
            case_run.c.version < before,
            case_run.c.state == OPEN,
        )
        return tuple(self._connection.scalars(asked))

    def versions_followed(self) -> dict[tuple[str, int], int]:
        """Count the open runs by procedure and version."""
        columns = (case_run.c.procedure, case_run.c.version)
        asked = select(*columns, func.count()).where(case_run.c.state == OPEN).group_by(*columns)
        return {(slug, number): count for slug, number, count in self._connection.execute(asked)}

    def closed_before(self, moment: datetime) -> tuple[str, ...]:
        """Name the runs that were closed before then."""
        asked = select(case_run.c.id).where(case_run.c.closed_at < moment)
        return tuple(self._connection.scalars(asked.order_by(case_run.c.closed_at)))

    def closed_after(self, moment: datetime) -> dict[str, datetime]:
        """Tell when each run was closed whose log says that this was after then."""
        asked = select(case_run.c.id, case_run.c.closed_at).where(case_run.c.closed_at > moment)
        rows = self._connection.execute(asked)
        return {row.id: row.closed_at for row in rows}

    def closed_times(self, moment: datetime) -> tuple[datetime, ...]:
        """Return when the runs that were closed before then were closed."""
        asked = select(case_run.c.closed_at).where(case_run.c.closed_at < moment)
        return tuple(self._connection.scalars(asked))

    def delete(self, run_ids: Sequence[str]) -> int:
        """Delete runs with their logs; return how many there were."""
        gone = self._connection.execute(delete(case_run).where(case_run.c.id.in_(run_ids)))
        return gone.rowcount

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


def read_payload(payload: str) -> AnyHappening:
    """Return what an event says. `NotWhole` when nobody can tell."""
    try:
        return _WHAT.decode(payload)
    except (msgspec.MsgspecError, TypeError) as error:
        raise NotWhole("run_event") from error


def _summary_columns(summary: RunSummary) -> dict[str, Any]:
    words = f"{summary.run.case_number} {summary.title} {summary.stands_at} {summary.waiting_for}"
    return {
        "case_number": summary.run.case_number,
        "owner": summary.run.owner,
        "title": summary.title,
        "stands_at": summary.stands_at,
        "words": words.casefold(),
        "givers": _givers(summary),
        "waiting": int(summary.waiting),
        "closed_at": summary.closed_at,
        "format": SUMMARY_FORMAT,
        "state": OPEN if summary.closed is None else CLOSED,
        "done": summary.done,
        "total": summary.total,
        "next_due": summary.next_due,
        "child": summary.child.value,
        "changed": summary.changed,
        "summary": msgspec.json.encode(summary).decode(),
    }


def is_giver(name: str) -> ColumnElement[bool]:
    """Tell which runs somebody had, or handed over, before somebody else got them."""
    return case_run.c.givers.contains(f"\n{name}\n", autoescape=True)


def _givers(summary: RunSummary) -> str:
    """Name, each on a line of its own, everybody who had a part in handing a run over."""
    names = dict.fromkeys(name for one in summary.given for name in (one.source, one.by))
    return "\n".join(("", *names, "")) if names else ""


def listing_of(rows: Iterable[AnyRow], total: int | None = None) -> RowListing:
    """Read the rows of a list that can be read, and name the others."""
    readable: list[RunSummary] = []
    unreadable: list[str] = []
    for run_id, summary in rows:
        try:
            readable.append(_SUMMARY.decode(summary))
        except (msgspec.MsgspecError, TypeError):
            unreadable.append(run_id)
    found = len(readable) + len(unreadable)
    return RowListing(tuple(readable), tuple(unreadable), found if total is None else total)


def run_of(row: AnyRow) -> CaseRun:
    """Make a run of its row."""
    return made_of(
        CaseRun,
        id=row.id,
        procedure=row.procedure,
        version=row.version,
        case_number=row.case_number,
        owner=row.owner,
        started=row.started,
    )
