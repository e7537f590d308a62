"""A card on paper: its blocks placed on one page, or on more where it cannot be helped.

A card that does not fit is set tighter, then smaller, but never below the least sizes; what
still finds no room goes on to a further page. Nothing is ever cut.
"""

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from app.model.card import ActionCard
from app.model.catalogue import Catalogue
from app.printing.card_blocks import Setter
from app.printing.card_style import AIM, HEADING, ITEM, TITLE, Style, look_of, styles_for
from app.printing.face import Face, FaceSection, card_face
from app.printing.fonts import BOLD, SEMIBOLD
from app.printing.ink import PAPER, Ink
from app.printing.marks import Block, Page
from app.printing.paper import A5, Paper, mm
from app.printing.sheet import VersionMark

_TOP, _SIDE, _BOTTOM = 9, 10, 8
_AIR = mm(1.6)
"""The least distance between the last block and what stands at the foot."""


class Fit(Struct, frozen=True):
    """How a card fits a paper. `body` is its type in points; `used` tells how much of one page
    it takes as designed: more than 1 means that it is tightened, made smaller, or parted.
    """

    paper: str
    pages: int
    body: float
    used: float

    @property
    def is_one_page(self) -> bool:
        return self.pages == 1

    @property
    def is_as_designed(self) -> bool:
        return self.used <= 1


class _Spaced(Struct, frozen=True):
    """A block with its distance to what stands above it; none at the top of a page."""

    above: float
    block: Block


_Group = tuple[_Spaced, ...]


def card_pages(
    card: ActionCard,
    catalogue: Catalogue,
    version: VersionMark,
    paper: Paper = A5,
    ink: Ink = PAPER,
) -> tuple[Page, ...]:
    """Lay out an action card on that paper."""
    return face_pages(card_face(card, catalogue, version), paper, ink)


def face_pages(face: Face, paper: Paper = A5, ink: Ink = PAPER) -> tuple[Page, ...]:
    """Lay out the words of a card on that paper."""
    return _Layout(face, paper, _best_style(face, paper), ink).pages()


def fits(
    card: ActionCard, catalogue: Catalogue, paper: Paper = A5, version: VersionMark | None = None
) -> Fit:
    """Tell how a card fits a paper, before it is printed."""
    face = card_face(card, catalogue, version or VersionMark(1))
    style = _best_style(face, paper)
    pages = len(_Layout(face, paper, style).bodies)
    used = _Layout(face, paper, styles_for(paper)[0]).used
    return Fit(paper.name, pages, style.size(ITEM), used)


@lru_cache(maxsize=512)
def _best_style(face: Face, paper: Paper) -> Style:
    """Choose the style that takes the fewest pages, of those the most generous."""
    best: tuple[int, Style] | None = None
    for style in styles_for(paper):
        count = len(_Layout(face, paper, style).bodies)
        if best is None or count < best[0]:
            best = (count, style)
        if count == 1:
            break
    assert best is not None
    return best[1]


