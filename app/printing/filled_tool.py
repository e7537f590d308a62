"""A tool that was filled in, on paper: what stands in it, with its pictures."""

from collections.abc import Iterator, Sequence

from app.model.catalogue import Catalogue
from app.model.journal import JournalNote
from app.model.tool import Tool
from app.model.tool_pictures import Curve, Network
from app.printing.card_style import document_styles
from app.printing.column import Spaced, held_groups
from app.printing.fonts import SEMIBOLD
from app.printing.ink import PAPER, Ink
from app.printing.layout import Layout, fewest_pages, setter_for
from app.printing.markdown import Para, ParaKind, Table
from app.printing.marks import Block, Page
from app.printing.paper import A4, Paper
from app.printing.prose_blocks import ProseSetter
from app.printing.sheet import VersionMark
from app.printing.tool import tool_face
from app.printing.tool_pictures import curve_block, network_block
from app.printing.typeset import Run

Picture = Curve | Network


def filled_tool_pages(
    tool: Tool,
    note: JournalNote,
    pictures: Sequence[Picture],
    catalogue: Catalogue,
    version: VersionMark,
    paper: Paper = A4,
    ink: Ink = PAPER,
) -> tuple[Page, ...]:
    """Lay out what stands in a tool on that paper."""
    face = tool_face(tool, catalogue, version)
    layouts = []
    for style in document_styles(paper):
        setter = setter_for(face, paper, style, ink)
        prose = ProseSetter(setter)
        spaced = [prose.part(part) for part in _paragraphs(note)]
        drawn = [picture_block(one, setter.width, ink) for one in pictures]
        spaced += [Spaced(style.gap(5), one) for one in drawn]
        layouts.append(Layout(face, list(held_groups(spaced)), paper, setter))
    return fewest_pages(layouts).pages()


def picture_block(picture: Picture, width: float, ink: Ink, unit: float = 1) -> Block:
    """Draw a curve or a network."""
    if isinstance(picture, Curve):
        return curve_block(picture, width, ink, unit)
    return network_block(picture, width, ink, unit)


def _paragraphs(note: JournalNote) -> Iterator[Para | Table]:
    for part in note.parts:
        if part.heading and part.level == 1:
            yield Para(ParaKind.HEADING, (Run(part.heading),), 2)
        elif part.heading:
            yield Para(ParaKind.TEXT, (Run(part.heading, SEMIBOLD),))
        for text in part.paragraphs:
            yield Para(ParaKind.TEXT, (Run(text),))
        if part.table:
            head, *rows = part.table
            cells = [tuple((Run(cell or " "),) for cell in row) for row in rows]
            heading = tuple((Run(cell, SEMIBOLD),) for cell in head)
            yield Table((heading, *cells))
