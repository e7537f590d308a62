import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.checks.checker import check_tool
from app.model.edits.rule import refusal
from app.model.edits.tools import (
    add_field,
    edit_field,
    move_field,
    new_tool,
    place_field,
    placed_fields,
    remove_field,
    set_tool_body,
    tool_of_step,
)
from app.model.library.catalogue import Library
from app.model.library.procedure import CheckItem, Procedure, Step, StepKind
from app.model.library.tool import FieldKind, ToolField
from app.model.library.tool_body import tool_pieces
from tests.model.make import CHECKED

PROCEDURE = Procedure(
    "p",
    "P",
    "tema",
    "",
    "",
    ("barnet",),
    (
        Step(
            "tal",
            "Tal med barnet",
            StepKind.CONVERSATION,
            "barnet",
            checklist=(CheckItem("Barnet er hørt"),),
            document="## Barnets ord\n\n## Vurdering\n",
        ),
    ),
    checked=CHECKED,
)
EMPTY = new_tool(title="Dagsorden", theme="tema")
TOOL = add_field(set_tool_body(EMPTY, "Punkter"), "Hvad skal drøftes?")


def test_a_field_stands_on_a_line_of_its_own() -> None:
    assert TOOL.fields == (ToolField("hvad-skal-droeftes", "Hvad skal drøftes?"),)
    assert TOOL.body == "Punkter\n\n{{hvad-skal-droeftes}}"


def test_a_field_goes_with_its_line() -> None:
    assert remove_field(TOOL, "hvad-skal-droeftes").body == "Punkter"
    two = add_field(TOOL, "Dato", FieldKind.DATE, line=0)
    assert two.body.startswith("{{dato}}\n\nPunkter")
    assert remove_field(two, "dato").body == TOOL.body


def test_a_field_can_be_moved_in_the_text() -> None:
    moved = place_field(TOOL, "hvad-skal-droeftes", 0)
    assert moved.body == "{{hvad-skal-droeftes}}\n\nPunkter"
    text = set_tool_body(TOOL, "{{hvad-skal-droeftes}}\n\nEt\n\nTo")
    assert place_field(text, "hvad-skal-droeftes", 3).body == "Et\n\n{{hvad-skal-droeftes}}\n\nTo"


def test_a_field_that_was_lifted_out_can_be_placed_again() -> None:
    lifted = set_tool_body(TOOL, "Punkter")
    assert placed_fields(place_field(lifted, "hvad-skal-droeftes")) == ("hvad-skal-droeftes",)


def test_a_tool_is_made_of_a_step() -> None:
    found = tool_of_step(PROCEDURE, "tal", taken={"tal-med-barnet"})
    assert (found.id, found.title, found.theme, found.roles) == (
        "tal-med-barnet-2",
        "Tal med barnet",
        "tema",
        ("barnet",),
    )
    assert [(one.label, one.kind) for one in found.fields] == [
        ("Barnets ord", FieldKind.TEXT),
        ("Vurdering", FieldKind.TEXT),
        ("Barnet er hørt", FieldKind.CHECK),
    ]
    assert placed_fields(found) == tuple(one.id for one in found.fields)


def test_a_field_keeps_its_id_when_its_label_changes() -> None:
    after = edit_field(TOOL, "hvad-skal-droeftes", label="Emner", options=["Ja", ""], lines=0)
    assert after.fields == (ToolField("hvad-skal-droeftes", "Emner", options=("Ja",), lines=1),)


def test_fields_can_change_places_in_the_list() -> None:
    two = add_field(TOOL, "Dato")
    assert move_field(two, "dato", 0).fields[0].id == "dato"


@pytest.mark.parametrize("edit", [remove_field, edit_field, place_field])
def test_a_field_that_is_not_there_is_refused(edit: object) -> None:
    assert callable(edit)
    refused = refusal(edit, TOOL, "nej")
    assert refused
    assert refused.code == "edit_no_such_field"


@given(st.text(alphabet="a \n{}#", max_size=30), st.integers(0, 9))
def test_a_field_can_be_placed_anywhere_and_is_found_on_its_own_line(body: str, line: int) -> None:
    tool = add_field(set_tool_body(EMPTY, body), "Felt", line=line)
    found = {finding.code for finding in check_tool(tool, Library())}
    assert "field_not_placed" not in found
    assert "{{felt}}" in tool.body.split("\n")


@given(st.text(alphabet="a \n", max_size=30), st.integers(0, 9), st.integers(0, 9))
def test_a_field_that_is_moved_stands_once_among_the_same_words(
    body: str, first: int, then: int
) -> None:
    tool = add_field(set_tool_body(EMPTY, body), "Felt", line=first)
    moved = place_field(tool, "felt", then)
    assert moved.body.split("\n").count("{{felt}}") == 1
    assert moved.body.replace("{{felt}}", "").split() == body.split()


def test_a_fields_name_in_the_text_follows_its_label_until_it_is_settled() -> None:
    tool = add_field(set_tool_body(EMPTY, "Punkter"), "Nyt felt", FieldKind.DATE)
    named = edit_field(tool, "nyt-felt", label="Mødedato", settled=())
    assert (named.fields[0].id, named.body) == ("moededato", "Punkter\n\n{{moededato}}")
    kept = edit_field(named, "moededato", label="Dato for mødet", settled={"moededato"})
    assert (kept.fields[0].id, kept.body) == ("moededato", named.body)
    two = add_field(named, "Nyt felt")
    assert edit_field(two, "nyt-felt", label="Mødedato", settled=()).fields[1].id == "moededato-2"


@pytest.mark.parametrize("sign", ["{{Mødedato}}", "{{ mødedato }}", "{{moededato}}"])
def test_a_field_is_found_in_the_text_by_its_label(sign: str) -> None:
    field = ToolField("moededato", "Mødedato", FieldKind.DATE)
    tool = msgspec.structs.replace(EMPTY, fields=(field,), body=f"Før\n\n{sign}\n\nEfter")
    assert placed_fields(tool) == ("moededato",)
    assert field in tool_pieces(tool)
    codes = {one.code for one in check_tool(tool, Library())}
    assert codes.isdisjoint({"unknown_field", "field_not_placed", "field_inside_text"})
    assert remove_field(tool, "moededato").body == "Før\n\nEfter"
    renamed = edit_field(tool, "moededato", label="Dag", settled={"moededato"})
    assert "{{moededato}}" in renamed.body
