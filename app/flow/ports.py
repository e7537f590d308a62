"""Where arrows leave the bottom of a step: spread, and in an order in which they do not cross."""

from collections import defaultdict

from app.flow import measures as m
from app.flow.grid import FAR, Grid
from app.flow.routes import Route

CENTRE = 8.0
"""Ports nearer the middle than this are on the line that enters the step below."""
_ASIDE = 18.0


class Bottom:
    """The routes that leave the bottom of one step, from left to right."""

    def __init__(self, step: int, routes: list[Route]) -> None:
        self.step = step
        self.straight = [route for route in routes if len(route.parts) == 1]
        turning = [route for route in routes if len(route.parts) > 1]
        self.left = sorted((r for r in turning if _heading(r) < 0), key=_outermost)
        right = [r for r in turning if _heading(r) > 0]
        self.right = sorted(right, key=_outermost, reverse=True)
        self.routes = [*self.left, *self.straight, *self.right]

    def turning_at_once(self, left: bool) -> list[Route]:
        """Those that turn in the channel below the step, the outermost first."""
        routes = self.left if left else self.right[::-1]
        return [route for route in routes if route.parts[0][3] == route.parts[0][2] + 1]


def _heading(route: Route) -> int:
    _, _, start, end = route.parts[1]
    return end - start


def _outermost(route: Route) -> tuple[int, int, int]:
    """Those that turn first lie outermost, and of them those that go farthest."""
    return (route.parts[0][3], -abs(_heading(route)), route.link.index)


def spread(routes: list[Route], grid: Grid) -> list[Bottom]:
    """Give every route that leaves a bottom its port."""
    leaving: dict[int, list[Route]] = defaultdict(list)
    for route in routes:
        if route.leaves_bottom:
            leaving[route.link.source].append(route)
    bottoms = [Bottom(step, found) for step, found in leaving.items()]
    for bottom in bottoms:
        for route, port in zip(bottom.routes, _ports(bottom), strict=True):
            route.port = port
        _clear_the_entry_below(bottom, grid)
    return bottoms


def _ports(bottom: Bottom) -> list[float]:
    left, right = len(bottom.left), len(bottom.right)
    if bottom.straight:
        lower = _line(-m.PORT_SPREAD if left < 2 else -m.PORT_REACH, -_ASIDE - 4, left)
        upper = _line(-m.PORT_SPREAD if right < 2 else -m.PORT_REACH, -_ASIDE - 4, right)
        return [*lower, 0.0, *(-port for port in reversed(upper))]
    count = left + right
    if count == 1:
        return [0.0]
    if count == 2 and not right:
        return [-m.PORT_SPREAD, 0.0]
    if count == 2 and not left:
        return [0.0, m.PORT_SPREAD]
    reach = m.PORT_SPREAD if count < 4 else m.PORT_REACH
    return _line(-reach, reach, count)


def _line(start: float, end: float, count: int) -> list[float]:
    if count < 2:
        return [start] * count
    step = (end - start) / (count - 1)
    return [start + step * index for index in range(count)]


def _clear_the_entry_below(bottom: Bottom, grid: Grid) -> None:
    """Move a port aside whose line would run into the arrow that enters the step below."""
    entered = grid.entered_at_below(bottom.step)
    if entered == FAR or bottom.straight:
        return
    for route in bottom.routes:
        if abs(route.port) < CENTRE and route.parts[0][3] > entered:
            move_aside(route)


def move_aside(route: Route) -> None:
    """Move a port from the middle towards where its line turns."""
    route.port = _ASIDE if _heading(route) > 0 else -_ASIDE
