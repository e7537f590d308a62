"""Look at the settings of a database that is not open yet; SQLite alone, so that it is quick."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from app.data_folder import DATABASE
from app.store.log_file import log_of


def peek_at_settings(folder: Path) -> dict[str, Any] | None:
    """Return every setting as it is stored; None where there is no database, or not yet.

    What cannot be read now is left to whoever opens it. Nothing is left behind in the folder: a
    log that a reader makes would look like that of a window which was killed.
    """
    database = folder.resolve() / DATABASE
    if not database.exists() or not database.stat().st_size:
        return None
    # Where there is no log, nobody has the file open, and it holds all there is.
    how = "mode=ro" if log_of(database).exists() else "immutable=1"
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?{how}", uri=True)) as connection:
            rows = connection.execute("SELECT key, value FROM setting").fetchall()
        return {key: msgspec.json.decode(value) for key, value in rows}
    except (sqlite3.Error, UnicodeDecodeError, msgspec.MsgspecError, TypeError):
        return {}
