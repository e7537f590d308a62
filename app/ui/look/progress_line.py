"""A thin line that shows how far something has come."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.look.theme import theme


class ProgressBar(QWidget):
    """How far something has come: a thin line in ink, so that red stays for what is overdue."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedHeight(4)

    def show_share(self, done: int, total: int) -> None:
        """Show `done` of `total`."""
        self._share = done / total if total else 0.0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("hair"))
        painter.drawRoundedRect(self.rect(), 2, 2)
        if self._share:
            painter.setBrush(theme().color("ink_2"))
            done = self.rect()
            done.setWidth(max(round(done.width() * self._share), 4))
            painter.drawRoundedRect(done, 2, 2)
        painter.end()
