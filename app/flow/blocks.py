"""Blocks: steps of a lane that follow each other and keep one column; and columns in the making."""

from bisect import bisect_left, insort

from app.flow.plan import FlowPlan
from app.flow.rows import Rows


class StepBlock:
    """Steps of one lane below each other in one column."""

    __slots__ = ("column", "first", "last", "steps")

    def __init__(self, steps: list[int], rows: Rows) -> None:
        self.steps = steps
        self.first = rows.row[steps[0]]
        self.last = rows.row[steps[-1]]
        self.column: ColumnStack | None = None


class ColumnStack:
    """A column of one lane while it is filled."""

    __slots__ = ("blocks", "last", "place")

    def __init__(self) -> None:
        self.place = 0
        self.last = -1
        self.blocks: list[StepBlock] = []

    def add(self, block: StepBlock) -> None:
        """Put a block into its place among the others."""
        block.column = self
        insort(self.blocks, block, key=_first)
        self.last = self.blocks[-1].last

    def remove(self, block: StepBlock) -> None:
        self.blocks.remove(block)
        self.last = self.blocks[-1].last if self.blocks else -1

    def is_free(self, block: StepBlock) -> bool:
        """Whether no block stands in the rows of this one."""
        position = bisect_left(self.blocks, block.first, key=_first)
        if position < len(self.blocks) and self.blocks[position].first <= block.last:
            return False
        return position == 0 or self.blocks[position - 1].last < block.first

    def is_clear(self, upper: int, lower: int) -> bool:
        """Whether nothing stands strictly between two rows."""
        position = bisect_left(self.blocks, upper + 1, key=_first)
        if position < len(self.blocks) and self.blocks[position].first < lower:
            return False
        return position == 0 or self.blocks[position - 1].last <= upper

    def stands_at(self, row: int) -> bool:
        position = bisect_left(self.blocks, row + 1, key=_first)
        return position > 0 and self.blocks[position - 1].last >= row


def _first(block: StepBlock) -> int:
    return block.first


def find_blocks(plan: FlowPlan, rows: Rows) -> list[list[StepBlock]]:
    """Blocks of each lane, from the top, in document order within a row."""
    follows = _follow(plan, rows)
    led = set(follows.values())
    blocks: list[list[StepBlock]] = [[] for _ in plan.roles]
    for step in range(len(plan.steps)):
        if step in led:
            continue
        steps = [step]
        while steps[-1] in follows:
            steps.append(follows[steps[-1]])
        blocks[plan.lane[step]].append(StepBlock(steps, rows))
    for lane in blocks:
        lane.sort(key=lambda block: (block.first, block.steps[0] in rows.beside))
    return blocks


def _follow(plan: FlowPlan, rows: Rows) -> dict[int, int]:
    """For each step the one that keeps its column: the next in the lane, on the longest way."""
    taken_rows = _taken_rows(plan, rows)
    fitting = []
    for link in plan.links:
        lane = plan.lane[link.source]
        if link.back or plan.lane[link.target] != lane or link.target in rows.beside:
            continue
        upper, lower = rows.row[link.source], rows.row[link.target]
        if lower == upper + 1 or _is_next(taken_rows[lane], upper, lower):
            fitting.append((lower - upper, plan.is_end[link.target], link.index, link))
    follows: dict[int, int] = {}
    led: set[int] = set()
    for _, _, _, link in sorted(fitting, key=lambda entry: entry[:3]):
        if link.source not in follows and link.target not in led:
            follows[link.source] = link.target
            led.add(link.target)
    return follows


def _taken_rows(plan: FlowPlan, rows: Rows) -> list[list[int]]:
    found: list[set[int]] = [set() for _ in plan.roles]
    for step, lane in enumerate(plan.lane):
        found[lane].add(rows.row[step])
    return [sorted(taken) for taken in found]


def _is_next(taken: list[int], upper: int, lower: int) -> bool:
    return bisect_left(taken, lower) - bisect_left(taken, upper) == 1
