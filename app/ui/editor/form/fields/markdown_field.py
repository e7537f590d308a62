"""A text of several paragraphs: written with a small toolbar, shown as it will be read."""

import re
from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.editor.form.fields.markdown_marks import MarkdownMarks, hang_lists
from app.ui.editor.form.fields.writing_fields import GrowingText
from app.ui.keys import keys
from app.ui.keys.key_words import with_key
from app.ui.keys.shortcuts import ONLY_THERE, asks, bind
from app.ui.look.richtext import RichText
from app.ui.look.theme import theme
from app.ui.look.tool_row import ToolRow
from app.ui.look.widgets import Button

_ITEM = re.compile(r"^(\s*)(?:([-*+])|(\d{1,3})([.)]))(\s+)")
_LEAST_LINES = 3


class MarkdownText(GrowingText):
    """The text itself. Enter goes on with a list, and twice ends it."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(name, hint, least_lines=_LEAST_LINES)
        self._marks = MarkdownMarks(self.document())
        self._is_hanging = False
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self.written.connect(lambda _: self._hang())
        theme().changed.connect(self._restyle)
        for key, action in (
            (keys.BOLD, self.make_bold),
            (keys.BULLETS, self.make_list),
            (keys.NUMBERS, self.make_numbers),
            (keys.LINK, self.make_link),
        ):
            bind(self, key, action, ONLY_THERE)

    def show_text(self, text: str) -> None:
        super().show_text(text)
        self._hang()

    def make_bold(self) -> None:
        """Make what is chosen bold, or plain again; without a choice the word at the cursor."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        words = cursor.selectedText()
        if not words.strip() or "\u2029" in words:
            return
        is_bold = words.startswith("**") and words.endswith("**") and len(words) > 4
        cursor.insertText(words[2:-2] if is_bold else f"**{words.strip()}**")
        self.setFocus()

    def make_list(self) -> None:
        """Make the chosen lines a list of points, or plain lines again."""
        self._turn_lines("- ")

    def make_numbers(self) -> None:
        """Make the chosen lines a numbered list, or plain lines again."""
        self._turn_lines("1. ")

    def make_link(self) -> None:
        """Make what is chosen a link, with the cursor where its address is to stand."""
        cursor = self.textCursor()
        words = cursor.selectedText() or self.tr("tekst")
        cursor.insertText(f"[{words}](https://)")
        cursor.movePosition(QTextCursor.MoveOperation.Left)
        self.setTextCursor(cursor)
        self.setFocus()

    def _insert(self, source: QMimeData) -> None:
        """Take words, lists, bold and links from Word or a web page, and no dress."""
        words = self.words_of(source)
        if self.room.takes(words):
            self.textCursor().insertText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, keys.TAKE) and self._go_on_with_list():
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._on_cursor_moved()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._on_cursor_moved()

    def _go_on_with_list(self) -> bool:
        cursor = self.textCursor()
        line = cursor.block().text()
        found = _ITEM.match(line)
        if found is None or cursor.positionInBlock() < found.end():
            return False
        if not line[found.end() :].strip():
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.insertText("")
            return True
        sign = found[2] or f"{int(found[3]) + 1}{found[4]}"
        cursor.insertText(f"\n{found[1]}{sign} ")
        if found[3]:
            self._count_on(cursor)
        return True

    def _count_on(self, cursor: QTextCursor) -> None:
        """Give the points that follow a new one their numbers."""
        block = cursor.block().next()
        number = int(_number(cursor.block().text()))
        while block.isValid() and (found := _ITEM.match(block.text())) and found[3]:
            number += 1
            place = QTextCursor(block)
            place.setPosition(block.position() + found.start(3))
            place.setPosition(block.position() + found.end(3), QTextCursor.MoveMode.KeepAnchor)
            place.insertText(str(number))
            block = block.next()

    def _turn_lines(self, sign: str) -> None:
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        first = self.document().findBlock(start).blockNumber()
        last = self.document().findBlock(end).blockNumber()
        blocks = [self.document().findBlockByNumber(n) for n in range(first, last + 1)]
        is_number = sign[0].isdigit()
        is_on = all(
            (found := _ITEM.match(block.text())) and bool(found[3]) is is_number for block in blocks
        )
        cursor.beginEditBlock()
        for number, block in enumerate(blocks, start=1):
            wanted = "" if is_on else f"{number}. " if is_number else sign
            found = _ITEM.match(block.text())
            place = QTextCursor(block)
            kept = QTextCursor.MoveMode.KeepAnchor
            place.setPosition(block.position() + (found.end() if found else 0), kept)
            place.insertText(wanted)
        cursor.endEditBlock()
        self.setFocus()

    def _hang(self) -> None:
        if self._is_hanging:
            return
        self._is_hanging = True
        hang_lists(self.document())
        self._is_hanging = False

    def _on_cursor_moved(self) -> None:
        self._marks.open_line(self.textCursor(), has_focus=self.hasFocus())

    def _restyle(self) -> None:
        self._marks.rehighlight()
        self._hang()


