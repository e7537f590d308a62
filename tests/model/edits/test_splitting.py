"""A step that asks too much is made two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.model.edits import checklists, splitting
from app.model.errors import Refused
from app.model.library.procedure import CheckItem, Procedure
from tests.model.make import flow


def full(text: str, step: str, count: int = 5) -> Procedure:
    texts = [f"Punkt {number}" for number in range(count)]
    return checklists.add_items(flow(text), step, texts)


def items(procedure: Procedure, step: str) -> list[str]:
    return [item.text for item in procedure.step(step).checklist]


def test_the_last_items_follow_in_a_step_after() -> None:
    after = splitting.split_step(full("a > b\nb > slut\nslut!", "a"), "a", title="Resten")
    assert [step.id for step in after.steps] == ["a", "resten", "b", "slut"]
    assert items(after, "a") == ["Punkt 0", "Punkt 1", "Punkt 2"]
    assert items(after, "resten") == ["Punkt 3", "Punkt 4"]


def test_the_first_items_come_before_a_decision() -> None:
    choice = full("a > valg\nvalg? > b slut\nb > slut\nslut!", "valg")
    after = splitting.split_step(choice, "valg", title="Først")
    assert [way.to for way in after.step("a").next] == ["foerst"]
    assert items(after, "foerst") == ["Punkt 0", "Punkt 1", "Punkt 2"]
    assert items(after, "valg") == ["Punkt 3", "Punkt 4"]
    assert after.step("valg").next == choice.step("valg").next


def test_both_rest_on_the_same_law() -> None:
    made = full("a > slut\nslut!", "a")
    made = replace(made, steps=(replace(made.steps[0], law=("bl:5",)), made.steps[1]))
    assert splitting.split_step(made, "a", title="Resten").step("resten").law == ("bl:5",)


def test_one_item_cannot_be_split() -> None:
    with pytest.raises(Refused) as refused:
        splitting.split_step(full("a > slut\nslut!", "a", 1), "a", title="Resten")
    assert refused.value.code == "edit_no_such_item"


@given(st.lists(st.booleans(), min_size=2, max_size=12))
def test_no_item_is_lost(required: list[bool]) -> None:
    made = flow("a > slut\nslut!")
    checklist = tuple(CheckItem(f"P{n}", is_on) for n, is_on in enumerate(required))
    made = replace(made, steps=(replace(made.steps[0], checklist=checklist), made.steps[1]))
    after = splitting.split_step(made, "a", title="Resten")
    assert (*after.step("a").checklist, *after.step("resten").checklist) == checklist
