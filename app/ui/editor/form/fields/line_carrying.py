"""Lines that are put in order: pulled by a grip, or moved by Alt and an arrow."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.keys import keys
from app.ui.keys.shortcuts import asks
from app.ui.look.icons import IconLabel

W = TypeVar("W", bound=QWidget)


class Grip(IconLabel):
    """What a line is carried by.

    Signals: `carried` with the height on the screen it was pulled to; `put_down`.
    """

    carried = Signal(int)
    put_down = Signal()

    def __init__(self, tip: str) -> None:
        super().__init__("grip", "ink_3", 16)
        self._is_held = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(tip)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._is_held = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_held:
            self.carried.emit(event.globalPosition().toPoint().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_held:
            self._is_held = False
            self.setCursor(Qt.CursorShape.OpenHandCursor)
            self.put_down.emit()


class Carrying(Generic[W]):
    """Lets a line stand where the mouse is among the others, and tells of it when it is put down.

    `lines` is the list in which the lines stand, the same as in the column.
    """

    def __init__(
        self, column: QVBoxLayout, lines: list[W], moved: Callable[[int, int], None]
    ) -> None:
        self._column, self._lines, self._moved = column, lines, moved
        self._begun: int | None = None

    def carry(self, line: W, height: int) -> None:
        """Let a line stand at a height on the screen; nothing is asked for yet."""
        position = self._lines.index(line)
        if self._begun is None:
            self._begun = position
            _show_carried(line, is_carried=True)
        parent = line.parentWidget()
        y = parent.mapFromGlobal(QPoint(0, height)).y() if parent else height
        wanted = sum(one.geometry().center().y() < y for one in self._lines if one is not line)
        if wanted != position:
            self._lines.insert(wanted, self._lines.pop(position))
            self._column.insertWidget(wanted, line)

    def put_down(self, line: W) -> None:
        """Tell where a line was taken and where it was put."""
        begun, self._begun = self._begun, None
        if begun is None:
            return
        _show_carried(line, is_carried=False)
        if begun != self._lines.index(line):
            self._moved(begun, self._lines.index(line))


def asked_way(event: QEvent) -> int:
    """Return the direction in which a key press asks a line to move; 0 for any other event."""
    if event.type() is not QEvent.Type.KeyPress:
        return 0
    return -1 if asks(event, keys.MOVE_UP) else 1 if asks(event, keys.MOVE_DOWN) else 0


def _show_carried(line: QWidget, *, is_carried: bool) -> None:
    line.setProperty("carried", is_carried)
    line.style().unpolish(line)
    line.style().polish(line)
