"""Any step as a card: who, by when, what must come first, what to tick, where it goes on."""

import pytest

from app.printing.page_marks import Page
from app.printing.paper import A4, A5, A6, Paper
from app.printing.procedure_pages import step_pages
from tests.printing.paper_make import CATALOGUE, VERSION, assert_sound, procedure, words_of


def pages_of(step_id: str, paper: Paper = A5) -> tuple[Page, ...]:
    made = procedure()
    return step_pages(made, made.step(step_id), CATALOGUE, VERSION, paper)


def test_a_step_says_which_it_is_and_of_what() -> None:
    words = words_of(pages_of("modtag"))
    for part in ("Trin 1 af 3", "Modtag og notér", "Underretning", "Modtagelse"):
        assert part in words


def test_required_items_carry_their_word() -> None:
    words = words_of(pages_of("modtag"))
    assert "Dato er skrevet Krav Læst op" in words


def test_the_law_s_deadline_is_told_apart_from_a_recommended_one() -> None:
    assert "Senest 24 timer efter, at underretningen er modtaget" in words_of(pages_of("vurder"))
    assert "(anbefaling)" not in words_of(pages_of("vurder"))
    assert "(anbefaling)" in words_of(pages_of("tal-med-barnet"))


def test_a_gate_says_what_must_come_first() -> None:
    assert "Først trin 2, Tal med barnet" in words_of(pages_of("vurder"))


def test_a_decision_offers_its_ways_and_other_steps_say_what_follows() -> None:
    assert "Ja → Fortsæt i Akut Nej → Behandlet" in words_of(pages_of("vurder"))
    assert "Derefter: trin 2, Tal med barnet" in words_of(pages_of("modtag"))


def test_the_guidance_is_printed_with_its_numbers() -> None:
    words = words_of(pages_of("modtag"))
    assert "1. Skriv dato og klokkeslæt. 2. Læs op. • Spørg om søskende" in words


@pytest.mark.parametrize("paper", [A4, A5, A6], ids=lambda paper: paper.name)
def test_every_step_prints_on_every_paper(paper: Paper) -> None:
    for step in procedure().steps:
        assert_sound(pages_of(step.id, paper))
