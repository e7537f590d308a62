"""Go back to a backup, as one was asked to; a copy of what is there now is made first.

The backup is written into the database by SQLite itself, in one transaction: another window that
has it open sees the old data or the new, and never a file that was taken away beneath it.
"""

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from app.model.errors import Refused
from app.model.recovery import BackupKind, Restored
from app.store.backup import FOLDER, all_backups, backup_of
from app.store.opening import is_usable
from app.store.peeking import DATABASE
from app.store.troubles import told

_SCRATCH = "tilbagehentning"
_TRIES = 40
_PAUSE_S = 0.25


def restore(folder: Path, name: str, now: datetime) -> Restored:
    """Bring a data folder back to one of its backups.

    `Refused`: no_such_backup, backup_unusable (damaged, or of a newer program). `Trouble`:
    disk_full, locked and the like. In all of them nothing is changed.
    """
    path, scratch = folder / DATABASE, folder / _SCRATCH
    backup = next((one for one in all_backups(folder) if one.name == name), None)
    if backup is None:
        raise Refused("no_such_backup", name=name)
    with told(path):
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir(parents=True)
        try:
            copy = scratch / DATABASE
            shutil.copyfile(folder / FOLDER / name, copy)
            if not is_usable(copy, now):
                raise Refused("backup_unusable", name=name)
            kept = backup_of(path, BackupKind.BEFORE_RESTORE, now)
            _write_into(path, copy)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    return Restored(backup, kept)


def count_runs(folder: Path, name: str) -> int:
    """Count the runs in a backup. `Refused`: no_such_backup, backup_unusable."""
    path = folder / FOLDER / name
    if not path.is_file():
        raise Refused("no_such_backup", name=name)
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM case_run").fetchone()[0])
    except sqlite3.Error as error:
        raise Refused("backup_unusable", name=name) from error


def _write_into(path: Path, copy: Path) -> None:
    with (
        closing(sqlite3.connect(copy)) as source,
        closing(sqlite3.connect(path, timeout=0)) as target,
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
