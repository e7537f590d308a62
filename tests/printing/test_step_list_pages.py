"""A procedure as a list to tick: every step with who, by when, its law and its checklist."""

import pytest
from msgspec.structs import replace

from app.model.library.catalogue import Library
from app.printing.ink import BLACK
from app.printing.paper import A4, A5, Paper
from app.printing.procedure_pages import procedure_pages
from app.printing.step_list_pages import step_list_pages
from tests.printing.paper_make import CATALOGUE, VERSION, assert_sound, procedure, words_of


def test_every_step_stands_in_the_list_with_all_that_belongs_to_it() -> None:
    words = words_of(step_list_pages(procedure(), CATALOGUE, VERSION))
    for part in (
        "Underretning", "Fra underretning til svar", "Begynder, når Underretningen er modtaget.",
        "1 Modtag og notér Modtagelse · § 136, stk. 1", "Dato er skrevet", "Krav", "Læst op",
        "→ Derefter: trin 2, Tal med barnet", "2 Tal med barnet", "(anbefaling)",
        "3 Er barnet i fare nu?", "først: trin 2, Tal med barnet",
        "Senest 24 timer efter, at underretningen er modtaget",
        "Ja → Fortsæt i Akut", "Nej → Behandlet", "Fortsæt i Akut", "Behandlet", "Version 3",
    ):  # fmt: skip
        before, found, words = words.partition(part)
        assert found, (part, before)


@pytest.mark.parametrize("paper", [A4, A5], ids=lambda paper: paper.name)
def test_the_list_keeps_to_its_margins(paper: Paper) -> None:
    assert_sound(step_list_pages(procedure(), CATALOGUE, VERSION, paper, BLACK))


def test_smaller_paper_than_a3_gets_the_list() -> None:
    pages = procedure_pages(procedure(), CATALOGUE, VERSION, A4)
    assert pages == step_list_pages(procedure(), CATALOGUE, VERSION, A4)


def test_what_the_procedure_says_of_itself_stands_before_its_steps() -> None:
    made = replace(
        procedure(),
        purpose="Barnet bliver set.",
        applies="Brug den, når nogen er bekymrede.\n\n- Også anonymt",
        related=("screening", "findes-ikke"),
    )
    screening = replace(procedure(), id="screening", title="Screening", steps=procedure().steps[3:])
    before = replace(screening.steps[0], continue_in=("underretning",))
    flytning = replace(screening, id="flytning", title="Familien flytter", steps=(before,))
    library = Library(CATALOGUE, (made, screening, flytning))
    pages = step_list_pages(made, CATALOGUE, VERSION, A5, BLACK, library)
    assert_sound(pages)
    words = words_of(pages)
    for part in (
        "Formål Barnet bliver set.", "Bruges, når Brug den, når nogen er bekymrede. • Også anonymt",
        "Hører sammen med Screening", "Bruges efter Familien flytter", "1 Modtag og notér",
    ):  # fmt: skip
        before_it, found, words = words.partition(part)
        assert found, (part, before_it)
