"""Which step leads each part, and that what follows a meeting belongs to no branch."""

from app.flow import lay_out
from app.flow.plan import FlowPlan
from app.flow.regions import led_by
from tests.flow.measure import measure
from tests.flow.sample import ADVISER, CHILD, procedure, step


def test_a_meeting_is_led_by_the_step_where_its_branches_part() -> None:
    plan = FlowPlan(
        procedure(
            step("a", "A?", "decision", ADVISER, ("b", "Ja"), ("c", "Nej")),
            step("b", "B", "activity", ADVISER, "d"),
            step("c", "C", "activity", ADVISER, "d"),
            step("d", "D", "activity", ADVISER, "e"),
            step("e", "E", "activity", ADVISER),
            step("f", "F", "activity", ADVISER),
        )
    )
    leaders = dict(zip("abcdef", led_by(plan), strict=True))
    assert leaders == {"a": -1, "b": 0, "c": 0, "d": 0, "e": 3, "f": -1}


def test_the_branch_that_leads_to_the_child_stands_nearer_whatever_comes_after_the_meeting() -> (
    None
):
    picture = lay_out(
        procedure(
            step("a", "A?", "decision", ADVISER, ("b", "Ja"), ("c", "Nej")),
            step("b", "B", "activity", ADVISER, "m"),
            step("c", "C", "activity", ADVISER, "tal"),
            step("tal", "Tal", "conversation", CHILD, "m"),
            step("m", "M", "activity", ADVISER, "n"),
            step("n", "N", "conversation", CHILD, "o"),
            step("o", "O", "activity", ADVISER, "p"),
            step("p", "P", "conversation", CHILD),
            roles=(CHILD, ADVISER),
        ),
        measure,
    )
    assert picture.boxes["c"].x < picture.boxes["b"].x
    assert not picture.bridges
