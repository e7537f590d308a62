"""The field that one line of a Word text is written in, where it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.editor.form.fields.writing_fields import GrowingText
from app.ui.keys import keys
from app.ui.keys.shortcuts import asks


class WordLineEditor(GrowingText):
    """Enter makes two lines of one, as in Word; Backspace at the beginning puts two together.

    Signals: `finished` when what was typed is to be kept; `left` when it is not; `split_asked`
    with the place of the cursor; `merge_asked`.
    """

    finished = Signal()
    left = Signal()
    split_asked = Signal(int)
    merge_asked = Signal()

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__("", is_line=True)
        self.setParent(parent)
        self.setAccessibleName(self.tr("Linjens tekst"))
        self.setToolTip(self.tr("Enter: del linjen her · Ctrl+Enter: færdig · Esc: fortryd"))
        self.setObjectName("boxed")
        self.show_text(text)
        self.moveCursor(self.textCursor().MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cursor = self.textCursor()
        at_edge = cursor.atStart() or cursor.atEnd()
        if asks(event, keys.WORD_LEAVE):
            self.left.emit()
        elif asks(event, keys.WORD_DONE) or (at_edge and asks(event, keys.WORD_SPLIT)):
            self.finished.emit()
        elif asks(event, keys.WORD_SPLIT):
            self.split_asked.emit(cursor.position())
        elif asks(event, keys.WORD_JOIN) and cursor.atStart() and not cursor.hasSelection():
            self.merge_asked.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.finished.emit()
