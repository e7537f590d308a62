"""When a deadline runs out, as a value: what counting it gives."""

from datetime import date, datetime

from msgspec import Struct

from app.model.library.procedure import Deadline


class Due(Struct, frozen=True):
    """When a deadline runs out, and how that was counted.

    `at` is the last moment that still keeps it, in local time with zone. `timed` tells that the
    clock time matters (hours); otherwise the whole day `at` falls on may be used. `aim` is the
    last working day before, where the last day is none and the deadline does not roll.
    """

    at: datetime
    timed: bool
    source: datetime
    deadline: Deadline
    rolled: bool = False
    aim: date | None = None
