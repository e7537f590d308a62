"""The field of the palette: it keeps the keyboard while the arrows move in the list below."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent

from app.ui.keys import keys
from app.ui.keys.key_kinds import Key
from app.ui.keys.shortcuts import answer, asks
from app.ui.look.theme import theme
from app.ui.look.widgets import SearchField

_PAGE = 8
_MOVES = {keys.DOWN: 1, keys.UP: -1, keys.PAGE_DOWN: _PAGE, keys.PAGE_UP: -_PAGE}


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
        if asks(event, keys.FIND_BACK) and self.text():
            return False
        acts: dict[Key, Callable[[], object]] = {
            **{key: partial(self.moved.emit, by) for key, by in _MOVES.items()},
            keys.TAKE: self.taken.emit,
            keys.LEAVE: self.left.emit,
            keys.FIND_BACK: self.back_asked.emit,
            keys.STAR: self.star_asked.emit,
        }
        return answer(event, acts)

    def _resize(self) -> None:
        self.setFont(theme().font(12))
        self.setMinimumHeight(theme().px(40))
