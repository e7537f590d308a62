"""How long closed runs are kept, and their deletion: gone from the file, with a receipt."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from app.model.errors import Refused
from app.model.receipt import Cause, Receipt

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
    emptied. Backups let go of them in their own time.
    """
    with place.store.writing() as work:
        count = work.runs.delete(runs)
        if not count:
            raise Refused("no_such_run", run=runs[0])
        receipt = work.receipts.add(at=place.now(), actor=place.actor, cause=cause, runs=count)
        work.commit()
    place.store.wipe()
    return receipt
