"""A band below the header that asks one thing, where a dialog would have stood in the way."""

from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout

from app.model.danish.moment_reading import Lies
from app.model.errors import Told
from app.services.kept_texts import LONGEST_REASON
from app.ui.fields.dates import Clock, DayField
from app.ui.fields.entry import mark_wrong
from app.ui.keys import keys
from app.ui.keys.asking import Asking
from app.ui.keys.focus import FocusKeeper
from app.ui.keys.shortcuts import asks
from app.ui.look.field_room import BoundedLine
from app.ui.look.widgets import SEMIBOLD, Button, Label
from app.ui.runs.step.hearing_form import HearingForm
from app.ui.says.told_texts import told_text


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


class RunAskBand(Asking):
    """Asks a question and stays open, with what was written, until it is answered or left.

    Signals: `answered` with the question's key, what was written, and a date or None; `left`.
    """

    answered = Signal(str, str, object)
    left = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.setProperty("surface", "form")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._key = ""
        self._heading = Label(points=11.5, weight=SEMIBOLD)
        self._line = Label(color="ink_2", wrap=True)
        self._label = Label(points=9.5, color="ink_2")
        self.field = QComboBox()
        self.field.setEditable(True)
        self.field.setLineEdit(BoundedLine(most=LONGEST_REASON))
        self.field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.field.setMinimumWidth(320)
        self._day_label = Label(points=9.5, color="ink_2")
        self._day = DayField("", clock, may_be_empty=True, lies=Lies.AHEAD)
        self.go_button = Button("", "go", on_click=self.answer)
        self._leave = Button(self.tr("Annuller"), "quiet", on_click=self.leave)
        self.hearing = HearingForm(clock)
        self.asks_for_child = False
        self._wrong = Label(color="soon", wrap=True)
        self._go_words = ""
        self._keeper = FocusKeeper(self)
        self._assemble()
        self.field.editTextChanged.connect(lambda _: self._say(""))
        self.hearing.answered.connect(self.answer)
        self.hearing.left.connect(self.leave)
        self.hide()

    @property
    def wrong_text(self) -> str:
        """What is said to be wrong with the answer; empty when nothing is."""
        return self._wrong.text()

    @property
    def asked(self) -> str:
        """The key of the question that is open; empty when none is."""
        return "" if self.isHidden() else self._key

    def ask(self, question: RunQuestion) -> None:
        """Ask a question, with an empty answer."""
        self._key = question.key
        self.setAccessibleName(question.heading)
        self._heading.setText(question.heading)
        self._line.setText(question.line)
        self._line.setVisible(bool(question.line))
        self._label.setText(question.label)
        self._go_words = question.go
        self._leave.say(question.keep or self.tr("Annuller"))
        for part in (self._label, self.field):
            part.setVisible(bool(question.label))
        self._fill(question.suggestions, question.label, question.hint)
        self._ask_day(question)
        self.asks_for_child = question.asks_for_child
        self.hearing.leave()
        self._say("")
        self.show()
        last = self._leave if question.keep else self.go_button
        (self.field if question.label else last).setFocus()

    def answer(self) -> None:
        """Take the answer as it is written."""
        if not self._day.settle():
            self._day.line.setFocus()
            return
        self.answered.emit(self._key, self.field.currentText().strip(), self._day.value())

    def doubt(self, words: str, go: str) -> None:
        """Ask once more before an answer is taken; another answer takes the doubt away."""
        self._say(words)
        self.go_button.say(go)
        self.field.setFocus()

    def leave(self) -> None:
        """Put the question aside; whoever had the keyboard before has it again."""
        self._keeper.hide_part()
        self.left.emit()

    def refuse(self, error: Told) -> bool:
        """Say here what is wrong with the answer; trouble belongs elsewhere."""
        if not error.is_refusal:
            return False
        if self.hearing.refuse(error):
            return True
        heading, line = told_text(error)
        self._say(f"{heading}. {line}")
        self.field.setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, keys.TAKE):
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
        parts = (self.field, self._day, self.go_button, self._leave)
        for position, part in enumerate(parts):
            grid.addWidget(part, 1, position, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(len(parts), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._line)
        column.addLayout(grid)
        column.addWidget(self.hearing)
        column.addWidget(self._wrong)

    def _say(self, words: str) -> None:
        """Say what is wrong, or in doubt, and that at the field too."""
        self.go_button.say(self._go_words)
        self.field.setAccessibleDescription(words)
        mark_wrong(self.field, is_wrong=bool(words))
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
