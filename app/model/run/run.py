"""One procedure followed in one case, as the log of what happened. Events are only appended."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from app.model.ids import EventRef, Slug
from app.model.run.hearing import Heard, NotHeard


class Mark(StrEnum):
    """What stands in the box of a check item. `open` takes a mark back, with trace."""

    OPEN = "open"
    DONE = "done"
    VERIFIED = "verified"
    NOT_RELEVANT = "not_relevant"


class Happening(Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind"):
    """Base of what an event can say."""


class Started(Happening, frozen=True, tag="started"):
    """The run began: when the clock started, and what was known of other events.

    `follows` is the run of the same case that led to it, if any.
    """

    trigger: datetime
    dates: dict[str, datetime] = {}
    follows: str = ""


class ItemMarked(Happening, frozen=True, tag="item_marked"):
    """A check item, by its place in the step's checklist, got a mark."""

    step: Slug
    item: int
    mark: Mark
    reason: str = ""


class LateMarked(Happening, frozen=True, tag="late_marked"):
    """What is to be done when the deadline of a step has run out got a mark."""

    step: Slug
    mark: Mark
    reason: str = ""


class WayChosen(Happening, frozen=True, tag="way_chosen"):
    """A decision took a way, by its place in the step's `next`."""

    step: Slug
    way: int


class StepDone(Happening, frozen=True, tag="step_done"):
    """A step was marked done. `reason` says why, where its gate was not met.

    `when` tells that it was done earlier than it was marked. `hearing` tells whether the child was
    heard, where the step is such a talk or decides on the child before one.
    """

    step: Slug
    reason: str = ""
    when: datetime | None = None
    hearing: Heard | NotHeard | None = None


class StepReopened(Happening, frozen=True, tag="step_reopened"):
    """A done step was opened again."""

    step: Slug


class Noted(Happening, frozen=True, tag="noted"):
    """The short note of a step was written; it replaces the one before."""

    step: Slug
    text: str


class DateSet(Happening, frozen=True, tag="date_set"):
    """The time of an event became known, or (None) was taken back."""

    event: Slug
    value: datetime | None


class StartChosen(Happening, frozen=True, tag="start_chosen"):
    """It was said which event the deadline of a step counts from; none takes that back."""

    step: Slug
    event: EventRef = ""


class Closed(Happening, frozen=True, tag="closed"):
    """The run ended. `result` is a short word on how.

    `hearing` tells whether the child was heard, where nothing in the run had told it.
    """

    result: str = ""
    hearing: Heard | NotHeard | None = None


class Reopened(Happening, frozen=True, tag="reopened"):
    """A closed run was taken up again."""


class HandedOver(Happening, frozen=True, tag="handed_over"):
    """Another user of this installation has the run from now on."""

    to: str


class CaseNumberCorrected(Happening, frozen=True, tag="case_number_corrected"):
    """The case is known under another number than it was begun with; `before` was wrong."""

    number: str
    before: str


class Paused(Happening, frozen=True, tag="paused"):
    """The run waits for somebody else, until a day where one is known. Deadlines run on."""

    reason: str
    until: date | None = None


class Resumed(Happening, frozen=True, tag="resumed"):
    """A run that waited goes on."""


class Moved(Happening, frozen=True, tag="moved"):
    """The run follows another version of its procedure from now on.

    `items` and `ways` say for each step where its check items and its ways of the version before
    stand in the new one, None for those that are gone; a step not named has them as they were.
    `reopened` are done steps that must be decided anew, as the way they took is gone.
    """

    source: int
    target: int
    items: dict[str, tuple[int | None, ...]] = {}
    ways: dict[str, tuple[int | None, ...]] = {}
    reopened: tuple[Slug, ...] = ()


class ToolFilled(Happening, frozen=True, tag="tool_filled"):
    """A tool was filled in; it takes the place of what stood in it before.

    `left_out` are the titles of its leaves that are not to be taken along.
    """

    tool: Slug
    fields: dict[str, str] = {}
    rows: dict[str, tuple[tuple[str, ...], ...]] = {}
    left_out: tuple[str, ...] = ()


class StepAdded(Happening, frozen=True, tag="step_added"):
    """A step was added to this run alone, to be taken after another one, beside what follows it."""

    step: Slug
    title: str
    after: Slug


class StepDropped(Happening, frozen=True, tag="step_dropped"):
    """A step that was added to this run was taken out again."""

    step: Slug


class Undone(Happening, frozen=True, tag="undone"):
    """The event of that sequence number no longer counts; undoing an `Undone` redoes."""

    sequence: int


AnyHappening = (
    Started
    | ItemMarked
    | LateMarked
    | WayChosen
    | StepDone
    | StepReopened
    | Noted
    | DateSet
    | StartChosen
    | Closed
    | Reopened
    | HandedOver
    | CaseNumberCorrected
    | Paused
    | Resumed
    | Moved
    | StepAdded
    | StepDropped
    | ToolFilled
    | Undone
)


class RunEvent(Struct, frozen=True):
    """One line of the log. `at` is in UTC; `actor` is a user's name in this installation."""

    sequence: int
    at: datetime
    actor: str
    what: AnyHappening


class CaseRun(Struct, frozen=True):
    """A procedure version being followed in a case. It never holds a name or a CPR number."""

    id: str
    procedure: Slug
    version: int
    case_number: str
    owner: str
    started: datetime
