"""Where there is little room: words give way to icons, and a side to a button that opens it."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QBoxLayout, QWidget

from app.ui.keys import keys
from app.ui.keys.focus import FocusKeeper, holds_keyboard, show_or_hide
from app.ui.keys.kept import stops_in
from app.ui.keys.shortcuts import asks
from app.ui.look.theme import theme
from app.ui.look.widgets import Button


class Foldable(Protocol):
    """What can do with less room."""

    def fold(self, folded: bool) -> None:
        """Take little room, or all that it wants."""

    def saved_in(self, part: QWidget) -> int:
        """Return how much less room it takes in a part of the window than with its words."""


def needed_in(part: QWidget, groups: Sequence[Sequence[Foldable]]) -> int:
    """Return how wide a part of the window must be to have all words in it."""
    layout = part.layout()
    hint = layout.sizeHint().width() if layout is not None else 0
    return hint + sum(one.saved_in(part) for group in groups for one in group)


def fold_in_turn(
    part: QWidget, groups: Sequence[Sequence[Foldable]], *, wish: int = 0, wishing: int = 0
) -> None:
    """Fold what stands in a part of the window, group after group, until the rest has room.

    The first groups, as many as are `wishing`, fold for a width that is wished too.
    """
    needed = needed_in(part, groups)
    for position, group in enumerate(groups):
        is_tight = part.width() < (max(needed, wish) if position < wishing else needed)
        for one in group:
            one.fold(is_tight)
        saved = sum(one.saved_in(part) for one in group)
        needed -= saved
        wish -= saved


class FoldedSide(QObject):
    """The side of a page, which is folded away where the page is too narrow for it.

    A button is seen then, and opens it over what it stood beside; the button again, Escape, or a
    row that is chosen in it puts it away. Owned by the page. Signals: `folded` with whether it is
    folded away now.
    """

    folded = Signal(bool)

    def __init__(
        self, page: QWidget, side: QWidget, row: QBoxLayout, beside: QWidget, words: str, room: int
    ) -> None:
        """`row` begins with the side; `beside` is what it may lie over; `room` is what it takes."""
        super().__init__(page)
        self._page, self._side, self._row, self._beside = page, side, row, beside
        self._room = room
        self._is_folded = False
        self._keeper = FocusKeeper(side)
        self.button = Button("", "quiet", "list", self._on_button_clicked, tip=words)
        self.button.set_key(keys.OPEN_SIDE)
        self.button.setCheckable(True)
        self.button.hide()
        for widget in (page, side, beside):
            widget.installEventFilter(self)
        for rows in side.findChildren(QAbstractItemView):
            rows.clicked.connect(self._on_row_chosen)
            rows.activated.connect(self._on_row_chosen)
        theme().changed.connect(self.fit)

    @property
    def is_folded(self) -> bool:
        """Whether there is too little room for the side."""
        return self._is_folded

    def fit(self) -> None:
        """Fold the side away, or let it stand in its place again."""
        is_folded = self._page.width() < theme().px(self._room)
        if is_folded == self._is_folded:
            return
        self._is_folded = is_folded
        self.button.setChecked(False)
        if is_folded:
            self.button.show()
            self._row.removeWidget(self._side)
            show_or_hide(self._side, self.button, is_shown=False)
        else:
            self._row.insertWidget(0, self._side)
            self._side.show()
            show_or_hide(self.button, self._side, is_shown=False)
        self.folded.emit(is_folded)

    def open(self) -> None:
        """Let the side be seen, over what it stood beside where there is no room for both."""
        if not self._is_folded:
            return
        self._keeper.note_holder()
        self.button.setChecked(True)
        self._side.show()
        self._place()
        self._side.raise_()

    def close(self) -> None:
        """Put an opened side away; whoever had the keyboard before has it again."""
        self.button.setChecked(False)
        if not self._is_folded:
            return
        if holds_keyboard(self._side) and not self._keeper.give_back():
            self.button.setFocus()
        self._side.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.Resize and watched is self._page:
            self.fit()
        elif kind in (QEvent.Type.Resize, QEvent.Type.Move) and watched is self._beside:
            self._place()
        elif watched is self._side and isinstance(event, QKeyEvent) and self._leaves(event):
            self.close()
            return True
        return False

    def _leaves(self, event: QKeyEvent) -> bool:
        is_press = event.type() is QEvent.Type.KeyPress
        return is_press and self._is_folded and asks(event, keys.LEAVE)

    def _on_button_clicked(self) -> None:
        if self._side.isVisibleTo(self._page):
            self.close()
            return
        self.open()
        stops = stops_in(self._side)
        if stops:
            stops[0].setFocus()

    def _on_row_chosen(self) -> None:
        """What was asked for is shown where the side lies."""
        if self.button.isChecked():
            self.close()

    def _place(self) -> None:
        """Put an opened side over the left of what it stood beside, and of all below that."""
        if self._is_folded and not self._side.isHidden():
            at = self._beside.mapTo(self._page, self._beside.rect().topLeft())
            size = self._side.sizeHint().expandedTo(self._side.minimumSize())
            height = self._page.height() - at.y()
            self._side.setGeometry(QRect(at.x(), at.y(), size.width(), height))
