import pytest

from app.model.edits.adding import add_after, add_before, add_between, add_branch, new_step_id
from app.model.edits.rule import may, refusal
from app.model.errors import Refused
from app.model.library.procedure import Procedure, StepKind, Transition
from tests.model.make import flow

LINE = flow("a > b\nb > slut\nslut!")
CHOICE = flow("a > valg\nvalg? > b slut\nb > slut\nslut!")


def ways(procedure: Procedure, step: str) -> list[tuple[str, str]]:
    return [(way.to, way.when) for way in procedure.step(step).next]


def order(procedure: Procedure) -> list[str]:
    return [step.id for step in procedure.steps]


def test_a_step_after_another_takes_over_its_ways() -> None:
    after = add_after(LINE, "a", title="Ring til skolen")
    assert order(after) == ["a", "ring-til-skolen", "b", "slut"]
    assert ways(after, "a") == [("ring-til-skolen", "")]
    assert ways(after, "ring-til-skolen") == [("b", "")]
    assert after.step("ring-til-skolen").role == "raadgiver"


def test_a_step_before_the_first_starts() -> None:
    after = add_before(LINE, "a", title="Først")
    assert after.start.id == "foerst"
    assert ways(after, "foerst") == [("a", "")]


def test_all_ways_to_a_step_go_by_the_one_before_it() -> None:
    after = add_before(CHOICE, "slut", title="Gem")
    assert ways(after, "valg") == [("b", "Vej 0"), ("gem", "Vej 1")]
    assert ways(after, "b") == [("gem", "")]


def test_a_step_between_keeps_the_condition_before_it() -> None:
    after = add_between(CHOICE, "valg", 1, title="Afslut pænt")
    assert ways(after, "valg") == [("b", "Vej 0"), ("afslut-paent", "Vej 1")]
    assert ways(after, "afslut-paent") == [("slut", "")]


def test_a_new_choice_has_two_ways_from_the_start() -> None:
    kind = StepKind.DECISION
    after = add_after(LINE, "a", title="Akut?", kind=kind, conditions=("Ja", "Nej"))
    assert ways(after, "akut") == [("b", "Ja"), ("b", "Nej")]


def test_a_branch_goes_on_where_the_last_way_leads() -> None:
    after = add_branch(CHOICE, "valg", when="Måske", title="Vent", kind=StepKind.WAIT)
    assert ways(after, "valg")[-1] == ("vent", "Måske")
    assert ways(after, "vent") == [("slut", "")]


def test_a_branch_may_be_an_end_of_its_own() -> None:
    after = add_branch(CHOICE, "valg", when="Flyttet", title="Flyttet", kind=StepKind.END)
    assert ways(after, "flyttet") == []


def test_a_step_gets_a_lane_for_its_role_the_child_first() -> None:
    after = add_after(LINE, "a", title="Tal", kind=StepKind.CONVERSATION, role="barnet")
    assert after.roles == ("barnet", "raadgiver")


def test_an_id_is_the_title_and_never_one_that_is_taken() -> None:
    assert new_step_id(LINE, "Vurdér, om barnet får § 32-støtte") == (
        "vurder-om-barnet-faar-par-32-stoette"
    )
    assert new_step_id(LINE, "Slut!") == "slut-2"
    assert new_step_id(LINE, "Trigger") == "trigger-2"
    assert new_step_id(LINE, "…") == "trin"


@pytest.mark.parametrize(
    ("step", "code"), [("slut", "edit_after_end"), ("valg", "edit_after_decision")]
)
def test_no_step_is_added_where_it_is_unclear_how_to_go_on(step: str, code: str) -> None:
    refused = refusal(add_after, CHOICE, step, title="Nyt")
    assert refused
    assert refused.code == code
    assert not may(add_after, CHOICE, step, title="Nyt")


def test_a_title_that_may_hold_a_cpr_number_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        add_after(LINE, "a", title="Ring til 010190-1234")
    assert refused.value.code == "cpr_in_document"


def test_only_a_choice_has_conditions() -> None:
    refused = refusal(add_branch, LINE, "a", when="Ja", title="Nyt")
    assert refused
    assert refused.code == "edit_condition_without_choice"


def test_the_document_before_is_left_as_it_was() -> None:
    add_after(LINE, "a", title="Nyt")
    assert LINE.step("a").next == (Transition("b"),)
