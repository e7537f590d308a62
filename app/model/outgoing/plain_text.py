"""The words of a Markdown text as they are read: marks become what they stand for, or nothing.

Lines stay lines, so that two texts can be compared word by word. A field that is placed in a
text, as `{{name}}`, stays as it is.
"""

import re

from app.model.outgoing.markdown_blocks import spans_of

_HEADING = re.compile(r"\s*#{1,6}\s+(.*?)\s*#*\s*")
_QUOTE = re.compile(r"\s*>\s?(.*)")
_RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|_{3,})\s*")
_UNDER_HEADS = re.compile(r"\s*\|?[\s|:-]*-[\s|:-]*\|[\s|:-]*")
_ROW = re.compile(r"\s*\|(.*?)\|?\s*")
_ITEM = re.compile(r"(?P<in>\s*)(?:[-*+]|(?P<number>\d+[.)]))\s+(?:\[(?P<box>[ xX])\]\s+)?(.*)")
_CELLS = re.compile(r"(?<!\\)\|")


def plain_text(markdown: str) -> str:
    """Return the words of a text, line by line."""
    lines = (_line(line) for line in markdown.splitlines())
    return "\n".join(line for line in lines if line is not None)


def _line(line: str) -> str | None:
    """Return the words of a line; None for one that is nothing but a mark."""
    if _RULE.fullmatch(line) or _UNDER_HEADS.fullmatch(line):
        return None
    if heading := _HEADING.fullmatch(line):
        return _words(heading[1])
    if quote := _QUOTE.fullmatch(line):
        return _line(quote[1])
    if item := _ITEM.fullmatch(line):
        lead = item["number"] or {None: "•", " ": "☐"}.get(item["box"], "☑")
        return f"{item['in']}{lead} {_words(item[4])}"
    if row := _ROW.fullmatch(line):
        return " · ".join(filter(None, (_words(cell.strip()) for cell in _CELLS.split(row[1]))))
    return _words(line)


def _words(text: str) -> str:
    return "".join(span.text for span in spans_of(text))
