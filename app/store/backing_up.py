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
from app.store.backups import (
    BEGINNINGS,
    FOLDER,
    SUFFIX,
    UNFINISHED,
    backups_in,
    daily_name,
    kind_of,
    open_to_read,
    path_of,
    read_backup,
)
from app.store.door import UNREADABLE
from app.store.examine import check_sound, examine

Copy = Callable[[sqlite3.Connection], None]
"""Copies the open database into a connection."""


def daily_backup(folder: Path, copy: Copy, now: datetime) -> Path | None:
    """Make today's backup unless there is one, by whichever window. Return a new one."""
    target = folder / FOLDER / f"{daily_name(day_of(now))}{SUFFIX}"
    if target.exists():
        return None
    return _make(target, copy, examine, now)


def backup_of(folder: Path, copy: Copy, kind: BackupKind, now: datetime) -> Backup:
    """Keep the database as it is at this moment, whatever backups there are."""
    target = unused(folder / FOLDER, f"{BEGINNINGS[kind]}{stamp(now)}", SUFFIX)
    return read_backup(_make(target, copy, examine, now))


def backup_before_upgrade(folder: Path, copy: Copy, revision: str, now: datetime) -> Path:
    """Keep the database as it is before it is brought from `revision` to a newer one."""
    name = f"{BEGINNINGS[BackupKind.BEFORE_UPGRADE]}{revision}-{stamp(now)}"
    return _make(unused(folder / FOLDER, name, SUFFIX), copy, examine, now)


def keep_what_is_open(folder: Path, copy: Copy) -> str:
    """Keep what an open window holds of a database that is gone. Name it; empty if that failed."""
    with suppress(OSError, sqlite3.Error):
        if not folder.exists():
            folder.mkdir(mode=0o700)
        now = datetime.now(UTC)
        name = f"{BEGINNINGS[BackupKind.RESCUED]}{stamp(now)}"
        return _make(unused(folder / FOLDER, name, SUFFIX), copy, check_sound, now).name
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
    target: Path, copy: Copy, look: Callable[[sqlite3.Connection], None], now: datetime
) -> Path:
    make_private_folder(target.parent)
    handle, name = tempfile.mkstemp(UNFINISHED, f".{target.stem}-", target.parent)
    os.close(handle)
    unfinished = Path(name)
    try:
        with timed(What.BACKED_UP, why=kind_of(target.name)):
            with closing(sqlite3.connect(unfinished)) as made:
                copy(made)
                made.execute("PRAGMA journal_mode=DELETE")
                look(made)
            os.utime(unfinished, (now.timestamp(), now.timestamp()))
            _put_in_place(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)
        unfinished.with_name(f"{unfinished.name}-journal").unlink(missing_ok=True)
    return target


def _put_in_place(unfinished: Path, target: Path) -> None:
    """Give a whole copy its name; where another window was first, its copy is as good."""
    if not target.exists():
        unfinished.replace(target)
