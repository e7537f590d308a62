"""Where a flow begins: a dot with the words of what starts the clock."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.flow.geometry import Point
from app.printing.flow_paint.measure import MIDDLE_TO_BASELINE, PILL, PILL_LINE
from app.printing.flow_paint.strokes import NO_PEN, brush
from app.printing.fonts import SEMIBOLD, paint_text, text_width, wrap_lines
from app.printing.ink import Ink

DOT = 4.5
WORDS_GAP, EDGE_GAP = 12.0, 8.0


def paint_dot(painter: QPainter, at: Point, ink: Ink) -> None:
    """Paint the dot that the first way leaves."""
    painter.setPen(NO_PEN)
    painter.setBrush(brush(ink.ink))
    painter.drawEllipse(QPointF(*at), DOT, DOT)


def paint_trigger_words(
    painter: QPainter, at: Point, words: str, picture_width: float, ink: Ink
) -> None:
    """Paint the words beside the dot: left of it where there is room, else right."""
    lines, is_left = place_words(words, at[0], picture_width)
    top = at[1] - len(lines) * PILL_LINE / 2
    for number, line in enumerate(lines):
        width = text_width(line, PILL, SEMIBOLD)
        x = at[0] - WORDS_GAP - width if is_left else at[0] + WORDS_GAP
        y = top + (number + 0.5) * PILL_LINE + PILL * MIDDLE_TO_BASELINE
        paint_text(painter, QPointF(x, y), line, PILL, ink.ink_2, SEMIBOLD)


def words_rect(words: str, at: Point, picture_width: float) -> QRectF:
    """Return where the words stand."""
    lines, is_left = place_words(words, at[0], picture_width)
    width = max(text_width(line, PILL, SEMIBOLD) for line in lines)
    height = len(lines) * PILL_LINE
    left = at[0] - WORDS_GAP - width if is_left else at[0] + WORDS_GAP
    return QRectF(left, at[1] - height / 2, width, height)


def place_words(words: str, x: float, picture_width: float) -> tuple[Sequence[str], bool]:
    """Return the lines of the words, and whether they stand left of the dot."""
    left, right = x - WORDS_GAP - EDGE_GAP, picture_width - x - WORDS_GAP - EDGE_GAP
    width = text_width(words, PILL, SEMIBOLD)
    if width <= left:
        return (words,), True
    if width <= right:
        return (words,), False
    is_left = left > right
    return wrap_lines(words, PILL, max(left, right)), is_left
