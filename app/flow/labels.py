"""Where the conditions of ways stand: pills beside the first piece of their arrow.

Above a level piece (several over and under it), right of an upright one, left where the right
is taken. Where they lack room, the gutter beside the decision grows.
"""

from app.flow import measures as m
from app.flow.face import Ruler
from app.flow.geometry import Rect
from app.flow.routes import Route


class Pills:
    """The pills of one arrow on one side of it.

    `places` are x from the line (or the decision's side) outwards, and the row: counted from the
    line up (positive) and down (negative) beside a level piece, downwards beside an upright one.
    """

    __slots__ = ("is_level", "places", "right", "route", "start", "ways")

    def __init__(self, route: Route, right: bool, is_level: bool) -> None:
        self.route = route
        self.right = right
        self.is_level = is_level
        self.ways: list[int] = []
        self.places: list[tuple[float, float, int]] = []
        self.start = m.PILL_START if is_level else m.PILL_TO_LINE + 2

    @property
    def source(self) -> int:
        """The step whose ways they name."""
        return self.route.link.source

    @property
    def reach(self) -> float:
        """How far the pills reach from where they start to count."""
        return self.start + max(x + width for x, width, _ in self.places)

    @property
    def height(self) -> float:
        rows = max(row for _, _, row in self.places) + 1
        return m.PILL_HEIGHT + (rows - 1) * m.PILL_ROW

    def rects(self, x: float, y: float) -> dict[int, Rect]:
        """The pills by way, from the port or side at x; y is the line's or the stack's top."""
        found = {}
        for way, (at, width, row) in zip(self.ways, self.places, strict=True):
            left = x + self.start + at if self.right else x - self.start - at - width
            found[way] = Rect(left, self._top(y, row), width, m.PILL_HEIGHT)
        return found

    def _top(self, y: float, row: int) -> float:
        if not self.is_level:
            return y + row * m.PILL_ROW
        if row > 0:
            return y - m.PILL_TO_LINE - m.PILL_HEIGHT - (row - 1) * m.PILL_ROW
        return y + m.PILL_TO_LINE - (row + 1) * m.PILL_ROW


def level_pills(route: Route, ruler: Ruler) -> Pills:
    """Pills of an arrow that leaves a side: one above; several over and under, in columns."""
    _, _, start, end = route.parts[0]
    pills = Pills(route, end > start, is_level=True)
    texts = texts_of(route)
    columns = (len(texts) + 1) // 2 if len(texts) < 9 else 4
    widths = [_width(text, ruler) for _, text in texts]
    across = [max(widths[column::columns]) for column in range(columns)]
    # Read from left to right on both sides of the decision.
    order = range(columns) if pills.right else range(columns - 1, -1, -1)
    starts, x = {}, 0.0
    for column in order:
        starts[column] = x
        x += across[column] + m.PILL_GAP
    for number, (way, _) in enumerate(texts):
        line, column = divmod(number, columns)
        pills.ways.append(way)
        width = across[column] if len(texts) > 1 else widths[number]
        pills.places.append((starts[column], width, _over_and_under(line)))
    return pills


def _over_and_under(line: int) -> int:
    return line // 2 + 1 if line % 2 == 0 else -(line // 2 + 1)


def upright_pills(route: Route, right: bool, texts: list[tuple[int, str]], ruler: Ruler) -> Pills:
    """Pills of an arrow that leaves the bottom, one below the other on one side of it."""
    pills = Pills(route, right, is_level=False)
    for row, (way, text) in enumerate(texts):
        pills.ways.append(way)
        pills.places.append((0.0, _width(text, ruler), row))
    return pills


def texts_of(route: Route) -> list[tuple[int, str]]:
    """The ways of an arrow that carry words, by their place in the source's `next`."""
    link = route.link
    return [(way, text) for way, text in zip(link.ways, link.texts, strict=True) if text]


def _width(text: str, ruler: Ruler) -> float:
    return ruler.width(text, m.PILL_SIZE) + m.PILL_PAD
