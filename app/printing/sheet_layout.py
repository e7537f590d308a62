"""A sheet of any kind laid out: its head, its blocks given to pages, its foot.

Only the last page says all about itself and carries the code; the ones before say which version
they are, and that it goes on.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from app.printing.card_blocks import Setter
from app.printing.card_face import CardFace
from app.printing.card_style import AIM, HEADING, TITLE, CardStyle, look_of
from app.printing.column import Group, Spaced, divide, height, stack
from app.printing.fonts import BOLD, SEMIBOLD
from app.printing.ink import PAPER, Ink
from app.printing.page_marks import Block, Page
from app.printing.paper import Paper, mm

_TOP, _SIDE, _BOTTOM = 9, 10, 8
_AIR = mm(1.6)
"""The least distance between the last block and what stands at the foot."""


def setter_for(face: CardFace, paper: Paper, style: CardStyle, ink: Ink = PAPER) -> Setter:
    """Make what sets blocks to the width between the margins."""
    return Setter(style, look_of(face.ink, ink), paper.width - 2 * style.margin(_SIDE))


def fewest_pages(layouts: "Iterable[Layout]") -> "Layout":
    """Choose the layout that takes the fewest pages; of those the first."""
    best: Layout | None = None
    for layout in layouts:
        if best is None or len(layout.bodies) < len(best.bodies):
            best = layout
        if len(best.bodies) == 1:
            break
    assert best is not None
    return best


class Layout:
    """What stands on which page, and where."""

    def __init__(
        self, face: CardFace, groups: Sequence[Group], paper: Paper, setter: Setter
    ) -> None:
        self.face = face
        self.paper = paper
        self.setter = setter
        self.style = setter.style
        self.side, self.top = self.style.margin(_SIDE), self.style.margin(_TOP)
        self.bottom = paper.height - self.style.margin(_BOTTOM)
        self._rooms: dict[tuple[bool, bool, bool], float] = {}
        self.groups = groups
        self.bodies = divide(groups, self._room)

    @property
    def used(self) -> float:
        """How much of one page all of it takes."""
        room = self._room(1, 1)
        head = height(self._head(1, 1))
        return (head + sum(height(group) for group in self.groups)) / (head + room)

    def pages(self) -> tuple[Page, ...]:
        """Place every block."""
        count = len(self.bodies)
        return tuple(
            Page(self.paper, self.face.title, self._placed(number, count))
            for number in range(1, count + 1)
        )

    def _head(self, number: int, count: int) -> Group:
        setter, style, face = self.setter, self.style, self.face
        band = Spaced(0, setter.band(face, _numbered(face.band_right, number, count)))
        if number > 1:
            title = setter.words("title", face.title, HEADING, SEMIBOLD)
            return (band, Spaced(style.gap(3), title))
        return (
            band,
            Spaced(style.gap(3.6), setter.words("title", face.title, TITLE, BOLD)),
            Spaced(style.gap(0.4), setter.words("aim", face.aim, AIM)),
            Spaced(style.gap(3), setter.facts(face)),
        )

    def _room(self, number: int, count: int) -> float:
        kind = (number > 1, number == count, count > 1)
        if kind not in self._rooms:
            self._rooms[kind] = self._freeheight(number, count)
        return self._rooms[kind]

    def _freeheight(self, number: int, count: int) -> float:
        head, foot = self._head(number, count), self._foot(number, count)
        return self.bottom - self.top - height(head) - height(foot) - _AIR

    def _foot(self, number: int, count: int) -> Group:
        """What stands at the foot of a page: all of it on the last, else that the card goes on."""
        if number == count:
            return (Spaced(0, self.setter.foot(self.face.foot)),)
        onward = QCoreApplication.translate("print", "Fortsættes på næste side")
        return (
            Spaced(0, self.setter.onward(onward)),
            Spaced(_AIR, self.setter.short_foot(self.face.foot)),
        )

    def _placed(self, number: int, count: int) -> tuple[Block, ...]:
        above = (*self._head(number, count), *self.bodies[number - 1])
        foot = self._foot(number, count)
        below = stack(foot, self.side, self.bottom - height(foot))
        return (*stack(above, self.side, self.top), *below)


def _numbered(text: str, number: int, count: int) -> str:
    if count == 1:
        return text
    return f"{text} {number}/{count}"
