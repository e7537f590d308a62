"""Work at one step of a run: each use case appends to the log and returns what is now.

They are refused as those of `runs` are.
"""

from datetime import datetime

from app.model.errors import Refused
from app.model.run.hearing import Hearing
from app.model.run.local_steps import is_local, may_add, new_id
from app.model.run.rules import (
    may_be_done_at,
    may_choose,
    may_choose_start,
    may_finish,
    may_mark,
    may_mark_late,
    may_note,
    may_reopen,
)
from app.model.run.run import (
    AnyHappening,
    ItemMarked,
    LateMarked,
    Mark,
    Noted,
    StartChosen,
    StepAdded,
    StepDone,
    StepDropped,
    StepReopened,
    WayChosen,
)
from app.model.run.shared_notes import merged
from app.services.kept_moments import hearing_of, moment_of, refuse_ahead
from app.services.kept_texts import note_of, reason_of
from app.services.run_core import (
    RunView,
    happen,
    insist,
)
from app.services.workplace import Workplace


def mark_item(
    workplace: Workplace, *, run: str, step: str, item: int, mark: Mark, reason: str = ""
) -> RunView:
    """Set the mark of a check item; `Mark.OPEN` takes it back.

    `Refused`: item_needs_reason (it is required, and marked not relevant), verify_not_done,
    verify_own_work, cpr_in_reason, reason_too_long.
    """
    kept = reason_of(reason)

    def decide(view: RunView) -> AnyHappening | None:
        state, flow = view.state, view.procedure
        insist(may_mark(state, flow, step, item, mark, actor=workplace.actor, reason=kept))
        before = state.steps[step].items[item]
        same = (before.mark, before.reason) == (mark, kept)
        return None if same else ItemMarked(step, item, mark, kept)

    return happen(workplace, run, decide)


def mark_late(
    workplace: Workplace, *, run: str, step: str, mark: Mark, reason: str = ""
) -> RunView:
    """Set the mark of what is to be done now that a step's deadline has run out.

    `Refused`: deadline_not_over, item_needs_reason (the law asks for it, and it is marked not
    relevant), verify_not_done, verify_own_work, cpr_in_reason, reason_too_long.
    """
    kept = reason_of(reason)

    def decide(view: RunView) -> AnyHappening | None:
        state, flow = view.state, view.procedure
        insist(may_mark_late(state, flow, step, mark, actor=workplace.actor, reason=kept))
        before = state.steps[step].late
        same = (before.mark, before.reason) == (mark, kept)
        return None if same else LateMarked(step, mark, kept)

    return happen(workplace, run, decide)


def choose_way(workplace: Workplace, *, run: str, step: str, way: int) -> RunView:
    """Let a decision take one of its ways; it can be chosen again."""

    def decide(view: RunView) -> AnyHappening | None:
        insist(may_choose(view.state, view.procedure, step, way))
        return None if view.state.steps[step].way == way else WayChosen(step, way)

    return happen(workplace, run, decide)


def choose_start(workplace: Workplace, *, run: str, step: str, event: str) -> RunView:
    """Say which event the deadline of a step counts from.

    `Refused`: run_closed; unknown_step; unknown_start, where it is none that has a date.
    """

    def decide(view: RunView) -> AnyHappening | None:
        insist(may_choose_start(view.state, view.procedure, step, event))
        chosen = view.state.steps[step].start_chosen
        return None if chosen == event else StartChosen(step, event)

    return happen(workplace, run, decide)


def finish_step(
    workplace: Workplace,
    *,
    run: str,
    step: str,
    reason: str = "",
    hearing: Hearing | None = None,
) -> RunView:
    """Mark a step done; one that is done stays so.

    `hearing` says whether the child was heard, where the step asks for it.

    `Refused`: gate_needs_reason (steps it needs are not done), way_not_chosen, hearing_missing,
    hearing_needs_words, hearing_needs_role, heard_in_future, date_unlikely, cpr_in_reason,
    reason_too_long.
    """
    kept, said = reason_of(reason), hearing_of(workplace, hearing)

    def decide(view: RunView) -> AnyHappening | None:
        if step in view.state.steps and view.state.steps[step].is_done:
            return None
        insist(may_finish(view.state, view.procedure, step, reason=kept, hearing=said))
        asked = step in view.state.steps and view.state.steps[step].asks_for_child
        return StepDone(step, kept, hearing=said if asked else None)

    return happen(workplace, run, decide)


def set_done_time(workplace: Workplace, *, run: str, step: str, when: datetime) -> RunView:
    """Correct when a step was done. `Refused`: step_not_done, end_reached, done_in_future,
    done_before_start, date_unlikely.
    """
    moment = moment_of(when)
    refuse_ahead(workplace, moment, "done_in_future")

    def decide(view: RunView) -> AnyHappening | None:
        insist(may_reopen(view.state, view.procedure, step))
        found = view.state.steps[step]
        if found.done_at == moment:
            return None
        insist(may_be_done_at(view.state, view.procedure, step, moment))
        return StepDone(step, found.reason, moment, found.hearing)

    return happen(workplace, run, decide)


def reopen_step(workplace: Workplace, *, run: str, step: str) -> RunView:
    """Open a done step again; one that is open stays so. `Refused`: end_reached (it follows from
    what was done before).
    """

    def decide(view: RunView) -> AnyHappening | None:
        if step in view.state.steps and not view.state.steps[step].is_done:
            return None
        insist(may_reopen(view.state, view.procedure, step))
        return StepReopened(step)

    return happen(workplace, run, decide)


def write_note(
    workplace: Workplace, *, run: str, step: str, text: str, base: str | None = None
) -> RunView:
    """Write the note of a step in the place of the one before.

    With `base`, the note that the text began with, what another window has written since is kept
    beside it. `Refused`: cpr_in_note, note_too_long.
    """
    note = note_of(text)

    def decide(view: RunView) -> AnyHappening | None:
        insist(may_note(view.state, view.procedure, step))
        stored = view.state.steps[step].note
        whole = note if base is None else note_of(merged(base, note, stored))
        return None if stored == whole else Noted(step, whole)

    return happen(workplace, run, decide)


def add_step(workplace: Workplace, *, run: str, title: str, after: str) -> RunView:
    """Add a step to this run alone, after another one and beside what follows it.

    `Refused`: local_step_needs_title, no_step_after_this (it is a decision or an end),
    cpr_in_reason, reason_too_long.
    """
    kept = reason_of(title)

    def decide(view: RunView) -> AnyHappening:
        insist(may_add(view.procedure, kept, after))
        return StepAdded(new_id(view.events), kept, after)

    return happen(workplace, run, decide)


def drop_step(workplace: Workplace, *, run: str, step: str) -> RunView:
    """Take out a step that was added to this run. `Refused`: unknown_step."""

    def decide(view: RunView) -> AnyHappening:
        if not is_local(step) or step not in view.procedure.by_id:
            raise Refused("unknown_step", step=step)
        return StepDropped(step)

    return happen(workplace, run, decide)
