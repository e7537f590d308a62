"""A provision is found as people type it."""

import pytest

from app.ui.editor.form.law_rank import law_rank
from app.ui.lists.finder import FinderChoice

CHOICES = (
    FinderChoice("bl:136", "§ 136", "Kommunen vurderer hver underretning.", "barnets lov"),
    FinderChoice("bl:136.2", "§ 136, stk. 2", "Vurderingen sker inden 24 timer.", "barnets lov"),
    FinderChoice("bl:13", "§ 13", "Noget om råd.", "barnets lov"),
    FinderChoice("bl:32a", "§ 32 a", "Bopæl.", "barnets lov"),
    FinderChoice("sl:136", "serviceloven § 136", "Andet.", "serviceloven"),
)


def found(typed: str) -> list[str]:
    ranked = [(law_rank(typed, one), number) for number, one in enumerate(CHOICES)]
    return [
        CHOICES[number].id for rank, number in sorted((r, n) for r, n in ranked if r is not None)
    ]


@pytest.mark.parametrize("typed", ["136", "§ 136", "§136", "136 "])
def test_a_number_finds_the_paragraph_first(typed: str) -> None:
    assert found(typed) == ["bl:136", "bl:136.2", "sl:136"]


@pytest.mark.parametrize("typed", ["136 stk 2", "§ 136, stk. 2", "136, stk.2"])
def test_a_part_finds_the_part_first(typed: str) -> None:
    assert found(typed)[0] == "bl:136.2"


def test_a_letter_belongs_to_the_number() -> None:
    assert found("32 a") == ["bl:32a"]
    assert found("32a") == ["bl:32a"]


def test_words_find_what_is_said() -> None:
    assert found("timer") == ["bl:136.2"]
    assert found("underretning") == ["bl:136"]


def test_words_after_a_number_narrow_it() -> None:
    assert found("136 service") == ["sl:136"]


def test_nothing_typed_shows_everything() -> None:
    assert len(found("")) == len(CHOICES)
