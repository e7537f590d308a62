"""A flow, or a part of it, as a mark on a page: lanes, heads, ways and steps at one scale."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.flow.geometry import Rect
from app.printing.flow_paint import FlowDrawing, FlowLook
from app.printing.flow_paint.lane_paint import LANE_HEAD, paint_lane_heads, paint_lanes
from app.printing.ink import Ink
from app.printing.page_marks import Boxed
from app.printing.paint import paint_mark
from app.printing.paper import mm

_CHILD_FRAME = mm(0.7)


class Flow(Boxed, frozen=True):
    """A flow from `top` to `bottom` of its picture, with the heads of its lanes above.

    `scale` is points to a pixel of the picture; `rect` is where it stands, heads included.
    """

    drawing: FlowDrawing
    top: float
    bottom: float
    scale: float
    ink: Ink


def flow_rect(drawing: FlowDrawing, top: float, bottom: float, scale: float) -> Rect:
    """Return the room a part of a flow takes on paper."""
    return Rect(0, 0, drawing.bounds.width() * scale, (bottom - top + LANE_HEAD) * scale)


@paint_mark.register
def _(mark: Flow, painter: QPainter) -> None:
    drawing, ink = mark.drawing, mark.ink
    area = QRectF(0, mark.top, drawing.bounds.width(), mark.bottom - mark.top)
    painter.save()
    painter.translate(mark.rect.x, mark.rect.y)
    painter.scale(mark.scale, mark.scale)
    painter.translate(0, LANE_HEAD - mark.top)
    paint_lanes(painter, drawing.lanes, mark.top, mark.bottom, ink)
    if ink.is_black:
        _frame_child(painter, mark)
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    drawing.paint(painter, FlowLook(ink=ink), area)
    painter.restore()
    paint_lane_heads(painter, drawing.lanes, mark.top - LANE_HEAD, ink)
    painter.restore()
    painter.setPen(QPen(QColor(ink.part), mm(0.25)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(mark.rect.x, mark.rect.y, mark.rect.w, mark.rect.h))


def _frame_child(painter: QPainter, mark: Flow) -> None:
    """Where there is no tint, a heavy frame tells the child's lane."""
    width = _CHILD_FRAME / mark.scale
    for lane in mark.drawing.lanes:
        if lane.is_child:
            height = mark.bottom - mark.top + LANE_HEAD
            rect = QRectF(lane.x, mark.top - LANE_HEAD, lane.width, height)
            inset = width / 2
            painter.setPen(QPen(QColor(mark.ink.ink), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(inset, inset, -inset, -inset))
