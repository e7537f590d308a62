"""Ways: drawn, led elsewhere, named, put in order, deleted."""

from app.model.edits.adding import condition_of
from app.model.edits.parts import changed, step_of, way_of
from app.model.edits.rule import edit
from app.model.errors import Refused
from app.model.library.procedure import Procedure, Step, Transition


@edit
def connect(procedure: Procedure, source: str, target: str, when: str = "") -> Procedure:
    """Draw a way from a step to another; a way may lead back.

    `Refused`: edit_after_end, edit_way_twice, edit_way_to_itself, edit_condition_without_choice.
    """
    step = step_of(procedure, source)
    if step.is_end:
        raise Refused("edit_after_end", step=step.title)
    way = Transition(step_of(procedure, target).id, condition_of(step, when))
    _refuse_useless(procedure, step, step.next, way)
    return changed(procedure, source, next=(*step.next, way))


@edit
def retarget(procedure: Procedure, source: str, way: int, target: str) -> Procedure:
    """Lead a way to another step; its condition stays. `Refused`: those of `connect`."""
    old = way_of(procedure, source, way)
    step = step_of(procedure, source)
    new = Transition(step_of(procedure, target).id, old.when)
    if new == old:
        return procedure
    others = (*step.next[:way], *step.next[way + 1 :])
    _refuse_useless(procedure, step, others, new)
    return changed(procedure, source, next=(*step.next[:way], new, *step.next[way + 1 :]))


@edit
def set_condition(procedure: Procedure, source: str, way: int, when: str) -> Procedure:
    """Say when a way is taken. `Refused`: edit_condition_without_choice."""
    old, step = way_of(procedure, source, way), step_of(procedure, source)
    new = Transition(old.to, condition_of(step, when))
    return changed(procedure, source, next=(*step.next[:way], new, *step.next[way + 1 :]))


@edit
def move_way(procedure: Procedure, source: str, way: int, position: int) -> Procedure:
    """Put a way elsewhere among those that leave a step; the first one goes straight down."""
    old, step = way_of(procedure, source, way), step_of(procedure, source)
    others = [*step.next[:way], *step.next[way + 1 :]]
    others.insert(max(0, min(position, len(others))), old)
    return changed(procedure, source, next=tuple(others))


@edit
def delete_way(procedure: Procedure, source: str, way: int) -> Procedure:
    """Delete a way, unless a step could not be come to or left any more."""
    way_of(procedure, source, way)
    ways = step_of(procedure, source).next
    return changed(procedure, source, next=(*ways[:way], *ways[way + 1 :]))


def _refuse_useless(
    procedure: Procedure, step: Step, others: tuple[Transition, ...], way: Transition
) -> None:
    """A choice may lead to one place for two reasons, and back to itself; other steps may not."""
    if step.is_decision:
        return
    if way.to == step.id:
        raise Refused("edit_way_to_itself", step=step.title)
    if any(one.to == way.to for one in others):
        target = procedure.by_id[way.to].title
        raise Refused("edit_way_twice", step=step.title, to=target)
