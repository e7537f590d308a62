"""The picture of a procedure: where steps stand and how arrows run."""

from itertools import pairwise

import pytest

from app.flow import Arrow, Picture, lay_out
from app.model.library.procedure import Procedure
from tests.flow.measure import measure
from tests.flow.rules import breaches
from tests.flow.sample import ADVISER, CHILD, INTAKE, procedure, report, step


@pytest.fixture(scope="module")
def picture() -> Picture:
    return lay_out(report(), measure)


def drawn(*steps: object, **more: object) -> Picture:
    """Lay out and check a small procedure."""
    made = procedure(*steps, **more)  # type: ignore[arg-type]  # passed through as it came
    return checked(made)


def checked(made: Procedure) -> Picture:
    picture = lay_out(made, measure)
    assert not breaches(picture, made)
    return picture


def arrow(picture: Picture, source: str, target: str) -> Arrow:
    return next(a for a in picture.arrows if (a.source, a.target) == (source, target))


def middle(picture: Picture, step_id: str) -> tuple[float, float]:
    return picture.boxes[step_id].center


def test_time_runs_down_along_the_longest_path(picture: Picture) -> None:
    rows = {step_id: row for row, ids in enumerate(picture.rows) for step_id in ids}
    assert rows["modtag"] == 0
    assert rows["genvurder"] == rows["risiko"] + 1 == 4
    assert rows["afslut"] == max(rows.values())


def test_an_end_stands_beside_the_one_decision_that_leads_to_it(picture: Picture) -> None:
    assert middle(picture, "til-akut")[1] == middle(picture, "akut")[1]
    assert len(arrow(picture, "akut", "til-akut").points) == 2


def test_parallel_work_stands_side_by_side_with_the_main_line_straight(picture: Picture) -> None:
    assert middle(picture, "kvitter")[1] == middle(picture, "akut")[1]
    assert len({middle(picture, step_id)[0] for step_id in ("modtag", "akut", "spor")}) == 1
    assert len(arrow(picture, "modtag", "akut").points) == 2


def test_side_work_stands_where_the_main_line_does_not_go(picture: Picture) -> None:
    assert middle(picture, "kvitter")[0] < middle(picture, "akut")[0]


def test_the_picture_of_the_looks_has_few_bends_and_crossings(picture: Picture) -> None:
    assert not breaches(picture, report())
    assert len(picture.bridges) <= 5
    ways = {(a.source, a.target): len(a.points) - 2 for a in picture.arrows}
    assert sum(ways.values()) / len(ways) < 1


def test_several_ways_to_one_step_are_one_line_with_a_pill_each(picture: Picture) -> None:
    ways = [a for a in picture.arrows if a.source == "konkluder"]
    assert [a.text for a in ways] == ["Intet behov", "Tidlig indsats", "Afdækning", "Undersøgelse"]
    assert len({a.points for a in ways}) == 1
    tops = [a.label.y for a in ways if a.label]
    line = ways[0].points[0][1]
    assert tops[0] == tops[1] < line < tops[2] == tops[3]


def test_the_childs_lane_is_first_even_where_no_one_names_it() -> None:
    picture = drawn(step("a", "A", "activity", ADVISER), roles=(ADVISER,))
    assert [lane.role for lane in picture.lanes] == [CHILD, ADVISER]
    assert picture.lanes[0].rect.w < picture.lanes[1].rect.w


def test_a_lane_without_steps_takes_little_width() -> None:
    picture = drawn(step("a", "A", "activity", ADVISER))
    widths = {lane.role: lane.rect.w for lane in picture.lanes}
    assert widths[INTAKE] < widths[CHILD] < widths[ADVISER]


def test_a_role_that_only_a_step_names_gets_the_last_lane() -> None:
    picture = drawn(step("a", "A", "activity", "jurist"))
    assert picture.lanes[-1].role == "jurist"


def test_a_way_back_runs_outside_the_flow_and_says_so() -> None:
    picture = drawn(
        step("a", "A", "activity", ADVISER, "b"),
        step("b", "B", "activity", ADVISER, "c"),
        step("c", "C", "decision", ADVISER, ("a", "Om igen"), ("d", "Videre")),
        step("d", "D", "end", INTAKE),
    )
    back = arrow(picture, "c", "a")
    assert back.is_back
    assert not arrow(picture, "a", "b").is_back
    box = picture.boxes["b"]
    uprights = [x1 for (x1, y1), (x2, y2) in pairwise(back.points) if x1 == x2 and y1 != y2]
    assert all(x < box.x or x > box.right for x in uprights)


def test_a_way_past_a_step_runs_beside_it() -> None:
    picture = drawn(
        step("a", "A?", "decision", ADVISER, ("b", "Ja"), ("c", "Nej")),
        step("b", "B", "activity", ADVISER, "c"),
        step("c", "C", "activity", ADVISER),
    )
    assert len({middle(picture, step_id)[0] for step_id in "abc"}) == 1
    assert len(arrow(picture, "a", "c").points) == 4


def test_two_ends_in_the_lane_of_their_decision_stand_on_both_sides() -> None:
    picture = drawn(
        step("a", "A?", "decision", ADVISER, ("x", "Nej"), ("b", "Ja"), ("y", "Måske")),
        step("b", "B", "activity", ADVISER),
        step("x", "X", "end", ADVISER),
        step("y", "Y", "end", ADVISER),
    )
    assert middle(picture, "x")[0] < middle(picture, "a")[0] < middle(picture, "y")[0]
    assert middle(picture, "a")[0] == middle(picture, "b")[0]


