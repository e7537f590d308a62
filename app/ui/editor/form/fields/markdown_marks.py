"""Markdown shown as it will be read while it is written; its marks fade where the cursor is not."""

import re

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QSyntaxHighlighter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from app.ui.look.theme import theme

_LIST = re.compile(r"^(\s*)([-*+]|\d{1,3}[.)])(\s+)")
_HEADING = re.compile(r"^(#{1,4})\s+")
_QUOTE = re.compile(r"^>\s?")
_BOLD = re.compile(r"(\*\*)(?=\S)(.{1,300}?)(?<=\S)(\*\*)")
_LINK = re.compile(r"\[([^\]]{1,500})\](\([^)\s]{0,500}\))")
_FIELD = re.compile(r"\{\{[^{}]*\}\}")
_HIDDEN = 1.0


class MarkdownMarks(QSyntaxHighlighter):
    """Shows bold as bold and lists as lists, and all marks in the line that is written in."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._open_block = -1

    def open_line(self, cursor: QTextCursor, *, has_focus: bool) -> None:
        """Show the marks of the line that the cursor is in."""
        number = cursor.blockNumber() if has_focus else -1
        if number == self._open_block:
            return
        before, self._open_block = self._open_block, number
        for changed in (before, number):
            block = self.document().findBlockByNumber(changed)
            if changed >= 0 and block.isValid():
                self.rehighlightBlock(block)

    def highlightBlock(self, text: str) -> None:
        is_open = self.currentBlock().blockNumber() == self._open_block
        mark = _mark_format(is_open=is_open)
        if found := _HEADING.match(text):
            self.setFormat(0, len(text), _strong("ink_2"))
            self.setFormat(0, found.end(), mark)
        elif found := _QUOTE.match(text):
            self.setFormat(0, len(text), _plain("ink_2"))
            self.setFormat(0, found.end(), mark)
        elif found := _LIST.match(text):
            self.setFormat(found.start(2), len(found[2]), _plain("ink_3"))
        for field in _FIELD.finditer(text):
            self.setFormat(field.start(), len(field[0]), _field())
        for bold in _BOLD.finditer(text):
            self.setFormat(bold.start(2), len(bold[2]), _strong("ink"))
            self.setFormat(bold.start(1), 2, mark)
            self.setFormat(bold.start(3), 2, mark)
        for link in _LINK.finditer(text) if "](" in text else ():
            self.setFormat(link.start(1), len(link[1]), _plain("accent"))
            self.setFormat(link.start(), 1, mark)
            self.setFormat(link.start(2) - 1, len(link[2]) + 1, mark)


def hang_lists(document: QTextDocument) -> None:
    """Let the lines of a list begin below their words, not below their number."""
    metrics = QFontMetricsF(document.defaultFont())
    whole = QTextCursor(document)
    whole.beginEditBlock()  # laid out once, however many lines there are
    block = document.begin()
    while block.isValid():
        _hang(block, metrics)
        block = block.next()
    whole.endEditBlock()


def _hang(block: QTextBlock, metrics: QFontMetricsF) -> None:
    found = _LIST.match(block.text())
    indent = metrics.horizontalAdvance(found.group()) if found else 0.0
    wanted = QTextBlockFormat()
    wanted.setLeftMargin(indent)
    wanted.setTextIndent(-indent)
    wanted.setBottomMargin(theme().px(3))
    if wanted != block.blockFormat():
        QTextCursor(block).setBlockFormat(wanted)


def _mark_format(*, is_open: bool) -> QTextCharFormat:
    """Marks are faint in the line one writes in, and take no room elsewhere."""
    if is_open:
        return _plain("ink_3")
    hidden = QTextCharFormat()
    hidden.setFontPointSize(_HIDDEN)
    hidden.setForeground(QColor(0, 0, 0, 0))
    return hidden


def _field() -> QTextCharFormat:
    """A field of a tool stands out from the words around it."""
    shown = _strong("accent")
    shown.setBackground(theme().color("accent_tint"))
    return shown


def _plain(color: str) -> QTextCharFormat:
    shown = QTextCharFormat()
    shown.setForeground(theme().color(color))
    return shown


def _strong(color: str) -> QTextCharFormat:
    shown = _plain(color)
    shown.setFontWeight(QFont.Weight.DemiBold)
    return shown
