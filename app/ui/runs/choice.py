"""The ways of a decision: choose one, see what each leaves out and what was chosen first.

The list stands in the panel; the picture shows the same in a tip.
"""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from app.model.notation import listed, moment_label
from app.model.outlook import Outlook
from app.model.procedure import Procedure, Step, Transition
from app.model.state import StepState
from app.ui.common import keys
from app.ui.common.key_words import stroke_words
from app.ui.common.texts import step_label
from app.ui.common.theme import theme
from app.ui.common.widgets import Label, second_line
from app.ui.flow.tips import TipLines
from app.ui.runs.surroundings import Surroundings

_FEW = 3
MOST_KEYS = 9
"""So many ways of a step have a key of their own."""


def way_meaning(procedure: Procedure, way: Transition, place: int, outlook: Outlook) -> str:
    """Say in a line what a way leaves out; a way back begins a new round."""
    translate = QCoreApplication.translate
    if place not in outlook:
        target = step_label(procedure, way.to)
        back = translate("runs", "Tilbage til {}: en ny runde").format(target)
        return back if outlook else ""
    numbers = [procedure.numbers.get(step) for step in outlook[place]]
    left_out = [number for number in numbers if number]
    if not left_out:
        return ""
    if len(left_out) == 1:
        return translate("runs", "Trin {} bliver ikke relevant").format(left_out[0])
    is_row = left_out[-1] - left_out[0] == len(left_out) - 1
    if len(left_out) > _FEW and is_row:
        words = f"{left_out[0]}-{left_out[-1]}"
    else:
        words = listed([str(number) for number in left_out])
    return translate("runs", "Trin {} bliver ikke relevante").format(words)


def way_tip(procedure: Procedure, step: Step, place: int, outlook: Outlook) -> TipLines:
    """Say in the picture how a way is chosen, where it leads, and what it leaves out."""
    translate = QCoreApplication.translate
    way = step.next[place]
    lead = translate("runs", "Vælg »{}«").format(way.when or step_label(procedure, way.to))
    if place < MOST_KEYS:
        lead = f"{lead} ({_keys(place)})"
    leads = _leads(procedure, way)
    meaning = way_meaning(procedure, way, place, outlook)
    return ((lead, ". ".join(word for word in (leads, meaning) if word)),)


def _leads(procedure: Procedure, way: Transition) -> str:
    """Say which step a way leads to."""
    translate = QCoreApplication.translate
    number, title = procedure.numbers.get(way.to), procedure.step(way.to).title
    if number is None:
        return translate("runs", "Fører til »{}«").format(title)
    return translate("runs", "Fører til trin {}, {}").format(number, title)


def _keys(place: int) -> str:
    return stroke_words(keys.WAY.strokes[place])


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
            meaning = way_meaning(procedure, way, place, around.outlook)
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
        leads = _leads(self._procedure, way)
        button = QRadioButton(way.when or target)
        button.setToolTip(f"{leads} ({_keys(place)})" if place < MOST_KEYS else leads)
        button.setAccessibleDescription(". ".join(word for word in (leads, meaning) if word))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(partial(self.way_chosen.emit, place))
        return button

    def _first_choice(self, found: StepState, around: Surroundings) -> str:
        """Tell of the first choice, where another one holds now."""
        if not found.choices or found.choices[0].way == found.way:
            return ""
        first = found.choices[0]
        words = self.tr("Først valgt: {} ({}, {})")
        when = moment_label(first.at, around.now)
        return words.format(self._step.next[first.way].when, first.by, when)
