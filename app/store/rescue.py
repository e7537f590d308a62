"""Rescue a damaged database: the newest sound backup, and all that can still be read on top.

The damaged file is never changed and never removed; it gets a time in its name and stays.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from app.model.recovery import Recovery
from app.store import search
from app.store.backup import SUFFIX, backups_newest_first, check_sound, stamp
from app.store.opening import DAMAGED, is_usable, make_current
from app.store.peeking import DATABASE
from app.store.troubles import told

_SCRATCH = "redning"
_TABLES = (
    *("item", "version", "version_deed", "trial", "suggestion", "reading"),
    *("case_run", "run_event", "setting"),
)
_ORPHANS = (
    "DELETE FROM version WHERE item_id NOT IN (SELECT id FROM item)",
    "DELETE FROM version_deed WHERE version_id NOT IN (SELECT id FROM version)",
    "DELETE FROM trial WHERE version_id NOT IN (SELECT id FROM version)",
    "DELETE FROM reading WHERE version_id NOT IN (SELECT id FROM version)",
    "DELETE FROM suggestion WHERE item_id NOT IN (SELECT id FROM item)",
    "DELETE FROM case_run WHERE version_id NOT IN (SELECT id FROM version)",
    "DELETE FROM run_event WHERE run_id NOT IN (SELECT id FROM case_run)",
)
_MADE_ANEW = (
    "UPDATE case_run SET summary = ''",
    *(f"DELETE FROM {table}" for table in search.TABLES),
    "DELETE FROM setting WHERE key LIKE 'library.%'",
)
"""What is computed from the rest and is made anew by whoever opens the rescued database."""

_PAGE, _HEAD = 4096, 100
_JOURNAL, _FREE_PAGES, _SIZE_IS_OF = slice(18, 20), slice(32, 40), slice(92, 96)
"""Places in the head of a database file, as SQLite documents its format."""

_Row = tuple[object, ...]


def recover(folder: Path, *, now: datetime) -> Recovery:
    """Put a sound database in the place of a damaged or missing one.

    No window may have it open. Until the very end nothing is moved, so that it can be tried again.
    """
    path = folder / DATABASE
    scratch = folder / _SCRATCH
    with told(path):
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir(parents=True)
        damaged = _copy_damaged(folder, scratch)
        fresh = scratch / "ny.sqlite3"
        backup = _base(folder, fresh, now)
        before = _count(fresh, "run_event")
        if damaged:
            _mend_first_page(damaged, fresh, whole=bool(backup))
            _salvage(damaged, fresh)
        _finish(fresh)
        runs, events = _count(fresh, "case_run"), _count(fresh, "run_event")
        kept = _move_aside(path, now)
        fresh.replace(path)
        shutil.rmtree(scratch, ignore_errors=True)
    return Recovery(kept, backup, runs, events, events - before)


def _copy_damaged(folder: Path, scratch: Path) -> Path | None:
    """Copy what is damaged, so that reading it changes nothing; None when nothing is there."""
    source = folder / DATABASE
    if not source.exists():
        aside = sorted(folder.glob(f"{DAMAGED}*{SUFFIX}"))
        if not aside:
            return None
        source = aside[-1]
    copy = scratch / "beskadiget.sqlite3"
    shutil.copyfile(source, copy)
    log = source.with_name(f"{source.name}-wal")
    if log.exists():
        shutil.copyfile(log, copy.with_name(f"{copy.name}-wal"))
    return copy


def _base(folder: Path, fresh: Path, now: datetime) -> str:
    """Begin with the newest backup that is sound, or with an empty database. Name the backup."""
    for backup in backups_newest_first(folder):
        shutil.copyfile(backup, fresh)
        if is_usable(fresh, now):
            return backup.name
        fresh.unlink()
    make_current(fresh, now)
    return ""


def _mend_first_page(damaged: Path, like: Path, *, whole: bool) -> None:
    """Let SQLite read a copy whose first page is spoilt, by giving it that of a sound database.

    Only the head of it, unless the sound one is an earlier copy of the same (`whole`): the rest
    says where the tables lie.
    """
    with closing(sqlite3.connect(damaged)) as connection, suppress(sqlite3.DatabaseError):
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return
    with like.open("rb") as sound:
        page = bytearray(sound.read(_PAGE if whole else _HEAD))
    if damaged.with_name(f"{damaged.name}-wal").exists():
        page[_JOURNAL] = b"\x02\x02"
    page[_SIZE_IS_OF] = b"\x00\x00\x00\x00"  # the size is not: look at the file
    page[_FREE_PAGES] = bytes(8)
    with damaged.open("r+b") as file:
        file.write(page)


def _salvage(damaged: Path, fresh: Path) -> None:
    """Copy every row that can be read; it is newer than what the backup holds."""
    with (
        closing(sqlite3.connect(damaged)) as source,
        closing(sqlite3.connect(fresh)) as target,
    ):
        for table in _TABLES:
            columns = _shared_columns(source, target, table)
            if columns:
                _copy_rows(source, target, table, columns)
        target.commit()


def _shared_columns(
    source: sqlite3.Connection, target: sqlite3.Connection, table: str
) -> tuple[str, ...]:
    def columns(connection: sqlite3.Connection) -> list[str]:
        return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]

    try:
        there = columns(source)
    except sqlite3.DatabaseError:
        return ()
    return tuple(name for name in columns(target) if name in there)


def _copy_rows(
    source: sqlite3.Connection, target: sqlite3.Connection, table: str, columns: tuple[str, ...]
) -> None:
    names = ", ".join(f'"{name}"' for name in columns)
    places = ", ".join("?" * len(columns))
    for order in ("ASC", "DESC"):
        read = f"SELECT {names} FROM {table} ORDER BY rowid {order}"
        for row in _readable(source, read):
            with suppress(sqlite3.Error):
                target.execute(f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({places})", row)


def _readable(source: sqlite3.Connection, read: str) -> Iterator[_Row]:
    """Read until a damaged page stops it; read from the other end to get at what lies behind."""
    with suppress(sqlite3.DatabaseError):
        yield from source.execute(read)


def _finish(fresh: Path) -> None:
    with closing(sqlite3.connect(fresh)) as connection:
        for statement in (*_ORPHANS, *_MADE_ANEW):
            connection.execute(statement)
        connection.commit()
        connection.execute("PRAGMA journal_mode=DELETE")
        check_sound(connection)


def _count(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _move_aside(path: Path, now: datetime) -> str:
    """Give the damaged file, and the log that belongs to it, a name with the time in it."""
    if not path.exists():
        return ""
    kept = path.with_name(f"{DAMAGED}{stamp(now)}{SUFFIX}")
    path.replace(kept)
    log = path.with_name(f"{path.name}-wal")
    if log.exists():
        log.replace(kept.with_name(f"{kept.name}-wal"))
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    return kept.name
