"""The days an office is shut, between the words of a Dane and those that a `Calendar` reads.

`24.12`, or `24.12 hvert år`, is every year, `28.12.2026` once; the calendar has them as `12-24`
and `2026-12-28`.
"""

import re
from datetime import date

from msgspec import Struct

from app.model.danish.moment_reading import FoundDay, Unread, find_day
from app.model.danish.time_notation import date_label

_BETWEEN = re.compile(r"[,;\n]|\bog\b")
_YEARLY = re.compile(r"\s+hvert år\.?$", re.IGNORECASE)
_LEAP_DAY = date(2024, 2, 29)


class NotADay(Struct, frozen=True):
    """What was written where a day was meant, and why it is none."""

    text: str
    why: Unread


def read_closing_days(text: str, today: date) -> tuple[str, ...] | NotADay:
    """Read days with commas between them; the first that is none ends the reading."""
    days: list[str] = []
    for part in filter(None, map(str.strip, _BETWEEN.split(text))):
        day = _YEARLY.sub("", part)
        found = find_day(day, today)
        if found is Unread.NO_SUCH_DAY:
            found = find_day(day, _LEAP_DAY)  # 29 February comes some years
        if not isinstance(found, Unread) and found.year_digits and day != part:
            found = Unread.UNCLEAR  # a year, and every year
        if isinstance(found, Unread):
            return NotADay(part, found)
        days.append(_kept(found))
    return tuple(dict.fromkeys(days))


def closing_days_label(days: tuple[str, ...]) -> str:
    """Write days as they are read again: `24.12, 28.12.2026`."""
    return ", ".join(map(_label, days))


def _kept(found: FoundDay) -> str:
    written = found.day.isoformat()
    return written if found.year_digits else written[len("2026-") :]


def _label(day: str) -> str:
    if day.count("-") > 1:
        return date_label(date.fromisoformat(day))
    month, of_month = map(int, day.split("-"))
    return f"{of_month}.{month}"
