"""A card on paper: its blocks placed on one page, or on more where it cannot be helped.

A card that does not fit is set tighter, then smaller, but never below the least sizes; what
still finds no room goes on to a further page. Nothing is ever cut.
"""

from functools import lru_cache

from msgspec import Struct

from app.model.library.card import ActionCard
from app.model.library.catalogue import Catalogue
from app.printing.card_blocks import Setter
from app.printing.card_face import CardFace, FaceSection, ItemKind, card_face
from app.printing.card_style import ITEM, CardStyle, styles_for
from app.printing.column import Group, Spaced
from app.printing.ink import PAPER, Ink
from app.printing.page_marks import Page
from app.printing.paper import A5, Paper
from app.printing.sheet import VersionMark
from app.printing.sheet_layout import Layout, fewest_pages, setter_for


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


def face_pages(face: CardFace, paper: Paper = A5, ink: Ink = PAPER) -> tuple[Page, ...]:
    """Lay out the words of a card on that paper."""
    return _layout(face, paper, _best_style(face, paper), ink).pages()


def fits(
    card: ActionCard, catalogue: Catalogue, paper: Paper = A5, version: VersionMark | None = None
) -> Fit:
    """Tell how a card fits a paper, before it is printed."""
    face = card_face(card, catalogue, version or VersionMark(1))
    style = _best_style(face, paper)
    pages = len(_layout(face, paper, style).bodies)
    used = _layout(face, paper, styles_for(paper)[0]).used
    return Fit(paper.name, pages, style.size(ITEM), used)


@lru_cache(maxsize=512)
def _best_style(face: CardFace, paper: Paper) -> CardStyle:
    """Choose how tight and how large a card is set."""
    styles = styles_for(paper, face.least_type)
    return fewest_pages(_layout(face, paper, style) for style in styles).style


def _layout(face: CardFace, paper: Paper, style: CardStyle, ink: Ink = PAPER) -> Layout:
    setter = setter_for(face, paper, style, ink)
    return Layout(face, _groups(face, setter), paper, setter)


def _groups(face: CardFace, setter: Setter) -> list[Group]:
    """What a page should not end in: a section, and the note with the last of them."""
    groups = [section_group(section, setter) for section in face.sections]
    if face.note:
        note = Spaced(setter.style.gap(1.6), setter.note(face.note, face.note_icon))
        groups[-1:] = [(*groups[-1], note)] if groups else [(note,)]
    return groups


def section_group(section: FaceSection, setter: Setter) -> Group:
    """Set a heading with what belongs to it."""
    style = setter.style
    spaced = [Spaced(style.gap(4.1), setter.heading(section))]
    above = 1.1
    for item in section.items:
        more = 0.7 if item.kind is ItemKind.CRITICAL else 0.0
        spaced.append(Spaced(style.gap(above + more), setter.item(item)))
        above = more
    return tuple(spaced)
