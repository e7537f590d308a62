"""Replaying a log: from the events of a run to what was done at each step in each round."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from app.model.deadlines.days import Calendar
from app.model.deadlines.deadline_counting import whole_parts
from app.model.ids import TRIGGER, EventRef
from app.model.library.graph import Way, graph_of
from app.model.library.procedure import Procedure, Step
from app.model.run.hearing import Hearing
from app.model.run.legs import Entries, TimedLeg, back_leg, legs_of
from app.model.run.run import (
    CaseRun,
    Closed,
    DateSet,
    HandedOver,
    ItemMarked,
    LateMarked,
    Mark,
    Moved,
    Noted,
    Paused,
    Reopened,
    Resumed,
    RunEvent,
    StartChosen,
    Started,
    StepDone,
    StepReopened,
    ToolFilled,
    WayChosen,
)
from app.model.run.snapshot import LateMark, Snapshot
from app.model.run.state import (
    Filled,
    Given,
    ItemState,
    Leg,
    Pause,
    StepState,
    WayTaken,
    marked_after,
)
from app.model.run.step_standing import Pass


class Replay:
    """A run being read from its log. Steps and items of other versions are passed over."""

    def __init__(self, run: CaseRun, procedure: Procedure, calendar: Calendar) -> None:
        self.trigger = run.started
        self.dates: dict[str, datetime] = {}
        self.closed: str | None = None
        self.closed_at: datetime | None = None
        self.said_at_close: Hearing | None = None
        self.pause: Pause | None = None
        self._pause_at_close: Pause | None = None
        self.owner = run.owner
        self.given: list[Given] = []
        self.follows = ""
        self.tools: dict[str, Filled] = {}
        self.past: list[StepState] = []
        self._procedure = procedure
        self._graph = graph_of(procedure)
        self._calendar = calendar
        self._passes = {key: Pass(_open(step)) for key, step in procedure.by_id.items()}
        self._changed = run.started
        self._starts: dict[str, EventRef] = {}
        self._known_before: frozenset[str] = frozenset()
        self._late_marks: list[LateMark] = []
        self._old_legs: list[TimedLeg] = []
        self._entries: Entries = set()

    @property
    def rounds(self) -> int:
        """How many rounds there have been, where there were most."""
        return max(one.round for one in self._passes.values())

    def snapshot(self) -> Snapshot:
        """See how all steps stand at this point of the log."""
        return Snapshot(
            self._procedure,
            self._graph,
            self._passes,
            trigger=self.trigger,
            dates=self.dates,
            calendar=self._calendar,
            late_marks=self._late_marks,
            was_child_spoken_of=self._was_child_spoken_of(),
            starts=self._starts,
            known_before=self._known_before,
            changed=self._changed,
        )

    def _was_child_spoken_of(self) -> bool:
        """Tell whether it was said anywhere in the run that the child was heard, or why not."""
        now, before = self._passes.values(), self.past
        return any(one.hearing for one in now) or any(one.hearing for one in before)

    def legs(self, snapshot: Snapshot) -> tuple[Leg, ...]:
        """Return the red thread up to this point, the way in from the trigger first."""
        timed = [*self._old_legs, *self._legs_now(snapshot)]
        timed.sort(key=lambda timed: (timed[1].source is not None, timed[0]))
        return tuple(leg for _, leg in timed)

    def read(self, events: Iterable[RunEvent]) -> None:
        """Take in events, in their order."""
        for event in events:
            self._read(event)

    def _read(self, event: RunEvent) -> None:
        self._changed = max(self._changed, event.at)
        what = event.what
        if isinstance(what, ItemMarked):  # by far the most, and quicker told so
            self._mark(
                what.step, what.item, ItemState(what.mark, event.actor, event.at, what.reason)
            )
            return
        match what:
            case LateMarked(step, mark, reason):
                self._mark_late(step, ItemState(mark, event.actor, event.at, reason))
            case WayChosen(step, way):
                self._choose(step, WayTaken(way, event.actor, event.at))
            case StepDone() as done:
                self._finish(done, event)
            case StartChosen(step, name):
                self._starts[step] = name
            case Noted(step, text) if step in self._passes:
                self._passes[step].note = text
            case StepReopened(step) if step in self._passes:
                self._reopen(self._passes[step])
            case _:
                self._read_of_run(event)

    def _read_of_run(self, event: RunEvent) -> None:
        """Take in what concerns no single step."""
        match event.what:
            case Started() as started:
                self._start(started, event.actor)
            case DateSet(name, value):
                self._set_date(name, value)
            case Closed() as closed:
                self._close(closed, event.at)
            case Reopened():
                self._open_run_again()
            case HandedOver(to):
                self._hand_over(Given(event.actor, self.owner, to, event.at))
            case Paused(reason, until):
                self.pause = Pause(reason, event.actor, event.at, until)
            case Resumed():
                self.pause = None
            case ToolFilled(tool, fields, rows, left_out):
                self.tools[tool] = Filled(fields, rows, event.actor, event.at, left_out)
            case Moved(reopened=steps):
                self._open_again(steps)

    def _start(self, started: Started, actor: str) -> None:
        """Begin: who starts a run has it until it is handed over."""
        trigger_event = self._procedure.trigger_event or ""
        self.trigger = started.dates.get(trigger_event, started.trigger)
        self.dates.update(started.dates)
        self._known_before = frozenset(started.dates)
        self.owner, self.follows = actor, started.follows

    def _close(self, closed: Closed, at: datetime) -> None:
        """End the run: a closed one waits for nobody."""
        if self.closed is None:
            self._pause_at_close, self.pause = self.pause, None
        self.closed, self.closed_at = closed.result, at
        self.said_at_close = closed.hearing

    def _open_run_again(self) -> None:
        """Take the run up again; what it waited for has not come by its being closed."""
        if self.closed is not None:
            self.pause = self._pause_at_close
        self.closed, self.closed_at, self.said_at_close = None, None, None

    def _hand_over(self, given: Given) -> None:
        if given.to != given.source:
            self.given.append(given)
        self.owner = given.to

    def _mark(self, step_id: str, item: int, state: ItemState) -> None:
        one = self._passes.get(step_id)
        if one and 0 <= item < len(one.items):
            is_open = state.mark is Mark.OPEN
            one.items[item] = ItemState() if is_open else marked_after(one.items[item], state)

    def _mark_late(self, step_id: str, state: ItemState) -> None:
        step = self._procedure.by_id.get(step_id)
        if step and step.deadline:
            parts = whole_parts(step.deadline)
            marks = (mark for known, mark in reversed(self._late_marks) if set(known) & set(parts))
            self._late_marks.append((parts, marked_after(next(marks, ItemState()), state)))

    def _choose(self, step_id: str, choice: WayTaken) -> None:
        step = self._procedure.by_id.get(step_id)
        if step and step.is_decision and 0 <= choice.way < len(step.next):
            one = self._passes[step_id]
            one.way, one.choices = choice.way, (*one.choices, choice)
            self._go_back(step, choice.at)

    def _finish(self, done: StepDone, event: RunEvent) -> None:
        one = self._passes.get(done.step)
        if one:
            one.done_at, one.done_by = done.when or event.at, event.actor
            one.reason, one.hearing = done.reason, done.hearing
            self._go_back(self._procedure.by_id[done.step], event.at)

    def _open_again(self, steps: Iterable[str]) -> None:
        for step in steps:
            if step in self._passes:
                self._reopen(self._passes[step])

    def _reopen(self, one: Pass) -> None:
        one.done_at, one.done_by, one.reason, one.hearing = None, "", "", None

    def _set_date(self, event: str, value: datetime | None) -> None:
        """Set or forget a date. That of the trigger can be corrected, not forgotten."""
        if event in (TRIGGER, self._procedure.trigger_event) and value is not None:
            self.trigger = value
        if value is None:
            self.dates.pop(event, None)
        elif event != TRIGGER:
            self.dates[event] = value

    def _legs_now(self, snapshot: Snapshot) -> Iterator[TimedLeg]:
        return legs_of(self._procedure, self._graph, self._passes, snapshot.standing, self._entries)

    def _go_back(self, step: Step, at: datetime) -> None:
        """Open a new round where the ways taken out of a done step lead back."""
        one = self._passes[step.id]
        ways = [way for way in self._graph.out[step.id] if way.is_back]
        if step.is_decision:
            ways = [way for way in ways if way.index == one.way]
        if one.done_at is not None and ways:
            self._begin_round(ways, at)

    def _begin_round(self, ways: list[Way], at: datetime) -> None:
        """Keep the thread and the steps as they stood, and begin again from where the ways lead."""
        after = self._graph.after
        again = {way.target for way in ways}.union(*(after[way.target] for way in ways))
        snapshot = self.snapshot()
        self._old_legs += [one for one in self._legs_now(snapshot) if one[1].target in again]
        for leg in [back_leg(way, at, self._passes) for way in ways]:
            self._old_legs.append(leg)
            self._entries.add((leg[1].target, leg[1].round))
        for step in (step for key, step in self._procedure.by_id.items() if key in again):
            one = self._passes[step.id]
            if one.is_touched:
                self.past.append(snapshot.step_state(step, at))
            self._passes[step.id] = one.next(_open(step), at)


def _open(step: Step) -> list[ItemState]:
    return [ItemState()] * len(step.checklist)
