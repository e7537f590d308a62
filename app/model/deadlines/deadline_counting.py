"""When deadlines run out, by the rules of the library's ground (sections d and f).

1. Hours run day and night, also on weekends and holidays. Where the clocks change, the earlier of
   "same time on the clock" and "so many hours later" holds.
2. For days, weeks and months the day of the event is not counted, whatever the hour; a deadline
   may say that it is day one (barnets lov § 143, stk. 4, as Ankestyrelsen reads it).
3. Weeks end on the same weekday, months on the same date, or on the month's last day where there
   is no such date. The same holds backwards.
4. Hverdage are Monday to Saturday (a setting: to Friday), arbejdsdage Monday to Friday; public
   holidays are neither.
5. A last day that is none of these moves on only where the deadline says so (VEJ 9533 of
   26.6.2018, on time limits for complaints). Elsewhere it stays, and the last working day before
   it is the day to aim at.
6. Of several, the earliest holds, a duty before a recommendation; one whose event has not
   happened does not count. Where the event that applies decides, it is the one that happened last,
   unless another one is chosen.
7. Of what the family may do no less is said than the rules give, of what we must do no more: only
   the family's own deadline moves on, and only ours has an earlier day to aim at.
"""

from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from msgspec.structs import replace

from app.model.deadlines.days import DAY, Calendar
from app.model.deadlines.due_date import Due
from app.model.ids import DATE_PREFIX, TRIGGER, EventRef
from app.model.library.procedure import (
    Deadline,
    Duration,
    EventDay,
    LastDay,
    Procedure,
    Unit,
    Whose,
)
from app.model.times import ZONE, day_of, local

__all__ = [
    "Calendar",
    "Events",
    "counted_from",
    "counts_hours_from",
    "due",
    "event_of",
    "every_due",
    "has_passed",
    "holding",
    "is_kept",
    "is_late",
    "last_day",
    "whole_parts",
]

Events = Callable[[EventRef], datetime | None]
"""Tells when an event happened; None while it has not."""

_LAST_MOMENT = time(23, 59, 59)
_FEW_DAYS_A_MONTH = {Unit.DAYS: 1, Unit.WEEKS: 7}


def due(
    deadline: Deadline,
    events: Events,
    calendar: Calendar,
    *,
    now: datetime | None = None,
    chosen: EventRef = "",
) -> Due | None:
    """Return when a deadline runs out, or None while what it counts from has not happened.

    Of several, the returned Due names the one that holds; `now` and `chosen` are for the event
    that applies. An `earliest` deadline turns it round: `at` is the first moment allowed.
    """
    return holding(deadline, every_due(deadline, events, calendar), now=now, chosen=chosen)


def every_due(deadline: Deadline, events: Events, calendar: Calendar) -> list[Due]:
    """Count every part of a deadline that can be counted."""
    found = (_due(part, events, calendar) for part in whole_parts(deadline))
    return [one for one in found if one]


def holding(
    deadline: Deadline,
    found: Sequence[Due],
    *,
    now: datetime | None = None,
    chosen: EventRef = "",
) -> Due | None:
    """Return which of the parts that were counted holds."""
    if not deadline.one_of:
        by_weight = sorted(found, key=lambda one: (not one.deadline.is_binding, _utc(one.at)))
        return next(iter(by_weight), None)
    picked = next((one for one in found if event_of(one.deadline) == chosen), None)
    if picked:
        return picked
    happened = [one for one in found if now is None or day_of(one.source) <= day_of(now)]
    if happened:
        return min(happened, key=lambda one: (-_utc(one.source).timestamp(), _utc(one.at)))
    return min(found, key=lambda one: _utc(one.source), default=None)


def _due(deadline: Deadline, events: Events, calendar: Calendar) -> Due | None:
    duration = deadline.duration
    source = events(event_of(deadline)) if event_of(deadline) else None
    if duration is None or source is None:
        return None
    try:
        return _count(deadline, duration, local(source), calendar)
    except OverflowError:  # beyond the last year there is: it never comes
        return None


def event_of(deadline: Deadline) -> EventRef:
    """Return what a simple deadline counts from; empty when it says nothing."""
    return deadline.after or deadline.before or ""


def is_late(due: Due, moment: datetime) -> bool:
    """Tell whether a duty was not done in time at a moment. Nothing else is ever late."""
    return due.deadline.is_binding and has_passed(due, moment)


def has_passed(due: Due, moment: datetime) -> bool:
    """Tell whether the last moment of a deadline lies behind, whatever that means."""
    if due.timed:
        return _utc(moment) > _utc(due.at)
    return day_of(moment) > day_of(due.at)


def is_kept(due: Due, done_at: datetime) -> bool | None:
    """Tell whether what was done at a moment kept its deadline; None where none bound."""
    if due.deadline.earliest:
        return _utc(done_at) >= _utc(due.at)
    return not is_late(due, done_at) if due.deadline.is_binding else None


