"""Which of two steps side by side in one lane stands left: an order that new steps do not upset.

It is read from the tree of a walk through the procedure. Branches stand in the order of their
ways, those with more arrows to lanes on the left first; what follows where branches meet again
belongs to none of them. A step put in after another keeps to the lane and the branch of that one,
so no branch changes its place.
"""

from app.flow.plan import FlowPlan
from app.flow.regions import led_by


class LaneOrder:
    """For each step its place from left to right among the steps of its lane."""

    def __init__(self, plan: FlowPlan) -> None:
        self._plan = plan
        self._children: list[list[int]] = [[] for _ in plan.steps]
        self._roots: list[int] = []
        self._grow()
        self._pulls = [[0] * len(plan.roles) for _ in plan.steps]
        """For each step and lane, whether arrows of that lane below it lead more right or left."""
        self._downs = [[0] * len(plan.roles) for _ in plan.steps]
        """For each step and lane, how many arrows below it run down to an end or a meeting."""
        self._count()
        self.place = [0] * len(plan.steps)
        for lane in sorted(set(plan.lane)):
            self._number(lane)

    def _grow(self) -> None:
        """Walk depth first in the order of the ways; each step hangs below where it was found."""
        seen = [False] * len(self._plan.steps)
        for root in range(len(seen)):
            if seen[root]:
                continue
            self._roots.append(root)
            waiting = [(root, -1)]
            while waiting:
                step, parent = waiting.pop()
                if seen[step]:
                    continue
                seen[step] = True
                if parent >= 0:
                    self._children[parent].append(step)
                waiting.extend(
                    (link.target, step)
                    for link in reversed(self._plan.out[step])
                    if not seen[link.target]
                )

    def _count(self) -> None:
        """Count the arrows of each branch, which ends where others come in."""
        plan = self._plan
        leader = led_by(plan)
        for link in plan.links:
            # An arrow that leads its step belongs to the branch that the step begins.
            branch = link.target if leader[link.target] == link.source else link.source
            one, other = plan.lane[link.source], plan.lane[link.target]
            if one != other:
                self._pulls[branch][one] += 1 if other > one else -1
                self._pulls[branch][other] += 1 if one > other else -1
            elif plan.is_end[link.target] or len(plan.into[link.target]) > 1:
                self._downs[branch][one] += 1
        for step in reversed(plan.order):
            if leader[step] >= 0:
                for counts in (self._pulls, self._downs):
                    above = counts[leader[step]]
                    for lane, count in enumerate(counts[step]):
                        above[lane] += count

    def _number(self, lane: int) -> None:
        waiting = self._roots[::-1]
        count = 0
        while waiting:
            step = waiting.pop()
            if self._plan.lane[step] == lane:
                self.place[step] = count
                count += 1
            children = self._children[step]
            if len(children) > 1:
                children = self._from_left(step, lane)
            waiting.extend(reversed(children))

    def _from_left(self, step: int, lane: int) -> list[int]:
        """The branches below a step from left to right; alike ones by turns on both sides."""
        way = {link.target: number for number, link in enumerate(self._plan.out[step])}

        def pull(child: int) -> float:
            """A branch that goes on downwards is crossed more where it stands in the way."""
            return self._pulls[child][lane] / (1 + self._downs[child][lane])

        def turn(child: int) -> int:
            return way[child] if way[child] % 2 else -way[child]

        return sorted(self._children[step], key=lambda child: (pull(child), turn(child)))
