"""Something that is known, with a way to correct it in its place."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.model.danish.moment_reading import Lies
from app.model.errors import Told
from app.services.kept_texts import LONGEST_CASE_NUMBER
from app.ui.fields.dates import Clock, MomentField
from app.ui.fields.entry import EntryField
from app.ui.keys import keys
from app.ui.keys.shortcuts import asks
from app.ui.look.theme import theme
from app.ui.look.widgets import SEMIBOLD, Button, ElidedLabel, Label, second_line
from app.ui.says.told_texts import told_line


class CorrectLine(QWidget):
    """Says what is known. A pencil opens a field below, with a way to keep it and one to leave it.

    An open field stays open, with what was typed, until it is kept or left.
    """

    def __init__(self, words: Label, field: EntryField, tip: str) -> None:
        super().__init__()
        self.words = words
        self.field = field
        self._may_correct = False
        self._pencil = Button("", "quiet", "edit", self.open, small=True, tip=tip)
        self._inside = QWidget()
        self._assemble()
        self._inside.hide()
        self._resize()
        theme().changed.connect(self._resize)

    @property
    def is_open(self) -> bool:
        """Whether it is being corrected."""
        return not self._inside.isHidden()

    def open(self) -> None:
        """Let it be corrected."""
        self._inside.show()
        self._pencil.hide()
        self.field.line.setFocus()
        self.field.line.selectAll()

    def leave(self) -> None:
        """Put the field away as if nothing was typed."""
        self._reset()
        self._close()

    def refuse(self, error: Told) -> bool:
        """Say at the field why it is not kept; trouble belongs elsewhere."""
        if not (error.is_refusal and self.is_open):
            return False
        self.field.refuse(told_line(error))
        self.field.line.setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_open and asks(event, keys.LEAVE):
            self.leave()
        elif self.is_open and asks(event, keys.TAKE):
            self._keep()
        else:
            super().keyPressEvent(event)

    def _say(self, words: str, *, may_correct: bool, is_kept: bool) -> None:
        """Say what is known now; `is_kept` tells that it is what was asked for here."""
        self.words.setText(words)
        self._may_correct = may_correct
        if self.is_open and (is_kept or not may_correct):
            self._close()
        if not self.is_open:
            self._reset()
        self._pencil.setVisible(may_correct and not self.is_open)

    def _close(self) -> None:
        """Put the field away; the keyboard goes back to the pencil if it was in there."""
        focused = self.window().focusWidget()
        had_focus = focused is not None and self._inside.isAncestorOf(focused)
        self._pencil.setVisible(self._may_correct)
        if had_focus:
            self._pencil.setFocus()
        self._inside.hide()

    def _keep(self) -> None:
        """Ask for what stands in the field to be kept."""
        raise NotImplementedError

    def _reset(self) -> None:
        """Show in the field what is known."""
        raise NotImplementedError

    def _resize(self) -> None:
        self._pencil.setMaximumWidth(theme().px(36))

    def _assemble(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme().px(4))
        buttons.addWidget(Button(self.tr("Gem"), small=True, on_click=self._keep))
        buttons.addWidget(Button(self.tr("Annuller"), "quiet", small=True, on_click=self.leave))
        buttons.addStretch(1)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, theme().px(2), 0, theme().px(4))
        inside.setSpacing(theme().px(6))
        inside.addWidget(self.field)
        inside.addLayout(buttons)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.words, 0, 0)
        grid.addWidget(self._pencil, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._inside, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)


class MomentLine(CorrectLine):
    """When something happened.

    Signals: `time_set` with the moment.
    """

    time_set = Signal(object)

    def __init__(self, name: str, clock: Clock) -> None:
        self._moment: datetime | None = None
        self._asked: datetime | None = None
        self._entry = MomentField(name, clock, lies=Lies.BEHIND)
        super().__init__(second_line(wrap=True), self._entry, self.tr("Ret tidspunkt"))

    def show_moment(
        self, words: str, moment: datetime, *, may_set: bool, needs_time: bool = True
    ) -> None:
        """Show what happened when; without `needs_time` its day is enough."""
        self._moment, self._entry.needs_time = moment, needs_time
        self._say(words, may_correct=may_set, is_kept=moment == self._asked)

    def _keep(self) -> None:
        self._asked = self._entry.value() if self._entry.settle() else None
        if self._asked is None:
            self._entry.line.setFocus()
        elif self._asked == self._moment:
            self.leave()
        else:
            self.time_set.emit(self._asked)

    def _reset(self) -> None:
        self._asked = None
        self._entry.set_value(self._moment)


class NumberLine(CorrectLine):
    """The number of a case.

    Signals: `number_set` with what was written.
    """

    number_set = Signal(str)

    def __init__(self) -> None:
        self._number = ""
        self._asked = ""
        words = ElidedLabel(points=13, weight=SEMIBOLD, selectable=True)
        super().__init__(
            words,
            EntryField(self.tr("Sagsnummer"), most=LONGEST_CASE_NUMBER),
            self.tr("Ret sagsnummer"),
        )

    def tell_of_others(self, *, are_there: bool) -> None:
        """Say at the field that the case's other runs keep their number, where there are any."""
        words = self.tr("Kun dette forløb. Sagens andre beholder deres nummer.")
        self.field.explain(words if are_there else "")

    def show_number(self, number: str, *, may_set: bool) -> None:
        """Show which case it is."""
        is_kept = bool(self._asked) and number != self._number
        self._number = number
        words = self.tr("Sag {}").format(number)
        self._say(words, may_correct=may_set, is_kept=is_kept)

    def _keep(self) -> None:
        self._asked = self.field.line.text()
        if self._asked.strip() == self._number:
            self.leave()
        else:
            self.number_set.emit(self._asked)

    def _reset(self) -> None:
        self._asked = ""
        self.field.line.setText(self._number)
        self.field.accept()
