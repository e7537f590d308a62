"""Who crosses whom: all arrows as they run, each of which can be taken out again and asked anew.

Two parts cross for certain where one runs straight through the other. Lines side by side in one
strip (a channel, a gutter, or above or below a step) cross as often as their better order lets
them: that order is found later.
"""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from app.flow.plan import Link
from app.flow.routes import LEVEL, Part, Route

ALL = -1
_Places = tuple[int, ...]
_Sorted = dict[tuple[int, int], list[int]]


class Stretch(NamedTuple):
    """A part as a line in its strip: where it runs, and where its neighbours join it."""

    start: int
    end: int
    low: _Places
    high: _Places
    target: int


class Traffic:
    """All routes by the bands and units that they run through."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self._through: tuple[_Sorted, _Sorted] = (defaultdict(list), defaultdict(list))
        """By kind: for a band the uprights through it, for a unit the levels, in order; and the
        same once more for each step that they lead to."""
        self._beside: tuple[dict[int, list[Stretch]], ...] = (defaultdict(list), defaultdict(list))
        """By kind: what runs along a unit or band."""
        for route in routes:
            self.add(route)

    def add(self, route: Route) -> None:
        target = route.link.target
        for index, (kind, at, start, end) in enumerate(route.parts):
            low, high = (start, end) if start < end else (end, start)
            through = self._through[kind]
            for position in range(low + 1, high):
                insort(through[position, ALL], at)
                insort(through[position, target], at)
            if _has_neighbours(route.parts, kind, at):
                self._beside[kind][at].append(_stretch(route.parts, index, target))

    def remove(self, route: Route) -> None:
        target = route.link.target
        for index, (kind, at, start, end) in enumerate(route.parts):
            low, high = (start, end) if start < end else (end, start)
            through = self._through[kind]
            for position in range(low + 1, high):
                through[position, ALL].remove(at)
                through[position, target].remove(at)
            if _has_neighbours(route.parts, kind, at):
                self._beside[kind][at].remove(_stretch(route.parts, index, target))

    def crossings(self, link: Link, parts: tuple[Part, ...]) -> int:
        """How often a route crosses those that lead to other steps."""
        target = link.target
        count = 0
        for index, (kind, at, start, end) in enumerate(parts):
            low, high = (start, end) if start < end else (end, start)
            through = self._through[1 - kind]
            crossed = _between(through.get((at, ALL)), low, high)
            if crossed:
                count += crossed - _between(through.get((at, target)), low, high)
            if _has_neighbours(parts, kind, at):
                others = self._beside[kind].get(at)
                if others:
                    count += _side_by_side(_stretch(parts, index, target), others)
        return count


def _between(places: list[int] | None, low: int, high: int) -> int:
    """How many places lie strictly between two others."""
    return bisect_left(places, high) - bisect_right(places, low) if places else 0


def _has_neighbours(parts: tuple[Part, ...], kind: int, at: int) -> bool:
    """Whether a part runs where others can run beside it; in a row they lie on each other."""
    return len(parts) > 1 and (kind != LEVEL or not at & 1)


def _stretch(parts: tuple[Part, ...], index: int, target: int) -> Stretch:
    _, at, start, end = parts[index]
    low: _Places = ()
    high: _Places = ()
    if index:
        if parts[index - 1][2] < at:
            low = (start,)
        else:
            high = (start,)
    if index + 1 < len(parts):
        if parts[index + 1][3] < at:
            low += (end,)
        else:
            high += (end,)
    return Stretch(*((start, end) if start < end else (end, start)), low, high, target)


def _side_by_side(line: Stretch, others: list[Stretch]) -> int:
    """How often a line crosses the others in its strip, each pair in its better order."""
    start, end, low, high, target = line
    count = 0
    for begin, finish, lows, highs, to in others:
        if to == target or begin >= end or start >= finish:
            continue
        first = sum(start < place < end or place in high for place in lows)
        first += sum(begin < place < finish for place in high)
        if first:
            later = sum(start < place < end or place in low for place in highs)
            later += sum(begin < place < finish for place in low)
            count += min(first, later)
    return count
