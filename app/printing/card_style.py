"""The measures of a card: type, space and colours, on any paper and in any density.

The design is A5 with 12 pt body. A style scales it: larger for A4, and where a card must be
tightened first its space, then its type, down to the least sizes that can be read.
"""

from msgspec import Struct

from app.printing.ink import PAPER, Ink
from app.printing.paper import A4, A5, A6, Paper, mm


class TypeSize(Struct, frozen=True):
    """A size of type with the distance of its lines, and the least it may shrink to; in points."""

    size: float
    leading: float
    least: float


BAND = TypeSize(11, 14, 10)
TITLE = TypeSize(25, 28, 18)
AIM = TypeSize(14, 18, 12)
FACT = TypeSize(11, 14, 10)
HEADING = TypeSize(14, 17, 12)
NUMBER = TypeSize(11.5, 17, 10)
ITEM = TypeSize(12, 15.5, 10)
MARK = TypeSize(10.5, 15.5, 10)
NOTE = TypeSize(11, 15, 10)
FOOT = TypeSize(10, 13.2, 10)


class CardStyle(Struct, frozen=True):
    """How large and how tight a card is set. `page` scales the margins, `type` all else."""

    page: float = 1
    type: float = 1
    space: float = 1
    lead: float = 1

    def size(self, type_size: TypeSize) -> float:
        """The size of type, in half points."""
        return max(type_size.least, round(type_size.size * self.type * 2) / 2)

    def leading(self, type_size: TypeSize) -> float:
        """The distance from line to line."""
        return self.size(type_size) * type_size.leading / type_size.size * self.lead

    def mm(self, length: float) -> float:
        """A length of the design that goes with its type: a box, a disc, a column."""
        return mm(length) * self.type

    def gap(self, length: float) -> float:
        """A distance between blocks, which gives way when a card is tightened."""
        return self.mm(length) * self.space

    def margin(self, length: float) -> float:
        """A margin of the page."""
        return mm(length) * self.page


class Look(Struct, frozen=True):
    """The colours of a card: its theme's, text, the ground of notes."""

    theme: str
    on_theme: str = "#FFFFFF"
    text: str = "#14181A"
    note: str = "#F3F1EB"
    is_black: bool = False


def look_of(theme: str, ink: Ink = PAPER) -> Look:
    """Return the colours of a card of that theme ink; black print uses black alone."""
    if ink.is_black:
        return Look("#000000", "#000000", "#000000", "#FFFFFF", is_black=True)
    return Look(theme)


_TIGHT = ((1, 1), (0.8, 1), (0.65, 0.98), (0.5, 0.95))
_TYPES = {
    A4.name: (1.414, 1.25, 1.125, 1.0, 0.92, 0.84),
    A5.name: (1.0, 0.96, 0.92, 0.875, 0.84),
    A6.name: (0.84,),
}
_PAGES = {A4.name: 1.414, A6.name: 0.707}


def styles_for(paper: Paper, least: float = 0) -> tuple[CardStyle, ...]:
    """The styles a card may be set in, the most generous first: space gives way before type.

    `least` is the part of its designed size that type may shrink to.
    """
    page = _PAGES.get(paper.name, 1.0)
    largest, *smaller = _TYPES.get(paper.name, (1.0,))
    first = [CardStyle(page, largest, space, lead) for space, lead in _TIGHT]
    return (
        *first,
        *(CardStyle(page, size, *_TIGHT[-1]) for size in smaller if size >= least * largest),
    )


def document_styles(paper: Paper) -> tuple[CardStyle, ...]:
    """The styles of a document of several pages: 11 pt on A4, and less space where it helps."""
    page, size = (1.0, 0.84) if paper.width < A4.width else (1.6, 0.92)
    return tuple(CardStyle(page, size, space, lead) for space, lead in _TIGHT)
