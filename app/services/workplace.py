"""One open data folder: what every use case works on.

The database is imported when a folder is opened, not with this module, so that a window can be
built meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from msgspec import Struct

from app.model.deadlines.days import Calendar
from app.model.library.procedure import Procedure
from app.model.run.run import RunEvent, StepAdded
from app.model.user_settings import Settings, read_settings
from app.services.import_report import ImportReport

if TYPE_CHECKING:
    from app.store.unit_of_work import Store

Clock = Callable[[], datetime]


def nothing() -> None:
    """Leave it at that."""


class Changes(Struct, frozen=True):
    """What is different. `runs` are the ids of those in which something happened; an empty id
    among them tells that some were deleted. `authoring` tells that someone wrote, sent, suggested
    or read; `library` that what counts is another.
    """

    runs: frozenset[str] = frozenset()
    library: bool = False
    settings: bool = False
    authoring: bool = False

    def __bool__(self) -> bool:
        return bool(self.runs) or self.library or self.settings or self.authoring


_LONG_LOG, _LOGS = 30, 4
"""A log of so many events is remembered, and so many of them."""


class Workplace:
    """An open data folder. `open_workplace` makes one; close it, or use it in a `with`.

    `actor` is who acts, as the user has said it; `account` is what the system calls the user.
    `arrivals` tells what came in from the shipped library when it was opened; `before_closing` is
    what must not be left undone when the folder is let go of; `procedures` holds
    versions that runs follow, by their key: they never change. `rows_are_new` tells that no row
    of a list is left that an older program has made.
    """

    def __init__(self, folder: Path, store: Store, clock: Clock, account: str) -> None:
        self.folder = folder
        self.store = store
        self.account = account
        self.actor = account
        self.shipped: Path | None = None
        self.arrivals: ImportReport | None = None
        self.before_closing: Callable[[], None] = nothing
        self.procedures: dict[int, Procedure] = {}
        self.local_procedures: dict[tuple[str, int, tuple[StepAdded, ...]], Procedure] = {}
        self.rows_are_new = False
        self._logs: dict[str, tuple[RunEvent, ...]] = {}
        self._clock = clock
        self._settings = self.read_settings()
        self._seen = self.look()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        del kind, error, trace
        self.close()

    @property
    def settings(self) -> Settings:
        """The settings as they were last read or changed here."""
        return self._settings

    @property
    def calendar(self) -> Calendar:
        """How days are counted here."""
        return self.settings.calendar

    @property
    def may_lack_newest(self) -> bool:
        """Whether the log with what was stored last is gone: nobody can tell what was in it."""
        return self.store.lacks_log

    def now(self) -> datetime:
        """The time, in UTC."""
        return self._clock().astimezone(UTC)

    def log_of(self, run: str) -> tuple[RunEvent, ...]:
        """Return the log of a run as it was read last, if that is remembered."""
        return self._logs.get(run, ())

    def remember_log(self, run: str, events: tuple[RunEvent, ...]) -> None:
        """Remember a log that takes long to read; only of the runs that were open last."""
        self._logs.pop(run, None)
        if len(events) >= _LONG_LOG:
            self._logs[run] = events
        while len(self._logs) > _LOGS:
            self._logs.pop(next(iter(self._logs)), None)

    def read_settings(self) -> Settings:
        """Read all settings as they are stored now."""
        with self.store.reading() as work:
            return read_settings(work.settings.all())

    def take_settings(self, settings: Settings) -> Settings:
        """Use newly read settings from now on, and the name in them where it is another."""
        if settings.user_name != self._settings.user_name:
            self.actor = settings.user_name or self.account
        self._settings = settings
        return settings

    def changes_elsewhere(self) -> Changes:
        """When another window has written, tell what is different since this was last asked.

        What was written here meanwhile is told with it. Made to be asked every second: where
        nobody else wrote, it asks the database for one number.

        `Trouble`: as `writing` of the store does, where the file is no longer what was opened.
        """
        seen = self._seen
        self.store.check_place()
        if self.store.data_version() == seen.data_version:
            return Changes()
        self.look()
        was_restored = self._seen.event < seen.event
        if was_restored:
            self.procedures.clear()
            self.local_procedures.clear()
            self._logs.clear()
        is_gone = was_restored or self._seen.receipts != seen.receipts
        gone = frozenset({""}) if is_gone else frozenset()
        changes = Changes(
            self._runs_since(seen.event) | gone,
            self._seen.library != seen.library,
            self._seen.settings != seen.settings,
            self._seen.authoring != seen.authoring,
        )
        if changes.settings:
            self.take_settings(self.read_settings())
        return changes

    def close(self) -> None:
        """Let go of the folder; what was not done in the meantime is done now."""
        self.before_closing()
        self.store.close()

    def look(self) -> _Seen:
        """Take note of how far the database has come; only what is newer is told as changed."""
        version = self.store.data_version()
        with self.store.reading() as work:
            self._seen = _Seen(
                version,
                work.runs.newest_event(),
                work.items.stamp(),
                work.settings.stamp(),
                work.receipts.stamp(),
                (work.log.stamp(), work.suggestions.stamp(), work.readings.stamp()),
            )
        return self._seen

    def _runs_since(self, event: int) -> frozenset[str]:
        with self.store.reading() as work:
            return work.runs.changed_since(event)


class _Seen(Struct, frozen=True):
    """How far the database had come when it was last looked at."""

    data_version: int
    event: int
    library: int
    settings: int
    receipts: int
    authoring: tuple[object, ...]
