"""Steps taken out, with the ways healed around them."""

from collections.abc import Collection, Iterable, Iterator

from app.model.edits.parts import (
    Ways,
    distinct,
    refers_to,
    step_of,
    with_steps,
    with_ways,
    without_references,
)
from app.model.edits.rule import edit
from app.model.errors import Refused
from app.model.library.graph import reachable
from app.model.library.procedure import Procedure, Step, Transition


@edit
def delete_step(
    procedure: Procedure,
    step_id: str,
    *,
    keep: int | None = None,
    release: bool = False,
    orphans: bool = False,
) -> Procedure:
    """Delete a step: what led to it leads on to where it led, under the conditions there were.

    `keep` says which way of a choice to go on by; `release` lets go of the gates and deadlines
    that name the step; `orphans` deletes with it what nothing else leads to. `Refused`:
    edit_last_step, edit_choose_way (it is a choice, and what leads to it is none), edit_split_way
    (it goes on in several places at once, and a choice leads to it), edit_start_splits,
    edit_step_needed.
    """
    step_of(procedure, step_id)
    if not release:
        _refuse_needed(procedure, {step_id})
    return _tidied(taken_out(procedure, step_id, keep), {step_id}, orphans=orphans)


def needed_by(procedure: Procedure, step_ids: Collection[str]) -> tuple[Step, ...]:
    """Return the other steps whose gate or deadline names one of these."""
    return tuple(
        step for step in procedure.steps if step.id not in step_ids and refers_to(step, step_ids)
    )


def taken_out(procedure: Procedure, step_id: str, keep: int | None = None) -> Procedure:
    """Take a step out and heal the ways; gates and deadlines are left as they are."""
    step = step_of(procedure, step_id)
    if len(procedure.steps) == 1:
        raise Refused("edit_last_step")
    onward = _onward(step, keep)
    others = [
        _healed(other, step, onward) if any(way.to == step_id for way in other.next) else other
        for other in procedure.steps
        if other.id != step_id
    ]
    if step_id == procedure.start.id:
        others = _led_by(step, onward, others)
    return with_steps(procedure, others)


def _onward(step: Step, keep: int | None) -> Ways:
    """Return the ways that are gone on by; those that lead to one place are one way."""
    if keep is not None and not 0 <= keep < len(step.next):
        raise Refused("edit_no_such_way", step=step.title)
    ways = step.next if keep is None else (step.next[keep],)
    ways = tuple(way for way in ways if way.to != step.id)
    goals = {way.to for way in ways}
    return ways[:1] if len(goals) == 1 else ways


def _healed(other: Step, step: Step, onward: Ways) -> Step:
    ways: list[Transition] = []
    for way in other.next:
        ways += _through(other, way, step, onward) if way.to == step.id else (way,)
    return with_ways(other, distinct(ways, choice=other.is_decision))


def _through(other: Step, way: Transition, step: Step, onward: Ways) -> Iterator[Transition]:
    """Lead a way past the step; the condition of the first choice counts."""
    goals = tuple(one for one in onward if one.to != other.id)
    if len(goals) == 1:
        yield Transition(goals[0].to, way.when)
        return
    if step.is_decision is not other.is_decision and goals:
        code = "edit_choose_way" if step.is_decision else "edit_split_way"
        raise Refused(code, step=step.title, before=other.title)
    taken = {one.when for one in other.next if one.to != step.id}
    for goal in goals:
        yield Transition(goal.to, "" if goal.when in taken else goal.when)


def _led_by(step: Step, onward: Ways, others: list[Step]) -> list[Step]:
    """Let the step that the start led to start."""
    if len(onward) != 1:
        raise Refused("edit_start_splits", step=step.title)
    first = onward[0].to
    return sorted(others, key=lambda other: other.id != first)


def _refuse_needed(procedure: Procedure, gone: Collection[str]) -> None:
    needing = needed_by(procedure, gone)
    if needing:
        names = ", ".join(f"»{step.title}«" for step in needing)
        step = next(step for step in procedure.steps if step.id in gone)
        raise Refused("edit_step_needed", step=step.title, by=names)


def _tidied(procedure: Procedure, gone: Iterable[str], *, orphans: bool) -> Procedure:
    """Drop what nothing leads to, if so wanted, and what is said of steps that are gone."""
    left = reachable(procedure) if orphans else procedure.by_id.keys()
    lost = {*gone, *(step.id for step in procedure.steps if step.id not in left)}
    kept = (step for step in procedure.steps if step.id in left)
    return with_steps(procedure, (without_references(step, lost) for step in kept))
