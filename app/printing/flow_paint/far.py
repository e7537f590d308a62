"""A flow seen from afar: too small to read, so that only shape, state and course are drawn."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.model.library.procedure import StepKind
from app.model.run.state import StepStatus
from app.printing.flow_paint.drawing_look import FlowLook
from app.printing.flow_paint.measure import TITLE, TITLE_ASCENT
from app.printing.flow_paint.step_arranging import StepArt
from app.printing.flow_paint.step_dress import dress_step
from app.printing.flow_paint.step_outlines import outline
from app.printing.flow_paint.strokes import NO_BRUSH, NO_PEN, brush, color, pen
from app.printing.flow_paint.thread_paint import SHAPELESS_ZOOM
from app.printing.fonts import text_width
from app.printing.ink import Ink

FAR_ZOOM = 0.35
_BAR = 7.0
_DOT = 9.0


def paint_far_steps(
    painter: QPainter, steps: Iterable[tuple[StepArt, QRectF]], look: FlowLook, zoom: float
) -> None:
    """Paint steps as shapes with bars for their titles; smaller still, as plain blocks."""
    if zoom < SHAPELESS_ZOOM:
        _paint_blocks(painter, steps, look, zoom)
    else:
        for art, box in steps:
            _paint_small(painter, art, box, look)


def block_color(art: StepArt, look: FlowLook) -> str:
    """Return the one colour that says most of a step; what is done or open stays quiet."""
    ink, words = look.ink, art.words
    if words.id == look.selected:
        return ink.accent
    by_state = {
        StepStatus.NOW: ink.accent,
        StepStatus.LATE: ink.thread,
        StepStatus.MISSING: ink.soon,
        StepStatus.UNHEARD: ink.soon,
        StepStatus.WAITING: ink.wait,
        StepStatus.NOT_RELEVANT: ink.hair,
    }
    if words.status in by_state:
        return by_state[words.status]
    return ink.child_line if words.kind is StepKind.CONVERSATION else ink.part


def _paint_blocks(
    painter: QPainter, steps: Iterable[tuple[StepArt, QRectF]], look: FlowLook, zoom: float
) -> None:
    by_color: dict[str, list[QRectF]] = {}
    for art, box in steps:
        by_color.setdefault(block_color(art, look), []).append(box)
    painter.setPen(NO_PEN)
    for name, boxes in by_color.items():
        painter.setBrush(brush(name))
        painter.drawRects(boxes)


def _paint_small(painter: QPainter, art: StepArt, box: QRectF, look: FlowLook) -> None:
    words, ink = art.words, look.ink
    dress = dress_step(
        ink,
        words.kind,
        words.status,
        is_selected=words.id == look.selected,
        is_hovered=words.id == look.hovered,
    )
    painter.translate(box.topLeft())
    painter.setPen(pen(dress.ring if words.kind is StepKind.END else dress.edge, dress.width * 1.6))
    painter.setBrush(brush(dress.fill) if dress.fill else NO_BRUSH)
    painter.drawPath(outline(words.kind, art.width, art.height))
    if words.kind is not StepKind.END:
        for line in art.lines:
            width = text_width(line.text, TITLE)
            bar = QRectF(line.at.x(), line.at.y() - TITLE_ASCENT + 5, width, _BAR)
            painter.fillRect(bar, color(ink.hair if dress.sign == "dash" else ink.ink_3))
        _paint_state(painter, art, ink, dress.station_fill, dress.station_edge)
    painter.translate(-box.topLeft())


def _paint_state(painter: QPainter, art: StepArt, ink: Ink, fill: str, edge: str) -> None:
    if art.words.status in (None, StepStatus.OPEN):
        return
    painter.setPen(pen(edge, 2.0))
    painter.setBrush(brush(fill))
    painter.drawEllipse(QPointF(STATION_MIDDLE, 0), _DOT, _DOT)


STATION_MIDDLE = 20.0
