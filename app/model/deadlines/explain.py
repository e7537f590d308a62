"""How a date was counted, step by step, as values that a sentence can be made of."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from app.model.deadlines.days import DAY, Calendar
from app.model.deadlines.deadline_counting import counted_from, last_day
from app.model.deadlines.due_date import Due
from app.model.ids import LawRef
from app.model.library.procedure import Duration, EventDay, Unit
from app.model.times import day_of

WORKING_UNITS = (Unit.WEEKDAYS, Unit.WORKDAYS)
_FROM_SAME_DAY = (Unit.WEEKS, Unit.MONTHS)
"""These end on the weekday or the date they began on, so nothing need be said of the day after."""


class Explain(StrEnum):
    """What one part of an explanation tells, and in brackets what it carries."""

    FROM = "from"
    """What is counted, and from when (`duration`, `moment`)."""
    BEFORE = "before"
    """The same, counted backwards."""
    ROUND_THE_CLOCK = "round_the_clock"
    CLOCKS_CHANGE = "clocks_change"
    """Summer time began or ended on the way; the earlier time holds."""
    LETTER = "letter"
    """So many days are added, as a letter is under way (`duration`)."""
    DAY_AFTER = "day_after"
    """Counting begins the day after the event."""
    EVENT_DAY = "event_day"
    """The day of the event is day one."""
    MONTH_END = "month_end"
    """The month has no such date, so its last day holds."""
    SATURDAY_COUNTS = "saturday_counts"
    SATURDAY_SKIPPED = "saturday_skipped"
    HOLIDAYS_SKIPPED = "holidays_skipped"
    """Public holidays that fell where a day would have counted (`days`)."""
    ROLLED = "rolled"
    """The last day (`day`) was none to act on, so the deadline moved on."""
    ENDS = "ends"
    """The last moment or day (`moment`)."""
    EARLIEST = "earliest"
    """The first day allowed (`moment`)."""
    AIM = "aim"
    """The last working day before, to aim at (`day`)."""
    LAW = "law"
    """The provision that sets the deadline (`law`)."""
    REASON = "reason"
    """Why there is a deadline that the law does not set (`text`)."""


class ExplainStep(Struct, frozen=True):
    """One part of an explanation; what is filled depends on the code."""

    code: Explain
    duration: Duration | None = None
    moment: datetime | None = None
    timed: bool = False
    day: date | None = None
    days: tuple[date, ...] = ()
    law: LawRef | None = None
    text: str = ""


def explain(due: Due, calendar: Calendar) -> tuple[ExplainStep, ...]:
    """Tell how a date was counted. The calendar must be the one it was counted with."""
    deadline = due.deadline
    duration = deadline.duration
    if duration is None:
        return ()
    code = Explain.BEFORE if deadline.before else Explain.FROM
    steps = [ExplainStep(code, duration=duration, moment=due.source, timed=due.timed)]
    steps += _clock(due, duration) if due.timed else _days(due, duration, calendar)
    code = Explain.EARLIEST if deadline.earliest else Explain.ENDS
    steps.append(ExplainStep(code, moment=due.at, timed=due.timed))
    if due.aim:
        steps.append(ExplainStep(Explain.AIM, day=due.aim))
    if deadline.law:
        steps.append(ExplainStep(Explain.LAW, law=deadline.law))
    elif deadline.reason:
        steps.append(ExplainStep(Explain.REASON, text=deadline.reason))
    return tuple(steps)


def _clock(due: Due, duration: Duration) -> list[ExplainStep]:
    steps = [ExplainStep(Explain.ROUND_THE_CLOCK)]
    passed = timedelta(hours=duration.amount)
    if abs(due.at.replace(tzinfo=None) - due.source.replace(tzinfo=None)) != passed or (
        due.at.utcoffset() != due.source.utcoffset()
    ):
        steps.append(ExplainStep(Explain.CLOCKS_CHANGE))
    return steps


def _days(due: Due, duration: Duration, calendar: Calendar) -> list[ExplainStep]:
    deadline, source = due.deadline, day_of(due.source)
    ends = last_day(deadline, source, calendar)
    steps = []
    if counted_from(deadline, source, calendar) != source:
        days = Duration(calendar.letter_days, Unit.DAYS)
        steps.append(ExplainStep(Explain.LETTER, duration=days))
        source = counted_from(deadline, source, calendar)
    if deadline.event_day is EventDay.COUNTS:
        steps.append(ExplainStep(Explain.EVENT_DAY))
    elif duration.amount and duration.unit not in _FROM_SAME_DAY and not deadline.before:
        steps.append(ExplainStep(Explain.DAY_AFTER))
    if duration.unit is Unit.MONTHS and ends.day < source.day and _is_month_end(ends):
        steps.append(ExplainStep(Explain.MONTH_END))
    if duration.unit in WORKING_UNITS:
        steps += _working_days(duration.unit, source, ends, calendar)
    if due.rolled:
        steps.append(ExplainStep(Explain.ROLLED, day=ends))
    return steps


def _working_days(unit: Unit, source: date, ends: date, calendar: Calendar) -> list[ExplainStep]:
    counts = unit is Unit.WEEKDAYS and calendar.saturday_counts
    code = Explain.SATURDAY_COUNTS if counts else Explain.SATURDAY_SKIPPED
    steps = [ExplainStep(code)]
    first, last = sorted((source, ends))
    between = (first + DAY * number for number in range((last - first).days + 1))
    reach = 6 if counts else 5
    skipped = tuple(
        day
        for day in between
        if day.weekday() < reach and day != source and calendar.is_holiday(day)
    )
    if skipped:
        steps.append(ExplainStep(Explain.HOLIDAYS_SKIPPED, days=skipped))
    return steps


def _is_month_end(day: date) -> bool:
    return (day + DAY).month != day.month
