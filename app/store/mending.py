"""Let SQLite read a copy of a damaged database: its first page, and what it says of its tables.

What was spoilt there is the same in every database of ours, and can be told from a sound one.
"""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from app.store.door import UNREADABLE
from app.store.log_file import log_of
from app.store.tables import metadata

_PAGE, _HEAD = 4096, 100
_JOURNAL, _FREE_PAGES, _SIZE_IS_OF = slice(18, 20), slice(32, 40), slice(92, 96)
"""Places in the head of a database file, as SQLite documents its format."""

_TABLES = "SELECT rowid, name, tbl_name, sql FROM sqlite_master WHERE type = 'table'"


def mend_first_page(damaged: Path, like: Path, *, whole: bool) -> None:
    """Give a copy whose first page is spoilt that of a sound database.

    Only the head of it, unless the sound one is an earlier copy of the same (`whole`): the rest
    says where the tables lie.
    """
    with closing(sqlite3.connect(damaged)) as connection, suppress(*UNREADABLE):
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return
    with like.open("rb") as sound:
        page = bytearray(sound.read(_PAGE if whole else _HEAD))
    if log_of(damaged).exists():
        page[_JOURNAL] = b"\x02\x02"
    page[_SIZE_IS_OF] = b"\x00\x00\x00\x00"  # the size is not: look at the file
    page[_FREE_PAGES] = bytes(8)
    with damaged.open("r+b") as file:
        file.write(page)


def mend_schema(damaged: Path, like: Path) -> None:
    """Say again what the tables are of a copy where a letter in that is spoilt."""
    with closing(sqlite3.connect(like)) as connection:
        known = {name: sql for _, name, _, sql in connection.execute(_TABLES)}
    with closing(_opened(damaged)) as connection, suppress(*UNREADABLE):
        for number, *names, sql in connection.execute(_TABLES).fetchall():
            name = next((one for one in names if one in metadata.tables), None)
            if name is not None and not _can_be_made(name, sql):
                connection.execute(
                    "UPDATE sqlite_master SET name = ?, tbl_name = ?, sql = ? WHERE rowid = ?",
                    (name, name, known[name], number),
                )
        connection.commit()


def _can_be_made(name: str, sql: str) -> bool:
    with closing(sqlite3.connect(":memory:")) as connection, suppress(*UNREADABLE, TypeError):
        connection.execute(sql)
        there = connection.execute(f"PRAGMA table_info({name})").fetchall()
        return {row[1] for row in there} <= set(metadata.tables[name].columns.keys())
    return False


def _opened(damaged: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(damaged)
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    connection.execute("PRAGMA writable_schema=ON")
    return connection
