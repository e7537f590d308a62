"""Which column each step stands in: lanes side by side, each with as many columns as it needs.

Steps that follow each other in a lane form blocks that keep one column, so that the main line
runs straight. Blocks are placed from the top; a lane gets a new column where all are taken.
"""

from collections import defaultdict
from collections.abc import Iterator

from app.flow.blocks import ColumnStack, StepBlock, find_blocks
from app.flow.order import LaneOrder
from app.flow.plan import FlowPlan, Link
from app.flow.rows import Rows

# Prices, in one unit: what a column costs is their sum, and the cheapest is taken. What comes of
# them `benchmarks.flow` counts.
_STRAIGHT = 4.0
"""Gained by a link that runs straight down: worth standing two columns off for something else."""
_APART = 2.0
"""For each column between the ends of a link."""
_ASIDE = 0.4
"""For each column to walk past toward a lane beside; next to nothing, it only breaks a tie."""
_BLOCKED = 1.0
"""For each column that an arrow to another lane has to pass."""
_PARTED = 1.0
"""For each link whose ends a new column moves further apart."""
_WRONG_SIDE = 3.0
"""For an end that does not stand on its own side of its decision."""
_HOME = 1.5
"""For each column away from where the flow left the lane, or comes back to it."""
_HOPS = 4
"""So many steps in other lanes are looked past to find that column."""
_STAY = 0.1
"""What a move must gain, so that nothing goes back and forth."""
_SWEEPS = 2
"""So often all blocks may move: one that moves makes room for another."""
_NEW = 1.5
"""What a new column must gain over the best that is there: it makes the picture wider."""
_FAR = 3.0
"""A column that costs an end beside its decision more than this is worth a look for a new one."""
_BACK_PULL, _FALLING_OFF = 0.2, 0.5
"""A way back pulls its ends together little; any other the less, the more rows it spans."""


class Columns:
    """The column of every step, and the lane of every column; columns count over all lanes."""

    def __init__(self, plan: FlowPlan, rows: Rows, order: LaneOrder) -> None:
        self.column = [0] * len(plan.steps)
        self.lane: list[int] = []
        blocks = find_blocks(plan, rows)
        for lane in range(len(plan.roles)):
            filling = _Lane(plan, rows, lane, order.place)
            for block in blocks[lane]:
                filling.place(block)
            filling.improve()
            self._take(filling, lane)
        self.count = len(self.lane)

    def _take(self, filling: "_Lane", lane: int) -> None:
        for stack in filling.stacks or [ColumnStack()]:
            for block in stack.blocks:
                for step in block.steps:
                    self.column[step] = len(self.lane)
            self.lane.append(lane)


def _nearness(link: Link, row: list[int]) -> float:
    """How much it matters that the ends of a link stand near each other."""
    if link.back:
        return _BACK_PULL
    return 1.0 / (1.0 + _FALLING_OFF * (row[link.target] - row[link.source] - 1))


