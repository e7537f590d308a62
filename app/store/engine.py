"""The one place with pragmas, pools and BEGIN.

Another database than SQLite would be made known here, in `search` and `seals.py`, and nowhere
else.

One connection serves one store: whoever needs it waits for its turn, so that work from several
threads comes one after the other, and so that `data_version` tells what others have written.
"""

import sqlite3
import time
from pathlib import Path
from typing import cast

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from app.store.seals import seal_what_is_written, teach

BUSY_SECONDS = 5.0
"""How long a write waits for another window's write before it gives up."""

OPENING_SECONDS = 30.0
"""How long an opening window waits: another may be bringing in the library at its first start."""

WRITES = "roed_traad_writes"
"""Option of a connection that is going to write: it takes its turn at once, not half-way."""

_PRAGMAS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cell_size_check=ON",
)


def open_engine(path: Path) -> Engine:
    """Make the engine of a database file. The file is not touched before the first use."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        connect_args={
            "isolation_level": None,
            "timeout": BUSY_SECONDS,
            "check_same_thread": False,
        },
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def seal_writes(engine: Engine) -> None:
    """Let all connections of an engine seal the rows they write, once the tables are there."""
    event.listen(engine, "connect", lambda driver, _entry: seal_what_is_written(driver))
    with engine.connect() as connection:
        seal_what_is_written(raw(connection))


def wait_as_ever(engine: Engine) -> None:
    """Let the engine's connection wait for other windows as long as any."""
    wait_at_most(engine, BUSY_SECONDS)


def wait_at_most(engine: Engine, seconds: float) -> None:
    """Let the engine's connection wait so long for other windows from now on."""
    with engine.connect() as connection:
        raw(connection).execute(f"PRAGMA busy_timeout={int(seconds * 1000)}")


def raw(connection: Connection) -> sqlite3.Connection:
    """Return the driver's own connection, for what must happen outside a transaction."""
    return cast("sqlite3.Connection", connection.connection.dbapi_connection)


def data_version(connection: Connection) -> int:
    """A number that changes when another connection than this one has written."""
    return int(raw(connection).execute("PRAGMA data_version").fetchone()[0])


def wipe_log(connection: Connection) -> None:
    """Fold the write-ahead log into the database and empty it: it keeps pages as they were."""
    raw(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _set_up(driver: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    teach(driver)
    for pragma in _PRAGMAS:
        driver.execute(pragma)
    if driver.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        _ask_for_wal(driver)


def _ask_for_wal(driver: sqlite3.Connection) -> None:
    """Switch to write-ahead logging, which does not wait its turn by itself: an empty transaction
    that nobody else may have the file open beside does, and then it is tried again.

    A folder where it cannot work keeps the older journal, which is as safe and only slower.
    """
    give_up = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            driver.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                raise
            driver.execute("BEGIN EXCLUSIVE")
            driver.execute("ROLLBACK")
        else:
            return


def _begin(connection: Connection) -> None:
    """Begin for SQLite, whose driver would wait with it until the first change of a row."""
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
