"""Backups of the database file: one a day, one before what may go wrong, one whenever it is
asked for; each is read through before it counts.

They lie in a folder beside the database, under names that say what and when. A backup is as old
as its file says it is.
"""

import os
import re
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from app.model.recovery import Backup, BackupKind
from app.model.times import local

FOLDER = "sikkerhedskopier"
SUFFIX = ".sqlite3"
DAYS_KEPT = 7
OLDEST = 30
"""So many days no backup is older, as what is deleted must leave the backups too."""

_DAILY = "dagligt-"
_BEFORE_UPGRADE = "foer-opgradering-"
_BEGINNINGS = {
    BackupKind.DAILY: _DAILY,
    BackupKind.BEFORE_UPGRADE: _BEFORE_UPGRADE,
    BackupKind.BEFORE_RESTORE: "foer-tilbagehentning-",
    BackupKind.ASKED: "paa-oenske-",
}
_STAMPED_DAY = re.compile(rf"-(\d{{8}})-\d{{6}}\{SUFFIX}$")
_DAY = re.compile(rf"^{_DAILY}(\d{{4}}-\d\d-\d\d)\{SUFFIX}$")


def daily_backup(database: Path, now: datetime) -> Path | None:
    """Make today's backup unless there is one, and let go of the oldest. Return a new one.

    All others go too, once they are old: today's is there.
    """
    folder, today = database.parent / FOLDER, local(now).date()
    target = folder / f"{_DAILY}{today.isoformat()}{SUFFIX}"
    if target.exists():
        return None
    copy_database(database, target, now)
    for old in _outlived(database.parent, today):
        old.unlink(missing_ok=True)
    return target


def _outlived(folder: Path, today: date) -> list[Path]:
    """Return the backups that are too many or too old."""
    oldest = today - timedelta(days=OLDEST)
    others = [
        path
        for kind in BackupKind
        if kind in _BEGINNINGS and kind is not BackupKind.DAILY
        for path in (folder / FOLDER).glob(f"{_BEGINNINGS[kind]}*{SUFFIX}")
        if (made := _STAMPED_DAY.search(path.name)) and made[1] < f"{oldest:%Y%m%d}"
    ]
    daily = daily_backups(folder)
    first = f"{_DAILY}{oldest.isoformat()}"
    return [
        *daily[DAYS_KEPT:],
        *(path for path in daily[:DAYS_KEPT] if path.name < first),
        *others,
    ]


def backup_before_upgrade(database: Path, revision: str, now: datetime) -> Path:
    """Keep the database as it is before it is brought from `revision` to a newer one."""
    name = f"{_BEFORE_UPGRADE}{revision}-{stamp(now)}{SUFFIX}"
    return copy_database(database, database.parent / FOLDER / name, now)


def backup_of(database: Path, kind: BackupKind, now: datetime) -> Backup:
    """Keep the database as it is at this moment, whatever backups there are."""
    name = f"{_BEGINNINGS[kind]}{stamp(now)}{SUFFIX}"
    return _told_of(copy_database(database, database.parent / FOLDER / name, now))


def all_backups(folder: Path) -> list[Backup]:
    """Tell of all backups in a data folder, the newest first."""
    return [_told_of(path) for path in backups_newest_first(folder)]


def _told_of(path: Path) -> Backup:
    stat = path.stat()
    found = (kind for kind, begins in _BEGINNINGS.items() if path.name.startswith(begins))
    made = datetime.fromtimestamp(stat.st_mtime, UTC)
    return Backup(path.name, made, stat.st_size, next(found, BackupKind.OTHER))


def copy_database(database: Path, target: Path, now: datetime) -> Path:
    """Copy a database that may be in use, and check that the copy is sound before it counts."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".del")
    unfinished.unlink(missing_ok=True)
    with (
        closing(sqlite3.connect(database)) as source,
        closing(sqlite3.connect(unfinished)) as copy,
    ):
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        check_sound(copy)
    os.utime(unfinished, (now.timestamp(), now.timestamp()))
    unfinished.replace(target)
    return target


def check_sound(connection: sqlite3.Connection) -> None:
    """Raise SQLite's own error for damage when a database does not hang together."""
    answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if answer != "ok":
        error = sqlite3.DatabaseError(answer)
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error


def daily_backups(folder: Path) -> list[Path]:
    """Return the daily backups in a data folder, the newest first."""
    found = (folder / FOLDER).glob(f"{_DAILY}*{SUFFIX}")
    return sorted((path for path in found if _DAY.match(path.name)), reverse=True)


def newest_backup(folder: Path) -> Path | None:
    """Return the newest backup in a data folder of any kind; None when there is none."""
    try:
        found = [path for path in (folder / FOLDER).glob(f"*{SUFFIX}") if path.is_file()]
        return max(found, key=lambda path: path.stat().st_mtime_ns, default=None)
    except OSError:
        return None


def backups_newest_first(folder: Path) -> list[Path]:
    """Return all backups in a data folder, the newest first."""
    found = (folder / FOLDER).glob(f"*{SUFFIX}")
    return sorted(found, key=lambda path: path.stat().st_mtime_ns, reverse=True)


def stamp(now: datetime) -> str:
    """A moment as it stands in the name of a file."""
    return now.strftime("%Y%m%d-%H%M%S")
