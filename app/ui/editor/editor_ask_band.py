"""What is asked about a document before something is done with it."""

from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from app.model.checks.burden import Budget, burden_of
from app.model.library.procedure import Procedure
from app.model.library.version_work import AnyPage
from app.ui.editor.form.fields.ways_field import Picker
from app.ui.editor.form.fields.writing_fields import LineBox
from app.ui.fields.ask_band import AskBand
from app.ui.fields.dates import Clock, DayField
from app.ui.look.theme import theme
from app.ui.look.widgets import Label, clear_layout

REVIEW_BY, OVER_BUDGET = "review_by", "over_budget"

Answers = dict[str, str]
"""What was answered, by key: text, the id that was picked, or a date as `2027-11-23`."""


class EditorQuestion(Struct, frozen=True):
    """One thing to ask. With `choices` one of them is picked, with `day` a date."""

    key: str
    words: str
    hint: str = ""
    value: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    day: date | None = None
    width: int = 200


def review_question(today: date) -> EditorQuestion:
    """Ask when a text is to be looked at again by whoever lets it count: in a year, unless told."""
    in_a_year = today.replace(year=today.year + 1, day=min(today.day, 28))
    words = QCoreApplication.translate("editor", "Gennemgås igen senest")
    return EditorQuestion(REVIEW_BY, words, day=in_a_year)


def budget_questions(document: AnyPage, budget: Budget) -> tuple[EditorQuestion, ...]:
    """Ask why a procedure may ask more than the budget has, where it does."""
    if not isinstance(document, Procedure):
        return ()
    burden = burden_of(document)
    if not burden.is_over(budget):
        return ()
    words = QCoreApplication.translate(
        "editor", "Hvorfor mere end budgettet? ({} krav af {}, ca. {} min af {})"
    )
    said = words.format(burden.required, budget.required, burden.minutes, budget.minutes)
    return (EditorQuestion(OVER_BUDGET, said, width=360),)


class EditorAskBand(AskBand):
    """Asks a few things, each in a field of its own."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(line_points=9.5)
        self._clock = clock
        self._grid = QGridLayout()
        self._fields: dict[str, QWidget] = {}
        self._then: Callable[[Answers], None] = lambda _: None
        self._assemble()

    def field(self, key: str) -> QWidget:
        """Return the field of a question."""
        return self._fields[key]

    def ask(
        self,
        heading: str,
        questions: Sequence[EditorQuestion],
        go: str,
        then: Callable[[Answers], None],
        line: str = "",
    ) -> None:
        """Ask these, and call `then` with the answers."""
        if self._keeper.is_inside:
            self.go_button.setFocus()
        clear_layout(self._grid)
        self._fields = {}
        self._then = then
        for column, question in enumerate(questions):
            self._add(question, column)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        self._grid.setColumnStretch(len(questions), 1)
        self.open(heading, line, go)
        first = next(iter(self._fields.values()), self.go_button)
        first.setFocus()
        if isinstance(first, LineBox):
            first.selectAll()  # what was written before gives way to what is typed
        self.opened.emit()

    def _add(self, question: EditorQuestion, column: int) -> None:
        field = _field_for(question, self._clock)
        field.setMinimumWidth(theme().px(question.width))
        label = Label(question.words, points=9.5, color="ink_2")
        label.setBuddy(field.line if isinstance(field, DayField) else field)
        self._grid.addWidget(label, 0, column)
        self._grid.addWidget(field, 1, column, Qt.AlignmentFlag.AlignTop)
        self._fields[question.key] = field
        written = field.line if isinstance(field, DayField) else field
        if isinstance(written, QLineEdit):
            written.textEdited.connect(lambda: self.say(""))

    def answer(self) -> None:
        """Hand on the answers; a date that cannot be read is gone to."""
        self.say("")  # said of what was answered before
        unread = [field for field in self._fields.values() if not _is_settled(field)]
        if unread:
            unread[0].setFocus()
            return
        self._then({key: _answer_of(field) for key, field in self._fields.items()})

    def _assemble(self) -> None:
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.go_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        self.column.addLayout(self._grid)
        self.column.addWidget(self._wrong)
        self.column.addLayout(buttons)


def _field_for(question: EditorQuestion, clock: Clock) -> QWidget:
    if question.choices:
        picker = Picker(question.words)
        picker.offer(question.choices, question.value or question.choices[0][0])
        return picker
    if question.day is not None:
        return DayField(question.words, clock, question.day)
    line = LineBox(question.words, question.hint)
    line.setText(question.value)
    return line


def _is_settled(field: QWidget) -> bool:
    """Read a date that is still being written; anything else is as it stands."""
    return field.settle() if isinstance(field, DayField) else True


def _answer_of(field: QWidget) -> str:
    if isinstance(field, Picker):
        return field.picked
    if isinstance(field, DayField):
        day = field.value()
        return day.isoformat() if day is not None else ""
    return field.text() if isinstance(field, LineBox) else ""
