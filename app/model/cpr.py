"""Finding what may be a CPR number, so that none is ever kept.

A CPR number is a birth date (DDMMYY, by some written DDMMYYYY) and four digits. Whether the last
digit checks is no longer a sign, so the date decides. It is strict on the safe side: better to
refuse a number that only looks like one than to keep one that is.
"""

import re
from collections.abc import Iterator

BLANK = "•"

_SIGN = r"[\s\-./\u2010-\u2015]"
_DATE_FIRST = re.compile(
    rf"(?<!\d)(?=(?P<number>(?P<day>\d\d){_SIGN}?(?P<month>\d\d){_SIGN}?\d\d{_SIGN}{{0,3}}\d{{4}})"
    r"(?!\d))"
)
"""Matches no text of its own, so that a number that overlaps another is not passed over."""

_WHOLE_YEAR_FIRST = re.compile(
    rf"(?<!\d)(?=(?P<number>(?P<day>\d\d){_SIGN}?(?P<month>\d\d){_SIGN}?(?:19|20)\d\d"
    rf"(?!\s*[\r\n\u2028\u2029]){_SIGN}{{0,3}}"
    r"(?!(?:19|20)\d\d[-/]\d|\d{4} \d{4}(?!\d))\d{4})(?!\d))"
)
"""The same with the year in full, as dates are mostly written, so what stands behind one in a plain
text is let be: the case number or the telephone number after it, the town on the line below it."""

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def holds_cpr(text: str) -> bool:
    """Tell whether a text holds something like a CPR number.

    That is a date and four digits, with or without a hyphen, space, dot or slash after the date
    or between its parts; the year may be written in full. Digits that are part of a longer number
    are not meant.
    """
    return next(_found(text), None) is not None


def without_cpr(text: str) -> str:
    """Return a text whose numbers that may be CPR numbers are dots; it is as long as before."""
    while spans := [*_found(text)]:  # what is taken away may let another one be seen
        signs = list(text)
        for start, end in spans:
            signs[start:end] = [BLANK if sign.isdigit() else sign for sign in signs[start:end]]
        text = "".join(signs)
    return text


def _found(text: str) -> Iterator[tuple[int, int]]:
    for form in (_DATE_FIRST, _WHOLE_YEAR_FIRST):
        for match in form.finditer(text):
            if _is_date(int(match["day"]), int(match["month"])):
                yield match.span("number")


def _is_date(day: int, month: int) -> bool:
    """Any year will do: 29 February is a birthday in one century or another."""
    return 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]
