"""A band below the header that asks one thing, where a dialog would have stood in the way."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
)

from app.model.errors import Told
from app.ui.common.told_texts import told_text
from app.ui.common.widgets import SEMIBOLD, Button, Label


class Question(Struct, frozen=True):
    """What is asked. `key` tells the answers apart; without a `label` there is nothing to write.

    `day` names a date that may be given along.
    """

    key: str
    heading: str
    line: str
    go: str
    label: str = ""
    hint: str = ""
    suggestions: tuple[str, ...] = ()
    day: str = ""
    first_day: date | None = None


class AskBand(QFrame):
    """Asks a question and stays open, with what was written, until it is answered or left.

    Signals: `answered` with the question's key, what was written, and a date or None; `left`.
    """

    answered = Signal(str, str, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "form")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._key = ""
        self._heading = Label(points=11.5, weight=SEMIBOLD)
        self._line = Label(color="ink_2", wrap=True)
        self._label = Label(points=9.5, color="ink_2")
        self.field = QComboBox()
        self.field.setEditable(True)
        self.field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.field.setMinimumWidth(320)
        self._has_day = QCheckBox()
        self._day = QDateEdit()
        self._day.setDisplayFormat("d.M.yyyy")
        self._day.setCalendarPopup(True)
        self.go_button = Button("", "go", on_click=self.answer)
        self._leave = Button(self.tr("Annuller"), "quiet", on_click=self.leave)
        self._wrong = Label(color="soon", wrap=True)
        self._assemble()
        self._has_day.toggled.connect(self._day.setEnabled)
        self.hide()

    @property
    def wrong_text(self) -> str:
        """What is said to be wrong with the answer; empty when nothing is."""
        return self._wrong.text()

    @property
    def asked(self) -> str:
        """The key of the question that is open; empty when none is."""
        return "" if self.isHidden() else self._key

    def ask(self, question: Question) -> None:
        """Ask a question, with an empty answer."""
        self._key = question.key
        self.setAccessibleName(question.heading)
        self._heading.setText(question.heading)
        self._line.setText(question.line)
        self._line.setVisible(bool(question.line))
        self._label.setText(question.label)
        self.go_button.say(question.go)
        for part in (self._label, self.field):
            part.setVisible(bool(question.label))
        self._fill(question.suggestions, question.label, question.hint)
        self._ask_day(question)
        self._say("")
        self.show()
        (self.field if question.label else self.go_button).setFocus()

    def answer(self) -> None:
        """Take the answer as it is written."""
        day = None
        if self._has_day.isVisibleTo(self) and self._has_day.isChecked():
            shown = self._day.date()
            day = date(shown.year(), shown.month(), shown.day())
        self.answered.emit(self._key, self.field.currentText().strip(), day)

    def leave(self) -> None:
        """Put the question aside."""
        self.hide()
        self.left.emit()

    def refuse(self, error: Told) -> bool:
        """Say here what is wrong with the answer; trouble belongs elsewhere."""
        if not error.is_refusal:
            return False
        heading, line = told_text(error)
        self._say(f"{heading}. {line}")
        self.field.setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.answer()
        else:
            super().keyPressEvent(event)

    def _fill(self, suggestions: Iterable[str], name: str, hint: str) -> None:
        self.field.clear()
        self.field.addItems(list(suggestions))
        self.field.setCurrentIndex(-1)
        self.field.setAccessibleName(name)
        line = self.field.lineEdit()
        if line is not None:
            line.clear()
            line.setPlaceholderText(hint)

    def _ask_day(self, question: Question) -> None:
        for part in (self._has_day, self._day):
            part.setVisible(bool(question.day))
        self._has_day.setText(question.day)
        self._has_day.setChecked(False)
        self._day.setEnabled(False)
        self._day.setAccessibleName(question.day)
        first = question.first_day
        if first is not None:
            self._day.setDate(QDate(first.year, first.month, first.day))

    def _assemble(self) -> None:
        self._label.setBuddy(self.field)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._label)
        row.addWidget(self.field)
        row.addWidget(self._has_day)
        row.addWidget(self._day)
        row.addWidget(self.go_button)
        row.addWidget(self._leave)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._line)
        column.addLayout(row)
        column.addWidget(self._wrong)

    def _say(self, words: str) -> None:
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
