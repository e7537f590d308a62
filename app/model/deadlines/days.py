"""Which days count: public holidays, hverdage, arbejdsdage, and days the office is open.

Sources, as read in the library's ground (act, section): public holidays are New Year's Day,
Maundy Thursday, Good Friday, Easter Day and Monday, Ascension Day, Whit Sunday and Monday,
Christmas Day and the day after; Store Bededag is an ordinary day from 2024 (LOV 214 of 6.3.2023).
1 May, 5 June, 24 and 31 December are none, but an office may close on them.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

DAY = timedelta(days=1)
_SATURDAY = 5
_SUNDAY = 6

_FIXED = ((1, 1), (12, 25), (12, 26))
_FROM_EASTER = (-3, -2, 0, 1, 39, 49, 50)
"""Maundy Thursday, Good Friday, Easter Day and Monday, Ascension Day, Whit Sunday and Monday."""

_BEDEDAG = 26
_LAST_WITH_BEDEDAG = 2023


class Calendar(Struct, frozen=True):
    """How days are counted here.

    `saturday_counts` tells whether Saturday is a hverdag; that it is gives the earlier date, so
    it is the safe choice where the law is silent. `closed_days` are the days the office is shut,
    as `12-24` (every year) or `2026-12-28`. They move the day to aim at and nothing else: a
    municipality cannot lengthen what the law gives it by staying at home. `letter_days` are how
    long a letter is under way: what the family may do counts from when it has come.
    """

    saturday_counts: bool = True
    closed_days: frozenset[str] = frozenset()
    letter_days: int = 0

    def is_holiday(self, day: date) -> bool:
        """Tell whether a day is a public holiday."""
        return day in holidays_of(day.year)

    def is_workday(self, day: date) -> bool:
        """Tell whether a day is an arbejdsdag: Monday to Friday and no public holiday."""
        return day.weekday() < _SATURDAY and not self.is_holiday(day)

    def is_weekday(self, day: date) -> bool:
        """Tell whether a day is a hverdag: as an arbejdsdag, with Saturday where it counts."""
        last = _SUNDAY if self.saturday_counts else _SATURDAY
        return day.weekday() < last and not self.is_holiday(day)

    def is_open(self, day: date) -> bool:
        """Tell whether there is somebody at work on a day."""
        return self.is_workday(day) and not self._is_closed(day)

    def next_workday(self, day: date) -> date:
        """Return the day itself if it is an arbejdsdag, else the first one after it."""
        return _walk(day, DAY, self.is_workday)

    def last_open_day(self, day: date) -> date:
        """Return the day itself if there is somebody at work, else the last such day before."""
        return _walk(day, -DAY, self.is_open)

    def _is_closed(self, day: date) -> bool:
        written = day.isoformat()
        return written in self.closed_days or written[5:] in self.closed_days


@cache
def holidays_of(year: int) -> frozenset[date]:
    """Return the Danish public holidays of a year."""
    easter = easter_of(year)
    from_easter = _FROM_EASTER if year > _LAST_WITH_BEDEDAG else (*_FROM_EASTER, _BEDEDAG)
    fixed = (date(year, month, day) for month, day in _FIXED)
    return frozenset((*fixed, *(easter + days * DAY for days in from_easter)))


def easter_of(year: int) -> date:
    """Return Easter Day: the Sunday after the first full moon of spring, as the church counts it.

    The rule of Gauss in the form without exceptions that J. M. Oudin gave it (1940).
    """
    century = year // 100
    golden = year % 19
    moon = century - century // 4 - (century - (century - 17) // 25) // 3 + 19 * golden + 15
    moon %= 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    ahead = moon - weekday
    month = 3 + (ahead + 40) // 44
    return date(year, month, ahead + 28 - 31 * (month // 4))


def _walk(day: date, pace: timedelta, fits: Callable[[date], bool]) -> date:
    """Go from a day to the first that fits, at most a year: an office may have closed for good."""
    walked = day
    for _ in range(366):
        if fits(walked):
            return walked
        walked += pace
    return day
