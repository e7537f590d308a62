"""The drawing of an empty place."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.printing.ink import Ink


def paint_empty_drawing(painter: QPainter, ink: Ink) -> None:
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
