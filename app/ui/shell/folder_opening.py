"""Opens the data folder behind the first paint, and fills the window with its places."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from app.log import What, note
from app.model.errors import Told, Trouble
from app.paths import SHIPPED_LIBRARY
from app.ui.base.collecting import look_at_all_again, pass_over_what_stays
from app.ui.base.crash import no_longer_when_crashed, when_crashed
from app.ui.base.tasks import Tasks
from app.ui.look.theme import theme
from app.ui.shell.main_window import MainWindow
from app.ui.shell.starting_place import Occasion, StartingPlace
from app.ui.targets.rail_places import rail_places

if TYPE_CHECKING:
    from app.model.recovery import Recovery
    from app.services.library import Shelf
    from app.services.workplace import Workplace
    from app.ui.shell.furnishing import Furnishing
    from app.ui.shell.trouble_place import TroublePlace

_LOOK_MS = 1_000
_LATEST_MS = 1_000
"""A window that is not painted by then, as it was opened out of sight, is filled all the same."""


def utc_now() -> datetime:
    """Return the time by the clock of the machine."""
    return datetime.now(UTC)


class _Opened(Struct, frozen=True):
    """What the worker hands over: a workplace, the library read from it, and where one begins."""

    place: "Workplace"
    shelf: "Shelf"
    begins_at: str
    welcomes: bool


class Opening(QObject):
    """Owns the way from an empty window to a working one, and the way back at its end.

    Signals: `progressed` with how far the shipped library has come in, in percent; it comes from
    the worker.
    """

    progressed = Signal(int)

    def __init__(
        self,
        window: MainWindow,
        tasks: Tasks,
        folder: Path,
        clock: Callable[[], datetime] = utc_now,
        shipped: Path = SHIPPED_LIBRARY,
        crashed: Path | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = tasks
        self._folder = folder
        self._clock = clock
        self._shipped = shipped
        self._occasion = Occasion.OPENING
        self._alone: StartingPlace | TroublePlace | None = None
        self._wish, self._is_search_wished = "", False
        self._has_begun = False
        self._came: Recovery | None = None
        self._crashed = crashed
        self._furnish: type[Furnishing]
        self._furnishing: Furnishing | None = None
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_MS)
        self.progressed.connect(self._on_progressed)
        window.rail.place_requested.connect(self._on_place_wished)
        window.find_requested.connect(self._on_search_wished)

    def begin_when_seen(self) -> None:
        """Let the window look as it did when it was last open, and begin when that is seen."""
        starting = self._look()
        starting.seen.connect(self._begin_once)
        QTimer.singleShot(_LATEST_MS, self._begin_once)

    def begin(self) -> None:
        """Open the folder off the user's thread, and import there what the places need."""
        self._has_begun = True
        if not isinstance(self._alone, StartingPlace):
            self._look()
        no_longer_when_crashed(self._on_crashed)
        when_crashed(self._on_crashed)
        self._tasks.run(self._open, self._fill, self._show_trouble)

    def restore(self, name: str) -> None:
        """Bring the data back to a backup, and go on with what was brought back."""
        furnishing = self._furnishing
        if furnishing is not None:
            furnishing.let_go(partial(self._bring_back, furnishing, name))

    def _bring_back(self, furnishing: "Furnishing", name: str) -> None:
        from app.services.backups import restore

        self._watch.stop()
        self._watch.timeout.disconnect(furnishing.look_elsewhere)
        self._furnishing = None
        look_at_all_again()
        self._show_alone(StartingPlace(Occasion.RESTORING))
        self._tasks.run(
            partial(restore, self._folder, name=name, clock=self._clock),
            lambda restored: self._open_again(
                lambda new: new.opening_words.tell_restored(restored)
            ),
            lambda error: self._open_again(lambda new: new.desk.messages.tell(error)),
        )

    def _look(self) -> StartingPlace:
        """Look as the window did when it was last open, as far as that can be known at once."""
        from app.model.user_settings import Settings
        from app.services.first_look import first_look

        found = first_look(self._folder)
        settings = found or Settings()
        self._occasion = Occasion.FIRST if found is None else Occasion.OPENING
        theme().set_zoom(settings.zoom)
        theme().set_appearance(settings.appearance)
        self._window.frame.restore(settings.window_geometry)
        starting = StartingPlace(self._occasion)
        self._show_alone(starting)
        return starting

    def _begin_once(self) -> None:
        if not self._has_begun:
            self.begin()

    def _open(self) -> _Opened:
        from app.services.library import load_shelf
        from app.services.opening import open_workplace
        from app.services.run_lists import has_open_runs
        from app.services.settings import is_welcome_due
        from app.ui.look.markdown_html import html_of
        from app.ui.shell import furnishing

        self._furnish = furnishing.Furnishing
        workplace = open_workplace(
            self._folder,
            shipped=self._shipped,
            clock=self._clock,
            progress=self.progressed.emit,
        )
        shelf = load_shelf(workplace)
        html_of("")
        begins_at = "runs" if has_open_runs(workplace) else "procedures"
        return _Opened(workplace, shelf, begins_at, is_welcome_due(workplace))

    def _fill(self, opened: _Opened) -> None:
        pass_over_what_stays()  # above all the library
        furnishing = self._furnish(
            self._window,
            opened.place,
            opened.shelf,
            self._tasks,
            self._clock,
            begins_at=self._wish or opened.begins_at,
            welcomes=opened.welcomes,
        )
        furnishing.setParent(self)
        furnishing.restore_requested.connect(self.restore)
        self._furnishing = furnishing
        self._let_alone_go()
        if self._is_search_wished:
            furnishing.find()
        self._wish, self._is_search_wished = "", False
        no_longer_when_crashed(self._on_crashed)
        self._tell_what_came(furnishing)
        QTimer.singleShot(0, furnishing.look_after)
        self._watch.timeout.connect(furnishing.look_elsewhere)
        self._watch.start()

    def _tell_what_came(self, furnishing: "Furnishing") -> None:
        """Say what was brought back, where a backup was fetched, and that the last time crashed."""
        from app.ui.shell.trouble_place import crash_text, recovery_text

        if self._crashed is not None:
            heading, line = crash_text(self._crashed)
            furnishing.desk.messages.warn(heading, line, follows=True)
            self._crashed = None
        if self._came is not None:
            heading, line = recovery_text(self._came, self._clock())
            furnishing.desk.messages.say(heading, line, follows=True)
            self._came = None

    def _show_trouble(self, error: Told) -> None:
        from app.ui.shell.trouble_place import TroublePlace

        no_longer_when_crashed(self._on_crashed)
        note(What.TOLD, code=error)
        trouble = TroublePlace(error)
        trouble.retry_requested.connect(self.begin)
        trouble.recovery_requested.connect(self._recover)
        trouble.folder_chosen.connect(self._use_folder)
        self._window.rail.setVisible(False)
        self._show_alone(trouble)
        theme().measure_anew()
        trouble.first.setFocus()

    def _show_alone(self, page: "StartingPlace | TroublePlace") -> None:
        self._let_alone_go()
        self._alone = page
        self._window.show_alone(page)
        page.setFocus()

    def _let_alone_go(self) -> None:
        if self._alone is not None:
            self._alone.deleteLater()
            self._alone = None

    def _open_again(self, then: "Callable[[Furnishing], None]") -> None:
        """Open the folder anew, and tell then how it went."""

        def fill(opened: _Opened) -> None:
            self._fill(opened)
            if self._furnishing is not None:
                then(self._furnishing)

        self._tasks.run(self._open, fill, self._show_trouble)

    def _use_folder(self, folder: str) -> None:
        self._folder = Path(folder)
        self.begin()

    def _recover(self) -> None:
        from app.services.backups import recover

        folder = self._folder
        self._tasks.run(lambda: recover(folder), self._on_recovered, self._show_trouble)

    def _on_recovered(self, came: "Recovery") -> None:
        self._came = came
        self.begin()

    def _on_crashed(self) -> None:
        """Let nobody look at an empty window, whatever went wrong on the way to a full one."""
        self._show_trouble(Trouble("unexpected"))

    def _on_progressed(self, percent: int) -> None:
        if not isinstance(self._alone, StartingPlace):
            return
        if self._occasion is Occasion.OPENING:
            self._occasion = Occasion.NEW_TEXTS
            self._alone.tell(self._occasion)
        self._alone.show_progress(percent)

    def _on_place_wished(self, key: str) -> None:
        """Remember what is asked for while there is nothing to show yet."""
        if not isinstance(self._alone, StartingPlace):
            return
        self._wish = key
        titles = {place.key: place.title for place in rail_places()}
        self._alone.show_wish(titles[key])
        self._window.rail.show_place(key)

    def _on_search_wished(self) -> None:
        if isinstance(self._alone, StartingPlace):
            self._is_search_wished = True
            self._alone.show_wish(self.tr("Søgningen"))
