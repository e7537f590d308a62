"""A card on paper: everything on one page as designed, tighter where it must be, never cut."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from app.model.library.card import CardItem, CardSection
from app.printing.card_pages import Fit, card_pages, fits
from app.printing.ink import BLACK
from app.printing.page_marks import Block, Code, FrameMark, Icon, Page, Rule, TextMark
from app.printing.paper import A4, A5, A6, Paper
from tests.printing.paper_make import (
    CATALOGUE,
    TEMPLATE,
    VERSION,
    assert_sound,
    card,
    long_card,
    words_of,
)


def kinds(page: Page) -> list[str]:
    return [block.kind for block in page.blocks]


def blocks(page: Page, kind: str) -> list[Block]:
    return [block for block in page.blocks if block.kind == kind]


def test_a_card_is_one_page_with_its_parts_in_order() -> None:
    (page,) = card_pages(card(), CATALOGUE, VERSION)
    assert kinds(page) == [
        "band", "title", "aim", "facts",
        "heading", "item", "item",
        "heading", "critical", "item", "note", "foot",
    ]  # fmt: skip


def test_all_that_a_card_says_is_printed_in_reading_order() -> None:
    words = words_of(card_pages(card(), CATALOGUE, VERSION))
    expected = (
        "Henvendelser", "Actioncard", "24-timersvurdering", "Afgør, om barnet er i fare nu",
        "Brug kortet, når", "kommunen har fået en underretning.", "Hvem", "Modtagelse og PPR",
        "Frist", "24 timer, også nat og weekend", "1", "Få overblik", "Tidligere underretninger",
        "2", "Vurdér hvert barn", "Vi ved, hvor barnet er nu", "Vigtigt", "Alder indgår",
        "Skriv også vurderingen", "Barnets lov § 136, stk. 2", "kontrolleret mod LBK nr. 282/2025",
        "Version 3", "Udgivet 12.10.2026", "gennemgås 12.10.2027", "Tjek, om kortet stadig gælder",
    )  # fmt: skip
    for part in expected:
        before, found, words = words.partition(part)
        assert found, (part, before)


def test_a_card_without_deadline_and_note_has_neither() -> None:
    (page,) = card_pages(card(deadline="", note=""), CATALOGUE, VERSION)
    assert "Frist" not in words_of([page])
    assert not blocks(page, "note")


def test_a_card_that_is_begun_says_nothing_of_what_is_not_written_yet() -> None:
    begun = card(when="  ", deadline="", note="", roles=(), sections=())
    (page,) = card_pages(begun, CATALOGUE, VERSION)
    assert "Brug kortet" not in words_of([page])
    assert [type(mark) for mark in blocks(page, "facts")[0].marks] == [Rule]


def test_a_template_says_that_it_must_be_approved_first() -> None:
    words = words_of(card_pages(card(), CATALOGUE, TEMPLATE))
    assert "Skabelon, skal godkendes lokalt før brug" in words
    assert "Udgivet" not in words


def test_a_critical_item_has_a_frame_a_sign_and_a_word() -> None:
    (page,) = card_pages(card(), CATALOGUE, VERSION)
    (critical,) = blocks(page, "critical")
    frame = next(mark for mark in critical.marks if isinstance(mark, FrameMark))
    assert (frame.rect.w, frame.rect.h) == (critical.rect.w, critical.rect.h)
    assert [mark.name for mark in critical.marks if isinstance(mark, Icon)] == ["alert"]
    assert [text.text for text in critical.texts()][-1] == "Vigtigt"


def test_the_code_names_the_card_and_its_version() -> None:
    (page,) = card_pages(card(), CATALOGUE, VERSION)
    (foot,) = blocks(page, "foot")
    codes = [mark.says for mark in foot.marks if isinstance(mark, Code)]
    assert codes == ["roedtraad:card/vurdering@3"]


def test_a_blank_is_printed_as_a_line_to_write_on() -> None:
    (page,) = card_pages(card(), CATALOGUE, VERSION)
    first = blocks(page, "item")[0]
    assert sum(isinstance(mark, Rule) for mark in first.marks) == 2
    assert "____" not in words_of([page])


def test_black_print_uses_nothing_but_black_and_white() -> None:
    (page,) = card_pages(card(), CATALOGUE, VERSION, ink=BLACK)
    for block in page.blocks:
        for mark in block.marks:
            colors = {
                getattr(mark, name) for name in ("color", "fill", "edge") if getattr(mark, name, "")
            }
            assert colors <= {"#000000", "#FFFFFF"}, mark
    (band,) = blocks(page, "band")
    frame = next(mark for mark in band.marks if isinstance(mark, FrameMark))
    assert (frame.fill, bool(frame.line)) == ("", True)


@pytest.mark.parametrize("paper", [A4, A5, A6], ids=lambda paper: paper.name)
def test_every_size_keeps_to_its_margins_and_its_least_type(paper: Paper) -> None:
    pages = card_pages(card(), CATALOGUE, VERSION, paper)
    assert {page.paper for page in pages} == {paper}
    assert_sound(pages)


def test_a4_prints_the_same_card_larger() -> None:
    small = card_pages(card(), CATALOGUE, VERSION, A5)[0]
    large = card_pages(card(), CATALOGUE, VERSION, A4)[0]
    assert kinds(small) == kinds(large)
    assert fits(card(), CATALOGUE, A4).body == 17


def test_a_card_that_fits_as_designed_says_so() -> None:
    fit = fits(card(), CATALOGUE)
    assert (fit.pages, fit.body, fit.is_as_designed, fit.is_one_page) == (1, 12, True, True)


def test_a_fuller_card_is_tightened_before_its_type_shrinks() -> None:
    found = [fits(long_card(count), CATALOGUE) for count in range(6, 24)]
    tightened = next(fit for fit in found if not fit.is_as_designed)
    assert (tightened.body, tightened.pages) == (12, 1)
    assert any(fit.body < 12 and fit.pages == 1 for fit in found)


def test_what_finds_no_room_goes_on_to_a_further_page() -> None:
    pages = card_pages(long_card(40), CATALOGUE, VERSION)
    assert len(pages) > 1
    assert "Fortsættes på næste side" in words_of(pages[:1])
    assert "Fortsættes" not in words_of(pages[-1:])
    assert "Actioncard 2/" in words_of(pages[1:2])
    for page in pages:
        assert "Version 3" in words_of([page])
    assert_sound(pages)


def test_a_section_is_not_parted_when_it_fits_on_a_page_of_its_own() -> None:
    pages = card_pages(long_card(30), CATALOGUE, VERSION, A6)
    for page in pages:
        parts = kinds(page)
        assert parts[parts.index("item") - 1] == "heading"


def test_a_section_longer_than_a_page_is_parted_between_its_items() -> None:
    section = CardSection("Langt", tuple(CardItem(f"punkt{n} " * 12) for n in range(30)))
    pages = card_pages(card([section]), CATALOGUE, VERSION, A6)
    assert_sound(pages)
    assert all(f"punkt{n} " in words_of(pages) for n in range(30))


@pytest.mark.parametrize("paper", [A4, A5, A6], ids=lambda paper: paper.name)
def test_unknown_theme_role_and_act_still_print(paper: Paper) -> None:
    odd = card(theme="ukendt", roles=("ukendt-rolle",))
    assert "ukendt-rolle" in words_of(card_pages(odd, CATALOGUE, VERSION, paper))


def test_long_words_anywhere_are_broken_and_never_cut() -> None:
    word = "Forældremyndighedsindehaversamtykkeerklæring"
    odd = card(
        [CardSection(word, (CardItem(word * 2, critical=True),))],
        title=word,
        aim=word,
        when=word,
        deadline=word,
        note=word,
    )
    for paper in (A5, A6):
        pages = card_pages(odd, CATALOGUE, VERSION, paper)
        assert_sound(pages)
        assert words_of(pages).replace(" ", "").count(word) >= 6


@settings(max_examples=25)
@given(items=st.integers(1, 60), words=st.integers(1, 30))
def test_no_word_is_lost_however_long_a_card_is(qapp: QApplication, items: int, words: int) -> None:
    made = long_card(items, words)
    pages = card_pages(made, CATALOGUE, VERSION, A6)
    printed = words_of(pages).split()
    for section in made.sections:
        for item in section.items:
            assert set(item.text.split()) <= set(printed)
    assert_sound(pages)


def test_the_fit_can_be_read_by_whoever_shows_it() -> None:
    assert isinstance(fits(card(), CATALOGUE, A6), Fit)
    assert all(
        isinstance(text, TextMark)
        for text in card_pages(card(), CATALOGUE, VERSION)[0].blocks[0].texts()
    )
