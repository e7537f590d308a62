"""A bar that shows how much there is of something; what it says stands beside it in words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look.theme import px, theme

_LINE = 4


def paint_share(painter: QPainter, bar: QRectF, share: float, color: str) -> None:
    """Paint a bar that is filled by a share; what there is any of can be seen."""
    radius = bar.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("hair"))
    painter.drawRoundedRect(bar, radius, radius)
    if share > 0:
        done = QRectF(bar)
        done.setWidth(max(bar.width() * min(share, 1.0), bar.height()))
        painter.setBrush(theme().color(color))
        painter.drawRoundedRect(done, radius, radius)


class ShareBar(QWidget):
    """A thin line in ink that tells how far something has come: red is for what is overdue."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self._fit()

    def show_share(self, part: float, whole: float) -> None:
        """Show `part` of `whole`."""
        self._share = part / whole if whole else 0.0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_share(painter, QRectF(self.rect()), self._share, self._color())
        painter.end()

    def _fit(self) -> None:
        self.setFixedHeight(_LINE)

    def _color(self) -> str:
        return "ink_2"


class Meter(ShareBar):
    """A measure of what is used; where more is used than there is, it changes colour."""

    def fill_width(self) -> None:
        """Be as wide as there is room for."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(120), px(8))

    def _fit(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _color(self) -> str:
        return "accent" if self._share <= 1 else "soon"
