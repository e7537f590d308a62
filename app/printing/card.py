"""A card on paper: its blocks placed on one page, or on more where it cannot be helped.

A card that does not fit is set tighter, then smaller, but never below the least sizes; what
still finds no room goes on to a further page. Nothing is ever cut.
"""

from functools import lru_cache

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from app.model.card import ActionCard
from app.model.catalogue import Catalogue
from app.printing.card_blocks import Setter
from app.printing.card_style import AIM, HEADING, ITEM, TITLE, Style, look_of, styles_for
from app.printing.column import Group, Spaced, divide, height, stack
from app.printing.face import Face, FaceSection, ItemKind, card_face
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
    for style in styles_for(paper, face.least_type):
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
        self._rooms: dict[tuple[bool, bool, bool], float] = {}
        self.groups = self._groups()
        self.bodies = divide(self.groups, self._room)

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

    def _groups(self) -> list[Group]:
        """What a page should not end in: a section, and the note with the last of them."""
        groups = [self._section(section) for section in self.face.sections]
        if self.face.note:
            note = self.setter.note(self.face.note, self.face.note_icon)
            spaced = Spaced(self.style.gap(1.6), note)
            groups[-1:] = [(*groups[-1], spaced)] if groups else [(spaced,)]
        return groups

    def _section(self, section: FaceSection) -> Group:
        spaced = [Spaced(self.style.gap(4.1), self.setter.heading(section))]
        above = 1.1
        for item in section.items:
            block = self.setter.item(item)
            more = 0.7 if item.kind is ItemKind.CRITICAL else 0.0
            spaced.append(Spaced(self.style.gap(above + more), block))
            above = more
        return tuple(spaced)

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
