"""Reading deadlines as Danes write them: `senest 6 hverdage efter modtagelsen`, `inden 24 timer`.

What is found is a length of time and the words for what it is counted from. What those words
mean is for others to say.
"""

import re

from msgspec import Struct

from app.model.ids import Within
from app.model.library.procedure import Unit

_NUMBERS = {
    "en": 1, "et": 1, "én": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7,
    "otte": 8, "ni": 9, "ti": 10, "tolv": 12, "fjorten": 14,
}  # fmt: skip
_UNITS = {
    "time": (Unit.HOURS, 1),
    "døgn": (Unit.HOURS, 24),
    "dag": (Unit.DAYS, 1),
    "kalenderdag": (Unit.DAYS, 1),
    "uge": (Unit.WEEKS, 1),
    "måned": (Unit.MONTHS, 1),
    "år": (Unit.MONTHS, 12),
    "hverdag": (Unit.WEEKDAYS, 1),
    "arbejdsdag": (Unit.WORKDAYS, 1),
}
_AMOUNT = rf"(?P<amount>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_UNIT = r"(?P<unit>kalenderdag|hverdag|arbejdsdag|time|døgn|dag|uge|måned|år)(?:en|et|r|e|er)?"
_LENGTH = rf"{_AMOUNT}\s+{_UNIT}(?![\wæøå])"
_LEAD = (
    r"(?P<lead>senest(?:\s+inden(?:\s+for)?)?|inden(?:for|\s+for)?|højst|i\s+løbet\s+af|tidligst|"
    r"frist(?:en)?(?:\s+er)?\s*:?|hurtigst\s+muligt\s+og\s+senest|snarest\s+og\s+senest)"
)
_TAIL = (
    r"(?:\s+(?P<way>efter|fra|før|inden)\s+"
    r"(?P<event>[^.;:()\n]{2,80}?)(?=\s*(?:[.;:()\n,]|$|\bog\b)))?"
)
_SAID = re.compile(rf"(?<![\wæøå]){_LEAD}\s+{_LENGTH}{_TAIL}", re.IGNORECASE)
_BARE = re.compile(rf"^\s*(?:{_LEAD}\s+)?{_LENGTH}{_TAIL}", re.IGNORECASE)
_SAME_DAY = re.compile(r"(?<![\wæøå])(?P<same>samme\s+dag)(?![\wæøå])", re.IGNORECASE)
_LINKS = re.compile(r"[\s.,;:()]+|\b(?:jf|jfr)\b", re.IGNORECASE)


_LENGTH_ALONE = re.compile(rf"(?<![\wæøå]){_LENGTH}", re.IGNORECASE)


class FoundTime(Struct, frozen=True):
    """A length of time in a text. `event` are the words for what it is counted from, if any."""

    start: int
    end: int
    within: Within
    is_before: bool = False
    is_earliest: bool = False
    event: str = ""


def find_time(text: str, *, is_deadline: bool = False) -> FoundTime | None:
    """Return the first deadline of a text.

    A bare length of time is one only where the text is said to be a deadline, as in its column.
    """
    found = _SAID.search(text) or (_BARE.match(text) if is_deadline else None)
    if found is not None:
        return _read(found)
    same = _SAME_DAY.search(text) if is_deadline else None
    return FoundTime(same.start(), same.end(), f"0 {Unit.DAYS}") if same else None


def other_times(text: str, found: FoundTime, *, is_deadline: bool = False) -> tuple[str, ...]:
    """Return the other deadlines of a text as they are written, beside the one that was found.

    The same length of time once more is no other.
    """
    pattern = _LENGTH_ALONE if is_deadline else _SAID
    beside: dict[Within, str] = {}
    for one in pattern.finditer(text):
        if one.end() <= found.start or one.start() >= found.end:
            beside.setdefault(_within(one), one[0].strip())
    beside.pop(found.within, None)
    return tuple(beside.values())


def rest_of_time(text: str, found: FoundTime) -> str:
    """Return what a text says besides the deadline in it, without the signs between."""
    return _LINKS.sub(" ", f"{text[: found.start]} {text[found.end :]}").strip()


def _read(found: re.Match[str]) -> FoundTime:
    lead = (found["lead"] or "").casefold()
    return FoundTime(
        found.start(),
        found.end(),
        _within(found),
        (found["way"] or "").casefold() in ("før", "inden"),
        lead == "tidligst",
        (found["event"] or "").strip(" ,"),
    )


def _within(found: re.Match[str]) -> Within:
    amount = _NUMBERS.get(found["amount"].casefold()) or int(found["amount"])
    unit, times = _UNITS[found["unit"].casefold()]
    return f"{amount * times} {unit}"
