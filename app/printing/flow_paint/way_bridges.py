"""Where two ways cross, one gives way: the upright one, as a rule.

The level one does where the thread runs along the upright one, or where that one is so near its
end that nothing but a loose head would be left of it.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from app.flow.geometry import Picture, Point

_NEAR_END = 18.0


class Bridges:
    """The crossings of a picture, looked up by the way that asks."""

    def __init__(
        self,
        crossings: Iterable[Point],
        threads: Iterable[Sequence[Point]] = (),
        ways: Iterable[Sequence[Point]] = (),
    ) -> None:
        self._upright: dict[float, list[Point]] = {}
        self._level: dict[float, list[Point]] = {}
        threaded = _Pieces(threads)
        ends = _upright_ends(ways)
        for x, y in crossings:
            counts_more = threaded.has_upright(x, y) or _is_near(ends.get(round(x, 1), ()), y)
            if counts_more and not threaded.has_level(x, y):
                self._level.setdefault(round(y, 1), []).append((x, y))
            else:
                self._upright.setdefault(round(x, 1), []).append((x, y))

    def gaps(self, points: Sequence[Point]) -> list[Point]:
        """Return the points at which a way is to be interrupted."""
        found: list[Point] = []
        for a, b in pairwise(points):
            is_upright = abs(a[0] - b[0]) < 0.01
            place, low, high = (
                (a[0], min(a[1], b[1]), max(a[1], b[1]))
                if is_upright
                else (a[1], min(a[0], b[0]), max(a[0], b[0]))
            )
            known = self._upright if is_upright else self._level
            along = 1 if is_upright else 0
            found += [gap for gap in known.get(round(place, 1), ()) if low < gap[along] < high]
        return found


def bridges_of(picture: Picture, threads: Iterable[Sequence[Point]] = ()) -> Bridges:
    """Settle who gives way at each crossing of a picture."""
    lines = [arrow.points for arrow in picture.arrows if len(arrow.points) > 1]
    return Bridges(picture.bridges, threads, lines)


def _upright_ends(ways: Iterable[Sequence[Point]]) -> dict[float, list[float]]:
    """Collect where ways begin and end upright, by how far to the right."""
    ends: dict[float, list[float]] = {}
    for points in ways:
        for end, beside in ((points[0], points[1]), (points[-1], points[-2])):
            if abs(end[0] - beside[0]) < 0.01:
                ends.setdefault(round(end[0], 1), []).append(end[1])
    return ends


def _is_near(ends: Iterable[float], y: float) -> bool:
    return any(abs(end - y) < _NEAR_END for end in ends)


class _Pieces:
    """Upright and level pieces of some ways, by where they run."""

    def __init__(self, ways: Iterable[Sequence[Point]]) -> None:
        self._upright: dict[float, list[tuple[float, float]]] = {}
        self._level: dict[float, list[tuple[float, float]]] = {}
        for points in ways:
            for (ax, ay), (bx, by) in pairwise(points):
                if abs(ax - bx) < 0.01:
                    self._upright.setdefault(round(ax, 1), []).append((min(ay, by), max(ay, by)))
                else:
                    self._level.setdefault(round(ay, 1), []).append((min(ax, bx), max(ax, bx)))

    def has_upright(self, x: float, y: float) -> bool:
        return any(low < y < high for low, high in self._upright.get(round(x, 1), ()))

    def has_level(self, x: float, y: float) -> bool:
        return any(low < x < high for low, high in self._level.get(round(y, 1), ()))