def test_an_end_between_two_others_stands_below() -> None:
    ends = [step(e, e.upper(), "end", ADVISER) for e in "xyz"]
    ways = [(e, e) for e in "xyz"]
    picture = drawn(step("a", "A?", "decision", ADVISER, *ways), *ends)
    assert middle(picture, "y")[1] > middle(picture, "a")[1] == middle(picture, "x")[1]


def test_a_step_that_no_way_leads_to_stands_below_the_one_before_it() -> None:
    picture = drawn(
        step("a", "A", "activity", ADVISER, "b"),
        step("b", "B", "activity", ADVISER),
        step("c", "C", "activity", ADVISER),
    )
    assert picture.rows == (("a",), ("b",), ("c",))


def test_ways_to_steps_that_do_not_exist_are_left_out() -> None:
    picture = drawn(step("a", "A", "activity", ADVISER, "intet"))
    assert picture.arrows == ()


def test_a_way_to_itself_is_a_way_back() -> None:
    picture = drawn(step("a", "A?", "decision", ADVISER, ("a", "Om igen")))
    assert [a.is_back for a in picture.arrows] == [True]


def test_a_long_condition_makes_room_for_itself() -> None:
    words = "Barnet er i fare nu, og ingen af forældrene kan passe på det"
    picture = drawn(
        step("a", "A?", "decision", INTAKE, ("b", words), ("c", "Nej")),
        step("b", "B", "end", ADVISER),
        step("c", "C", "activity", INTAKE),
    )
    label = arrow(picture, "a", "b").label
    assert label is not None
    assert label.right < picture.boxes["b"].x


def test_the_trigger_leads_to_the_first_step(picture: Picture) -> None:
    start, end = picture.trigger
    box = picture.boxes["modtag"]
    assert start[0] == end[0] == box.center[0]
    assert start[1] < end[1] == box.y


def test_bridges_lie_where_an_upright_piece_crosses_a_level_one(picture: Picture) -> None:
    assert picture.bridges
    pieces = [piece for a in picture.arrows for piece in pairwise(a.points)]
    for x, y in picture.bridges:
        assert any(x1 == x2 == x and min(y1, y2) < y < max(y1, y2) for (x1, y1), (x2, y2) in pieces)
        assert any(y1 == y2 == y and min(x1, x2) < x < max(x1, x2) for (x1, y1), (x2, y2) in pieces)


def test_the_title_of_an_end_stands_below_its_ring(picture: Picture) -> None:
    ring, title = picture.boxes["afslut"], picture.captions["afslut"]
    assert title.y > ring.bottom
    assert title.center[0] == ring.center[0]
    assert title.bottom < picture.size[1]


def test_pills_stand_clear_of_the_arrow_that_enters_the_step_below() -> None:
    picture = drawn(
        step("a", "A?", "decision", CHILD, ("z", "Nej"), ("b", "Ja"), ("b", "Måske")),
        step("o", "O", "activity", ADVISER, "c"),
        step("n", "N", "activity", CHILD),
        step("c", "C?", "decision", CHILD, ("z", "Ja")),
        step("z", "Z", "activity", CHILD),
        step("b", "B", "activity", ADVISER),
        roles=(CHILD, ADVISER),
    )
    pills = [a.label for a in picture.arrows if a.target == "b" and a.label]
    assert len(pills) == 2


def test_an_arrow_is_led_round_another_where_that_costs_little() -> None:
    picture = drawn(
        step("a", "A?", "decision", ADVISER, ("b", "Ja"), ("c", "Nej")),
        step("b", "B", "activity", ADVISER, "c"),
        step("c", "C", "activity", ADVISER, "d"),
        step("d", "D?", "decision", ADVISER, ("e", "Ja"), ("f", "Nej")),
        step("e", "E", "activity", ADVISER),
        step("f", "F?", "decision", ADVISER, ("g", "Ja"), ("b", "Om igen")),
        step("g", "G", "activity", ADVISER),
        roles=(CHILD, ADVISER),
    )
    assert not picture.bridges


def test_an_end_stands_below_a_decision_whose_lane_is_one_column_then() -> None:
    picture = drawn(
        step("a", "A?", "decision", ADVISER, ("b", "Ja"), ("x", "Nej")),
        step("x", "X", "end", ADVISER),
        step("b", "B", "conversation", CHILD, "c"),
        step("c", "C", "activity", ADVISER),
        roles=(CHILD, ADVISER),
    )
    assert middle(picture, "a")[0] == middle(picture, "x")[0] == middle(picture, "c")[0]
    assert middle(picture, "a")[1] < middle(picture, "x")[1] < middle(picture, "c")[1]


def test_an_end_stays_beside_its_decision_where_other_steps_need_the_column_too() -> None:
    picture = drawn(
        step("a", "A", "activity", ADVISER, "b", "p"),
        step("b", "B?", "decision", ADVISER, ("c", "Ja"), ("x", "Nej")),
        step("x", "X", "end", ADVISER),
        step("c", "C", "conversation", CHILD, "d"),
        step("p", "P", "activity", ADVISER, "q"),
        step("q", "Q", "activity", ADVISER, "r"),
        step("r", "R", "activity", ADVISER, "d"),
        step("d", "D?", "decision", ADVISER, ("e", "Ja"), ("y", "Nej")),
        step("e", "E", "activity", ADVISER),
        step("y", "Y", "end", ADVISER),
        roles=(CHILD, ADVISER),
    )
    assert middle(picture, "d")[1] == middle(picture, "y")[1]
