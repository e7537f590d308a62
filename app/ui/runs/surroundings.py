"""What a step of a run is shown against."""

from collections.abc import Callable
from datetime import datetime

from msgspec import Struct

from app.model.catalogue import Library
from app.model.days import Calendar
from app.model.outlook import Outlook
from app.model.run import RunEvent
from app.model.state import RunSummary


class Surroundings(Struct, frozen=True):
    """The library, how days are counted, and the time; the run's log and the case's other runs.

    `outlook` tells what each way of the step would leave out; `now_is` is asked for the time that
    it is when something is written.
    """

    library: Library
    calendar: Calendar
    now: datetime
    events: tuple[RunEvent, ...] = ()
    outlook: Outlook = {}
    siblings: tuple[RunSummary, ...] = ()
    now_is: Callable[[], datetime] | None = None

    @property
    def clock(self) -> Callable[[], datetime]:
        """What tells the time; it stands still where nothing does."""
        return self.now_is or (lambda: self.now)
