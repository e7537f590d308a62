"""Down the picture: the y of rows, of the lines in each channel, and of the pills among them."""

from collections import defaultdict
from collections.abc import Iterable

from app.flow import measures as m
from app.flow.labels import Pills
from app.flow.strips import StripLine, arrange

_LINE_APART = 12.0
"""Lines nearer each other than this do not share a height."""


class PillStack:
    """Pills below a decision, as one thing that needs a place in the channel.

    They stand below the lines in `under` and above those that their own arrow turns into.
    """

    __slots__ = ("end", "pills", "start", "under", "x", "y")

    def __init__(self, pills: Pills, x: float, under: list[StripLine]) -> None:
        self.pills = pills
        self.under = under
        self.y = 0.0
        self.move(x)

    def move(self, x: float) -> None:
        """Stand beside a line at x."""
        pills = self.pills
        self.x = x
        self.start = x + pills.start if pills.right else x - pills.reach
        self.end = x + pills.reach if pills.right else x - pills.start


class Packing:
    """One channel: lines and pills at heights where none lies on another."""

    def __init__(self, first_line: float) -> None:
        self._first_line = first_line
        self._lines: list[tuple[float, float, float]] = []
        self._stacks: list[tuple[float, float, float]] = []
        self.line_y: dict[int, float] = {}
        self.foot = 0.0

    def pack(
        self, lines: list[StripLine], stacks: list[tuple[PillStack, StripLine | None]]
    ) -> None:
        """Place all from the top down; a stack comes with the line its arrow turns into."""
        above: dict[int, list[PillStack]] = defaultdict(list)
        through: list[PillStack] = []
        for stack, line in stacks:
            if line is None:
                through.append(stack)
            else:
                above[id(line)].append(stack)
        for stack in [stack for stack in through if not stack.under]:
            self._place_stack(stack)
        waiting = [stack for stack in through if stack.under]
        for line in arrange(lines):
            for stack in above[id(line)]:
                self._place_stack(stack)
            self._place_line(line)
        for stack in waiting:
            self._place_stack(stack)

    def _place_line(self, line: StripLine) -> None:
        y = self._first_line
        for start, end, other in self._lines:
            if line.start < end + _LINE_APART and start < line.end + _LINE_APART:
                y = max(y, other + m.TRACK)
        for start, end, bottom in self._stacks:
            if line.start < end + m.PILL_TO_LINE and start < line.end + m.PILL_TO_LINE:
                y = max(y, bottom + m.PILL_TO_LINE)
        self._lines.append((line.start, line.end, y))
        self.line_y[id(line)] = y
        self.foot = max(self.foot, y + m.TRACK_TO_ROW)

    def _place_stack(self, stack: PillStack) -> None:
        y = m.PILL_TO_LINE
        for line in stack.under:
            y = max(y, self.line_y[id(line)] + m.PILL_TO_LINE)
        for start, end, other in self._lines:
            if stack.start < end + m.PILL_TO_LINE and start < stack.end + m.PILL_TO_LINE:
                y = max(y, other + m.PILL_TO_LINE)
        for start, end, bottom in self._stacks:
            if stack.start < end + m.PILL_TO_LINE and start < stack.end + m.PILL_TO_LINE:
                y = max(y, bottom + m.PILL_TO_LINE)
        stack.y = y
        bottom = y + stack.pills.height
        self._stacks.append((stack.start, stack.end, bottom))
        self.foot = max(self.foot, bottom + m.PILL_TO_LINE + 3)

    def close(self, least: float, stations: Iterable[tuple[float, float]]) -> float:
        """Return the channel's height, with all in it settled."""
        for start, end, bottom in self._stacks:
            if any(start < right and left < end for left, right in stations):
                self.foot = max(self.foot, bottom + m.PILL_TO_STATION)
        height = max(least, self.foot)
        if self.line_y and not self._stacks:
            heights = self.line_y.values()
            shift = (height - max(heights) - min(heights)) / 2
            if min(heights) == m.TRACK_TO_ROW:
                self.line_y = {line: y + shift for line, y in self.line_y.items()}
        return height
