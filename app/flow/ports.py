"""Where arrows leave the bottom of a step: spread, and in an order in which they do not cross.

From left to right: those that turn left at once (the outermost turns first), those that run on
down, those that turn right at once. The pills of the left part stand left of their lines, those
of the right part right; so at most two that run on may carry pills.
"""

from collections import defaultdict

from app.flow import measures as m
from app.flow.grid import FAR, Grid
from app.flow.routes import Route

CENTRE = 8.0
"""Ports nearer the middle than this are on the line that enters the step below."""
_ASIDE = 18.0
"""So far from the middle a port stands that has to leave that line free."""


class Bottom:
    """The routes that leave the bottom of one step, from left to right, with their ports."""

    def __init__(self, step: int, routes: list[Route]) -> None:
        self.step = step
        self.left_turns = sorted((r for r in routes if _turns(r, -1)), key=_outermost)
        self.right_turns = sorted((r for r in routes if _turns(r, 1)), key=_outermost)
        through = [route for route in routes if not turns_at_once(route)]
        through.sort(key=_across)
        self.straight = any(len(route.parts) == 1 for route in through)
        split = self._split(through)
        self.left = [*self.left_turns, *through[:split]]
        self.right = [*through[split:], *reversed(self.right_turns)]
        self.routes = [*self.left, *self.right]
        for route, port in zip(self.routes, self._ports(through), strict=True):
            route.port = port

    def _split(self, through: list[Route]) -> int:
        """How many of those that run on belong to the left part."""
        if len(through) > 1:
            return len(through) // 2
        return int(bool(through) and len(self.right_turns) > len(self.left_turns))

    def _ports(self, through: list[Route]) -> list[float]:
        left, right = len(self.left), len(self.right)
        middle = self._middle(through)
        if middle is None:
            return [*_side(left), *(-port for port in reversed(_side(right)))]
        after = left + right - middle - 1
        return [*_side(middle), 0.0, *(-port for port in reversed(_side(after)))]

    def _middle(self, through: list[Route]) -> int | None:
        """Which of all leaves the middle of the edge; none where two parts are alike."""
        for position, route in enumerate(self.routes):
            if len(route.parts) == 1:
                return position
        if len(through) == 1:
            return self.routes.index(through[0])
        if len(through) == 2:
            headings = {_heading(route) > 0 for route in through}
            if len(headings) == 1:
                return len(self.left) - (1 if headings == {True} else 0)
            return None
        if len(through) > 2 or (self.left and self.right):
            return None
        return 0 if self.right else len(self.routes) - 1

    def pill_stands_right(self, route: Route) -> bool:
        return route in self.right

    def move_aside(self, route: Route) -> None:
        """Move a port away from the middle, to the side where its pill stands."""
        to_right = route in self.right
        if len(self.routes) == 1 or not route.link.labelled:
            to_right = _heading(route) > 0
        if len(self.routes) == 1:
            self.left, self.right = ([], self.routes) if to_right else (self.routes, [])
        route.port = _ASIDE if to_right else -_ASIDE


def turns_at_once(route: Route) -> bool:
    """Whether an arrow turns in the channel just below the step that it leaves."""
    return len(route.parts) > 1 and route.parts[0][3] == route.parts[0][2] + 1


def _turns(route: Route, way: int) -> bool:
    return turns_at_once(route) and _heading(route) * way > 0


def _heading(route: Route) -> int:
    if len(route.parts) == 1:
        return 0
    _, _, start, end = route.parts[1]
    return end - start


def _outermost(route: Route) -> tuple[int, int, int, int]:
    """Those that go farthest lie outermost; along one gutter those up, then the longest down."""
    _, _, start, end = route.parts[2] if len(route.parts) > 2 else (0, 0, 0, 0)
    return (-abs(_heading(route)), int(end > start), -end, route.link.index)


def _across(route: Route) -> tuple[int, int, int]:
    """Of those that run on, from left to right: those that turn first lie outermost."""
    heading = _heading(route)
    way = (heading > 0) - (heading < 0)
    return (way, -way * route.parts[0][3], route.link.index)


def spread(routes: list[Route], grid: Grid) -> list[Bottom]:
    """Give every route that leaves a bottom its port."""
    leaving: dict[int, list[Route]] = defaultdict(list)
    for route in routes:
        if route.leaves_bottom:
            leaving[route.link.source].append(route)
    bottoms = [Bottom(step, found) for step, found in leaving.items()]
    for bottom in bottoms:
        _clear_the_entry_below(bottom, grid)
    return bottoms


def _side(count: int) -> list[float]:
    """Ports left of the middle."""
    start = -m.PORT_SPREAD if count < 2 else -m.PORT_REACH
    step = (-_ASIDE - start) / max(1, count - 1)
    return [start + step * index for index in range(count)]


def _clear_the_entry_below(bottom: Bottom, grid: Grid) -> None:
    """Move a port aside whose line would run into the arrow that enters the step below."""
    entered = grid.entered_at_below(bottom.step)
    if entered == FAR or bottom.straight:
        return
    for route in bottom.routes:
        depth = route.parts[0][3]
        meets = depth > entered or (depth == entered and depth & 1)
        if abs(route.port) < CENTRE and meets:
            bottom.move_aside(route)
