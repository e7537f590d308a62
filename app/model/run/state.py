"""What a run looks like now: the values that folding its log gives."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct, structs

from app.model.deadlines.due_date import Due
from app.model.ids import EventRef, LawRef, Slug
from app.model.library.procedure import CheckItem, DeadlineKind, Step
from app.model.run.hearing import Hearing, NotHeard
from app.model.run.run import CaseRun, Mark


class StepStatus(StrEnum):
    """How a step stands. A step that is late is LATE whatever else it is, until it is done.

    UNHEARD is a talk that is over and done with, in which the child was not heard. NOW is next in
    line; MISSING was passed by before it was done; OPEN is further on; WAITING is a wait step in
    line; NOT_RELEVANT can no longer be reached by any way taken.
    """

    NOW = "now"
    DONE = "done"
    UNHEARD = "unheard"
    OPEN = "open"
    LATE = "late"
    MISSING = "missing"
    WAITING = "waiting"
    NOT_RELEVANT = "not_relevant"


class ItemState(Struct, frozen=True):
    """A check item's mark, with who set it and when.

    `done_by` is who had done what is marked as seen through; empty where nobody had.
    """

    mark: Mark = Mark.OPEN
    by: str = ""
    at: datetime | None = None
    reason: str = ""
    done_by: str = ""

    @property
    def is_settled(self) -> bool:
        return self.mark is not Mark.OPEN

    @property
    def doer(self) -> str:
        """Who did it; empty where nobody did."""
        return self.by if self.mark is Mark.DONE else self.done_by

    @property
    def shown(self) -> Mark:
        """The mark that may be shown: done, where no other has seen it through."""
        is_own = self.mark is Mark.VERIFIED and not self.is_seen_by_another
        return Mark.DONE if is_own else self.mark

    @property
    def is_seen_by_another(self) -> bool:
        """Whether somebody else than the one who did it has seen it through.

        Older logs hold marks that say so of what nobody had done, or of one's own work.
        """
        is_seen = self.mark is Mark.VERIFIED and bool(self.done_by)
        return is_seen and not is_same_person(self.done_by, self.by)


def is_same_person(one: str, other: str) -> bool:
    """Tell whether two names in a log are of one person, however they were typed."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def marked_after(before: ItemState, mark: ItemState) -> ItemState:
    """Return a mark with who had done what it says is seen through, given what stood before."""
    return structs.replace(mark, done_by=before.doer) if mark.mark is Mark.VERIFIED else mark


class WayTaken(Struct, frozen=True):
    """A way that a decision took, with who chose it and when."""

    way: int
    by: str
    at: datetime


class StepState(Struct, frozen=True):
    """How one step stands in its latest round.

    `line` tells that its turn has come (all before it done or passed by), also when the status
    is LATE. `gate_missing` are the steps its gate still waits for. `reason` is why it was done
    without them. A done step may have become irrelevant by a choice made later (`relevant`).
    `held` tells whether a done step kept its deadline; None where it has none that binds, or is
    not done.
    `choices` are the ways chosen in this round, the first one first. `late` is the mark on what is
    to be done when its deadline has run out. `hearing` is what was said of the child when it was
    done, and `asks_for_child` tells that it cannot be done before that is said. `starts` are all
    that its deadline may be counted as, where the event that applies decides, and `start_chosen`
    what that event was said to be. `has_ended` tells that what held until then holds no more, and
    that nothing was done about it.
    """

    step: Slug
    status: StepStatus
    items: tuple[ItemState, ...] = ()
    way: int | None = None
    done_at: datetime | None = None
    done_by: str = ""
    reason: str = ""
    note: str = ""
    round: int = 1
    due: Due | None = None
    in_line: bool = False
    passed_by: bool = False
    gate_missing: tuple[Slug, ...] = ()
    relevant: bool = True
    is_end: bool = False
    held: bool | None = None
    choices: tuple[WayTaken, ...] = ()
    late: ItemState = ItemState()
    hearing: Hearing | None = None
    asks_for_child: bool = False
    starts: tuple[Due, ...] = ()
    start_chosen: EventRef = ""
    has_ended: bool = False

    @property
    def is_done(self) -> bool:
        return self.status in (StepStatus.DONE, StepStatus.UNHEARD)

    @property
    def is_done_outside(self) -> bool:
        """Whether it was done when its deadline had run out, or before one might."""
        return self.is_done and self.held is False

    @property
    def duty(self) -> str:
        """What is to be done now that its deadline has run out; empty when nothing is."""
        is_held_badly = self.relevant and self.held is False
        has_run_out = self.status is StepStatus.LATE or self.has_ended or is_held_badly
        if self.due is None or self.due.deadline.earliest or not has_run_out:
            return ""
        return self.due.deadline.late

    @property
    def settled(self) -> int:
        """How many check items carry a mark."""
        return sum(item.is_settled for item in self.items)


def lacking(step: Step, found: StepState) -> tuple[CheckItem, ...]:
    """Return what a step requires and nothing was said of, in the round that is asked about."""
    pairs = zip(step.checklist, found.items, strict=True)
    return tuple(item for item, mark in pairs if item.required and not mark.is_settled)


class Leg(Struct, frozen=True):
    """One piece of the red thread: a way that was taken.

    `source` is None for the piece from the trigger to the first step; `way` is its place in the
    source's `next`. `broken` tells that an end of it is a step passed by before it was done.
    `round` is that of the target: the round that the way led into.
    """

    source: Slug | None
    target: Slug
    way: int
    round: int
    broken: bool


class Pause(Struct, frozen=True):
    """What a run waits for, who said so and when, and until which day, where one is known."""

    reason: str
    by: str
    at: datetime
    until: date | None = None


