"""The field of the palette: it keeps the keyboard while the arrows move in the list below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.ui.common.theme import theme
from app.ui.common.widgets import SearchField

_PAGE = 8
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}


class PaletteField(SearchField):
    """One types here all the time.

    Signals: `moved` by so many rows; `taken` when what is current is wanted; `back_asked` and
    `left` to go one choice back or away; `star_asked` for the current row.
    """

    moved = Signal(int)
    taken = Signal()
    back_asked = Signal()
    left = Signal()
    star_asked = Signal()

    def __init__(self, hint: str, name: str) -> None:
        super().__init__(hint, name)
        self._resize()
        theme().changed.connect(self._resize)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._answer(event):
            super().keyPressEvent(event)

    def _answer(self, event: QKeyEvent) -> bool:
        """Do what a key stands for here; False when it is for the text."""
        key = event.key()
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in _MOVES:
            self.moved.emit(_MOVES[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.back_asked.emit()
        elif key == Qt.Key.Key_D and held:
            self.star_asked.emit()
        else:
            return False
        return True

    def _resize(self) -> None:
        self.setFont(theme().font(12))
        self.setMinimumHeight(theme().px(40))
