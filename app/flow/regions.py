"""Which step leads each part of a procedure: the last one that every way to it goes through."""

from app.flow.plan import FlowPlan


def led_by(plan: FlowPlan) -> list[int]:
    """For each step the nearest one before it that cannot be gone round; -1 where there is none."""
    leader = [-1] * len(plan.steps)
    depth = [0] * len(plan.steps)
    for step in plan.order:
        before = plan.forward_into(step)
        if not before:
            continue
        found = before[0].source
        for link in before[1:]:
            found = _meet(found, link.source, leader, depth)
        leader[step] = found
        depth[step] = depth[found] + 1 if found >= 0 else 0
    return leader


def _meet(one: int, other: int, leader: list[int], depth: list[int]) -> int:
    """The nearest step that leads both."""
    while one != other:
        if one < 0 or other < 0:
            return -1
        if depth[one] >= depth[other]:
            one = leader[one]
        else:
            other = leader[other]
    return one
