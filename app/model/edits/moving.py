"""Steps moved: along their way, to another role, to another place in the document."""

import msgspec

from app.model.edits.adding import put_on_way
from app.model.edits.deleting import taken_out
from app.model.edits.edited_texts import name_of
from app.model.edits.parts import (
    changed,
    inserted,
    led_elsewhere,
    place_of,
    replaced,
    step_of,
    way_of,
    with_lanes,
    with_steps,
)
from app.model.edits.rule import edit
from app.model.errors import Refused
from app.model.library.graph import graph_of
from app.model.library.procedure import Procedure, Step, Transition


@edit
def move_onto_way(procedure: Procedure, step_id: str, source: str, way: int) -> Procedure:
    """Take a step out of its place and put it on a way; the ways are healed where it was.

    `Refused`: edit_move_branching (it has other than one way on), edit_move_onto_itself.
    """
    step, split = _movable(procedure, step_id), way_of(procedure, source, way)
    if source == step_id:
        raise Refused("edit_move_onto_itself", step=step.title)
    if split.to == step_id:
        return procedure
    without = taken_out(procedure, step_id)
    position = without.step(source).next.index(split)
    moved = replaced(step, next=(Transition(split.to),))
    return put_on_way(without, source, position, (moved,), step_id)


@edit
def move_later(procedure: Procedure, step_id: str) -> Procedure:
    """Let a step change places with the one after it.

    `Refused`: edit_move_branching, edit_move_past_end, edit_move_past_branch.
    """
    step = _movable(procedure, step_id)
    after = step_of(procedure, step.next[0].to)
    if after.is_end:
        raise Refused("edit_move_past_end", step=step.title, after=after.title)
    if len(after.next) != 1 or after.is_decision:
        raise Refused("edit_move_past_branch", step=step.title, after=after.title)
    without = taken_out(procedure, step_id)
    onward = without.step(after.id).next[0].to
    moved = replaced(step, next=(Transition(onward),))
    return put_on_way(without, after.id, 0, (moved,), step_id)


@edit
def move_earlier(procedure: Procedure, step_id: str) -> Procedure:
    """Let a step change places with the one before it; all that led there leads to the step.

    `Refused`: edit_move_branching, edit_move_before_start, edit_move_unclear (several steps lead
    to it).
    """
    step = _movable(procedure, step_id)
    if procedure.start.id == step_id:
        raise Refused("edit_move_before_start", step=step.title)
    before = {way.source for way in graph_of(procedure).into[step_id] if not way.is_back}
    if len(before) != 1:
        raise Refused("edit_move_unclear", step=step.title)
    (first,) = before
    without = led_elsewhere(taken_out(procedure, step_id), {first: step_id})
    moved = replaced(step, next=(Transition(first),))
    return inserted(without, (moved,), place_of(without, first))


@edit
def move_to_role(procedure: Procedure, step_id: str, role: str) -> Procedure:
    """Give a step to another role, which gets a lane if it has none."""
    lanes = with_lanes(procedure.roles, (name_of(role),))
    return changed(replaced_roles(procedure, lanes), step_id, role=role)


@edit
def move_in_document(procedure: Procedure, step_id: str, position: int) -> Procedure:
    """Put a step elsewhere in the order of the document, which numbers and draws the steps.

    `Refused`: edit_start_stays (the first step starts, and no other can without a way to it).
    """
    step = step_of(procedure, step_id)
    others = [one for one in procedure.steps if one.id != step_id]
    others.insert(max(0, min(position, len(others))), step)
    if others[0].id != procedure.start.id:
        raise Refused("edit_start_stays", step=procedure.start.title)
    return with_steps(procedure, others)


def replaced_roles(procedure: Procedure, roles: tuple[str, ...]) -> Procedure:
    """Return the procedure with other lanes."""
    return (
        procedure if roles == procedure.roles else msgspec.structs.replace(procedure, roles=roles)
    )


def _movable(procedure: Procedure, step_id: str) -> Step:
    """Return a step that leads to just one place."""
    step = step_of(procedure, step_id)
    if len(step.next) != 1 or step.is_decision:
        raise Refused("edit_move_branching", step=step.title)
    return step
