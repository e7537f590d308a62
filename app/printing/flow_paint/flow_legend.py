"""The legend: every shape, state, badge and way, drawn by the code that draws flows."""

from functools import cache
from math import ceil

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QPainter

from app.model.library.procedure import StepKind
from app.model.run.run import Mark
from app.model.run.state import StepStatus
from app.printing.flow_paint.legend_samples import (
    Sample,
    broken_sample,
    checks_sample,
    chip_sample,
    mark_sample,
    off_way_sample,
    ring_sample,
    step_sample,
    thread_sample,
    voice_sample,
    way_sample,
)
from app.printing.flow_paint.strokes import pen
from app.printing.fonts import REGULAR, SEMIBOLD, paint_text
from app.printing.ink import Ink

SECTION_WIDTH = 340.0
HEAD_HEIGHT = 44.0
_NAME_LEFT = 160.0
_NAME, _NOTE, _HEADING = 15.0, 14.0, 16.0


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
    translate = QCoreApplication.translate
    shown = (
        (
            StepKind.ACTIVITY,
            translate("legend", "Modtag og notér tidspunktet"),
            translate("legend", "Handling"),
            translate("legend", "noget, der gøres"),
        ),
        (
            StepKind.DECISION,
            translate("legend", "Er barnet i fare nu?"),
            translate("legend", "Beslutning"),
            translate("legend", "præcis én vej vælges"),
        ),
        (
            StepKind.CONVERSATION,
            translate("legend", "Tal med barnet"),
            translate("legend", "Samtale med barnet"),
            translate("legend", "her bliver barnet hørt"),
        ),
        (
            StepKind.DOCUMENT,
            translate("legend", "Send kvittering"),
            translate("legend", "Dokument"),
            translate("legend", "noget, der skrives"),
        ),
        (
            StepKind.MEETING,
            translate("legend", "Tal med forældrene"),
            translate("legend", "Møde"),
            translate("legend", "et bord med fire stole"),
        ),
        (
            StepKind.WAIT,
            translate("legend", "Afvent svar fra skolen"),
            translate("legend", "Afvent"),
            translate("legend", "andre skal svare først"),
        ),
    )
    rows = [
        LegendRow(name, note, 92.0, step_sample(kind, title, number, 4))
        for number, (kind, title, name, note) in enumerate(shown, start=1)
    ]
    rows.append(
        LegendRow(
            translate("legend", "Afslutning"),
            translate("legend", "forløbet er slut"),
            52.0,
            ring_sample(""),
        )
    )
    rows.append(
        LegendRow(
            translate("legend", "Fortsæt i"),
            translate("legend", "en anden sagsprocedure"),
            52.0,
            ring_sample("arrow-r"),
        )
    )
    return LegendSection(translate("legend", "Slags trin"), tuple(rows))


def _states() -> LegendSection:
    translate = QCoreApplication.translate
    shown = (
        (
            StepStatus.DONE,
            7,
            translate("legend", "Udført"),
            translate("legend", "grønt mærke med hak"),
        ),
        (
            StepStatus.UNHEARD,
            2,
            translate("legend", "Ikke hørt"),
            translate("legend", "talebobbel, med en grund"),
        ),
        (StepStatus.NOW, 3, translate("legend", "Nu"), translate("legend", "tyk kant, mærket Nu")),
        (StepStatus.OPEN, 0, translate("legend", "Åben"), translate("legend", "kun tallet")),
        (
            StepStatus.LATE,
            1,
            translate("legend", "Over frist"),
            translate("legend", "rødt ur og antal dage"),
        ),
        (
            StepStatus.MISSING,
            0,
            translate("legend", "Mangler"),
            translate("legend", "sprunget over, stiplet kant"),
        ),
        (
            StepStatus.WAITING,
            2,
            translate("legend", "Afventer"),
            translate("legend", "blåt timeglas"),
        ),
        (
            StepStatus.NOT_RELEVANT,
            0,
            translate("legend", "Ikke relevant"),
            translate("legend", "prikket kant, streg"),
        ),
    )
    rows = [
        LegendRow(
            name,
            note,
            86.0,
            step_sample(
                StepKind.ACTIVITY, translate("legend", "Tal med barnet"), number, 7, status, settled
            ),
        )
        for number, (status, settled, name, note) in enumerate(shown, start=1)
    ]
    return LegendSection(translate("legend", "Tilstand i et forløb"), tuple(rows))


def _signs() -> LegendSection:
    translate = QCoreApplication.translate
    rows = (
        LegendRow(
            translate("legend", "Frist efter loven"),
            translate("legend", "hel kant"),
            58.0,
            chip_sample(translate("legend", "24 timer"), is_law=True),
        ),
        LegendRow(
            translate("legend", "Foreslået dag"),
            translate("legend", "stiplet kant"),
            58.0,
            chip_sample(translate("legend", "1 uge"), is_law=False),
        ),
        LegendRow(
            translate("legend", "Barnet skal være hørt"),
            translate("legend", "før trinet kan gøres færdigt"),
            58.0,
            voice_sample,
        ),
        LegendRow(
            translate("legend", "Tjekpunkter"),
            translate("legend", "klaret af alle"),
            58.0,
            checks_sample,
        ),
        LegendRow(
            translate("legend", "Vej med betingelse"),
            translate("legend", "ved siden af pilen"),
            62.0,
            way_sample,
        ),
        LegendRow(
            translate("legend", "Vej, der ikke er taget"),
            translate("legend", "prikket"),
            58.0,
            off_way_sample,
        ),
        LegendRow(
            translate("legend", "Den røde tråd"),
            translate("legend", "en knude for hvert udført trin"),
            58.0,
            thread_sample,
        ),
        LegendRow(
            translate("legend", "Tråden er brudt"),
            translate("legend", "et trin er sprunget over"),
            58.0,
            broken_sample,
        ),
        LegendRow(
            translate("legend", "Udført"),
            translate("legend", "tjekpunktet er klaret"),
            52.0,
            mark_sample(Mark.DONE),
        ),
        LegendRow(
            translate("legend", "Set efter"),
            translate("legend", "en anden har også set det"),
            52.0,
            mark_sample(Mark.VERIFIED),
        ),
        LegendRow(
            translate("legend", "Ikke relevant"),
            translate("legend", "med en grund"),
            52.0,
            mark_sample(Mark.NOT_RELEVANT),
        ),
    )
    return LegendSection(translate("legend", "Mærker og veje"), rows)
