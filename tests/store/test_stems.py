import pytest

from app.store.stems import bare, misspellings, root, stem


@pytest.mark.parametrize(
    "forms",
    [
        ["undersoegelse", "undersoegelsen", "undersoegelserne", "undersoegt"],
        ["samvaer", "samvaeret", "samvaers"],
        ["barn", "barnet", "boern", "boernene"],
        ["anbringelse", "anbringes", "anbragt"],
        ["foraeldre", "foraeldrene", "foraelder"],
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: list[str]) -> None:
    assert len(set(map(stem, forms))) == 1


def test_words_made_of_one_word_have_one_root() -> None:
    assert root("underretter") == root("underretning")
    assert root("hjemgivelse") == root("hjemgive")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kvitering", "kvittering"),
        ("bornesamtale", "boernesamtale"),
        ("paalag", "paalaeg"),
        ("undersogelse", "undersoegelse"),
    ],
)
def test_accents_and_double_letters_are_forgotten(typed: str, meant: str) -> None:
    assert bare(typed) == bare(meant)


@pytest.mark.parametrize("typed", ["pln", "plann", "lpan", "plon"])
def test_one_typing_error_away(typed: str) -> None:
    assert "plan" in set(misspellings(typed))
