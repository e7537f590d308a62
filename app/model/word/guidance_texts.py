"""Lines of a Word text as the Markdown of guidance, and long ones as a title with what follows."""

import re
from collections.abc import Iterable

from msgspec import Struct

from app.model.word.line_numbers import counts_of
from app.model.word.outline import Written

LONG_TITLE = 50
"""A title that is longer is broken where a sentence ends, if one does before `_LONGEST`."""

_LONGEST = 70
_BREAK = re.compile(r"(?<=[.:!?])\s+|\s+[–—]\s+|;\s+")
_ANSWER = r"(?:hvis\s+(?:ja|nej|svaret)|ja\b|nej\b|ellers\b|i\s+modsat\s+fald)"
_ASKED = re.compile(rf"(?<=\?)\s+(?={_ANSWER})", re.IGNORECASE)
_ANSWERED = re.compile(rf"(?<=[.;,])\s+(?={_ANSWER})", re.IGNORECASE)
_MARKS = re.compile(r"([\\*_`\[\]<])")
_AT_START = re.compile(r"^(\s*)(#+\s|[-+>](?=\s)|>|\d{1,3}[.)](?=\s)|[=~]{2,}|-{2,})")


class TextBlock(Struct, frozen=True):
    """One paragraph of guidance. A heading is written in bold."""

    text: str
    written: Written = Written.TEXT
    level: int = 0
    number: str = ""


def markdown(blocks: Iterable[TextBlock]) -> str:
    """Write paragraphs, headings and lists as Markdown that ends with one line end."""
    parts: list[str] = []
    before = False
    for block in blocks:
        is_list = block.written.is_list
        if parts:
            parts.append("\n" if is_list and before else "\n\n")
        parts.append(_written(block))
        before = is_list
    return "".join((*parts, "\n")) if parts else ""


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it is."""
    return _AT_START.sub(r"\1\\\2", _MARKS.sub(r"\\\1", text))


def title_and_rest(text: str) -> tuple[str, str]:
    """Let the first sentence of a long line be the title, and what follows stand below it.

    A question that is answered in the same line is a title however short it is.
    """
    asked = _ASKED.search(text)
    if asked is not None:
        return text[: asked.start()], text[asked.end() :]
    if len(text) > LONG_TITLE:
        for found in _BREAK.finditer(text, 0, _LONGEST + 1):
            title, rest = text[: found.start()].strip().rstrip(".:;"), text[found.end() :].strip()
            if len(title) > 3 and rest:
                return title, rest
    is_one = text.endswith(".") and text.count(".") == 1 and len(text) > 1
    return (text[:-1] if is_one else text), ""


def answers(text: str) -> tuple[str, ...]:
    """Return the answers that one line gives, each by itself; one line where it gives fewer."""
    parts = _ANSWERED.split(text)
    starts = [part for part in parts if re.match(_ANSWER, part, re.IGNORECASE)]
    return tuple(parts) if len(starts) == len(parts) > 1 else (text,)


def _written(block: TextBlock) -> str:
    if block.written is Written.HEADING:
        return f"**{escaped(block.text)}**"
    text = escaped(block.text)
    if not block.written.is_list:
        return text
    counts = counts_of(block.number)
    mark = f"{counts[0]}." if len(counts) == 1 else "-"
    return f"{'    ' * min(block.level, 3)}{mark} {text}"
