"""Down the picture: which arrows run level in each channel, and in what order.

Arrows to the same step share a line in the channel above it. Some lines must lie above others:
one that leaves a step above one that enters the step below it, and of those that leave one step
the outermost first. Where that goes round in a circle, lines are parted or ports moved.
"""

from collections import defaultdict
from itertools import pairwise

from app.flow.grid import Grid
from app.flow.ports import CENTRE, Bottom
from app.flow.routes import LEVEL, Route
from app.flow.strips import StripLine, has_order

Key = tuple[int, int]
"""(target, -1), or (-1 - link, part) where an arrow runs for itself."""


class Channels:
    """The lines of all channels, and for every level part of a route its line."""

    def __init__(self, routes: list[Route], bottoms: list[Bottom], grid: Grid) -> None:
        self.lines: dict[int, dict[Key, StripLine]] = defaultdict(dict)
        self.of: dict[tuple[int, int], StripLine] = {}
        self._routes: dict[int, list[tuple[Route, int]]] = defaultdict(list)
        self._grid = grid
        for route in routes:
            for index, part in enumerate(route.parts):
                if part[0] == LEVEL and not part[1] & 1:
                    self._routes[part[1]].append((route, index))
        self._leaving: dict[int, list[Bottom]] = defaultdict(list)
        for bottom in bottoms:
            for band in {route.parts[0][3] for route in bottom.routes}:
                self._leaving[band].append(bottom)
        for band in self._routes:
            self._settle(band)

    def _settle(self, band: int) -> None:
        """Build a channel's lines so that they can be put in order."""
        self._build(band, shared=True)
        if has_order(list(self.lines[band].values())):
            return
        self._build(band, shared=False)
        if has_order(list(self.lines[band].values())):
            return
        for bottom in self._leaving[band]:
            for route in bottom.routes:
                if abs(route.port) < CENTRE and route.parts[0][3] == band:
                    bottom.move_aside(route)
        self._build(band, shared=False)

    def _build(self, band: int, shared: bool) -> None:
        lines = self.lines[band] = {}
        for route, index in self._routes[band]:
            last = len(route.parts) - 1
            joins = shared and index == last - 1
            key = (route.link.target, -1) if joins else (-1 - route.link.index, index)
            self.of[route.link.index, index] = lines.setdefault(key, StripLine())
        for bottom in self._leaving[band]:
            self._order_siblings(bottom, band)
            self._order_entry(bottom, band)

    def _order_siblings(self, bottom: Bottom, band: int) -> None:
        if band != 2 * self._grid.row[bottom.step] + 2:
            return
        for turns in (bottom.left_turns, bottom.right_turns):
            for outer, inner in pairwise(turns):
                _put_before(self._first(outer), self._first(inner))

    def _order_entry(self, bottom: Bottom, band: int) -> None:
        """A line from the middle of a step lies above those into the step below it."""
        under = self._grid.under.get(bottom.step)
        if under is None or bottom.straight:
            return
        entering = [
            self.of[route.link.index, index]
            for route, index in self._routes[band]
            if route.link.target == under and index == len(route.parts) - 2 and route.enters_top
        ]
        for route in bottom.routes:
            if abs(route.port) < CENTRE and route.parts[0][3] == band:
                for line in entering:
                    _put_before(self._first(route), line)

    def _first(self, route: Route) -> StripLine:
        return self.of[route.link.index, 1]


def _put_before(line: StripLine, later: StripLine) -> None:
    if line is not later and line not in later.before:
        later.before.append(line)
