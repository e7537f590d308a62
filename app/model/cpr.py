"""Finding what may be a CPR number, so that none is ever kept.

A CPR number is a birth date and four digits; a replacement number has 60 added to its day. Whether
the last digit checks is no longer a sign, so the date decides. It is strict on the safe side:
better to refuse a number that only looks like one than to keep one that is. Only what a date
mostly stands beside in a plain text is let be: a time, a case number, a telephone number.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

BLANK = "•"

_GONE = {"Cf", "Cc", "Mn", "Me"}
_DASHES = "\u2212\u2043\u02d7\u2796~\u223c"
_DOTS = "\u00b7\u2022\u2027\u2219\u22c5\u30fb\u3002"
_SLASHES = "\u2044\u2215\\"


class _Folds(dict[int, str]):
    """How each sign is read: every digit as one of ten, every dash as one, what nobody sees gone.

    Raised and ringed digits are digits to some and a note to a number to others, so a text is
    read both ways.
    """

    def __init__(self, *, with_raised: bool) -> None:
        super().__init__()
        self._with_raised = with_raised

    def __missing__(self, code: int) -> str:
        self[code] = folded = self._fold(chr(code))
        return folded

    def _fold(self, sign: str) -> str:
        kind = unicodedata.category(sign)
        if kind == "Nd":
            return str(unicodedata.decimal(sign))
        if kind in _GONE and not sign.isspace():
            return ""
        if kind == "Pd" or sign in _DASHES:
            return "-"
        if sign in _SLASHES:
            return "/"
        if sign in _DOTS and sign != BLANK:
            return "."
        plain = unicodedata.normalize("NFKC", sign)
        if plain == sign or (any(map(str.isdigit, plain)) and not self._with_raised):
            return sign
        return plain.translate(self)


_WAYS = (_Folds(with_raised=False), _Folds(with_raised=True))

_PART = r"(?:\s?[\-./_]\s?|\s)?"
_SIGN = r"\s?[\-./_]\s?"
_INNER = r"(?:[^\w\r\n\u2028\u2029]|_)?"
_GAP = r"(?P<gap>[\s\-./_]{0,3})"
_FOUR = rf"(?P<four>\d{_INNER}\d{_INNER}\d{_INNER}\d)(?!\d)"
_DAY, _MONTH = r"(?P<day>\d\d)", r"(?P<month>\d\d)"
_DAY_OR_ONE, _MONTH_OR_ONE = r"(?P<day>\d\d?)", r"(?P<month>\d\d?)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SHORT = r"(?P<year>\d\d)"
_MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
_NAMED = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*"


def _form(date: str, gap: str = _GAP) -> re.Pattern[str]:
    return re.compile(rf"(?P<date>{date}){gap}{_FOUR}", re.IGNORECASE)


@cache
def _day_first() -> tuple[re.Pattern[str], ...]:
    """Return the forms that are looked for; made when first needed, as that takes a while."""
    return (
        _form(rf"{_DAY}{_MONTH}{_SHORT}", r"(?P<gap>(?:[^\w]|_){0,3})"),
        _form(rf"{_DAY}{_PART}{_MONTH}{_PART}{_SHORT}"),
        _form(rf"{_DAY}{_PART}{_MONTH}{_PART}{_YEAR}"),
        _form(rf"{_DAY_OR_ONE}{_SIGN}{_MONTH_OR_ONE}{_SIGN}{_SHORT}"),
        _form(rf"{_DAY_OR_ONE}{_SIGN}{_MONTH_OR_ONE}{_SIGN}{_YEAR}"),
        _form(rf"{_DAY_OR_ONE}\.?\s?{_NAMED}\.?\s?{_YEAR}", r"(?P<gap>\s?-\s?)"),
    )


@cache
def _year_first() -> tuple[re.Pattern[str], ...]:
    parted = rf"{_YEAR}{_SIGN}{_MONTH_OR_ONE}{_SIGN}{_DAY_OR_ONE}"
    return (
        _form(rf"{_YEAR}{_MONTH}{_DAY}"),
        _form(parted, r"(?P<gap>[\s\-./_]{1,3})"),
    )


_BEGINNING = re.compile(r"(?<!\d)\d(?=\D{0,14}\d(?:\D{0,3}\d){6})")
"""Where enough digits stand near each other: only there is it looked closer."""

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_REPLACED = 60

_CASE = re.compile(r"[-/]\d")
_PHONE = re.compile(r" \d{4}(?!\d)|\s?-\s?\d{4}(?!\d)")
_MORE = re.compile(r"[\s\-./:]?\d")
_HALVES = re.compile(r"\d\d[ \-.:]?\d\d")
_JOINED = re.compile(r"\d[\-./]")
_CLOCK = re.compile(r"\d:(?:\d\d\.)?")
_LINE_END = re.compile(r"\s*[\r\n\u2028\u2029]")
_RECENT = 2020
_DAY_BEGINS, _DAY_ENDS = 7, 21


class _Candidate(NamedTuple):
    """A date with four digits behind it, and what stands around them."""

    text: str
    start: int
    end: int
    date: str
    year: int
    gap: str
    four: str
    is_year_first: bool

    @property
    def before(self) -> str:
        """Return the two signs before it."""
        return self.text[max(0, self.start - 2) : self.start]

    @property
    def is_within_time(self) -> bool:
        """Tell whether it begins with the seconds of a time, or with the fraction of one."""
        before = self.text[max(0, self.start - len("1:23.")) : self.start]
        return any(_CLOCK.fullmatch(before[-long:]) for long in (2, 5))

    @property
    def is_parted(self) -> bool:
        """Tell whether the date is written as dates mostly are, with signs between its parts."""
        return not self.date.isdigit()

    @property
    def is_tight(self) -> bool:
        """Tell whether it is written as only CPR numbers are: six digits and a hyphen."""
        return not self.is_parted and "-" in self.gap

    @property
    def is_short(self) -> bool:
        """Tell whether the date is six digits and no more."""
        return len(self.date) == len("010190")

    @property
    def inner(self) -> str:
        """Return what stands between the second and the third of the four digits."""
        return self.four[2:-2] if _HALVES.fullmatch(self.four) else ""

    @property
    def is_broken(self) -> bool:
        """Tell whether a sign stands within the four digits."""
        return not self.four.isdigit()


def holds_cpr(text: str) -> bool:
    """Tell whether a text holds something like a CPR number.

    That is a date and four digits, with or without signs between the date and the digits, between
    the parts of either, and whatever way each of them is written. Digits that are part of a longer
    number are not meant.
    """
    return next(_found(text), None) is not None


def without_cpr(text: str) -> str:
    """Return a text whose numbers that may be CPR numbers are dots; it is as long as before."""
    while spans := [*_found(text)]:  # what is taken away may let another one be seen
        signs = list(text)
        for start, end in spans:
            signs[start:end] = [_blanked(sign) for sign in signs[start:end]]
        text = "".join(signs)
    return text


def _blanked(sign: str) -> str:
    return BLANK if any(map(str.isdigit, sign.translate(_WAYS[-1]))) else sign


def _found(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each stands in the text, as it was written."""
    if text.isascii():
        yield from _seen(text.translate(_WAYS[0])) if not text.isprintable() else _seen(text)
        return
    for way in _WAYS:
        folded = text.translate(way)
        spans = [*_seen(folded)]
        if spans:
            places = [at for at, sign in enumerate(text) for _ in sign.translate(way)]
            yield from ((places[start], places[end - 1] + 1) for start, end in spans)


