"""The little Markdown that guides and tools are written in, as paragraphs to be set.

Emphasis becomes the heavier weight; a link keeps its words. HTML is shown as it is written.
"""

from enum import Enum
from itertools import groupby

from msgspec import Struct
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextListFormat

from app.printing.fonts import REGULAR, SEMIBOLD
from app.printing.typeset import Run


class ParaKind(Enum):
    """What a paragraph is."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    CHECK = "check"
    QUOTE = "quote"


class Para(Struct, frozen=True):
    """One paragraph. `label` is the number of a numbered item; `level` counts how far it is in.

    `is_ticked` tells that the box of one to tick is ticked already.
    """

    kind: ParaKind
    runs: tuple[Run, ...]
    level: int = 0
    label: str = ""
    is_ticked: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class PrintedTable(Struct, frozen=True):
    """A table; its first row is the heading."""

    rows: tuple[tuple[tuple[Run, ...], ...], ...]


def read_markdown(text: str) -> tuple[Para | PrintedTable, ...]:
    """Read Markdown into paragraphs and tables, in their order."""
    document = QTextDocument()
    features = QTextDocument.MarkdownFeature
    document.setMarkdown(text, features.MarkdownDialectGitHub | features.MarkdownNoHTML)
    blocks = []
    block = document.begin()
    while block.isValid():
        blocks.append((_table_at(block), block))
        block = block.next()
    found: list[Para | PrintedTable] = []
    for place, group in groupby(blocks, key=lambda pair: pair[0]):
        members = [block for _, block in group]
        if place is None:
            found += [_para(block) for block in members if block.text().strip()]
        else:
            found.append(_table(members))
    return tuple(found)


def _table_at(block: QTextBlock) -> int | None:
    table = QTextCursor(block).currentTable()
    return table.firstPosition() if table else None


def _table(blocks: list[QTextBlock]) -> PrintedTable:
    table = QTextCursor(blocks[0]).currentTable()
    rows = [
        tuple(_runs(table.cellAt(row, column).firstCursorPosition().block()) for column in columns)
        for columns in [range(table.columns())]
        for row in range(table.rows())
    ]
    return PrintedTable(tuple(rows))


def _para(block: QTextBlock) -> Para:
    form = block.blockFormat()
    if form.headingLevel():
        return Para(ParaKind.HEADING, _runs(block), form.headingLevel())
    if block.textList():
        has_box = form.marker() != QTextBlockFormat.MarkerType.NoMarker
        return Para(ParaKind.CHECK, _runs(block)) if has_box else _item(block)
    quoted = form.intProperty(QTextBlockFormat.Property.BlockQuoteLevel)
    return Para(ParaKind.QUOTE if quoted else ParaKind.TEXT, _runs(block))


def _item(block: QTextBlock) -> Para:
    form = block.textList().format()
    numbered = form.style() == QTextListFormat.Style.ListDecimal
    label = f"{form.start() + block.textList().itemNumber(block)}." if numbered else ""
    return Para(ParaKind.ITEM, _runs(block), max(0, form.indent() - 1), label)


def _runs(block: QTextBlock) -> tuple[Run, ...]:
    """Cut a paragraph where its weight changes. Qt counts in UTF-16."""
    text = block.text().replace("\u2028", " ")
    counted = text.encode("utf-16-le")
    runs: list[Run] = []
    for part in block.textFormats():
        weight = SEMIBOLD if part.format.fontWeight() > REGULAR.value else REGULAR
        piece = counted[part.start * 2 : (part.start + part.length) * 2].decode("utf-16-le")
        if runs and runs[-1].weight == weight:
            piece = runs.pop().text + piece
        runs.append(Run(piece, weight))
    if not runs and text:
        runs.append(Run(text))
    return tuple(runs)
