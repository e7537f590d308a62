"""One piece of work on the database: read together, or written together or not at all."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from threading import get_ident

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from app.model.errors import Trouble
from app.store.arrival_rows import Arrivals
from app.store.backing_up import keep_what_is_open
from app.store.backup_files import counted
from app.store.course import Course
from app.store.draft_rows import Drafts
from app.store.engine import (
    OPENING_SECONDS,
    WRITES,
    data_version,
    raw,
    wait_as_ever,
    wait_at_most,
    wipe_log,
)
from app.store.examine import check_sound
from app.store.identity import Identity
from app.store.item_rows import Items
from app.store.left import note_in_doubt, note_left
from app.store.presence import Presence, alone_in
from app.store.reading_rows import Readings
from app.store.receipt_rows import Receipts
from app.store.run_list_rows import RunLists
from app.store.run_rows import Runs
from app.store.search import SearchIndex
from app.store.setting_rows import SettingTable
from app.store.suggestion_rows import Suggestions
from app.store.trial_rows import Trials
from app.store.troubles import code_of, told
from app.store.version_log import VersionLog

_NOT_KEPT = {"vanished": "lost", "replaced": "lost", "written_over": "overwritten"}
"""What is told of a file that is not the one that was opened, where nothing could be kept."""


class Work:
    """The gateways of one transaction. What is written counts from `commit` on, or never."""

    def __init__(self, connection: Connection, identity: Identity) -> None:
        self._connection = connection
        self._identity = identity

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
    def arrivals(self) -> Arrivals:
        return Arrivals(self._connection)

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
    def course(self) -> Course:
        return Course(self._connection)

    @cached_property
    def search(self) -> SearchIndex:
        return SearchIndex(self._connection)

    @cached_property
    def settings(self) -> SettingTable:
        return SettingTable(self._connection)

    def commit(self) -> None:
        """Make it durable: when this returns, it is on the disk, in the file at the path."""
        _, happened = counted(raw(self._connection))
        self._connection.commit()
        self._identity.happened = happened
        self._identity.check(after_own_write=True)


class Store:
    """An open database. `open_store` in `database_opening.py` makes one that is sound and up to
    date.

    `was_in_doubt` tells that it had to be read through first: what is derived, and carries no
    seal, should be made anew. `lacks_log` tells that it was never closed, and that its log is gone.
    """

    def __init__(
        self, engine: Engine, path: Path, presence: Presence, *, was_in_doubt: bool
    ) -> None:
        self.path = path
        self.was_in_doubt = was_in_doubt
        self.lacks_log = False
        self._engine = engine
        self._presence = presence
        with engine.connect() as connection:
            _, happened = counted(raw(connection))
        self._identity = Identity(path, happened)
        self._busy: int | None = None
        self._is_lost = False
        self._is_closed = False
        self._kept = ""
        self._is_damaged = False

    @contextmanager
    def reading(self) -> Iterator[Work]:
        """Read, all from one moment. `Trouble`: written_over, overwritten, as `writing` does."""
        with self._turn() as connection:
            with self._keeping_what_is_open(connection):
                self._identity.check_readable()
            yield Work(connection, self._identity)

    @contextmanager
    def writing(self) -> Iterator[Work]:
        """Write alone among all windows; without `commit` nothing is changed.

        `Trouble`: vanished, replaced and written_over, where the file is no longer what was opened,
        and what this window holds of it was kept; lost or overwritten, where that failed too.
        """
        with self._turn() as connection, self._keeping_what_is_open(connection):
            self._identity.check()
            connection.execution_options(**{WRITES: True})
            connection.begin()
            yield Work(connection, self._identity)

    def data_version(self) -> int:
        """A number that changes when another program or window has written."""
        with self._turn() as connection:
            return data_version(connection)

    def check_place(self) -> None:
        """Raise `Trouble`, as `writing` does, when the file is another than the one opened."""
        with self._turn() as connection, self._keeping_what_is_open(connection):
            self._identity.check()

    def wipe(self) -> None:
        """Fold the log into the database, so that nothing deleted is left in either.

        What other windows still read stays until the next time; the page it stood on is zeroed.
        """
        with self._turn() as connection, self._keeping_what_is_open(connection):
            self._identity.check()
            wipe_log(connection)
            self._identity.check(after_own_write=True)

    def copy_into(self, target: sqlite3.Connection) -> None:
        """Copy the database as it is now. The copy is nobody else's."""
        with self._turn() as connection:
            raw(connection).backup(target)

    @contextmanager
    def patience(self) -> Iterator[None]:
        """Wait longer for other windows meanwhile."""
        wait_at_most(self._engine, OPENING_SECONDS)
        try:
            yield
        finally:
            wait_as_ever(self._engine)

    def close(self) -> None:
        """Let go of the file. The last one to do so folds the log into the database."""
        with suppress(Trouble), self._turn():
            self._is_closed = True  # whoever was at it has come to an end
        is_aside = self._identity.put_log_aside()
        with told(self.path):
            self._engine.dispose()
        self._presence.leave()
        if is_aside:
            with suppress(Trouble), alone_in(self.path.parent):
                self._identity.drop_log()
        if not (self._is_lost or self._is_damaged):
            with suppress(Trouble), alone_in(self.path.parent):
                note_left(self.path)

    @contextmanager
    def _turn(self) -> Iterator[Connection]:
        """Wait for the one connection. Work inside other work would wait for itself."""
        if self._busy == get_ident():
            raise RuntimeError("work on the database inside other work on it")
        if self._is_closed:
            raise Trouble("closed")
        try:
            with told(self.path), self._engine.connect() as connection:
                self._busy = get_ident()
                try:
                    yield connection
                except (DBAPIError, sqlite3.Error) as error:
                    _look_closer(connection, error)
                    raise
                finally:
                    self._busy = None
        except Trouble as trouble:
            if trouble.code != "damaged":
                raise
            self._is_damaged = True
            note_in_doubt(self.path)
            raise Trouble("found_damaged", **trouble.params) from trouble

    @contextmanager
    def _keeping_what_is_open(self, connection: Connection) -> Iterator[None]:
        """Where the file is gone, keep what this window still holds of it, as a backup."""
        try:
            yield
        except Trouble as trouble:
            if trouble.code not in _NOT_KEPT:
                raise
            if not self._is_lost:
                self._is_lost = True
                connection.rollback()
                self._kept = keep_what_is_open(
                    self.path.parent, raw(connection).backup, self._identity.happened
                )
            code = trouble.code if self._kept else _NOT_KEPT[trouble.code]
            raise Trouble(code, **trouble.params, kept=self._kept) from trouble


def _look_closer(connection: Connection, error: Exception) -> None:
    """Find out whether something unexpected comes of damage; raise SQLite's word for it then."""
    if code_of(error) is None:
        connection.rollback()
        check_sound(raw(connection))
