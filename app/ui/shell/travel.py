"""Back and forward through what was shown, as in a browser."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.ui.base.place import Place
from app.ui.shell.shown_trail import Trail, TrailStop


class Travel(QObject):
    """Notes what the window shows, and goes to it again.

    Owned by the window, whose way to go somewhere is `go`. Signals: `ways_changed` with whether
    one can go back, and whether forward.
    """

    ways_changed = Signal(bool, bool)

    def __init__(self, go: Callable[[str, object], None], parent: QObject) -> None:
        super().__init__(parent)
        self._go = go
        self._trail = Trail()
        self._is_travelling = False
        self._replaces = False

    def set_out(self, key: str, place: Place, *, is_named: bool) -> None:
        """Note a place that is being shown; what it shows may come a moment later."""
        if self._is_travelling:
            self._replaces = is_named
            return
        is_new = self._trail.visit(TrailStop(key, place.here))
        self._replaces = is_new and is_named
        self._tell()

    def note(self, key: str, place: Place) -> None:
        """Note that the place that is shown shows something else."""
        stop = TrailStop(key, place.here)
        if self._replaces:
            self._trail.replace(stop)
        else:
            self._trail.visit(stop, is_passing=place.is_passing)
        self._replaces = False
        self._tell()

    def forget(self) -> None:
        """Know nothing of what was shown."""
        self._trail = Trail()
        self._replaces = False
        self._tell()

    def back(self) -> None:
        """Show what was shown before."""
        self._travel_to(self._trail.back())

    def forward(self) -> None:
        """Show what one went back from."""
        self._travel_to(self._trail.forward())

    def _travel_to(self, stop: TrailStop | None) -> None:
        if stop is not None:
            self._is_travelling = True
            self._go(stop.place, stop.target)
            self._is_travelling = False
            self._tell()

    def _tell(self) -> None:
        self.ways_changed.emit(self._trail.may_go_back, self._trail.may_go_forward)
