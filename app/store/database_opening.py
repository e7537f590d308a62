"""Open the database of a data folder, so that it is sound and up to date."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from app.data_folder import DAMAGED, DATABASE
from app.log import What, timed
from app.private import close_all, make_private_file, make_private_folder
from app.store.backup_files import newest_backup
from app.store.engine import (
    OPENING_SECONDS,
    open_engine,
    raw,
    seal_writes,
    wait_as_ever,
    wait_at_most,
)
from app.store.examine import examine
from app.store.left import has_been, has_lost_log, is_as_left, note_in_doubt, note_in_use
from app.store.log_file import log_of, read_log
from app.store.presence import Presence
from app.store.troubles import told, trouble
from app.store.unit_of_work import Store
from app.store.upgrade import bring_up_to_date


def open_store(folder: Path, *, now: datetime) -> Store:
    """Open the database of a folder, which is made when it is not there.

    `Trouble`: folder_not_writable, no_file (something else lies in its place), not_connected (it
    is a link to nowhere), read_only, disk_full, locked, damaged, log_cut (a crash, and the log it
    left is damaged), missing (it was there), newer_version, newer_document, io.
    """
    path = folder / DATABASE
    with told(path):
        make_private_folder(folder)
        _refuse_other_things(path)
    presence = Presence.enter(folder)
    try:
        return _open(path, presence, now)
    except BaseException:
        presence.leave()
        raise


def _open(path: Path, presence: Presence, now: datetime) -> Store:
    with told(path):
        _refuse_to_start_over(path)
        _refuse_cut_log(path, presence)
        in_doubt = _is_in_doubt(path, presence)
        lacks_log = presence.was_alone and path.exists() and has_lost_log(path)
        make_private_file(path)
        close_all(path.parent)
    engine = open_engine(path)
    try:
        with told(path):
            wait_at_most(engine, OPENING_SECONDS)
            _check_writable(engine)
            if in_doubt:
                _look_through(engine)
            bring_up_to_date(engine, path, now)
            seal_writes(engine)
            wait_as_ever(engine)
            store = Store(engine, path, presence, was_in_doubt=in_doubt)
            store.lacks_log = lacks_log
            if presence.was_alone:
                note_in_use(path)
            elif not has_been(path):
                note_in_doubt(path)
            return store
    except BaseException:
        engine.dispose()
        raise


def _refuse_other_things(path: Path) -> None:
    """Neither wait for a pipe nor write through a link to a drive that is not there."""
    if path.is_symlink() and not path.exists():
        raise trouble("not_connected", path)
    if path.exists() and not path.is_file():
        raise trouble("no_file", path)


def _refuse_to_start_over(path: Path) -> None:
    """Where a database has been, an empty one must not take its place in silence."""
    if path.exists() and path.stat().st_size:
        return
    log = log_of(path)
    has_log = log.exists() and log.stat().st_size > 0
    backup = newest_backup(path.parent)
    if backup or has_log or has_been(path) or any(path.parent.glob(f"{DAMAGED}*")):
        raise trouble("missing", path, kept=backup.name if backup else "")


def _refuse_cut_log(path: Path, presence: Presence) -> None:
    """SQLite would drop what it cannot read of the log, in silence."""
    if presence.was_alone and read_log(log_of(path)).is_cut:
        raise trouble("log_cut", path)


def _is_in_doubt(path: Path, presence: Presence) -> bool:
    """Whether a file must be read through: nobody has it open, and it is not as it was left."""
    if not path.exists() or not path.stat().st_size:
        return False
    if presence.was_alone:
        return not is_as_left(path)
    log = log_of(path)
    return not presence.knows and log.exists() and log.stat().st_size > 0


def _check_writable(engine: Engine) -> None:
    """Find out now what would go wrong later."""
    with engine.connect() as connection:
        driver = raw(connection)
        driver.execute("BEGIN IMMEDIATE")
        driver.execute("ROLLBACK")


def _look_through(engine: Engine) -> None:
    """Read a file through before anything is done with it; an empty one holds nothing to read."""
    with engine.connect() as connection:
        driver = raw(connection)
        if driver.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            with timed(What.EXAMINED):
                examine(driver)
