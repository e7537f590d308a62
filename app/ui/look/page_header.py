"""The head of a page."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from app.ui.look.folding import Foldable, fold_in_turn, needed_in
from app.ui.look.theme import theme
from app.ui.look.widgets import SEMIBOLD, Button, Chip, ElidedLabel


class Header(QFrame):
    """The head of a page: title, state beside it, a line below, actions at the right.

    Where there is no room for all words, icons stand alone: first the buttons in `foldable`, those
    that stand first before the others, a tuple of them as one; then the chips beside the title;
    and last what one mostly comes for, in `last_foldable`. The title comes to its end in dots only
    when all of that is not enough. The line below it is given room by the buttons in `foldable`,
    where that is enough to read it whole.
    """

    def __init__(self, margin: int = 20) -> None:
        super().__init__()
        self._margin = margin
        self.setProperty("surface", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = ElidedLabel(points=15, weight=SEMIBOLD)
        self.chips = QHBoxLayout()
        self.chips.setSpacing(8)
        self.sub = ElidedLabel(points=9.5, color="ink_2")
        self.leading = QHBoxLayout()
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.foldable: tuple[Button | tuple[Button, ...], ...] = ()
        self.last_foldable: tuple[Button, ...] = ()
        self._assemble()
        self._resize()
        theme().changed.connect(self._resize)

    def _assemble(self) -> None:
        self._first = first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.title)
        first.addLayout(self.chips)
        first.addStretch(1)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addStretch(1)
        lines.addLayout(first)
        lines.addWidget(self.sub)
        lines.addStretch(1)
        self.sub.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(self._margin, 0, self._margin, 0)
        row.setSpacing(12)
        row.addLayout(self.leading)
        row.addLayout(lines, 1)
        row.addLayout(self.buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Fold anew: how wide a button is that was not seen before is known only now."""
        super().showEvent(event)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        """Fold anew when title, chips or buttons need other room than before."""
        is_done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fold()
        return is_done

    def _fold(self) -> None:
        groups = self._groups()
        below = self._needed_below(needed_in(self, groups), groups)
        fold_in_turn(self, groups, wish=below, wishing=len(self.foldable))

    def _needed_below(self, needed: int, groups: Sequence[Sequence[Foldable]]) -> int:
        """Return how wide the head must be for its line below, with all words in it.

        That is nothing where the quiet buttons cannot make room enough: their words stay then.
        """
        quiet, others = groups[: len(self.foldable)], groups[len(self.foldable) :]
        saved = sum(one.saved_in(self) for group in others[:-1] for one in group)
        title = self._first.sizeHint().width() + saved
        below = needed - title + self.sub.sizeHint().width()
        buttons = [one for group in quiet for one in group if isinstance(one, Button)]
        could_save = sum(one.width_of_words for one in buttons if one.isVisibleTo(self))
        return below if below - could_save <= self.width() else 0

    def _groups(self) -> Sequence[Sequence[Foldable]]:
        beside = (self.chips.itemAt(position) for position in range(self.chips.count()))
        widgets = [item.widget() for item in beside if item is not None]
        chips = [(one,) for one in widgets if isinstance(one, Chip)]
        first = [one if isinstance(one, tuple) else (one,) for one in self.foldable]
        return [*first, *chips, self.last_foldable]

    def _resize(self) -> None:
        self.setFixedHeight(theme().px(72))
        for group in self._groups():
            for one in group:
                one.fold(False)
        self._fold()
