"""A bar that shows how much is used of what there is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look.theme import theme


class Meter(QWidget):
    """A bar that fills; past its end it changes colour. What it says stands beside it in words."""

    def __init__(self) -> None:
        super().__init__()
        self._used = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_used(self, used: float) -> None:
        """Show how much is used of what there is: 1 is all of it."""
        self._used = used
        self.update()

    def fill_width(self) -> None:
        """Be as wide as there is room for."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        rect = QRectF(self.rect())
        radius = rect.height() / 2
        painter.setBrush(theme().color("hair"))
        painter.drawRoundedRect(rect, radius, radius)
        rect.setWidth(rect.width() * min(1.0, self._used))
        painter.setBrush(theme().color("accent" if self._used <= 1 else "soon"))
        painter.drawRoundedRect(rect, radius, radius)
        painter.end()
