"""Everything that ships is printed, and held to the rules of paper: nothing cut, all readable."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from html import unescape
from io import BytesIO

import docx
import pytest
from pypdf import PdfReader
from pypdf.generic import DecodedStreamObject, NameObject

from app.files import read_library
from app.files.outgoing_docx import docx_bytes
from app.model.journal.filled_tool import filled_text
from app.model.library.catalogue import Library
from app.model.library.tool import FieldKind, Tool, ToolField
from app.model.library.tool_body import Prose, tool_pieces
from app.model.outgoing.outgoing_text import html_text, plain_text
from app.model.run.state import Filled
from app.paths import SHIPPED_LIBRARY
from app.printing.card_pages import card_pages, face_pages, fits
from app.printing.filled_tool_pages import filled_tool_pages
from app.printing.ink import BLACK
from app.printing.markdown_paragraphs import Para, read_markdown
from app.printing.page_marks import Page
from app.printing.pages import pdf_bytes
from app.printing.paper import A3, A4, A5, A6, Paper, mm
from app.printing.poster import poster_pages
from app.printing.step_face import step_face
from app.printing.step_list_pages import step_list_pages
from app.printing.tool_pages import tool_pages
from tests.printing.paper_make import TEMPLATE, assert_sound, words_of


@cache
def library() -> Library:
    return read_library(SHIPPED_LIBRARY).library


def letters(text: str) -> str:
    """A text without spaces, blanks and hyphens, so that line ends do not matter."""
    return "".join(text.replace("_", "").replace("-", "").split())


@pytest.mark.parametrize("paper", [A4, A5, A6], ids=lambda paper: paper.name)
def test_every_card_prints_whole(paper: Paper) -> None:
    made = library()
    for card in made.cards:
        pages = card_pages(card, made.catalogue, TEMPLATE, paper)
        assert_sound(pages)
        printed = letters(words_of(pages))
        for section in card.sections:
            for item in section.items:
                assert letters(item.text) in printed, (card.id, item.text)


def test_every_card_is_one_page_of_a5_in_full_type() -> None:
    made = library()
    odd = {card.id: fit for card in made.cards if (fit := fits(card, made.catalogue)).body < 11}
    assert odd == {}
    assert [card.id for card in made.cards if not fits(card, made.catalogue).is_one_page] == []


def test_every_tool_prints_whole() -> None:
    made = library()
    for tool in made.tools:
        pages = tool_pages(tool, made.catalogue, TEMPLATE)
        assert_sound(pages)
        printed = letters(words_of(pages))
        for field in tool.fields:
            assert letters(field.label) in printed, (tool.id, field.label)
            assert letters(field.hint) in printed, (tool.id, field.hint)


def test_every_tool_that_is_filled_in_comes_out_whole() -> None:
    made = library()
    for position, tool in enumerate(made.tools):
        text = filled_text(tool, half_filled(tool), "2026-04417")
        pages = filled_tool_pages(tool, text, (), made.catalogue, TEMPLATE)
        assert_sound(pages)
        printed, said, set_out = map(
            letters, (words_of(pages), plain_text(text), words_of_html(html_text(text)))
        )
        found = [printed, said, set_out]
        if position % 8 == 0:
            found.append(
                letters(words_of_word(docx_bytes(text, datetime(2026, 12, 1, tzinfo=UTC))))
            )
        for wanted in words_to_take(tool):
            assert all(letters(wanted) in whole for whole in found), (tool.id, wanted)
        assert all(letters(field.label) in printed for field in tool.fields), tool.id


def half_filled(tool: Tool) -> Filled:
    """Write in every other field of a tool."""
    written = {
        field.id: {FieldKind.DATE: "27.11.2026", FieldKind.SCALE: "7"}.get(field.kind, "Et svar")
        for field in tool.fields[::2]
        if field.kind is not FieldKind.ROWS
    }
    rows: dict[str, tuple[tuple[str, ...], ...]] = {
        field.id: (("Et svar",) * len(field.columns),)
        for field in tool.fields[::2]
        if field.kind is FieldKind.ROWS
    }
    return Filled(written, rows)


def words_to_take(tool: Tool) -> Iterator[str]:
    """All that a tool says besides what speaks to whoever fills it in, and what was written."""
    for piece in tool_pieces(tool):
        if isinstance(piece, Prose):
            for part in read_markdown(piece.markdown):
                if isinstance(part, Para):
                    yield part.text
                else:
                    yield from (
                        "".join(run.text for run in cell) for row in part.rows for cell in row
                    )
        elif isinstance(piece, ToolField):
            yield piece.label
            yield half_filled(tool).fields.get(piece.id, "")


def words_of_html(html: str) -> str:
    return unescape(re.sub("<[^>]+>", " ", html))


def words_of_word(content: bytes) -> str:
    return "".join(docx.Document(BytesIO(content)).element.body.itertext())


def test_every_procedure_prints_as_a_list() -> None:
    made = library()
    for procedure in made.procedures:
        pages = step_list_pages(procedure, made.catalogue, TEMPLATE)
        assert_sound(pages)
        printed = letters(words_of(pages))
        for step in procedure.steps:
            assert letters(step.title) in printed, (procedure.id, step.id)
            for item in step.checklist:
                assert letters(item.text) in printed, (procedure.id, item.text)


def test_every_step_prints_as_a_card() -> None:
    made = library()
    for procedure in made.procedures:
        for step in procedure.steps:
            face = step_face(procedure, step, made.catalogue, TEMPLATE)
            assert_sound(face_pages(face, A5))


def test_every_poster_prints_whole() -> None:
    made = library()
    for procedure in made.procedures:
        pages = poster_pages(procedure, made.catalogue, TEMPLATE, A3, BLACK)
        assert_sound(pages, margin=mm(9))
        read = _read(pages)
        for step in procedure.steps:
            assert letters(step.title) in read, (procedure.id, step.title)


def test_every_poster_on_a4_stands_within_its_margins() -> None:
    made = library()
    for procedure in made.procedures:
        pages = poster_pages(procedure, made.catalogue, TEMPLATE, A4)
        assert_sound(pages, margin=mm(9))


_SHOWN = re.compile(rb"^BT\n(/F\d+ \S+ Tf)(.*?)^ET$", re.DOTALL | re.MULTILINE)
_GLYPHS = re.compile(rb"<(\w+)> Tj")


def _read(pages: tuple[Page, ...]) -> str:
    """Read the letters of a PDF by its own tables, each line of text in one stroke.

    Where each letter stands takes ten times as long to follow, and is not asked about here.
    """
    reader = PdfReader(BytesIO(pdf_bytes(pages)))
    read = ""
    for page in reader.pages:
        contents = page.get_contents()
        assert contents is not None
        strokes = DecodedStreamObject()
        strokes.set_data(
            b"".join(
                b"BT %b <%b> Tj ET\n" % (font, b"".join(_GLYPHS.findall(line)))
                for font, line in _SHOWN.findall(contents.get_data())
            )
        )
        page[NameObject("/Contents")] = strokes
        read += page.extract_text()
    return letters(read)
