"""Which row each step stands in: time runs down, along the longest path."""

from app.flow.plan import FlowPlan


class Rows:
    """The row of every step, and the ends that stand beside their decision.

    `beside` tells for such an end its decision, and `on_right` on which side. Ends in `below`
    stand below it instead.
    """

    def __init__(self, plan: FlowPlan, below: "frozenset[int]" = frozenset()) -> None:
        self.beside: dict[int, int] = {}
        self.on_right: dict[int, bool] = {}
        for decision, step in enumerate(plan.steps):
            if step.is_decision:
                self._stand_ends(plan, decision, below)
        self.row = _rank(plan, self.beside)
        self.count = max(self.row) + 1

    def _stand_ends(self, plan: FlowPlan, decision: int, below: frozenset[int]) -> None:
        """Stand ends that only this decision leads to at its two sides; the rest stands below.

        Of several in its own lane, the first stands left and the last right.
        """
        ends = [link.target for link in plan.out[decision]]
        ends = [end for end in ends if _belongs(plan, end) and end not in below]
        lane = plan.lane[decision]
        own = [end for end in ends if plan.lane[end] == lane]
        left = min(
            (e for e in ends if plan.lane[e] < lane), key=lambda e: -plan.lane[e], default=-1
        )
        right = min(
            (e for e in ends if plan.lane[e] > lane), key=lambda e: plan.lane[e], default=-1
        )
        if len(own) > 1:
            left, right = own[0], own[-1]
        elif own and right < 0:
            right = own[0]
        elif own:
            left = own[0]
        for end, is_right in ((left, False), (right, True)):
            if end >= 0:
                self.beside[end] = decision
                self.on_right[end] = is_right


def _belongs(plan: FlowPlan, end: int) -> bool:
    """Whether a step is an end that one way alone leads to."""
    return plan.is_end[end] and len(plan.into[end]) == 1 and not plan.out[end]


def _rank(plan: FlowPlan, beside: dict[int, int]) -> list[int]:
    """Longest path from the start; ends beside a decision take its row."""
    row = [0] * len(plan.steps)
    loose = _loose_starts(plan)
    for step in _with_loose(plan, loose):
        if step in beside:
            row[step] = row[beside[step]]
            continue
        before = [row[link.source] for link in plan.into[step] if not link.back]
        if step in loose:
            before.append(row[step - 1])
        row[step] = max(before, default=-1) + 1
    return row


def _loose_starts(plan: FlowPlan) -> set[int]:
    """First steps of parts that no way joins to what stands before them in the document.

    They stand below the step before them, so that a step just added appears where it was added.
    """
    part = list(range(len(plan.steps)))

    def root(step: int) -> int:
        while part[step] != step:
            part[step] = part[part[step]]
            step = part[step]
        return step

    for link in plan.links:
        one, other = root(link.source), root(link.target)
        part[max(one, other)] = min(one, other)
    return {
        step for step in range(1, len(part)) if part[step] == step and not plan.forward_into(step)
    }


def _with_loose(plan: FlowPlan, loose: set[int]) -> list[int]:
    """The forward order; with loose parts after the parts they hang below."""
    if not loose:
        return plan.order
    part_of = [0] * len(plan.steps)
    for step in sorted(loose):
        _mark(plan, step, step, part_of)
    return sorted(plan.order, key=lambda step: part_of[step])


def _mark(plan: FlowPlan, start: int, part: int, part_of: list[int]) -> None:
    waiting = [start]
    while waiting:
        step = waiting.pop()
        if part_of[step] == part:
            continue
        part_of[step] = part
        waiting += [link.target for link in plan.out[step]]
        waiting += [link.source for link in plan.into[step]]
