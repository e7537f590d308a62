from contextlib import suppress

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.checks.structure_checks import structure_findings
from app.model.compare.merging import merge
from app.model.edits.adding import add_after, add_branch
from app.model.edits.checklists import add_item
from app.model.edits.deleting import delete_step
from app.model.edits.moving import move_later
from app.model.edits.procedure_fields import set_title
from app.model.edits.step_fields import set_guide, set_step_title
from app.model.edits.ways import connect
from app.model.errors import Refused
from app.model.library.procedure import Procedure, StepKind
from app.model.library.tool import Tool, ToolField
from tests.flow.strategies import grown
from tests.model.edits.test_adding import order
from tests.model.make import CHECKED, flow

BASE = flow("a > b\nb > c\nc > slut\nslut!")


def merged(mine: Procedure, theirs: Procedure, *prefer: tuple[str, ...]) -> Procedure:
    document = merge(BASE, mine, theirs, prefer).document
    assert isinstance(document, Procedure)
    return document


def test_changes_in_different_places_are_both_kept() -> None:
    mine = set_guide(BASE, "a", "Ring")
    theirs = set_title(set_step_title(BASE, "b", "Skriv brev"), "Ny titel")
    both = merge(BASE, mine, theirs)
    assert both.conflicts == ()
    assert set(both.taken) == {("title",), ("steps", "b", "title")}
    assert isinstance(both.document, Procedure)
    assert both.document.title == "Ny titel"
    assert both.document.step("a").guide == "Ring\n"
    assert both.document.step("b").title == "Skriv brev"


def test_two_fields_of_one_step_are_both_kept() -> None:
    after = merged(set_guide(BASE, "a", "Ring"), add_item(BASE, "a", "Tiden er noteret"))
    assert after.step("a").guide == "Ring\n"
    assert [item.text for item in after.step("a").checklist] == ["Tiden er noteret"]


def test_where_both_changed_the_same_mine_stays_until_theirs_is_asked_for() -> None:
    mine, theirs = set_guide(BASE, "a", "Ring"), set_guide(BASE, "a", "Skriv")
    found = merge(BASE, mine, theirs)
    (conflict,) = found.conflicts
    assert (conflict.path, conflict.mine, conflict.theirs) == (
        ("steps", "a", "guide"),
        "Ring\n",
        "Skriv\n",
    )
    assert found.document == mine
    asked_for = merge(BASE, mine, theirs, (("steps", "a", "guide"),))
    assert asked_for.document == theirs
    assert set(asked_for.taken) == {("steps", "a", "guide")}


def test_the_same_change_by_both_is_no_conflict() -> None:
    mine = set_guide(BASE, "a", "Ring")
    assert merge(BASE, mine, mine).conflicts == ()


def test_a_step_of_theirs_comes_in_where_it_stands() -> None:
    mine = set_guide(BASE, "a", "Ring")
    found = merge(BASE, mine, add_after(BASE, "b", title="Nyt"))
    assert isinstance(found.document, Procedure)
    assert order(found.document) == ["a", "b", "nyt", "c", "slut"]
    assert found.document.step("a").guide == "Ring\n"
    assert set(found.taken) == {("steps", "nyt"), ("steps", "b", "next")}


def test_a_step_they_deleted_goes_when_i_left_it_alone() -> None:
    found = merge(BASE, set_guide(BASE, "a", "Ring"), delete_step(BASE, "b"))
    assert isinstance(found.document, Procedure)
    assert order(found.document) == ["a", "c", "slut"]
    assert set(found.taken) == {("steps", "b"), ("steps", "a", "next")}


def test_a_step_they_deleted_and_i_changed_stays() -> None:
    found = merge(BASE, set_guide(BASE, "b", "Ring"), delete_step(BASE, "b"))
    assert isinstance(found.document, Procedure)
    assert "b" in found.document.by_id
    assert ("steps", "b") in [conflict.path for conflict in found.conflicts]


def test_where_both_shapes_would_not_fit_mine_stays_and_texts_are_taken() -> None:
    mine = delete_step(BASE, "b")
    theirs = set_title(set_guide(connect(BASE, "c", "b"), "a", "Ring"), "Ny titel")
    found = merge(BASE, mine, theirs)
    assert isinstance(found.document, Procedure)
    assert structure_findings(found.document) == ()
    assert order(found.document) == ["a", "c", "slut"]
    assert (found.document.title, found.document.step("a").guide) == ("Ny titel", "Ring\n")
    assert ("steps", "c", "next") in [conflict.path for conflict in found.conflicts]


def test_fields_of_a_tool_are_put_together_by_id() -> None:
    base = Tool(
        "v", "V", "t", "Til", "x", (ToolField("a", "A"), ToolField("b", "B")), checked=CHECKED
    )
    mine = msgspec.structs.replace(base, fields=(ToolField("a", "Mit"), ToolField("b", "B")))
    theirs = msgspec.structs.replace(base, fields=(*base.fields, ToolField("c", "C")))
    document = merge(base, mine, theirs).document
    assert isinstance(document, Tool)
    assert [field.label for field in document.fields] == ["Mit", "B", "C"]


def _worked_on(procedure: Procedure, work: list[int]) -> Procedure:
    """Change a procedure here and there; what is refused is left out."""
    for number in work:
        with suppress(Refused):
            procedure = _changed(procedure, number)
    return procedure


def _changed(procedure: Procedure, number: int) -> Procedure:
    step = procedure.steps[number % len(procedure.steps)].id
    if number % 4 == 0:
        return set_guide(procedure, step, f"Nyt {number}")
    if number % 4 == 1:
        return delete_step(procedure, step, release=True, orphans=True)
    if number % 4 == 2:
        return move_later(procedure, step)
    return add_branch(procedure, step, title=f"Gren {number}", kind=StepKind.END)


WORK = st.lists(st.integers(0, 60), max_size=4)


@settings(max_examples=60)
@given(st.integers(0, 300), WORK, WORK)
def test_what_is_put_together_holds_together(seed: int, one: list[int], two: list[int]) -> None:
    base = grown(seed, 8, 3)
    mine, theirs = _worked_on(base, one), _worked_on(base, two)
    broken = {finding.code for side in (mine, theirs) for finding in structure_findings(side)}
    document = merge(base, mine, theirs).document
    assert isinstance(document, Procedure)
    assert {finding.code for finding in structure_findings(document)} <= broken
    assert merge(base, mine, base).document == mine
    assert merge(base, mine, mine).document == mine
    if not structure_findings(theirs):
        assert merge(base, base, theirs).document == theirs
