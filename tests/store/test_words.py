import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.words import (
    LawAsked,
    Query,
    fold,
    folded,
    law_order,
    law_words,
    mark_words,
    tails,
    understand,
    words,
)


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("Børnesamtale", "boernesamtale"),
        ("boernesamtale", "boernesamtale"),
        ("Århus", "aarhus"),
        ("Aarhus", "aarhus"),
        ("Æske", "aeske"),
        ("Åben", "aaben"),
        ("A\u030aben", "aaben"),
        ("allé", "alle"),
        ("Müller", "myller"),
        ("Łódź", "lodz"),
    ],
)
def test_letters_are_folded(written: str, searched: str) -> None:
    assert fold(written) == searched


def test_words_are_what_stands_between_signs() -> None:
    assert words("24-timers vurdering, § 136/stk. 2") == [
        "24",
        "timers",
        "vurdering",
        "136",
        "stk",
        "2",
    ]


@given(st.text(max_size=40))
def test_folding_gives_plain_words_and_is_done_once(text: str) -> None:
    once = folded(text)
    assert once.isascii()
    assert folded(once) == once


def test_letters_in_two_parts_are_one_word() -> None:
    assert words("A\u030aben doer") == ["aaben", "doer"]


def test_the_end_of_a_compound_is_found() -> None:
    assert "samtale" in tails("Børnesamtale").split()
    assert tails("kort ord") == ""


def test_a_reference_is_found_with_and_without_its_act_and_part() -> None:
    assert law_words(("bl:136.2",)).split() == ["p136", "p136s2", "blp136", "blp136s2"]
    assert law_words(("rsl:3a",)).split() == ["p3a", "rslp3a"]


def test_barnets_lov_comes_first_and_then_as_it_is_counted() -> None:
    refs = ["rsl:3", "bl:136.2", "bl:20", "bl:136", "rsl:3a", "bl:136.10"]
    assert sorted(refs, key=law_order) == [
        "bl:20",
        "bl:136",
        "bl:136.2",
        "bl:136.10",
        "rsl:3",
        "rsl:3a",
    ]


@pytest.mark.parametrize(
    ("typed", "law", "rest"),
    [
        ("§ 136", LawAsked("136", sign=True), ()),
        ("§136", LawAsked("136", sign=True), ()),
        ("136", LawAsked("136"), ()),
        ("136 stk 2", LawAsked("136", "2"), ()),
        ("§ 136, stk. 2", LawAsked("136", "2", sign=True), ()),
        ("§\u00a0136, stk.\u00a02", LawAsked("136", "2", sign=True), ()),
        ("136.2", LawAsked("136", "2"), ()),
        ("bl 136", LawAsked("136", act="bl"), ()),
        ("bl:136.2", LawAsked("136", "2", act="bl"), ()),
        ("bl § 136 stk. 2", LawAsked("136", "2", act="bl", sign=True), ()),
        ("paragraf 136", LawAsked("136", sign=True), ()),
        ("rsl 3a", LawAsked("3a", act="rsl"), ()),
        ("§ 57 a", LawAsked("57a", sign=True), ()),
        ("§ 136 st", LawAsked("136", sign=True), ()),
        ("kvittering § 138", LawAsked("138", act="kvittering", sign=True), ()),
        ("24 timer", LawAsked("24"), ("timer",)),
    ],
)
def test_paragraphs_are_understood(typed: str, law: LawAsked, rest: tuple[str, ...]) -> None:
    assert understand(typed) == Query(rest, (law,))


def test_several_paragraphs_are_understood() -> None:
    assert understand("§§ 133 og 136").law == (
        LawAsked("133", sign=True),
        LawAsked("136"),
    )


@pytest.mark.parametrize("typed", ["", "  ", "§", "§§ ", "-", "/%&"])
def test_nothing_is_asked_for_yet(typed: str) -> None:
    assert understand(typed).is_empty


def test_a_year_is_no_paragraph() -> None:
    assert understand("frist 2026") == Query(("frist", "2026"))


@pytest.mark.parametrize(
    ("text", "asked", "marked"),
    [
        ("Send kvittering", ("kvit",), ["kvit"]),
        ("Børnesamtale", ("boerne",), ["Børne"]),
        ("Børnesamtale", ("boe",), ["Bø"]),
        ("Børnesamtale", ("samtale",), ["samtale"]),
        ("Åben dialog", ("aaben", "dia"), ["Åben", "dia"]),
        ("Åben dialog", ("a",), ["Å"]),
        ("Ingen her", ("kvit",), []),
    ],
)
def test_what_was_asked_for_is_marked_as_it_is_written(
    text: str, asked: tuple[str, ...], marked: list[str]
) -> None:
    assert [text[start:end] for start, end in mark_words(text, asked)] == marked


@given(st.text(max_size=40), st.lists(st.text(min_size=1, max_size=6), max_size=3))
def test_marks_stand_in_the_text_and_apart(text: str, asked: list[str]) -> None:
    folded_words = tuple(word for typed in asked for word in words(typed))
    last = 0
    for start, end in mark_words(text, folded_words):
        assert last <= start < end <= len(text)
        last = end