def counted_from(deadline: Deadline, source: date, calendar: Calendar) -> date:
    """Return the day that is counted from: what the family may do begins when the letter comes."""
    is_by_letter = deadline.whose is Whose.FAMILY and not deadline.before
    return source + DAY * calendar.letter_days if is_by_letter else source


def last_day(deadline: Deadline, source: date, calendar: Calendar) -> date:
    """Count days, weeks or months from a day, before any rolling."""
    source = counted_from(deadline, source, calendar)
    duration = deadline.duration
    if duration is None:
        return source
    pace = -1 if deadline.before else 1
    counted = deadline.event_day is EventDay.COUNTS
    if duration.unit is Unit.WEEKDAYS:
        return _count_days(source, duration.amount, pace, counted, calendar.is_weekday)
    if duration.unit is Unit.WORKDAYS:
        return _count_days(source, duration.amount, pace, counted, calendar.is_workday)
    if duration.unit is Unit.MONTHS:
        ends = _add_months(source, duration.amount * pace)
    else:
        ends = source + DAY * (duration.amount * _FEW_DAYS_A_MONTH[duration.unit] * pace)
    return ends - DAY * pace if counted and duration.amount else ends


def whole_parts(deadline: Deadline) -> tuple[Deadline, ...]:
    """Return the simple deadlines in it; each of several is handed what only the whole says."""
    if not deadline.several:
        return (deadline,)
    return tuple(
        replace(
            part,
            law=part.law or (None if part.reason else deadline.law),
            reason=part.reason or ("" if part.law else deadline.reason),
            last_day=deadline.last_day if part.last_day is LastDay.UNKNOWN else part.last_day,
            earliest=part.earliest or deadline.earliest,
            whose=deadline.whose if part.whose is Whose.OURS else part.whose,
            ends=part.ends or deadline.ends,
            unless=part.unless or deadline.unless,
            late=part.late or deadline.late,
        )
        for part in deadline.several
    )


def _count(deadline: Deadline, duration: Duration, source: datetime, calendar: Calendar) -> Due:
    if duration.unit is Unit.HOURS:
        at = _count_hours(source, duration.amount * (-1 if deadline.before else 1))
        return Due(at, True, source, deadline)
    ends = last_day(deadline, day_of(source), calendar)
    if deadline.earliest:
        return Due(datetime.combine(ends, time.min, ZONE), False, source, deadline)
    workday = ends if deadline.before else calendar.next_workday(ends)
    is_ours = deadline.whose is Whose.OURS
    final = workday if deadline.last_day is LastDay.ROLLS and not is_ours else ends
    return Due(
        datetime.combine(final, _LAST_MOMENT, ZONE),
        False,
        source,
        deadline,
        rolled=final != ends,
        aim=_aim(final, day_of(source), deadline, calendar) if is_ours else None,
        at_least=deadline.whose is Whose.FAMILY
        and deadline.last_day is LastDay.UNKNOWN
        and workday != ends,
    )


def _aim(ends: date, source: date, deadline: Deadline, calendar: Calendar) -> date | None:
    """Return the last open day before, where the last day is none; never before the event."""
    aim = calendar.last_open_day(ends)
    is_too_early = aim < source and not deadline.before
    return None if aim == ends or is_too_early else aim


def _count_hours(source: datetime, hours: int) -> datetime:
    """Count by the clock and by the hours passed, and take what comes first."""
    span = timedelta(hours=hours)
    by_clock = _utc(source.replace(tzinfo=None) + span, source.fold)
    return min(by_clock, _utc(source) + span).astimezone(ZONE)


def _count_days(
    source: date, amount: int, pace: int, counted: bool, fits: Callable[[date], bool]
) -> date:
    """Walk over the days that count; with `counted` the day of the event may be the first."""
    day = source
    left = amount - (counted and amount > 0 and fits(source))
    while left > 0:
        day += DAY * pace
        left -= fits(day)
    return day


def _add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _utc(moment: datetime, fold: int | None = None) -> datetime:
    """Leave local time, where hours go missing and come twice, before comparing or adding."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=ZONE, fold=moment.fold if fold is None else fold)
    return moment.astimezone(UTC)


def counts_hours_from(procedure: Procedure, event: str) -> bool:
    """Tell whether the time of day of an event matters to a deadline of a procedure."""
    names = {f"{DATE_PREFIX}{event}"}
    if event in (TRIGGER, procedure.trigger_event):
        names.add(TRIGGER)
    return any(
        part.duration is not None
        and part.duration.unit is Unit.HOURS
        and names.intersection((part.after, part.before))
        for step in procedure.steps
        if step.deadline is not None
        for part in step.deadline.parts
    )
