"""What differs between two texts, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum

from msgspec import Struct

_PARTS = re.compile(r"\{\{[^{}\n]*\}\}|\n|[^\S\n]+|\w+(?:[-'’]\w+)*|[^\w\s]")
"""A field that is placed in a text, as `{{name}}`, is one part; so is a word."""

LONGEST_COMPARED = 6000
"""Texts of more parts than this are compared line by line, which is quick at any length."""


class TextSide(StrEnum):
    """Where a piece of text stands: in both, or in one alone."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


class TextPiece(Struct, frozen=True):
    """A piece: all but the added make the text before, all but the removed the one after."""

    side: TextSide
    text: str


def word_difference(before: str, after: str) -> tuple[TextPiece, ...]:
    """Compare two texts; what was replaced stands as removed, then added."""
    old, new = _split(before), _split(after)
    if len(old) + len(new) > LONGEST_COMPARED:
        old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    return tuple(_pieces(old, new))


def _split(text: str) -> list[str]:
    return _PARTS.findall(text)


def _pieces(old: list[str], new: list[str]) -> Iterator[TextPiece]:
    for how, a, b, c, d in SequenceMatcher(_is_space, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            yield TextPiece(TextSide.SAME, "".join(old[a:b]))
            continue
        if a < b:
            yield TextPiece(TextSide.REMOVED, "".join(old[a:b]))
        if c < d:
            yield TextPiece(TextSide.ADDED, "".join(new[c:d]))


def _is_space(part: str) -> bool:
    """Let no match begin with a gap between words: alone it says nothing."""
    return part.isspace() and part != "\n"
