from collections.abc import Callable

import pytest

from app.model.edits.cards import (
    add_card_item,
    add_card_items,
    add_section,
    card_of_step,
    edit_card_item,
    move_card_item,
    move_section,
    new_card,
    remove_card_item,
    remove_section,
    set_card_note,
    set_card_title,
    set_section_title,
)
from app.model.edits.checklists import add_item
from app.model.edits.rule import refusal
from app.model.edits.step_fields import set_deadline, set_step_law
from app.model.library.card import ActionCard, CardItem, CardSection
from app.model.library.procedure import Deadline
from tests.model.edits.test_adding import LINE

EMPTY = new_card(title="Før mødet", theme="tema", roles=["raadgiver"])
CARD = add_card_items(
    add_section(add_card_items(add_section(EMPTY, "Før"), 0, ["Et", "To"]), "Efter"), 1, ["Tre"]
)


def items(card: ActionCard) -> list[list[str]]:
    return [[item.text for item in section.items] for section in card.sections]


def test_a_card_is_written_from_nothing() -> None:
    assert EMPTY.id == "foer-moedet"
    assert EMPTY.checked is None
    assert [section.title for section in CARD.sections] == ["Før", "Efter"]
    assert items(CARD) == [["Et", "To"], ["Tre"]]


def test_a_card_is_made_of_a_step() -> None:
    step = add_item(add_item(LINE, "a", "Tiden er noteret", required=True), "a", "Ring")
    step = set_step_law(set_deadline(step, "a", Deadline("24 hours", "trigger")), "a", ["bl:136.2"])
    card = card_of_step(step, "a", heading="Gør det nu", taken={"a"})
    assert (card.id, card.title, card.roles, card.law) == (
        "a-2",
        "A",
        ("raadgiver",),
        ("bl:136.2",),
    )
    assert card.deadline == "24 timer"
    assert card.checked is None
    assert card.sections == (
        CardSection("Gør det nu", (CardItem("Tiden er noteret", True), CardItem("Ring"))),
    )


def test_items_move_within_and_between_pause_points() -> None:
    assert items(move_card_item(CARD, 0, 0, 1)) == [["To", "Et"], ["Tre"]]
    assert items(move_card_item(CARD, 0, 0, 0, 1)) == [["To"], ["Et", "Tre"]]


def test_items_are_changed_added_and_removed() -> None:
    assert edit_card_item(CARD, 0, 1, critical=True).sections[0].items[1] == CardItem("To", True)
    assert items(add_card_item(CARD, 0, "Nul", position=0))[0] == ["Nul", "Et", "To"]
    assert items(remove_card_item(CARD, 0, 0))[0] == ["To"]


def test_pause_points_are_named_moved_and_removed() -> None:
    assert move_section(CARD, 1, 0).sections[0].title == "Efter"
    assert set_section_title(CARD, 0, " Inden ").sections[0].title == "Inden"
    assert items(remove_section(CARD, 0)) == [["Tre"]]


def test_a_note_is_kept_without_the_line_end_of_its_file() -> None:
    assert set_card_note(CARD, "Husk\nat ringe\n").note == "Husk\nat ringe"


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (lambda: set_card_title(CARD, ""), "edit_title_missing"),
        (lambda: add_card_item(CARD, 7, "x"), "edit_no_such_section"),
        (lambda: add_card_item(CARD, 0, " "), "edit_item_missing"),
        (lambda: edit_card_item(CARD, 0, 9, text="x"), "edit_no_such_item"),
        (lambda: move_card_item(CARD, 0, 0, 0, 5), "edit_no_such_section"),
        (lambda: set_card_note(CARD, "010190-1234"), "cpr_in_document"),
    ],
)
def test_what_cannot_be_kept_is_refused(edit: Callable[[], ActionCard], code: str) -> None:
    refused = refusal(edit)
    assert refused
    assert refused.code == code
