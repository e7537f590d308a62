"""A tool that was filled in, on paper: its text with what stands in it, and its pictures.

A field that nothing was written in is the place to write that it is on an empty form.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from app.model.library.catalogue import Catalogue
from app.model.library.tool import Tool
from app.model.library.tool_pictures import Curve, PeopleNetwork
from app.model.outgoing.outgoing_blocks import (
    BULLET,
    OPEN_BOX,
    TICKED_BOX,
    Blank,
    Block,
    OutgoingHeading,
    OutgoingTable,
    OutgoingText,
    Paragraph,
    Span,
)
from app.printing import markdown_paragraphs, page_marks
from app.printing.card_style import document_styles
from app.printing.column import Spaced, held_groups
from app.printing.fonts import REGULAR, SEMIBOLD
from app.printing.form_blocks import FormSetter
from app.printing.ink import PAPER, Ink
from app.printing.markdown_paragraphs import Para, ParaKind
from app.printing.page_marks import Page
from app.printing.paper import A4, Paper
from app.printing.prose_blocks import ProseSetter
from app.printing.sheet import VersionMark
from app.printing.sheet_layout import Layout, fewest_pages, setter_for
from app.printing.tool_pages import spaced_fields, tool_face
from app.printing.tool_picture_marks import curve_block, network_block
from app.printing.typeset import Run

Picture = Curve | PeopleNetwork


def filled_tool_pages(
    tool: Tool,
    text: OutgoingText,
    pictures: Sequence[Picture],
    catalogue: Catalogue,
    version: VersionMark,
    paper: Paper = A4,
    ink: Ink = PAPER,
) -> tuple[Page, ...]:
    """Lay out what stands in a tool on that paper, without what is said to whoever fills it in."""
    face = replace(tool_face(tool, catalogue, version), title=text.title, aim="", facts=())
    layouts = []
    for style in document_styles(paper):
        setter = setter_for(face, paper, style, ink)
        spaced = list(_spaced(text.blocks, ProseSetter(setter), FormSetter(setter)))
        drawn = [picture_block(one, setter.width, ink) for one in pictures]
        spaced += [Spaced(style.gap(5), one) for one in drawn]
        layouts.append(Layout(face, list(held_groups(spaced)), paper, setter))
    return fewest_pages(layouts).pages()


def picture_block(picture: Picture, width: float, ink: Ink, unit: float = 1) -> page_marks.Block:
    """Draw a curve or a network."""
    if isinstance(picture, Curve):
        return curve_block(picture, width, ink, unit)
    return network_block(picture, width, ink, unit)


def _spaced(blocks: Iterable[Block], prose: ProseSetter, form: FormSetter) -> Iterator[Spaced]:
    for is_blank, group in groupby(blocks, key=lambda block: isinstance(block, Blank)):
        if is_blank:
            yield from spaced_fields((one.field for one in group if isinstance(one, Blank)), form)
        else:
            yield from (prose.part(_part(one)) for one in group if not isinstance(one, Blank))


def _part(
    block: OutgoingHeading | Paragraph | OutgoingTable,
) -> Para | markdown_paragraphs.PrintedTable:
    match block:
        case OutgoingHeading(text, level):
            return Para(ParaKind.HEADING, (Run(text),), min(level, 2))
        case OutgoingTable(rows):
            head, *others = rows
            cells = [tuple((Run(cell or " "),) for cell in row) for row in others]
            heading = tuple((Run(cell, SEMIBOLD),) for cell in head)
            return markdown_paragraphs.PrintedTable((heading, *cells))
        case Paragraph(spans, lead):
            runs = tuple(map(_run, spans))
            if lead in (OPEN_BOX, TICKED_BOX):
                return Para(ParaKind.CHECK, runs, is_ticked=lead == TICKED_BOX)
            if lead:
                return Para(ParaKind.ITEM, runs, 0, "" if lead == BULLET else lead)
            return Para(ParaKind.TEXT, runs)


def _run(span: Span) -> Run:
    return Run(span.text, SEMIBOLD if span.is_strong else REGULAR)
