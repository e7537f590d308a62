"""Painting one step: its shape, title, station, deadline, meta and tag."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QPolygonF

from app.flow.face import GATE_ICON
from app.model.library.procedure import StepKind
from app.model.run.state import StepStatus
from app.printing.flow_paint.measure import META, MIDDLE_TO_BASELINE, STATION, TITLE
from app.printing.flow_paint.step_arranging import (
    CHIP_ICON,
    CHIP_TEXT,
    HOURGLASS,
    META_ICON,
    META_TEXT,
    MetaMark,
    StepArt,
)
from app.printing.flow_paint.step_dress import CHIP_DASH, EDGE, OFF_RING_WIDTH, RING_OFF_DASH, Dress
from app.printing.flow_paint.step_outlines import (
    FOCUS_WIDTH,
    RING_DOT,
    RING_WIDTH,
    chairs,
    focus_outline,
    fold,
    outline,
)
from app.printing.flow_paint.strokes import NO_BRUSH, NO_PEN, brush, pen
from app.printing.fonts import REGULAR, SEMIBOLD, paint_text, text_width
from app.printing.ink import Ink
from app.printing.line_icons import paint_icon

STATION_ICON = 13.0
CHIP_CLOCK = 12.0
RING_ICON = 14.0


def paint_step(
    painter: QPainter, art: StepArt, at: QPointF, caption: QPointF, ink: Ink, dress: Dress
) -> None:
    """Paint a step whose shape has its top left corner `at`; an end's title at `caption`."""
    painter.translate(at)
    if art.words.kind is StepKind.END:
        paint_ring(painter, art.width, ink, dress, _ring_sign(art))
        painter.translate(caption - at)
        _paint_lines(painter, art, dress)
        painter.translate(at - caption)
    else:
        paint_shape(painter, art.words.kind, art.width, art.height, ink, dress)
        _paint_lines(painter, art, dress)
        _paint_foot(painter, art, ink, dress)
        _paint_station(painter, art, dress)
    _paint_tag(painter, art, ink)
    painter.translate(-at)


def paint_shape(
    painter: QPainter,
    kind: StepKind,
    width: float,
    height: float,
    ink: Ink,
    dress: Dress,
    *,
    edge_width: float = 0.0,
) -> None:
    """Paint the shape alone at the origin."""
    edge = pen(dress.edge, edge_width or dress.width, dress.dash)
    painter.setPen(edge)
    painter.setBrush(brush(dress.fill) if dress.fill else NO_BRUSH)
    if kind is StepKind.MEETING:
        painter.drawPath(chairs(width, height))
    painter.drawPath(outline(kind, width, height))
    if kind is StepKind.DOCUMENT:
        painter.setBrush(brush(dress.fold) if dress.fold else NO_BRUSH)
        painter.drawPath(fold(width, height))
    if kind is StepKind.WAIT:
        place = QRectF(width - HOURGLASS - 9, height - HOURGLASS - 8, HOURGLASS, HOURGLASS)
        paint_icon(painter, "wait", place, dress.meta_icon)


def paint_focus(painter: QPainter, art: StepArt, at: QPointF, ink: Ink) -> None:
    """Paint the ring that tells where the keyboard is."""
    painter.translate(at)
    painter.setPen(pen(ink.focus, FOCUS_WIDTH))
    painter.setBrush(NO_BRUSH)
    painter.drawPath(focus_outline(art.words.kind, art.width, art.height))
    painter.translate(-at)


def paint_chip(
    painter: QPainter,
    rect: QRectF,
    text: str,
    ink: Ink,
    *,
    is_late: bool = False,
    is_statutory: bool = True,
    status: StepStatus | None = None,
    is_selected: bool = False,
) -> None:
    """Paint a deadline: solid edge for the law's, dashed for a recommendation, red when late."""
    is_off = status is StepStatus.NOT_RELEVANT
    edge = ink.accent if is_selected else ink.part
    text_color, icon_color = ink.ink, ink.ink_2
    if status is StepStatus.DONE:
        icon_color = ink.done
    if is_off:
        edge = text_color = icon_color = ink.off
    if is_late:
        edge = text_color = icon_color = ink.thread
    painter.setPen(pen(edge, 1.5 if is_late else EDGE, () if is_statutory else CHIP_DASH))
    painter.setBrush(brush(ink.lane if is_off else ink.surface))
    radius = rect.height() / 2
    painter.drawRoundedRect(rect, radius, radius)
    middle = rect.center().y()
    place = QRectF(rect.x() + CHIP_ICON, middle - CHIP_CLOCK / 2, CHIP_CLOCK, CHIP_CLOCK)
    paint_icon(painter, "clock-alert" if is_late else "clock", place, icon_color, 2)
    at = QPointF(rect.x() + CHIP_TEXT, middle + META * 0.34)
    paint_text(painter, at, text, META, text_color, SEMIBOLD)


