"""Which of two steps side by side in one lane stands left: an order that new steps do not upset.

It is read from the tree of a walk through the procedure. Branches stand in the order of their
ways, those with more arrows to lanes on the left first. A step put in after another keeps to the
lane and the branch of that one, so no branch changes its place.
"""

from app.flow.plan import Plan


class Order:
    """For each step its place from left to right among the steps of its lane."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._children: list[list[int]] = [[] for _ in plan.steps]
        self._walk: list[int] = []
        self._roots: list[int] = []
        self._parent = [-1] * len(plan.steps)
        self._grow()
        self._pulls = self._sum_pulls()
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
                self._walk.append(step)
                self._parent[step] = parent
                if parent >= 0:
                    self._children[parent].append(step)
                waiting.extend(
                    (link.target, step)
                    for link in reversed(self._plan.out[step])
                    if not seen[link.target]
                )

    def _sum_pulls(self) -> list[list[int]]:
        """For each step and lane, whether arrows of that lane below it lead more right or left."""
        lane = self._plan.lane
        pulls = [[0] * len(self._plan.roles) for _ in lane]
        for link in self._plan.links:
            one, other = lane[link.source], lane[link.target]
            if one != other:
                # An arrow that found its step belongs to what hangs below it.
                found = self._parent[link.target] == link.source
                pull = pulls[link.target if found else link.source]
                pull[one] += 1 if other > one else -1
                pull[other] += 1 if one > other else -1
        for step in reversed(self._walk):
            if self._parent[step] >= 0:
                above = pulls[self._parent[step]]
                for number, count in enumerate(pulls[step]):
                    above[number] += count
        return pulls

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
        return sorted(
            self._children[step],
            key=lambda child: (self._pulls[child][lane], way[child] * (-1) ** (way[child] + 1)),
        )
