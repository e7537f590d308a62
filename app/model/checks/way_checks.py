"""Can a case find its way through the procedure?"""

from app.model.checks.finding_collecting import Collector
from app.model.ids import CHILD_ROLE, TRIGGER
from app.model.library.graph import Graph, graph_of, reachable
from app.model.library.procedure import Procedure, Step


def check_ways(found: Collector, procedure: Procedure) -> None:
    """Check start, ends, choices, and that every step can be come to and left."""
    _check_ids(found, procedure)
    if procedure.start.is_end:
        found.error("start_is_end", "steps", procedure.start.id, "kind", step=procedure.start.title)
    within = reachable(procedure)
    for step in procedure.by_id.values():
        if step.id not in within:
            found.error("unreachable", "steps", step.id, step=step.title)
        _check_leaving(found, step)
        _check_conditions(found, step)
    _check_arriving(found, procedure, within)


def check_lanes(found: Collector, procedure: Procedure) -> None:
    """Check that the lanes are those that are used, the child's first."""
    used = {step.role for step in procedure.steps}
    for index, role in enumerate(procedure.roles):
        if role not in used:
            found.warn("lane_unused", "roles", index, role=role)
    if CHILD_ROLE in procedure.roles[1:]:
        found.warn("child_lane_not_first", "roles")


def _check_ids(found: Collector, procedure: Procedure) -> None:
    seen: set[str] = set()
    for step in procedure.steps:
        if step.id in seen:
            found.error("duplicate_id", "steps", step.id, "id", id=step.id)
        if step.id == TRIGGER:
            found.error("reserved_id", "steps", step.id, "id", id=step.id)
        seen.add(step.id)


def _check_leaving(found: Collector, step: Step) -> None:
    at = ("steps", step.id)
    if step.is_end:
        if step.next:
            found.error("end_with_ways", *at, "next", step=step.title)
        return
    if step.continue_in:
        found.error("handover_without_end", *at, "continue_in", step=step.title)
    if not step.next:
        found.error("dead_end", *at, step=step.title)
    elif step.is_decision and len(step.next) == 1:
        found.error("decision_one_way", *at, "next", step=step.title)


def _check_conditions(found: Collector, step: Step) -> None:
    seen: set[str] = set()
    targets: set[str] = set()
    for index, way in enumerate(step.next):
        at, when = ("steps", step.id, "next", index), way.when.strip()
        if step.is_decision:
            if not when:
                found.error("way_without_condition", *at, step=step.title, to=way.to)
            elif when.casefold() in seen:
                found.error("condition_twice", *at, "when", step=step.title, when=when)
        elif when:
            found.warn("condition_without_choice", *at, "when", step=step.title, when=when)
        if not step.is_decision and way.to in targets:
            found.warn("way_twice", *at, "to", step=step.title, to=way.to)
        seen.add(when.casefold())
        targets.add(way.to)


def _check_arriving(found: Collector, procedure: Procedure, within: frozenset[str]) -> None:
    """Check that an end can be reached, from everywhere."""
    graph, steps = graph_of(procedure), procedure.by_id
    if not any(steps[step_id].is_end for step_id in within):
        found.error("no_end", "steps")
    leaving = _can_leave(graph)
    stuck = [step for step in steps.values() if step.id in within and step.id not in leaving]
    if stuck:
        names = ", ".join(f"»{step.title}«" for step in stuck)
        found.error("endless_round", "steps", stuck[0].id, "next", steps=names)


def _can_leave(graph: Graph) -> set[str]:
    """Return the steps that lead somewhere where ways stop, be it an end or a fault."""
    found: set[str] = set()
    waiting = [step_id for step_id, ways in graph.out.items() if not ways]
    while waiting:
        step_id = waiting.pop()
        if step_id not in found:
            found.add(step_id)
            waiting += [way.source for way in graph.into[step_id]]
    return found
