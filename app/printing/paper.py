"""Paper: its sizes and units.

All lengths on paper are points (1/72 inch), as type is; `mm` turns millimetres into them.
"""

from msgspec import Struct

POINTS_PER_MM = 72 / 25.4


def mm(length: float) -> float:
    """Return millimetres as points."""
    return length * POINTS_PER_MM


class Paper(Struct, frozen=True):
    """A sheet of paper, in points. `name` is that of its size; turning it keeps the name."""

    name: str
    width: float
    height: float

    @property
    def turned(self) -> "Paper":
        """The same sheet lying on its other side."""
        return Paper(self.name, self.height, self.width)

    @property
    def is_wide(self) -> bool:
        return self.width > self.height


A3 = Paper("A3", mm(297), mm(420))
A4 = Paper("A4", mm(210), mm(297))
A5 = Paper("A5", mm(148), mm(210))
A6 = Paper("A6", mm(105), mm(148))

PAPERS = {paper.name: paper for paper in (A3, A4, A5, A6)}
"""The sizes there are, by name."""
