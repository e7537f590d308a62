"""The list of what would come in; keys choose for the row that is current."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.model.sharing.standing import Choice
from app.ui.common.grouped_list import GroupedList
from app.ui.editor.sharing.rows import Bunch

KEYS = {
    Qt.Key.Key_B: Choice.KEEP,
    Qt.Key.Key_T: Choice.TAKE,
    Qt.Key.Key_S: Choice.MERGE,
    Qt.Key.Key_V: Choice.WAIT,
}


class IncomingList(GroupedList):
    """Signals: `choice_asked` with a `Choice` for the current row; `next_asked` for its next one.

    A row's payload is its `Bunch`.
    """

    choice_asked = Signal(object)
    next_asked = Signal()

    @property
    def current(self) -> Bunch | None:
        """What the current row stands for."""
        index = self.currentIndex()
        payload = self.rows.row(index).payload if index.isValid() else None
        return payload if isinstance(payload, Bunch) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in KEYS:
            self.choice_asked.emit(KEYS[key])
        elif key == Qt.Key.Key_Space:
            self.next_asked.emit()
        elif Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
            event.accept()  # it would look for a row that begins so
        else:
            super().keyPressEvent(event)
