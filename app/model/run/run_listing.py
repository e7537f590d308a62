"""What a list of runs is asked for, and what it answers: a page of rows, and counts for filters."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from app.model.run.state import RunSummary


class Show(StrEnum):
    """Which runs a list shows. All but `CLOSED` are open ones."""

    ALL = "all"
    LATE = "late"
    WEEK = "week"
    WAITING = "waiting"
    CHILD = "child"
    CLOSED = "closed"


class Scope(StrEnum):
    """Whose runs a list shows: one's own, those one has let go of, or everybody's."""

    MINE = "mine"
    GIVEN = "given"
    ALL = "all"


class ListOrder(StrEnum):
    """What a list is ordered by."""

    CASE = "case"
    PROCEDURE = "procedure"
    STANDS_AT = "stands_at"
    PROGRESS = "progress"
    DUE = "due"
    CHILD = "child"
    OWNER = "owner"
    CHANGED = "changed"


class ListAsked(Struct, frozen=True):
    """One question to the list. `week_ends` is the last moment of this week, local time.

    `scope` narrows to what is or was `me`'s, `words` to rows that hold them all. `by_case` keeps
    the runs of one case together, in the order of the case's first deadline.
    """

    now: datetime
    week_ends: datetime
    show: Show = Show.ALL
    scope: Scope = Scope.ALL
    me: str = ""
    words: str = ""
    order: ListOrder = ListOrder.DUE
    descending: bool = False
    by_case: bool = False
    offset: int = 0
    limit: int = 200


class ListStretch(Struct, frozen=True):
    """A stretch of the list. `total` counts all rows that were asked for."""

    rows: tuple[RunSummary, ...]
    total: int
    offset: int = 0


class RunCounts(Struct, frozen=True):
    """How many runs each filter shows within the scope, and how many open ones each scope has."""

    shown: dict[Show, int]
    scopes: dict[Scope, int]
