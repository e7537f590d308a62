"""What the styles of a Word file say: which are headings, and which bring a list of their own."""

import re
from xml.etree.ElementTree import Element

from msgspec import Struct
from msgspec.structs import replace

_HEADING = re.compile(r"(?:heading|overskrift|rubrik|tittel)\s*(\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|indholdsfortegnelse)\b", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|titel|dokumenttitel)", re.IGNORECASE)
_LIST = re.compile(r"(?:list|opstilling|punkt)\D*(\d?)", re.IGNORECASE)
_DEEPEST = 9


class WordStyle(Struct, frozen=True):
    """What a style gives its paragraphs.

    `number` is the list it brings, with `level` in it, and `number_from` the style that names it.
    """

    id: str = ""
    heading: int = 0
    is_title: bool = False
    is_contents: bool = False
    is_bold: bool = False
    is_hidden: bool = False
    size: int = 0
    number: str = ""
    number_from: str = ""
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
            return _named(style_id, style_id, WordStyle())
        below = self._known.get(value_of(element, "basedOn"), WordStyle())
        name = value_of(element, "name") or style_id
        given = _named(style_id, name, below)
        properties, look = element.find("pPr"), element.find("rPr")
        return _dressed(given, properties, look)


def _named(style_id: str, name: str, base: WordStyle) -> WordStyle:
    """Read a style's name: Word's own are English in the file, others as they were typed."""
    heading = _HEADING.match(name)
    depth = _LIST.match(name)
    return replace(
        base,
        id=style_id,
        heading=min(int(heading[1]), _DEEPEST) if heading else base.heading,
        is_title=bool(_TITLE.fullmatch(name)) or base.is_title,
        is_contents=bool(_CONTENTS.match(name)) or base.is_contents,
        list_depth=int(depth[1]) - 1 if depth and depth[1].isdigit() else base.list_depth,
    )


def _dressed(style: WordStyle, properties: Element | None, look: Element | None) -> WordStyle:
    heading = (outline_level(properties) if properties is not None else 0) or style.heading
    dressed = replace(
        style,
        heading=0 if style.is_contents else heading,
        is_bold=is_on(look, "b", otherwise=style.is_bold),
        is_hidden=is_on(look, "vanish", otherwise=style.is_hidden),
        size=whole(value_of(look, "sz")) or style.size,
    )
    listed = properties.find("numPr") if properties is not None else None
    if listed is None:
        return dressed
    own = value_of(listed, "numId")
    return replace(
        dressed,
        number=own or style.number,
        number_from=style.id if own else style.number_from,
        level=whole(value_of(listed, "ilvl")),
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
