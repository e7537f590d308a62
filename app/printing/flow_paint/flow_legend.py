"""The legend: every shape, state, badge and way, drawn by the code that draws flows."""

from collections.abc import Callable, Sequence
from functools import cache
from math import ceil

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
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

SECTION_WIDTH = 340.0
HEAD_HEIGHT = 44.0
_NAME_LEFT = 160.0
_NAME, _NOTE, _HEADING = 15.0, 14.0, 16.0
_RING = 30.0
_WAY_LENGTH = 136.0

Sample = Callable[[QPainter, Ink, float], None]
"""Paints a sample at the origin, with its middle at that height."""


class LegendRow(Struct, frozen=True):
    """One sign: how it looks, what it is called, and what tells it apart."""

    name: str
    note: str
    height: float
    sample: Sample


class LegendSection(Struct, frozen=True):
    """Signs of one sort under a heading."""

    title: str
    rows: tuple[LegendRow, ...]

    @property
    def height(self) -> float:
        """Height of heading and rows."""
        return HEAD_HEIGHT + sum(row.height for row in self.rows)

    def split(self, columns: int) -> tuple["LegendSection", ...]:
        """Spread the rows over columns that stand beside each other; the first has the title."""
        size = ceil(len(self.rows) / columns)
        starts = range(0, len(self.rows), size)
        return tuple(
            LegendSection("" if start else self.title, self.rows[start : start + size])
            for start in starts
        )


def paint_section(painter: QPainter, section: LegendSection, ink: Ink) -> None:
    """Paint a section at the origin, `SECTION_WIDTH` wide."""
    painter.save()
    paint_text(painter, QPointF(0, 16), section.title, _HEADING, ink.ink, SEMIBOLD)
    painter.setPen(pen(ink.part, 1.0))
    painter.drawLine(QPointF(0, 28), QPointF(SECTION_WIDTH, 28))
    painter.translate(0, HEAD_HEIGHT)
    for row in section.rows:
        middle = row.height / 2
        row.sample(painter, ink, middle)
        paint_text(painter, QPointF(_NAME_LEFT, middle - 4), row.name, _NAME, ink.ink, SEMIBOLD)
        paint_text(painter, QPointF(_NAME_LEFT, middle + 16), row.note, _NOTE, ink.ink_2, REGULAR)
        painter.translate(0, row.height)
    painter.restore()


@cache
def legend_sections() -> tuple[LegendSection, ...]:
    """Return kinds, states, and badges with ways."""
    return (_kinds(), _states(), _signs())


def _kinds() -> LegendSection:
    shown = (
        (StepKind.ACTIVITY, "Modtag og notér tidspunktet", "Handling", "noget, der gøres"),
        (StepKind.DECISION, "Er barnet i fare nu?", "Beslutning", "præcis én vej vælges"),
        (StepKind.CONVERSATION, "Tal med barnet", "Samtale med barnet", "her bliver barnet hørt"),
        (StepKind.DOCUMENT, "Send kvittering", "Dokument", "noget, der skrives"),
        (StepKind.MEETING, "Tal med forældrene", "Møde", "et bord med fire stole"),
        (StepKind.WAIT, "Afvent svar fra skolen", "Afvent", "andre skal svare først"),
    )
    rows = [
        LegendRow(name, note, 92.0, _step_sample(kind, title, number, 4))
        for number, (kind, title, name, note) in enumerate(shown, start=1)
    ]
    rows.append(LegendRow("Afslutning", "forløbet er slut", 52.0, _ring_sample("")))
    rows.append(LegendRow("Fortsæt i", "en anden sagsprocedure", 52.0, _ring_sample("arrow-r")))
    return LegendSection("Slags trin", tuple(rows))


def _states() -> LegendSection:
    shown = (
        (StepStatus.DONE, 7, "Udført", "grønt mærke med hak"),
        (StepStatus.UNHEARD, 2, "Ikke hørt", "talebobbel, med en grund"),
        (StepStatus.NOW, 3, "Nu", "tyk kant, mærket Nu"),
        (StepStatus.OPEN, 0, "Åben", "kun tallet"),
        (StepStatus.LATE, 1, "Over frist", "rødt ur og antal dage"),
        (StepStatus.MISSING, 0, "Mangler", "sprunget over, stiplet kant"),
        (StepStatus.WAITING, 2, "Afventer", "blåt timeglas"),
        (StepStatus.NOT_RELEVANT, 0, "Ikke relevant", "prikket kant, streg"),
    )
    rows = [
        LegendRow(
            name,
            note,
            86.0,
            _step_sample(StepKind.ACTIVITY, "Tal med barnet", number, 7, status, settled),
        )
        for number, (status, settled, name, note) in enumerate(shown, start=1)
    ]
    return LegendSection("Tilstand i et forløb", tuple(rows))


