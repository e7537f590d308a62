"""Asks whether the child was heard, or why not: one small form in the place that needs to know."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QRadioButton, QVBoxLayout, QWidget

from app.model.danish.moment_reading import Lies
from app.model.danish.notation import capital
from app.model.errors import Told
from app.model.ids import CHILD_ROLE
from app.model.journal.hearing_words import company_words, ground_words
from app.model.library.catalogue import Catalogue
from app.model.run.hearing import (
    Company,
    Heard,
    Hearing,
    HearingGround,
    NotHeard,
    grounds_at,
    says_something,
)
from app.services.kept_texts import LONGEST_REASON
from app.ui.fields.dates import Clock, MomentField
from app.ui.fields.entry import EntryField, mark_wrong
from app.ui.keys import keys
from app.ui.keys.shortcuts import asks
from app.ui.look.widgets import SEMIBOLD, Label
from app.ui.runs.step.step_surroundings import AtStep
from app.ui.says.told_texts import told_line


class HearingForm(QFrame):
    """What was, is told: nothing in it is chosen beforehand but the time, which is now.

    Signals: `answered` when Enter is pressed in it; `left` when Esc is.
    """

    answered = Signal()
    left = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.setProperty("surface", "notice")
        self.setAccessibleName(self.tr("Er barnet hørt?"))
        self._heading = Label(self.tr("Er barnet hørt?"), weight=SEMIBOLD, wrap=True)
        self.heard = QRadioButton(self.tr("Barnet er hørt"))
        self.not_heard = QRadioButton(self.tr("Barnet er ikke hørt"))
        self._group = QButtonGroup(self)
        self.when = MomentField(self.tr("Hvornår var samtalen?"), clock, lies=Lies.BEHIND)
        self.company = _Choice(self.tr("Hvem var med?"))
        self.led_by = _Choice(self.tr("Hvilken rolle førte samtalen?"))
        self.ground = _Choice(self.tr("Hvad er grunden efter loven?"))
        hint = self.tr("Ingen navne eller cpr-numre")
        self.words = EntryField(self.tr("Hvorfor, med dine egne ord"), hint, most=LONGEST_REASON)
        self.decided_by = _Choice(self.tr("Hvilken rolle besluttede det?"))
        self._about_talk = QWidget()
        self._about_reason = QWidget()
        self._wrong = Label(points=9, color="soon", wrap=True)
        self._at: AtStep | None = None
        self._is_begun = False
        self._assemble()
        self._connect()
        self.hide()

    @property
    def wrong_text(self) -> str:
        """What is said to be wrong; empty when nothing is."""
        return self._wrong.text()

    @property
    def is_wanted(self) -> bool:
        """Whether the step that is shown cannot be finished without the answer."""
        return self._at is not None and self._at.found.asks_for_child

    def show_at(self, at: AtStep) -> None:
        """Stand ready where a step asks for it; what is being answered at that step stays."""
        self._at = at if at.may_work else None
        if at.is_new or not self.is_wanted:
            self.leave()

    def ask(self) -> None:
        """Ask at the step that is shown, or go to what is asked there."""
        if self._at is not None:
            step, catalogue = self._at.step, self._at.library.catalogue
            self.open(grounds_at(step), self._at.procedure.roles, catalogue)
            (self._group.checkedButton() or self.heard).setFocus()

    def open(
        self, grounds: Sequence[HearingGround], roles: Sequence[str], catalogue: Catalogue
    ) -> None:
        """Ask. What is answered already stays until the question is put away.

        `roles` are those that come first in the choice, by id.
        """
        if not self._is_begun:
            self._begin(grounds, roles, catalogue)
            self._is_begun = True
        self.show()

    def leave(self) -> None:
        """Put the question away, with what was answered."""
        self._is_begun = False
        self.hide()

    def answer(self) -> Hearing | None:
        """Return what is answered. Where something is missing, say so at it and return None."""
        self._accept()
        if self.heard.isChecked():
            return self._heard()
        if self.not_heard.isChecked():
            return self._not_heard()
        self._say(self.tr("Vælg, om barnet er hørt."))
        self.heard.setFocus()
        return None

    def refuse(self, error: Told) -> bool:
        """Say here why the answer is not kept; trouble belongs elsewhere."""
        if not error.is_refusal or self.isHidden():
            return False
        is_time = error.code in ("heard_in_future", "date_unlikely")
        field = self.when if is_time else self.words
        field.refuse(told_line(error))
        field.line.setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, keys.LEAVE):
            self.left.emit()
        elif asks(event, keys.TAKE):
            self.answered.emit()
        else:
            super().keyPressEvent(event)

    def _heard(self) -> Heard | None:
        when = self.when.value() if self.when.settle() else None
        if when is None:
            self.when.line.setFocus()
            return None
        company, role = self.company.value, self.led_by.value
        if not isinstance(company, Company):
            self.company.miss(self.tr("Vælg, hvem der var med."))
            return None
        if not role:
            self.led_by.miss(self.tr("Vælg, hvilken rolle der førte samtalen."))
            return None
        return Heard(when, company, str(role))

    def _not_heard(self) -> NotHeard | None:
        ground, role = self.ground.value, self.decided_by.value
        words = self.words.line.text().strip()
        if not isinstance(ground, HearingGround):
            self.ground.miss(self.tr("Vælg, hvad grunden er."))
            return None
        if not says_something(words):
            self.words.refuse(self.tr("Skriv kort, hvorfor barnet ikke er hørt."))
            self.words.line.setFocus()
            return None
        if not role:
            self.decided_by.miss(self.tr("Vælg, hvilken rolle der besluttede det."))
            return None
        return NotHeard(ground, words, str(role))

    def _accept(self) -> None:
        """Take back what was said to be wrong."""
        self._say("")
        for choice in (self.company, self.led_by, self.ground, self.decided_by):
            choice.refuse("")
        self.words.accept()

    def _say(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))

    def _begin(
        self, grounds: Sequence[HearingGround], roles: Sequence[str], catalogue: Catalogue
    ) -> None:
        """Ask anew: nothing is answered."""
        self._group.setExclusive(False)
        for button in (self.heard, self.not_heard):
            button.setChecked(False)
        self._group.setExclusive(True)
        titles = {role.id: role.title for role in catalogue.roles if role.id != CHILD_ROLE}
        named = [
            (role, titles[role]) for role in dict.fromkeys((*roles, *titles)) if role in titles
        ]
        self.when.set_now()
        self.company.offer((one, capital(company_words(one))) for one in Company)
        self.ground.offer((one, capital(ground_words(one, catalogue))) for one in grounds)
        self.led_by.offer(named)
        self.decided_by.offer(named)
        self.words.line.clear()
        self._accept()
        self._show_fields()

    def _show_fields(self) -> None:
        self._about_talk.setVisible(self.heard.isChecked())
        self._about_reason.setVisible(self.not_heard.isChecked())

    def _on_changed(self) -> None:
        self._accept()

    def _on_toggled(self) -> None:
        self._accept()
        self._show_fields()

    def _connect(self) -> None:
        for button in (self.heard, self.not_heard):
            self._group.addButton(button)
            button.toggled.connect(self._on_toggled)
        for choice in (self.company, self.led_by, self.ground, self.decided_by):
            choice.box.currentIndexChanged.connect(self._on_changed)
        self.words.typed.connect(self._on_changed)

    def _assemble(self) -> None:
        when = _Named(self.tr("Hvornår var samtalen?"), self.when, self.when.line)
        why = _Named(self.tr("Hvorfor, med dine egne ord"), self.words, self.words.line)
        translate = QCoreApplication.translate
        other_way = translate("runs", "Barnets syn skal så frem på anden vis: skriv hvordan.")
        hint = Label(other_way, points=9, wrap=True)
        _stack(self._about_talk, when, self.company, self.led_by)
        _stack(self._about_reason, self.ground, why, hint, self.decided_by)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        for part in (
            self._heading,
            self._wrong,
            self.heard,
            self._about_talk,
            self.not_heard,
            self._about_reason,
        ):
            column.addWidget(part)
        self._wrong.hide()


def _stack(inside: QWidget, *parts: QWidget) -> None:
    """Put fields below each other."""
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(6)
    for part in parts:
        column.addWidget(part)


class _Named(QWidget):
    """A field with its name above it."""

    def __init__(self, name: str, field: QWidget, line: QWidget) -> None:
        super().__init__()
        label = Label(name, points=9.5, color="ink_2")
        label.setBuddy(line)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        self.column.addWidget(label)
        self.column.addWidget(field)


class _Choice(_Named):
    """One of several, of which none is chosen at first."""

    def __init__(self, name: str) -> None:
        self._keys: list[object] = []
        self.box = QComboBox()
        self.box.setAccessibleName(name)
        self.box.setPlaceholderText(QCoreApplication.translate("runs", "Vælg"))
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        super().__init__(name, self.box, self.box)
        self._wrong = Label(points=9, color="soon", wrap=True)
        self._wrong.hide()
        self.column.addWidget(self._wrong)

    def refuse(self, words: str) -> None:
        """Mark the choice and say why below it; with nothing, nothing is wrong."""
        mark_wrong(self.box, is_wrong=bool(words))
        self.box.setAccessibleDescription(words)
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))

    def miss(self, words: str) -> None:
        """Say that nothing is chosen, where one chooses."""
        self.refuse(words)
        self.box.setFocus()

    @property
    def value(self) -> object:
        """What is chosen; None while nothing is."""
        at = self.box.currentIndex()
        return self._keys[at] if 0 <= at < len(self._keys) else None

    def offer(self, choices: Iterable[tuple[object, str]]) -> None:
        """Offer other things, with their words; nothing is chosen."""
        offered = list(choices)
        self._keys = [key for key, _ in offered]
        self.box.clear()
        self.box.addItems([words for _, words in offered])
        self.box.setCurrentIndex(-1)
