"""Which way round each arrow runs: of all candidates the cheapest, one arrow after the other."""

from app.flow.candidates import candidates
from app.flow.claims import BEND, JOIN, NEVER, Claims
from app.flow.grid import Grid
from app.flow.plan import Link
from app.flow.routes import UPRIGHT, Part, Route

_CROSSING = 2.6
"""For each crossing: less than a bend, since what is routed later is not known yet."""


class Router:
    """Chooses routes one after the other; the straight and the short come first."""

    def __init__(self, links: list[Link], grid: Grid, ends_beside: dict[int, int]) -> None:
        self.grid = grid
        self.claims = Claims(grid.column)
        self.beside = ends_beside
        self.links = links

    def run(self) -> list[Route]:
        routes: list[Route | None] = [None] * len(self.links)
        for link in sorted(self.links, key=self._turn):
            route = routes[link.index] = Route(link, self._choose(link))
            self.claims.take(route)
            self._take(route)
        return [route for route in routes if route is not None]

    def _turn(self, link: Link) -> tuple[int, ...]:
        """When a link is routed; of those from one step the farther first: it lies above."""
        row, column = self.grid.row, self.grid.column
        span = row[link.target] - row[link.source]
        if self._is_straight(link):
            return (0, span, link.index)
        away = abs(column[link.target] - column[link.source])
        if link.target in self.beside:
            return (1, away, link.index)
        if link.back:
            return (3, -span, link.index)
        return (2, span, link.source, -away, link.index)

    def _is_straight(self, link: Link) -> bool:
        grid, source, target = self.grid, link.source, link.target
        return (
            grid.column[source] == grid.column[target]
            and grid.below[source] == grid.row[target]
            and not link.back
        )

    def _choose(self, link: Link) -> tuple[Part, ...]:
        if self._is_straight(link):
            unit = 2 * self.grid.column[link.source] + 1
            top, bottom = self.grid.row[link.source], self.grid.row[link.target]
            return ((UPRIGHT, unit, 2 * top + 1, 2 * bottom + 1),)
        best: tuple[Part, ...] = ()
        cost = NEVER
        for parts in candidates(link, self.grid):
            if (len(parts) - 1) * BEND >= cost + JOIN * 2:
                continue
            price = self.claims.price(link, parts)
            if price < cost:
                price += _CROSSING * self._crossings(link, parts)
            if price < cost:
                best, cost = parts, price
        return best

    def _crossings(self, link: Link, parts: tuple[Part, ...]) -> int:
        """About how many of the arrows that lie already a candidate crosses."""
        grid = self.grid
        count = 0
        last = len(parts) - 1
        for index, (kind, at, start, end) in enumerate(parts):
            low, high = (start, end) if start < end else (end, start)
            if kind == UPRIGHT:
                if index == last:
                    high = min(high, grid.entered_at.get(link.target, high))
                count += grid.crossed_by_upright(at, low, high)
                continue
            bus = grid.buses.get((at, link.target)) if index == last - 1 else None
            if bus is None:
                count += grid.crossed_by_level(at, low, high)
            else:
                count += grid.crossed_by_level(at, low, min(high, bus[0]))
                count += grid.crossed_by_level(at, max(low, bus[1]), high)
        return count

    def _take(self, route: Route) -> None:
        grid, target = self.grid, route.link.target
        last = len(route.parts) - 1
        for index, (kind, at, start, end) in enumerate(route.parts):
            low, high = (start, end) if start < end else (end, start)
            if kind == UPRIGHT:
                grid.take_upright(at, low, high)
                continue
            grid.take_level(at, low, high)
            if index == last - 1 and not at & 1:
                bus = grid.buses.get((at, target), (low, high))
                grid.buses[at, target] = (min(low, bus[0]), max(high, bus[1]))
        grid.note_entry(route)
