"""Opens the data folder behind the first paint, and fills the window with its places."""

import gc
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer

from app.model.errors import Told
from app.paths import SHIPPED_LIBRARY
from app.ui.common.tasks import Tasks
from app.ui.common.theme import theme
from app.ui.shell.trouble import TroublePlace
from app.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from app.services.library import Shelf
    from app.services.workplace import Workplace
    from app.ui.shell.furnishing import Furnishing

_LOOK_MS = 1_000


def utc_now() -> datetime:
    """Return the time by the clock of the machine."""
    return datetime.now(UTC)


class _Opened(Struct, frozen=True):
    """What the worker hands over: a workplace, the library read from it, and where one begins."""

    place: "Workplace"
    shelf: "Shelf"
    begins_at: str


class Opening(QObject):
    """Owns the way from an empty window to a working one, and the way back at its end."""

    def __init__(
        self,
        window: MainWindow,
        tasks: Tasks,
        folder: Path,
        clock: Callable[[], datetime] = utc_now,
        shipped: Path = SHIPPED_LIBRARY,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = tasks
        self._folder = folder
        self._clock = clock
        self._shipped = shipped
        self._trouble: TroublePlace | None = None
        self._furnish: type[Furnishing]

    def begin(self) -> None:
        """Open the folder off the user's thread, and import there what the places need."""
        self._tasks.run(self._open, self._fill, self._show_trouble)

    def _open(self) -> _Opened:
        from app.services.library import load_shelf
        from app.services.run_lists import has_open_runs
        from app.services.workplace import open_workplace
        from app.ui.common.markdown import html_of
        from app.ui.shell import furnishing

        self._furnish = furnishing.Furnishing
        place = open_workplace(self._folder, shipped=self._shipped, clock=self._clock)
        shelf = load_shelf(place)
        html_of("")
        return _Opened(place, shelf, "runs" if has_open_runs(place) else "procedures")

    def _fill(self, opened: _Opened) -> None:
        if self._trouble is not None:
            self._trouble.deleteLater()
            self._trouble = None
        # The library stays as long as the program: the collector need not look through it.
        gc.freeze()
        furnishing = self._furnish(
            self._window,
            opened.place,
            opened.shelf,
            self._tasks,
            self._clock,
            begins_at=opened.begins_at,
        )
        furnishing.setParent(self)
        QTimer.singleShot(0, furnishing.look_after)
        watch = QTimer(self)
        watch.timeout.connect(furnishing.look_elsewhere)
        watch.start(_LOOK_MS)

    def _show_trouble(self, error: Told) -> None:
        trouble = TroublePlace(error)
        trouble.retry_requested.connect(self.begin)
        trouble.recovery_requested.connect(self._recover)
        trouble.folder_chosen.connect(self._use_folder)
        self._window.rail.setVisible(False)
        self._window.show_alone(trouble)
        self._trouble = trouble
        theme().changed.emit()
        trouble.first.setFocus()

    def _use_folder(self, folder: str) -> None:
        self._folder = Path(folder)
        self.begin()

    def _recover(self) -> None:
        from app.services.workplace import recover

        folder = self._folder
        self._tasks.run(lambda: recover(folder), lambda _: self.begin(), self._show_trouble)
