"""Reading dates and times of day as Danes write them: `27.11.2026 kl. 9.15`, `27/11`, `i går`.

The day stands before the month, always. What could mean more than one moment is not read at all;
why not is told by a code, and others put it into words.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from msgspec import Struct

from app.model.times import ZONE, day_of, local

FIRST_YEAR, LAST_YEAR = 1990, 2100
_NEXT_CENTURY = 90
"""A year of two digits below this one is of the 2000s."""


class Unread(StrEnum):
    """Why a text is not read."""

    EMPTY = "empty"
    UNCLEAR = "unclear"
    NO_SUCH_DAY = "no_such_day"
    NO_SUCH_TIME = "no_such_time"
    OTHER_WEEKDAY = "other_weekday"
    UNLIKELY_YEAR = "unlikely_year"
    DAY_MISSING = "day_missing"
    TIME_MISSING = "time_missing"
    AHEAD = "ahead"


class Lies(StrEnum):
    """Where in time lies what is written of; a day without a year is looked for there."""

    ANYWHERE = "anywhere"
    BEHIND = "behind"
    AHEAD = "ahead"


_A_LITTLE = timedelta(minutes=1)
"""So much one may be ahead of the clock."""

_A_SLIP = timedelta(days=7)
"""A day this near is meant even on the wrong side of today: better told of than a year away."""


class FoundMoment(Struct, frozen=True):
    """A point in time that was read. Without a time of day it is the beginning of the day."""

    at: datetime
    has_time: bool


class FoundDay(Struct, frozen=True):
    """A day that was read, and in how many digits its year was written; 0 where it was not."""

    day: date
    year_digits: int = 4


_WORDS = {"iforgårs": -2, "igår": -1, "idag": 0, "imorgen": 1, "iovermorgen": 2}
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_WEEKDAYS = ("man", "tir", "ons", "tor", "fre", "lør", "søn")
_MONTH = (
    r"jan(?:uar)?|feb(?:ruar)?|mar(?:ts)?|apr(?:il)?|maj|juni?|juli?|aug(?:ust)?|"
    r"sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_POINT = r"\s*[.,/\-–]\s*"
_WEEKDAY = re.compile(
    r"(?:(?P<weekday>man|tirs?|ons|tors?|fre|lør|søn)(?:dag)?\b\.?,?\s*)?(?:den\s+|d\.\s*)?(?=\d)"
)
_WORD = re.compile(r"i ?(?:forgårs|går|dag|morgen|overmorgen)")
_DAYS = tuple(
    map(
        re.compile,
        (
            r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})",
            r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4}|\d{2})",
            rf"(?P<day>\d{{1,2}}){_POINT}(?P<month>\d{{1,2}}){_POINT}(?P<year>\d{{4}}|\d{{2}})",
            rf"(?P<day>\d{{1,2}})(?:{_POINT}|\s+)(?P<month>\d{{1,2}})\.?\s+(?P<year>\d{{4}})",
            rf"(?P<day>\d{{1,2}}){_POINT}(?P<month>\d{{1,2}})\.?",
            rf"(?P<day>\d{{1,2}})\.?\s*(?P<named>{_MONTH})\.?(?:,?\s*(?P<year>\d{{4}}))?",
        ),
    )
)
_KL = r"(?:kl(?:\.|\b)|klokken\b)\s*"
_POINTED = r"(?P<hour>\d{1,2})\s*[.:,]\s*(?P<minute>\d{2})"
_DIGITS = r"(?P<hour>\d{1,2}?)(?P<minute>\d{2})"
_HOUR = r"(?P<hour>\d{1,2})"
_CLEAR_TIMES = tuple(map(re.compile, (_KL + _POINTED, _KL + _DIGITS, _KL + _HOUR, _POINTED)))
_BARE_DIGITS, _BARE_HOUR = re.compile(_DIGITS), re.compile(_HOUR)
"""Digits alone could be a year too, so they are a time only after a day that has its own."""
_BETWEEN = re.compile(r"\s*,\s*|\s+|(?<=\d)(?=kl)")


def read_day(text: str, today: date, lies: Lies = Lies.ANYWHERE) -> date | Unread:
    """Read a date. Without a year it is the one nearest to today, on the side where it lies."""
    found = find_day(text, today, lies)
    if isinstance(found, Unread):
        return found
    return Unread.AHEAD if lies is Lies.BEHIND and found.day > today else found.day


def find_day(text: str, today: date, lies: Lies = Lies.ANYWHERE) -> FoundDay | Unread:
    """Read a date as `read_day` does, and tell whether it has its year."""
    tidy = _tidy(text)
    return _day(tidy, today, lies) or Unread.UNCLEAR if tidy else Unread.EMPTY


def read_clock(text: str) -> time | Unread:
    """Read a time of day: `9.15`, `kl. 9`, `0915`."""
    tidy = _tidy(text)
    if not tidy:
        return Unread.EMPTY
    return _clock(tidy, (*_CLEAR_TIMES, _BARE_DIGITS, _BARE_HOUR)) or Unread.UNCLEAR


def read_moment(text: str, now: datetime, lies: Lies = Lies.ANYWHERE) -> FoundMoment | Unread:
    """Read a date with a time of day, in Danish local time. `nu` is this minute."""
    tidy = re.sub(r"(?:\s+kl\.?|,)$", "", _tidy(text))
    if not tidy:
        return Unread.EMPTY
    if tidy == "nu":
        return FoundMoment(local(now).replace(second=0, microsecond=0), has_time=True)
    readings = list(_readings(tidy, day_of(now), lies))
    moments = [one for one in readings if isinstance(one, FoundMoment)]
    if moments:
        is_ahead = lies is Lies.BEHIND and moments[0].at > now + _A_LITTLE
        found = Unread.AHEAD if is_ahead else moments[0]
        return found if len(moments) == 1 else Unread.UNCLEAR
    if isinstance(_clock(tidy, _CLEAR_TIMES), time):
        return Unread.DAY_MISSING
    return next((one for one in readings if isinstance(one, Unread)), Unread.UNCLEAR)


def _tidy(text: str) -> str:
    return " ".join(text.casefold().split())


def _readings(text: str, today: date, lies: Lies) -> Iterator[FoundMoment | Unread]:
    """Try every place where the day may end and the time begin."""
    yield from _reading(text, "", today, lies)
    for gap in _BETWEEN.finditer(text):
        yield from _reading(text[: gap.start()], text[gap.end() :], today, lies)


def _reading(before: str, after: str, today: date, lies: Lies) -> Iterator[FoundMoment | Unread]:
    """Read a day and a time, if their texts have the form of one."""
    found = _day(before, today, lies)
    clock = _clock(after, _times_after(found)) if after else time()
    if found is None or clock is None:
        return
    if isinstance(found, Unread):
        yield found
    elif isinstance(clock, Unread):
        yield clock
    else:
        at = datetime.combine(found.day, clock, ZONE)
        exists = local(at.astimezone(UTC)).replace(tzinfo=None) == at.replace(tzinfo=None)
        yield FoundMoment(at, bool(after)) if exists else Unread.NO_SUCH_TIME


def _times_after(found: FoundDay | Unread | None) -> Sequence[re.Pattern[str]]:
    """Return the forms of time that are clear after a day."""
    digits = found.year_digits if isinstance(found, FoundDay) else 0
    bare = (_BARE_DIGITS,) if digits else ()
    return (*_CLEAR_TIMES, *bare, _BARE_HOUR) if digits > 2 else (*_CLEAR_TIMES, *bare)


def _day(text: str, today: date, lies: Lies) -> FoundDay | Unread | None:
    """Read a day; None where the text has the form of none."""
    if _WORD.fullmatch(text):
        away = _WORDS[text.replace(" ", "")]
        return FoundDay(today + timedelta(days=away))
    lead = _WEEKDAY.match(text)
    if lead is None:
        return None
    for form in _DAYS:
        found = form.fullmatch(text, lead.end())
        if found is not None:
            return _checked(_day_of(found.groupdict(), today, lies), lead["weekday"])
    return None


def _day_of(said: dict[str, str | None], today: date, lies: Lies) -> FoundDay | Unread:
    named, written = said.get("named"), said.get("year")
    month = _MONTHS.index(named[:3]) + 1 if named else int(said["month"] or 0)
    day = int(said["day"] or 0)
    years = (today.year - 1, today.year, today.year + 1)
    if written is not None:
        years = (_year(written),) * 3
        if not FIRST_YEAR <= years[0] <= LAST_YEAR:
            return Unread.UNLIKELY_YEAR
    days = [one for year in years if (one := _date(year, month, day)) is not None]
    if not days:
        return Unread.NO_SUCH_DAY
    return FoundDay(_nearest(days, today, lies), len(written or ""))


def _nearest(days: Sequence[date], today: date, lies: Lies) -> date:
    """Return the day nearest to today on the side where it lies, if there is one."""
    nearest = min(days, key=lambda one: abs(one - today))
    if lies is Lies.ANYWHERE or abs(nearest - today) <= _A_SLIP:
        return nearest
    there = [one for one in days if (one < today) is (lies is Lies.BEHIND)]
    return min(there or days, key=lambda one: abs(one - today))


def _year(written: str) -> int:
    year = int(written)
    if len(written) > 2:
        return year
    return year + (2000 if year < _NEXT_CENTURY else 1900)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _checked(found: FoundDay | Unread, weekday: str | None) -> FoundDay | Unread:
    """Refuse a day that does not fall on the weekday written before it."""
    if isinstance(found, Unread) or weekday is None:
        return found
    falls_on = _WEEKDAYS[found.day.weekday()]
    return found if weekday.startswith(falls_on) else Unread.OTHER_WEEKDAY


def _clock(text: str, forms: Sequence[re.Pattern[str]]) -> time | Unread | None:
    """Read a time of day; None where the text has the form of none."""
    for form in forms:
        found = form.fullmatch(text)
        if found is not None:
            hour, minute = int(found["hour"]), int(found.groupdict().get("minute") or 0)
            fits = hour < 24 and minute < 60
            return time(hour, minute) if fits else Unread.NO_SUCH_TIME
    return None