def paint_mark(painter: QPainter, mark: MetaMark, ink: Ink, color: str, icon_color: str) -> None:
    """Paint one sign of the meta line: law, count of check items, or the child's voice."""
    x, y = mark.rect.x(), mark.baseline
    if mark.kind == "law":
        paint_text(painter, QPointF(x, y), mark.text, META, color, REGULAR)
    elif mark.kind == "checks":
        place = QRectF(x, y - 9.6, META_ICON, META_ICON)
        paint_icon(painter, "box-check", place, icon_color, 2)
        paint_text(painter, QPointF(x + META_TEXT, y), mark.text, META, color, REGULAR)
    else:
        place = QRectF(x, y - 10, GATE_ICON, GATE_ICON)
        is_off = color == ink.off
        paint_icon(painter, "voice", place, ink.off if is_off else ink.child_ink, 2)


def paint_now_sign(painter: QPainter, rect: QRectF, color: str) -> None:
    """Paint the filled triangle that means: here."""
    x, y, unit = rect.x(), rect.y(), rect.width() / 24
    points = QPolygonF(
        [
            QPointF(x + 8 * unit, y + 5.5 * unit),
            QPointF(x + 17 * unit, y + 12 * unit),
            QPointF(x + 8 * unit, y + 18.5 * unit),
        ]
    )
    painter.setPen(pen(color, 2.6 * unit))
    painter.setBrush(brush(color))
    painter.drawPolygon(points)


def paint_sign(painter: QPainter, sign: str, rect: QRectF, color: str, weight: float) -> None:
    """Paint the icon of a state."""
    if sign == "now":
        paint_now_sign(painter, rect, color)
    else:
        paint_icon(painter, sign, rect, color, weight)


def _paint_lines(painter: QPainter, art: StepArt, dress: Dress) -> None:
    for line in art.lines:
        paint_text(painter, line.at, line.text, TITLE, dress.title, QFont.Weight(dress.weight))


def _paint_foot(painter: QPainter, art: StepArt, ink: Ink, dress: Dress) -> None:
    if art.chip is not None:
        paint_chip(
            painter,
            art.chip_rect,
            art.chip_text,
            ink,
            is_late=art.chip.is_late,
            is_statutory=art.chip.is_statutory,
            status=art.words.status,
            is_selected=art.words.status is None and dress.edge == ink.accent,
        )
    for mark in art.marks:
        paint_mark(painter, mark, ink, dress.meta, dress.meta_icon)


def _paint_station(painter: QPainter, art: StepArt, dress: Dress) -> None:
    rect, number = art.station, art.words.number
    if not number:
        return
    painter.setPen(pen(dress.station_edge, EDGE, dress.station_dash))
    painter.setBrush(brush(dress.station_fill))
    radius = rect.height() / 2
    painter.drawRoundedRect(rect, radius, radius)
    digits = text_width(number, STATION, SEMIBOLD)
    middle = rect.center().x()
    if dress.sign:
        place = QRectF(rect.x() + 5, -STATION_ICON / 2, STATION_ICON, STATION_ICON)
        paint_sign(painter, dress.sign, place, dress.station_text, 2.6)
        middle = rect.right() - 7 - digits / 2
    at = QPointF(middle - digits / 2, STATION * 0.35)
    paint_text(painter, at, number, STATION, dress.station_text, SEMIBOLD)


def _paint_tag(painter: QPainter, art: StepArt, ink: Ink) -> None:
    if not art.tag_text:
        return
    is_missing = art.words.status in (StepStatus.MISSING, StepStatus.UNHEARD)
    rect = art.tag
    painter.setPen(NO_PEN)
    painter.setBrush(brush(ink.soon if is_missing else ink.accent))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    color = ink.surface if is_missing else ink.on_accent
    at = QPointF(rect.x() + 8, rect.center().y() + META * MIDDLE_TO_BASELINE)
    paint_text(painter, at, art.tag_text, META, color, SEMIBOLD)


def _ring_sign(art: StepArt) -> str:
    if art.words.hands_over:
        return "arrow-r"
    return "check" if art.words.status is StepStatus.DONE else ""


def paint_ring(painter: QPainter, size: float, ink: Ink, dress: Dress, sign: str = "") -> None:
    """Paint the ring of an end at the origin, with a dot or a sign in it."""
    is_off = not dress.fill
    width = OFF_RING_WIDTH if is_off else RING_WIDTH
    painter.setPen(pen(dress.ring, width, RING_OFF_DASH if is_off else ()))
    painter.setBrush(NO_BRUSH if is_off else brush(dress.fill))
    painter.drawEllipse(QRectF(width / 2, width / 2, size - width, size - width))
    middle = QPointF(size / 2, size / 2)
    if sign:
        place = QRectF(0, 0, RING_ICON, RING_ICON)
        place.moveCenter(middle)
        paint_icon(painter, sign, place, dress.ring, 2.4)
        return
    painter.setPen(NO_PEN)
    painter.setBrush(brush(dress.ring))
    painter.drawEllipse(middle, RING_DOT, RING_DOT)
