"""What kind of step it is: a choice has conditions, an end has no way on."""

from app.model.edits.adding import Conditions, new_step, ways_of_kind
from app.model.edits.parts import changed, inserted, place_of, replaced, step_of, with_step
from app.model.edits.rule import edit
from app.model.errors import Refused
from app.model.library.procedure import Procedure, Step, StepKind, Talk, Transition


@edit
def turn_into_decision(
    procedure: Procedure, step_id: str, conditions: Conditions = ()
) -> Procedure:
    """Let a step choose between its ways; where it has one, a second leads to the same place."""
    return _turned(procedure, step_of(procedure, step_id), StepKind.DECISION, conditions)


@edit
def set_kind(
    procedure: Procedure, step_id: str, kind: StepKind, conditions: Conditions = ()
) -> Procedure:
    """Make a step another kind of step.

    What was a choice keeps its ways without conditions. What becomes an end loses its ways. What
    was an end gets an end of the same title after it, which hands over in its place.
    """
    return _turned(procedure, step_of(procedure, step_id), kind, conditions)


def _turned(procedure: Procedure, step: Step, kind: StepKind, conditions: Conditions) -> Procedure:
    if step.kind is kind:
        return procedure
    if step.is_end:
        return _no_longer_end(procedure, step, kind, conditions)
    ways = ways_of_kind(step.next, kind, conditions)
    talk = step.talk if kind is StepKind.CONVERSATION else None
    return changed(procedure, step.id, kind=kind, next=ways, talk=talk)


@edit
def set_talk(procedure: Procedure, step_id: str, talk: Talk | None) -> Procedure:
    """Say what a conversation with the child is for. `Refused`: edit_talk_elsewhere."""
    if talk is not None and step_of(procedure, step_id).kind is not StepKind.CONVERSATION:
        raise Refused("edit_talk_elsewhere")
    return changed(procedure, step_id, talk=talk)


def _no_longer_end(
    procedure: Procedure, step: Step, kind: StepKind, conditions: Conditions
) -> Procedure:
    end = replaced(
        new_step(procedure, step.title, StepKind.END, step.role), continue_in=step.continue_in
    )
    ways = ways_of_kind((Transition(end.id),), kind, conditions)
    opened = with_step(procedure, replaced(step, kind=kind, next=ways, continue_in=()))
    return inserted(opened, (end,), place_of(procedure, step.id) + 1)
