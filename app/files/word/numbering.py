"""The lists of a Word file: what stands before a line, counted and written as Word does."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from msgspec import Struct

from app.files.word.word_styles import WordStyle, is_on, value_of, whole
from app.model.word.line_numbers import lettered, roman
from app.model.word.outline import Written

BOXES = "☐☑☒□❑❒◻▢⬜\uf06f\uf0a8\uf071\uf072\uf0fe\uf0fd\uf0a3"
"""Boxes to tick: those that are letters, and those of Word's fonts of signs."""

_DEEPEST = 8
_PLACE = re.compile(r"%([1-9])")
_NUMBER = re.compile(r"(?:\d+[.\-–/])*\w*%[1-9](?:[.\-–/]?\w*%[1-9])*(?:\.\d+)?\w*")
_WRITTEN_WAYS: dict[str, Callable[[int], str]] = {
    "upperRoman": lambda count: roman(count).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda count: lettered(count).upper(),
    "lowerLetter": lettered,
    "decimalZero": lambda count: f"{count:02}",
}
_LARGEST = 9_999
"""What is larger is written in digits, whatever the list says."""


class Counted(Struct, frozen=True):
    """What stands before a line of a list; a line with nothing before it is text."""

    written: Written
    number: str = ""


class _Level(Struct, frozen=True):
    """One level. `restart` is the level that lets it begin again: any above it, or one, or none."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    is_signs: bool = False
    is_legal: bool = False
    restart: int | None = None
    style: str = ""


class _List(Struct, frozen=True):
    """A list as lines name it: the one it counts with, its levels, and where it begins anew."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]

    def at(self, level: int) -> _Level:
        return self.levels.get(level, _Level())

    def start(self, level: int) -> int:
        return self.starts.get(level, self.at(level).start)


class Numbering:
    """Counts the lines of all lists, from the top of the file down."""

    def __init__(self, tree: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if tree is None:
            return
        abstracts = {one.get("abstractNumId", ""): one for one in tree.iter("abstractNum")}
        by_style = {value_of(one, "styleLink"): one for one in abstracts.values()}
        for number in tree.iter("num"):
            abstract = value_of(number, "abstractNumId")
            element = abstracts.get(abstract)
            linked = by_style.get(value_of(element, "numStyleLink") or "-", element)
            self._lists[number.get("numId", "")] = _list(abstract, linked, number)

    def level_of(self, number: str, style: WordStyle) -> int:
        """Return the level of a list that a style brings: the one that names the style, if any."""
        levels = self._lists[number].levels if number in self._lists else {}
        for wanted in (style.id, style.number_from):
            for level, one in levels.items():
                if wanted and one.style == wanted:
                    return level
        return style.level

    def count(self, number: str, level: int) -> Counted | None:
        """Count a line of a list; None where the file has no such list."""
        found = self._lists.get(number)
        if found is None:
            return None
        level = min(level, _DEEPEST)
        counts = self._counts.setdefault(found.abstract, {})
        is_new = level in found.starts and (number, level) not in self._begun
        self._begun.add((number, level))
        if is_new or level not in counts:
            counts[level] = found.start(level)
        else:
            counts[level] += 1
        for upper in range(level):
            counts.setdefault(upper, found.start(upper))
        for deeper in [one for one in counts if one > level]:
            if _begins_again(found.at(deeper), level):
                del counts[deeper]
        return _counted(found, level, counts)


def _list(abstract: str, element: Element | None, number: Element) -> _List:
    """Put a list together: its levels, and those that it has of its own."""
    levels = _levels(element) if element is not None else {}
    starts = {}
    for own in number.iter("lvlOverride"):
        level = whole(own.get("ilvl", "0"))
        levels.update(_levels(own))
        if own.find("startOverride") is not None:
            starts[level] = whole(value_of(own, "startOverride"))
    return _List(abstract, levels, starts)


def _levels(parent: Element) -> dict[int, _Level]:
    found = {}
    for level in parent.iter("lvl"):
        start, restart = value_of(level, "start"), value_of(level, "lvlRestart")
        fonts = level.find("rPr/rFonts")
        names = " ".join(fonts.attrib.values()) if fonts is not None else ""
        found[whole(level.get("ilvl", "0"))] = _Level(
            value_of(level, "numFmt") or "decimal",
            value_of(level, "lvlText"),
            whole(start) if start else 1,
            "Wingdings" in names or "Symbol" in names,
            is_on(level, "isLgl"),
            whole(restart) if restart else None,
            value_of(level, "pStyle"),
        )
    return found


def _begins_again(deeper: _Level, level: int) -> bool:
    """Tell whether a level begins again below a line of a level above it."""
    return deeper.restart is None or level < deeper.restart


def _counted(found: _List, level: int, counts: dict[int, int]) -> Counted:
    at = found.at(level)
    if at.format == "bullet":
        return Counted(_mark(at))
    number = _shown(found, level, counts)
    return Counted(Written.NUMBER, number) if number else Counted(Written.TEXT)


def _mark(level: _Level) -> Written:
    """Tell a box to tick from other marks before a line; no mark at all is no list."""
    if not level.text.strip() and not level.is_signs:
        return Written.TEXT
    is_box = any(sign in BOXES for sign in level.text)
    is_box = is_box or (level.is_signs and level.text in ("o", "q", "r", "¨"))
    return Written.BOX if is_box else Written.BULLET


def _shown(found: _List, level: int, counts: dict[int, int]) -> str:
    """Write the number without what stands around it: `Trin %1:` becomes `3`, `%1.%2.` `3.1`."""
    written = _NUMBER.search(found.at(level).text)
    if written is None:
        return ""
    is_legal = found.at(level).is_legal

    def figure(place: re.Match[str]) -> str:
        of = int(place[1]) - 1
        return _figure(found.at(of).format, counts[of], is_legal) if of in counts else ""

    return _PLACE.sub(figure, written[0]).strip(".-–/")


def _figure(form: str, count: int, is_legal: bool) -> str:
    if form in ("none", "bullet"):
        return ""
    way = _WRITTEN_WAYS.get(form) if not is_legal and 0 < count <= _LARGEST else None
    return way(count) if way else str(count)
