"""What is asked about a run before something is done with it."""

from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout

from app.model.danish.moment_reading import Lies
from app.model.errors import Told
from app.services.kept_texts import LONGEST_REASON
from app.ui.fields.ask_band import AskBand
from app.ui.fields.dates import Clock, DayField
from app.ui.fields.entry import mark_wrong
from app.ui.look.field_room import BoundedLine
from app.ui.look.widgets import Label
from app.ui.runs.step.hearing_form import HearingForm


class RunQuestion(Struct, frozen=True):
    """What is asked. `key` tells the answers apart; without a `label` there is nothing to write.

    `day` names a date that may be given along. `keep` is what one does instead, where going on
    cannot be undone: that has the focus then, and Enter. `asks_for_child` tells that one also says
    whether the child was heard.
    """

    key: str
    heading: str
    line: str
    go: str
    label: str = ""
    hint: str = ""
    suggestions: tuple[str, ...] = ()
    day: str = ""
    keep: str = ""
    asks_for_child: bool = False


class RunAskBand(AskBand):
    """Asks for a line, a date, or whether the child was heard.

    Signals: `answered` with the question's key, what was written, and a date or None; `left`.
    """

    answered = Signal(str, str, object)
    left = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._key = ""
        self._label = Label(points=9.5, color="ink_2")
        self.field = QComboBox()
        self.field.setEditable(True)
        self.field.setLineEdit(BoundedLine(most=LONGEST_REASON))
        self.field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.field.setMinimumWidth(320)
        self._day_label = Label(points=9.5, color="ink_2")
        self._day = DayField("", clock, may_be_empty=True, lies=Lies.AHEAD)
        self.hearing = HearingForm(clock)
        self.asks_for_child = False
        self._go_words = ""
        self._assemble()
        self.field.editTextChanged.connect(lambda _: self.say(""))
        self.hearing.answered.connect(self.answer)
        self.hearing.left.connect(self.leave)

    @property
    def asked(self) -> str:
        """The key of the question that is open; empty when none is."""
        return "" if self.isHidden() else self._key

    def ask(self, question: RunQuestion) -> None:
        """Ask a question, with an empty answer."""
        self._key = question.key
        self._label.setText(question.label)
        self._go_words = question.go
        self.leave_button.say(question.keep or self.tr("Annuller"))
        for part in (self._label, self.field):
            part.setVisible(bool(question.label))
        self._fill(question.suggestions, question.label, question.hint)
        self._ask_day(question)
        self.asks_for_child = question.asks_for_child
        self.hearing.leave()
        self.open(question.heading, question.line, question.go)
        last = self.leave_button if question.keep else self.go_button
        (self.field if question.label else last).setFocus()

    def answer(self) -> None:
        """Take the answer as it is written."""
        if not self._day.settle():
            self._day.line.setFocus()
            return
        self.answered.emit(self._key, self.field.currentText().strip(), self._day.value())

    def doubt(self, words: str, go: str) -> None:
        """Ask once more before an answer is taken; another answer takes the doubt away."""
        self.say(words)
        self.go_button.say(go)
        self.field.setFocus()

    def leave(self) -> None:
        """Put the question aside; whoever had the keyboard before has it again."""
        super().leave()
        self.left.emit()

    def refuse(self, error: Told) -> bool:
        """Say what is wrong where it was answered; trouble is left to the banner."""
        if error.is_refusal and self.hearing.refuse(error):
            return True
        is_said = super().refuse(error)
        if is_said:
            self.field.setFocus()
        return is_said

    def say(self, words: str) -> None:
        """Say what is wrong, or in doubt, and that at the field too."""
        super().say(words)
        self.go_button.say(self._go_words)
        self.field.setAccessibleDescription(words)
        mark_wrong(self.field, is_wrong=bool(words))

    def _fill(self, suggestions: Iterable[str], name: str, hint: str) -> None:
        self.field.clear()
        self.field.addItems(list(suggestions))
        self.field.setCurrentIndex(-1)
        self.field.setAccessibleName(name)
        line = self.field.lineEdit()
        if line is not None:
            line.clear()
            line.setPlaceholderText(hint)

    def _ask_day(self, question: RunQuestion) -> None:
        for part in (self._day_label, self._day):
            part.setVisible(bool(question.day))
        self._day_label.setText(question.day)
        self._day.setAccessibleName(question.day)
        self._day.set_value(None)

    def _assemble(self) -> None:
        self._label.setBuddy(self.field)
        self._day_label.setBuddy(self._day.line)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(self._day_label, 0, 1)
        parts = (self.field, self._day, self.go_button, self.leave_button)
        for position, part in enumerate(parts):
            grid.addWidget(part, 1, position, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(len(parts), 1)
        self.column.addLayout(grid)
        for part in (self.hearing, self._wrong):
            self.column.addWidget(part)
