"""The values a layout is made of. Lengths are logical pixels at 100 %, y grows downwards."""

from collections.abc import Callable

from msgspec import Struct

Measure = Callable[[str, float], tuple[float, float]]
"""`measure(text, width)` gives the width and height of a step title wrapped to that width."""

Point = tuple[float, float]


class Rect(Struct, frozen=True):
    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def center(self) -> Point:
        return (self.x + self.w / 2, self.y + self.h / 2)


class Lane(Struct, frozen=True):
    """A role's column, from under the lane heads to the foot of the picture."""

    role: str
    rect: Rect


class Arrow(Struct, frozen=True):
    """A way as drawn. `way` is its place in the source's `next`.

    `points` run from source to target, every piece level or upright. Ways from one decision to
    the same step share their points and stack their labels. `is_back` marks a way back.
    """

    source: str
    target: str
    way: int
    points: tuple[Point, ...]
    label: Rect | None = None
    text: str = ""
    is_back: bool = False


class Picture(Struct, frozen=True):
    """A procedure laid out.

    `boxes` are the shapes themselves (an end: its ring, with `captions` holding the title
    beneath it); `trigger` is the way from the start dot to the first step; `bridges` are the
    points where an upright piece gives way to a level one.
    """

    size: tuple[float, float]
    lanes: tuple[Lane, ...]
    boxes: dict[str, Rect]
    captions: dict[str, Rect]
    arrows: tuple[Arrow, ...]
    trigger: tuple[Point, ...]
    bridges: tuple[Point, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
