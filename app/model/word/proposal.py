"""What each line of a Word text becomes in a procedure; the user puts it right line by line.

A proposal is nothing but its lines: which step a line belongs to, and what comes after what, is
read from their order. So every change is small, and whatever is proposed can be built.
"""

from enum import StrEnum

from msgspec import Struct

from app.model.library.procedure import StepKind
from app.model.word.outline import Written


class Becomes(StrEnum):
    """What a line becomes. `WHO`, `DEADLINE` and `LAW` are read; what they say beside is kept."""

    TITLE = "title"
    PURPOSE = "purpose"
    APPLIES = "applies"
    TRIGGER = "trigger"
    STEP = "step"
    ITEM = "item"
    GUIDE = "guide"
    HEADING = "heading"
    WAY = "way"
    WHO = "who"
    DEADLINE = "deadline"
    LAW = "law"
    JOURNAL = "journal"
    LEFT_OUT = "left_out"


class Why(StrEnum):
    """Why a line is left out: someone said so, or what it is."""

    CHOSEN = "chosen"
    NAMES_NEXT = "names_next"
    CONTENTS = "contents"
    COLUMNS = "columns"
    REPEATS = "repeats"
    NOTE = "note"
    ABOUT_FILE = "about_file"
    ASIDE = "aside"


class ProposalLine(Struct, frozen=True):
    """One line and what becomes of it.

    `written`, `level` and `number` tell how it stood in the file. `kind` and `role` are for
    steps; a role that nobody chose is found in the lines. `is_blanked` tells that a number that
    may be a CPR number was taken away.
    """

    id: int
    text: str
    becomes: Becomes
    written: Written = Written.TEXT
    level: int = 0
    number: str = ""
    kind: StepKind = StepKind.ACTIVITY
    role: str = ""
    is_required: bool = False
    why: Why = Why.CHOSEN
    is_blanked: bool = False

    @property
    def is_step(self) -> bool:
        return self.becomes is Becomes.STEP

    @property
    def is_list(self) -> bool:
        """Whether it stood in a list."""
        return self.written.is_list


class Proposal(Struct, frozen=True):
    """All lines in order, the theme that was chosen, and a name where no line is the title."""

    name: str
    theme: str
    lines: tuple[ProposalLine, ...] = ()

    @property
    def title(self) -> str:
        """The title of the procedure."""
        return next((one.text for one in self.lines if one.becomes is Becomes.TITLE), self.name)

    @property
    def next_id(self) -> int:
        """An id that no line has."""
        return 1 + max((line.id for line in self.lines), default=0)

    def place(self, line_id: int) -> int:
        """Return where a line stands; KeyError where there is none."""
        for position, line in enumerate(self.lines):
            if line.id == line_id:
                return position
        raise KeyError(line_id)

    def line(self, line_id: int) -> ProposalLine:
        """Return a line; KeyError where there is none."""
        return self.lines[self.place(line_id)]


def step_of(proposal: Proposal, position: int) -> int | None:
    """Return the place of the step that the line at a place belongs to; None before the first."""
    for at in range(position, -1, -1):
        if proposal.lines[at].is_step:
            return at
    return None
