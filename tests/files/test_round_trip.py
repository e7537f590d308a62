"""What is written is read back without loss, whatever the texts hold."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings

from app.files import (
    export_library,
    parse_card,
    parse_procedure,
    parse_tool,
    read_library,
    write_card,
    write_catalogue,
    write_procedure,
    write_tool,
)
from app.files.document_files import parse_catalogue_file
from app.model.library.card import ActionCard
from app.model.library.catalogue import Catalogue, Library
from app.model.library.procedure import Document, Procedure
from app.model.library.synonym import Synonym
from app.model.library.tool import Tool
from tests.files import strategies as drawn

some = settings(max_examples=100)
SAMPLE = Path(__file__).parent / "sample"


@some
@given(drawn.procedures)
def test_a_procedure_survives_its_file(procedure: Procedure) -> None:
    parsed = parse_procedure(write_procedure(procedure))
    assert parsed.problems == ()
    assert parsed.document == procedure


@some
@given(drawn.cards)
def test_a_card_survives_its_file(card: ActionCard) -> None:
    parsed = parse_card(write_card(card))
    assert parsed.problems == ()
    assert parsed.document == card


@some
@given(drawn.tools)
def test_a_tool_survives_its_file(tool: Tool) -> None:
    parsed = parse_tool(write_tool(tool))
    assert parsed.problems == ()
    assert parsed.document == tool


@some
@example(Catalogue(synonyms=(Synonym("ti", ("0:?",)),)))
@given(drawn.catalogues)
def test_the_catalogue_survives_its_files(catalogue: Catalogue) -> None:
    read: list[Document] = []
    for name, text in write_catalogue(catalogue).items():
        entries = parse_catalogue_file(text, name, name)
        assert entries.problems == ()
        read += [document for _, document, _ in entries.found]
    assert read == [
        entry for field in Catalogue.__struct_fields__ for entry in getattr(catalogue, field)
    ]


@settings(some, max_examples=15)
@given(drawn.libraries())
def test_a_library_survives_its_folder(
    tmp_path_factory: pytest.TempPathFactory, library: Library
) -> None:
    folder = tmp_path_factory.mktemp("library")
    export_library(library, folder)
    reading = read_library(folder)
    assert reading.problems == ()
    assert reading.library == library


def test_the_same_document_gives_the_same_text() -> None:
    procedure = read_library(SAMPLE).library.procedures[0]
    text = write_procedure(procedure)
    again = parse_procedure(text).document
    assert again is not None
    assert write_procedure(again) == text
