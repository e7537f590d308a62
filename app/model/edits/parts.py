"""Small changes of a procedure that edits are made of. They check nothing."""

from collections.abc import Collection, Iterable, Mapping

import msgspec

from app.model.errors import Refused
from app.model.ids import CHILD_ROLE
from app.model.library.procedure import Deadline, Gate, Procedure, Step, Transition

Ways = tuple[Transition, ...]


def step_of(procedure: Procedure, step_id: str) -> Step:
    """Return a step. `Refused`: edit_no_such_step."""
    step = procedure.by_id.get(step_id)
    if step is None:
        raise Refused("edit_no_such_step", step=step_id)
    return step


def way_of(procedure: Procedure, step_id: str, index: int) -> Transition:
    """Return a way. `Refused`: edit_no_such_step, edit_no_such_way."""
    step = step_of(procedure, step_id)
    if not 0 <= index < len(step.next):
        raise Refused("edit_no_such_way", step=step.title)
    return step.next[index]


def with_steps(procedure: Procedure, steps: Iterable[Step]) -> Procedure:
    """Return the procedure with these steps."""
    return msgspec.structs.replace(procedure, steps=tuple(steps))


def with_step(procedure: Procedure, step: Step) -> Procedure:
    """Put a step in the place of the one with its id; the same step changes nothing."""
    if procedure.by_id.get(step.id) == step:
        return procedure
    return with_steps(procedure, (step if one.id == step.id else one for one in procedure.steps))


def replaced(step: Step, **fields: object) -> Step:
    """Return the step with other fields."""
    return msgspec.structs.replace(step, **fields)


def changed(procedure: Procedure, step_id: str, **fields: object) -> Procedure:
    """Change fields of a step. `Refused`: edit_no_such_step."""
    return with_step(procedure, replaced(step_of(procedure, step_id), **fields))


def place_of(procedure: Procedure, step_id: str) -> int:
    """Return where a step stands in the document."""
    return next(n for n, step in enumerate(procedure.steps) if step.id == step_id)


def inserted(procedure: Procedure, steps: Iterable[Step], position: int) -> Procedure:
    """Put steps into the document at a place, and give lanes to their roles."""
    new = tuple(steps)
    wider = msgspec.structs.replace(
        procedure, roles=with_lanes(procedure.roles, (step.role for step in new))
    )
    return with_steps(wider, (*procedure.steps[:position], *new, *procedure.steps[position:]))


def with_lanes(roles: tuple[str, ...], used: Iterable[str]) -> tuple[str, ...]:
    """Add the roles that have no lane yet, the child's first and others last."""
    found = roles
    for role in dict.fromkeys(used):
        if role not in found:
            found = (role, *found) if role == CHILD_ROLE else (*found, role)
    return found


def distinct(ways: Iterable[Transition], *, choice: bool) -> Ways:
    """Drop ways that say the same twice: by where they lead, and where one chooses by when.

    Ways of a choice that lack their condition are all kept.
    """
    kept: list[Transition] = []
    for way in ways:
        twin = any(one.to == way.to and (not choice or one.when == way.when) for one in kept)
        if not twin or (choice and not way.when):
            kept.append(way)
    return tuple(kept)


def led_elsewhere(procedure: Procedure, targets: Mapping[str, str]) -> Procedure:
    """Let all ways to some steps lead to others."""

    def led(step: Step) -> Step:
        if not any(way.to in targets for way in step.next):
            return step
        ways = (Transition(targets.get(way.to, way.to), way.when) for way in step.next)
        return with_ways(step, distinct(ways, choice=step.is_decision))

    return with_steps(procedure, map(led, procedure.steps))


def with_ways(step: Step, ways: Iterable[Transition]) -> Step:
    """Return the step with these ways."""
    return replaced(step, next=tuple(ways))


def refers_to(step: Step, ids: Collection[str]) -> bool:
    """Tell whether the gate or the deadline of a step names one of the steps."""
    return without_references(step, ids) != step


def without_references(step: Step, ids: Collection[str]) -> Step:
    """Let go of what the gate and the deadline of a step say of other steps."""
    gate, deadline = step.gate, step.deadline
    if gate is not None:
        needs = tuple(needed for needed in gate.needs if needed not in ids)
        gate = Gate(needs, gate.law) if needs else None if gate.needs else gate
    if deadline is not None:
        deadline = _deadline_without(deadline, ids)
    return replaced(step, gate=gate, deadline=deadline)


def renamed_references(step: Step, names: Mapping[str, str]) -> Step:
    """Follow steps to their new ids, in the gate and the deadline of a step."""
    gate, deadline = step.gate, step.deadline
    if gate is not None:
        gate = Gate(tuple(names.get(needed, needed) for needed in gate.needs), gate.law)
    if deadline is not None:
        deadline = _deadline_renamed(deadline, names)
    return replaced(step, gate=gate, deadline=deadline)


def _deadline_without(deadline: Deadline, ids: Collection[str]) -> Deadline | None:
    if not deadline.several:
        return None if deadline.after in ids or deadline.before in ids else deadline
    parts = [_deadline_without(part, ids) for part in deadline.several]
    kept = tuple(part for part in parts if part is not None)
    if kept == deadline.several:
        return deadline
    if len(kept) <= 1:
        return _only(kept)
    return msgspec.structs.replace(
        deadline,
        first_of=kept if deadline.first_of else (),
        one_of=kept if deadline.one_of else (),
    )


def _only(kept: tuple[Deadline, ...]) -> Deadline | None:
    return kept[0] if kept else None


def _deadline_renamed(deadline: Deadline, names: Mapping[str, str]) -> Deadline:
    def new(ref: str | None) -> str | None:
        return names.get(ref, ref) if ref else ref

    return msgspec.structs.replace(
        deadline,
        after=new(deadline.after),
        before=new(deadline.before),
        first_of=tuple(_deadline_renamed(part, names) for part in deadline.first_of),
        one_of=tuple(_deadline_renamed(part, names) for part in deadline.one_of),
    )
