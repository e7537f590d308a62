"""Walking a flow: each key leads where the picture says."""

from app.flow import lay_out
from app.printing.flow_paint.measure import measure_title
from app.ui.flow.flow_walk import Walk
from tests.model.make import flow
from tests.printing.sample import PROCEDURE, picture


def walk() -> Walk:
    return Walk(PROCEDURE, picture())


def test_down_follows_the_first_way_on() -> None:
    assert walk().down("modtag") == "akut"
    assert walk().down("samtale") == "foraeldre"


def test_down_follows_the_way_that_was_chosen() -> None:
    assert walk().down("akut", chosen=1) == "spor"


def test_down_from_an_end_leads_nowhere() -> None:
    assert walk().down("afslut") is None


def test_up_goes_back_to_where_one_came_from() -> None:
    assert walk().up("igen", came_from="risiko") == "risiko"
    assert walk().up("igen", came_from="modtag") == "spor"
    assert walk().up("modtag") is None


def test_a_way_back_is_walked_only_where_no_other_is() -> None:
    loop = flow("a > f\nk? > t slut\nf > t\nt > k\nslut!")
    there = Walk(loop, lay_out(loop, measure_title))
    assert there.down("k") == "slut", "and not back to where one has been"
    assert there.up("t") == "f"
    back = flow("a > b\nb > a\nslut!")
    assert Walk(back, lay_out(back, measure_title)).down("b") == "a"
    assert Walk(back, lay_out(back, measure_title)).up("a") == "b"


def test_sideways_goes_among_branches_in_the_order_they_stand() -> None:
    assert walk().left("akut") == "kvitter"
    assert walk().right("kvitter") == "akut"
    assert walk().left("kvitter") is None


def test_every_branch_of_a_decision_can_be_reached_sideways() -> None:
    there = walk()
    seen = {"igen"}
    at = there.left("igen")
    while at is not None:
        seen.add(at)
        at = there.left(at)
    assert {"overgreb", "risiko", "igen"} <= seen


def test_digits_choose_a_branch_in_the_order_of_the_document() -> None:
    assert [walk().branch("spor", number) for number in (1, 2, 3, 4)] == [
        "overgreb",
        "risiko",
        "igen",
        None,
    ]


def test_ways_to_the_same_step_count_as_one_branch() -> None:
    assert walk().branch("konkluder", 1) == "svar"
    assert walk().branch("konkluder", 2) is None


def test_home_and_end_are_the_first_and_the_lowest_step() -> None:
    assert walk().first == "modtag"
    assert walk().last == "afslut"


def test_every_step_can_be_reached_with_the_keyboard() -> None:
    there = walk()
    seen, waiting = set[str](), ["modtag"]
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        found = [there.down(at), there.left(at), there.right(at)]
        found += [there.branch(at, number) for number in range(1, 10)]
        waiting += [step for step in found if step]
    assert seen == set(picture().boxes)
