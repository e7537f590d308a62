"""How often an arrow crosses the others, told before their order side by side is found."""

from app.flow.plan import Link
from app.flow.routes import LEVEL, UPRIGHT, Part, Route
from app.flow.traffic import Traffic

Parts = tuple[Part, ...]
DOWN: Parts = ((UPRIGHT, 3, 1, 9),)
ACROSS: Parts = ((UPRIGHT, 1, 3, 4), (LEVEL, 4, 1, 7), (UPRIGHT, 7, 4, 7))


def link(index: int, target: int) -> Link:
    return Link(index, 10 + index, target, back=False)


def crossings(one: Parts, other: Parts, same_target: bool = False) -> int:
    traffic = Traffic([Route(link(0, 1), one)])
    return traffic.crossings(link(1, 1 if same_target else 2), other)


def test_a_level_part_crosses_what_runs_down_through_its_band() -> None:
    assert crossings(DOWN, ACROSS) == crossings(ACROSS, DOWN) == 1


def test_arrows_to_the_same_step_may_meet() -> None:
    assert crossings(DOWN, ACROSS, same_target=True) == 0


def test_two_lines_in_one_channel_need_not_cross_where_one_can_lie_above_the_other() -> None:
    inner: Parts = ((UPRIGHT, 3, 3, 4), (LEVEL, 4, 3, 5), (UPRIGHT, 5, 4, 3))
    assert crossings(ACROSS, inner) == 0


def test_two_lines_that_change_sides_in_one_channel_cross_whatever_their_order() -> None:
    down: Parts = ((UPRIGHT, 3, 3, 4), (LEVEL, 4, 3, 9), (UPRIGHT, 9, 4, 7))
    back: Parts = ((UPRIGHT, 9, 3, 4), (LEVEL, 4, 9, 3), (UPRIGHT, 3, 4, 7))
    assert crossings(ACROSS, down) == 0
    assert crossings(ACROSS, back) == crossings(down, back) == 1


def test_an_arrow_taken_out_is_crossed_no_more() -> None:
    route = Route(link(0, 1), DOWN)
    traffic = Traffic([route, Route(link(2, 3), ((UPRIGHT, 5, 1, 9),))])
    assert traffic.crossings(link(1, 2), ACROSS) == 2
    traffic.remove(route)
    assert traffic.crossings(link(1, 2), ACROSS) == 1
    traffic.add(route)
    assert traffic.crossings(link(1, 2), ACROSS) == 2
