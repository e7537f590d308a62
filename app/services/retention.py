"""How long closed runs are kept, and their deletion: gone from the file, with a receipt."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from app.log import What, note
from app.model.errors import Refused
from app.model.receipt import Cause, Receipt
from app.model.recovery import BackupKind

if TYPE_CHECKING:
    from app.services.workplace import Workplace

REMINDER = timedelta(days=14)
"""So long before their time is out closed runs are spoken of."""


class Outgoing(Struct, frozen=True):
    """Closed runs that will be deleted soon: how many, and when the first of them is."""

    runs: int
    first: datetime


def outgoing(place: "Workplace") -> Outgoing | None:
    """Tell of closed runs whose time is nearly out; None when there are none."""
    keep = timedelta(days=place.settings.keep_closed_days)
    with place.store.reading() as work:
        found = work.runs.closed_times(place.now() - keep + REMINDER)
    return Outgoing(len(found), min(found) + keep) if found else None


def forget_old(place: "Workplace") -> Receipt | None:
    """Delete the closed runs whose time is out, if there are any, and return the receipt."""
    before = place.now() - timedelta(days=place.settings.keep_closed_days)
    with place.store.reading() as work:
        found = work.runs.closed_before(before)
    return _delete(place, found, Cause.RETENTION) if found else None


def delete_run(place: "Workplace", *, run: str) -> Receipt:
    """Delete one run now, whether closed or not. It cannot be undone. `Refused`: no_such_run."""
    return _delete(place, [run], Cause.ASKED)


def receipts(place: "Workplace") -> tuple[Receipt, ...]:
    """Return the receipts of all deletions, the newest first."""
    with place.store.reading() as work:
        return work.receipts.all()


def _delete(place: "Workplace", runs: Sequence[str], cause: Cause) -> Receipt:
    """Delete runs with their logs, keep a receipt, and leave no trace of them in the file.

    Deleted rows are overwritten (`secure_delete`), and the log that still holds their pages is
    emptied. A backup holds them, and lets go of them in its own time.
    """
    _keep_until_later(place, runs)
    with place.store.writing() as work:
        count = work.runs.delete(runs)
        if not count:
            raise Refused("no_such_run", run=runs[0])
        receipt = work.receipts.add(at=place.now(), actor=place.actor, cause=cause, runs=count)
        work.commit()
    place.store.wipe()
    note(What.DELETED, why=cause, runs=count)
    return receipt


def _keep_until_later(place: "Workplace", runs: Sequence[str]) -> None:
    """See to it that a backup holds what is to be deleted, just as it is."""
    from app.store.backing_up import backup_of, holds
    from app.store.troubles import told

    with place.store.reading() as work:
        newest = work.course.newest_event_of(tuple(runs))
    with told(place.store.path):
        if newest and not holds(place.folder, newest):
            backup_of(place.folder, place.store.copy_into, BackupKind.BEFORE_DELETION, place.now())
