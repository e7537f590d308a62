"""Asks in the place which backup the data are to be brought back to, and says what that does."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from app.model.errors import Told
from app.model.recovery import Backup, Held
from app.services import backups
from app.ui.base.desk import Desk
from app.ui.keys import keys
from app.ui.keys.shortcuts import asks
from app.ui.look.widgets import Button, Label, clear_layout
from app.ui.says.told_texts import told_text
from app.ui.settings.backup_words import backup_words, held_words, when_words

_SHOWN = 12


class RestorePanel(QWidget):
    """One backup of several, what becomes of the data, and the way there or back.

    Signals: `restore_requested` with the name of a backup; `told` when it says what a backup does,
    which takes more room; `left` when it is closed.
    """

    restore_requested = Signal(str)
    told = Signal()
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._backups: tuple[Backup, ...] = ()
        self._group = QButtonGroup(self)
        self._choices = QVBoxLayout()
        self._says = Label(wrap=True)
        self.go = Button(self.tr("Hent kopien tilbage"), "go", "undo", self._on_go)
        self.leave = Button(self.tr("Annuller"), "quiet", on_click=self._on_leave)
        self._assemble()
        self._group.idToggled.connect(self._on_toggled)
        self.hide()

    @property
    def chosen(self) -> Backup | None:
        """The backup that is chosen."""
        place = self._group.checkedId()
        return self._backups[place] if place >= 0 else None

    def open(self, found: Sequence[Backup], opener: QWidget) -> None:
        """Ask anew; none is chosen yet. The keyboard goes on from the `opener` to here."""
        for button in self._group.buttons():
            self._group.removeButton(button)
        clear_layout(self._choices)
        self._backups = tuple(found[:_SHOWN])
        for position, backup in enumerate(self._backups):
            button = QRadioButton(backup_words(backup, self._backups))
            self._group.addButton(button, position)
            self._choices.addWidget(button)
        stops = (opener, *self._group.buttons(), self.go, self.leave)
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)
        self._say_none()
        self.show()
        if self._group.buttons():
            self._group.buttons()[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.leave.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, keys.HUSH):
            self._on_leave()
        else:
            super().keyPressEvent(event)

    def _assemble(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.go)
        row.addWidget(self.leave)
        row.addStretch(1)
        self._choices.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._choices)
        column.addWidget(self._says)
        column.addLayout(row)

    def _say_none(self) -> None:
        self.go.setEnabled(False)
        self._says.setText(
            self.tr("Vælg den kopi, der skal hentes tilbage.")
            if self._backups
            else self.tr("Der er ingen sikkerhedskopier endnu.")
        )

    def _on_toggled(self, position: int, is_on: bool) -> None:
        """Say at once what it does, and what there is of each when that is counted."""
        if not is_on:
            return
        backup = self._backups[position]
        self._says.setText(self._what_becomes(backup, ""))
        self.go.setEnabled(True)
        self.told.emit()
        self._desk.do(
            lambda workplace: backups.held_in(workplace, name=backup.name),
            lambda counts: self._on_counted(backup, *counts),
            lambda error: self._on_unusable(backup, error),
            owner=self,
        )

    def _on_counted(self, backup: Backup, there: Held, here: Held) -> None:
        if self.chosen != backup:
            return
        held = self.tr("I kopien er der {}. Her er der nu {}.").format(
            held_words(there), held_words(here)
        )
        self._says.setText(self._what_becomes(backup, held))
        self.told.emit()

    def _on_unusable(self, backup: Backup, error: Told) -> bool:
        if not error.is_refusal:
            return False
        if self.chosen == backup:
            heading, line = told_text(error)
            self._says.setText(f"{heading}. {line}")
            self.go.setEnabled(False)
        return True

    def _what_becomes(self, backup: Backup, held: str) -> str:
        parts = (
            self.tr("Alt bliver, som det var {}: forløb, noter, tekster og indstillinger.").format(
                when_words(backup, self._backups)
            ),
            held,
            self.tr(
                "Det, der er kommet til siden, er så ikke her, og det, der er slettet, er her igen."
            ),
            self.tr("Først tages en kopi af det, der er her nu, så du kan gå tilbage."),
        )
        return " ".join(part for part in parts if part)

    def _on_go(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            self.restore_requested.emit(chosen.name)

    def _on_leave(self) -> None:
        self.hide()
        self.left.emit()
