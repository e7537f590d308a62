"""Open the database of a data folder, so that it is sound and up to date."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from app.model.errors import Trouble
from app.store.backup import check_sound, newest_backup
from app.store.engine import open_engine, raw
from app.store.peeking import DATABASE
from app.store.troubles import told, trouble
from app.store.unit_of_work import Store
from app.store.upgrade import bring_up_to_date

DAMAGED = "roed-traad-beskadiget-"
"""What a damaged database is called once it was moved aside; a time follows."""


def open_store(folder: Path, *, now: datetime) -> Store:
    """Open the database of a folder, which is made when it is not there.

    `Trouble`: folder_not_writable, read_only, disk_full, locked, damaged, missing (it was there,
    and its backups still are), newer_version, io.
    """
    path = folder / DATABASE
    with told(path):
        folder.mkdir(parents=True, exist_ok=True)
        _refuse_to_start_over(path)
        unclean = _was_left_open(path)
    engine = open_engine(path)
    try:
        with told(path):
            _check(engine, unclean=unclean)
            bring_up_to_date(engine, path, now)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, path)


def is_usable(copy: Path, now: datetime) -> bool:
    """Whether a copy of a database hangs together; it is brought up to date on the way."""
    try:
        with closing(sqlite3.connect(copy)) as connection:
            check_sound(connection)
        make_current(copy, now)
    except (sqlite3.Error, Trouble):
        return False
    return True


def make_current(path: Path, now: datetime) -> None:
    """Make the tables of a database that nobody has open, or bring them up to date."""
    engine = open_engine(path)
    try:
        with told(path):
            bring_up_to_date(engine, path, now)
    finally:
        engine.dispose()


def _refuse_to_start_over(path: Path) -> None:
    """Where a database has been, an empty one must not take its place in silence."""
    if path.exists() and path.stat().st_size:
        return
    if newest_backup(path.parent) or any(path.parent.glob(f"{DAMAGED}*")):
        backup = newest_backup(path.parent)
        raise trouble("missing", path, kept=backup.name if backup else "")


def _was_left_open(path: Path) -> bool:
    """Whether a log is left: the last user crashed, or another window has it open."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _check(engine: Engine, *, unclean: bool) -> None:
    """Find out now what would go wrong later: that it cannot be written, or is damaged."""
    with engine.connect() as connection:
        driver = raw(connection)
        driver.execute("BEGIN IMMEDIATE")
        driver.execute("ROLLBACK")
        if unclean:
            check_sound(driver)
