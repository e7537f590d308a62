"""Reading law as Danes write it: `§ 136, stk. 2`, `forvaltningslovens §§ 19 og 20`.

What is found is a place in a text. Whether the provision is known is for the catalogue to say.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from app.model.danish.law_notation import MAIN_ACT
from app.model.library.catalogue import Catalogue

_LONGEST_RANGE = 15
_UNITS = r"(?:timer?|dage?|uger?|måned|hverdag|arbejdsdag|år|minut|%|pct|kr)"
_PARAGRAPH = rf"\d{{1,3}}(?!\d)(?:\s?[a-h](?![\wæøå]))?(?!\s*{_UNITS})"
_PART = rf"\d{{1,2}}(?!\d)(?!\.\s*(?:pkt|punktum|led))(?!\s*{_UNITS})"
_AND = r"\s*(?:,|og|samt|eller|-|–)\s*"
_PARTS = rf"(?:\s*,?\s*stk\.?\s*{_PART}(?:{_AND}{_PART})*)"
_SIGN = re.compile(rf"§\s*(?P<many>§)?\s*(?P<places>{_PARAGRAPH}{_PARTS}?)", re.IGNORECASE)
_MORE = re.compile(rf"(?P<and>{_AND})(?P<places>{_PARAGRAPH}{_PARTS}?)", re.IGNORECASE)
_PLACE = re.compile(rf"(?P<paragraph>{_PARAGRAPH})(?P<parts>{_PARTS})?", re.IGNORECASE)
_NUMBER = re.compile(r"(-|–)?\s*(\d{1,2})")
_FOREIGN_BEFORE = re.compile(
    r"(?:lov(?:en)?s?|bekendtgørelsen?s?|konventionen?s?|forordningen?s?|vejledningen?s?|GDPR)\s*,?\s*\Z",
    re.IGNORECASE,
)
_FOREIGN_AFTER = re.compile(
    r"\s*(?:i|af)\s+(?:[a-zæøå]+\s+)?[a-zæøå]*(?:loven|lov|bekendtgørelse)\w*", re.I
)
_JOINED = re.compile(r"[\s,;]*(?:og|samt|eller|jf\.|jfr\.)?[\s,;]*")


_BETWEEN = re.compile(r"\b(?:og|samt|eller|jf|jfr|se|efter)\b|[\s,.;:()\-–]", re.IGNORECASE)


class FoundLaw(Struct, frozen=True):
    """A reference in a text; one of an act that the catalogue does not know has no `ref`."""

    start: int
    end: int
    ref: str | None


class LawReader:
    """Finds law in texts, with the acts of a catalogue by their names."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        names: dict[str, str] = {}
        for act in catalogue.acts:
            for name in (act.short, act.title):
                names[name.casefold()] = act.id
        self._names = names
        longest_first = sorted(names, key=len, reverse=True)
        spelt = "|".join(re.escape(name) for name in longest_first) or r"(?!)"
        ids = "|".join(re.escape(act.id.upper()) for act in catalogue.acts) or r"(?!)"
        name = rf"(?P<name>(?i:{spelt}))(?i:s)?|(?P<id>\b(?:{ids})\b)"
        self._before = re.compile(
            rf"(?:{name})(?:\s*\([^)]{{0,20}}\))?,?\s*(?:kap(?:itel|\.)\s*\d+\s*,?\s*)?\Z"
        )
        self._after = re.compile(rf"\s*(?:i|af)\s+(?:{name})(?![\wæøå])")

    def find(self, text: str) -> tuple[FoundLaw, ...]:
        """Return all references of a text in their order."""
        found: list[FoundLaw] = []
        last_end, last_act = 0, ""
        for sign in _SIGN.finditer(text):
            if sign.start() < last_end:
                continue
            places = [*_places(sign["places"])]
            end = sign.end()
            while sign["many"] and (more := _MORE.match(text, end)):
                places = _ranged(places, [*_places(more["places"])], more["and"])
                end = more.end()
            act = self._act_of(text, sign.start(), end, last_end, last_act)
            found += [
                FoundLaw(sign.start(), end, f"{act}:{place}" if act else None) for place in places
            ]
            last_end, last_act = end, act
        return tuple(found)

    def known(self, text: str) -> tuple[str, ...]:
        """Return the references of a text that the catalogue has a line for, each once."""
        refs = (one.ref for one in self.find(text))
        return tuple(dict.fromkeys(ref for ref in refs if ref and self.is_known(ref)))

    def unknown(self, text: str) -> tuple[str, ...]:
        """Return those that it has none for, as they are written."""
        lost = (one for one in self.find(text) if not one.ref or not self.is_known(one.ref))
        return tuple(dict.fromkeys(text[one.start : one.end].strip() for one in lost))

    def is_known(self, ref: str) -> bool:
        """Tell whether the catalogue says what a reference means."""
        return self._catalogue.provision(ref) is not None

    def says_more(self, text: str) -> bool:
        """Tell whether a text says more than the law it names."""
        return bool(_BETWEEN.sub("", self._rest(text)))

    def _rest(self, text: str) -> str:
        """Return what is left of a text when its references are taken away."""
        kept, at = [], 0
        for one in self.find(text):
            before = self._before.sub("", text[at : one.start]) if one.start >= at else ""
            after = self._after.match(text, one.end)
            kept.append(before)
            at = max(at, after.end() if after else one.end)
        return " ".join("".join([*kept, text[at:]]).split())

    def _act_of(self, text: str, start: int, end: int, last_end: int, last_act: str) -> str:
        """Tell which act a reference is of; empty for one that is not in the catalogue."""
        before = text[:start]
        after = self._after.match(text, end) or self._before.search(before)
        if after:
            return after["id"].lower() if after["id"] else self._names[after["name"].casefold()]
        if _FOREIGN_BEFORE.search(before) or _FOREIGN_AFTER.match(text, end):
            return ""
        if last_end and _JOINED.fullmatch(text, last_end, start):
            return last_act
        return MAIN_ACT


def _places(text: str) -> Iterator[str]:
    """Write `136, stk. 1 og 2` as `136.1` and `136.2`."""
    found = _PLACE.match(text)
    if not found:
        return
    paragraph = "".join(found["paragraph"].lower().split())
    if not found["parts"]:
        yield paragraph
        return
    before = 0
    for number in _NUMBER.finditer(found["parts"]):
        part = int(number[2])
        first = before + 1 if number[1] and before < part <= before + _LONGEST_RANGE else part
        yield from (f"{paragraph}.{one}" for one in range(first, part + 1))
        before = part


def _ranged(places: list[str], more: list[str], joined: str) -> list[str]:
    """Write out `28-31`."""
    if joined.strip() in ("-", "–") and places[-1].isdecimal() and more[:1] and more[0].isdecimal():
        first, last = int(places[-1]), int(more[0])
        if first < last <= first + _LONGEST_RANGE:
            return [*places, *(str(one) for one in range(first + 1, last)), *more]
    return [*places, *more]
