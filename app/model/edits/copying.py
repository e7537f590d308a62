"""Steps copied, within a procedure or from one to another."""

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from app.model.edits.adding import condition_of, goal_of, put_on_way
from app.model.edits.id_naming import new_id
from app.model.edits.parts import (
    Ways,
    changed,
    distinct,
    inserted,
    place_of,
    renamed_references,
    replaced,
    step_of,
    way_of,
    with_ways,
    without_references,
)
from app.model.edits.rule import edit
from app.model.errors import Refused
from app.model.ids import TRIGGER, date_event
from app.model.library.procedure import Procedure, Step, Transition


class Clip(Struct, frozen=True):
    """Copied steps of a procedure in document order, as they stood. It can be stored as JSON."""

    procedure: str
    steps: tuple[Step, ...]


def copy_steps(procedure: Procedure, step_ids: Collection[str]) -> Clip:
    """Copy steps. `Refused`: edit_no_such_step, edit_nothing_copied."""
    wanted = {step_of(procedure, step_id).id for step_id in step_ids}
    if not wanted:
        raise Refused("edit_nothing_copied")
    return Clip(procedure.id, tuple(step for step in procedure.steps if step.id in wanted))


@edit
def paste_after(procedure: Procedure, clip: Clip, step_id: str) -> Procedure:
    """Put copied steps after one that does not choose; what they led to elsewhere is its goal.

    Cards, tools, law and texts come along; gates and deadlines as far as the steps they name do.
    `Refused`: edit_after_end, edit_after_decision, edit_nothing_copied.
    """
    before = step_of(procedure, step_id)
    if before.is_end:
        raise Refused("edit_after_end", step=before.title)
    if before.is_decision:
        raise Refused("edit_after_decision", step=before.title)
    pasted = _pasted(procedure, clip, tuple(way.to for way in before.next))
    led = changed(procedure, step_id, next=(Transition(pasted[0].id),))
    return inserted(led, pasted, place_of(procedure, step_id) + 1)


@edit
def paste_on_way(procedure: Procedure, clip: Clip, source: str, way: int) -> Procedure:
    """Put copied steps on a way. See `paste_after`."""
    goal = way_of(procedure, source, way).to
    pasted = _pasted(procedure, clip, (goal,))
    return put_on_way(procedure, source, way, pasted, pasted[0].id)


@edit
def paste_as_branch(
    procedure: Procedure, clip: Clip, source: str, *, when: str = "", then: str = ""
) -> Procedure:
    """Add a way from a step to copied steps, which go on to `then`: else where the last way leads.

    See `paste_after`.
    """
    before = step_of(procedure, source)
    if before.is_end:
        raise Refused("edit_after_end", step=before.title)
    goal = goal_of(procedure, before, then)
    pasted = _pasted(procedure, clip, (goal,))
    way = Transition(pasted[0].id, condition_of(before, when))
    led = changed(procedure, source, next=(*before.next, way))
    return inserted(led, pasted, place_of(procedure, source) + 1)


@edit
def duplicate(procedure: Procedure, step_id: str) -> Procedure:
    """Put a copy of a step after it; that of a choice on its first way, with the same ways.

    `Refused`: edit_duplicate_end.
    """
    step = step_of(procedure, step_id)
    if step.is_end:
        raise Refused("edit_duplicate_end", step=step.title)
    twin = replaced(step, id=new_id(step.title, procedure.by_id))
    onward = step.next[1:] if step.is_decision else ()
    first = Transition(twin.id, step.next[0].when if step.is_decision else "")
    led = changed(procedure, step_id, next=(first, *onward))
    return inserted(led, (twin,), place_of(procedure, step_id) + 1)


def _pasted(procedure: Procedure, clip: Clip, goals: tuple[str, ...]) -> tuple[Step, ...]:
    """Return the steps under new ids: the first leads to all others, the last to the goals."""
    if not clip.steps:
        raise Refused("edit_nothing_copied")
    names = _new_names(clip, procedure.by_id)
    here = procedure.by_id if clip.procedure == procedure.id else ()
    known = {*names.values(), *here}
    fresh = [_renamed(step, names, known) for step in clip.steps]
    parts = _parts(fresh)
    entries = [part[0].id for part in parts]
    found: list[Step] = []
    for number, part in enumerate(parts):
        onward = (entries[number + 1],) if number + 1 < len(parts) else goals
        inside = {step.id for step in fresh}
        found += [_led_out(step, inside, onward) for step in part]
    return tuple(found)


def _new_names(clip: Clip, taken: Iterable[str]) -> dict[str, str]:
    """Keep the ids that are free, and find new ones for the others."""
    used = set(taken)
    names: dict[str, str] = {}
    for step in clip.steps:
        names[step.id] = new_id(step.title, used) if step.id in used else step.id
        used.add(names[step.id])
    return names


def _renamed(step: Step, names: Mapping[str, str], known: Collection[str]) -> Step:
    """Follow the copied steps to their new ids; what names a step that is not here is dropped."""
    ways = (Transition(names.get(way.to, ""), way.when) for way in step.next)
    fresh = renamed_references(replaced(step, id=names[step.id], next=tuple(ways)), names)
    return without_references(fresh, _named(fresh) - set(known))


def _named(step: Step) -> set[str]:
    """Return the ids of steps that a gate and a deadline name."""
    needs = step.gate.needs if step.gate else ()
    parts = step.deadline.parts if step.deadline else ()
    refs = {ref for part in parts for ref in (part.after, part.before) if ref}
    return {*needs, *(ref for ref in refs if ref != TRIGGER and date_event(ref) is None)}


def _parts(steps: list[Step]) -> list[list[Step]]:
    """Sort steps into parts: what a first step leads to, and no part before has."""
    by_id = {step.id: step for step in steps}
    parts: list[list[Step]] = []
    placed: set[str] = set()
    for step in steps:
        if step.id not in placed:
            reached = _reached(step, by_id) - placed
            placed |= reached
            parts.append([one for one in steps if one.id in reached])
    return parts


def _reached(step: Step, by_id: Mapping[str, Step]) -> set[str]:
    found: set[str] = set()
    waiting = [step.id]
    while waiting:
        step_id = waiting.pop()
        if step_id not in found:
            found.add(step_id)
            waiting += [way.to for way in by_id[step_id].next if way.to in by_id]
    return found


def _led_out(step: Step, inside: Collection[str], goals: tuple[str, ...]) -> Step:
    """Let the ways that led out of what was copied lead to the goals; an end stays one."""
    if step.is_end:
        return with_ways(step, ())
    ways: list[Transition] = []
    for way in step.next or (Transition(""),):
        if way.to in inside:
            ways.append(way)
        else:
            ways += _to_all(step, way, goals)
    return with_ways(step, distinct(ways, choice=step.is_decision))


def _to_all(step: Step, way: Transition, goals: tuple[str, ...]) -> Ways:
    """Lead a way to the goals. A choice goes to one place at a time."""
    if step.is_decision and len(goals) > 1:
        raise Refused("edit_paste_choice", step=step.title)
    return tuple(Transition(goal, way.when) for goal in goals)
