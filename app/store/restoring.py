"""Go back to a backup, as one was asked to; a copy of what is there now is made first.

The backup is written into the database by SQLite itself, in one transaction: another window that
has it open sees the old data or the new, and never a file that was taken away beneath it.
"""

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from app.data_folder import DATABASE, SCRATCH_BACK
from app.model.errors import Refused
from app.model.recovery import BackupKind, Restored
from app.store.backing_up import backup_of
from app.store.backups import FOLDER, backups_in, open_again, open_to_read, path_of
from app.store.door import UNREADABLE
from app.store.left import note_in_doubt
from app.store.rebuilding import Rebuilding
from app.store.troubles import told

_TRIES = 40
_PAUSE_S = 0.25


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
            with closing(open_again(path)) as current:
                kept = backup_of(folder, current.backup, BackupKind.BEFORE_RESTORE, now)
            note_in_doubt(path)
            _write_into(path, copy)
        finally:
            shutil.rmtree(bench.scratch, ignore_errors=True)
    return Restored(backup, kept)


def count_runs(folder: Path, name: str) -> int:
    """Count the runs in a backup. `Refused`: no_such_backup, backup_unusable."""
    path = folder / FOLDER / name
    if not path.is_file():
        raise Refused("no_such_backup", name=name)
    try:
        with closing(open_to_read(path)) as connection:
            return int(connection.execute("SELECT count(*) FROM case_run").fetchone()[0])
    except UNREADABLE as error:
        raise Refused("backup_unusable", name=name) from error


def _write_into(path: Path, copy: Path) -> None:
    with (
        closing(sqlite3.connect(copy)) as source,
        closing(open_again(path, wait=0)) as target,
    ):
        tries = 0

        def give_up_in_time(status: int, _remaining: int, _pages: int) -> None:
            """SQLite would wait for ever for a window that writes."""
            nonlocal tries
            tries += status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
            if tries > _TRIES:
                error = sqlite3.OperationalError("database is locked")
                error.sqlite_errorcode = sqlite3.SQLITE_BUSY
                raise error

        source.backup(target, progress=give_up_in_time, sleep=_PAUSE_S)
