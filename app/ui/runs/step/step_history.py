"""What happened at a step before: earlier rounds with their marks, and the log. Folded at first."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.model.danish.notation import counted, happened_label
from app.model.library.procedure import Step
from app.model.run.run import Mark
from app.model.run.state import ItemState, StepState
from app.ui.look.icons import IconLabel, line_icon
from app.ui.look.widgets import SEMIBOLD, Button, Label, second_line
from app.ui.runs.run_words import marked_by
from app.ui.runs.step.log_words import LogLine, lines_of, log_lines
from app.ui.runs.step.step_surroundings import AtStep
from app.ui.says.kind_texts import mark_text

_SIGNS = {
    Mark.DONE: ("check", "done"),
    Mark.VERIFIED: ("checks", "done"),
    Mark.NOT_RELEVANT: ("dash", "off"),
}


class Folded(QWidget):
    """Something that is shown when it is asked for, and made only then.

    Signals: `unfolded` with itself when the user has asked for it.
    """

    unfolded = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._words = ("", "")
        self._holds: object = None
        self._make: Callable[[], QWidget] | None = None
        self._inner: QWidget | None = None
        self.button = Button("…", "link", "chev-r", self._on_clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.button)

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return self._inner is not None

    def offer(self, words: tuple[str, str], holds: object, make: Callable[[], QWidget]) -> None:
        """Offer to show and to hide it, in words; `holds` tells whether it is still the same."""
        is_other, self._words, self._make = holds != self._holds, words, make
        self._holds = holds
        self.show()
        if self.is_open and is_other:
            self._remove()
            self._add()
        self._say()

    def fold(self) -> None:
        """Hide what is shown."""
        self._remove()
        self._say()

    def unfold(self) -> None:
        """Show it, where it is not shown."""
        if not self.is_open:
            self._on_clicked()

    def _on_clicked(self) -> None:
        if self.is_open:
            self._remove()
        else:
            self._add()
            self.unfolded.emit(self)
        self._say()

    def _add(self) -> None:
        if self._make is not None:
            self._inner = self._make()
            self._column.addWidget(self._inner)

    def _remove(self) -> None:
        if self._inner is not None:
            self._inner.hide()
            self._inner.deleteLater()
            self._inner = None

    def _say(self) -> None:
        self.button.say(self._words[1] if self.is_open else self._words[0])
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
            title = self.tr("{}, udført {}").format(title, happened_label(found.done_at))
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
        row.setAccessibleName(f"{text}, {mark_text(mark.shown)}")
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        icon, color = _SIGNS[mark.shown]
        grid.addWidget(IconLabel(icon, color, 14), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(text, points=9.5, wrap=True), 0, 1)
        grid.addWidget(second_line(marked_by(mark, self._now), wrap=True), 1, 1)
        grid.setColumnStretch(1, 1)
        return row


class LogList(QWidget):
    """Events in words. One that was taken back says so and steps back."""

    def __init__(self, lines: Iterable[LogLine]) -> None:
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


class StepHistory(QWidget):
    """A step's earlier rounds and its log, folded; they are made when they are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.rounds, self.log, self.log_of_run = self._parts = Folded(), Folded(), Folded()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in self._parts:
            column.addWidget(part)

    @property
    def folded_parts(self) -> tuple[Folded, ...]:
        """All that can be shown here."""
        return self._parts

    def show_at(self, at: AtStep) -> None:
        """Offer what there is of a step; at another step all is folded again."""
        if at.is_new:
            for part in self._parts:
                part.fold()
        self._offer_rounds(at)
        self._offer_logs(at)
        self.setVisible(not all(part.isHidden() for part in self._parts))

    def open_log_of_run(self) -> QWidget:
        """Show what happened to the run as a whole, with the keyboard at it."""
        self.log_of_run.unfold()
        self.log_of_run.button.setFocus(Qt.FocusReason.TabFocusReason)
        return self.log_of_run

    def _offer_rounds(self, at: AtStep) -> None:
        rounds = [found for found in reversed(at.state.past) if found.step == at.step.id]
        self.rounds.setVisible(bool(rounds))
        if rounds:
            one, many = self.tr("tidligere runde"), self.tr("tidligere runder")
            words = self.tr("Vis {}").format(counted(len(rounds), one, many))
            make = partial(Rounds, at.step, rounds, at.around.now)
            self.rounds.offer((words, self.tr("Skjul runder")), rounds, make)

    def _offer_logs(self, at: AtStep) -> None:
        around, procedure = at.around, at.procedure
        known = log_lines(around.events, procedure, around.library.catalogue, around.now)
        lines = list(known)
        here, of_run = lines_of(at.step.id, lines), lines_of("", lines)
        show = self.tr("Vis hændelser ({})").format(len(here))
        _offer_log(self.log, (show, self.tr("Skjul hændelser")), here)
        show = self.tr("Vis forløbets egne hændelser ({})").format(len(of_run))
        _offer_log(self.log_of_run, (show, self.tr("Skjul forløbets egne hændelser")), of_run)


def _offer_log(part: Folded, words: tuple[str, str], lines: list[LogLine]) -> None:
    part.setVisible(bool(lines))
    if lines:
        part.offer(words, lines, partial(LogList, lines))
