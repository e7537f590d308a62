"""A log that is easy to write in a test: one hour passes between two events."""

from datetime import UTC, datetime, timedelta

from app.model.deadlines.days import Calendar
from app.model.library.procedure import Procedure
from app.model.run.fold import fold
from app.model.run.hearing import Company, Heard, HearingGround, NotHeard
from app.model.run.run import (
    AnyHappening,
    CaseRun,
    Closed,
    DateSet,
    ItemMarked,
    Mark,
    Noted,
    Reopened,
    RunEvent,
    Started,
    StepDone,
    StepReopened,
    Undone,
    WayChosen,
)
from app.model.run.state import RunState

START = datetime(2026, 11, 23, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)
RUN = CaseRun("f1", "prove", 1, "2026-04417", "raadgiver", START)


class Log:
    """Events of one run; each method appends one and returns the log."""

    def __init__(self, procedure: Procedure, **dates: datetime) -> None:
        self.procedure = procedure
        self.events: list[RunEvent] = []
        self.at = START
        self.actor = "raadgiver"
        self.add(Started(START, dates))

    def __repr__(self) -> str:
        ways = {step.id: [way.to for way in step.next] for step in self.procedure.steps}
        kinds = {step.id: step.kind.value for step in self.procedure.steps}
        return f"{kinds} {ways} {[event.what for event in self.events]}"

    def add(self, what: AnyHappening) -> "Log":
        self.at += HOUR
        self.events.append(RunEvent(len(self.events) + 1, self.at, self.actor, what))
        return self

    def by(self, actor: str) -> "Log":
        """Let another do what comes now."""
        self.actor = actor
        return self

    def later(self, **span: float) -> "Log":
        """Let time pass."""
        self.at += timedelta(**span)
        return self

    def done(self, *steps: str) -> "Log":
        for step in steps:
            self.add(StepDone(step))
        return self

    def heard(self, *steps: str) -> "Log":
        """Finish steps that ask about the child: it was heard at that time."""
        for step in steps:
            self.add(StepDone(step, hearing=Heard(self.at + HOUR, Company.ALONE, "raadgiver")))
        return self

    def not_heard(self, step: str, ground: HearingGround = HearingGround.AGE) -> "Log":
        """Finish a step that asks about the child: it was not heard."""
        return self.add(StepDone(step, hearing=NotHeard(ground, "Barnet er spædt", "raadgiver")))

    def choose(self, step: str, way: int) -> "Log":
        return self.add(WayChosen(step, way))

    def decide(self, step: str, way: int) -> "Log":
        return self.choose(step, way).done(step)

    def reopen(self, step: str) -> "Log":
        return self.add(StepReopened(step))

    def mark(self, step: str, item: int, mark: Mark = Mark.DONE, reason: str = "") -> "Log":
        return self.add(ItemMarked(step, item, mark, reason))

    def note(self, step: str, text: str) -> "Log":
        return self.add(Noted(step, text))

    def date(self, event: str, value: datetime | None) -> "Log":
        return self.add(DateSet(event, value))

    def close(self, result: str = "") -> "Log":
        return self.add(Closed(result))

    def open_again(self) -> "Log":
        return self.add(Reopened())

    def undo(self, sequence: int) -> "Log":
        return self.add(Undone(sequence))

    def state(self, now: datetime | None = None) -> RunState:
        return fold(RUN, self.procedure, self.events, now=now or self.at, calendar=Calendar())

    def statuses(self, now: datetime | None = None) -> dict[str, str]:
        return {key: step.status.value for key, step in self.state(now).steps.items()}

    def thread(self) -> list[str]:
        """Draw the legs: `a-b` whole, `a~b` broken, with the round where it is not the first."""
        return [
            f"{leg.source or ''}{'~' if leg.broken else '-'}{leg.target}"
            + (f" ({leg.round})" if leg.round > 1 else "")
            for leg in self.state().legs
        ]
