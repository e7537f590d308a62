from collections.abc import Callable

import pytest

from app.model.edits.checklists import (
    add_item,
    add_items,
    edit_item,
    move_item,
    remove_item,
)
from app.model.edits.procedure_fields import (
    add_role,
    move_role,
    remove_role,
    set_purpose,
    set_title,
    set_trigger,
)
from app.model.edits.rule import refusal
from app.model.edits.step_fields import (
    set_continue_in,
    set_deadline,
    set_gate,
    set_guide,
    set_step_law,
    set_step_title,
)
from app.model.library.procedure import CheckItem, Deadline, Gate, Procedure, Tag
from tests.model.edits.test_adding import LINE


def texts(procedure: Procedure, step: str = "a") -> list[str]:
    return [item.text for item in procedure.step(step).checklist]


ITEMS = add_items(LINE, "a", ["Et", "", "To", "Tre"])


def test_pasted_lines_become_items() -> None:
    assert texts(ITEMS) == ["Et", "To", "Tre"]
    assert texts(add_items(ITEMS, "a", ["Nul"], position=0))[0] == "Nul"


def test_an_item_is_added_moved_changed_and_removed() -> None:
    more = add_item(ITEMS, "a", "Halvanden", position=1, required=True, tags=[Tag.NETWORK])
    assert more.step("a").checklist[1] == CheckItem("Halvanden", True, (Tag.NETWORK,))
    assert texts(move_item(more, "a", 1, 3)) == ["Et", "To", "Tre", "Halvanden"]
    assert texts(remove_item(more, "a", 1)) == texts(ITEMS)
    changed = edit_item(more, "a", 1, text="1½", required=False)
    assert changed.step("a").checklist[1] == CheckItem("1½", False, (Tag.NETWORK,))


def test_a_text_ends_with_one_line_end_as_in_files() -> None:
    assert set_guide(LINE, "a", "\r\nRing\r\n\n- nu\n\n\n").step("a").guide == "Ring\n\n- nu\n"
    assert set_purpose(set_purpose(LINE, "Hjælp"), "  \n ").purpose == ""


def test_a_title_stands_on_one_line_and_keeps_its_fixed_spaces() -> None:
    assert set_title(LINE, " §\u00a0136\n og  mere\x00 ").title == "§\u00a0136 og mere"


def test_a_gate_without_steps_is_none() -> None:
    gated = set_gate(LINE, "b", ["a", "a"], "bl:5.3")
    assert gated.step("b").gate == Gate(("a",), "bl:5.3")
    assert set_gate(gated, "b", []) == LINE


def test_a_deadline_may_count_from_a_step_before() -> None:
    deadline = Deadline("6 weekdays", "a", law="bl:138.1")
    assert set_deadline(LINE, "b", deadline).step("b").deadline == deadline
    assert set_deadline(set_deadline(LINE, "b", deadline), "b", None) == LINE


def test_the_trigger_is_words_and_an_event() -> None:
    after = set_trigger(LINE, "Underretningen er modtaget", "underretning-modtaget")
    assert after.trigger_event == "underretning-modtaget"


def test_lanes_are_added_moved_and_removed_the_child_always_first() -> None:
    lanes = add_role(add_role(add_role(LINE, "leder"), "barnet"), "modtagelse", 0)
    assert lanes.roles == ("barnet", "modtagelse", "raadgiver", "leder")
    assert move_role(lanes, "leder", 1).roles == ("barnet", "leder", "modtagelse", "raadgiver")
    assert remove_role(lanes, "leder").roles == ("barnet", "modtagelse", "raadgiver")


def test_setting_what_is_already_so_changes_nothing() -> None:
    assert set_title(LINE, LINE.title) is LINE
    assert set_step_title(LINE, "a", "A") is LINE


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (lambda: set_title(LINE, " \n"), "edit_title_missing"),
        (lambda: set_step_title(LINE, "a", ""), "edit_title_missing"),
        (lambda: set_guide(LINE, "a", "Cpr 010190-1234"), "cpr_in_document"),
        (lambda: set_guide(LINE, "a", "x" * 60_000), "edit_text_too_long"),
        (lambda: add_item(LINE, "a", " "), "edit_item_missing"),
        (lambda: remove_item(LINE, "a", 0), "edit_no_such_item"),
        (lambda: set_step_law(LINE, "a", ["§ 136"]), "edit_law_unreadable"),
        (lambda: set_gate(LINE, "a", ["b"]), "edit_gate_needs_later"),
        (lambda: set_gate(LINE, "a", ["x"]), "edit_no_such_step"),
        (lambda: set_deadline(LINE, "a", Deadline("2 days", "b")), "edit_deadline_after_later"),
        (lambda: set_deadline(LINE, "a", Deadline("2 days", "x")), "edit_unknown_step"),
        (lambda: set_deadline(LINE, "a", Deadline("2 days")), "edit_deadline_form"),
        (lambda: set_deadline(LINE, "a", Deadline("snart", "trigger")), "edit_deadline_unreadable"),
        (lambda: set_continue_in(LINE, "a", ["akut"]), "edit_handover_without_end"),
        (lambda: add_role(LINE, "Ikke et id"), "edit_name_unreadable"),
        (lambda: remove_role(LINE, "raadgiver"), "edit_role_in_use"),
        (lambda: move_role(add_role(LINE, "barnet"), "barnet", 1), "edit_child_first"),
        (lambda: move_role(LINE, "leder", 1), "edit_no_such_role"),
    ],
)
def test_what_cannot_be_kept_is_refused(edit: Callable[[], Procedure], code: str) -> None:
    refused = refusal(edit)
    assert refused
    assert refused.code == code
