"""What may be done in a run now. Each answers with the refusal, or None when it may.

The rules keep the log sound and ask for reasons; they never hold anybody to the order of steps.
"""

from datetime import datetime

from app.model.clock_standing import CLOCKS_APART
from app.model.danish.time_notation import happened_label
from app.model.deadlines.deadline_counting import event_of
from app.model.errors import Refused
from app.model.library.procedure import Procedure, Step
from app.model.run.child_voice import must_say_at_close
from app.model.run.hearing import Heard, Hearing, NotHeard, hearings_of, says_something
from app.model.run.run import (
    AnyHappening,
    Closed,
    HandedOver,
    ItemMarked,
    LateMarked,
    Mark,
    StepDone,
    WayChosen,
)
from app.model.run.state import ItemState, RunState, StepState, is_same_person

DATED = (ItemMarked, LateMarked, WayChosen, StepDone, Closed, HandedOver)
"""What stands in a run with the time it was done."""


def may_finish(
    state: RunState,
    procedure: Procedure,
    step: str,
    *,
    reason: str = "",
    hearing: Hearing | None = None,
) -> Refused | None:
    """Tell whether a step may be marked done: a decision has its way, a missed gate a reason.

    Where the child is to be heard first, it is said that it was, or why not: that is the reason
    where nothing but the talk is missing.
    """
    refusal = _may_work(state, procedure, step)
    if refusal:
        return refusal
    found, standing = procedure.step(step), state.steps[step]
    if standing.is_done:
        return _refused("step_already_done", found)
    if found.is_decision and standing.way is None:
        return _refused("way_not_chosen", found)
    if standing.asks_for_child and hearing is None:
        return _refused("hearing_missing", found)
    missing = set(standing.gate_missing)
    if standing.asks_for_child:
        missing -= hearings_of(procedure)
    if missing and not says_something(reason):
        return _refused("gate_needs_reason", found, missing=_titles(standing, procedure))
    return may_say(hearing)


def may_say(hearing: Hearing | None) -> Refused | None:
    """Tell whether an answer says what it must: who led or decided, and why not in words."""
    match hearing:
        case Heard(led_by=role):
            return None if role else Refused("hearing_needs_role")
        case NotHeard(words=words, decided_by=role):
            if not says_something(words):
                return Refused("hearing_needs_words")
            return None if role else Refused("hearing_needs_role")
    return None


def may_close(
    state: RunState, procedure: Procedure, *, hearing: Hearing | None = None
) -> Refused | None:
    """Tell whether a run may be closed: it has told of the child, or tells it now."""
    if hearing is None and must_say_at_close(state, procedure):
        return Refused("hearing_missing_at_close")
    return may_say(hearing)


def may_reopen(state: RunState, procedure: Procedure, step: str) -> Refused | None:
    """Tell whether a step may be opened again. An end without a checklist follows by itself."""
    refusal = _may_work(state, procedure, step)
    if refusal:
        return refusal
    found = procedure.step(step)
    if not state.steps[step].is_done:
        return _refused("step_not_done", found)
    return _refused("end_reached", found) if found.is_end and not found.checklist else None


def may_be_done_at(
    state: RunState, procedure: Procedure, step: str, when: datetime
) -> Refused | None:
    """Tell whether a step may have been done at that time: nothing is, before the run began."""
    if _minute(when) >= _minute(state.trigger):
        return None
    began = happened_label(state.trigger)
    return _refused("done_before_start", procedure.step(step), start=began)


def may_happen_now(state: RunState, what: AnyHappening, now: datetime) -> Refused | None:
    """Tell whether something can be done at the time that the clock says.

    What says when work was done is not written with a time before the run began, as a clock that
    was set back would have it. What the user says the time of, or writes, is kept by any clock.
    """
    is_dated = isinstance(what, DATED) and not (isinstance(what, StepDone) and what.when)
    if not is_dated or now >= state.trigger - CLOCKS_APART:
        return None
    began, says = happened_label(state.trigger), happened_label(now)
    return Refused("clock_before_start", start=began, now=says)


