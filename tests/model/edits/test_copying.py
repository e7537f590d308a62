import msgspec

from app.model.edits.copying import (
    Clip,
    copy_steps,
    duplicate,
    paste_after,
    paste_as_branch,
    paste_on_way,
)
from app.model.edits.rule import refusal
from app.model.library.procedure import Deadline, Gate
from tests.model.edits.test_adding import CHOICE, LINE, order, ways
from tests.model.edits.test_deleting import with_fields
from tests.model.make import flow

OTHER = msgspec.structs.replace(flow("x > y\ny > z\nz!"), id="anden")


def test_copied_steps_come_under_new_ids_and_lead_on() -> None:
    clip = copy_steps(CHOICE, ["valg", "b"])
    after = paste_after(CHOICE, clip, "b")
    assert order(after) == ["a", "valg", "b", "valg-2", "b-2", "slut"]
    assert ways(after, "b") == [("valg-2", "")]
    assert ways(after, "valg-2") == [("b-2", "Vej 0"), ("slut", "Vej 1")]
    assert ways(after, "b-2") == [("slut", "")]


def test_ids_that_are_free_elsewhere_are_kept() -> None:
    after = paste_on_way(OTHER, copy_steps(LINE, ["a", "b"]), "x", 0)
    assert order(after) == ["x", "a", "b", "y", "z"]


def test_cards_come_along_and_a_gate_as_far_as_its_steps_do() -> None:
    gate = Gate(("a", "slut"), "bl:5.3")
    rich = with_fields(LINE, "b", gate=gate, deadline=Deadline("2 days", "a"), cards=("kort",))
    pasted = paste_on_way(OTHER, copy_steps(rich, ["a", "b"]), "x", 0).step("b")
    assert pasted.cards == ("kort",)
    assert pasted.gate == Gate(("a",), "bl:5.3")
    alone = paste_on_way(OTHER, copy_steps(rich, ["b"]), "x", 0).step("b")
    assert (alone.gate, alone.deadline) == (None, None)


def test_within_its_procedure_a_copy_keeps_what_it_waits_for() -> None:
    gated = with_fields(LINE, "b", gate=Gate(("a",)))
    after = paste_after(gated, copy_steps(gated, ["b"]), "b")
    assert after.step("b-2").gate == Gate(("a",))


def test_steps_that_do_not_hang_together_are_put_in_a_row() -> None:
    clip = copy_steps(flow("a > b\nb > c\nc > slut\nslut!"), ["a", "c"])
    after = paste_on_way(OTHER, clip, "x", 0)
    assert ways(after, "a") == [("c", "")]
    assert ways(after, "c") == [("y", "")]


def test_copied_steps_can_be_a_branch_of_a_choice() -> None:
    after = paste_as_branch(CHOICE, copy_steps(LINE, ["a"]), "valg", when="Måske")
    assert ways(after, "valg")[-1] == ("a-2", "Måske")
    assert ways(after, "a-2") == [("slut", "")]


def test_a_step_is_duplicated_after_itself() -> None:
    after = duplicate(LINE, "a")
    assert order(after) == ["a", "a-2", "b", "slut"]
    assert ways(after, "a-2") == [("b", "")]


def test_a_choice_is_duplicated_on_its_first_way() -> None:
    after = duplicate(CHOICE, "valg")
    assert ways(after, "valg") == [("valg-2", "Vej 0"), ("slut", "Vej 1")]
    assert ways(after, "valg-2") == [("b", "Vej 0"), ("slut", "Vej 1")]


def test_an_end_cannot_be_duplicated_in_a_row() -> None:
    refused = refusal(duplicate, LINE, "slut")
    assert refused
    assert refused.code == "edit_duplicate_end"


def test_a_copy_can_be_carried_as_text() -> None:
    clip = copy_steps(CHOICE, ["valg"])
    assert msgspec.json.decode(msgspec.json.encode(clip), type=Clip) == clip
