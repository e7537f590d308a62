"""Dates that deadlines count from, asked for at the step where they become known."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.model.procedure import Step
from app.model.state import RunState
from app.model.times import ZONE
from app.ui.common.theme import theme
from app.ui.common.widgets import Button, Label, second_line
from app.ui.runs.moment_field import MomentField
from app.ui.runs.surroundings import Surroundings
from app.ui.runs.words import clock_words


class DateList(QWidget):
    """One field a date.

    Signals: `date_set` with the event and when it happened.
    """

    date_set = Signal(str, object)

    def __init__(self, step: Step, state: RunState, around: Surroundings) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for event in step.asks:
            known = around.library.catalogue.event_by_id.get(event)
            value = state.dates.get(event)
            title = known.title if known else event
            column.addWidget(
                self._row(event, title, value, around.now, may_set=not state.is_closed)
            )

    def _row(
        self, event: str, title: str, value: datetime | None, now: datetime, *, may_set: bool
    ) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(Label(title, wrap=True), 0, 0, 1, 2)
        field = MomentField(title, value or now)
        field.setEnabled(may_set)
        grid.addWidget(field, 1, 0)
        words = self.tr("Ret") if value else self.tr("Gem dato")
        save = Button(words, small=True, on_click=lambda: self.date_set.emit(event, field.value()))
        save.setAccessibleName(f"{words}: {title}")
        save.setEnabled(may_set)
        grid.addWidget(save, 1, 1)
        if value:
            noted = self.tr("Skrevet: {}").format(clock_words(value))
            grid.addWidget(second_line(noted), 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        return box


class MomentLine(QWidget):
    """When something happened, with a way to correct it in its place.

    Signals: `time_set` with the moment.
    """

    time_set = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.field = MomentField(name, datetime.now(ZONE))
        self._words = second_line(wrap=True)
        self._save = Button(self.tr("Gem"), small=True, on_click=self._on_save)
        tip = self.tr("Ret tidspunkt")
        self._correct = Button("", "quiet", "edit", self._on_correct, small=True, tip=tip)
        self._correct.setMaximumWidth(theme().px(36))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._words, 0, 0)
        grid.addWidget(self._correct, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.field, 1, 0)
        grid.addWidget(self._save, 1, 1)
        grid.setColumnStretch(0, 1)
        self.field.hide()
        self._save.hide()

    def show_moment(self, words: str, moment: datetime, *, may_set: bool) -> None:
        """Show what happened when; an open field is put away."""
        self._words.setText(words)
        self.field.set_value(moment)
        self._correct.setVisible(may_set)
        self.field.hide()
        self._save.hide()

    def _on_correct(self) -> None:
        self._correct.hide()
        self.field.show()
        self._save.show()
        self.field.setFocus()

    def _on_save(self) -> None:
        self.time_set.emit(self.field.value())
