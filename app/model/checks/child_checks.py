"""Is the child heard before it is decided?

What we can see is the picture: a talk with the child before the decision, a gate that waits
for one, or a talk (or such a gate) that every way from the decision leads to before the case ends
here. An end that hands over to another procedure leaves the talk to that one. A talk that gives
the child its answer hears nobody: it comes after what was decided.
"""

from app.model.checks.finding_collecting import Collector
from app.model.ids import CHILD_ROLE
from app.model.library.graph import Graph, graph_of
from app.model.library.procedure import Procedure, Step, StepKind, Talk


def check_child(found: Collector, procedure: Procedure) -> None:
    """Check that there is a talk with the child, in its lane, and before decisions."""
    for step in procedure.steps:
        if step.kind is StepKind.CONVERSATION and step.role != CHILD_ROLE:
            found.warn("talk_outside_lane", "steps", step.id, "role", step=step.title)
        if step.kind is StepKind.CONVERSATION and step.talk is None:
            found.warn("talk_unsaid", "steps", step.id, "talk", step=step.title)
    talks = {step.id for step in procedure.steps if may_hear(step)}
    decisions = [step for step in procedure.by_id.values() if step.is_decision]
    if not talks:
        if decisions and not procedure.without_child:
            found.warn("child_never_heard", "steps")
        return
    graph = graph_of(procedure)
    silent = _silent(procedure, graph, talks)
    for step in decisions:
        before = any(step.id in graph.after[talk] for talk in talks)
        if step.id in silent and not before:
            found.warn("child_not_heard", "steps", step.id, step=step.title)


def may_hear(step: Step) -> bool:
    """Tell whether the child is heard at a step; that it stands elsewhere is told for itself."""
    return step.kind is StepKind.CONVERSATION and step.talk is not Talk.ANSWER


def _silent(procedure: Procedure, graph: Graph, talks: set[str]) -> set[str]:
    """Return the steps from which the case can end here without the child being heard.

    A decision can when one of its ways can; any other step takes all of its ways, so that a talk
    on one of them is enough.
    """
    silent: set[str] = set()
    for step_id in reversed(graph.order):
        step, ways = procedure.by_id[step_id], graph.out[step_id]
        onward = [way.target in silent for way in ways if not way.is_back]
        is_gated = step.gate is not None and talks.intersection(step.gate.needs)
        if step_id in talks or is_gated:
            continue
        if step.is_end:
            is_silent = not step.continue_in
        else:
            is_silent = any(onward) if step.is_decision else bool(onward) and all(onward)
        if is_silent:
            silent.add(step_id)
    return silent
