from collections.abc import Callable

import msgspec
import pytest

from app.model.edits.kinds import set_kind, turn_into_decision
from app.model.edits.parts import with_step
from app.model.edits.rule import refusal
from app.model.edits.ways import connect, delete_way, move_way, retarget, set_condition
from app.model.library.procedure import Procedure, StepKind, Transition
from tests.model.edits.test_adding import CHOICE, LINE, ways
from tests.model.make import flow, procedure, step

FORK = flow("a > b c\nb > slut\nc > slut\nslut!")


def test_a_way_can_be_drawn_forth_and_back() -> None:
    after = connect(connect(LINE, "a", "slut"), "b", "a")
    assert ways(after, "a") == [("b", ""), ("slut", "")]
    assert ways(after, "b") == [("slut", ""), ("a", "")]


def test_a_way_led_elsewhere_keeps_its_condition() -> None:
    assert ways(retarget(CHOICE, "valg", 1, "a"), "valg") == [("b", "Vej 0"), ("a", "Vej 1")]


def test_a_condition_may_be_left_open_while_one_writes() -> None:
    assert ways(set_condition(CHOICE, "valg", 0, "  "), "valg")[0] == ("b", "")


def test_ways_can_change_places() -> None:
    assert ways(move_way(CHOICE, "valg", 1, 0), "valg") == [("slut", "Vej 1"), ("b", "Vej 0")]


def test_a_step_that_becomes_a_choice_gets_a_second_way() -> None:
    after = turn_into_decision(LINE, "a", ("Ja", "Nej"))
    assert ways(after, "a") == [("b", "Ja"), ("b", "Nej")]


def test_ways_in_parallel_become_ways_to_choose_between() -> None:
    after = turn_into_decision(FORK, "a")
    assert ways(after, "a") == [("b", ""), ("c", "")]


def test_what_was_a_choice_takes_all_its_ways_once() -> None:
    two = turn_into_decision(LINE, "a", ("Ja", "Nej"))
    assert set_kind(two, "a", StepKind.ACTIVITY) == LINE


def test_what_was_an_end_gets_an_end_after_it_that_hands_over() -> None:
    ending = with_step(LINE, msgspec.structs.replace(LINE.step("slut"), continue_in=("akut",)))
    after = set_kind(ending, "slut", StepKind.DOCUMENT)
    assert ways(after, "slut") == [("slut-2", "")]
    assert after.step("slut").continue_in == ()
    assert after.step("slut-2").continue_in == ("akut",)


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (lambda: connect(LINE, "slut", "a"), "edit_after_end"),
        (lambda: connect(LINE, "a", "b"), "edit_way_twice"),
        (lambda: connect(LINE, "a", "a"), "edit_way_to_itself"),
        (lambda: connect(LINE, "a", "findes-ikke"), "edit_no_such_step"),
        (lambda: retarget(LINE, "a", 0, "slut"), "edit_unreachable"),
        (lambda: retarget(LINE, "b", 0, "a"), "edit_unreachable"),
        (lambda: retarget(CHOICE, "valg", 7, "a"), "edit_no_such_way"),
        (lambda: delete_way(LINE, "a", 0), "edit_dead_end"),
        (lambda: set_condition(LINE, "a", 0, "Ja"), "edit_condition_without_choice"),
        (lambda: set_kind(LINE, "b", StepKind.END), "edit_unreachable"),
        (lambda: set_kind(flow("a > slut\nslut!"), "a", StepKind.END), "edit_start_is_end"),
    ],
)
def test_what_would_break_the_flow_is_refused(edit: Callable[[], Procedure], code: str) -> None:
    refused = refusal(edit)
    assert refused
    assert refused.code == code


def test_a_refusal_names_the_step_it_is_about() -> None:
    refused = refusal(delete_way, LINE, "a", 0)
    assert refused
    assert refused.params == {"step": "A"}


def test_what_is_broken_already_can_be_mended_bit_by_bit() -> None:
    broken = procedure(step("a", "b"), step("b"), step("c"), step("slut", kind=StepKind.END))
    one = connect(broken, "b", "c")
    two = connect(one, "c", "slut")
    assert [step.next for step in two.steps] == [
        (Transition("b"),),
        (Transition("c"),),
        (Transition("slut"),),
        (),
    ]
