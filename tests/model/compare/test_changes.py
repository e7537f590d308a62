import msgspec
from hypothesis import given, settings

from app.model.compare.changes import Change, How, compare
from app.model.edits.adding import add_after
from app.model.edits.checklists import add_items, edit_item, move_item, remove_item
from app.model.edits.moving import move_in_document, move_later
from app.model.edits.procedure_fields import set_title
from app.model.edits.step_fields import set_guide, set_step_title
from app.model.edits.ways import retarget, set_condition
from app.model.library.card import ActionCard, CardItem, CardSection
from app.model.library.procedure import Procedure
from app.model.library.tool import FieldKind, Tool, ToolField
from tests.model.documents import CARDS, PROCEDURES, TOOLS
from tests.model.make import CHECKED, flow

LONG = flow("a > b\nb > c\nc > slut\nslut!")
CHOICE = flow("a > valg\nvalg? > b slut\nb > slut\nslut!")


def step_change(before: Procedure, after: Procedure, step: str) -> Change:
    change = compare(before, after).part(step)
    assert change
    return change


def test_the_same_document_differs_in_nothing() -> None:
    assert not compare(LONG, LONG)


def test_a_field_of_the_whole_has_a_value_before_and_after() -> None:
    (change,) = compare(LONG, set_title(LONG, "Ny titel")).fields
    assert (change.field, change.before, change.after) == ("title", "Prøve", "Ny titel")
    assert "".join(piece.text for piece in change.words) == "PrøveNy titel"


def test_steps_are_added_and_removed_by_id() -> None:
    more = add_after(LONG, "a", title="Nyt trin")
    assert compare(LONG, more).ids(How.ADDED) == ("nyt-trin",)
    assert compare(more, LONG).ids(How.REMOVED) == ("nyt-trin",)


def test_a_step_that_moved_is_told_from_those_that_stand() -> None:
    after = move_in_document(LONG, "b", 2)
    assert len(compare(LONG, after).ids(How.MOVED)) == 1


def test_a_step_may_be_both_moved_and_changed() -> None:
    after = move_later(LONG, "a")
    difference = compare(LONG, after)
    assert len(difference.ids(How.MOVED)) == 1
    assert set(difference.ids(How.CHANGED)) == {"a", "b"}


def test_the_texts_of_a_step_are_compared_word_by_word() -> None:
    before = set_guide(LONG, "a", "Ring til skolen")
    change = step_change(before, set_guide(before, "a", "Ring til hjemmet"), "a")
    (guide,) = change.fields
    assert [piece.text for piece in guide.words] == ["Ring til ", "skolen", "hjemmet", "\n"]


def test_a_way_led_elsewhere_and_a_condition_changed_are_told() -> None:
    change = step_change(CHOICE, retarget(CHOICE, "valg", 1, "a"), "valg")
    assert [(part.how, part.fields[0].field) for part in change.parts] == [(How.CHANGED, "to")]
    change = step_change(CHOICE, set_condition(CHOICE, "valg", 1, "Nej"), "valg")
    assert [(part.how, part.fields[0].field) for part in change.parts] == [(How.CHANGED, "when")]


def test_items_are_known_again_when_they_move_or_are_reworded() -> None:
    before = add_items(LONG, "a", ["Tiden er noteret", "Barnet er set", "Brevet er sendt"])
    moved = step_change(before, move_item(before, "a", 0, 2), "a")
    assert [(part.how, part.moved) for part in moved.parts] == [(How.MOVED, True)]
    reworded = edit_item(before, "a", 1, text="Barnet er set og hørt", required=True)
    (part,) = step_change(before, reworded, "a").parts
    assert part.how is How.CHANGED
    assert [field.field for field in part.fields] == ["text", "required"]
    gone = step_change(before, remove_item(before, "a", 1), "a")
    assert [(part.how, part.path) for part in gone.parts] == [
        (How.REMOVED, ("steps", "a", "checklist", 1))
    ]


def test_a_title_that_changed_names_its_field() -> None:
    change = step_change(LONG, set_step_title(LONG, "a", "Modtag"), "a")
    assert [field.field for field in change.fields] == ["title"]


def test_sections_of_a_card_and_fields_of_a_tool_are_compared_too() -> None:
    card = ActionCard(
        "k", "Kort", "Mål", "t", "nu", (), (CardSection("Før", (CardItem("Et"),)),), checked=CHECKED
    )
    more = msgspec.structs.replace(
        card, sections=(CardSection("Før", (CardItem("Et", True), CardItem("To"))),)
    )
    (section,) = compare(card, more).parts
    assert [part.how for part in section.parts] == [How.CHANGED, How.ADDED]
    tool = Tool("v", "V", "t", "Til", "{{a}}", (ToolField("a", "A"),), checked=CHECKED)
    other = msgspec.structs.replace(tool, fields=(ToolField("a", "A", FieldKind.DATE),))
    assert compare(tool, other).ids(How.CHANGED) == ("a",)


@settings(max_examples=40)
@given(PROCEDURES, PROCEDURES)
def test_any_two_procedures_can_be_compared(before: Procedure, after: Procedure) -> None:
    assert bool(compare(before, after)) is (before != after)


@settings(max_examples=20)
@given(CARDS, CARDS, TOOLS, TOOLS)
def test_any_two_cards_and_tools_can_be_compared(
    card: ActionCard, other_card: ActionCard, tool: Tool, other_tool: Tool
) -> None:
    assert bool(compare(card, other_card)) is (card != other_card)
    assert bool(compare(tool, other_tool)) is (tool != other_tool)
