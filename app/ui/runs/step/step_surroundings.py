"""What a step of a run is shown against, and the step as it stands there."""

from datetime import datetime

from msgspec import Struct

from app.model.deadlines.days import Calendar
from app.model.journal.journal_note import JournalNote
from app.model.library.catalogue import Library
from app.model.library.procedure import Procedure, Step
from app.model.run.outlook import Outlook
from app.model.run.run import RunEvent
from app.model.run.state import RunState, RunSummary, StepState


class Surroundings(Struct, frozen=True):
    """The library, how days are counted, and the time; who looks at it; the run's log and the
    case's other runs.

    `outlook` tells what each way of the step would leave out.
    """

    library: Library
    calendar: Calendar
    now: datetime
    actor: str
    events: tuple[RunEvent, ...] = ()
    outlook: Outlook = {}
    siblings: tuple[RunSummary, ...] = ()


class AtStep(Struct, frozen=True):
    """One step of a run as the panel shows it, with its note to the journal.

    `is_new` tells that another step was shown before: what was begun there is put away.
    """

    procedure: Procedure
    step: Step
    state: RunState
    around: Surroundings
    note: JournalNote
    is_new: bool

    @property
    def found(self) -> StepState:
        """How the step stands."""
        return self.state.steps[self.step.id]

    @property
    def library(self) -> Library:
        """The published library."""
        return self.around.library

    @property
    def may_work(self) -> bool:
        """Whether anything can be changed."""
        return not self.state.is_closed