class MarkdownBox(QFrame):
    """A toolbar above the text, in one frame; a button shows the text exactly as it is read.

    `reading` makes of the text what is read. Signals: `written` with the text after each change
    by the user; `focused` with whether the text has the keyboard.
    """

    written = Signal(str)
    focused = Signal(bool)

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setObjectName("markdown")
        self._bar = ToolRow()
        self.text = MarkdownText(name, hint)
        self.reading: Callable[[str], str] = str
        self._read = RichText(name)
        self._buttons = self._toolbar()
        self._see = Button("", "quiet", "review", small=True, tip=self.tr("Se, som det læses"))
        self._see.setCheckable(True)
        self._see.toggled.connect(self._on_see_toggled)
        self.text.written.connect(self.written)
        self.text.focused.connect(self._on_focused)
        self._assemble()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the text. A focus proxy would lead Tab past the tools."""
        super().focusInEvent(event)
        (self._see if self._see.isChecked() else self.text).setFocus(event.reason())

    def show_text(self, text: str) -> None:
        """Show what stands in the document."""
        self.text.show_text(text)
        if self._see.isChecked():
            self._read.show_markdown(self.reading(text))

    def add_tool(self, tool: Button) -> None:
        """Put another button behind those that write."""
        self._bar.row.insertWidget(len(self._buttons), tool)
        self._bar.add_tool(tool, len(self._buttons))
        self._buttons = (*self._buttons, tool)

    def _toolbar(self) -> tuple[Button, ...]:
        text = self.text
        bold = Button(self.tr("F"), "quiet", on_click=text.make_bold, small=True)
        bold.setAccessibleName(self.tr("Fed"))
        bold.setToolTip(with_key(self.tr("Fed"), keys.BOLD))
        bold.setObjectName("bold")
        points = Button("", "quiet", "list", text.make_list, small=True)
        points.setAccessibleName(self.tr("Punktliste"))
        points.setToolTip(with_key(self.tr("Punktliste"), keys.BULLETS))
        numbers = Button(self.tr("1."), "quiet", on_click=text.make_numbers, small=True)
        numbers.setAccessibleName(self.tr("Nummereret liste"))
        numbers.setToolTip(with_key(self.tr("Nummereret liste"), keys.NUMBERS))
        link = Button("", "quiet", "link", text.make_link, small=True, tip=self.tr("Link"))
        link.setToolTip(with_key(self.tr("Link"), keys.LINK))
        return bold, points, numbers, link

    def _assemble(self) -> None:
        bar, row = self._bar, self._bar.row
        bar.setObjectName("toolbar")
        bar.setAccessibleName(self.tr("Skriv med"))
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(2)
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._see)
        for button in (*self._buttons, self._see):
            bar.add_tool(button)
        self._reading = QWidget()
        padded = QVBoxLayout(self._reading)
        padded.setContentsMargins(10, 8, 10, 8)
        padded.addWidget(self._read)
        self._reading.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.text)
        column.addWidget(self._reading)

    def _on_see_toggled(self, is_reading: bool) -> None:
        self._reading.setVisible(is_reading)
        self.text.setVisible(not is_reading)
        for button in self._buttons:
            button.setEnabled(not is_reading)
        if is_reading:
            self._read.show_markdown(self.reading(self.text.text))

    def _on_focused(self, has_focus: bool) -> None:
        self.setProperty("focused", has_focus)
        self.style().unpolish(self)
        self.style().polish(self)
        self.focused.emit(has_focus)


def _number(line: str) -> str:
    found = _ITEM.match(line)
    return found[3] if found and found[3] else "0"
