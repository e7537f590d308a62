"""The suggestions at a place, one below the other, each with what came of it."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.library.version_work import Answered, Suggestion
from app.ui.look.widgets import Button, Chip, Label, clear_layout, second_line, section_label
from app.ui.suggestions.suggestion_words import answer_words, state_look, who_words


class SuggestionLines(QWidget):
    """A heading, and below it what is seen at a place; nothing where there is none.

    Signals: `answer_asked` with a `Suggestion`.
    """

    answer_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def show_suggestions(
        self, found: Sequence[Suggestion], actor: str, now: datetime, *, may_answer: bool
    ) -> None:
        """Show suggestions; what stands already is left as it is."""
        shown = (tuple(found), may_answer)
        if shown == self._shown:
            return
        self._shown = shown
        clear_layout(self._column)
        self.setVisible(bool(found))
        if not found:
            return
        self._column.addWidget(section_label(self.tr("Forslag")))
        for one in found:
            self._column.addWidget(self._line(one, who_words(one, actor, now), may_answer))

    def _line(self, one: Suggestion, who: str, may_answer: bool) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        text = Label(one.text, wrap=True, selectable=True)
        text.setAccessibleName(self.tr("Forslag: {}").format(one.text))
        column.addWidget(text)
        column.addLayout(_state_row(one, who))
        answer = answer_words(one)
        if answer:
            column.addWidget(Label(answer, color="ink_2", wrap=True, selectable=True))
        if may_answer and one.state is Answered.OPEN:
            column.addWidget(self._answer_link(one))
        return box

    def _answer_link(self, one: Suggestion) -> Button:
        words = self.tr("Svar, eller tag det op i en kladde")
        link = Button(words, "link", "edit", partial(self.answer_asked.emit, one))
        link.setAccessibleName(self.tr("Svar {} på: {}").format(one.author, one.text))
        return link


def _state_row(one: Suggestion, who: str) -> QHBoxLayout:
    words, tone, icon = state_look(one.state)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(second_line(who))
    row.addWidget(Chip(words, tone, icon))
    row.addStretch(1)
    return row