def may_begin_at(state: RunState, procedure: Procedure, when: datetime) -> Refused | None:
    """Tell whether a run may have begun at that time: not after what was done in it first."""
    done = [
        (moment, procedure.step(found.step).is_end, found.step)
        for found in (*state.past, *state.steps.values())
        if (moment := found.done_at) is not None
    ]
    # an end is reached with the last step before it, which is what was done
    first = min(done, default=None)
    if first is None or _minute(when) <= _minute(first[0]):
        return None
    return _refused("start_after_done", procedure.step(first[2]), when=happened_label(first[0]))


def may_choose(state: RunState, procedure: Procedure, step: str, way: int) -> Refused | None:
    """Tell whether a step may take that way."""
    refusal = _may_work(state, procedure, step)
    if refusal:
        return refusal
    found = procedure.step(step)
    if not found.is_decision or not 0 <= way < len(found.next):
        return _refused("unknown_way", found, way=str(way))
    return None


def may_mark(
    state: RunState,
    procedure: Procedure,
    step: str,
    item: int,
    mark: Mark,
    *,
    actor: str,
    reason: str = "",
) -> Refused | None:
    """Tell whether a check item may get that mark; a required one asks why it is not relevant."""
    refusal = _may_work(state, procedure, step)
    if refusal:
        return refusal
    found = procedure.step(step)
    if not 0 <= item < len(found.checklist):
        return _refused("unknown_item", found, item=str(item))
    if mark is Mark.VERIFIED:
        return may_verify(state.steps[step].items[item], actor)
    needs_reason = mark is Mark.NOT_RELEVANT and found.checklist[item].required
    if needs_reason and not says_something(reason):
        return _refused("item_needs_reason", found, item=found.checklist[item].text)
    return None


def may_mark_late(
    state: RunState,
    procedure: Procedure,
    step: str,
    mark: Mark,
    *,
    actor: str,
    reason: str = "",
) -> Refused | None:
    """Tell whether what a deadline asks for, now that it has run out, may get that mark."""
    refusal = _may_work(state, procedure, step)
    if refusal:
        return refusal
    found, standing = procedure.step(step), state.steps[step]
    if not standing.duty:
        return _refused("deadline_not_over", found)
    if mark is Mark.VERIFIED:
        return may_verify(standing.late, actor)
    if mark is Mark.NOT_RELEVANT and not says_something(reason):
        return _refused("item_needs_reason", found, item=standing.duty)
    return None


def may_verify(found: ItemState, actor: str) -> Refused | None:
    """Tell whether somebody may say to have seen through what another has done."""
    if not found.doer:
        return Refused("verify_not_done")
    return Refused("verify_own_work") if is_same_person(found.doer, actor) else None


def may_choose_start(
    state: RunState, procedure: Procedure, step: str, event: str
) -> Refused | None:
    """Tell whether the deadline of a step may count from an event: it is one of those it names."""
    refusal = _may_work(state, procedure, step)
    if refusal:
        return refusal
    if event in {event_of(one.deadline) for one in state.steps[step].starts}:
        return None
    return _refused("unknown_start", procedure.step(step), event=event)


def may_note(state: RunState, procedure: Procedure, step: str) -> Refused | None:
    """Tell whether a note may be written at a step."""
    return _may_work(state, procedure, step)


def _may_work(state: RunState, procedure: Procedure, step: str) -> Refused | None:
    if step not in procedure.by_id or step not in state.steps:
        return Refused("unknown_step", step=step)
    return Refused("run_closed") if state.is_closed else None


def _minute(moment: datetime) -> datetime:
    """Return a moment as one writes it."""
    return moment.replace(second=0, microsecond=0)


def _refused(code: str, step: Step, **params: str) -> Refused:
    return Refused(code, step=step.title, **params)


def _titles(standing: StepState, procedure: Procedure) -> str:
    return ", ".join(procedure.step(needed).title for needed in standing.gate_missing)
