from itertools import pairwise

from hypothesis import given

from app.model.library.graph import graph_of, reachable
from app.model.library.procedure import Procedure
from tests.model.make import flow, flows, procedure, step


def test_a_way_to_an_earlier_step_on_the_path_leads_back() -> None:
    loop = flow("a > b\nb? > c a\nc > d\nd!")
    assert graph_of(loop).back == {("b", 1)}
    assert graph_of(loop).forward == {("a", 0), ("b", 0), ("c", 0)}


def test_a_way_to_itself_leads_back() -> None:
    assert graph_of(flow("a? > a b\nb!")).back == {("a", 0)}


def test_a_way_up_the_page_that_closes_no_cycle_leads_on() -> None:
    assert graph_of(flow("a > c\nb > d\nc > b\nd!")).back == frozenset()


def test_ways_to_unknown_steps_are_left_out() -> None:
    broken = flow("a > intet b\nb!")
    assert graph_of(broken).forward == {("a", 1)}


def test_cycles_out_of_reach_are_opened_too() -> None:
    assert graph_of(flow("a!\nb > c\nc > b")).back == {("c", 0)}


def test_the_order_follows_the_document_where_ways_leave_it_free() -> None:
    assert graph_of(flow("a > c b\nb > d\nc > d\nd!")).order == ("a", "b", "c", "d")
    assert graph_of(flow("a > c\nb > d\nc > b\nd!")).order == ("a", "c", "b", "d")


def test_what_comes_after_leaves_out_ways_back() -> None:
    loop = flow("a > b\nb? > c a\nc!")
    assert graph_of(loop).after["b"] == {"c"}
    assert reachable(loop, "b") == {"a", "b", "c"}


def test_islands_are_out_of_reach() -> None:
    assert reachable(flow("a > b\nb!\nc > b")) == {"a", "b"}


def test_the_same_document_gives_the_same_graph() -> None:
    assert graph_of(flow("a > b\nb!")) is graph_of(flow("a > b\nb!"))


def test_a_long_procedure_does_not_exhaust_the_stack() -> None:
    names = [f"s{number}" for number in range(1200)]
    steps = [step(name, following) for name, following in pairwise(names)]
    long = procedure(*steps, step(names[-1]))
    assert len(graph_of(long).after["s0"]) == 1199


@given(flows())
def test_every_way_is_either_forward_or_back(drawn: Procedure) -> None:
    ways = {way.key for way in graph_of(drawn).ways}
    assert graph_of(drawn).back | graph_of(drawn).forward == ways
    assert not graph_of(drawn).back & graph_of(drawn).forward


@given(flows())
def test_forward_ways_hold_no_cycle_and_the_order_respects_them(drawn: Procedure) -> None:
    order = graph_of(drawn).order
    assert sorted(order) == sorted(drawn.by_id)
    for way in graph_of(drawn).ways:
        assert way.is_back or order.index(way.source) < order.index(way.target)


@given(flows())
def test_a_way_back_returns_to_a_step_that_leads_to_it(drawn: Procedure) -> None:
    for way in graph_of(drawn).ways:
        if way.is_back:
            assert way.source == way.target or way.source in graph_of(drawn).after[way.target]


@given(flows())
def test_what_is_reachable_is_closed_under_all_ways(drawn: Procedure) -> None:
    found = reachable(drawn)
    assert drawn.start.id in found
    for way in graph_of(drawn).ways:
        assert way.source not in found or way.target in found
