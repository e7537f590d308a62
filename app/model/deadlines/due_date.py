"""When a deadline runs out, as a value: what counting it gives."""

from datetime import date, datetime

from msgspec import Struct

from app.model.library.procedure import Deadline, DeadlineKind


class Due(Struct, frozen=True):
    """When a deadline runs out, and how that was counted.

    `at` is the last moment that still keeps it, in local time with zone. `timed` tells that the
    clock time matters (hours); otherwise the whole day `at` falls on may be used. `aim` is the
    last working day before, where the last day of ours is none. `at_least` tells that the last day
    of the family is none, and that no rule says whether it moves on.
    """

    at: datetime
    timed: bool
    source: datetime
    deadline: Deadline
    rolled: bool = False
    aim: date | None = None
    at_least: bool = False

    @property
    def kind(self) -> DeadlineKind:
        return self.deadline.kind

    @property
    def is_binding(self) -> bool:
        """Whether it can be late."""
        return self.deadline.is_binding
