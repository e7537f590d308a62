"""A column that is too long for its place."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

_AIR = 24


class ColumnScroll(QScrollArea):
    """Scrolls up and down alone; the keyboard goes to what stands in it, never to itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class KeepingScroll(QScrollArea):
    """Keeps what has been opened in sight while room is made for it, until the user scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: QWidget | None = None
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._follow)
        bar.actionTriggered.connect(self._on_scrolled)

    def keep_in_sight(self, part: QWidget) -> None:
        """Bring a part into sight, now and when its room is found."""
        self._kept = part
        QTimer.singleShot(0, self, self._follow)

    def _follow(self) -> None:
        if self._kept is not None and self._kept.isVisible():
            self.ensureWidgetVisible(self._kept, 0, _AIR)

    def _on_scrolled(self, _action: int) -> None:
        self._kept = None
