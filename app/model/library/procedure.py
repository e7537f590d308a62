"""A case procedure: a directed graph of steps with roles as lanes. Frozen values only."""

from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from msgspec import Meta, Struct

from app.model.ids import EventRef, LawRef, Slug, Within


class StepKind(StrEnum):
    """What one does at a step; decides its shape in the picture."""

    ACTIVITY = "activity"
    CONVERSATION = "conversation"
    MEETING = "meeting"
    DECISION = "decision"
    WAIT = "wait"
    DOCUMENT = "document"
    END = "end"


class Talk(StrEnum):
    """What a conversation with the child is for."""

    HEARING = "hearing"
    """The child is heard before something is decided."""
    ANSWER = "answer"
    """The child is told what was decided."""


class Tag(StrEnum):
    """What a check item is about, where supervision asks for it."""

    CHILD_VOICE = "child_voice"
    ASSESSMENT = "assessment"
    DOCUMENTATION = "documentation"
    NETWORK = "network"


class Unit(StrEnum):
    """Units of time. Weekdays are Monday to Saturday (a setting makes them Monday to Friday),
    workdays Monday to Friday; public holidays are neither.
    """

    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    WEEKDAYS = "weekdays"
    WORKDAYS = "workdays"


class LastDay(StrEnum):
    """What happens when the last day is a weekend day or a holiday."""

    ROLLS = "rolls"
    STAYS = "stays"
    UNKNOWN = "unknown"


class Whose(StrEnum):
    """Whose time it is that runs out."""

    OURS = "ours"
    FAMILY = "family"
    """The family may still act; that it did not is no breach of ours."""
    AUTHORITY = "authority"
    """Another authority is to act."""


class DeadlineKind(StrEnum):
    """What it means that a deadline runs out. Only a duty is ever late."""

    DUTY = "duty"
    """The law says that we must have acted by then."""
    SUGGESTED = "suggested"
    """Guidance recommends it, or we have chosen it ourselves."""
    FAMILY = "family"
    AUTHORITY = "authority"
    ENDS = "ends"
    """Something that was decided holds until then, and no longer."""
    EARLIEST = "earliest"
    """One may not act before."""


class EventDay(StrEnum):
    """Whether the day of the event is day one."""

    SKIPPED = "skipped"
    COUNTS = "counts"


class Duration(Struct, frozen=True):
    """An amount of one unit of time."""

    amount: int
    unit: Unit


class Document(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, dict=True):
    """Base of all that is stored in the library: decoded strictly, written without defaults."""


class CheckItem(Document, frozen=True):
    """One line of a checklist; it names the wanted state.

    The law asks for what is `required`. What is `advice` rests on neither law nor guidance: it is
    our own. Of what is neither, nothing is claimed.
    """

    text: str
    required: bool = False
    tags: tuple[Tag, ...] = ()
    advice: bool = False


