"""The signs of the legend, painted by the code that draws flows."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter

from app.flow.face import CHIP_EXTRA, CHIP_HEIGHT, face_of
from app.model.library.procedure import CheckItem, Deadline, Procedure, Step, StepKind
from app.model.run.run import Mark
from app.model.run.state import StepStatus
from app.printing.flow_paint.drawing_words import ChipWords, StepWords
from app.printing.flow_paint.measure import META, PILL, measure_title
from app.printing.flow_paint.state_marks import paint_check_mark
from app.printing.flow_paint.step_arranging import StepArt, arrange
from app.printing.flow_paint.step_dress import dress_step
from app.printing.flow_paint.step_paint import paint_chip, paint_ring, paint_step
from app.printing.flow_paint.strokes import NO_BRUSH, NO_PEN, brush, pen
from app.printing.flow_paint.thread_paint import BREAK_DASH, THREAD, paint_knot
from app.printing.flow_paint.way_paint import (
    HEAD_CUT,
    OFF_DASH,
    OFF_WAY,
    PILL_PAD,
    WAY,
    head_polygon,
    paint_pill,
    way_path,
)
from app.printing.fonts import REGULAR, SEMIBOLD, paint_text, text_width
from app.printing.ink import Ink
from app.printing.line_icons import paint_icon

_RING = 30.0
_WAY_LENGTH = 136.0
_NOTE = 14.0

Sample = Callable[[QPainter, Ink, float], None]
"""Paints a sample at the origin, with its middle at that height."""


def step_sample(
    kind: StepKind,
    title: str,
    number: int,
    checks: int,
    status: StepStatus | None = None,
    settled: int = 0,
) -> Sample:
    """A step of a kind, and in a state where one is given."""
    art = _sample_art(kind, title, number, checks, status, settled)

    def paint(painter: QPainter, ink: Ink, middle: float) -> None:
        at = QPointF(0, middle - art.height / 2)
        paint_step(painter, art, at, at, ink, dress_step(ink, kind, status))

    return paint


def _sample_art(
    kind: StepKind,
    title: str,
    number: int,
    checks: int,
    status: StepStatus | None,
    settled: int,
) -> StepArt:
    is_late = status is StepStatus.LATE
    deadline = Deadline(within="1 weeks", after="trigger", law="bl:5") if is_late else None
    step = Step(
        "trin",
        title,
        kind,
        "barnet",
        deadline=deadline,
        checklist=tuple(CheckItem(str(position)) for position in range(checks)),
    )
    procedure = Procedure("prove", title, "prove", "", "", ("barnet",), (step,))
    face = face_of(step, procedure, measure_title)
    over = QCoreApplication.translate("legend", "3 dage over")
    words = StepWords(
        "trin",
        title,
        kind,
        number=str(number),
        chip=ChipWords(over, over, is_late=True) if is_late else None,
        checks=str(checks) if status in (None, StepStatus.NOT_RELEVANT) else f"{settled}/{checks}",
        status=status,
        is_next=status is StepStatus.NOW,
    )
    return arrange(words, face, face.width, face.height)


def ring_sample(sign: str) -> Sample:
    """The ring of an end, with its sign."""

    def paint(painter: QPainter, ink: Ink, middle: float) -> None:
        painter.translate(54, middle - _RING / 2)
        paint_ring(painter, _RING, ink, dress_step(ink, StepKind.END, None), sign)
        painter.translate(-54, _RING / 2 - middle)

    return paint


def chip_sample(text: str, *, is_law: bool) -> Sample:
    """A deadline by the words on its chip."""

    def paint(painter: QPainter, ink: Ink, middle: float) -> None:
        width = text_width(text, META, SEMIBOLD) + CHIP_EXTRA
        rect = QRectF(0, middle - CHIP_HEIGHT / 2, width, CHIP_HEIGHT)
        paint_chip(painter, rect, text, ink, is_statutory=is_law)

    return paint


def voice_sample(painter: QPainter, ink: Ink, middle: float) -> None:
    """The sign that the child is to be heard."""
    paint_icon(painter, "voice", QRectF(0, middle - 9, 18, 18), ink.child_ink)


def checks_sample(painter: QPainter, ink: Ink, middle: float) -> None:
    """How many check items are done."""
    paint_icon(painter, "box-check", QRectF(0, middle - 8.5, 17, 17), ink.ink_3)
    paint_text(painter, QPointF(22, middle + 5), "3/7", _NOTE, ink.ink_2, REGULAR)


def way_sample(painter: QPainter, ink: Ink, middle: float) -> None:
    """A way with its condition."""
    y = middle + 9
    _line(painter, y, ink.arrow, WAY, ())
    yes = QCoreApplication.translate("legend", "Ja")
    width = text_width(yes, PILL, SEMIBOLD) + 2 * PILL_PAD
    paint_pill(painter, QRectF(20, y - 24, width, 19), yes, ink)


def off_way_sample(painter: QPainter, ink: Ink, middle: float) -> None:
    """A way that was not taken."""
    _line(painter, middle, ink.off, OFF_WAY, OFF_DASH)


def _line(painter: QPainter, y: float, color: str, width: float, dash: tuple[float, ...]) -> None:
    points = ((0.0, y), (_WAY_LENGTH, y))
    painter.setBrush(NO_BRUSH)
    painter.setPen(pen(color, width, dash, is_round=bool(dash)))
    painter.drawPath(way_path(points, cut=HEAD_CUT))
    painter.setPen(NO_PEN)
    painter.setBrush(brush(color))
    painter.drawPolygon(head_polygon(points))


def thread_sample(painter: QPainter, ink: Ink, middle: float) -> None:
    """The red thread between two knots."""
    _thread(painter, ink, middle, (), (8.0, 128.0))


def broken_sample(painter: QPainter, ink: Ink, middle: float) -> None:
    """The red thread where a step was passed by."""
    _thread(painter, ink, middle, BREAK_DASH, (8.0, 128.0))
    paint_knot(painter, QPointF(68, middle), ink, is_open=True)


def _thread(
    painter: QPainter, ink: Ink, middle: float, dash: tuple[float, ...], knots: Sequence[float]
) -> None:
    painter.setPen(pen(ink.thread, THREAD, dash))
    painter.setBrush(NO_BRUSH)
    painter.drawLine(QPointF(knots[0], middle), QPointF(knots[-1], middle))
    for x in knots:
        paint_knot(painter, QPointF(x, middle), ink)


def mark_sample(mark: Mark) -> Sample:
    """The box of a check item with its mark."""

    def paint(painter: QPainter, ink: Ink, middle: float) -> None:
        paint_check_mark(painter, mark, QRectF(0, middle - 9, 18, 18), ink)

    return paint
