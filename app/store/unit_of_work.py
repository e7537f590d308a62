"""One piece of work on the database: read together, or written together or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from threading import get_ident

from sqlalchemy import Connection, Engine

from app.store.drafts import Drafts
from app.store.engine import WRITES, data_version, wipe_log
from app.store.items import Items
from app.store.readings import Readings
from app.store.receipts import Receipts
from app.store.run_lists import RunLists
from app.store.runs import Runs
from app.store.search import SearchIndex
from app.store.settings import SettingTable
from app.store.suggestions import Suggestions
from app.store.trials import Trials
from app.store.troubles import told
from app.store.version_log import VersionLog


class Work:
    """The gateways of one transaction. What is written counts from `commit` on, or never."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def items(self) -> Items:
        return Items(self._connection)

    @cached_property
    def runs(self) -> Runs:
        return Runs(self._connection)

    @cached_property
    def lists(self) -> RunLists:
        return RunLists(self._connection)

    @cached_property
    def receipts(self) -> Receipts:
        return Receipts(self._connection)

    @cached_property
    def drafts(self) -> Drafts:
        return Drafts(self._connection)

    @cached_property
    def log(self) -> VersionLog:
        return VersionLog(self._connection)

    @cached_property
    def trials(self) -> Trials:
        return Trials(self._connection)

    @cached_property
    def suggestions(self) -> Suggestions:
        return Suggestions(self._connection)

    @cached_property
    def readings(self) -> Readings:
        return Readings(self._connection)

    @cached_property
    def search(self) -> SearchIndex:
        return SearchIndex(self._connection)

    @cached_property
    def settings(self) -> SettingTable:
        return SettingTable(self._connection)

    def commit(self) -> None:
        """Make it durable: when this returns, it is on the disk."""
        self._connection.commit()


class Store:
    """An open database. `open_store` in `opening.py` makes one that is sound and up to date."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self.path = path
        self._engine = engine
        self._busy: int | None = None

    @contextmanager
    def reading(self) -> Iterator[Work]:
        """Read, all from one moment."""
        with self._turn() as connection:
            yield Work(connection)

    @contextmanager
    def writing(self) -> Iterator[Work]:
        """Write alone among all windows; without `commit` nothing is changed."""
        with self._turn() as connection:
            connection.execution_options(**{WRITES: True})
            connection.begin()
            yield Work(connection)

    def data_version(self) -> int:
        """A number that changes when another program or window has written."""
        with self._turn() as connection:
            return data_version(connection)

    def wipe(self) -> None:
        """Fold the log into the database, so that nothing deleted is left in either.

        What other windows still read stays until the next time; the page it stood on is zeroed.
        """
        with self._turn() as connection:
            wipe_log(connection)

    def close(self) -> None:
        """Let go of the file. The last one to do so folds the log into the database."""
        with told(self.path):
            self._engine.dispose()

    @contextmanager
    def _turn(self) -> Iterator[Connection]:
        """Wait for the one connection. Work inside other work would wait for itself."""
        if self._busy == get_ident():
            raise RuntimeError("work on the database inside other work on it")
        with told(self.path), self._engine.connect() as connection:
            self._busy = get_ident()
            try:
                yield connection
            finally:
                self._busy = None
