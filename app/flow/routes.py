"""Which way round each arrow runs: candidates with few bends, the cheapest taken.

A route is a chain of uprights and levels by turns. Levels run in the middle of a row, where no
box stands, or in the channel between two rows; uprights run in the column of the source or the
target, where no box stands, or in a gutter. The last resort (channel, gutter, channel) is always
free, as channels and gutters grow with what runs in them.
"""

from collections.abc import Iterator

from app.flow.grid import FAR, Grid
from app.flow.plan import Link

UPRIGHT, LEVEL = 0, 1
Part = tuple[int, int, int, int]
"""(UPRIGHT, unit, from band, to band) or (LEVEL, band, from unit, to unit)."""

_BEND = 3.0
_CROSSING = 2.6
_GUTTER = 1.2
_SIDE_ENTRY = 1.2
_OWN_CHANNEL = 0.6
_JOIN = 1.4
_LOW_START = 0.6
_ACROSS = 0.14
_DOWN = 0.03
_WITHIN = 2.5
_WRONG_SIDE = 0.4


class Route:
    """One arrow's chain of parts, and how it leaves and enters."""

    __slots__ = ("enters_top", "leaves_bottom", "link", "parts", "port")

    def __init__(self, link: Link, parts: tuple[Part, ...]) -> None:
        self.link = link
        self.parts = parts
        self.leaves_bottom = parts[0][0] == UPRIGHT
        self.enters_top = parts[-1][0] == UPRIGHT
        self.port = 0.0


class Router:
    """Chooses routes one after the other; the straight and the short come first."""

    def __init__(self, links: list[Link], grid: Grid, ends_beside: dict[int, int]) -> None:
        self.grid = grid
        self.beside = ends_beside
        self.links = links

    def run(self) -> list[Route]:
        routes: list[Route | None] = [None] * len(self.links)
        for link in sorted(self.links, key=self._turn):
            routes[link.index] = self._choose(link)
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

    def _choose(self, link: Link) -> Route:
        if self._is_straight(link):
            unit = 2 * self.grid.column[link.source] + 1
            top, bottom = self.grid.row[link.source], self.grid.row[link.target]
            best: tuple[Part, ...] = ((UPRIGHT, unit, 2 * top + 1, 2 * bottom + 1),)
        else:
            best, cost = (), float("inf")
            for parts in _candidates(link, self.grid):
                if (len(parts) - 1) * _BEND >= cost + _JOIN * 2:
                    continue
                price = self._price(link, parts)
                if price < cost:
                    best, cost = parts, price
        self._take(link, best)
        return Route(link, best)

    def _price(self, link: Link, parts: tuple[Part, ...]) -> float:
        """What a candidate costs; infinite where it is not free."""
        price = (len(parts) - 1) * _BEND + self._ends_price(link, parts)
        last = len(parts) - 1
        for index, part in enumerate(parts):
            if price == float("inf"):
                break
            if part[0] == LEVEL:
                price += self._level_price(link, part, index, last)
            else:
                price += self._upright_price(link, part, index == last)
        return price

    def _ends_price(self, link: Link, parts: tuple[Part, ...]) -> float:
        grid = self.grid
        price = 0.0
        first, last = parts[0], parts[-1]
        if first[0] == LEVEL:
            side = (link.source, first[3] > first[2])
            if side in grid.side_out or side in grid.side_in:
                return float("inf")
        else:
            price += _LOW_START if link.labelled else 0.0
            if link.labelled and first[3] > first[2] + 1 and grid.through[link.source] > 1:
                return float("inf")
        if last[0] == LEVEL:
            side = (link.target, last[2] > last[3])
            if side in grid.side_out:
                return float("inf")
            price += 0.0 if len(parts) == 1 or side in grid.side_in else _SIDE_ENTRY
        return price

    def _level_price(self, link: Link, part: Part, index: int, last: int) -> float:
        grid = self.grid
        _, band, start, end = part
        low, high = (start, end) if start < end else (end, start)
        price = _ACROSS * (high - low)
        if band & 1:
            if not grid.level_is_free(band, *_clear_of_boxes(part, index, last), link.target):
                return float("inf")
            return price + _CROSSING * grid.crossed_by_level(band, low, high)
        bus = grid.buses.get((band, link.target)) if index == last - 1 else None
        if bus is None:
            return price + _OWN_CHANNEL + _CROSSING * grid.crossed_by_level(band, low, high)
        crossed = grid.crossed_by_level(band, low, min(high, bus[0]))
        crossed += grid.crossed_by_level(band, max(low, bus[1]), high)
        return price - _JOIN + _CROSSING * crossed

    def _upright_price(self, link: Link, part: Part, is_entry: bool) -> float:
        grid = self.grid
        _, unit, start, end = part
        low, high = (start, end) if start < end else (end, start)
        price = _DOWN * (high - low)
        if is_entry:
            high = min(high, grid.entered_at.get(link.target, high))
        price += _CROSSING * grid.crossed_by_upright(unit, low, high)
        if not unit & 1:
            price += _GUTTER
            if link.back and self._is_within(link, unit):
                price += _WITHIN
        return price

    def _is_within(self, link: Link, unit: int) -> bool:
        """Whether a gutter lies between the columns that a way back joins."""
        one, other = self.grid.column[link.source], self.grid.column[link.target]
        return 2 * min(one, other) + 1 < unit < 2 * max(one, other) + 1

    def _take(self, link: Link, parts: tuple[Part, ...]) -> None:
        grid = self.grid
        last = len(parts) - 1
        for index, (kind, at, start, end) in enumerate(parts):
            low, high = (start, end) if start < end else (end, start)
            if kind == LEVEL:
                grid.take_level(at, low, high)
                if at & 1:
                    run = _clear_of_boxes(parts[index], index, last)
                    grid.level_runs[at].append((*run, link.target))
                if index == last - 1 and not at & 1:
                    bus = grid.buses.get((at, link.target), (low, high))
                    grid.buses[at, link.target] = (min(low, bus[0]), max(high, bus[1]))
            else:
                grid.take_upright(at, low, high)
        first, final = parts[0], parts[-1]
        if first[0] == LEVEL:
            grid.side_out.add((link.source, first[3] > first[2]))
        elif first[3] > first[2] + 1:
            grid.through[link.source] += 1
        if final[0] == LEVEL:
            grid.side_in.add((link.target, final[2] > final[3]))
        else:
            known = grid.entered_at.get(link.target, FAR)
            grid.entered_at[link.target] = min(known, final[2])


