"""The lists of a Word file: what stands before a line, counted as Word counts it."""

import re
from xml.etree.ElementTree import Element

from msgspec import Struct

from app.files.word.word_styles import value_of, whole
from app.model.word.outline import Written

BOXES = "☐☑☒□❑❒◻▢⬜\uf06f\uf0a8\uf071\uf072\uf0fe\uf0fd\uf0a3"
"""Boxes to tick: those that are letters, and those of Word's fonts of signs."""

_DEEPEST = 8
_PLACE = re.compile(r"%(\d)")
_NOT_COUNTED = ("bullet", "none", "")


class Counted(Struct, frozen=True):
    """What stands before a line of a list."""

    written: Written
    number: str = ""


class _Level(Struct, frozen=True):
    format: str = "decimal"
    text: str = ""
    start: int = 1
    is_signs: bool = False


class Numbering:
    """Counts the lines of all lists, from the top of the file down."""

    def __init__(self, tree: Element | None) -> None:
        self._lists: dict[str, str] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str, list[int]] = {}
        if tree is None:
            return
        for abstract in tree.iter("abstractNum"):
            self._levels[abstract.get("abstractNumId", "")] = _levels(abstract)
        for number in tree.iter("num"):
            self._lists[number.get("numId", "")] = value_of(number, "abstractNumId")

    def count(self, number: str, level: int) -> Counted | None:
        """Count a line of a list; None where the file has no such list."""
        if number not in self._lists:
            return None
        level = min(level, _DEEPEST)
        abstract = self._lists[number]
        levels = self._levels.get(abstract, {})
        at = levels.get(level, _Level())
        if at.format in _NOT_COUNTED:
            return Counted(_mark(at))
        counts = self._counts.setdefault(abstract, [])
        while len(counts) <= level:
            counts.append(levels.get(len(counts), _Level()).start - 1)
        counts[level] += 1
        for upper in range(level):
            counts[upper] = max(counts[upper], levels.get(upper, _Level()).start)
        del counts[level + 1 :]
        return Counted(Written.NUMBER, _shown(at.text, counts))


def _levels(abstract: Element) -> dict[int, _Level]:
    found = {}
    for level in abstract.iter("lvl"):
        start = value_of(level, "start")
        fonts = level.find("rPr/rFonts")
        names = " ".join(fonts.attrib.values()) if fonts is not None else ""
        found[whole(level.get("ilvl", "0"))] = _Level(
            value_of(level, "numFmt") or "decimal",
            value_of(level, "lvlText"),
            whole(start) if start else 1,
            "Wingdings" in names or "Symbol" in names,
        )
    return found


def _mark(level: _Level) -> Written:
    """Tell a box to tick from other marks before a line."""
    is_box = any(sign in BOXES for sign in level.text)
    is_box = is_box or (level.is_signs and level.text in ("o", "q", "r", "¨"))
    return Written.BOX if is_box else Written.BULLET


def _shown(pattern: str, counts: list[int]) -> str:
    """Write the number as digits: `%1.%2` becomes `3.1`, letters and Roman figures too."""
    places = [int(found) for found in _PLACE.findall(pattern)]
    numbers = [str(counts[place - 1]) for place in places if 0 < place <= len(counts)]
    return ".".join(numbers) or str(counts[-1])
