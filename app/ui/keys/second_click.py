"""The second half of a double click, which is meant for what the first half was."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QWidget


class SecondClicks(QObject):
    """Keeps the second half of a double click from what came to lie there by the first.

    Where one click opens a page, those who click twice would else choose something in that page
    unseen. Qt tells of the second press before it tells that it makes a double click.

    Owned by its window.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._first: QWidget | None = None
        self._second: QWidget | None = None

    def hear(self, handle: QWindow) -> None:
        """Hear what is pressed in the window, wherever that is."""
        handle.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            self._first, self._second = self._second, self._at(event)
        elif event.type() is QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            return self._at(event) is not self._first
        return False

    def _at(self, event: QMouseEvent) -> QWidget | None:
        return self._window.childAt(event.position().toPoint())
