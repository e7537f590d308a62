"""A tool printed empty: its words, its fields as places to write, on as many pages as it takes."""

import pytest

from app.model.library.tool import FieldKind, ToolField
from app.printing.ink import BLACK
from app.printing.page_marks import Block, FrameMark, Page, Rule
from app.printing.paper import A4, A5, Paper
from app.printing.tool_pages import tool_pages, tool_parts
from tests.printing.paper_make import CATALOGUE, VERSION, assert_sound, tool, words_of


def field(kind: FieldKind, **more: object) -> ToolField:
    return ToolField("f", "Feltets navn", kind, **more)  # type: ignore[arg-type]  # any field


def blocks_of(made: ToolField) -> list[Block]:
    pages = tool_pages(tool("{{f}}", made), CATALOGUE, VERSION)
    own = {"fields", "box", "item", "choice", "scale", "rows"}
    return [block for page in pages for block in page.blocks if block.kind in own]


@pytest.mark.parametrize("paper", [A4, A5], ids=lambda paper: paper.name)
@pytest.mark.parametrize("is_black", [False, True])
def test_every_kind_of_field_prints_with_name_and_hint(paper: Paper, *, is_black: bool) -> None:
    made = tool()
    pages = tool_pages(made, CATALOGUE, VERSION, paper, *([BLACK] if is_black else []))
    words = words_of(pages)
    for one in made.fields:
        assert one.label in words
        assert one.hint in words
    assert_sound(pages)


def test_short_fields_share_a_row() -> None:
    day = ToolField("dag", "Dato", FieldKind.DATE)
    clock = ToolField("kl", "Klokkeslæt", FieldKind.TIME)
    pages = tool_pages(tool("{{dag}}\n\n{{kl}}", day, clock), CATALOGUE, VERSION)
    (row,) = [block for page in pages for block in page.blocks if block.kind == "fields"]
    assert sum(isinstance(mark, Rule) for mark in row.marks) == 2


def test_a_text_gets_the_lines_it_asks_for() -> None:
    (box,) = blocks_of(field(FieldKind.TEXT, lines=5))
    assert sum(isinstance(mark, Rule) for mark in box.marks) == 4


def test_a_scale_has_ten_rings_and_says_what_its_ends_mean() -> None:
    (scale,) = blocks_of(field(FieldKind.SCALE, options=("Slet ikke", "Fuldt ud")))
    assert sum(isinstance(mark, FrameMark) for mark in scale.marks) == 10
    texts = [text.text for text in scale.texts()]
    assert texts[1:11] == [str(number) for number in range(1, 11)]
    assert texts[-2:] == ["Slet ikke", "Fuldt ud"]


def test_a_choice_has_a_ring_for_each_answer() -> None:
    options = tuple(f"Svar nummer {number} med flere ord" for number in range(7))
    (choice,) = blocks_of(field(FieldKind.CHOICE, options=options))
    assert sum(isinstance(mark, FrameMark) for mark in choice.marks) == 7


def test_rows_have_their_headings_and_so_many_rows() -> None:
    (rows,) = blocks_of(field(FieldKind.ROWS, columns=("Dato", "Aftale"), lines=4))
    assert [text.text for text in rows.texts()] == ["Feltets navn", "Dato", "Aftale"]


def test_very_long_boxes_and_tables_go_on_over_pages() -> None:
    for kind in (FieldKind.TEXT, FieldKind.ROWS):
        made = tool("{{f}}", field(kind, lines=70, columns=("A", "B")))
        pages = tool_pages(made, CATALOGUE, VERSION)
        assert len(pages) > 2
        assert_sound(pages)


def test_the_text_between_fields_is_printed_in_its_place() -> None:
    made = tool("# Først\n\nTekst her\n\n{{f}}\n\n> Husk det\n\n- punkt", field(FieldKind.LINE))
    words = words_of(tool_pages(made, CATALOGUE, VERSION))
    assert "Først Tekst her Feltets navn Husk det • punkt" in words


def test_a_field_that_the_text_forgets_is_printed_last() -> None:
    assert tool_parts(tool("Kun tekst", field(FieldKind.LINE)))[-1] == field(FieldKind.LINE)


def test_a_name_of_no_field_is_left_as_it_is_written() -> None:
    assert "{{ukendt}}" in words_of(
        tool_pages(tool("{{ukendt}}", field(FieldKind.LINE)), CATALOGUE, VERSION)
    )


def test_a_heading_never_ends_a_page() -> None:
    body = "\n\n".join(f"## Afsnit {n}\n\n{'Tekst ' * 40}" for n in range(30))
    pages: tuple[Page, ...] = tool_pages(tool(body, field(FieldKind.LINE)), CATALOGUE, VERSION)
    assert len(pages) > 1
    for page in pages:
        kinds = [block.kind for block in page.blocks if block.kind not in ("foot", "onward")]
        assert kinds[-1] != "heading"
    assert_sound(pages)
