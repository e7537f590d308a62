"""The small map of a flow: lanes, steps and thread, without a word."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath

from app.printing.flow_paint.drawing_look import FlowLook
from app.printing.flow_paint.far import block_color
from app.printing.flow_paint.flow_drawing import FlowDrawing
from app.printing.flow_paint.strokes import NO_BRUSH, NO_PEN, brush, color, pen

_WAY, _THREAD = 7.0, 20.0
_BREAK = (30.0, 22.0)
_RADIUS = 10.0


def paint_overview(painter: QPainter, drawing: FlowDrawing, look: FlowLook) -> None:
    """Paint the map in the coordinates of the flow; the painter brings it to size."""
    ink, bounds = look.ink, drawing.bounds
    for lane in drawing.lanes:
        if lane.is_child:
            rect = QRectF(lane.x, bounds.top(), lane.width, bounds.height())
            painter.fillRect(rect, color(ink.child))
    lines = QPainterPath()
    for way in drawing.ways:
        lines.addPath(way.straight)
    painter.setBrush(NO_BRUSH)
    painter.setPen(pen(ink.part, _WAY))
    painter.drawPath(lines)
    for strand in drawing.strands:
        painter.setPen(pen(ink.thread, _THREAD, _BREAK if strand.is_broken else ()))
        painter.drawPath(strand.straight)
    painter.setPen(NO_PEN)
    for art, box in drawing.arts:
        painter.setBrush(brush(block_color(art, look)))
        radius = min(_RADIUS, box.height() / 2) if box.width() > 40 else box.height() / 2
        painter.drawRoundedRect(box, radius, radius)