class Filled(Struct, frozen=True):
    """What stands in a tool: its fields, the rows of its tables, and who wrote last, when.

    `left_out` are the titles of its leaves that are not to be taken along.
    """

    fields: dict[str, str] = {}
    rows: dict[str, tuple[tuple[str, ...], ...]] = {}
    by: str = ""
    at: datetime | None = None
    left_out: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written at all."""
        cells = (cell for rows in self.rows.values() for row in rows for cell in row)
        return not any(self.fields.values()) and not any(cells)


class Given(Struct, frozen=True):
    """A run was handed over: who did it, who had it before, who has it since, and when."""

    by: str
    source: str
    to: str
    at: datetime


class RunState(Struct, frozen=True):
    """All that the screen shows of a run, at one moment.

    `steps` are in document order, each in its latest round; `past` are the steps of earlier
    rounds on which something was done, as they stood when the new round began, oldest first.
    `legs` are in order of time, those of earlier rounds included. `stands_at` is the step that
    the case has come to: of those in line the one reached last, else the step done last.
    `run` names the owner and the version that hold now. `follows` is the run that led to it.
    `tools` are those that were filled in, by id. `given` tells each time the run went from one
    user to another, the first one first. `said_at_close` is what was said of the child only then.
    """

    run: CaseRun
    trigger: datetime
    dates: dict[str, datetime]
    steps: dict[str, StepState]
    legs: tuple[Leg, ...]
    changed: datetime
    closed: str | None = None
    rounds: int = 1
    past: tuple[StepState, ...] = ()
    stands_at: Slug | None = None
    closed_at: datetime | None = None
    pause: Pause | None = None
    follows: str = ""
    tools: dict[Slug, Filled] = {}
    given: tuple[Given, ...] = ()
    said_at_close: Hearing | None = None

    def is_old(self, leg: Leg) -> bool:
        """Tell whether a leg belongs to a round that a later one has taken the place of."""
        return leg.round < self.steps[leg.target].round

    def missed_needs(self, step: Step, found: StepState) -> tuple[Slug, ...]:
        """Return the steps that the gate of a step needed, and that were not done when it was.

        `found` is how the step stands, in the round that is asked about.
        """
        done_at = found.done_at
        if step.gate is None or done_at is None:
            return ()
        needed = [self.steps[need] for need in step.gate.needs if need in self.steps]
        return tuple(one.step for one in needed if not one.done_at or one.done_at > done_at)

    @property
    def is_closed(self) -> bool:
        return self.closed is not None

    @property
    def deviations(self) -> int:
        """How often a reason was given: to go past a gate, to leave out what was to be done, or
        not to hear the child.

        A mark that several steps share counts once.
        """
        rounds = (*self.past, *self.steps.values())
        gates = sum(bool(step.reason) for step in rounds)
        items = sum(bool(item.reason) for step in rounds for item in step.items)
        late = {(step.late.at, step.late.reason) for step in rounds if step.late.reason}
        said = (*(step.hearing for step in rounds), self.said_at_close)
        unheard = sum(isinstance(hearing, NotHeard) for hearing in said)
        return gates + items + len(late) + unheard

    @property
    def current(self) -> tuple[str, ...]:
        """The steps in line, in document order."""
        return tuple(s.step for s in self.steps.values() if s.in_line)

    @property
    def late(self) -> tuple[StepState, ...]:
        return tuple(s for s in self.steps.values() if s.status is StepStatus.LATE)


class ChildHeard(StrEnum):
    """Whether the child was heard in this run, as was said of it last."""

    HEARD = "heard"
    NOT_HEARD = "not_heard"
    """It was said why not."""
    NOT_YET = "not_yet"
    NOT_ASKED = "not_asked"
    """The procedure has no conversation with the child that is still relevant."""


class OpenDeadline(Struct, frozen=True):
    """A deadline that still runs, or ran out: enough of it for lists and calendars."""

    step: Slug
    title: str
    number: int | None
    at: datetime
    timed: bool
    round: int = 1
    aim: date | None = None
    law: LawRef | None = None
    kind: DeadlineKind = DeadlineKind.DUTY
    at_least: bool = False

    @property
    def is_binding(self) -> bool:
        """Whether it can be late."""
        return self.kind is DeadlineKind.DUTY


class RunSummary(Struct, frozen=True):
    """One row of the list of runs; kept beside the log so that lists need not fold it.

    `next_due` is the first deadline that binds. `deadlines` are all that run, the earliest first;
    `waiting_for` is what the user says it waits
    for; `deviations` counts the reasons given. `hearing` is what was said of the child last, and
    `answered_at` when it was told what was decided. `stands_also` are the numbers of the other
    steps whose turn has come.
    """

    run: CaseRun
    title: str
    stands_at: str
    stands_at_number: int | None
    done: int
    total: int
    late: int
    next_due: datetime | None
    next_due_timed: bool
    next_due_step: str
    child: ChildHeard
    child_at: datetime | None
    waiting: bool
    closed: str | None
    changed: datetime
    deadlines: tuple[OpenDeadline, ...] = ()
    waiting_for: str = ""
    deviations: int = 0
    closed_at: datetime | None = None
    given: tuple[Given, ...] = ()
    hearing: Hearing | None = None
    answered_at: datetime | None = None
    stands_also: tuple[int, ...] = ()

    def given_by(self, user: str) -> Given | None:
        """Tell when a user let go of the run last; None who never did, or has it again."""
        if self.run.owner == user:
            return None
        found = (one for one in reversed(self.given) if user in (one.by, one.source))
        return next(found, None)
