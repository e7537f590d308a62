"""One open data folder: what every use case works on.

The database is imported when a folder is opened, not with this module, so that a window can be
built meanwhile.
"""

import getpass
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from msgspec import Struct

from app import paths
from app.model.cpr import holds_cpr
from app.model.deadlines.days import Calendar
from app.model.errors import Trouble
from app.model.library.procedure import Procedure
from app.model.run.run import RunEvent, StepAdded
from app.services.settings import Settings, load_settings

if TYPE_CHECKING:
    from app.services.care import Care
    from app.services.shipping import ImportReport
    from app.store.unit_of_work import Store

Clock = Callable[[], datetime]

NOBODY = "bruger"
"""Who acts where the system does not say, or calls the user something we may not store."""


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
    `arrivals` tells what came in from the shipped library when it was opened; `procedures` holds
    versions that runs follow, by their key: they never change. `rows_are_new` tells that no row
    of a list is left that an older program has made.
    """

    def __init__(self, folder: Path, store: "Store", clock: Clock, account: str) -> None:
        self.folder = folder
        self.store = store
        self.account = account
        self.actor = account
        self.shipped: Path | None = None
        self.arrivals: ImportReport | None = None
        self.procedures: dict[int, Procedure] = {}
        self.local_procedures: dict[tuple[str, int, tuple[StepAdded, ...]], Procedure] = {}
        self.rows_are_new = False
        self._logs: dict[str, tuple[RunEvent, ...]] = {}
        self._clock = clock
        self._settings = load_settings(self)
        self._seen = self.look()
        self._cared_for = False

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

    def log_of(self, run: str) -> "tuple[RunEvent, ...]":
        """Return the log of a run as it was read last, if that is remembered."""
        return self._logs.get(run, ())

    def remember_log(self, run: str, events: "tuple[RunEvent, ...]") -> None:
        """Remember a log that takes long to read; only of the runs that were open last."""
        self._logs.pop(run, None)
        if len(events) >= _LONG_LOG:
            self._logs[run] = events
        while len(self._logs) > _LOGS:
            self._logs.pop(next(iter(self._logs)), None)

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
            self.take_settings(load_settings(self))
        return changes

    def look_after(self) -> "Care":
        """Make today's backup, and let go of what need not be kept. See `services/care.py`."""
        from app.services.care import look_after

        self._cared_for = True
        return look_after(self)

    def close(self) -> None:
        """Let go of the folder; what was not done in the meantime is done now."""
        if not self._cared_for:
            with suppress(Trouble):
                self.look_after()
        self.store.close()

    def look(self) -> "_Seen":
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


def open_workplace(
    folder: Path,
    *,
    shipped: Path | None = paths.SHIPPED_LIBRARY,
    clock: Clock = lambda: datetime.now(UTC),
    actor: str | None = None,
    progress: Callable[[int], None] = lambda _: None,
) -> Workplace:
    """Open a data folder, made if need be, and bring in what the program has shipped since.

    `Trouble`: folder_not_writable, read_only, disk_full, locked, damaged, missing, newer_version,
    newer_document, io. What came in is in `arrivals`; `progress` is told in percent how far it
    has come, where something is to come in.
    """
    from app.services.library import refresh_shipped
    from app.store.database_opening import open_store

    store = open_store(folder, now=clock().astimezone(UTC))
    try:
        workplace = Workplace(folder, store, clock, actor or _user_name())
        workplace.actor = actor or workplace.settings.user_name or workplace.actor
        workplace.shipped = shipped
        workplace.arrivals = refresh_shipped(workplace, progress)
        workplace.look()
    except BaseException:
        store.close()
        raise
    return workplace


def _user_name() -> str:
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):
        return NOBODY
    return NOBODY if holds_cpr(name) else name
