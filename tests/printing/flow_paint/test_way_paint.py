"""Ways: corners, heads, bridges, merging, and how a run changes them."""

from msgspec.structs import replace
from PySide6.QtCore import QPointF

from app.model.run.state import Leg
from app.printing.flow_paint.thread_paint import TRIGGER_WAY, Strand, grown_path, strands
from app.printing.flow_paint.way_bridges import Bridges, bridges_of
from app.printing.flow_paint.way_paint import head_polygon, shared_end, shortened, way_path
from app.printing.flow_paint.wayplan import PlannedWay, WayTone, plan_ways
from tests.printing.sample import PROCEDURE, RUN_STATE, picture

CORNERED = ((0.0, 0.0), (0.0, 100.0), (80.0, 100.0))


def planned(in_run: bool) -> dict[tuple[str, str], PlannedWay]:
    shown = picture()
    laid, bridges = strands(RUN_STATE, shown) if in_run else ((), bridges_of(shown))
    state = RUN_STATE if in_run else None
    ways = plan_ways(picture().arrows, PROCEDURE, state, laid, bridges)
    return {(way.source, way.target): way for way in ways}


def test_a_line_stops_short_for_its_head() -> None:
    assert way_path(CORNERED, cut=5).currentPosition() == QPointF(75, 100)


def test_corners_are_round_and_stay_near_the_corner() -> None:
    path = way_path(CORNERED)
    assert not path.contains(QPointF(0, 100))
    nearest = min(
        (path.pointAtPercent(part / 200) - QPointF(0, 100)).manhattanLength() for part in range(201)
    )
    assert 3 < nearest < 8


def test_a_short_piece_gets_a_small_corner() -> None:
    path = way_path(((0.0, 0.0), (0.0, 3.0), (50.0, 3.0)))
    assert path.boundingRect().height() <= 3


def test_an_upright_line_is_open_where_it_gives_way() -> None:
    path = way_path(((0.0, 0.0), (0.0, 100.0)), gaps=[(0.0, 50.0)])
    pieces = path.toSubpathPolygons()
    assert [[round(end.y(), 3) for end in (p.first(), p.last())] for p in pieces] == [
        [0.0, 44.5],
        [55.5, 100.0],
    ]


def test_several_gaps_are_opened_in_the_direction_of_the_way() -> None:
    path = way_path(((0.0, 100.0), (0.0, 0.0)), gaps=[(0.0, 30.0), (0.0, 70.0)])
    pieces = path.toSubpathPolygons()
    assert [round(p.first().y(), 3) for p in pieces] == [100.0, 64.5, 24.5]


def test_a_head_points_at_the_end() -> None:
    head = head_polygon(((0.0, 0.0), (0.0, 40.0)), 8)
    assert head.at(0) == QPointF(0, 40)
    assert {head.at(1).x(), head.at(2).x()} == {-4.0, 4.0}
    assert head.at(1).y() == 32.0


def test_the_shared_end_of_two_ways_is_found_through_corners() -> None:
    trunk = ((0.0, 0.0), (0.0, 50.0), (100.0, 50.0), (100.0, 80.0))
    joins = ((40.0, 0.0), (40.0, 50.0), (100.0, 50.0), (100.0, 80.0))
    assert shared_end(joins, trunk) == 90.0
    assert shared_end(((100.0, 0.0), (100.0, 80.0)), trunk) == 30.0
    assert shared_end(((0.0, 0.0), (9.0, 0.0)), trunk) == 0.0


def test_a_way_can_be_shortened_past_its_corners() -> None:
    assert shortened(CORNERED, 100) == [(0.0, 0.0), (0.0, 80.0)]


def test_ways_that_merge_have_one_head() -> None:
    ways = planned(in_run=False)
    heads = [ways[("spor", "igen")].has_head, ways[("risiko", "igen")].has_head]
    assert sorted(heads) == [False, True]


def test_ways_of_a_decision_to_the_same_step_are_one_line() -> None:
    assert len(planned(in_run=False)[("konkluder", "svar")].keys) == 4


def test_a_run_tells_taken_ways_from_those_that_can_no_longer_be() -> None:
    ways = planned(in_run=True)
    assert ways[("akut", "spor")].tone is WayTone.TAKEN
    assert ways[("akut", "fare")].tone is WayTone.OFF
    assert ways[("risiko", "igen")].tone is WayTone.OFF
    assert ways[("konkluder", "svar")].tone is WayTone.PLAIN
    assert all(way.tone is WayTone.PLAIN for way in planned(in_run=False).values())


def test_a_way_not_taken_stops_where_it_meets_the_thread() -> None:
    way = planned(in_run=True)[("risiko", "igen")]
    end = way.path.currentPosition()
    meeting = way.points[1]
    assert end.x() == meeting[0]
    assert end.y() < meeting[1]
    assert not way.has_head


def test_the_upright_way_gives_way_unless_it_is_the_thread() -> None:
    level, upright = ((0.0, 50.0), (100.0, 50.0)), ((50.0, 0.0), (50.0, 100.0))
    crossing = [(50.0, 50.0)]
    assert Bridges(crossing).gaps(upright) == crossing
    assert Bridges(crossing).gaps(level) == []
    assert Bridges(crossing, [upright]).gaps(upright) == []
    assert Bridges(crossing, [upright]).gaps(level) == crossing
    assert Bridges(crossing, [upright, level]).gaps(upright) == crossing


def test_the_level_way_gives_way_where_the_upright_one_is_about_to_end() -> None:
    level, upright = ((0.0, 90.0), (100.0, 90.0)), ((50.0, 0.0), (50.0, 100.0))
    bridges = Bridges([(50.0, 90.0)], ways=[level, upright])
    assert bridges.gaps(upright) == []
    assert bridges.gaps(level) == [(50.0, 90.0)]
    threaded = Bridges([(50.0, 90.0)], [level], [level, upright])
    assert threaded.gaps(upright) == [(50.0, 90.0)]


def laid_strands() -> dict[str, Strand]:
    laid, _ = strands(RUN_STATE, picture())
    return {_target(strand): strand for strand in laid}


def _target(strand: Strand) -> str:
    if strand.way == TRIGGER_WAY:
        return PROCEDURE.start.id
    return next(a.target for a in picture().arrows if (a.source, a.way) == strand.way)


def test_the_thread_ends_with_its_head_where_the_run_stands() -> None:
    laid = laid_strands()
    assert [target for target, strand in laid.items() if strand.ends_here] == ["konkluder"]


def test_the_thread_is_broken_around_the_step_passed_by() -> None:
    laid = laid_strands()
    broken = {target for target, strand in laid.items() if strand.is_broken}
    assert broken == {"samtale", "foraeldre"}
    assert laid["samtale"].has_open_knot
    assert not laid["foraeldre"].has_open_knot


def test_an_older_round_is_kept_apart_from_the_latest() -> None:
    again = replace(RUN_STATE.steps["spor"], round=2)
    state = replace(
        RUN_STATE,
        steps={**RUN_STATE.steps, "spor": again},
        legs=(*RUN_STATE.legs, Leg("akut", "spor", 1, 2, False)),
        rounds=2,
    )
    laid, _ = strands(state, picture())
    assert [strand.is_last for strand in laid if strand.way == ("akut", 1)] == [False, True]
    assert all(strand.is_last for strand in laid if strand.way != ("akut", 1))


def test_a_growing_thread_is_a_part_of_the_way() -> None:
    path = way_path(CORNERED)
    half = grown_path(path, 0.5)
    assert abs(half.length() - path.length() / 2) < 2
