import pytest

from app.model.edits.moving import (
    move_earlier,
    move_in_document,
    move_later,
    move_onto_way,
    move_to_role,
)
from app.model.edits.rule import refusal
from tests.model.edits.test_adding import CHOICE, LINE, order, ways
from tests.model.make import flow

LONG = flow("a > b\nb > c\nc > slut\nslut!")


def test_a_step_changes_places_with_the_one_after_it_and_back() -> None:
    after = move_later(LONG, "a")
    assert order(after) == ["b", "a", "c", "slut"]
    assert ways(after, "b") == [("a", "")]
    assert ways(after, "a") == [("c", "")]
    assert move_earlier(after, "a") == LONG


def test_a_step_can_be_moved_before_the_choice_that_led_to_it() -> None:
    after = move_earlier(CHOICE, "b")
    assert order(after) == ["a", "b", "valg", "slut"]
    assert ways(after, "a") == [("b", "")]
    assert ways(after, "valg") == [("slut", "Vej 0"), ("slut", "Vej 1")]


def test_a_step_can_be_put_on_any_way() -> None:
    after = move_onto_way(CHOICE, "a", "valg", 1)
    assert after.start.id == "valg"
    assert ways(after, "valg") == [("b", "Vej 0"), ("a", "Vej 1")]
    assert ways(after, "a") == [("slut", "")]


def test_a_step_on_the_way_it_is_dropped_on_stays() -> None:
    assert move_onto_way(LONG, "b", "a", 0) == LONG


def test_a_role_without_a_lane_gets_one_with_its_step() -> None:
    after = move_to_role(LINE, "a", "barnet")
    assert after.roles == ("barnet", "raadgiver")
    assert after.step("a").role == "barnet"


def test_the_order_in_the_document_can_be_changed_but_for_the_start() -> None:
    assert order(move_in_document(LONG, "b", 2)) == ["a", "c", "b", "slut"]
    refused = refusal(move_in_document, LONG, "b", 0)
    assert refused
    assert refused.code == "edit_start_stays"


@pytest.mark.parametrize(
    ("step", "later", "code"),
    [
        ("valg", True, "edit_move_branching"),
        ("a", True, "edit_move_past_branch"),
        ("b", True, "edit_move_past_end"),
        ("a", False, "edit_move_before_start"),
    ],
)
def test_a_move_that_means_nothing_is_refused(step: str, later: bool, code: str) -> None:
    refused = refusal(move_later if later else move_earlier, CHOICE, step)
    assert refused
    assert refused.code == code
