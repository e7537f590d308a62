"""What a run looks like now: the one way from its log to all that the screen shows."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import structs

from app.model.deadlines.days import Calendar
from app.model.deadlines.due_date import Due
from app.model.library.procedure import Procedure
from app.model.run.case_numbers import number_held, with_number
from app.model.run.child_voice import child_voice
from app.model.run.replay import Replay
from app.model.run.run import CaseRun, RunEvent
from app.model.run.run_moving import in_terms_of_now
from app.model.run.state import OpenDeadline, RunState, RunSummary, StepState, StepStatus
from app.model.run.step_standing import StepStanding
from app.model.run.undo import counting


def fold(
    run: CaseRun,
    procedure: Procedure,
    events: Iterable[RunEvent],
    *,
    now: datetime,
    calendar: Calendar,
) -> RunState:
    """Fold a log into the state of its run. What is late is judged by now, or by its closing."""
    log = list(events)
    replay = Replay(run, procedure, calendar)
    replay.read(in_terms_of_now(counting(log)))
    snapshot = replay.snapshot()
    moment = replay.closed_at or now
    number = number_held(log, run.case_number)
    return RunState(
        run=structs.replace(run, owner=replay.owner, case_number=number),
        trigger=replay.trigger,
        dates=replay.dates,
        steps={
            step_id: snapshot.step_state(step, moment) for step_id, step in procedure.by_id.items()
        },
        legs=replay.legs(snapshot),
        changed=max((event.at for event in log), default=run.started),
        closed=replay.closed,
        rounds=replay.rounds,
        past=tuple(replay.past),
        stands_at=_stands_at(snapshot.standing, procedure),
        closed_at=replay.closed_at,
        pause=replay.pause,
        follows=replay.follows,
        tools=with_number(replay.tools, log, number),
        given=tuple(replay.given),
        said_at_close=replay.said_at_close,
    )


def summarise(state: RunState, procedure: Procedure) -> RunSummary:
    """Make the row that stands for a run in lists."""
    done, total = progress(state)
    due_step = next_due(state)
    due = due_step.due if due_step else None
    at = state.stands_at
    voice = child_voice(state, procedure)
    return RunSummary(
        run=state.run,
        title=procedure.title,
        stands_at=procedure.step(at).title if at else "",
        stands_at_number=procedure.numbers.get(at) if at else None,
        done=done,
        total=total,
        late=len(state.late),
        next_due=due.at if due else None,
        next_due_timed=bool(due and due.timed),
        next_due_step=procedure.step(due_step.step).title if due_step else "",
        child=voice.heard,
        child_at=voice.at,
        hearing=voice.hearing,
        answered_at=voice.answered_at,
        waiting=state.pause is not None or _is_waiting(state),
        closed=state.closed,
        changed=state.changed,
        deadlines=open_deadlines(state, procedure),
        waiting_for=state.pause.reason if state.pause is not None else "",
        deviations=state.deviations,
        closed_at=state.closed_at,
        given=state.given,
        stands_also=tuple(
            procedure.numbers[one]
            for one in state.current
            if one != at and one in procedure.numbers
        ),
    )


def progress(state: RunState) -> tuple[int, int]:
    """Count the steps done and all steps, of those that are relevant and no ends."""
    counted = [step for step in state.steps.values() if step.relevant and not step.is_end]
    return sum(step.is_done for step in counted), len(counted)


def next_due(state: RunState) -> StepState | None:
    """Return the open step whose duty runs out first, or ran out first; None if there is none.

    A closed run has no deadlines left, and what does not bind never stands before what does.
    """
    return next((step for step, due in _running(state) if due.deadline.is_binding), None)


def open_deadlines(state: RunState, procedure: Procedure) -> tuple[OpenDeadline, ...]:
    """Return every deadline that still runs, the earliest first."""
    return tuple(
        OpenDeadline(
            step=step.step,
            title=procedure.step(step.step).title,
            number=procedure.numbers.get(step.step),
            at=due.at,
            timed=due.timed,
            round=step.round,
            aim=due.aim,
            law=due.deadline.law,
            kind=due.kind,
            at_least=due.at_least,
        )
        for step, due in _running(state)
    )


def _running(state: RunState) -> list[tuple[StepState, Due]]:
    """Pair the open steps with their deadlines, the earliest first, document order among equals."""
    if state.is_closed:
        return []
    found = [
        (step, step.due)
        for step in state.steps.values()
        if step.due and not step.due.deadline.earliest and step.relevant and not step.is_done
    ]
    return sorted(found, key=lambda pair: pair[1].at)


def _stands_at(standing: StepStanding, procedure: Procedure) -> str | None:
    """Return the step in line that was reached last, else the one done last; first in the document
    among equals.
    """
    ids = list(procedure.by_id)
    in_line = [step_id for step_id in ids if step_id in standing.in_line]
    if in_line:
        return max(in_line, key=standing.reached.__getitem__)
    done = [step_id for step_id in ids if step_id in standing.done and step_id in standing.relevant]
    # an end is reached at the moment the last step before it is done, and stands for both
    return max(done, key=lambda key: (standing.done[key], procedure.step(key).is_end), default=None)


def _is_waiting(state: RunState) -> bool:
    """Tell whether nothing can be done now but to wait."""
    turns = [state.steps[step_id].status for step_id in state.current]
    return bool(turns) and all(status is StepStatus.WAITING for status in turns)
