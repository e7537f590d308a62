"""Small marks outside the flow: a state in a disc, a kind of step as a tiny shape."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.model.library.procedure import StepKind
from app.model.run.run import Mark
from app.model.run.state import StepStatus
from app.printing.flow_paint.step_dress import dress_step
from app.printing.flow_paint.step_outlines import outline
from app.printing.flow_paint.step_paint import paint_ring, paint_shape, paint_sign
from app.printing.flow_paint.strokes import NO_BRUSH, brush, pen
from app.printing.ink import Ink
from app.printing.line_icons import paint_icon

_FULL_WIDTH = 56.0
_EDGE = 2.4
_RING = 30.0


def paint_state_mark(
    painter: QPainter, sign: str, status: StepStatus, rect: QRectF, ink: Ink
) -> None:
    """Paint a disc with the sign of a state; an open step has an empty one."""
    dress = dress_step(ink, StepKind.ACTIVITY, status)
    is_off = status is StepStatus.NOT_RELEVANT
    inner = rect.adjusted(0.75, 0.75, -0.75, -0.75)
    painter.setPen(pen(dress.station_edge, 1.5, (2.5, 2.5) if is_off else ()))
    is_plain = is_off or status is StepStatus.OPEN
    painter.setBrush(NO_BRUSH if is_plain else brush(dress.station_fill))
    painter.drawEllipse(inner)
    if sign:
        side = rect.width() * 12 / 18
        place = QRectF(0, 0, side, side)
        place.moveCenter(rect.center())
        paint_sign(painter, sign, place, dress.station_text, 2.6)


def paint_check_mark(painter: QPainter, mark: Mark, rect: QRectF, ink: Ink) -> None:
    """Paint the box of a check item with its mark."""
    radius = rect.width() / 4
    inner = rect.adjusted(0.75, 0.75, -0.75, -0.75)
    if mark is Mark.OPEN or mark is Mark.NOT_RELEVANT:
        is_off = mark is Mark.NOT_RELEVANT
        painter.setPen(pen(ink.off if is_off else ink.part, 1.5, (3.0, 2.5) if is_off else ()))
        painter.setBrush(NO_BRUSH if is_off else brush(ink.field))
    else:
        painter.setPen(pen(ink.done, 1.5))
        painter.setBrush(brush(ink.done))
    painter.drawRoundedRect(inner, radius, radius)
    sign = {Mark.DONE: "check", Mark.VERIFIED: "checks", Mark.NOT_RELEVANT: "dash"}.get(mark)
    if sign:
        side = rect.width() * 14 / 18
        place = QRectF(0, 0, side, side)
        place.moveCenter(rect.center())
        color = ink.off if mark is Mark.NOT_RELEVANT else ink.surface
        paint_icon(painter, sign, place, color, 2.4)


def paint_kind(
    painter: QPainter, kind: StepKind, rect: QRectF, ink: Ink, *, hands_over: bool = False
) -> None:
    """Paint the shape of a kind of step, small."""
    dress = dress_step(ink, kind, None)
    painter.save()
    if kind is StepKind.END:
        side = rect.height() * 1.15
        painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
        painter.scale(side / _RING, side / _RING)
        paint_ring(painter, _RING, ink, dress, "arrow-r" if hands_over else "")
    else:
        factor = rect.width() / _FULL_WIDTH
        painter.translate(rect.topLeft())
        painter.scale(factor, factor)
        height = rect.height() / factor
        if kind is StepKind.WAIT:
            painter.setPen(pen(dress.edge, _EDGE))
            painter.setBrush(brush(ink.surface))
            painter.drawPath(outline(kind, _FULL_WIDTH, height))
            side = height * 0.72
            place = QRectF(0, 0, side, side)
            place.moveCenter(QRectF(0, 0, _FULL_WIDTH, height).center())
            paint_sign(painter, "wait", place, dress.meta_icon, 2.0)
        else:
            paint_shape(painter, kind, _FULL_WIDTH, height, ink, dress, edge_width=_EDGE)
    painter.restore()
