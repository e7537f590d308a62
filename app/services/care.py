"""The daily care of a data folder: a backup first, then letting go of what has had its time."""

from msgspec import Struct

from app.model.clock_standing import Doubt
from app.model.recovery import Backup
from app.model.run.receipt import Receipt
from app.services.clock import doubt_of
from app.services.library import reindex
from app.services.retention import forget_old, note_closed_ahead
from app.services.workplace import Workplace, nothing


class Care(Struct, frozen=True):
    """What came of it. Where the clock is in `doubt`, nothing was deleted, and the user is asked.

    `newer` is a backup that has come further than the database: something has put an
    older one in its place.
    """

    doubt: Doubt | None = None
    receipt: Receipt | None = None
    newer: Backup | None = None


def look_after(workplace: Workplace) -> Care:
    """Make today's backup, and let go of what need not be kept. Once a day, by any one window.

    May take a while, in short turns at the database. `Trouble` where there could be no backup:
    then nothing was deleted.
    """
    from app.store.backing_up import daily_backup
    from app.store.file_keeping import tidy
    from app.store.troubles import told

    workplace.before_closing = nothing
    store = workplace.store
    store.check_place()
    newer = _newer_backup(workplace)
    doubt = doubt_of(workplace)
    with told(store.path):
        made = daily_backup(workplace.folder, store.copy_into, workplace.now())
    if store.was_in_doubt:
        store.was_in_doubt = False
        reindex(workplace)
    if doubt is not None:
        return Care(doubt, newer=newer)
    note_closed_ahead(workplace)
    receipt = forget_old(workplace)
    with told(store.path):
        tidy(workplace.folder, now=workplace.now(), made=made.name if made else "")
    return Care(receipt=receipt, newer=newer)


def _newer_backup(workplace: Workplace) -> Backup | None:
    """Return a backup that has come further than the database, once."""
    from app.store.backup_files import newest_backup

    found = newest_backup(workplace.folder)
    with workplace.store.reading() as work:
        happened = work.course.happened()
    if found is None or happened >= found.happened:
        return None
    with workplace.store.writing() as work:
        work.course.count_on(found)
        work.commit()
    return found
