"""What stands where nothing is yet: a drawing, what belongs here, and the first step."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.printing.ink import Ink
from app.ui.look.theme import theme
from app.ui.look.widgets import SEMIBOLD, Label
from app.ui.look.wrapping import WrapLayout


class EmptyPlace(QWidget):
    """What stands where nothing is yet: what belongs here, and the first step."""

    def __init__(self, heading: str, text: str, drawing: QWidget | None = None) -> None:
        super().__init__()
        self.buttons = WrapLayout(spacing=12, line_spacing=8)
        words = QWidget()
        words.setMaximumWidth(theme().px(440))
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addWidget(Label(heading, points=15, weight=SEMIBOLD, wrap=True))
        lines.addWidget(Label(text, color="ink_2", wrap=True))
        lines.addSpacing(8)
        lines.addLayout(self.buttons)
        inner = QHBoxLayout()
        inner.setSpacing(36)
        inner.addStretch(1)
        inner.addWidget(drawing or EmptyDrawing(), 0, Qt.AlignmentFlag.AlignTop)
        inner.addWidget(words, 4)
        inner.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(inner)
        outer.addStretch(2)

    def add_button(self, button: QPushButton) -> None:
        """Add the first step, then a link."""
        self.buttons.addWidget(button)


class EmptyDrawing(QWidget):
    """A small drawing of the flow's own parts: the child's lane, three steps, the thread."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(150, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        _paint_drawing(painter, theme().ink)
        painter.end()


def _paint_drawing(painter: QPainter, ink: Ink) -> None:
    """Paint 150 x 120 pixels: the child's lane, a step done, one to come, the thread between."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink.child))
    painter.drawRoundedRect(QRectF(12, 0, 44, 120), 4, 4)
    thread = QPainterPath(QPointF(56, 51))
    thread.lineTo(92, 51)
    thread.quadTo(102, 51, 102, 41)
    thread.lineTo(102, 34)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(ink.thread), 4))
    painter.drawPath(thread)
    way = QPainterPath(QPointF(52, 69))
    way.lineTo(92, 69)
    way.quadTo(102, 69, 102, 77)
    way.lineTo(102, 86)
    dotted = QPen(QColor(ink.arrow), 1.5)
    dotted.setDashPattern([1.5, 2.5])
    painter.setPen(dotted)
    painter.drawPath(way)
    _box(painter, ink, QRectF(70, 8, 64, 26), ink.part)
    _box(painter, ink, QRectF(16, 48, 36, 26), ink.child_line)
    _box(painter, ink, QRectF(70, 88, 64, 26), ink.part, dashed=True)
    painter.setBrush(QColor(ink.thread))
    painter.setPen(QPen(QColor(ink.surface), 2))
    painter.drawEllipse(QPointF(102, 34), 5.5, 5.5)


def _box(painter: QPainter, ink: Ink, rect: QRectF, edge: str, *, dashed: bool = False) -> None:
    pen = QPen(QColor(edge), 1.5)
    if dashed:
        pen.setDashPattern([3, 2.5])
    painter.setPen(pen)
    painter.setBrush(QColor(ink.surface))
    painter.drawRoundedRect(rect, 7, 7)
