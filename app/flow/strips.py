"""Lines that run along one strip (a channel or a gutter) side by side: who lies nearer which edge.

A line attaches to arrows on the strip's low side (above, left) and high side (below, right). Of
two lines that overlap, that one should lie lower which then is crossed less.
"""

from collections.abc import Sequence
from heapq import heappop, heappush

_MANY = 64
"""More lines than this in one strip are put in order by their attachments alone."""


class StripLine:
    """A stretch of a strip that is taken, and where arrows join it from both sides.

    `before` are lines that must lie nearer the low side.
    """

    __slots__ = ("before", "end", "high", "low", "start", "track")

    def __init__(self) -> None:
        self.start = float("inf")
        self.end = float("-inf")
        self.low: list[float] = []
        self.high: list[float] = []
        self.before: list[StripLine] = []
        self.track = 0

    def reach(self, place: float) -> None:
        self.start = min(self.start, place)
        self.end = max(self.end, place)

    def overlaps(self, other: "StripLine", margin: float) -> bool:
        return self.start < other.end + margin and other.start < self.end + margin


def arrange(lines: Sequence[StripLine]) -> list[StripLine]:
    """Order lines from the low side to the high side, keeping what must lie before what."""
    wish = _wishes(lines) if len(lines) <= _MANY else _plain_wishes(lines)
    place = {id(line): index for index, line in enumerate(lines)}
    waiting = [len(line.before) for line in lines]
    after: list[list[int]] = [[] for _ in lines]
    for index, line in enumerate(lines):
        for other in line.before:
            after[place[id(other)]].append(index)
    ready: list[tuple[float, int]] = []
    for index, count in enumerate(waiting):
        if not count:
            heappush(ready, (wish[index], index))
    order = []
    while ready:
        index = heappop(ready)[1]
        order.append(lines[index])
        for later in after[index]:
            waiting[later] -= 1
            if not waiting[later]:
                heappush(ready, (wish[later], later))
    return order


def has_order(lines: Sequence[StripLine]) -> bool:
    """Whether what must lie before what can be kept."""
    return len(arrange(lines)) == len(lines)


def give_tracks(lines: Sequence[StripLine], margin: float) -> int:
    """Give overlapping lines different tracks, in the order of `arrange`; return how many."""
    if len(lines) > _MANY:
        return _colour(lines, margin)
    placed: list[StripLine] = []
    for line in arrange(lines):
        near = [other.track for other in placed if line.overlaps(other, margin)]
        line.track = max(near, default=-1) + 1
        placed.append(line)
    return max((line.track for line in lines), default=-1) + 1


def _colour(lines: Sequence[StripLine], margin: float) -> int:
    """Give each line the first track that is free again."""
    free: list[int] = []
    busy: list[tuple[float, int]] = []
    count = 0
    for line in sorted(lines, key=lambda line: line.start):
        while busy and busy[0][0] + margin <= line.start:
            heappush(free, heappop(busy)[1])
        if free:
            line.track = heappop(free)
        else:
            line.track, count = count, count + 1
        heappush(busy, (line.end, line.track))
    return count


def _wishes(lines: Sequence[StripLine]) -> list[float]:
    wish = [0.0] * len(lines)
    for index, line in enumerate(lines):
        for position in range(index + 1, len(lines)):
            other = lines[position]
            if line.overlaps(other, 0):
                gain = _crossings(line, other) - _crossings(other, line)
                wish[index] += gain
                wish[position] -= gain
    return wish


def _plain_wishes(lines: Sequence[StripLine]) -> list[float]:
    return [float(len(line.high) - len(line.low)) for line in lines]


def _crossings(lower: StripLine, higher: StripLine) -> int:
    """How often two lines cross when the first lies nearer the low side."""
    crossed = sum(lower.start < place < lower.end for place in higher.low)
    return crossed + sum(higher.start < place < higher.end for place in lower.high)
