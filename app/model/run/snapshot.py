"""How the steps of a run look at one moment: status, deadline, gate."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from app.model.deadlines.days import Calendar
from app.model.deadlines.deadline_counting import every_due, has_passed, holding, is_kept, is_late
from app.model.deadlines.due_date import Due
from app.model.ids import TRIGGER, date_event
from app.model.library.graph import Graph
from app.model.library.procedure import Deadline, DeadlineKind, Procedure, Step, StepKind
from app.model.run.hearing import NotHeard, decides_on_child, hearings_of
from app.model.run.run import Mark
from app.model.run.state import ItemState, StepState, StepStatus
from app.model.run.step_standing import Passes, StepStanding

LateMark = tuple[tuple[Deadline, ...], ItemState]
"""The deadlines of a step, and the mark that was set on what is to be done when they run out."""


class Snapshot:
    """What was done and what follows from it, ready to be asked about each step."""

    def __init__(
        self,
        procedure: Procedure,
        graph: Graph,
        passes: Passes,
        *,
        trigger: datetime,
        dates: dict[str, datetime],
        calendar: Calendar,
        late_marks: Sequence[LateMark] = (),
        was_child_spoken_of: bool = False,
        starts: Mapping[str, str] = MappingProxyType({}),
        known_before: Collection[str] = (),
        changed: datetime | None = None,
    ) -> None:
        self.procedure = procedure
        self.graph = graph
        self.passes = passes
        self.trigger = trigger
        self.dates = dates
        self.calendar = calendar
        self.late_marks = late_marks
        self._was_child_spoken_of = was_child_spoken_of
        self._starts = starts
        self._known_before = known_before
        self._changed = changed
        self._hearings = hearings_of(procedure)
        self._answered = {
            need
            for step in procedure.steps
            if step.gate and passes[step.id].hearing and step.id not in self._hearings
            for need in step.gate.needs
        }
        self.standing = StepStanding(procedure, graph, passes, trigger)

    def step_state(self, step: Step, moment: datetime) -> StepState:
        """Tell how a step stands in its latest round."""
        one, standing = self.passes[step.id], self.standing
        done_at = standing.done.get(step.id)
        every, missing = self._every_due(step), self._gate_missing(step)
        found = self._holding(step, every)
        return StepState(
            step=step.id,
            status=self._status(step, found is not None and is_late(found, moment)),
            items=tuple(one.items),
            way=one.way,
            done_at=done_at,
            done_by=standing.done_by.get(step.id, ""),
            reason=one.reason,
            note=one.note,
            round=one.round,
            due=found,
            in_line=step.id in standing.in_line,
            passed_by=step.id in standing.passed,
            gate_missing=missing,
            relevant=step.id in standing.relevant,
            is_end=step.is_end,
            held=is_kept(found, done_at) if found and done_at else None,
            choices=one.choices,
            late=self._late(found),
            hearing=one.hearing,
            starts=tuple(every) if step.deadline and step.deadline.one_of else (),
            start_chosen=self._starts.get(step.id, ""),
            has_ended=self._has_ended(step, found, moment),
            asks_for_child=done_at is None and self._asks_for_child(step, missing),
        )

    def _status(self, step: Step, late: bool) -> StepStatus:
        standing = self.standing
        if step.id in standing.done:
            is_unheard = isinstance(self.passes[step.id].hearing, NotHeard)
            is_talk = step.id in self._hearings
            return StepStatus.UNHEARD if is_talk and is_unheard else StepStatus.DONE
        if step.id not in standing.relevant:
            return StepStatus.NOT_RELEVANT
        if late:
            return StepStatus.LATE
        if step.id in standing.passed:
            return StepStatus.MISSING
        if step.id not in standing.in_line:
            return StepStatus.OPEN
        return StepStatus.WAITING if step.kind is StepKind.WAIT else StepStatus.NOW

    def _gate_missing(self, step: Step) -> tuple[str, ...]:
        needs = step.gate.needs if step.gate else ()
        relevant = self.standing.relevant
        return tuple(need for need in needs if need in relevant and not self._is_met(need))

    def _is_met(self, need: str) -> bool:
        """Tell whether a gate lets pass for a step.

        A talk that is done says how it went; why it was not held is asked once, and counts for
        all that needs it.
        """
        if need not in self._hearings:
            return need in self.standing.done
        is_said = need in self.standing.done and self.passes[need].hearing is not None
        return is_said or need in self._answered

    def _asks_for_child(self, step: Step, missing: tuple[str, ...]) -> bool:
        """Tell whether a step waits for it to be said that the child was heard, or why not.

        A talk says it of itself. What decides on the child asks where the talk that it needs is
        missing, or where no way here leads by one and nothing in the run has said it.
        """
        if step.id in self._hearings:
            return True
        if not decides_on_child(self.procedure, step):
            return False
        needs = self._hearings.intersection(step.gate.needs if step.gate else ())
        if needs.isdisjoint(self.standing.relevant):
            return not self._was_child_spoken_of
        return not needs.isdisjoint(missing)

    def _has_ended(self, step: Step, found: Due | None, moment: datetime) -> bool:
        """Tell whether what held until a day holds no more, and the step is still to be done."""
        if found is None or found.kind is not DeadlineKind.ENDS:
            return False
        is_open = step.id in self.standing.relevant and step.id not in self.standing.done
        return is_open and has_passed(found, moment)

    def _holding(self, step: Step, every: Sequence[Due]) -> Due | None:
        """Return what holds of a deadline.

        What has happened is told by the last change, not by the clock, so that a row of a list,
        which is made then, says the same.
        """
        if step.deadline is None:
            return None
        chosen = self._starts.get(step.id, "")
        return holding(step.deadline, every, now=self._changed, chosen=chosen)

    def _every_due(self, step: Step) -> list[Due]:
        """Count the parts of a step's deadline. What has been answered before is not due again."""
        deadline = step.deadline
        if deadline is None or (deadline.once_chosen and not self.standing.is_chosen(step.id)):
            return []
        answered = self.passes[step.id].previous
        return [
            one
            for one in every_due(deadline, self._events_for(step.id), self.calendar)
            if not (answered and one.source < answered) and not self._is_answered_before(one)
        ]

    def _is_answered_before(self, one: Due) -> bool:
        """Tell whether an earlier run has answered a deadline.

        A date before what is counted from belongs to what was before, and answers nothing.
        """
        event = one.deadline.unless
        known = self.dates.get(event) if event and event in self._known_before else None
        return known is not None and known >= one.source

    def _late(self, found: Due | None) -> ItemState:
        """Return the mark on what a deadline that has run out asks for.

        Steps with the same deadline share it: a provisional assessment is made once.
        """
        if found is None or not found.deadline.late:
            return ItemState()
        for deadlines, state in reversed(self.late_marks):
            if found.deadline in deadlines and state.at and state.at >= found.source:
                return ItemState() if state.mark is Mark.OPEN else state
        return ItemState()

    def _events_for(self, step_id: str) -> Callable[[str], datetime | None]:
        """Tell when events happened, as seen from a step.

        A later step, and the step itself, are counted from as they were in the round before.
        """

        def happened(ref: str) -> datetime | None:
            event = date_event(ref)
            if ref == TRIGGER or (event and event == self.procedure.trigger_event):
                return self.trigger
            if event is not None:
                return self.dates.get(event)
            if ref == step_id or ref in self.graph.after[step_id]:
                return self.passes[ref].previous
            return self.standing.done.get(ref)

        return happened
