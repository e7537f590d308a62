"""Danish local time: the zone that clocks, days and deadlines are read in."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Copenhagen")


def local(moment: datetime) -> datetime:
    """Return a moment as Danish local time; one without a zone is taken to be Danish already."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=ZONE)
    return moment.astimezone(ZONE)


def day_of(moment: datetime) -> date:
    """Return the day a moment falls on in Denmark. In the night it is another than in UTC."""
    return local(moment).date()


def end_of_day(now: datetime) -> datetime:
    """Return the last moment of today."""
    return local(now).replace(hour=23, minute=59, second=59, microsecond=0)


def end_of_week(now: datetime) -> datetime:
    """Return the last moment of this week's Sunday."""
    today = local(now)
    return end_of_day(today + timedelta(days=6 - today.weekday()))


def is_over(at: datetime, now: datetime, *, timed: bool) -> bool:
    """Tell whether a deadline has run out; one that counts in days lasts the whole day."""
    return at < now if timed else day_of(at) < day_of(now)


def comes_twice(moment: datetime) -> bool:
    """Tell whether the clock shows this twice: in the night when it is set back."""
    clock = local(moment)
    return clock.replace(fold=0).utcoffset() != clock.replace(fold=1).utcoffset()
