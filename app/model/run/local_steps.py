"""Steps that belong to one run alone: the procedure it follows, with what was added to it.

They come last in the document, so that no other step changes its number.
"""

from collections.abc import Iterable, Sequence

from msgspec import structs

from app.model.errors import Refused
from app.model.library.procedure import Procedure, Step, StepKind, Transition
from app.model.run.run import RunEvent, StepAdded, StepDropped
from app.model.run.undo import counting

PREFIX = "eget-trin-"


def is_local(step_id: str) -> bool:
    """Tell whether a step was added to a run and is in no procedure."""
    return step_id.startswith(PREFIX)


def new_id(events: Sequence[RunEvent]) -> str:
    """Return the id of the next step to be added; ids are never used again."""
    used = sum(isinstance(event.what, StepAdded) for event in events)
    return f"{PREFIX}{used + 1}"


def additions(events: Iterable[RunEvent]) -> tuple[StepAdded, ...]:
    """Return the steps that were added and not taken out, in their order."""
    added: dict[str, StepAdded] = {}
    log = list(events)
    if not any(isinstance(event.what, StepAdded) for event in log):
        return ()
    for event in counting(log):
        if isinstance(event.what, StepAdded):
            added[event.what.step] = event.what
        elif isinstance(event.what, StepDropped):
            added.pop(event.what.step, None)
    return tuple(added.values())


def with_local(procedure: Procedure, added: Sequence[StepAdded]) -> Procedure:
    """Return a procedure with steps added; where their place is gone they come after the first."""
    steps = {step.id: step for step in procedure.steps}
    for one in added:
        before = steps.get(one.after) or procedure.start
        if not may_follow(before):
            before = procedure.start
        ways = (*before.next, Transition(one.step))
        steps[before.id] = structs.replace(steps[before.id], next=ways)
        steps[one.step] = Step(one.step, one.title, StepKind.ACTIVITY, before.role)
    return structs.replace(procedure, steps=tuple(steps.values()))


def may_follow(step: Step) -> bool:
    """Tell whether a step can be added after one: a decision takes one way only, an end none."""
    return not step.is_decision and not step.is_end


def may_add(procedure: Procedure, title: str, after: str) -> Refused | None:
    """Tell whether a step may be added there."""
    if after not in procedure.by_id:
        return Refused("unknown_step", step=after)
    if not may_follow(procedure.step(after)):
        return Refused("no_step_after_this", step=procedure.step(after).title)
    return None if title else Refused("local_step_needs_title")
