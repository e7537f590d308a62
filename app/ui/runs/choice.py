"""The ways of a decision: choose one, see what each leaves out and what was chosen first."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from app.model.notation import listed, moment_label
from app.model.outlook import Outlook
from app.model.procedure import Procedure, Step, Transition
from app.model.state import StepState
from app.ui.common.texts import step_label
from app.ui.common.theme import theme
from app.ui.common.widgets import Label, second_line
from app.ui.runs.surroundings import Surroundings

_FEW = 3


class ChoiceList(QWidget):
    """One button a way.

    Signals: `way_chosen` with the place of the way.
    """

    way_chosen = Signal(int)

    def __init__(
        self,
        procedure: Procedure,
        step: Step,
        found: StepState,
        around: Surroundings,
        *,
        may_choose: bool,
    ) -> None:
        super().__init__()
        self._procedure, self._step = procedure, step
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        group = QButtonGroup(self)
        self.buttons: list[QRadioButton] = []
        for place, way in enumerate(step.next):
            meaning = self._meaning(way, place, around.outlook)
            button = self._button(way, place, meaning)
            button.setChecked(found.way == place)
            button.setEnabled(may_choose)
            group.addButton(button)
            column.addWidget(button)
            self.buttons.append(button)
            if meaning:
                line = second_line(meaning, wrap=True)
                line.setContentsMargins(theme().px(26), 0, 0, 4)
                column.addWidget(line)
        first = self._first_choice(found, around)
        if first:
            column.addWidget(Label(first, points=9, color="ink_2", wrap=True))

    def _button(self, way: Transition, place: int, meaning: str) -> QRadioButton:
        target = step_label(self._procedure, way.to)
        leads = self.tr("Fører til {}").format(target)
        button = QRadioButton(way.when or target)
        button.setToolTip(leads)
        button.setAccessibleDescription(". ".join(word for word in (leads, meaning) if word))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(partial(self.way_chosen.emit, place))
        return button

    def _meaning(self, way: Transition, place: int, outlook: Outlook) -> str:
        """Say in a line what the way leaves out; a way back begins a new round."""
        if place not in outlook:
            target = step_label(self._procedure, way.to)
            return self.tr("Tilbage til {}: en ny runde").format(target) if outlook else ""
        numbers = [self._procedure.numbers.get(step) for step in outlook[place]]
        left_out = [str(number) for number in numbers if number]
        if not left_out:
            return ""
        if len(left_out) == 1:
            return self.tr("Trin {} bliver ikke relevant").format(left_out[0])
        if len(left_out) > _FEW and self._is_row(left_out):
            words = f"{left_out[0]}-{left_out[-1]}"
        else:
            words = listed(left_out)
        return self.tr("Trin {} bliver ikke relevante").format(words)

    def _is_row(self, numbers: list[str]) -> bool:
        return int(numbers[-1]) - int(numbers[0]) == len(numbers) - 1

    def _first_choice(self, found: StepState, around: Surroundings) -> str:
        """Tell of the first choice, where another one holds now."""
        if not found.choices or found.choices[0].way == found.way:
            return ""
        first = found.choices[0]
        words = self.tr("Først valgt: {} ({}, {})")
        when = moment_label(first.at, around.now)
        return words.format(self._step.next[first.way].when, first.by, when)
