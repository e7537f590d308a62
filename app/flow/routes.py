"""A route: an arrow's chain of uprights and levels by turns, over the grid."""

from app.flow.plan import Link

UPRIGHT, LEVEL = 0, 1
Part = tuple[int, int, int, int]
"""(UPRIGHT, unit, from band, to band) or (LEVEL, band, from unit, to unit)."""


class Route:
    """One arrow's chain of parts, and how it leaves and enters."""

    __slots__ = ("enters_top", "leaves_bottom", "link", "parts", "port")

    def __init__(self, link: Link, parts: tuple[Part, ...]) -> None:
        self.link = link
        self.parts = parts
        self.leaves_bottom = parts[0][0] == UPRIGHT
        self.enters_top = parts[-1][0] == UPRIGHT
        self.port = 0.0


def clear_of_boxes(part: Part, index: int, last: int) -> tuple[int, int]:
    """The units that a level in a row takes, without those of the boxes at its ends."""
    _, _, start, end = part
    step = 1 if end > start else -1
    start += step if index == 0 else 0
    end -= step if index == last else 0
    return (start, end) if step > 0 else (end, start)
