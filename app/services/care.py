"""The daily care of a data folder: a backup first, then letting go of what has had its time."""

from typing import TYPE_CHECKING

from msgspec import Struct

from app.model.clock import Doubt
from app.model.receipt import Receipt
from app.model.recovery import Backup
from app.services.clock import doubt_of
from app.services.library import reindex
from app.services.retention import forget_old, note_closed_ahead

if TYPE_CHECKING:
    from app.services.workplace import Workplace


class Care(Struct, frozen=True):
    """What came of it. Where the clock is in `doubt`, nothing was deleted, and the user is asked.

    `newer` is a backup that has come further than the database: something has put an
    older one in its place.
    """

    doubt: Doubt | None = None
    receipt: Receipt | None = None
    newer: Backup | None = None


def look_after(place: "Workplace") -> Care:
    """Make today's backup, and let go of what need not be kept. Once a day, by any one window.

    May take a while, in short turns at the database. `Trouble` where there could be no backup:
    then nothing was deleted.
    """
    from app.store.backing_up import daily_backup
    from app.store.keeping import tidy
    from app.store.troubles import told

    store = place.store
    store.check_place()
    newer = _newer_backup(place)
    doubt = doubt_of(place)
    with told(store.path):
        made = daily_backup(place.folder, store.copy_into, place.now())
    if store.was_in_doubt:
        store.was_in_doubt = False
        reindex(place)
    if doubt is not None:
        return Care(doubt, newer=newer)
    note_closed_ahead(place)
    receipt = forget_old(place)
    with told(store.path):
        tidy(place.folder, now=place.now(), made=made.name if made else "")
    return Care(receipt=receipt, newer=newer)


def _newer_backup(place: "Workplace") -> Backup | None:
    """Return a backup that has come further than the database, once."""
    from app.store.backups import newest_backup

    found = newest_backup(place.folder)
    with place.store.reading() as work:
        happened = work.course.happened()
    if found is None or happened >= found.happened:
        return None
    with place.store.writing() as work:
        work.course.count_on(found)
        work.commit()
    return found
