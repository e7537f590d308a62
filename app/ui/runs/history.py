"""What happened at a step before: earlier rounds with their marks, and the log. Folded at first."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.model.notation import counted
from app.model.procedure import Procedure, Step
from app.model.run import Mark
from app.model.state import ItemState, RunState, StepState
from app.ui.common.icons import IconLabel, line_icon
from app.ui.common.texts import mark_text
from app.ui.common.widgets import SEMIBOLD, Button, Label, second_line
from app.ui.runs.log_words import Line, lines_of, log_lines
from app.ui.runs.surroundings import Surroundings
from app.ui.runs.words import clock_words, marked_by

_SIGNS = {
    Mark.DONE: ("check", "done"),
    Mark.VERIFIED: ("checks", "done"),
    Mark.NOT_RELEVANT: ("dash", "off"),
}


class Folded(QWidget):
    """Something that is shown when it is asked for, and made only then."""

    def __init__(self, show: str, hide: str, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self._words = (show, hide)
        self._make = make
        self._inner: QWidget | None = None
        self.button = Button(show, "link", "chev-r", self._on_clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.button)

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return self._inner is not None and self._inner.isVisibleTo(self)

    def _on_clicked(self) -> None:
        if self._inner is None:
            self._inner = self._make()
            self._column.addWidget(self._inner)
        else:
            self._inner.setVisible(not self.is_open)
        words = self._words[1] if self.is_open else self._words[0]
        self.button.say(words)
        self.button.setIcon(line_icon("chev-d" if self.is_open else "chev-r", "accent"))


class Rounds(QWidget):
    """Earlier rounds of a step, the newest first, each as it stood when the next one began."""

    def __init__(self, step: Step, rounds: Iterable[StepState], now: datetime) -> None:
        super().__init__()
        self._step, self._now = step, now
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for found in rounds:
            self._add(found)

    def _add(self, found: StepState) -> None:
        title = self.tr("{}. runde").format(found.round)
        if found.done_at is not None:
            title = self.tr("{}, udført {}").format(title, clock_words(found.done_at))
        self._column.addWidget(Label(title, points=9.5, weight=SEMIBOLD, wrap=True))
        if found.way is not None:
            chosen = self.tr("Valgt: {}").format(self._step.next[found.way].when)
            self._column.addWidget(Label(chosen, points=9.5, color="ink_2", wrap=True))
        for item, mark in zip(self._step.checklist, found.items, strict=True):
            if mark.is_settled:
                self._column.addWidget(self._marked(item.text, mark))
        if found.note:
            note = Label(found.note, points=9.5, color="ink_2", wrap=True, selectable=True)
            self._column.addWidget(note)

    def _marked(self, text: str, mark: ItemState) -> QWidget:
        row = QWidget()
        row.setAccessibleName(f"{text}, {mark_text(mark.mark)}")
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        icon, color = _SIGNS[mark.mark]
        grid.addWidget(IconLabel(icon, color, 14), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(text, points=9.5, wrap=True), 0, 1)
        grid.addWidget(second_line(marked_by(mark, self._now), wrap=True), 1, 1)
        grid.setColumnStretch(1, 1)
        return row


class LogList(QWidget):
    """Events in words. One that was taken back says so and steps back."""

    def __init__(self, lines: Iterable[Line]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in lines:
            text = line.text if line.counts else self.tr("{} (fortrudt)").format(line.text)
            color = "ink" if line.counts else "off"
            column.addWidget(Label(text, points=9.5, color=color, wrap=True, selectable=True))
            column.addWidget(second_line(line.who))
            column.addSpacing(6)


def history_of(
    procedure: Procedure, step: Step, state: RunState, around: Surroundings
) -> Iterator[QWidget]:
    """Give a step's earlier rounds and its log, folded; they are made when they are asked for."""
    translate = QCoreApplication.translate
    rounds = [found for found in reversed(state.past) if found.step == step.id]
    if rounds:
        one, many = translate("runs", "tidligere runde"), translate("runs", "tidligere runder")
        show = translate("runs", "Vis {}").format(counted(len(rounds), one, many))
        hide = translate("runs", "Skjul runder")
        yield Folded(show, hide, lambda: Rounds(step, rounds, around.now))
    lines = list(log_lines(around.events, procedure, around.library.catalogue, around.now))
    here, of_run = lines_of(step.id, lines), lines_of("", lines)
    if here:
        show = translate("runs", "Vis hændelser ({})").format(len(here))
        yield Folded(show, translate("runs", "Skjul hændelser"), lambda: LogList(here))
    if of_run:
        show = translate("runs", "Vis forløbets egne hændelser ({})").format(len(of_run))
        hide = translate("runs", "Skjul forløbets egne hændelser")
        yield Folded(show, hide, lambda: LogList(of_run))
