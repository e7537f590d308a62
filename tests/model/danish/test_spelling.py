"""Which words a dictionary is asked about, where they stand, and how one is put right."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.danish.spelling import (
    Document,
    known_words,
    misspelt,
    respelt,
    spelt,
    texts_of,
    words_by_text,
)
from app.model.edits.wording import correct_sheet_word, correct_word
from app.model.errors import Refused
from app.model.findings import Finding
from app.model.library.card import ActionCard, CardItem, CardSection
from app.model.library.catalogue import Act, Catalogue, Provision, Role
from app.model.library.procedure import CheckItem, Procedure, StepKind
from app.model.library.tool import Tool, ToolField
from tests.model.make import CHECKED, procedure, step

MADE = procedure(
    step("a", "slut", guide="Ring til skollen.\n", checklist=(CheckItem("Skollen er ringet op"),)),
    step("slut", kind=StepKind.END),
)
CARD = ActionCard(
    "kort", "Kort", "Det er gjort", "tema", "det sker", ("raadgiver",),
    (CardSection("Først", (CardItem("Skollen er med"),)),), checked=CHECKED,
)  # fmt: skip
TOOL = Tool(
    "skema",
    "Skema",
    "tema",
    "Skriv",
    "Skollen\n{{svar}}",
    (ToolField("svar", "Svar"),),
    checked=CHECKED,
)


def wrong(document: Document, is_wrong: Callable[[str], bool]) -> tuple[Finding, ...]:
    return misspelt(document, words_by_text(document), is_wrong, lambda _: "skolen")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Barnet er hørt.", ["Barnet", "er", "hørt"]),
        ("Se § 136, stk. 2, nr. 1", ["Se"]),
        ("Spørg VISO's team", ["Spørg", "team"]),
        ("børne- og ungeudvalget", ["og", "ungeudvalget"]),
        ("ind- og udskrivning", ["og", "udskrivning"]),
        ("mor-barn-samtalen", ["mor-barn-samtalen"]),
        ("Se [skolen](https://example.org/hertil) nu", ["Se", "skolen", "nu"]),
        ("{{barnets-ord}} og `kode`", ["og"]),
        ("Skriv til post@example.org i dag", ["Skriv", "til", "dag"]),
        ("kl. 9.40 og 24timer", ["og"]),
        ("**Vigtigt**: _skriv_", ["Vigtigt", "skriv"]),
    ],
)
def test_the_dictionary_is_asked_about_words_alone(text: str, words: list[str]) -> None:
    assert [one.word for one in spelt(text)] == words


@given(st.text(alphabet="abcæøå -.'[]()*#`{}\n1", max_size=80))
def test_a_word_stands_where_it_says(text: str) -> None:
    assert all(text[one.start : one.end] == one.word for one in spelt(text))


def test_a_wrong_word_is_found_once_in_each_text() -> None:
    found = wrong(MADE, lambda word: word.casefold() == "skollen")
    assert [(one.place.path, one.params) for one in found] == [
        (("steps", "a", "guide"), {"word": "skollen", "best": "skolen"}),
        (("steps", "a", "checklist", 0, "text"), {"word": "Skollen", "best": "skolen"}),
    ]


def test_cards_and_tools_are_read_too() -> None:
    for document, path in ((CARD, ("sections", 0, "items", 0, "text")), (TOOL, ("body",))):
        (found,) = wrong(document, lambda word: word == "Skollen")
        assert found.place.path == path


def test_words_of_law_and_roles_are_known() -> None:
    catalogue = Catalogue(
        roles=(Role("x", "Familieplejekonsulent", "Matcher"),),
        acts=(Act("bl", "Barnets lov", "barnets lov", "1", date(2025, 1, 1), ""),),
        provisions=(Provision("bl:1", "Netværkssamråd holdes"),),
    )
    known = known_words(catalogue)
    assert {"familieplejekonsulent", "netværkssamråd", "barnets"} <= known


def test_a_word_is_put_right_wherever_the_text_has_it() -> None:
    assert respelt("skollen, **skollen** og skollens", "skollen", "skolen") == (
        "skolen, **skolen** og skollens"
    )


def test_a_correction_changes_one_text() -> None:
    after = correct_word(MADE, ("steps", "a", "checklist", 0, "text"), "Skollen", "Skolen")
    assert after.step("a").checklist[0].text == "Skolen er ringet op"
    assert after.step("a").guide == MADE.step("a").guide
    card = correct_sheet_word(CARD, ("sections", 0, "items", 0, "text"), "Skollen", "Skolen")
    assert card.sections[0].items[0].text == "Skolen er med"


@pytest.mark.parametrize(
    "path", [("steps", "b", "guide"), ("intet",), ("steps", "a", "checklist", 7, "text")]
)
def test_a_text_that_is_not_there_is_refused(path: tuple[str | int, ...]) -> None:
    with pytest.raises(Refused) as refused:
        correct_word(MADE, path, "skollen", "skolen")
    assert refused.value.code == "edit_no_such_text"


def test_every_text_can_be_corrected_by_its_path() -> None:
    for document in (MADE, CARD, TOOL):
        for text in texts_of(document):
            for one in spelt(text.text):
                change = correct_word if isinstance(document, Procedure) else correct_sheet_word
                after = change(document, text.path, one.word, "ord")  # type: ignore[arg-type] # each its own
                assert respelt(text.text, one.word, "ord") in [t.text for t in texts_of(after)]
