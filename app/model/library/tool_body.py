"""The text of a tool taken apart: leaves under its highest headings, and in them text and fields.

A field stands in the text as `{{its-id}}` on a line of its own; one that the text forgets comes
last.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from app.model.library.tool import FIELD_SIGN, Tool, ToolField, field_named

_QUOTED = ">"
_LEAF = re.compile(r"#\s+(.*?)\s*#*")


class Prose(Struct, frozen=True):
    """Markdown between fields."""

    markdown: str


class Advice(Struct, frozen=True):
    """Markdown that is quoted: it speaks to whoever fills the tool in."""

    markdown: str


Piece = Prose | Advice | ToolField


class Leaf(Struct, frozen=True):
    """What stands under one of the highest headings; what comes before them has no title."""

    title: str
    pieces: tuple[Piece, ...]


def tool_pieces(tool: Tool) -> tuple[Piece, ...]:
    """Return text and fields in their order."""
    return tuple(piece for leaf in _leaves(tool, with_titles=True) for piece in leaf.pieces)


def tool_leaves(tool: Tool) -> tuple[Leaf, ...]:
    """Return the leaves of a tool; their titles do not stand in their pieces too."""
    return tuple(_leaves(tool, with_titles=False))


def _leaves(tool: Tool, *, with_titles: bool) -> Iterator[Leaf]:
    known = {field.id: field for field in tool.fields}
    title, lines = "", list[str]()
    parts: list[tuple[str, list[str]]] = []
    for line in tool.body.splitlines():
        found = _LEAF.fullmatch(line)
        if found:
            parts.append((title, lines))
            title, lines = found[1], [line] if with_titles else []
        else:
            lines.append(line)
    parts.append((title, lines))
    seen: set[str] = set()
    leaves = [Leaf(title, tuple(_pieces(lines, known, seen))) for title, lines in parts]
    forgotten = tuple(field for field in tool.fields if field.id not in seen)
    last = leaves[-1]
    leaves[-1] = Leaf(last.title, (*last.pieces, *forgotten))
    return iter([leaf for leaf in leaves if leaf.title or leaf.pieces])


def _pieces(lines: Sequence[str], known: dict[str, ToolField], seen: set[str]) -> Iterator[Piece]:
    """Give text and fields. A field that stands twice is asked for once and told twice."""
    for name, group in groupby(lines, key=lambda line: _kind_of(line, known)):
        if name in known:
            seen.add(name)
            yield known[name]
            continue
        text = "\n".join(group).strip("\n")
        if text.strip():
            yield Advice(text) if name == _QUOTED else Prose(text)


def _kind_of(line: str, known: dict[str, ToolField]) -> str:
    """Return the field that a line stands for, else whether it is quoted."""
    sign = FIELD_SIGN.fullmatch(line.strip())
    found = field_named(known.values(), sign[1]) if sign else None
    if found is not None:
        return found.id
    return _QUOTED if line.lstrip().startswith(_QUOTED) else ""
