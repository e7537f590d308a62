"""Tells everybody when another minute has begun, so that nothing shown is older than that."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from app.model.times import day_of

_LOOK_MS = 1_000
"""So often the clock is looked at: a computer may have slept for hours, or been set back."""


class Minutes(QObject):
    """Looks at the clock for all.

    Signals: `minute_passed` when the clock shows another minute than before; `day_passed` when it
    shows another day.
    """

    minute_passed = Signal()
    day_passed = Signal()

    def __init__(self, clock: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._seen = clock()
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._on_look)
        self._look.start()

    def end(self) -> None:
        """Tell nothing any more."""
        self._look.stop()

    def _on_look(self) -> None:
        before, self._seen = self._seen, self._clock()
        if _minute_of(before) != _minute_of(self._seen):
            self.minute_passed.emit()
        if day_of(before) != day_of(self._seen):
            self.day_passed.emit()


def _minute_of(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
