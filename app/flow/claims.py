"""What routes have taken of the grid for themselves, and what a route costs without its crossings.

A side of a step is left by one arrow alone, or entered by many; a level in a row lets others lie
on it only on their way to the same step. Every claim can be given back.
"""

from collections import Counter, defaultdict

from app.flow.plan import Link
from app.flow.routes import LEVEL, Part, Route, clear_of_boxes

NEVER = float("inf")

# Prices, in one unit: of all candidates the cheapest is taken. A bend is what all else is set
# against; `benchmarks.flow` counts what comes of them.
BEND = 3.0
"""For each bend."""
JOIN = 1.4
"""Gained by an arrow that joins others on the way to the same step."""
_GUTTER = 1.2
"""For each upright in a gutter: it makes the picture wider, which one beside a box does not."""
_SIDE_ENTRY = 1.2
"""For coming in from the side, where arrows come from above."""
_OWN_CHANNEL = 0.6
"""For each level in a channel that no other arrow of the step runs in: it makes that higher."""
_LOW_START = 0.6
"""For a way with a condition that leaves at the bottom: its pill has more room at a side."""
_ACROSS = 0.14
"""For each unit of length across; a column is two units."""
_DOWN = 0.03
"""For each unit of length down; long ways down are what a flow is made of."""
_WITHIN = 2.5
"""For a way back that runs up between its ends, where it is taken for a way on."""

Side = tuple[int, bool]
"""A step, and whether its right side."""


class Claims:
    """Sides, rows and shared lines that routes have taken."""

    def __init__(self, column: list[int]) -> None:
        self._column = column
        self._runs: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        self._side_out: Counter[Side] = Counter()
        self._side_in: Counter[Side] = Counter()
        self._through: Counter[int] = Counter()
        self._joined: Counter[tuple[int, int]] = Counter()

    def take(self, route: Route) -> None:
        self._count(route, 1)
        for band, run in self._level_runs(route):
            self._runs[band].append(run)

    def give_back(self, route: Route) -> None:
        self._count(route, -1)
        for band, run in self._level_runs(route):
            self._runs[band].remove(run)

    def _count(self, route: Route, count: int) -> None:
        link, parts = route.link, route.parts
        first, final = parts[0], parts[-1]
        if first[0] == LEVEL:
            self._side_out[link.source, first[3] > first[2]] += count
        elif first[3] > first[2] + 1:
            self._through[link.source] += count
        if final[0] == LEVEL:
            self._side_in[link.target, final[2] > final[3]] += count
        elif len(parts) > 1:
            self._joined[parts[-2][1], link.target] += count

    @staticmethod
    def _level_runs(route: Route) -> list[tuple[int, tuple[int, int, int]]]:
        """The levels in rows: band, and first and last unit with the target."""
        last = len(route.parts) - 1
        return [
            (part[1], (*clear_of_boxes(part, index, last), route.link.target))
            for index, part in enumerate(route.parts)
            if part[0] == LEVEL and part[1] & 1
        ]

    def price(self, link: Link, parts: tuple[Part, ...]) -> float:
        """What a candidate costs but for its crossings; never, where it is not free."""
        price = (len(parts) - 1) * BEND + self._ends_price(link, parts)
        last = len(parts) - 1
        for index, part in enumerate(parts):
            if price == NEVER:
                break
            if part[0] == LEVEL:
                price += self._level_price(link, part, index, last)
            else:
                price += self._upright_price(link, part)
        return price

    def _ends_price(self, link: Link, parts: tuple[Part, ...]) -> float:
        price = 0.0
        first, last = parts[0], parts[-1]
        if first[0] == LEVEL:
            side = (link.source, first[3] > first[2])
            if self._side_out[side] or self._side_in[side]:
                return NEVER
        elif link.labelled:
            price += _LOW_START
            if first[3] > first[2] + 1 and self._through[link.source] > 1:
                return NEVER
        if last[0] == LEVEL:
            side = (link.target, last[2] > last[3])
            if self._side_out[side]:
                return NEVER
            price += 0.0 if len(parts) == 1 or self._side_in[side] else _SIDE_ENTRY
        return price

    def _level_price(self, link: Link, part: Part, index: int, last: int) -> float:
        _, band, start, end = part
        price = _ACROSS * abs(end - start)
        if band & 1:
            return price if self._is_free(part, index, last, link.target) else NEVER
        joins = index == last - 1 and self._joined[band, link.target]
        return price - JOIN if joins else price + _OWN_CHANNEL

    def _is_free(self, part: Part, index: int, last: int, target: int) -> bool:
        """Whether no arrow to another step runs level there, in a row."""
        runs = self._runs.get(part[1])
        if not runs:
            return True
        low, high = clear_of_boxes(part, index, last)
        return all(end < low or start > high or to == target for start, end, to in runs)

    def _upright_price(self, link: Link, part: Part) -> float:
        _, unit, start, end = part
        price = _DOWN * abs(end - start)
        if not unit & 1:
            price += _GUTTER
            if link.back and self._is_within(link, unit):
                price += _WITHIN
        return price

    def _is_within(self, link: Link, unit: int) -> bool:
        """Whether a gutter lies between the columns that a way back joins."""
        one, other = self._column[link.source], self._column[link.target]
        return 2 * min(one, other) + 1 < unit < 2 * max(one, other) + 1
