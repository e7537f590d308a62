"""Which column each step stands in: lanes side by side, each with as many columns as it needs.

Steps that follow each other in a lane form blocks that keep one column, so that the main line
runs straight. Blocks are placed from the top; a lane gets a new column where all are taken.
"""

from bisect import bisect_left

from app.flow.plan import Link, Plan
from app.flow.rows import Rows

_STRAIGHT = 4.0
_APART = 2.0
_ASIDE = 0.4
_BLOCKED = 1.0
_NEW = 1.5


class Block:
    """Steps of one lane below each other in one column."""

    __slots__ = ("column", "first", "last", "steps")

    def __init__(self, steps: list[int], rows: Rows) -> None:
        self.steps = steps
        self.first = rows.row[steps[0]]
        self.last = rows.row[steps[-1]]
        self.column: Stack | None = None


class Stack:
    """A column of one lane while it is filled."""

    __slots__ = ("blocks", "last", "place")

    def __init__(self) -> None:
        self.place = 0
        self.last = -1
        self.blocks: list[Block] = []

    def add(self, block: Block) -> None:
        block.column = self
        self.blocks.append(block)
        self.last = max(self.last, block.last)


class Columns:
    """The column of every step, and the lane of every column; columns count over all lanes."""

    def __init__(self, plan: Plan, rows: Rows) -> None:
        self.column = [0] * len(plan.steps)
        self.lane: list[int] = []
        blocks = _blocks(plan, rows)
        for lane in range(len(plan.roles)):
            filling = _Lane(plan, rows, lane)
            for block in blocks[lane]:
                filling.place(block)
            self._take(filling, lane)
        self.count = len(self.lane)

    def _take(self, filling: "_Lane", lane: int) -> None:
        for stack in filling.stacks or [Stack()]:
            for block in stack.blocks:
                for step in block.steps:
                    self.column[step] = len(self.lane)
            self.lane.append(lane)


def _blocks(plan: Plan, rows: Rows) -> list[list[Block]]:
    """Blocks of each lane, from the top, in document order within a row."""
    follows = _follow(plan, rows)
    led = set(follows.values())
    blocks: list[list[Block]] = [[] for _ in plan.roles]
    for step in range(len(plan.steps)):
        if step in led:
            continue
        steps = [step]
        while steps[-1] in follows:
            steps.append(follows[steps[-1]])
        blocks[plan.lane[step]].append(Block(steps, rows))
    for lane in blocks:
        lane.sort(key=lambda block: (block.first, block.steps[0] in rows.beside))
    return blocks


def _follow(plan: Plan, rows: Rows) -> dict[int, int]:
    """For each step the one that keeps its column: the next in the lane, on the longest way."""
    taken_rows = _taken_rows(plan, rows)
    fitting = []
    for link in plan.links:
        lane = plan.lane[link.source]
        if link.back or plan.lane[link.target] != lane or link.target in rows.beside:
            continue
        upper, lower = rows.row[link.source], rows.row[link.target]
        if lower == upper + 1 or _is_next(taken_rows[lane], upper, lower):
            fitting.append((lower - upper, -rows.tail[link.target], link.index, link))
    follows: dict[int, int] = {}
    led: set[int] = set()
    for _, _, _, link in sorted(fitting, key=lambda entry: entry[:3]):
        if link.source not in follows and link.target not in led:
            follows[link.source] = link.target
            led.add(link.target)
    return follows


def _taken_rows(plan: Plan, rows: Rows) -> list[list[int]]:
    found: list[set[int]] = [set() for _ in plan.roles]
    for step, lane in enumerate(plan.lane):
        found[lane].add(rows.row[step])
    return [sorted(taken) for taken in found]


def _is_next(taken: list[int], upper: int, lower: int) -> bool:
    return bisect_left(taken, lower) - bisect_left(taken, upper) == 1


