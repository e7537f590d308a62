"""The ways of a decision: choose one, see what each leaves out and what was chosen first.

The list stands in the panel; the picture shows the same in a tip.
"""

from functools import partial

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from app.model.danish.notation import listed, moment_label
from app.model.library.procedure import Procedure, Step, Transition
from app.model.run.outlook import Outlook
from app.ui.flow.flow_tips import TipLines
from app.ui.keys import keys
from app.ui.keys.kept import KeptRows, walk
from app.ui.keys.key_words import stroke_words
from app.ui.keys.shortcuts import asks
from app.ui.keys.toggling import AskingToggle
from app.ui.look.theme import theme
from app.ui.look.widgets import Label, second_line
from app.ui.runs.step.run_acts import AskFor, ChooseWay
from app.ui.runs.step.step_surroundings import AtStep
from app.ui.says.kind_texts import step_label
from app.ui.steps.panel_sections import Section

_FEW = 3
MOST_KEYS = 9
"""So many ways of a step have a key of their own."""


def way_meaning(procedure: Procedure, way: Transition, position: int, outlook: Outlook) -> str:
    """Say in a line what a way leaves out; a way back begins a new round."""
    translate = QCoreApplication.translate
    if position not in outlook:
        target = step_label(procedure, way.to)
        back = translate("runs", "Tilbage til {}: en ny runde").format(target)
        return back if outlook else ""
    numbers = [procedure.numbers.get(step) for step in outlook[position]]
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


def way_tip(procedure: Procedure, step: Step, position: int, outlook: Outlook) -> TipLines:
    """Say in the picture how a way is chosen, where it leads, and what it leaves out."""
    translate = QCoreApplication.translate
    way = step.next[position]
    lead = translate("runs", "Vælg »{}«").format(way.when or step_label(procedure, way.to))
    if position < MOST_KEYS:
        lead = f"{lead} ({_keys(position)})"
    leads = _leads(procedure, way)
    meaning = way_meaning(procedure, way, position, outlook)
    return ((lead, ". ".join(word for word in (leads, meaning) if word)),)


def _leads(procedure: Procedure, way: Transition) -> str:
    """Say which step a way leads to."""
    translate = QCoreApplication.translate
    number, title = procedure.numbers.get(way.to), procedure.step(way.to).title
    if number is None:
        return translate("runs", "Fører til »{}«").format(title)
    return translate("runs", "Fører til trin {}, {}").format(number, title)


def _keys(position: int) -> str:
    return stroke_words(keys.WAY.strokes[position])


class WayOffered(Struct, frozen=True):
    """A way as it is offered: its words, where it leads, what it leaves out, and its key."""

    words: str
    leads: str
    meaning: str
    keys: str
    is_chosen: bool
    may_choose: bool


class WayButton(QRadioButton):
    """Shows whether a way is the one that is stored; to use it asks for it.

    Signals: `asked`.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAutoExclusive(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._question = AskingToggle(self)
        self._question.asked.connect(self.asked)

    def show_way(self, way: WayOffered) -> None:
        """Show another way."""
        self.setText(way.words)
        self.setToolTip(f"{way.leads} ({way.keys})" if way.keys else way.leads)
        description = (word for word in (way.leads, way.meaning, way.keys) if word)
        self.setAccessibleDescription(". ".join(description))
        self._question.show(way.is_chosen)
        self.setEnabled(way.may_choose)

    def nextCheckState(self) -> None:
        """Leave the choice as it is: only what is on disk is shown."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, keys.UP, keys.DOWN):
            event.ignore()
        else:
            super().keyPressEvent(event)


class ChoiceRow(QWidget):
    """One way, with what it leaves out below it."""

    def __init__(self) -> None:
        super().__init__()
        self.button = WayButton()
        self._meaning = second_line(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.button)
        column.addWidget(self._meaning)
        self._resize()
        theme().changed.connect(self._resize)

    def show_way(self, way: WayOffered) -> None:
        """Show another way."""
        self.button.show_way(way)
        self._meaning.setText(way.meaning)
        self._meaning.setVisible(bool(way.meaning))

    def _resize(self) -> None:
        self._meaning.setContentsMargins(theme().px(26), 0, 0, 4)


class ChoiceSection(Section):
    """One button for each way. Up and down go from way to way; what is chosen stays until another
    is.
    """

    def __init__(self, ask: AskFor) -> None:
        super().__init__(QCoreApplication.translate("runs", "Vælg vej"))
        self._ask, self._step = ask, ""
        ways = QVBoxLayout()
        ways.setSpacing(2)
        self._first = Label(points=9, color="ink_2", wrap=True)
        self._rows: KeptRows[ChoiceRow, WayOffered] = KeptRows(ways, self._make, ChoiceRow.show_way)
        self.body.addLayout(ways)
        self.body.addWidget(self._first)

    @property
    def buttons(self) -> list[WayButton]:
        """The ways that may be seen, in their order."""
        return [row.button for row in self._rows.shown]

    @property
    def first_open(self) -> QWidget | None:
        """The first way, where none is chosen yet."""
        buttons = [] if self.isHidden() else self.buttons
        is_chosen = any(button.isChecked() for button in buttons)
        return None if is_chosen else next((one for one in buttons if one.isEnabled()), None)

    def show_at(self, at: AtStep) -> None:
        """Show the ways of a decision, or nothing where a step is none."""
        self._step = at.step.id
        self.setVisible(at.step.is_decision)
        if not at.step.is_decision:
            return
        self._rows.show([self._offered(at, position) for position in range(len(at.step.next))])
        last = min(len(at.step.next), MOST_KEYS) - 1
        keys = self.tr("{} til {}").format(_keys(0), _keys(last)) if last else _keys(0)
        self.count.setText(keys if at.may_work else "")
        first = self._first_choice(at)
        self._first.setText(first)
        self._first.setVisible(bool(first))

    def come_along(self, position: int) -> None:
        """Let the keyboard, where it is at one way, go to the one that was chosen by its key."""
        if position < len(self.buttons) and any(button.hasFocus() for button in self.buttons):
            self.buttons[position].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(walk(event, self.buttons))

    def _offered(self, at: AtStep, position: int) -> WayOffered:
        way = at.step.next[position]
        return WayOffered(
            words=way.when or step_label(at.procedure, way.to),
            leads=_leads(at.procedure, way),
            meaning=way_meaning(at.procedure, way, position, at.around.outlook),
            keys=_keys(position) if position < MOST_KEYS else "",
            is_chosen=at.found.way == position,
            may_choose=at.may_work,
        )

    def _first_choice(self, at: AtStep) -> str:
        """Tell of the first choice, where another one holds now."""
        choices = at.found.choices
        if not choices or choices[0].way == at.found.way:
            return ""
        words = self.tr("Først valgt: {} ({}, {})")
        when = moment_label(choices[0].at, at.around.now)
        return words.format(at.step.next[choices[0].way].when, choices[0].by, when)

    def _make(self) -> ChoiceRow:
        row = ChoiceRow()
        row.button.asked.connect(partial(self._on_asked, row))
        return row

    def _on_asked(self, row: ChoiceRow) -> None:
        self._ask(ChooseWay(self._step, self._rows.shown.index(row)))