def _seen(text: str) -> Iterator[tuple[int, int]]:
    """Look from every number on, so that one that overlaps another is not passed over."""
    for beginning in _BEGINNING.finditer(text):
        for form in (*_day_first(), *_year_first()):
            match = form.match(text, beginning.start())
            if match and _is_birth_date(match) and _is_number(_candidate(match)):
                yield match.span()


def _candidate(match: re.Match[str]) -> _Candidate:
    start, end = match.span()
    year = int(match["year"])
    if len(match["year"]) == len("90"):
        year += 2000 if year < 37 else 1900
    return _Candidate(
        match.string,
        start,
        end,
        match["date"],
        year,
        match["gap"],
        match["four"],
        match.re in _year_first(),
    )


def _is_birth_date(match: re.Match[str]) -> bool:
    """Any year will do: 29 February is a birthday in one century or another."""
    parts = match.groupdict()
    day = int(parts["day"])
    name = parts.get("name")
    month = int(parts["month"]) if name is None else _MONTHS.index(name.lower()) + 1
    if not 1 <= month <= 12:
        return False
    return 1 <= (day - _REPLACED if day > _REPLACED else day) <= _DAYS[month - 1]


def _is_number(seen: _Candidate) -> bool:
    if seen.is_year_first and _JOINED.fullmatch(seen.before):
        return False  # the year of the date before it
    if not seen.is_tight and (seen.is_within_time or _ends_a_period(seen)):
        return False
    if seen.is_broken and not _is_one_number(seen):
        return False
    return seen.is_tight or not (_is_time(seen) or _is_what_follows_a_date(seen))


def _ends_a_period(seen: _Candidate) -> bool:
    """Tell whether it is the second half of `23.03-03.07.2027`, with its year at the end."""
    is_year = seen.four.isdigit() and seen.four[:2] in {"19", "20"}
    return is_year and seen.is_parted and _JOINED.fullmatch(seen.before) is not None


def _is_one_number(seen: _Candidate) -> bool:
    """Tell whether four digits with a sign within belong to the date, and end with it."""
    if seen.is_tight:
        return True
    if not seen.gap or _MORE.match(seen.text, seen.end):
        return False
    if not seen.is_parted:
        return True
    return not any(map(str.isdigit, seen.before)) and _HALVES.fullmatch(seen.four) is not None


def _is_time(seen: _Candidate) -> bool:
    digits = "".join(sign for sign in seen.four if sign.isdigit())
    hours, minutes = int(digits[:2]), int(digits[2:])
    is_recent = seen.year >= _RECENT
    is_clock = hours < 24 and minutes < 60
    if seen.inner in {".", ":"}:
        return is_clock and (seen.is_parted or is_recent)
    if seen.inner == "-":
        return hours < minutes <= 24
    if seen.is_year_first and "-" not in seen.gap:
        return is_clock and is_recent
    is_by_day = _DAY_BEGINS <= hours <= _DAY_ENDS and minutes < 60 and minutes % 5 == 0
    return seen.is_parted and is_recent and is_by_day and " " in seen.gap


def _is_what_follows_a_date(seen: _Candidate) -> bool:
    """Tell whether the digits are another number: of a case or a telephone, or of a town."""
    if seen.is_broken:
        return False
    if seen.four[:2] in {"19", "20"} and _CASE.match(seen.text, seen.end):
        return True
    if seen.is_short:
        return False
    if not seen.gap.strip() and _PHONE.match(seen.text, seen.end):
        return True
    is_whole = f"{seen.year}" in seen.date
    return is_whole and _LINE_END.match(seen.gap) is not None
