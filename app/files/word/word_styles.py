"""What the styles of a Word file say: which are headings, and which bring a list of their own."""

import re
from xml.etree.ElementTree import Element

from msgspec import Struct

_HEADING = re.compile(r"(?:heading|overskrift|rubrik|tittel)\s*(\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|indholdsfortegnelse)\b", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titel|dokumenttitel)", re.IGNORECASE)
_LIST = re.compile(r"(?:list|opstilling|punkt)\D*(\d?)", re.IGNORECASE)
_DEEPEST = 9


class WordStyle(Struct, frozen=True):
    """What a style gives its paragraphs. `number` is the list it brings, with `level` in it."""

    heading: int = 0
    is_title: bool = False
    is_contents: bool = False
    is_bold: bool = False
    size: int = 0
    number: str = ""
    level: int = 0
    list_depth: int = 0


class Styles:
    """The styles of a file, each with what it takes from the one it is based on."""

    def __init__(self, tree: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._known: dict[str, WordStyle] = {}
        self.default = ""
        for style in tree.iter("style") if tree is not None else ():
            if style.get("type", "paragraph") in ("paragraph", "character"):
                self._elements[style.get("styleId", "")] = style
            if style.get("type") == "paragraph" and style.get("default") in ("1", "true"):
                self.default = style.get("styleId", "")

    def style(self, style_id: str) -> WordStyle:
        """Return what a style gives; nothing where the file does not know it."""
        for one in reversed(self._line_of(style_id)):
            self._known[one] = self._made(one)
        return self._known[style_id]

    def _line_of(self, style_id: str) -> list[str]:
        """Name a style and those below it that are not known yet; one based on itself ends it."""
        line: dict[str, None] = {}
        while style_id and style_id not in self._known and style_id not in line:
            line[style_id] = None
            style_id = value_of(self._elements.get(style_id), "basedOn")
        if not line and style_id not in self._known:
            line[style_id] = None
        return list(line)

    def _made(self, style_id: str) -> WordStyle:
        element = self._elements.get(style_id)
        if element is None:
            return _named(style_id, WordStyle())
        below = self._known.get(value_of(element, "basedOn"), WordStyle())
        name = value_of(element, "name") or style_id
        given = _named(name, below)
        properties, look = element.find("pPr"), element.find("rPr")
        return _dressed(given, properties, look)


def _named(name: str, base: WordStyle) -> WordStyle:
    """Read a style's name: Word's own are English in the file, others as they were typed."""
    heading = _HEADING.match(name)
    depth = _LIST.match(name)
    return WordStyle(
        heading=min(int(heading[1]), _DEEPEST) if heading else base.heading,
        is_title=bool(_TITLE.fullmatch(name)) or base.is_title,
        is_contents=bool(_CONTENTS.match(name)) or base.is_contents,
        is_bold=base.is_bold,
        size=base.size,
        number=base.number,
        level=base.level,
        list_depth=int(depth[1]) - 1 if depth and depth[1].isdigit() else base.list_depth,
    )


def _dressed(style: WordStyle, properties: Element | None, look: Element | None) -> WordStyle:
    heading, number, level = style.heading, style.number, style.level
    if properties is not None:
        heading = outline_level(properties) or heading
        listed = properties.find("numPr")
        if listed is not None:
            number = value_of(listed, "numId") or number
            level = whole(value_of(listed, "ilvl"))
    return WordStyle(
        heading=0 if style.is_contents else heading,
        is_title=style.is_title,
        is_contents=style.is_contents,
        is_bold=is_on(look, "b", otherwise=style.is_bold),
        size=whole(value_of(look, "sz")) or style.size,
        number=number,
        level=level,
        list_depth=style.list_depth,
    )


def outline_level(properties: Element) -> int:
    """Return the level of heading that properties give, counted from 1; 0 for none."""
    given = value_of(properties, "outlineLvl")
    return int(given) + 1 if given.isdigit() and int(given) < _DEEPEST else 0


def value_of(parent: Element | None, tag: str) -> str:
    """Return the value of a child; empty where there is none."""
    child = parent.find(tag) if parent is not None else None
    return child.get("val", "") if child is not None else ""


def whole(text: str) -> int:
    """Return a text as a number that is not negative; 0 for anything else."""
    return int(text) if text.isdecimal() and len(text) < 7 else 0


def is_on(parent: Element | None, tag: str, *, otherwise: bool = False) -> bool:
    """Tell whether a switch is on; a switch without a value is."""
    child = parent.find(tag) if parent is not None else None
    if child is None:
        return otherwise
    return child.get("val", "1") not in ("0", "false", "off", "none")
