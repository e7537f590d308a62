"""Start a forløb in the place itself: its procedure, case number, and when the clock started."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.model.danish.moment_reading import Lies
from app.model.danish.notation import trigger_label
from app.model.deadlines.deadline_counting import counts_hours_from
from app.model.errors import Told
from app.model.ids import TRIGGER
from app.model.library.catalogue import Library
from app.model.library.procedure import Procedure
from app.model.library.version_work import Trial
from app.model.run.carrying import Carried, carried_from_all
from app.model.run.state import RunState
from app.services import runs, trials
from app.services.kept_texts import LONGEST_CASE_NUMBER
from app.services.run_core import RunView
from app.ui.base.desk import Desk
from app.ui.fields.dates import MomentField
from app.ui.fields.entry import mark_wrong
from app.ui.keys import keys
from app.ui.keys.asking import Asking
from app.ui.keys.focus import holds_keyboard
from app.ui.keys.shortcuts import asks
from app.ui.look.field_room import BoundedLine
from app.ui.look.theme import theme
from app.ui.look.widgets import SEMIBOLD, Button, Label
from app.ui.runs.procedure_picker import ProcedurePicker
from app.ui.runs.step.continuing import carried_words
from app.ui.says.told_texts import told_text

_IN_ONE_LINE = 920
"""So wide the form must be for its fields and its buttons to stand in one line."""

_NARROWEST = 200

_OF_TRIGGER = ("trigger_in_future", "date_unlikely")
"""What is refused because of the time, and not because of the case number."""


class GoingOn(Struct, frozen=True):
    """A case that goes on: the runs where its dates are known, and the one that leads here, if
    any does.
    """

    runs: tuple[tuple[Procedure, RunState], ...]
    leads: str = ""

    @property
    def known(self) -> tuple[tuple[str, datetime, dict[str, datetime]], ...]:
        """The runs, and what they know of times."""
        return tuple((state.run.id, state.trigger, state.dates) for _, state in self.runs)

    def takes(self, following: Procedure) -> Carried:
        """Tell what is known at the start of a procedure."""
        return carried_from_all(self.runs, following)


class StartForm(Asking):
    """A band below the header. It stays open with what was typed until the start succeeds.

    Signals: `started` with the `RunView`.
    """

    started = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("surface", "form")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Start forløb"))
        self._heading = Label(points=11.5, weight=SEMIBOLD)
        self.procedure = ProcedurePicker()
        self.case_number = BoundedLine(most=LONGEST_CASE_NUMBER)
        self.case_number.setAccessibleName(self.tr("Sagsnummer"))
        self.case_number.setPlaceholderText(self.tr("Fx 2026-04417"))
        self.trigger = MomentField(self.tr("Tidspunkt"), desk.now, desk.now(), lies=Lies.BEHIND)
        self._trigger_label = Label(points=9.5, color="ink_2")
        self.version = QComboBox()
        self.version.setAccessibleName(self.tr("Hvilken version forløbet følger"))
        self._question = Label(points=9.5, color="ink_2", wrap=True)
        self._trials: Sequence[Trial] = ()
        self._tried = QWidget()
        self._carried = Label(color="ink_2", wrap=True)
        self._going_on: GoingOn | None = None
        self._takes: Carried | None = None
        self._may_be_now = True
        self._is_typed = False
        self._opener: QWidget | None = None
        self._is_starting = False
        self._is_tight: bool | None = None
        self._asked: object = None
        self._offered: datetime | None = None
        self._wrong = Label(color="soon", wrap=True)
        self._go = Button(self.tr("Start forløb"), "go", "start", self._on_go)
        self._buttons = QWidget()
        self._cancel = Button(self.tr("Annuller"), "quiet", on_click=self.leave)
        self._assemble()
        self._connect()
        self.hide()

    @property
    def wrong_text(self) -> str:
        """What the form says is wrong; empty when nothing is."""
        return self._wrong.text()

    def open(
        self,
        library: Library,
        procedure_id: str = "",
        case_number: str = "",
        going_on: GoingOn | None = None,
    ) -> None:
        """Show the form, for a chosen procedure or with a choice among all.

        `going_on` tells which runs the case comes from, and what is known from them. In a case that
        has begun before, now is not when it began. Asked for once more, the form keeps what is
        typed in it.
        """
        asked = (procedure_id, case_number, going_on and going_on.known)
        if self.isVisible() and asked == self._asked:
            self._focus_start()
            return
        self._asked = asked
        self._going_on = going_on
        self._opener = self._who_opens()
        chosen = library.procedure_by_id.get(procedure_id)
        self.procedure.show_library(library, procedure_id)
        for part in (self._procedure_label, self.procedure):
            part.setVisible(chosen is None)
        self._heading.setText(
            self.tr("Start forløb: {}").format(chosen.title)
            if chosen
            else self.tr("Start et forløb")
        )
        self.case_number.setText(case_number)
        self._may_be_now = not case_number
        self._is_typed = False
        self._say()
        self._on_procedure_changed()
        self.show()
        self._focus_start()

    def leave(self) -> None:
        """Put the form aside; whoever had the keyboard before has it again."""
        opener, self._opener = self._opener, None
        is_free = opener is not None and isValid(opener) and opener.isVisible()
        if opener is not None and is_free and holds_keyboard(self):
            opener.setFocus()
        self.hide()

    def _focus_start(self) -> None:
        """Put the focus on what is still to be said."""
        asked: tuple[tuple[QWidget, object], ...] = (
            (self.procedure, self.procedure.chosen),
            (self.case_number, self.case_number.text()),
            (self.trigger, self.trigger.text),
        )
        next((field for field, said in asked if not said), self._go).setFocus()

    def _who_opens(self) -> QWidget | None:
        """Return who has the keyboard now; who had it before, where the form has it already."""
        held = self.window().focusWidget()
        is_inside = held is not None and self.isAncestorOf(held)
        return self._opener if is_inside and self.isVisible() else held

    def _show_carried(self, chosen: Procedure | None) -> None:
        """Show what goes along from the run before; its time of the trigger is the one known.

        A time that was typed stays; where none is known, it is asked for.
        """
        self._takes = self._going_on.takes(chosen) if self._going_on and chosen else None
        known = self._takes.trigger if self._takes else None
        if not self._is_typed:
            self._offer(known)
        words = ""
        if chosen is not None and self._takes is not None:
            words = carried_words(chosen, self._takes, self._desk.shelf.library.catalogue)
        self._carried.setText(words)
        self._carried.setVisible(bool(words))

    def _offer(self, known: datetime | None) -> None:
        self._offered = None
        if known is None and self._may_be_now:
            self._offer_now()
        else:
            self.trigger.set_value(known)

    def _offer_now(self) -> None:
        """Offer this minute as the time; it follows the clock until the user says another."""
        self.trigger.show_now()
        self._offered = self.trigger.value()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, keys.TAKE):
            held = self.focusWidget()
            (held.click if isinstance(held, QPushButton) else self._on_go)()
        else:
            super().keyPressEvent(event)

    def _assemble(self) -> None:
        self._grid = grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        self._procedure_label = Label(self.tr("Sagsprocedure"), points=9.5, color="ink_2")
        number = Label(self.tr("Sagsnummer, aldrig et cpr-nummer"), points=9.5, color="ink_2")
        fields = (
            (self._procedure_label, self.procedure),
            (number, self.case_number),
            (self._trigger_label, self.trigger),
        )
        self._fields = fields
        for column, (label, field) in enumerate(fields):
            label.setBuddy(self.trigger.line if field is self.trigger else field)
            grid.addWidget(label, 0, column, Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(field, 1, column, Qt.AlignmentFlag.AlignTop)
        tip = self.tr("Sæt til nu")
        now = Button(self.tr("Nu"), "quiet", "clock", self.trigger.set_now, tip=tip)
        grid.addWidget(now, 1, len(fields), Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self._go)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        grid.setColumnStretch(len(fields) + 2, 1)
        self._give_room()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 14, 20, 16)
        lines.setSpacing(8)
        lines.addWidget(self._heading)
        lines.addLayout(grid)
        lines.addWidget(self._tried)
        lines.addWidget(self._carried)
        lines.addWidget(self._wrong)

        tried = QHBoxLayout(self._tried)
        tried.setContentsMargins(0, 0, 0, 0)
        tried.setSpacing(12)
        follows = Label(self.tr("Forløbet følger"), points=9.5, color="ink_2")
        follows.setBuddy(self.version)
        for part in (follows, self.version):
            tried.addWidget(part)
        tried.addWidget(self._question, 1)
        self._tried.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """Put what starts it below the fields where they have no room in one line."""
        is_tight = self.width() < theme().px(_IN_ONE_LINE)
        for _, field in self._fields:
            field.setMinimumWidth(max(_NARROWEST, theme().px(145)))
        if is_tight == self._is_tight:
            return
        self._is_tight = is_tight
        for label, _ in self._fields:
            label.setWordWrap(is_tight)
        row, column, wide = (2, 0, 3) if is_tight else (1, 4, 1)
        self._grid.removeWidget(self._buttons)
        self._grid.addWidget(self._buttons, row, column, 1, wide, Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        self.version.currentIndexChanged.connect(self._on_version_changed)
        self.procedure.picked.connect(self._on_picked)
        self.case_number.textEdited.connect(lambda: self._say())
        self.trigger.typed.connect(self._on_trigger_typed)
        self._desk.minutes.minute_passed.connect(self._on_minute_passed)
        theme().changed.connect(self._give_room)

    def _on_trigger_typed(self) -> None:
        self._offered, self._is_typed = None, True

    def _on_minute_passed(self) -> None:
        """Let a form that was left open offer no time that is over."""
        if self._offered is not None and not (self.isHidden() or self._is_starting):
            self._offer_now()

    def _on_picked(self) -> None:
        """Go on to what is asked next."""
        self._say()
        self._on_procedure_changed()
        (self.trigger if self.case_number.text() else self.case_number).setFocus()

    def _on_procedure_changed(self) -> None:
        library = self._desk.shelf.library
        chosen = library.procedure_by_id.get(self.procedure.chosen)
        trigger = trigger_label(chosen) if chosen else self.tr("Tidspunkt")
        self._trigger_label.setText(trigger)
        self.trigger.setAccessibleName(trigger)
        self.trigger.needs_time = chosen is None or counts_hours_from(
            chosen, chosen.trigger_event or TRIGGER
        )
        self._show_carried(chosen)
        self._show_trials(())
        if chosen is not None:
            self._desk.do(
                lambda workplace: trials.trials_for_runs(workplace, procedure=chosen.id),
                lambda found: self._on_trials(chosen.id, found),
            )

    def _on_trials(self, procedure: str, found: Sequence[Trial]) -> None:
        if procedure == self.procedure.chosen:
            self._show_trials(found)

    def _show_trials(self, found: Sequence[Trial]) -> None:
        """Offer the versions that are on trial; the one that counts stands first."""
        self._trials = found
        self.version.clear()
        self.version.addItem(self.tr("Den udgivne version"))
        for trial in found:
            words = self.tr("Prøvehandling: {} (version {})").format(trial.name, trial.number)
            self.version.addItem(words, trial.number)
        self._tried.setVisible(bool(found))

    def _on_version_changed(self) -> None:
        """Say what the trial is to answer."""
        questions = {trial.number: trial.question for trial in self._trials}
        self._question.setText(questions.get(self.version.currentData(), ""))

    def _on_go(self) -> None:
        if not self.procedure.chosen:
            self._say(self.tr("Vælg, hvilken sagsprocedure forløbet følger."), self.procedure)
            return
        trigger = self.trigger.value() if self.trigger.settle() else None
        if trigger is None:
            self.trigger.setFocus()
            return
        if not self._is_starting:
            self._start(self.procedure.chosen, self.case_number.text(), trigger)

    def _start(self, procedure: str, number: str, trigger: datetime) -> None:
        self._is_starting = True
        going_on = self._going_on
        dates = self._takes.dates if self._takes else {}
        follows = going_on.leads if going_on else ""
        trial: int | None = self.version.currentData()
        self._desk.do(
            lambda workplace: runs.start_run(
                workplace,
                procedure=procedure,
                case_number=number,
                trigger=trigger,
                dates=dates,
                follows=follows,
                trial=trial,
            ),
            self._on_started,
            self._on_refused,
        )

    def _on_started(self, view: RunView) -> None:
        self._is_starting = False
        self.hide()
        self.started.emit(view)
        self._desk.tell_of_runs(view.state.run.id)

    def _on_refused(self, error: Told) -> bool:
        self._is_starting = False
        if not error.is_refusal:
            return False
        words = ". ".join(part for part in told_text(error) if part)
        if error.code in _OF_TRIGGER:
            self.trigger.refuse(words)
            self.trigger.setFocus()
        else:
            self._say(words, self.case_number)
        return True

    def _say(self, words: str = "", field: QWidget | None = None) -> None:
        """Say what is wrong, mark the field it is about, and go there; or that nothing is."""
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        self.case_number.setAccessibleDescription(words if field is self.case_number else "")
        for one in (self.procedure, self.case_number):
            mark_wrong(one, is_wrong=one is field)
        if field is not None:
            field.setFocus()
