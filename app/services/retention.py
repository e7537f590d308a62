"""How long closed runs are kept, and their deletion: gone from the file, with a receipt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from app.log import What, note
from app.model.errors import Refused
from app.model.recovery import BackupKind
from app.model.run.receipt import Cause, Receipt
from app.services.workplace import Workplace

if TYPE_CHECKING:
    from app.store.unit_of_work import Work

REMINDER = timedelta(days=14)
"""So long before their time is out closed runs are spoken of."""

_AHEAD = "clock.closed_ahead"
_SLACK = timedelta(days=1)
"""So far two clocks of one folder may be apart."""


class SoonDeleted(Struct, frozen=True):
    """Closed runs that will be deleted soon: how many, and when the first of them is."""

    runs: int
    first: datetime


class ClosedAhead(Struct, frozen=True):
    """Closed runs whose log says that they were closed on a day that has not come.

    The clock was wrong then. Nobody knows the day, so their time counts from when that was seen;
    `deleted` is when the first of them is.
    """

    runs: int
    says: datetime
    deleted: datetime


def outgoing(workplace: Workplace) -> SoonDeleted | None:
    """Tell of closed runs whose time is nearly out; None when there are none."""
    keep = timedelta(days=workplace.settings.keep_closed_days)
    soon = workplace.now() - keep + REMINDER
    with workplace.store.reading() as work:
        found = [*work.runs.closed_times(soon), *_seen_before(work, soon).values()]
    return SoonDeleted(len(found), min(found) + keep) if found else None


def closed_ahead(workplace: Workplace) -> ClosedAhead | None:
    """Tell of runs that were closed by a clock that was ahead; None when there are none."""
    keep = timedelta(days=workplace.settings.keep_closed_days)
    with workplace.store.reading() as work:
        seen = _seen_ahead(work)
        says = [at for run, at in work.runs.closed_after(workplace.now()).items() if run in seen]
    return ClosedAhead(len(says), min(says), min(seen.values()) + keep) if says else None


def note_closed_ahead(workplace: Workplace) -> None:
    """Take note of when it was first seen that a run was closed by a clock that was ahead.

    To be asked where the clock is believed now.
    """
    now = workplace.now()
    with workplace.store.writing() as work:
        before = _seen_ahead(work)
        ahead = work.runs.closed_after(now + _SLACK)
        seen = {run: before.get(run, now) for run in ahead}
        if seen != before:
            stamps = {run: int(at.timestamp()) for run, at in seen.items()}
            work.settings.put(_AHEAD, stamps, now=now)
            work.commit()


def _seen_ahead(work: Work) -> dict[str, datetime]:
    kept = work.settings.get(_AHEAD)
    stamps = kept.items() if isinstance(kept, dict) else ()
    return {run: datetime.fromtimestamp(at, UTC) for run, at in stamps if isinstance(at, int)}


def _seen_before(work: Work, moment: datetime) -> dict[str, datetime]:
    return {run: seen for run, seen in _seen_ahead(work).items() if seen < moment}


def forget_old(workplace: Workplace) -> Receipt | None:
    """Delete the closed runs whose time is out, if there are any, and return the receipt."""
    now = workplace.now()
    before = now - timedelta(days=workplace.settings.keep_closed_days)
    with workplace.store.reading() as work:
        ahead = work.runs.closed_after(now)
        found = [*work.runs.closed_before(before)]
        found += [run for run in _seen_before(work, before) if run in ahead]
    return _delete(workplace, found, Cause.RETENTION) if found else None


def delete_run(workplace: Workplace, *, run: str) -> Receipt:
    """Delete one run now, whether closed or not. It cannot be undone. `Refused`: no_such_run."""
    return _delete(workplace, [run], Cause.ASKED)


def receipts(workplace: Workplace) -> tuple[Receipt, ...]:
    """Return the receipts of all deletions, the newest first."""
    with workplace.store.reading() as work:
        return work.receipts.all()


def _delete(workplace: Workplace, runs: Sequence[str], cause: Cause) -> Receipt:
    """Delete runs with their logs, keep a receipt, and leave no trace of them in the file.

    Deleted rows are overwritten (`secure_delete`), and the log that still holds their pages is
    emptied. A backup holds them, and lets go of them in its own time.
    """
    _keep_until_later(workplace, runs)
    with workplace.store.writing() as work:
        count = work.runs.delete(runs)
        if not count:
            raise Refused("no_such_run", run=runs[0])
        receipt = work.receipts.add(
            at=workplace.now(), actor=workplace.actor, cause=cause, runs=count
        )
        work.commit()
    workplace.store.wipe()
    note(What.DELETED, why=cause, runs=count)
    return receipt


def _keep_until_later(workplace: Workplace, runs: Sequence[str]) -> None:
    """See to it that a backup holds what is to be deleted, just as it is."""
    from app.store.backing_up import backup_of, holds
    from app.store.troubles import told

    with workplace.store.reading() as work:
        newest = work.course.newest_event_of(tuple(runs))
    with told(workplace.store.path):
        if newest and not holds(workplace.folder, newest):
            backup_of(
                workplace.folder,
                workplace.store.copy_into,
                BackupKind.BEFORE_DELETION,
                workplace.now(),
            )
