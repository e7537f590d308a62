"""Making backups: through the connection that is open, under a name of their own until they are
whole, and read through before they count.

A path is never opened anew: where the file is gone, that would make an empty one.
"""

import os
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from app.data_folder import stamp, unused
from app.log import What, timed
from app.model.errors import Trouble
from app.model.recovery import Backup, BackupKind
from app.model.times import day_of
from app.private import make_private_folder
from app.store.backup_files import (
    BEGINNINGS,
    FOLDER,
    SUFFIX,
    UNFINISHED,
    backups_in,
    counted,
    daily_name,
    kind_of,
    open_to_read,
    path_of,
    read_backup,
)
from app.store.door import UNREADABLE, NotWhole
from app.store.examine import check_sound, examine

Copy = Callable[[sqlite3.Connection], None]
"""Copies the open database into a connection."""


def daily_backup(folder: Path, copy: Copy, now: datetime) -> Path | None:
    """Make today's backup unless there is one, by whichever window. Return a new one."""
    name = daily_name(day_of(now))
    if (folder / FOLDER / f"{name}{SUFFIX}").exists():
        return None
    return _make(folder, name, copy, examine, now)


def backup_of(folder: Path, copy: Copy, kind: BackupKind, now: datetime) -> Backup:
    """Keep the database as it is at this moment, whatever backups there are."""
    name = f"{BEGINNINGS[kind]}{stamp(now)}"
    return read_backup(_make(folder, name, copy, examine, now))


def backup_before_upgrade(folder: Path, copy: Copy, revision: str, now: datetime) -> Path:
    """Keep the database as it is before it is brought from `revision` to a newer one."""
    name = f"{BEGINNINGS[BackupKind.BEFORE_UPGRADE]}{revision}-{stamp(now)}"
    return _make(folder, name, copy, examine, now)


def keep_what_is_open(folder: Path, copy: Copy, happened: int) -> str:
    """Keep what an open window holds of a database that is gone. Name it; empty if that failed.

    Where the window knows that more has happened than there is, that is not what it held.
    """

    def look(made: sqlite3.Connection) -> None:
        check_sound(made)
        if counted(made)[1] < happened:
            raise NotWhole("sqlite_sequence")

    with suppress(OSError, *UNREADABLE):
        if not folder.exists():
            folder.mkdir(mode=0o700)
        now = datetime.now(UTC)
        name = f"{BEGINNINGS[BackupKind.RESCUED]}{stamp(now)}"
        return _make(folder, name, copy, look, now).name
    return ""


def holds(folder: Path, event: int) -> bool:
    """Tell whether a backup that is whole holds all events up to that one."""
    return any(
        backup.events >= event and is_whole(path_of(folder, backup))
        for backup in backups_in(folder)
        if backup.is_readable
    )


def is_whole(path: Path) -> bool:
    """Read a backup through, and tell whether all in it is as it was written."""
    try:
        with closing(open_to_read(path)) as connection:
            examine(connection)
    except (*UNREADABLE, Trouble):
        return False
    return True


def _make(
    folder: Path, name: str, copy: Copy, look: Callable[[sqlite3.Connection], None], now: datetime
) -> Path:
    make_private_folder(folder / FOLDER)
    handle, path = tempfile.mkstemp(UNFINISHED, f".{name}-", folder / FOLDER)
    os.close(handle)
    unfinished = Path(path)
    try:
        with timed(What.BACKED_UP, why=kind_of(name)):
            with closing(sqlite3.connect(unfinished)) as made:
                copy(made)
                made.execute("PRAGMA journal_mode=DELETE")
                look(made)
            os.utime(unfinished, (now.timestamp(), now.timestamp()))
            return _put_in_place(unfinished, name)
    finally:
        for beside in ("", "-journal", "-wal", "-shm"):
            unfinished.with_name(f"{unfinished.name}{beside}").unlink(missing_ok=True)


def _put_in_place(unfinished: Path, name: str) -> Path:
    """Give a whole copy its name. Another window may give the same one at the same moment.

    Then its copy of the day is as good. One that was made before something is done is not: it may
    not hold all that is to be changed here. That gets a number.
    """
    is_daily = kind_of(name) is BackupKind.DAILY
    while True:
        target = unfinished.with_name(f"{name}{SUFFIX}")
        if not is_daily:
            target = unused(target.parent, name, SUFFIX)
        if _has_given(unfinished, target) or is_daily:
            return target


def _has_given(unfinished: Path, target: Path) -> bool:
    """Give a file a name that no other file has; tells whether it was still to be had."""
    try:
        os.link(unfinished, target)
    except FileExistsError:
        return False
    except OSError:  # a drive where no file has two names
        if target.exists():
            return False
        unfinished.replace(target)
    return True
