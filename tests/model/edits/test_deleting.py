import msgspec
import pytest

from app.model.edits.deleting import delete_step, needed_by
from app.model.edits.parts import with_step
from app.model.edits.rule import refusal
from app.model.library.procedure import Deadline, Gate, Procedure
from tests.model.edits.test_adding import CHOICE, LINE, order, ways
from tests.model.make import flow


def with_fields(procedure: Procedure, step: str, **fields: object) -> Procedure:
    return with_step(procedure, msgspec.structs.replace(procedure.step(step), **fields))


def test_ways_are_healed_around_a_step_that_goes() -> None:
    after = delete_step(LINE, "b")
    assert order(after) == ["a", "slut"]
    assert ways(after, "a") == [("slut", "")]


def test_the_condition_of_the_choice_before_it_stays() -> None:
    assert ways(delete_step(CHOICE, "b"), "valg") == [("slut", "Vej 0"), ("slut", "Vej 1")]


def test_the_step_after_the_first_one_starts_when_that_goes() -> None:
    assert delete_step(LINE, "a").start.id == "b"


def test_a_choice_goes_when_it_is_said_which_way_goes_on() -> None:
    assert refusal(delete_step, CHOICE, "valg")
    after = delete_step(CHOICE, "valg", keep=0)
    assert ways(after, "a") == [("b", "")]


def test_what_nothing_else_leads_to_goes_along_when_asked() -> None:
    after = delete_step(CHOICE, "valg", keep=1, orphans=True)
    assert order(after) == ["a", "slut"]


def test_a_choice_after_a_choice_hands_its_conditions_on() -> None:
    two = flow("a? > valg slut\nvalg? > b slut\nb > slut\nslut!")
    after = delete_step(two, "valg")
    assert ways(after, "a") == [("b", "Vej 0"), ("slut", ""), ("slut", "Vej 1")]


def test_a_gate_that_names_the_step_is_only_let_go_of_when_asked() -> None:
    gated = with_fields(LINE, "b", gate=Gate(("a",), "bl:5.3"))
    refused = refusal(delete_step, gated, "a")
    assert refused
    assert (refused.code, refused.params["by"]) == ("edit_step_needed", "»B«")
    assert [step.id for step in needed_by(gated, {"a"})] == ["b"]
    assert delete_step(gated, "a", release=True).step("b").gate is None


def test_a_deadline_lets_go_of_the_part_that_counted_from_the_step() -> None:
    parts = (Deadline("2 days", "a"), Deadline("5 days", "trigger"))
    counted = with_fields(LINE, "b", deadline=Deadline(first_of=parts))
    after = delete_step(counted, "a", release=True)
    assert after.step("b").deadline == Deadline("5 days", "trigger")


@pytest.mark.parametrize(
    ("text", "step", "code"),
    [
        ("a > slut\nslut!", "slut", "edit_dead_end"),
        ("a > slut\nslut!", "a", "edit_start_is_end"),
        ("a > b c\nb > slut\nc > slut\nslut!", "a", "edit_start_splits"),
        ("a? > b slut\nb > c d\nc > slut\nd > slut\nslut!", "b", "edit_split_way"),
        ("a > b\nb? > c d\nc > slut\nd > slut\nslut!", "b", "edit_choose_way"),
    ],
)
def test_a_step_stays_where_the_flow_would_lose_its_sense(text: str, step: str, code: str) -> None:
    refused = refusal(delete_step, flow(text), step)
    assert refused
    assert refused.code == code
