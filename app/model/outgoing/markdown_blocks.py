"""The little Markdown of tools as blocks that can be taken along.

Emphasis becomes weight, a link keeps its words. What is quoted speaks to whoever fills the tool
in and stays behind.
"""

import re
from collections.abc import Iterator

from app.model.outgoing.outgoing_blocks import (
    BULLET,
    OPEN_BOX,
    TICKED_BOX,
    Block,
    OutgoingHeading,
    OutgoingTable,
    Paragraph,
    Span,
)

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
_QUOTE = re.compile(r"\s*>")
_RULE = re.compile(r"\s*(?:-{3,}|\*{3,})\s*")
_ITEM = re.compile(r"\s*(?:(?P<bullet>[-*+])|(?P<number>\d+)[.)])\s+(?:\[(?P<box>[ xX])\]\s+)?(.*)")
_ROW = re.compile(r"\s*\|(.*?)\|?\s*")
_LINE_UNDER = re.compile(r"[\s|:-]+")
_CELLS = re.compile(r"(?<!\\)\|")
_INLINE = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()#+.!|<>-])"
    r"|(?P<mark>\*\*|__)(?=\S)(?P<strong>.{1,500}?)(?<=\S)(?P=mark)"
    r"|(?P<soft>\*)(?=\S)(?P<em>[^*]{1,500})(?<=\S)\*"
    r"|(?<![\w_])_(?=[^\s_])(?P<under>[^_]{1,500})(?<=[^\s_])_(?![\w_])"
    r"|!?\[(?P<words>[^\]]{0,500})\]\([^)]{0,500}\)"
    r"|`(?P<code>[^`]+)`"
)


def markdown_blocks(markdown: str) -> tuple[Block, ...]:
    """Read Markdown into blocks, in their order."""
    return tuple(_BlockReader().read(markdown))


def spans_of(text: str, *, is_strong: bool = False) -> tuple[Span, ...]:
    """Read the emphasis within a paragraph."""
    return tuple(_merged(_spans(text, is_strong=is_strong)))


class _BlockReader:
    """Reads line by line; what a line goes on with is held until it ends."""

    def __init__(self) -> None:
        self._held: list[str] = []
        self._lead = ""
        self._is_close = False
        self._rows: list[tuple[str, ...]] = []

    def read(self, markdown: str) -> Iterator[Block]:
        """Give the blocks of a text."""
        for line in markdown.splitlines():
            yield from self._take(line)
        yield from self._ended()

    def _take(self, line: str) -> Iterator[Block]:
        if not line.strip() or _RULE.fullmatch(line) or _QUOTE.match(line):
            yield from self._ended()
        elif heading := _HEADING.fullmatch(line):
            yield from self._ended()
            yield OutgoingHeading(
                "".join(span.text for span in spans_of(heading[2])), len(heading[1])
            )
        elif item := _ITEM.fullmatch(line):
            is_close = bool(self._lead)
            yield from self._ended()
            self._held, self._lead, self._is_close = [item[4]], _lead_of(item), is_close
        elif row := _ROW.fullmatch(line):
            if not self._rows:
                yield from self._ended()
            if not _LINE_UNDER.fullmatch(row[1]):
                self._rows.append(tuple(_cell(cell) for cell in _CELLS.split(row[1])))
        else:
            self._held.append(line.strip())

    def _ended(self) -> Iterator[Block]:
        if self._held:
            yield Paragraph(spans_of(" ".join(self._held)), self._lead, self._is_close)
        if self._rows:
            widest = max(map(len, self._rows))
            yield OutgoingTable(tuple((*row, *[""] * (widest - len(row))) for row in self._rows))
        self._held, self._lead, self._is_close, self._rows = [], "", False, []


def _lead_of(item: re.Match[str]) -> str:
    if item["box"]:
        return OPEN_BOX if item["box"] == " " else TICKED_BOX
    return f"{item['number']}." if item["number"] else BULLET


def _cell(text: str) -> str:
    return "".join(span.text for span in spans_of(text.strip()))


def _spans(text: str, *, is_strong: bool) -> Iterator[Span]:
    at = 0
    for found in _INLINE.finditer(text):
        yield Span(text[at : found.start()], is_strong)
        if found["strong"] is not None:
            yield from _spans(found["strong"], is_strong=True)
        elif found["escaped"] is not None or found["code"] is not None:
            yield Span(found["escaped"] or found["code"], is_strong)
        else:
            inner = found["em"] or found["under"] or found["words"] or ""
            yield from _spans(inner, is_strong=is_strong)
        at = found.end()
    yield Span(text[at:], is_strong)


def _merged(spans: Iterator[Span]) -> Iterator[Span]:
    held: Span | None = None
    for span in spans:
        if held is not None and held.is_strong == span.is_strong:
            held = Span(held.text + span.text, held.is_strong)
        else:
            if held is not None and held.text:
                yield held
            held = span
    if held is not None and held.text:
        yield held
