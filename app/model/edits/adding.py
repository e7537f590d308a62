"""New steps: after, before and between others, and at the end of a way of their own."""

from collections.abc import Collection

from app.model.edits.edited_texts import line_of, name_of, new_title_of
from app.model.edits.id_naming import new_id
from app.model.edits.parts import (
    Ways,
    changed,
    inserted,
    led_elsewhere,
    place_of,
    step_of,
    way_of,
    with_ways,
)
from app.model.edits.rule import edit
from app.model.errors import Refused
from app.model.library.procedure import Procedure, Step, StepKind, Transition

Conditions = tuple[str, ...]
"""What is written on the ways of a new choice, in their order; the last ones are left open."""


def new_procedure(
    *,
    title: str,
    theme: str,
    role: str,
    first: str,
    last: str,
    trigger: str = "",
    taken: Collection[str] = (),
) -> Procedure:
    """Return the smallest procedure: a first step and an end. `taken` are ids of others."""
    name, lane = new_title_of(title), name_of(role)
    start, end = new_title_of(first), new_title_of(last)
    end_id = new_id(end, {new_id(start, ())})
    return Procedure(
        id=new_id(name, taken, "procedure"),
        title=name,
        theme=name_of(theme),
        summary="",
        trigger=line_of(trigger),
        roles=(lane,),
        steps=(
            Step(new_id(start, ()), start, StepKind.ACTIVITY, lane, next=(Transition(end_id),)),
            Step(end_id, end, StepKind.END, lane),
        ),
    )


def new_step_id(procedure: Procedure, title: str) -> str:
    """Return the id that a step of that title would get now."""
    return new_id(title, procedure.by_id)


@edit
def add_after(
    procedure: Procedure,
    step_id: str,
    *,
    title: str,
    kind: StepKind = StepKind.ACTIVITY,
    role: str = "",
    conditions: Conditions = (),
) -> Procedure:
    """Add a step after one that does not choose; it takes over all its ways.

    The role is that of the step before unless it is given. `Refused`: edit_after_end,
    edit_after_decision (say on which way: `add_between`), edit_end_on_way (`add_branch` adds an
    end), edit_new_title_missing.
    """
    before = step_of(procedure, step_id)
    if before.is_end:
        raise Refused("edit_after_end", step=before.title)
    if before.is_decision:
        raise Refused("edit_after_decision", step=before.title)
    new = _new_step(procedure, title, kind, role or before.role)
    new = with_ways(new, ways_of_kind(before.next, kind, conditions))
    led = changed(procedure, step_id, next=(Transition(new.id),))
    return inserted(led, (new,), place_of(procedure, step_id) + 1)


@edit
def add_before(
    procedure: Procedure,
    step_id: str,
    *,
    title: str,
    kind: StepKind = StepKind.ACTIVITY,
    role: str = "",
    conditions: Conditions = (),
) -> Procedure:
    """Add a step before another: all ways to that one lead to the new one. See `add_after`."""
    after = step_of(procedure, step_id)
    new = _new_step(procedure, title, kind, role or after.role)
    new = with_ways(new, ways_of_kind((Transition(step_id),), kind, conditions))
    led = led_elsewhere(procedure, {step_id: new.id})
    return inserted(led, (new,), place_of(procedure, step_id))


@edit
def add_between(
    procedure: Procedure,
    source: str,
    way: int,
    *,
    title: str,
    kind: StepKind = StepKind.ACTIVITY,
    role: str = "",
    conditions: Conditions = (),
) -> Procedure:
    """Add a step on a way; the condition stays on the part before it. See `add_after`."""
    split = way_of(procedure, source, way)
    new = _new_step(procedure, title, kind, role or step_of(procedure, source).role)
    new = with_ways(new, ways_of_kind((Transition(split.to),), kind, conditions))
    return put_on_way(procedure, source, way, (new,), new.id)


@edit
def add_branch(
    procedure: Procedure,
    source: str,
    *,
    when: str = "",
    title: str,
    kind: StepKind = StepKind.ACTIVITY,
    role: str = "",
    then: str = "",
    conditions: Conditions = (),
) -> Procedure:
    """Add a way from a step to a new one, which goes on to `then`: else where the last way leads.

    An end goes nowhere. `Refused`: edit_after_end, edit_condition_without_choice,
    edit_new_title_missing.
    """
    before = step_of(procedure, source)
    if before.is_end:
        raise Refused("edit_after_end", step=before.title)
    condition = condition_of(before, when)
    new = new_step(procedure, title, kind, role or before.role)
    if not new.is_end:
        goal = Transition(goal_of(procedure, before, then))
        new = with_ways(new, ways_of_kind((goal,), kind, conditions))
    led = changed(procedure, source, next=(*before.next, Transition(new.id, condition)))
    return inserted(led, (new,), _place_of_branch(procedure, source, new))


def goal_of(procedure: Procedure, step: Step, then: str) -> str:
    """Return where a new branch goes on: as said, or where the last way of its source leads."""
    return (
        step_of(procedure, then).id if then else way_of(procedure, step.id, len(step.next) - 1).to
    )


def condition_of(step: Step, when: str) -> str:
    """Return a condition as it is kept. `Refused`: edit_condition_without_choice."""
    condition = line_of(when)
    if condition and not step.is_decision:
        raise Refused("edit_condition_without_choice", step=step.title)
    return condition


def new_step(procedure: Procedure, title: str, kind: StepKind, role: str) -> Step:
    """Return a step without ways."""
    text = new_title_of(title)
    return Step(new_step_id(procedure, text), text, kind, name_of(role))


def ways_of_kind(ways: Ways, kind: StepKind, conditions: Conditions = ()) -> Ways:
    """Return ways as a step of a kind has them: a choice has two at least, others no condition.

    Conditions that are there are kept; those given fill the others.
    """
    if kind is StepKind.END:
        return ()
    if kind is not StepKind.DECISION:
        return tuple(Transition(to) for to in dict.fromkeys(way.to for way in ways))
    given = [line_of(text) for text in conditions]
    two = (*ways, *ways)[: max(len(ways), 2)]
    open_ones = iter([text for text in given if text not in {way.when for way in ways}])
    return tuple(Transition(way.to, way.when or next(open_ones, "")) for way in two)


def put_on_way(
    procedure: Procedure, source: str, way: int, steps: tuple[Step, ...], entry: str
) -> Procedure:
    """Put steps that lead on by themselves on a way: it now leads to the first of them.

    In the document they stand after the source; where several ways leave it, before the target.
    """
    before, split = step_of(procedure, source), way_of(procedure, source, way)
    ways = (*before.next[:way], Transition(entry, split.when), *before.next[way + 1 :])
    position = place_of(procedure, source) + 1
    if len(before.next) > 1 and split.to in procedure.by_id:
        position = max(position, place_of(procedure, split.to))
    return inserted(changed(procedure, source, next=ways), steps, position)


def _new_step(procedure: Procedure, title: str, kind: StepKind, role: str) -> Step:
    if kind is StepKind.END:
        raise Refused("edit_end_on_way")
    return new_step(procedure, title, kind, role)


def _place_of_branch(procedure: Procedure, source: str, new: Step) -> int:
    """A branch stands after those that leave its source already, an end right after the source."""
    position = place_of(procedure, source) + 1
    if new.is_end or not step_of(procedure, source).next:
        return position
    goals = [place_of(procedure, way.to) for way in new.next if way.to in procedure.by_id]
    return max(position, min(goals, default=position))
