"""A sound database made of another one, row by row, in a folder of its own until it is whole.

What can be made anew is left behind, with whatever damage there is in it.
"""

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from app.model.errors import Trouble
from app.private import make_private_folder
from app.store.backup_files import backup_files, numbers_given, open_to_read
from app.store.door import UNREADABLE
from app.store.engine import open_engine
from app.store.examine import examine
from app.store.seals import seal_all, teach
from app.store.tables import metadata
from app.store.troubles import code_of, told
from app.store.upgrade import bring_up_to_date

_ORPHANS = (
    "DELETE FROM version WHERE item_id NOT IN (SELECT id FROM item)",
    "DELETE FROM version_deed WHERE version_id NOT IN (SELECT id FROM version)",
    "DELETE FROM trial WHERE version_id NOT IN (SELECT id FROM version)",
    "DELETE FROM reading WHERE version_id NOT IN (SELECT id FROM version)",
    "DELETE FROM suggestion WHERE item_id NOT IN (SELECT id FROM item)",
    "DELETE FROM case_run WHERE version_id NOT IN (SELECT id FROM version)",
    "DELETE FROM run_event WHERE run_id NOT IN (SELECT id FROM case_run)",
)
_AT_ODDS = (
    "UPDATE version SET state = 'retired' WHERE state = 'published' AND number IS NOT"
    " (SELECT published FROM item WHERE item.id = version.item_id)"
)
"""What rows say that were brought together from several files: one text counts, and no more."""

_MADE_ANEW = (
    "UPDATE case_run SET summary = '', format = 0",
    "DELETE FROM setting WHERE key LIKE 'library.%'",
)
"""What is computed from the rest and is made anew by whoever opens the rescued database."""

_OF_THE_WORLD = frozenset({"disk_full", "io", "read_only", "folder_not_writable", "locked"})


class Rebuilding:
    """Makes databases in a scratch folder inside a data folder."""

    def __init__(self, folder: Path, scratch: Path, now: datetime) -> None:
        self._folder, self._now = folder, now
        self.scratch = scratch

    def begin(self) -> None:
        """Make the scratch folder, without what an earlier try has left in it."""
        shutil.rmtree(self.scratch, ignore_errors=True)
        make_private_folder(self._folder)
        make_private_folder(self.scratch)

    def taken_from(self, backup: Path) -> Path | None:
        """Copy all that a backup holds; None where it is not whole, or of a newer program."""
        copy = self.scratch / "kopi.sqlite3"
        try:
            shutil.copyfile(backup, copy)
            with closing(sqlite3.connect(copy)) as connection:
                examine(connection, derived=False)
            _up_to_date(copy, self._now)
            fresh = self.empty()
            _copy_tables(copy, fresh)
        except (*UNREADABLE, Trouble) as error:
            _raise_of_the_world(error)
            return None
        return fresh

    def empty(self) -> Path:
        """Make a database with nothing in it."""
        fresh = self.scratch / "ny.sqlite3"
        fresh.unlink(missing_ok=True)
        _up_to_date(fresh, self._now)
        return fresh

    def finished(self, fresh: Path) -> Path | None:
        """Let go of what hangs loose, let numbers go on from the highest, and read it through."""
        try:
            with closing(sqlite3.connect(fresh)) as connection:
                teach(connection)
                for statement in (*_ORPHANS, _AT_ODDS, *_MADE_ANEW):
                    connection.execute(statement)
                self._count_on(connection)
                seal_all(connection)
                connection.commit()
                connection.execute("PRAGMA journal_mode=DELETE")
                examine(connection)
        except (*UNREADABLE, Trouble) as error:
            _raise_of_the_world(error)
            return None
        return fresh

    def _count_on(self, connection: sqlite3.Connection) -> None:
        """Let what happens from now on have higher numbers than all there are: they tell age."""
        raise_numbers(connection, self._highest())

    def _highest(self) -> dict[str, int]:
        highest: dict[str, int] = {}
        for path in (*backup_files(self._folder), *self.scratch.glob("beskadiget*")):
            with suppress(*UNREADABLE), closing(open_to_read(path)) as connection:
                for name, number in numbers_given(connection).items():
                    highest[name] = max(highest.get(name, 0), number)
        return highest


def _up_to_date(path: Path, now: datetime) -> None:
    engine = open_engine(path)
    try:
        with told(path):
            bring_up_to_date(engine, path, now)
    finally:
        engine.dispose()


def _copy_tables(source: Path, target: Path) -> None:
    """Copy all rows of all tables that cannot be made anew, and the numbers that were given."""
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("ATTACH ? AS source", (str(source),))
        take_rows(connection)
        connection.execute("DELETE FROM main.sqlite_sequence")
        connection.execute("INSERT INTO main.sqlite_sequence SELECT * FROM source.sqlite_sequence")
        connection.commit()


def take_rows(connection: sqlite3.Connection) -> None:
    """Take all rows that cannot be made anew from the `source` that is attached."""
    for table, columns in metadata.tables.items():
        names = ", ".join(column.name for column in columns.columns)
        connection.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM source.{table}")


def raise_numbers(connection: sqlite3.Connection, numbers: Mapping[str, int]) -> None:
    """Let the numbers that are given go on from these, unless they are higher already."""
    for name, number in numbers.items():
        done = connection.execute(
            "UPDATE main.sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (number, name)
        )
        if not done.rowcount:
            connection.execute("INSERT INTO main.sqlite_sequence VALUES (?, ?)", (name, number))


def _raise_of_the_world(error: Exception) -> None:
    """Let a full disk be told as such: it says nothing of what is being read."""
    code = error.code if isinstance(error, Trouble) else code_of(error)
    if code in _OF_THE_WORLD:
        raise error
