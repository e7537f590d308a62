"""A step on its way from lines to a document; it lives while one procedure is built."""

from enum import StrEnum

from msgspec import Struct

from app.model.library.procedure import CheckItem, Deadline, StepKind
from app.model.word.guidance_texts import TextBlock
from app.model.word.outline import Written
from app.model.word.proposal import ProposalLine


class DraftPart(StrEnum):
    """Where in the procedure a line has come."""

    TITLE = "title"
    PURPOSE = "purpose"
    APPLIES = "applies"
    TRIGGER = "trigger"
    STEP = "step"
    ITEM = "item"
    GUIDE = "guide"
    WAY = "way"
    WHO = "who"
    DEADLINE = "deadline"
    LAW = "law"
    JOURNAL = "journal"
    LEFT_OUT = "left_out"


class DraftSpot(Struct, frozen=True):
    """A place in the procedure; `step` is the id of the step it is in, if any."""

    part: DraftPart
    step: str = ""


class Note(StrEnum):
    """What someone should look at."""

    BLANKED = "blanked"
    LAW_UNKNOWN = "law_unknown"
    ROLE_UNKNOWN = "role_unknown"
    DEADLINE_UNCLEAR = "deadline_unclear"
    DEADLINE_SECOND = "deadline_second"
    WAYS_GUESSED = "ways_guessed"
    WAY_UNCLEAR = "way_unclear"
    WAY_BY_PLACE = "way_by_place"
    WAY_INSIDE = "way_inside"
    NO_CHOICE = "no_choice"


class Remark(Struct, frozen=True):
    """Something to look at in a line, and the words it is about."""

    note: Note
    about: str = ""


class Exit(Struct):
    """A way out of a draft: when it is taken, and the draft it leads to; None is the next one."""

    when: str
    to: "StepDraft | None" = None


class StepDraft:
    """One step: what was collected for it. A branch belongs to the choice it comes from."""

    def __init__(self, title: str, kind: StepKind, line: ProposalLine | None = None) -> None:
        self.id = ""
        self.title = title
        self.kind = kind
        self.line = line
        self.role = ""
        self.who: list[ProposalLine] = []
        self.blocks: list[TextBlock] = []
        self.items: list[CheckItem] = []
        self.journal: list[str] = []
        self.deadlines: list[ProposalLine] = []
        self.ways: list[ProposalLine] = []
        self.below: dict[int, list[ProposalLine]] = {}
        self.lines: list[ProposalLine] = [line] if line else []
        self.exits: list[Exit] = []
        self.branches: list[StepDraft] = []
        self.is_branch = False
        self.leads_to: StepDraft | None = None
        self.continue_in: tuple[str, ...] = ()
        self.law: tuple[str, ...] = ()
        self.deadline: Deadline | None = None
        self.asks: tuple[str, ...] = ()

    @property
    def is_end(self) -> bool:
        return self.kind is StepKind.END

    @property
    def is_choice(self) -> bool:
        return self.kind is StepKind.DECISION

    @property
    def number(self) -> str:
        """The number that stood before its title."""
        return self.line.number if self.line else ""

    def say(self, line: ProposalLine, written: Written | None = None) -> None:
        """Keep the words of a line as guidance."""
        self.blocks.append(TextBlock(line.text, written or line.written, line.level, line.number))
