"""What a run tells of the child: whether it was heard, why not, and whether it has its answer."""

from datetime import datetime

from msgspec import Struct

from app.model.library.procedure import Procedure
from app.model.run.hearing import Heard, Hearing, hearings_of, is_answer
from app.model.run.state import ChildHeard, RunState, lacking


class ChildVoice(Struct, frozen=True):
    """What was said of the child last in a run, and when that was.

    `answered_at` is when it was last told what was decided.
    """

    heard: ChildHeard
    at: datetime | None = None
    hearing: Hearing | None = None
    answered_at: datetime | None = None


def child_voice(state: RunState, procedure: Procedure) -> ChildVoice:
    """Tell how it stands with the child in a run."""
    answered = _answered_at(state, procedure)
    said = [(_moment(hearing, at), hearing) for hearing, at in _said(state)]
    if said:
        at, hearing = max(said, key=lambda pair: pair[0])
        is_heard = isinstance(hearing, Heard)
        heard = ChildHeard.HEARD if is_heard else ChildHeard.NOT_HEARD
        return ChildVoice(heard, at, hearing, answered)
    is_asked = any(step.asks_for_child for step in state.steps.values() if step.relevant)
    asked = is_asked or any(state.steps[talk].relevant for talk in hearings_of(procedure))
    return ChildVoice(ChildHeard.NOT_YET if asked else ChildHeard.NOT_ASKED, answered_at=answered)


def hearings_before(state: RunState, moment: datetime | None) -> list[tuple[datetime, Hearing]]:
    """Return what was said of the child up to a moment, or until now, the last one last."""
    said = [(_moment(hearing, at), hearing) for hearing, at in _said(state)]
    known = [pair for pair in said if moment is None or pair[0] <= moment]
    return sorted(known, key=lambda pair: pair[0])


def must_say_at_close(state: RunState, procedure: Procedure) -> bool:
    """Tell whether closing asks about the child: the case was worked on, and nothing has told."""
    is_begun = any(step.done_at for step in (*state.past, *state.steps.values()))
    return is_begun and not procedure.without_child and not _said(state)


def _said(state: RunState) -> list[tuple[Hearing, datetime]]:
    """Collect what was said of the child, with when it was written."""
    rounds = (*state.past, *state.steps.values())
    found = [(one.hearing, one.done_at) for one in rounds if one.hearing and one.done_at]
    if state.said_at_close and state.closed_at:
        found.append((state.said_at_close, state.closed_at))
    return found


def _moment(hearing: Hearing, written: datetime) -> datetime:
    return hearing.when if isinstance(hearing, Heard) else written


def _answered_at(state: RunState, procedure: Procedure) -> datetime | None:
    """Tell when a talk with the answer was finished, with all ticked that it requires."""
    answers = {step.id: step for step in procedure.steps if is_answer(step)}
    talks = (one for one in (*state.past, *state.steps.values()) if one.step in answers)
    done = [one.done_at for one in talks if one.done_at and not lacking(answers[one.step], one)]
    return max(done, default=None)