class _Layout:
    """One card in one style: what stands on which page, and where."""

    def __init__(self, face: Face, paper: Paper, style: Style, ink: Ink = PAPER) -> None:
        self.face = face
        self.paper = paper
        self.style = style
        self.side, self.top = style.margin(_SIDE), style.margin(_TOP)
        self.bottom = paper.height - style.margin(_BOTTOM)
        self.setter = Setter(style, look_of(face.ink, ink), paper.width - 2 * self.side)
        self.head = self._head()
        self.groups = self._groups()
        self.bodies = self._divide()

    @property
    def used(self) -> float:
        """How much of one page all of it takes."""
        foot = self.setter.foot(self.face.foot).rect.h
        room = self.bottom - self.top - _height(self.head) - foot - _AIR
        return (sum(_height(group) for group in self.groups)) / room

    def pages(self) -> tuple[Page, ...]:
        """Place every block."""
        count = len(self.bodies)
        return tuple(
            Page(self.paper, self.face.title, self._placed(number, count))
            for number in range(1, count + 1)
        )

    def _head(self) -> _Group:
        setter, style, face = self.setter, self.style, self.face
        return (
            _Spaced(0, setter.band(face)),
            _Spaced(style.gap(3.6), setter.words("title", face.title, TITLE, BOLD)),
            _Spaced(style.gap(0.4), setter.words("aim", face.aim, AIM)),
            _Spaced(style.gap(3), setter.facts(face)),
        )

    def _next_head(self) -> _Group:
        """The head of a further page."""
        setter, face = self.setter, self.face
        right = QCoreApplication.translate("print", "fortsat")
        return (
            _Spaced(0, setter.band(face, right)),
            _Spaced(self.style.gap(3), setter.words("title", face.title, HEADING, SEMIBOLD)),
        )

    def _groups(self) -> list[_Group]:
        """What a page should not end in: a section, and the note with the last of them."""
        groups = [self._section(section) for section in self.face.sections]
        if self.face.note:
            note = _Spaced(self.style.gap(1.6), self.setter.note(self.face.note))
            groups[-1:] = [(*groups[-1], note)] if groups else [(note,)]
        return groups

    def _section(self, section: FaceSection) -> _Group:
        spaced = [_Spaced(self.style.gap(4.1), self.setter.heading(section))]
        above = 1.1
        for item in section.items:
            block = self.setter.item(item)
            more = 0.7 if item.is_critical else 0.0
            spaced.append(_Spaced(self.style.gap(above + more), block))
            above = more
        return tuple(spaced)

    def _divide(self) -> list[list[_Spaced]]:
        """Give every block to a page; several pages leave room to say that the card goes on."""
        if _height(sum(self.groups, ())) <= self._room(1, 1):
            return [list(sum(self.groups, ()))]
        bodies: list[list[_Spaced]] = [[]]
        for group in self.groups:
            self._give(group, bodies)
        return bodies

    def _give(self, group: _Group, bodies: list[list[_Spaced]]) -> None:
        """Put a section on the page where it fits whole, else part it between its items."""
        if self._finds_room(group, bodies):
            bodies[-1] += group
            return
        if _height(group) <= self._room(2, 2) and bodies[-1]:
            bodies.append(list(group))
            return
        start, *rest = _unparted(group)
        for part in (start, *rest):
            if not self._finds_room(part, bodies) and bodies[-1]:
                bodies.append([])
            bodies[-1] += part

    def _finds_room(self, group: Sequence[_Spaced], bodies: list[list[_Spaced]]) -> bool:
        room = self._room(len(bodies), 2)
        return _height((*bodies[-1], *group)) <= room

    def _room(self, number: int, count: int) -> float:
        head = self.head if number == 1 else self._next_head()
        feet = self._foot(number, count)
        return self.bottom - self.top - _height(head) - _height(feet) - _AIR

    def _foot(self, number: int, count: int) -> _Group:
        """What stands at the foot of a page, from its lower edge upwards in reading order."""
        foot = self.face.foot
        if count == 1:
            return (_Spaced(0, self.setter.foot(foot)),)
        said = QCoreApplication.translate("print", "side {number} af {count}")
        page = said.format(number=number, count=count)
        block = self.setter.foot(foot, page) if number == 1 else self.setter.short_foot(foot, page)
        if number == count and number > 1:
            return (_Spaced(0, block),)
        onward = QCoreApplication.translate("print", "Fortsættes på næste side")
        return (_Spaced(0, self.setter.onward(onward)), _Spaced(_AIR, block))

    def _placed(self, number: int, count: int) -> tuple[Block, ...]:
        head = self.head if number == 1 else self._next_head()
        blocks = _stack((*head, *self.bodies[number - 1]), self.side, self.top)
        foot = self._foot(number, count)
        return (*blocks, *_stack(foot, self.side, self.bottom - _height(foot)))


def _unparted(group: _Group) -> list[_Group]:
    """Cut a section where a page may end: its heading keeps the first item."""
    return [group[:2], *((spaced,) for spaced in group[2:])]


def _height(group: Sequence[_Spaced]) -> float:
    return sum(spaced.above + spaced.block.rect.h for spaced in group)


def _stack(group: Sequence[_Spaced], x: float, y: float) -> list[Block]:
    placed = []
    for spaced in group:
        y += spaced.above
        placed.append(spaced.block.at(x, y))
        y += spaced.block.rect.h
    return placed
