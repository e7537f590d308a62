"""A choice of several things: each a chip that can be taken away, and a link to find more."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.common import keys
from app.ui.common.keys import Key
from app.ui.common.shortcuts import answer, claims
from app.ui.common.theme import theme
from app.ui.common.tips import tip_words
from app.ui.common.widgets import Button, ElidedLabel, second_line
from app.ui.common.wrapping import Wrapping
from app.ui.editor.form.finder import Choice, Finder, Rank


class ChosenChip(QFrame):
    """One thing that was chosen. Delete takes it away; its line is said when one points at it.

    Signals: `pointed` with whether it is pointed at; `taken_away`; `opened`.
    """

    pointed = Signal(bool)
    taken_away = Signal()
    moved = Signal(int)

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self.setObjectName("chip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(choice.title)
        self.setAccessibleDescription(choice.says)
        self.setToolTip(tip_words(choice.says))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 0, 4, 0)
        row.setSpacing(2)
        self._words = ElidedLabel(choice.title, points=9)
        row.addWidget(self._words)
        away = Button(
            "", "quiet", "close", self.taken_away.emit, tip=self.tr("Fjern {}").format(choice.title)
        )
        away.setObjectName("away")
        away.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(away)
        self._resize()
        theme().changed.connect(self._resize)

    def _resize(self) -> None:
        self.setFixedHeight(theme().px(25))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[Key, Callable[[], object]] = {
            keys.REMOVE: self.taken_away.emit,
            keys.MOVE_LEFT: lambda: self.moved.emit(-1),
            keys.MOVE_RIGHT: lambda: self.moved.emit(1),
        }
        if not answer(event, acts):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        return claims(event, keys.MOVE_LEFT, keys.MOVE_RIGHT) or super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pointed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointed.emit(False)


class ChosenBox(QWidget):
    """Chips, the line of the one that is pointed at, and the link that opens the finder.

    Signals: `chosen_changed` with all ids, in their order, after the user changed them.
    """

    chosen_changed = Signal(object)

    def __init__(self, add: str, hint: str, rank: Rank | None = None) -> None:
        super().__init__()
        self._choices: Callable[[], Sequence[Choice]] = tuple
        self._ids: tuple[str, ...] = ()
        self._known: dict[str, Choice] = {}
        self._chips = Wrapping()
        self._line = second_line(wrap=True)
        self._line.hide()
        self.add = Button(add, "link", "plus", self._on_add)
        self._hint, self._rank = hint, rank
        self._finder: Finder | None = None
        self._links = 1
        self._chips.row.addWidget(self.add)
        self.setFocusProxy(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addWidget(self._chips)
        column.addWidget(self._line)

    @property
    def ids(self) -> tuple[str, ...]:
        """What is chosen, in its order."""
        return self._ids

    def add_link(self, words: str, icon: str, action: Callable[[], None]) -> None:
        """Put another link behind the one that opens the finder."""
        self._chips.row.addWidget(Button(words, "link", icon, action))
        self._links += 1

    def offer(self, choices: Callable[[], Sequence[Choice]]) -> None:
        """Take what can be chosen from when it is asked for."""
        self._choices = choices

    def show_chosen(self, chosen: Sequence[Choice]) -> None:
        """Show what is chosen now."""
        ids = tuple(choice.id for choice in chosen)
        known = {choice.id: choice for choice in chosen}
        if ids == self._ids and known == self._known:
            return
        focused = self._focused()
        self._ids, self._known = ids, known
        self._drop_chips()
        for place, choice in enumerate(chosen):
            chip = self._chip(choice)
            self._chips.row.insert(place, chip)
            chip.show()  # at once, so that it can take the keyboard
        self._line.hide()
        self._refocus(focused)

    def _chip(self, choice: Choice) -> ChosenChip:
        chip = ChosenChip(choice)
        chip.pointed.connect(partial(self._on_pointed, choice))
        chip.taken_away.connect(partial(self._on_taken_away, choice.id))
        chip.moved.connect(partial(self._on_moved, choice.id))
        return chip

    def _drop_chips(self) -> None:
        while self._chips.row.count() > self._links:
            item = self._chips.row.takeAt(0)
            chip = item.widget() if item else None
            if chip is not None:
                chip.hide()
                chip.deleteLater()

    def _focused(self) -> str | None:
        """Return the chip that has the keyboard, to give it back when chips are made anew."""
        for number, one in enumerate(self._ids):
            item = self._chips.row.itemAt(number)
            widget = item.widget() if item else None
            if widget is not None and widget.hasFocus():
                return one
        return None

    def _refocus(self, focused: str | None) -> None:
        if focused is None:
            return
        place = self._ids.index(focused) if focused in self._ids else len(self._ids)
        item = self._chips.row.itemAt(place)
        widget = item.widget() if item else None
        if widget is not None:
            widget.setFocus()

    def _on_add(self) -> None:
        offered = [choice for choice in self._choices() if choice.id not in self._ids]
        if self._finder is None:
            self._finder = Finder(self, self._hint, self._rank)
            self._finder.chosen.connect(self._on_found)
        self._finder.open_at(self.add, offered)

    def _on_found(self, found: str) -> None:
        self.chosen_changed.emit((*self._ids, found))

    def _on_taken_away(self, gone: str) -> None:
        self.chosen_changed.emit(tuple(one for one in self._ids if one != gone))

    def _on_moved(self, moved: str, by: int) -> None:
        ids = list(self._ids)
        place = ids.index(moved)
        ids.insert(max(0, min(place + by, len(ids) - 1)), ids.pop(place))
        self.chosen_changed.emit(tuple(ids))

    def _on_pointed(self, choice: Choice, is_pointed: bool) -> None:
        self._line.setText(choice.says)
        self._line.setVisible(is_pointed and bool(choice.says))
