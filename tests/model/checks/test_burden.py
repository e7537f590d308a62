"""What a procedure asks is counted and estimated, and held against a budget."""

import pytest
from hypothesis import given

from app.model.checks.burden import Budget, Burden, burden_of, reading_seconds
from app.model.edits import checklists
from app.model.library.procedure import CheckItem, Procedure, StepKind
from tests.model.make import flows, procedure, step

END = step("slut", kind=StepKind.END)


def test_items_are_counted_and_so_are_those_that_are_required() -> None:
    items = (CheckItem("Det ene"), CheckItem("Det andet", required=True))
    made = procedure(step("a", "b", checklist=items), step("b", "slut", checklist=items[1:]), END)
    burden = burden_of(made)
    assert (burden.items, burden.required) == (3, 2)


def test_what_is_our_own_advice_and_what_the_case_system_asks_too_is_told_apart() -> None:
    items = (
        CheckItem("Notatet er i fagsystemet", required=True),
        CheckItem("Ført i DUBU"),
        CheckItem("Kagen er bagt", advice=True),
    )
    burden = burden_of(procedure(step("a", "slut", checklist=items), END))
    assert (burden.items, burden.required, burden.advice, burden.kept_elsewhere) == (3, 1, 1, 2)


def test_six_items_are_a_minute() -> None:
    items = tuple(CheckItem(f"Punkt {number}") for number in range(6))
    assert burden_of(procedure(step("a", "slut", guide="", checklist=items), END)).minutes == 1


def test_reading_takes_its_time() -> None:
    assert reading_seconds("ord " * 238) == 60
    assert reading_seconds("") == 0


@pytest.mark.parametrize(
    ("burden", "is_over"),
    [
        (Burden(50, 10, 30), False),
        (Burden(50, 11, 10), True),
        (Burden(50, 1, 31), True),
    ],
)
def test_a_budget_is_held_until_it_is_passed(burden: Burden, is_over: bool) -> None:
    assert burden.is_over(Budget(required=10, minutes=30)) is is_over


@given(flows())
def test_one_more_item_never_asks_less(made: Procedure) -> None:
    before = burden_of(made)
    first = made.steps[0].id
    after = burden_of(checklists.add_item(made, first, "Et til", required=True))
    assert (after.items, after.required) == (before.items + 1, before.required + 1)
    assert after.minutes >= before.minutes
