import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.folded_words import (
    LawAsked,
    Marker,
    Query,
    fold,
    folded,
    law_words,
    phrase_key,
    understand,
    with_acts,
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


def test_a_reference_is_found_with_and_without_its_act_and_part() -> None:
    assert law_words(("bl:136.2",)).split() == ["p136", "p136s2", "blp136", "blp136s2"]
    assert law_words(("rsl:3a",)).split() == ["p3a", "rslp3a"]


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("§ 136", [LawAsked("136", sign=True)]),
        ("§136", [LawAsked("136", sign=True)]),
        ("136", [LawAsked("136")]),
        ("136 stk 2", [LawAsked("136", "2")]),
        ("§ 136, stk. 2", [LawAsked("136", "2", sign=True)]),
        ("§\u00a0136, stk.\u00a02", [LawAsked("136", "2", sign=True)]),
        ("136.2", [LawAsked("136", "2")]),
        ("bl 136", ["bl", LawAsked("136")]),
        ("bl:136.2", ["bl", LawAsked("136", "2")]),
        ("bl § 136 stk. 2", ["bl", LawAsked("136", "2", sign=True)]),
        ("paragraf 136", [LawAsked("136", sign=True)]),
        ("par. 47", [LawAsked("47", sign=True)]),
        ("rsl 3a", ["rsl", LawAsked("3a")]),
        ("stk. 2 i § 5", [LawAsked("5", "2", sign=True)]),
        ("§ 57 a", [LawAsked("57a", sign=True)]),
        ("§ 136 st", [LawAsked("136", sign=True)]),
        ("kvittering § 138", ["kvittering", LawAsked("138", sign=True)]),
        ("24 timer", [LawAsked("24"), "timer"]),
        ("§ 50-undersøgelse", [LawAsked("50", sign=True), "undersoegelse"]),
        ("§§ 133 og 136", [LawAsked("133", sign=True), LawAsked("136")]),
        ("mor og far", ["mor", "og", "far"]),
        ("frist 2026", ["frist", "2026"]),
    ],
)
def test_words_and_paragraphs_are_understood(typed: str, parts: list[str | LawAsked]) -> None:
    assert understand(typed) == Query(tuple(parts), is_open=True)


def test_a_space_says_that_the_word_is_whole() -> None:
    assert understand("kvit").is_open
    assert not understand("kvit ").is_open


@pytest.mark.parametrize(
    ("typed", "means_law"), [("§ 5", True), ("5", True), ("5.3", True), ("5 år", False)]
)
def test_a_number_with_a_word_is_a_number(typed: str, means_law: bool) -> None:
    assert understand(typed).means_law is means_law


@pytest.mark.parametrize("typed", ["", "  ", "§", "§§ ", "-", "/%&"])
def test_nothing_is_asked_for_yet(typed: str) -> None:
    assert understand(typed) == Query()


def test_the_act_before_a_paragraph_belongs_to_it() -> None:
    acts = {phrase_key("lov om social service"): "sel", phrase_key("bl"): "bl"}
    query = with_acts(understand("kort efter lov om social service § 84"), acts)
    assert query.parts == ("kort", "efter", LawAsked("84", sign=True, act="sel"))
    assert with_acts(understand("ny 84"), acts).parts == ("ny", LawAsked("84"))


def test_a_phrase_goes_by_its_stems_and_paragraphs() -> None:
    assert phrase_key("§ 50-undersøgelserne") == phrase_key("paragraf 50 undersøgelse")
    assert phrase_key("Tal med børnene") == phrase_key("tal med barnet")


@pytest.mark.parametrize(
    ("text", "typed", "whole", "marked"),
    [
        ("Send kvittering", ["kvit"], [], ["kvit"]),
        ("Børnesamtale", ["boerne"], [], ["Børne"]),
        ("Børnesamtale", ["boe"], [], ["Bø"]),
        ("Børnesamtale", ["samtale"], [], ["samtale"]),
        ("Åben dialog", ["aaben", "dia"], [], ["Åben", "dia"]),
        ("Åben dialog", ["a"], [], ["Å"]),
        ("Send kvittering", ["kvittere"], ["kvitter"], ["kvittering"]),
        ("Ingen her", ["kvit"], ["send"], []),
    ],
)
def test_what_was_asked_for_is_marked_as_it_is_written(
    text: str, typed: list[str], whole: list[str], marked: list[str]
) -> None:
    assert [text[start:end] for start, end in Marker(typed, whole).marks(text)] == marked


@given(
    st.text(max_size=40),
    st.lists(st.text(min_size=1, max_size=6), max_size=3),
    st.lists(st.text(min_size=1, max_size=6), max_size=2),
)
def test_marks_stand_in_the_text_and_apart(text: str, typed: list[str], whole: list[str]) -> None:
    asked = [word for one in typed for word in words(one)]
    marker = Marker(asked, [word for one in whole for word in words(one)])
    last = 0
    for start, end in marker.marks(text):
        assert last <= start < end <= len(text)
        last = end
