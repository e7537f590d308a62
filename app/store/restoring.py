"""Go back to a backup, as one was asked to; a copy of what is there now is made first.

Both happen while no other window may write, and the rows are changed in one transaction: another
window that has the database open sees the old data or the new, never a file that was taken away
beneath it, and what it has stored is in the copy or comes afterwards.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from app.data_folder import DATABASE, SCRATCH_BACK
from app.model.errors import Refused
from app.model.recovery import BackupKind, Held, Restored
from app.store.backing_up import backup_of
from app.store.backup_files import FOLDER, backups_in, open_again, open_to_read, path_of
from app.store.door import UNREADABLE
from app.store.left import note_in_doubt
from app.store.rebuilding import Rebuilding, raise_numbers, take_rows
from app.store.tables import metadata
from app.store.troubles import told

_WAIT_S = 10.0
"""So long it waits for a window that writes."""


_HELD = (
    "SELECT count(*) FROM case_run",
    "SELECT count(*) FROM item WHERE published IS NOT NULL AND kind != 'catalogue'",
    "SELECT count(*) FROM version WHERE state IN ('draft', 'in_review') AND origin = 'local'",
)
"""Counts runs, texts and drafts in the database of any program there has been."""


def restore(folder: Path, name: str, now: datetime) -> Restored:
    """Bring a data folder back to one of its backups.

    `Refused`: no_such_backup, backup_unusable (damaged, or of a newer program). `Trouble`:
    disk_full, locked and the like. In all of them nothing is changed.
    """
    path = folder / DATABASE
    backup = next((one for one in backups_in(folder) if one.name == name), None)
    if backup is None:
        raise Refused("no_such_backup", name=name)
    bench = Rebuilding(folder, folder / SCRATCH_BACK, now)
    with told(path):
        bench.begin()
        try:
            taken = bench.taken_from(path_of(folder, backup))
            copy = bench.finished(taken) if taken else None
            if copy is None:
                raise Refused("backup_unusable", name=name)
            with _writing_alone(path, copy) as database:
                with closing(open_again(path)) as current:
                    kept = backup_of(folder, current.backup, BackupKind.BEFORE_RESTORE, now)
                note_in_doubt(path)
                _take_all(database)
        finally:
            shutil.rmtree(bench.scratch, ignore_errors=True)
    return Restored(backup, kept)


def held_in(folder: Path, name: str) -> Held:
    """Count what a backup holds. `Refused`: no_such_backup, backup_unusable."""
    path = folder / FOLDER / name
    if not path.is_file():
        raise Refused("no_such_backup", name=name)
    try:
        with closing(open_to_read(path)) as connection:
            counts = (connection.execute(asked).fetchone()[0] for asked in _HELD)
            return Held(*map(int, counts))
    except UNREADABLE as error:
        raise Refused("backup_unusable", name=name) from error


@contextmanager
def _writing_alone(path: Path, copy: Path) -> Iterator[sqlite3.Connection]:
    """Open a database to take over all from a copy, its `source`; nothing counts if that fails."""
    with closing(open_again(path, wait=_WAIT_S)) as connection:
        connection.isolation_level = None
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("ATTACH ? AS source", (str(copy),))
        connection.execute("BEGIN IMMEDIATE")
        yield connection
        connection.execute("COMMIT")


def _take_all(connection: sqlite3.Connection) -> None:
    """Put the rows of the source in the place of all there are.

    What happens from now on has higher numbers than all that happened before: they tell age.
    """
    for table in metadata.tables:
        connection.execute(f"DELETE FROM main.{table}")
    take_rows(connection)
    raise_numbers(
        connection, dict(connection.execute("SELECT name, seq FROM source.sqlite_sequence"))
    )
