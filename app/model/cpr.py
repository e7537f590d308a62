"""Finding what may be a CPR number, so that none is ever kept.

A CPR number is a birth date (DDMMYY) and four digits. Whether the last digit checks is no longer
a sign, so the date decides. It is strict on the safe side: better to refuse a number that only
looks like one than to keep one that is.
"""

import re

_SIGN = r"[\s\-./\u2010-\u2015]"
_DATE_FIRST = re.compile(
    rf"(?<!\d)(?=(?P<day>\d\d){_SIGN}?(?P<month>\d\d){_SIGN}?\d\d{_SIGN}{{0,3}}\d{{4}}(?!\d))"
)
"""Matches no text of its own, so that a number that overlaps another is not passed over."""

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def holds_cpr(text: str) -> bool:
    """Tell whether a text holds something like a CPR number.

    That is ten digits whose first six make a date, with or without a hyphen, space, dot or slash
    after the first six or between the pairs. Digits that are part of a longer number are not
    meant.
    """
    found = _DATE_FIRST.finditer(text)
    return any(_is_date(int(match["day"]), int(match["month"])) for match in found)


def _is_date(day: int, month: int) -> bool:
    """Any year will do: 29 February is a birthday in one century or another."""
    return 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]