class Deadline(Document, frozen=True):
    """A duration counted from an event.

    Exactly one of four forms is filled: `within` and `after`, `within` and `before` (counted
    backwards), `first_of` several, or `one_of` several: that of the event that applies. With `law`
    it is the law's, with `reason` a recommendation or a local choice. `earliest` turns it round:
    not before that time. `ends` tells that something holds until then. `late` says what is to be
    done when it has run out, by the same law.

    `once_chosen` tells that it is not seen before the way to its step is chosen. `unless` names an
    event whose date, known as the run began, tells that an earlier run has answered it; a date
    before what is counted from tells nothing.
    """

    within: Within | None = None
    after: EventRef | None = None
    before: EventRef | None = None
    first_of: "tuple[Deadline, ...]" = ()
    one_of: "tuple[Deadline, ...]" = ()
    last_day: LastDay = LastDay.UNKNOWN
    event_day: EventDay = EventDay.SKIPPED
    law: LawRef | None = None
    reason: str = ""
    whose: Whose = Whose.OURS
    earliest: bool = False
    ends: bool = False
    once_chosen: bool = False
    unless: Slug | None = None
    late: str = ""

    @property
    def duration(self) -> Duration | None:
        """`within` as a value; None where it chooses between several."""
        if self.within is None:
            return None
        amount, unit = self.within.split(" ")
        return Duration(int(amount), Unit(unit))

    @property
    def is_statutory(self) -> bool:
        """Whether the law sets it, here or in one of those it chooses between."""
        return self.law is not None or any(part.is_statutory for part in self.several)

    @property
    def several(self) -> "tuple[Deadline, ...]":
        """Those that it chooses between; none where it is simple."""
        return self.first_of or self.one_of

    @property
    def parts(self) -> "tuple[Deadline, ...]":
        """The simple deadlines in it: itself, or those that it chooses between."""
        return self.several or (self,)

    @property
    def kind(self) -> DeadlineKind:
        """What it means that it runs out."""
        if self.earliest:
            return DeadlineKind.EARLIEST
        if self.whose is not Whose.OURS:
            return DeadlineKind(self.whose.value)
        if self.ends:
            return DeadlineKind.ENDS
        return DeadlineKind.DUTY if self.is_statutory else DeadlineKind.SUGGESTED

    @property
    def is_binding(self) -> bool:
        """Whether it can be late at all: a duty of ours, by law."""
        return self.kind is DeadlineKind.DUTY


class Gate(Document, frozen=True):
    """Steps that must be done before this one can be, unless a reason is given and kept."""

    needs: tuple[Slug, ...]
    law: LawRef | None = None


class Transition(Document, frozen=True):
    """A way to another step, with its condition where there is a choice."""

    to: Slug
    when: str = ""


class Checked(Document, frozen=True):
    """Which act, in its version of that date, somebody has checked a document against."""

    act: Slug
    date: date


class Step(Document, frozen=True):
    """One node of a procedure.

    `asks` names the events whose dates are asked for at this step. `continue_in` (ends only)
    names the procedures that the case may go on in. `talk` (conversations only) tells a talk that
    hears the child from one that gives it its answer.
    """

    id: Slug
    title: str
    kind: StepKind
    role: Slug
    talk: Talk | None = None
    law: tuple[LawRef, ...] = ()
    deadline: Deadline | None = None
    gate: Gate | None = None
    guide: str = ""
    checklist: tuple[CheckItem, ...] = ()
    document: str = ""
    asks: tuple[Slug, ...] = ()
    cards: tuple[Slug, ...] = ()
    tools: tuple[Slug, ...] = ()
    next: tuple[Transition, ...] = ()
    continue_in: tuple[Slug, ...] = ()

    @property
    def is_end(self) -> bool:
        return self.kind is StepKind.END

    @property
    def is_decision(self) -> bool:
        return self.kind is StepKind.DECISION


class Procedure(Document, frozen=True, weakref=True):
    """A case procedure as a team lead writes it and an adviser follows it.

    `trigger` says in words what starts the clock; `trigger_event` is the event it is, so that
    its time can be carried from one procedure to the next. The first step starts.
    `without_child` says why a procedure holds no conversation with the child, where it is right.
    `checked` is what somebody has said of it; without it nobody has checked the text yet.
    """

    id: Slug
    title: str
    theme: Slug
    summary: str
    trigger: str
    roles: tuple[Slug, ...]
    steps: Annotated[tuple[Step, ...], Meta(min_length=1)]
    trigger_event: Slug | None = None
    purpose: str = ""
    applies: str = ""
    law: tuple[LawRef, ...] = ()
    related: tuple[Slug, ...] = ()
    without_child: str = ""
    checked: Checked | None = None

    @cached_property
    def by_id(self) -> dict[str, Step]:
        """Steps by id. Do not change it."""
        return {step.id: step for step in self.steps}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number shown on each step: its place in the document; ends carry none."""
        walked = [step.id for step in self.steps if not step.is_end]
        return {step_id: number for number, step_id in enumerate(walked, start=1)}

    @property
    def start(self) -> Step:
        """The first step."""
        return self.steps[0]

    def step(self, step_id: str) -> Step:
        """Return the step of that id; KeyError when there is none."""
        return self.by_id[step_id]
