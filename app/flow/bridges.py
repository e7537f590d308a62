"""Where an upright piece gives way to a level one that it crosses."""

from bisect import bisect_left, bisect_right, insort
from itertools import pairwise

from app.flow.geometry import Point

Line = tuple[int, int, tuple[Point, ...]]
"""Source, target and points of an arrow."""


def find_bridges(lines: list[Line]) -> tuple[Point, ...]:
    """Find the points where arrows that do not end in the same step cross, from the top down."""
    levels, events = _pieces(lines)
    standing: list[tuple[float, float, int]] = []
    found: set[Point] = set()
    for y, kind, low, high, target in sorted(events + levels):
        if kind == _BEGIN:
            insort(standing, (low, high, target))
        elif kind == _END:
            standing.pop(bisect_left(standing, (low, high, target)))
        else:
            first = bisect_right(standing, (low + 0.5, float("inf"), 0))
            last = bisect_left(standing, (high - 0.5, float("-inf"), 0))
            found.update((x, y) for x, _, to in standing[first:last] if to != target)
    return tuple(sorted(found, key=lambda point: (point[1], point[0])))


_BEGIN, _LEVEL, _END = 2, 1, 0
Event = tuple[float, int, float, float, int]


def _pieces(lines: list[Line]) -> tuple[list[Event], list[Event]]:
    """Level pieces, and where upright pieces begin and end; (y, kind, x, other, target)."""
    levels: set[Event] = set()
    uprights: list[Event] = []
    for _, target, points in lines:
        for (x1, y1), (x2, y2) in pairwise(points):
            if y1 == y2:
                levels.add((y1, _LEVEL, min(x1, x2), max(x1, x2), target))
            else:
                top, bottom = min(y1, y2), max(y1, y2)
                uprights.append((top + 0.5, _BEGIN, x1, bottom, target))
                uprights.append((bottom - 0.5, _END, x1, bottom, target))
    return list(levels), uprights
