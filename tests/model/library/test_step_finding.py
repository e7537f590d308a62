"""Steps of one procedure are found by any of their words."""

import pytest

from app.model.library.procedure import CheckItem, Procedure, Step, StepKind
from app.model.library.step_finding import steps_with


@pytest.fixture
def procedure() -> Procedure:
    return Procedure(
        id="p",
        title="Prøve",
        theme="",
        summary="",
        purpose="",
        trigger="Nu",
        roles=("barnet",),
        steps=(
            Step(
                id="a",
                title="Modtag henvendelsen",
                kind=StepKind.ACTIVITY,
                role="barnet",
                guide="Skriv tidspunktet ned.",
            ),
            Step(
                id="b",
                title="Tal med barnet",
                kind=StepKind.ACTIVITY,
                role="barnet",
                checklist=(CheckItem("Barnet er spurgt, hvem der skal være med"),),
            ),
            Step(id="c", title="Skriv til barnet", kind=StepKind.ACTIVITY, role="barnet"),
        ),
    )


def found(procedure: Procedure, typed: str, **notes: str) -> list[str]:
    return [one.step for one in steps_with(procedure, typed, notes)]


def test_steps_whose_title_holds_the_words_come_first(procedure: Procedure) -> None:
    assert found(procedure, "barnet") == ["b", "c"]
    assert found(procedure, "skriv") == ["c", "a"]


def test_a_step_is_found_by_its_checklist_and_the_piece_is_shown(procedure: Procedure) -> None:
    (only,) = steps_with(procedure, "spurgt")
    assert (only.step, only.piece) == ("b", "Barnet er spurgt, hvem der skal være med")


def test_a_step_is_found_by_the_note_of_a_run(procedure: Procedure) -> None:
    assert found(procedure, "skolen", c="Skolen ringede i går") == ["c"]


def test_all_words_must_be_there_in_any_order(procedure: Procedure) -> None:
    assert found(procedure, "barnet tal") == ["b"]
    assert found(procedure, "tal skolen") == []


def test_nothing_typed_shows_all_steps_in_their_order(procedure: Procedure) -> None:
    assert found(procedure, " ") == ["a", "b", "c"]