def _signs() -> LegendSection:
    rows = (
        LegendRow("Frist efter loven", "hel kant", 58.0, _chip_sample("24 timer", is_law=True)),
        LegendRow(
            "Foreslået dag",
            "stiplet kant",
            58.0,
            _chip_sample("1 uge", is_law=False),
        ),
        LegendRow("Barnet skal være hørt", "før trinet kan gøres færdigt", 58.0, _voice_sample),
        LegendRow("Tjekpunkter", "klaret af alle", 58.0, _checks_sample),
        LegendRow("Vej med betingelse", "ved siden af pilen", 62.0, _way_sample),
        LegendRow("Vej, der ikke er taget", "prikket", 58.0, _off_way_sample),
        LegendRow("Den røde tråd", "en knude for hvert udført trin", 58.0, _thread_sample),
        LegendRow("Tråden er brudt", "et trin er sprunget over", 58.0, _broken_sample),
        LegendRow("Udført", "tjekpunktet er klaret", 52.0, _mark_sample(Mark.DONE)),
        LegendRow("Set efter", "en anden har også set det", 52.0, _mark_sample(Mark.VERIFIED)),
        LegendRow("Ikke relevant", "med en grund", 52.0, _mark_sample(Mark.NOT_RELEVANT)),
    )
    return LegendSection("Mærker og veje", rows)


def _step_sample(
    kind: StepKind,
    title: str,
    number: int,
    checks: int,
    status: StepStatus | None = None,
    settled: int = 0,
) -> Sample:
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
    words = StepWords(
        "trin",
        title,
        kind,
        number=str(number),
        chip=ChipWords("3 dage over", "3 dage over", is_late=True) if is_late else None,
        checks=str(checks) if status in (None, StepStatus.NOT_RELEVANT) else f"{settled}/{checks}",
        status=status,
        is_next=status is StepStatus.NOW,
    )
    return arrange(words, face, face.width, face.height)


def _ring_sample(sign: str) -> Sample:
    def paint(painter: QPainter, ink: Ink, middle: float) -> None:
        painter.translate(54, middle - _RING / 2)
        paint_ring(painter, _RING, ink, dress_step(ink, StepKind.END, None), sign)
        painter.translate(-54, _RING / 2 - middle)

    return paint


def _chip_sample(text: str, *, is_law: bool) -> Sample:
    def paint(painter: QPainter, ink: Ink, middle: float) -> None:
        width = text_width(text, META, SEMIBOLD) + CHIP_EXTRA
        rect = QRectF(0, middle - CHIP_HEIGHT / 2, width, CHIP_HEIGHT)
        paint_chip(painter, rect, text, ink, is_statutory=is_law)

    return paint


def _voice_sample(painter: QPainter, ink: Ink, middle: float) -> None:
    paint_icon(painter, "voice", QRectF(0, middle - 9, 18, 18), ink.child_ink)


def _checks_sample(painter: QPainter, ink: Ink, middle: float) -> None:
    paint_icon(painter, "box-check", QRectF(0, middle - 8.5, 17, 17), ink.ink_3)
    paint_text(painter, QPointF(22, middle + 5), "3/7", _NOTE, ink.ink_2, REGULAR)


def _way_sample(painter: QPainter, ink: Ink, middle: float) -> None:
    y = middle + 9
    _line(painter, y, ink.arrow, WAY, ())
    width = text_width("Ja", PILL, SEMIBOLD) + 2 * PILL_PAD
    paint_pill(painter, QRectF(20, y - 24, width, 19), "Ja", ink)


def _off_way_sample(painter: QPainter, ink: Ink, middle: float) -> None:
    _line(painter, middle, ink.off, OFF_WAY, OFF_DASH)


def _line(painter: QPainter, y: float, color: str, width: float, dash: tuple[float, ...]) -> None:
    points = ((0.0, y), (_WAY_LENGTH, y))
    painter.setBrush(NO_BRUSH)
    painter.setPen(pen(color, width, dash, is_round=bool(dash)))
    painter.drawPath(way_path(points, cut=HEAD_CUT))
    painter.setPen(NO_PEN)
    painter.setBrush(brush(color))
    painter.drawPolygon(head_polygon(points))


def _thread_sample(painter: QPainter, ink: Ink, middle: float) -> None:
    _thread(painter, ink, middle, (), (8.0, 128.0))


def _broken_sample(painter: QPainter, ink: Ink, middle: float) -> None:
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


def _mark_sample(mark: Mark) -> Sample:
    def paint(painter: QPainter, ink: Ink, middle: float) -> None:
        paint_check_mark(painter, mark, QRectF(0, middle - 9, 18, 18), ink)

    return paint
