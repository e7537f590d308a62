"""The field that one line of a Word text is written in, where it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.editor.form.fields.writing import GrowingText


class LineEditor(GrowingText):
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
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        cursor = self.textCursor()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            at_edge = cursor.atStart() or cursor.atEnd()
            if is_control or at_edge:
                self.finished.emit()
            else:
                self.split_asked.emit(cursor.position())
        elif event.key() == Qt.Key.Key_Backspace and cursor.atStart() and not cursor.hasSelection():
            self.merge_asked.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.finished.emit()
