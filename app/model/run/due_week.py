"""What is due this week: how many deadlines that bind, and which of them come first."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from msgspec import Struct

from app.model.library.procedure import DeadlineKind
from app.model.run.state import OpenDeadline, RunSummary
from app.model.times import end_of_day

_TICK = timedelta(microseconds=1)
_KINDS = 3
"""What is over, what runs out today, and what later in the week."""


class DueMark(Struct, frozen=True, gc=False):
    """As much of an open deadline as counting takes."""

    at: datetime
    kind: DeadlineKind = DeadlineKind.DUTY

    @property
    def is_binding(self) -> bool:
        """Whether it can be late, and so is counted."""
        return self.kind is DeadlineKind.DUTY


class RunDue(Struct, frozen=True, gc=False):
    """The open deadlines of a run, the earliest first."""

    run: str
    deadlines: tuple[DueMark, ...]

    @property
    def binding(self) -> "list[tuple[int, DueMark]]":
        """Those that count, each with its place among all."""
        return [(nth, mark) for nth, mark in enumerate(self.deadlines) if mark.is_binding]


class DueCount(Struct, frozen=True):
    """So many deadlines, of so many runs."""

    deadlines: int = 0
    runs: int = 0


class DueCounts(Struct, frozen=True):
    """What is over, what runs out today, and what later this week; `runs` have any of it."""

    late: DueCount = DueCount()
    today: DueCount = DueCount()
    later: DueCount = DueCount()
    runs: int = 0

    @property
    def deadlines(self) -> int:
        """How many deadlines there are in all."""
        return self.late.deadlines + self.today.deadlines + self.later.deadlines


class DueThing(Struct, frozen=True):
    """One deadline of one run."""

    run: RunSummary
    deadline: OpenDeadline


class DueList(Struct, frozen=True):
    """The deadlines that come first, the most overdue before all, and how many there are."""

    things: tuple[DueThing, ...] = ()
    counts: DueCounts = DueCounts()


def count_due(found: Iterable[RunDue], *, now: datetime, week_ends: datetime) -> DueCounts:
    """Count by the same bounds as the filters of the list, so that both say the same."""
    ends = (now, min(end_of_day(now), week_ends) + _TICK, week_ends + _TICK)
    bounds = [end.astimezone(UTC) for end in ends]  # moments compare much faster in no real zone
    deadlines, runs, any_of_it = [0, 0, 0], [0, 0, 0], 0
    for one in found:
        kind = before = 0  # a run's deadlines come in their order, and so do the bounds
        for _, mark in one.binding:
            while kind < _KINDS and not mark.at < bounds[kind]:
                kind += 1
            if kind == _KINDS:
                break
            deadlines[kind] += 1
            if kind >= before:
                runs[kind] += 1
                before = kind + 1
        any_of_it += before > 0
    late, today, later = (DueCount(*both) for both in zip(deadlines, runs, strict=True))
    return DueCounts(late, today, later, any_of_it)


def first_due(found: Iterable[RunDue], *, until: datetime, most: int) -> list[tuple[str, int]]:
    """Name the deadlines that come first, each by its run and its place among those of the run.

    Only what binds is named. The runs come in the order of their first deadlines.
    """
    first: list[tuple[datetime, str, int]] = []
    for one in found:
        marks = one.binding
        if not marks:
            continue
        if len(first) == most and marks[0][1].at > first[-1][0]:
            break
        first += [(mark.at, one.run, nth) for nth, mark in marks]
        first = sorted(mark for mark in first if mark[0] <= until)[:most]
    return [(run, nth) for _, run, nth in first]
