"""Our line icons as `QIcon`: painted as vectors in the colours in force, never bitmaps."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from app.printing.line_icons import paint_icon
from app.ui.look.theme import theme


class _LineIconEngine(QIconEngine):
    """Paints one icon in the theme's colour of that name, another one when disabled or on.

    It stands at the left of its room: what is wider than high is air before the words.
    """

    def __init__(self, name: str, color: str, on_color: str) -> None:
        super().__init__()
        self._name, self._color, self._on_color = name, color, on_color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        color = self._on_color if state is QIcon.State.On else self._color
        if mode is QIcon.Mode.Disabled:
            color = "ink_3"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(rect.width(), rect.height())
        square = QRectF(rect.x(), rect.y() + (rect.height() - side) / 2, side, side)
        paint_icon(painter, self._name, square, getattr(theme().ink, color))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _LineIconEngine(self._name, self._color, self._on_color)


def line_icon(name: str, color: str = "ink_2", on_color: str = "accent") -> QIcon:
    """Return an icon in a colour of the ink, and in another one when its button is checked."""
    return QIcon(_LineIconEngine(name, color, on_color))


class IconLabel(QWidget):
    """A small icon that stands beside text; silent to a screen reader, as the text says it."""

    def __init__(self, name: str, color: str = "ink_3", size: float = 16) -> None:
        super().__init__()
        self._name, self._color, self._size = name, color, size
        self._resize()
        theme().changed.connect(self._resize)

    def show_icon(self, name: str, color: str) -> None:
        """Show another icon or colour."""
        self._name, self._color = name, color
        self.update()

    def _resize(self) -> None:
        side = theme().px(self._size)
        self.setFixedSize(side, side)
        self.update()

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, self._name, QRectF(self.rect()), getattr(theme().ink, self._color))
        painter.end()
