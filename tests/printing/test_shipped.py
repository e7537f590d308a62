"""Everything that ships is printed, and held to the rules of paper: nothing cut, all readable."""

from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.files import read_library
from app.model.catalogue import Library
from app.paths import SHIPPED_LIBRARY
from app.printing.card import card_pages, face_pages, fits
from app.printing.ink import BLACK
from app.printing.marks import Page
from app.printing.pages import pdf_bytes
from app.printing.paper import A3, A4, A5, A6, Paper, mm
from app.printing.poster import poster_pages
from app.printing.step_face import step_face
from app.printing.step_list import step_list_pages
from app.printing.tool import tool_pages
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


def _read(pages: tuple[Page, ...]) -> str:
    reader = PdfReader(BytesIO(pdf_bytes(pages)))
    return letters("".join(page.extract_text() for page in reader.pages))
