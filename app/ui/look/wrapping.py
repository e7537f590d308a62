"""A layout that puts widgets beside each other and goes on below where the line is full."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class WrapLayout(QLayout):
    """Lines of widgets in their own sizes; each line as tall as its tallest."""

    def __init__(
        self, parent: QWidget | None = None, spacing: int = 8, line_spacing: int = 4
    ) -> None:
        super().__init__(parent)
        self._line_spacing = line_spacing
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert(self, position: int, widget: QWidget) -> None:
        """Put a widget before the one that stands at a place."""
        self.addWidget(widget)
        self._items.insert(position, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), is_dry=True)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, is_dry=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, is_dry: bool) -> int:
        """Put all items in their places, or only tell how tall that is."""
        x, y, tall = rect.x(), rect.y(), 0
        for line in self._lines(rect.width()):
            tall = max(item.sizeHint().height() for item in line)
            for item in line:
                size = item.sizeHint()
                width = min(size.width(), rect.width())
                if not is_dry:
                    drop = (tall - size.height()) // 2
                    item.setGeometry(QRect(QPoint(x, y + drop), QSize(width, size.height())))
                x += width + self.spacing()
            x, y = rect.x(), y + tall + self._line_spacing
        return max(0, y - rect.y() - self._line_spacing)

    def _lines(self, room: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            width = min(item.sizeHint().width(), room)
            if not lines or used + width > room:
                lines.append([])
                used = 0
            lines[-1].append(item)
            used += width + self.spacing()
        return lines


class Wrapping(QWidget):
    """A widget with such a layout, as tall as its lines need."""

    def __init__(self, spacing: int = 8) -> None:
        super().__init__()
        self.row = WrapLayout(self, spacing)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