def _clear_of_boxes(part: Part, index: int, last: int) -> tuple[int, int]:
    """The units that a level in a row takes, without those of the boxes at its ends."""
    _, _, start, end = part
    step = 1 if end > start else -1
    start += step if index == 0 else 0
    end -= step if index == last else 0
    return (start, end) if step > 0 else (end, start)


def _candidates(link: Link, grid: Grid) -> Iterator[tuple[Part, ...]]:
    """All routes worth a thought, those with few bends first; the last is always free."""
    source, target = link.source, link.target
    ends = _Ends(link, grid)
    if ends.r1 == ends.r2 and source != target:
        yield from ends.level()
    if ends.r1 < ends.r2 and ends.c1 != ends.c2:
        yield from ends.one_bend()
        yield from ends.by_channel()
    gutters = ends.gutters()
    for gutter in gutters:
        yield from ends.side_to_side(gutter)
    for gutter in gutters:
        yield from ends.mixed(gutter)
    if ends.r2 != ends.r1 + 1:
        for gutter in gutters:
            yield ends.by_channels(gutter)


class _Ends:
    """The two ends of a link, and the candidates between them."""

    def __init__(self, link: Link, grid: Grid) -> None:
        self.link = link
        self.grid = grid
        self.s, self.t = link.source, link.target
        self.r1, self.c1 = grid.row[self.s], grid.column[self.s]
        self.r2, self.c2 = grid.row[self.t], grid.column[self.t]
        self.u1, self.u2 = 2 * self.c1 + 1, 2 * self.c2 + 1
        self.b1, self.b2 = 2 * self.r1 + 1, 2 * self.r2 + 1

    def level(self) -> Iterator[tuple[Part, ...]]:
        right = self.c2 > self.c1
        free = self.grid.right[self.s] == self.c2 if right else self.grid.left[self.s] == self.c2
        if free:
            yield ((LEVEL, self.b1, self.u1, self.u2),)

    def one_bend(self) -> Iterator[tuple[Part, ...]]:
        grid, s, t = self.grid, self.s, self.t
        right = self.c2 > self.c1
        clear = grid.right[s] > self.c2 if right else grid.left[s] < self.c2
        if clear and grid.above[t] < self.r1:
            yield (
                (LEVEL, self.b1, self.u1, self.u2),
                (UPRIGHT, self.u2, self.b1, self.b2),
            )
        clear = grid.left[t] < self.c1 if right else grid.right[t] > self.c1
        if clear and grid.below[s] > self.r2:
            yield (
                (UPRIGHT, self.u1, self.b1, self.b2),
                (LEVEL, self.b2, self.u1, self.u2),
            )

    def by_channel(self) -> Iterator[tuple[Part, ...]]:
        """Down, across in a channel, and down: just above the target, or just below the source."""
        lowest = min(self.r2, self.grid.below[self.s])
        highest = max(self.r1, self.grid.above[self.t]) + 1
        for row in dict.fromkeys((lowest, highest)):
            if highest <= row <= lowest:
                band = 2 * row
                yield (
                    (UPRIGHT, self.u1, self.b1, band),
                    (LEVEL, band, self.u1, self.u2),
                    (UPRIGHT, self.u2, band, self.b2),
                )

    def gutters(self) -> list[int]:
        """Gutters beside either end, and the outer ones of the lanes in between."""
        found = [self.c1 + 1, self.c1, self.c2 + 1, self.c2]
        if self.link.back or self.c1 == self.c2:
            found += self._lane_edges()
        return list(dict.fromkeys(found))

    def _lane_edges(self) -> list[int]:
        lane = self.grid.lane
        low, high = min(self.c1, self.c2), max(self.c1, self.c2)
        while low > 0 and lane[low - 1] == lane[low]:
            low -= 1
        while high + 1 < len(lane) and lane[high + 1] == lane[high]:
            high += 1
        return [high + 1, low]

    def _from_side(self, gutter: int) -> bool:
        if gutter > self.c1:
            return self.grid.right[self.s] >= gutter
        return self.grid.left[self.s] < gutter

    def _to_side(self, gutter: int) -> bool:
        if gutter > self.c2:
            return self.grid.right[self.t] >= gutter
        return self.grid.left[self.t] < gutter

    def side_to_side(self, gutter: int) -> Iterator[tuple[Part, ...]]:
        if self.r1 != self.r2 and self._from_side(gutter) and self._to_side(gutter):
            unit = 2 * gutter
            yield (
                (LEVEL, self.b1, self.u1, unit),
                (UPRIGHT, unit, self.b1, self.b2),
                (LEVEL, self.b2, unit, self.u2),
            )

    def mixed(self, gutter: int) -> Iterator[tuple[Part, ...]]:
        """From a side to the top, or from the bottom to a side."""
        unit = 2 * gutter
        entry, leave = self.b2 - 1, self.b1 + 1
        if self._from_side(gutter):
            yield (
                (LEVEL, self.b1, self.u1, unit),
                (UPRIGHT, unit, self.b1, entry),
                (LEVEL, entry, unit, self.u2),
                (UPRIGHT, self.u2, entry, self.b2),
            )
        if self._to_side(gutter):
            yield (
                (UPRIGHT, self.u1, self.b1, leave),
                (LEVEL, leave, self.u1, unit),
                (UPRIGHT, unit, leave, self.b2),
                (LEVEL, self.b2, unit, self.u2),
            )

    def by_channels(self, gutter: int) -> tuple[Part, ...]:
        """The last resort: below the source, along a gutter, above the target."""
        unit = 2 * gutter
        entry, leave = self.b2 - 1, self.b1 + 1
        return (
            (UPRIGHT, self.u1, self.b1, leave),
            (LEVEL, leave, self.u1, unit),
            (UPRIGHT, unit, leave, entry),
            (LEVEL, entry, unit, self.u2),
            (UPRIGHT, self.u2, entry, self.b2),
        )
