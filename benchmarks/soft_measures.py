"""Soft measures of a drawn graph: crossings, bends, length, area, arrows that point down."""

from dataclasses import dataclass
from itertools import combinations, pairwise
from math import hypot

Point = tuple[float, float]


@dataclass(frozen=True)
class Drawn:
    """A graph as some layout drew it: one line for each pair of linked steps."""

    size: tuple[float, float]
    lines: dict[tuple[str, str], list[Point]]


@dataclass
class Sums:
    """Measures added up over many graphs."""

    arrows: int = 0
    crossings: int = 0
    bends: int = 0
    down: int = 0
    length: float = 0.0
    area: float = 0.0
    seconds: float = 0.0

    def add(self, drawn: Drawn, seconds: float) -> None:
        lines = drawn.lines
        self.arrows += len(lines)
        self.crossings += count_crossings(drawn)
        self.bends += sum(count_bends(points) for points in lines.values())
        self.down += sum(points[-1][1] > points[0][1] for points in lines.values())
        self.length += sum(_length(points) for points in lines.values())
        self.area += drawn.size[0] * drawn.size[1]
        self.seconds += seconds


def count_bends(points: list[Point]) -> int:
    """How often a line changes its direction by more than a hair."""
    bends = 0
    for a, b, c in zip(points, points[1:], points[2:], strict=False):
        turn = (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])
        size = hypot(b[0] - a[0], b[1] - a[1]) * hypot(c[0] - b[0], c[1] - b[1])
        bends += size > 0 and abs(turn) > 0.02 * size
    return bends


def count_crossings(drawn: Drawn) -> int:
    """Where arrows that share no step cross."""
    crossings = 0
    boxed = [(ends, points, _bounds(points)) for ends, points in drawn.lines.items()]
    for (ends, points, box), (others, other_points, other_box) in combinations(boxed, 2):
        if not set(ends) & set(others) and _touch(box, other_box):
            crossings += _crossings(points, other_points)
    return crossings


def _crossings(one: list[Point], other: list[Point]) -> int:
    return sum(_cross(a, b, c, d) for a, b in pairwise(one) for c, d in pairwise(other))


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _length(points: list[Point]) -> float:
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))


def _bounds(points: list[Point]) -> tuple[float, float, float, float]:
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


def _touch(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