class _Lane:
    """One lane while its blocks are placed."""

    def __init__(self, plan: Plan, rows: Rows, lane: int) -> None:
        self.plan = plan
        self.rows = rows
        self.lane = lane
        self.stacks: list[Stack] = []
        self.of: dict[int, Stack] = {}

    def place(self, block: Block) -> None:
        """Put a block where it lies best: in a free column, else in a new one."""
        free = [stack for stack in self.stacks if stack.last < block.first]
        beside = block.steps[0] in self.rows.beside
        best, cost = None, float("inf")
        for stack in free:
            price = self._price(block, stack)
            if price < cost:
                best, cost = stack, price
        if best is None or (beside and cost > _NEW * 2):
            place, price = self._new_place(block)
            if best is None or price + _NEW < cost:
                best = self._insert(place)
        best.add(block)
        for step in block.steps:
            self.of[step] = best

    def _insert(self, place: int) -> Stack:
        stack = Stack()
        self.stacks.insert(place, stack)
        for index, other in enumerate(self.stacks):
            other.place = index
        return stack

    def _price(self, block: Block, stack: Stack) -> float:
        price = 0.0
        for step in block.steps:
            for link in self.plan.into[step]:
                price += self._pull(link, link.source, step, stack)
            for link in self.plan.out[step]:
                price += self._pull(link, link.target, step, stack)
        return price

    def _pull(self, link: Link, other: int, step: int, stack: Stack) -> float:
        """What a link costs when one end of it stands in this column."""
        if other in self.of:
            away = abs(self.of[other].place - stack.place)
            row = self.rows.row
            if away == 0:
                straight = row[other] < row[step] and stack.last == row[other]
                return -_STRAIGHT if straight and not link.back else 0.0
            if row[other] == row[step]:
                return _APART * away + self._between(other, stack, row[step])
            return _APART * away * (0.5 if link.back else 1.0)
        lane = self.plan.lane[other]
        if lane == self.lane:
            return 0.0
        inward = len(self.stacks) - 1 - stack.place if lane > self.lane else stack.place
        return _ASIDE * inward

    def _between(self, other: int, stack: Stack, row: int) -> float:
        """Steps in the way of a level arrow."""
        low, high = sorted((self.of[other].place, stack.place))
        taken = sum(between.last >= row for between in self.stacks[low + 1 : high])
        return taken * 2 * _APART

    def _new_place(self, block: Block) -> tuple[int, float]:
        """Where a new column costs least; at the right where nothing speaks against it."""
        best, cost = len(self.stacks), float("inf")
        for place in range(len(self.stacks), -1, -1):
            price = self._own_price(block, place) + self._others_price(block, place)
            if price < cost:
                best, cost = place, price
        return best, cost

    def _own_price(self, block: Block, place: int) -> float:
        price = 0.0
        for step in block.steps:
            for link in (*self.plan.into[step], *self.plan.out[step]):
                other = link.target if link.source == step else link.source
                if other in self.of:
                    at = self.of[other].place
                    away = place - at if place > at else at - place + 1
                    level = self.rows.row[other] == self.rows.row[step]
                    price += _APART * away + (_APART * 2 * (away - 1) if level else 0.0)
                elif self.plan.lane[other] > self.lane:
                    price += _BLOCKED * (len(self.stacks) - place)
                elif self.plan.lane[other] < self.lane:
                    price += _BLOCKED * place
        return price

    def _others_price(self, block: Block, place: int) -> float:
        """Arrows of the steps beside it that would have to cross the new column."""
        price = 0.0
        for stack in self.stacks:
            if stack.last < block.first:
                continue
            right = place > stack.place
            for step in stack.blocks[-1].steps:
                if block.first <= self.rows.row[step] <= block.last:
                    price += _BLOCKED * self._leaving(step, right)
        return price

    def _leaving(self, step: int, right: bool) -> int:
        links = (*self.plan.out[step], *self.plan.into[step])
        lanes = [
            self.plan.lane[link.target if link.source == step else link.source] for link in links
        ]
        return sum(lane > self.lane if right else lane < self.lane for lane in lanes)
