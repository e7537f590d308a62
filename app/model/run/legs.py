"""The red thread in pieces: the ways that were taken, in order of time."""

from collections.abc import Iterator
from datetime import datetime

from app.model.library.graph import Graph, Way
from app.model.library.procedure import Procedure
from app.model.run.state import Leg
from app.model.run.step_standing import Passes, StepStanding

TimedLeg = tuple[datetime, Leg]
"""A leg and when it was walked."""

Entries = set[tuple[str, int]]
"""Steps and rounds that a way back led into: nothing else leads into them."""


def legs_of(
    procedure: Procedure, graph: Graph, passes: Passes, standing: StepStanding, entries: Entries
) -> Iterator[TimedLeg]:
    """Give the legs into the steps' latest rounds, but for the ways back.

    A way is drawn once the run has come to its target, so a way into a step that waits for
    others is not drawn yet.
    """
    first = procedure.start.id
    if (first, passes[first].round) not in entries:
        leg = Leg(None, first, 0, passes[first].round, first in standing.passed)
        yield (standing.reached[first], leg)
    for step_id in graph.order:
        if step_id in standing.relevant and standing.is_behind(step_id):
            yield from _out_of(step_id, passes, standing, entries)


def back_leg(way: Way, at: datetime, passes: Passes) -> TimedLeg:
    """Give the leg of a way back, which begins the next round of its target."""
    leg = Leg(way.source, way.target, way.index, passes[way.target].round + 1, broken=False)
    return (at, leg)


def _out_of(
    step_id: str, passes: Passes, standing: StepStanding, entries: Entries
) -> Iterator[TimedLeg]:
    was_passed = step_id in standing.passed
    at = standing.reached[step_id] if was_passed else standing.done[step_id]
    for way in standing.ways[step_id]:
        target = passes[way.target]
        is_entered = (way.target, target.round) in entries
        if way.is_back or is_entered or not _is_come_to(way, standing):
            continue
        broken = was_passed or way.target in standing.passed
        leg = Leg(step_id, way.target, way.index, target.round, broken)
        yield (max(at, target.begun or at), leg)


def _is_come_to(way: Way, standing: StepStanding) -> bool:
    """Tell whether the thread runs along a way; out of an open decision only to what was done."""
    if standing.is_behind(way.target):
        return True
    return way.target in standing.in_line and way.source not in standing.guessed
