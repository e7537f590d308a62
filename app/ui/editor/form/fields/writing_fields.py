"""Fields to write in. What is typed is undone with the document, never by the field itself."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QTextEdit, QWidget

from app.model.bounds import LONGEST_LINE, LONGEST_TEXT
from app.model.danish.spelling import Spelt
from app.ui.editor.drafts.undo_keys import undo_in_menu
from app.ui.editor.form.fields.spelling_waves import Spelling, line_waves, open_menu, wave_under
from app.ui.editor.form.paste_from_word import markdown_of_html
from app.ui.keys import keys
from app.ui.keys.shortcuts import asks
from app.ui.look.field_room import BoundedLine, BoxRoom
from app.ui.look.theme import theme

_LEAD = re.compile(r"^\s*(?:[-*+•·]\s+(?:\[[ xX]\]\s*)?|\d{1,3}[.)]\s+|#{1,4}\s+|>\s?)")


_LONGEST_HTML = 2_000_000

_STAYS_FOR = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)
"""Why the keyboard leaves a field only for a moment, and what is chosen there stays chosen."""


def leaves_undo_to_document(event: QEvent) -> bool:
    """Whether a key is undo or redo, which belong to the document and not to a field."""
    is_key = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
    return is_key and asks(event, keys.UNDO_EDIT, keys.REDO_EDIT)


class Keeps:
    """What a text shows of the document, and whether words stand there that are not kept."""

    def __init__(self) -> None:
        self.kept = ""
        self.is_held = False

    @property
    def words(self) -> str:
        """What stands in it."""
        raise NotImplementedError

    @property
    def differs(self) -> bool:
        """Whether words stand there that are other than what is kept."""
        return bool(self.words.strip()) and not self.is_same(self.kept)

    def is_same(self, text: str) -> bool:
        """Whether a text is the one that stands here, save for what is not kept of space."""
        raise NotImplementedError

    def show_words(self, words: str) -> None:
        """Put words back that are not kept."""
        raise NotImplementedError

    def go_to_end(self) -> None:
        """Have the cursor behind the words, and none of them chosen."""
        raise NotImplementedError

    def gives_way(self, text: str) -> bool:
        """Note what is kept now; tells whether it is to be shown in the place of what stands."""
        was, self.kept = self.kept, text
        if self.is_held and text == was:
            return False
        self.is_held = False
        return True


class LineBox(BoundedLine, Keeps):
    """One line of text.

    Signals: `written` with the text after each change by the user; `left_by_enter` when Enter
    tells that it is finished.
    """

    written = Signal(str)
    left_by_enter = Signal()

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__(most=LONGEST_LINE)
        Keeps.__init__(self)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.spelling = Spelling(self, self.update)
        self.textEdited.connect(self.written)
        self.returnPressed.connect(self.left_by_enter)

    def show_text(self, text: str) -> None:
        """Show what stands in the document; what is being typed is not taken away by it."""
        if not self.gives_way(text):
            return
        if text != self.text() and not (self.hasFocus() and is_same_line(text, self.text())):
            at = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(at, len(text)) if self.hasFocus() else 0)

    @property
    def words(self) -> str:
        return self.text()

    def is_same(self, text: str) -> bool:
        return is_same_line(text, self.text())

    def show_words(self, words: str) -> None:
        self.is_held = True
        self.setText(words)
        self.setCursorPosition(len(words) if self.hasFocus() else 0)

    def go_to_end(self) -> None:
        self.end(False)

    def event(self, event: QEvent) -> bool:
        if leaves_undo_to_document(event):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS_FOR:
            self.deselect()
            self.setCursorPosition(0)  # what is longer than the field is read from its beginning

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        wrong = self.spelling.wrong()
        if wrong:
            before = self.fontMetrics().horizontalAdvance(self.text()[: self.cursorPosition()])
            line_waves(self, self.cursorRect().center().x() - before, wrong)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        undo_in_menu(menu, self)
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = self.cursorPosition() if by_key else self.cursorPositionAt(event.pos())
        wrong = self.spelling.word_at(place)
        open_menu(menu, event, wrong, lambda by: self._correct(wrong, by))

    def _correct(self, wrong: Spelt | None, by: str) -> None:
        if wrong is not None and self.text()[wrong.start : wrong.end] == wrong.word:
            self.setSelection(wrong.start, len(wrong.word))
            self.insert(by)
            self.written.emit(self.text())


class GrowingText(QTextEdit, Keeps):
    """Text that is as tall as what stands in it.

    Signals: `written` with the text after each change by the user; `up_asked` and `down_asked`
    when an arrow leaves it; `enter_pressed` in a text of one paragraph; `emptied` when Backspace
    is pressed and nothing stands there; `lines_pasted` with several lines, where `takes_lines`
    says that they are to be told of; `focused` with whether it has the keyboard.
    """

    written = Signal(str)
    enter_pressed = Signal()
    emptied = Signal()
    up_asked = Signal()
    down_asked = Signal()
    focused = Signal(bool)
    lines_pasted = Signal(object)

    def __init__(
        self, name: str, hint: str = "", *, is_line: bool = False, least_lines: int = 1
    ) -> None:
        super().__init__()
        Keeps.__init__(self)
        self.room = BoxRoom(self, LONGEST_LINE if is_line else LONGEST_TEXT)
        self._is_filling = False
        self._is_line = is_line
        self._least_lines = least_lines
        self._shown = ""
        self.takes_lines = False
        self.setProperty("growing", True)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(theme().px(4))
        self.spelling = Spelling(self, self._show_spelling)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme().changed.connect(self._fit)

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show what stands in the document; what is being typed is not taken away by it."""
        if not self.gives_way(text) or text == self.text:
            return
        if self.hasFocus() and self.is_same(text):
            return
        self._fill(text)

    @property
    def words(self) -> str:
        return self.text

    def show_words(self, words: str) -> None:
        self.is_held = True
        self._fill(words)

    def go_to_end(self) -> None:
        self.moveCursor(QTextCursor.MoveOperation.End)

    def _fill(self, text: str) -> None:
        self._shown = text
        at = self.textCursor().position()
        with self._filling():
            self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(text)))
        self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        if leaves_undo_to_document(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_line and self._pressed_in_line(event):
            return
        if self.room.takes_key(event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.room.takes_method(event):
            super().inputMethodEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped where there is room for it."""
        with self._filling():
            self._insert(source)

    def _insert(self, source: QMimeData) -> None:
        """Take plain text; where one line is written, its lines are joined."""
        if not self._is_line:
            if self.room.takes(source.text()):
                self.insertPlainText(source.text())
            return
        text = self.words_of(source)
        lines = [line for line in text.splitlines() if line.strip()]
        if self.takes_lines and len(lines) > 1:
            if self.room.takes_points(lines):
                self.lines_pasted.emit([plain_line(line) for line in lines])
            return
        is_plain = len(lines) == 1 and not source.hasHtml()
        words = " ".join(lines[0].split()) if is_plain else " ".join(map(plain_line, lines))
        if self.room.takes(words):
            self.insertPlainText(words)

    def words_of(self, source: QMimeData) -> str:
        """Return what is pasted with the marks of its lists, of bold and of links.

        HTML of such a length is mostly dress, and takes long to read: then its plain words.
        """
        html = source.html() if source.hasHtml() else ""
        is_read = html and len(html) <= _LONGEST_HTML and len(source.text()) <= LONGEST_TEXT
        return markdown_of_html(html) if is_read else source.text()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # What is chosen in a longer text is what the buttons above it act on.
        if self._is_line and event.reason() not in _STAYS_FOR:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        self.focused.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(160), self.height())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        undo_in_menu(menu, self)
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        wrong = self.spelling.word_at(cursor.position())
        open_menu(menu, event, wrong, lambda by: self._correct(wrong, by))

    def _correct(self, wrong: Spelt | None, by: str) -> None:
        if wrong is not None and self.text[wrong.start : wrong.end] == wrong.word:
            cursor = self.textCursor()
            cursor.setPosition(wrong.start)
            cursor.setPosition(wrong.end, cursor.MoveMode.KeepAnchor)
            cursor.insertText(by)

    def _show_spelling(self) -> None:
        wave_under(self, self.spelling.wrong())

    def is_same(self, text: str) -> bool:
        if self._is_line:
            return is_same_line(text, self.text)
        return text.strip("\n") == self.text.strip("\n")

    def _pressed_in_line(self, event: QKeyEvent) -> bool:
        cursor = self.textCursor()
        if asks(event, keys.NEXT_LINE):
            self.enter_pressed.emit()
        elif asks(event, keys.DROP_LINE) and not self.text:
            self.emptied.emit()
        elif asks(event, keys.LINE_UP) and not cursor.movePosition(cursor.MoveOperation.Up):
            self.up_asked.emit()
        elif asks(event, keys.LINE_DOWN) and not cursor.movePosition(cursor.MoveOperation.Down):
            self.down_asked.emit()
        else:
            return False
        return True

    def _on_text_changed(self) -> None:
        text = self.text
        if text != self._shown:
            self._shown = text
            self.written.emit(text)

    @contextmanager
    def _filling(self) -> Iterator[None]:
        """Be as tall as the text when all of it stands there, not at each of its paragraphs."""
        self._is_filling = True
        yield
        self._is_filling = False
        self._fit()

    def _fit(self, *_: object) -> None:
        if self._is_filling:
            return
        line = self.fontMetrics().lineSpacing()
        margin = 2 * self.document().documentMargin()
        height = max(self.document().size().height(), self._least_lines * line + margin)
        around = max(0, self.height() - self.viewport().height())
        wanted = round(height) + around
        if wanted != self.height():
            self.setFixedHeight(wanted)


def plain_line(line: str) -> str:
    """Return a line without the marks of a list, of a heading or of bold."""
    return " ".join(_LEAD.sub("", line).replace("**", "").split())


def is_same_line(text: str, typed: str) -> bool:
    """Whether a line is what was typed, save for the spaces that are not kept."""
    return text.split() == typed.split()


def beside(*widgets: QWidget, stretch: int = -1) -> QWidget:
    """Put widgets on one line; the one numbered `stretch` takes the room."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(8))
    for number, widget in enumerate(widgets):
        row.addWidget(widget, 1 if number == stretch else 0)
    return box
