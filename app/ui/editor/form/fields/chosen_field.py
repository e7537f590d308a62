"""A choice of several things: each a chip that can be taken away, and a link to find more."""

from collections.abc import Callable, Container, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.keys import keys
from app.ui.keys.focus import let_go, show_or_hide
from app.ui.keys.key_kinds import Key
from app.ui.keys.shortcuts import answer, claims
from app.ui.lists.finder import FinderBox, FinderChoice, Rank
from app.ui.look.theme import theme
from app.ui.look.tip_words import tip_words
from app.ui.look.widgets import Button, ElidedLabel, second_line
from app.ui.look.wrapping import Wrapping


class ChosenChip(QFrame):
    """One thing that was chosen. Delete takes it away; its line is said when one points at it.

    Signals: `pointed` with whether it is pointed at; `taken_away`; `opened`.
    """

    pointed = Signal(bool)
    taken_away = Signal()
    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("chip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 0, 4, 0)
        row.setSpacing(2)
        self._words = ElidedLabel(points=9)
        row.addWidget(self._words)
        self._away = Button("", "quiet", "close", self.taken_away.emit)
        self._away.setObjectName("away")
        self._away.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(self._away)
        self._resize()
        theme().changed.connect(self._resize)

    def show_choice(self, choice: FinderChoice) -> None:
        """Stand for a choice."""
        self.setAccessibleName(choice.title)
        self.setAccessibleDescription(choice.says)
        self.setToolTip(tip_words(choice.says))
        self._words.setText(choice.title)
        away = self.tr("Fjern {}").format(choice.title)
        self._away.setAccessibleName(away)
        self._away.setToolTip(away)

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

    With `is_single` the link is there only while nothing is chosen.

    Signals: `chosen_changed` with all ids, in their order, after the user changed them.
    """

    chosen_changed = Signal(object)

    def __init__(
        self, add: str, hint: str, rank: Rank | None = None, *, is_single: bool = False
    ) -> None:
        super().__init__()
        self._choices: Callable[[], Sequence[FinderChoice]] = tuple
        self._known: dict[str, FinderChoice] = {}
        self._is_single = is_single
        self._chips: dict[str, ChosenChip] = {}
        chips = Wrapping()
        self._row = chips.row
        self._line = second_line(wrap=True)
        self._line.hide()
        self.add = Button(add, "link", "plus", self._on_add)
        self._hint, self._rank = hint, rank
        self._finder: FinderBox | None = None
        self._row.addWidget(self.add)
        if not is_single:  # Tab would stop at the link, seen or not, and come no further
            self.setFocusProxy(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addWidget(chips)
        column.addWidget(self._line)

    @property
    def ids(self) -> tuple[str, ...]:
        """What is chosen, in its order."""
        return tuple(self._known)

    def add_link(self, words: str, icon: str, action: Callable[[], None]) -> None:
        """Put another link behind the one that opens the finder."""
        self._row.addWidget(Button(words, "link", icon, action))

    def offer(self, choices: Callable[[], Sequence[FinderChoice]]) -> None:
        """Take what can be chosen from when it is asked for."""
        self._choices = choices

    def show_chosen(self, chosen: Sequence[FinderChoice]) -> None:
        """Show what is chosen now; a chip stays as long as what it stands for."""
        known = {choice.id: choice for choice in chosen}
        if list(known.items()) == list(self._known.items()):
            return
        has_room = not (self._is_single and known)
        if has_room:
            self.add.show()
        for gone in [one for one in self._known if one not in known]:
            self._drop(gone, known.keys())
        self._known = known
        for position, choice in enumerate(known.values()):
            self._put(position, choice)
        self._line.hide()
        chips = [self._chips[one] for one in known]
        show_or_hide(self.add, chips[-1] if chips else self.add, is_shown=has_room)

    def _put(self, position: int, choice: FinderChoice) -> None:
        """Let a chip stand at a place, before the links."""
        chip = self._chips.get(choice.id) or self._make_chip(choice.id)
        chip.show_choice(choice)
        if self._row.indexOf(chip) != position:
            self._row.removeWidget(chip)
            self._row.insert(position, chip)
            chip.show()  # at once, so that it can take the keyboard

    def _make_chip(self, one: str) -> ChosenChip:
        chip = self._chips[one] = ChosenChip()
        chip.pointed.connect(partial(self._on_pointed, one))
        chip.taken_away.connect(partial(self._on_taken_away, one))
        chip.moved.connect(partial(self._on_moved, one))
        return chip

    def _drop(self, gone: str, left: Container[str]) -> None:
        """Let go of a chip; one goes on at the one after it, else before it, else at the link."""
        position = self.ids.index(gone)
        beside = (*self.ids[position + 1 :], *reversed(self.ids[:position]))
        goal = next((self._chips[one] for one in beside if one in left), self.add)
        chip = self._chips.pop(gone)
        self._row.removeWidget(chip)
        let_go(chip, goal)

    def _on_add(self) -> None:
        offered = [choice for choice in self._choices() if choice.id not in self.ids]
        if self._finder is None:
            self._finder = FinderBox(self, self._hint, self._rank)
            self._finder.chosen.connect(self._on_found)
        self._finder.open_at(self.add, offered)

    def _on_found(self, found: str) -> None:
        self.chosen_changed.emit((*self.ids, found))

    def _on_taken_away(self, gone: str) -> None:
        self.chosen_changed.emit(tuple(one for one in self.ids if one != gone))

    def _on_moved(self, moved: str, by: int) -> None:
        ids = list(self.ids)
        position = ids.index(moved)
        ids.insert(max(0, min(position + by, len(ids) - 1)), ids.pop(position))
        self.chosen_changed.emit(tuple(ids))

    def _on_pointed(self, pointed: str, is_pointed: bool) -> None:
        says = self._known[pointed].says if pointed in self._known else ""
        self._line.setText(says)
        self._line.setVisible(is_pointed and bool(says))
