"""Which routes an arrow may take: those with few bends, along the boxes and gutters near it.

Levels run in the middle of a row, where no box stands, or in the channel between two rows;
uprights run in the column of the source or the target, where no box stands, or in a gutter. The
last resort (channel, gutter, channel) is always free, as channels and gutters grow with what runs
in them.
"""

from collections.abc import Iterator

from app.flow.grid import Grid
from app.flow.plan import Link
from app.flow.routes import LEVEL, UPRIGHT, Part

_NEAR = (-1, 2, -2, 3)
"""How far from the columns of the ends further gutters are tried, where it is to be `wide`: the
next two to either side. Those right beside the ends are always tried.
"""


def candidates(link: Link, grid: Grid, wide: bool = False) -> Iterator[tuple[Part, ...]]:
    """All routes worth a thought, those with few bends first; the last is always free.

    `wide` tries more gutters, among them the outermost of the lanes between the two ends.
    """
    source, target = link.source, link.target
    ends = _Ends(link, grid)
    if ends.r1 == ends.r2 and source != target:
        yield from ends.level()
    if ends.r1 < ends.r2 and ends.c1 != ends.c2:
        yield from ends.one_bend()
        yield from ends.by_channel()
    gutters = ends.gutters(wide)
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

    def gutters(self, wide: bool) -> list[int]:
        """Gutters beside either end, and those of the lanes in between: the outer ones, or all."""
        found = [self.c1 + 1, self.c1, self.c2 + 1, self.c2]
        if wide:
            last, first = self._lane_edges()
            near = [end + away for away in _NEAR for end in (self.c1, self.c2)]
            found += [last, first, *(gutter for gutter in near if first <= gutter <= last)]
        elif self.link.back or self.c1 == self.c2:
            found += self._lane_edges()
        return list(dict.fromkeys(found))

    def _lane_edges(self) -> tuple[int, int]:
        lane = self.grid.lane
        low, high = min(self.c1, self.c2), max(self.c1, self.c2)
        while low > 0 and lane[low - 1] == lane[low]:
            low -= 1
        while high + 1 < len(lane) and lane[high + 1] == lane[high]:
            high += 1
        return (high + 1, low)

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