class _Lane:
    """One lane while its blocks are placed."""

    def __init__(self, plan: FlowPlan, rows: Rows, lane: int, order: list[int]) -> None:
        self.plan = plan
        self.rows = rows
        self.lane = lane
        self.order = order
        self.stacks: list[ColumnStack] = []
        self.in_row: dict[int, list[int]] = defaultdict(list)
        self.of: dict[int, ColumnStack] = {}
        self.blocks: list[StepBlock] = []
        self.homes: list[ColumnStack] = []
        self.spans: list[tuple[ColumnStack, ColumnStack]] = []
        """The columns of placed steps that a link joins across."""

    def place(self, block: StepBlock) -> None:
        """Put a block where it lies best: in a free column, else in a new one."""
        low, high = self._bounds(block)
        if low > high:
            for step in block.steps:
                self.place(StepBlock([step], self.rows))
            return
        best, cost = None, float("inf")
        self.homes = self._homes(block)
        for stack in self.stacks[low : high + 1]:
            if stack.is_free(block) and self._fits(block, stack):
                price = self._price(block, stack)
                if price < cost:
                    best, cost = stack, price
        if best is None or (block.steps[0] in self.rows.beside and cost > _FAR):
            place, price = self._new_place(block, low, high)
            if best is None or price + _NEW < cost:
                best = self._insert(place)
        self._put(block, best)
        self.blocks.append(block)
        for step in block.steps:
            self.in_row[self.rows.row[step]].append(step)
            self._note_spans(step, best)

    def _put(self, block: StepBlock, stack: ColumnStack) -> None:
        stack.add(block)
        for step in block.steps:
            self.of[step] = stack

    def _neighbours_in_rows(self, block: StepBlock) -> Iterator[tuple[int, int]]:
        """Pairs of a step of the block and a placed one in its row; ends may stand anywhere."""
        for step in block.steps:
            if not self.plan.is_end[step]:
                for other in self.in_row.get(self.rows.row[step], ()):
                    if other != step and not self.plan.is_end[other]:
                        yield step, other

    def _bounds(self, block: StepBlock) -> tuple[int, int]:
        """Between which places a new column for the block keeps the order in its rows."""
        low, high = 0, len(self.stacks)
        for step, other in self._neighbours_in_rows(block):
            place = self.of[other].place
            if self.order[other] < self.order[step]:
                low = max(low, place + 1)
            else:
                high = min(high, place)
        return low, high

    def _fits(self, block: StepBlock, stack: ColumnStack) -> bool:
        """Whether a column keeps the order in the rows of the block."""
        return all(
            (self.order[other] < self.order[step]) == (self.of[other].place < stack.place)
            for step, other in self._neighbours_in_rows(block)
        )

    def improve(self) -> None:
        """Move blocks to columns that lie better, now that all have a place; drop empty ones."""
        for _ in range(_SWEEPS):
            moved = False
            for block in self.blocks:
                moved = self._move(block) or moved
            if not moved:
                break
        self.stacks = [stack for stack in self.stacks if stack.blocks]

    def _move(self, block: StepBlock) -> bool:
        """Move a block if another column is free for it and costs less."""
        start = block.column
        free = [
            stack
            for stack in self.stacks
            if stack is not start and stack.is_free(block) and self._fits(block, stack)
        ]
        if start is None or not free:
            return False
        start.remove(block)
        self.homes = self._homes(block)
        best, cost = start, self._price(block, start) - _STAY
        for stack in free:
            price = self._price(block, stack)
            if price < cost:
                best, cost = stack, price
        self._put(block, best)
        return best is not start

    def _note_spans(self, step: int, stack: ColumnStack) -> None:
        for other in self.plan.neighbours(step):
            if other in self.of and self.of[other] is not stack:
                self.spans.append((self.of[other], stack))

    def _insert(self, position: int) -> ColumnStack:
        stack = ColumnStack()
        self.stacks.insert(position, stack)
        for index, other in enumerate(self.stacks):
            other.place = index
        return stack

    def _price(self, block: StepBlock, stack: ColumnStack) -> float:
        """What it costs to put a block into a column."""
        price = _HOME * sum(abs(home.place - stack.place) for home in self.homes)
        for step in block.steps:
            for link in self.plan.into[step]:
                price += self._pull(link, link.source, step, stack)
            for link in self.plan.out[step]:
                price += self._pull(link, link.target, step, stack)
        return price

    def _pull(self, link: Link, other: int, step: int, stack: ColumnStack) -> float:
        """What a link costs when one end of it stands in this column."""
        row = self.rows.row
        if other in self.of:
            away = stack.place - self.of[other].place
            if away == 0:
                upper, lower = sorted((row[other], row[step]))
                straight = stack.is_clear(upper, lower)
                return -_STRAIGHT if straight and not link.back else 0.0
            if row[other] == row[step]:
                return self._level_price(step, other, away) + self._between(other, stack, row[step])
            return _APART * abs(away) * _nearness(link, row)
        lane = self.plan.lane[other]
        if lane == self.lane:
            return 0.0
        inward = len(self.stacks) - 1 - stack.place if lane > self.lane else stack.place
        return _ASIDE * inward

    def _level_price(self, step: int, other: int, away: int) -> float:
        """An end beside its decision wants to be next to it, on its side."""
        wrong = self.rows.on_right.get(step, self.rows.on_right.get(other, away > 0)) != (away > 0)
        return _APART * (2 * abs(away) - 1) + (_WRONG_SIDE if wrong else 0.0)

    def _homes(self, block: StepBlock) -> list[ColumnStack]:
        """The columns where the flow left the lane before the block, and comes back after it."""
        found = (self._before(block.steps[0]), self._after(block.steps[-1]))
        return [self.of[step] for step in found if step in self.of]

    def _before(self, step: int) -> int:
        for _ in range(_HOPS):
            before = [link.source for link in self.plan.into[step] if not link.back]
            if not before:
                break
            step = max(before, key=self.rows.row.__getitem__)
            if self.plan.lane[step] == self.lane:
                return step
        return -1

    def _after(self, step: int) -> int:
        for _ in range(_HOPS):
            after = [link.target for link in self.plan.out[step] if not link.back]
            if not after:
                break
            step = min(after, key=self.rows.row.__getitem__)
            if self.plan.lane[step] == self.lane:
                return step
        return -1

    def _between(self, other: int, stack: ColumnStack, row: int) -> float:
        """Steps in the way of a level arrow."""
        low, high = sorted((self.of[other].place, stack.place))
        taken = sum(between.stands_at(row) for between in self.stacks[low + 1 : high])
        return taken * 2 * _APART

    def _new_place(self, block: StepBlock, low: int, high: int) -> tuple[int, float]:
        """Where a new column costs least; at the right where nothing speaks against it."""
        best, cost = high, float("inf")
        for position in range(high, low - 1, -1):
            price = self._own_price(block, position) + self._others_price(block, position)
            price += _PARTED * sum(
                min(one.place, other.place) < position <= max(one.place, other.place)
                for one, other in self.spans
            )
            if price < cost:
                best, cost = position, price
        return best, cost

    def _own_price(self, block: StepBlock, position: int) -> float:
        price = _HOME * sum(
            position - home.place if position > home.place else home.place - position + 1
            for home in self.homes
        )
        for step in block.steps:
            for other in self.plan.neighbours(step):
                if other in self.of:
                    at = self.of[other].place
                    away = position - at if position > at else position - at - 1
                    if self.rows.row[other] == self.rows.row[step]:
                        price += self._level_price(step, other, away)
                    else:
                        price += _APART * abs(away)
                elif self.plan.lane[other] > self.lane:
                    price += _BLOCKED * (len(self.stacks) - position)
                elif self.plan.lane[other] < self.lane:
                    price += _BLOCKED * position
        return price

    def _others_price(self, block: StepBlock, position: int) -> float:
        """Arrows of the steps beside it that would have to cross the new column."""
        price = 0.0
        for stack in self.stacks:
            if stack.last < block.first:
                continue
            right = position > stack.place
            for step in stack.blocks[-1].steps:
                if block.first <= self.rows.row[step] <= block.last:
                    price += _BLOCKED * self._leaving(step, right)
        return price

    def _leaving(self, step: int, right: bool) -> int:
        lanes = [self.plan.lane[other] for other in self.plan.neighbours(step)]
        return sum(lane > self.lane if right else lane < self.lane for lane in lanes)
