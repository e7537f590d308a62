"""Bring a database to today's schema: all of it or nothing, after a backup.

A new database is made straight from the tables; Alembic is imported only where there is an older
one. A test holds the two ways together.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, event, inspect
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DBAPIError

from app.log import What, note, timed
from app.model.errors import Trouble
from app.store import search
from app.store.backing_up import backup_before_upgrade
from app.store.engine import WRITES, raw
from app.store.tables import metadata
from app.store.troubles import code_of, trouble

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006")
"""Every schema there has been, the newest last."""

SCRIPTS = "app.store:migrations"

_VERSION_TABLE = """
CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL,
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)
"""


def bring_up_to_date(
    engine: Engine,
    path: Path,
    now: datetime,
    *,
    scripts: str = SCRIPTS,
    revisions: tuple[str, ...] = REVISIONS,
) -> Path | None:
    """Make the tables, or upgrade them. Return the backup that an upgrade began with."""
    with engine.connect() as connection:
        found = revision_of(connection, path)
    if found == revisions[-1]:
        return None
    if found is None:
        _create(engine, path, revisions[-1])
        note(What.MADE)
        return None
    if found not in revisions:
        raise Trouble("newer_version", path=str(path), found=found, known=revisions[-1])
    with engine.connect() as connection:
        backup = backup_before_upgrade(path.parent, raw(connection).backup, found, now)
    with timed(What.UPGRADED, before=int(found), after=int(revisions[-1])):
        _upgrade(engine, path, scripts, revisions[-1])
    return backup


def revision_of(connection: Connection, path: Path) -> str | None:
    """Return the revision of a database; None when it is empty."""
    names = inspect(connection).get_table_names()
    if "alembic_version" not in names:
        if names:
            raise trouble("damaged", path)
        return None
    rows = connection.exec_driver_sql("SELECT version_num FROM alembic_version").all()
    if len(rows) != 1:
        raise trouble("damaged", path)
    return str(rows[0][0])


def _create(engine: Engine, path: Path, revision: str) -> None:
    with engine.connect() as connection:
        connection.execution_options(**{WRITES: True})
        if revision_of(connection, path) is not None:
            return  # another window was first
        metadata.create_all(connection, checkfirst=False)
        for statement in search.CREATE:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(_VERSION_TABLE)
        connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (revision,))
        connection.commit()


def _upgrade(engine: Engine, path: Path, scripts: str, newest: str) -> None:
    """Run the migrations with foreign keys off, and count what they point to afterwards.

    A table that is made anew would otherwise take the rows along that point to it.
    """
    with engine.connect() as connection:
        raw(connection).execute("PRAGMA foreign_keys=OFF")
        connection.execution_options(**{WRITES: True})
        try:
            connection.begin()
            if revision_of(connection, path) == newest:
                return  # another window was first
            with _first_error(engine):
                _migrate(connection, scripts)
                _check_foreign_keys(connection)
                connection.commit()
        finally:
            connection.rollback()
            raw(connection).execute("PRAGMA foreign_keys=ON")


@contextmanager
def _first_error(engine: Engine) -> Iterator[None]:
    """Raise what went wrong first: a full disk ends the transaction, and what follows misleads."""
    met: list[BaseException] = []

    def note(context: ExceptionContext) -> None:
        met.append(context.original_exception)

    event.listen(engine, "handle_error", note)
    try:
        yield
    except DBAPIError as error:
        if met and error.orig is not met[0] and code_of(met[0]) is not None:
            raise met[0] from error
        raise
    finally:
        event.remove(engine, "handle_error", note)


def _migrate(connection: Connection, scripts: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", scripts)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _check_foreign_keys(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise RuntimeError(f"the migration broke {len(broken)} references")
