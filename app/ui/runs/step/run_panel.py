"""The chosen step in a run: what is missing, what to choose, what to tick, what was noted."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.danish.notation import authority_label, capital, deadline_sentence
from app.model.errors import Told
from app.model.journal.journal_note import step_note
from app.model.library.procedure import Procedure, Step
from app.model.run.state import RunState, StepState, StepStatus, lacking
from app.ui.base.keeping import Typed
from app.ui.fields.dates import Clock
from app.ui.keys import keys
from app.ui.keys.focus import holds_keyboard
from app.ui.keys.key_words import key_words
from app.ui.look.widgets import Button, Label, second_line
from app.ui.runs.run_words import step_due
from app.ui.runs.step.closed_notice import ClosedNotice
from app.ui.runs.step.continuing import Continuations
from app.ui.runs.step.gate_notice import GateNotice
from app.ui.runs.step.hearing_form import HearingForm
from app.ui.runs.step.item_marking import MarkRow
from app.ui.runs.step.journal_box import CopyButton, JournalBox
from app.ui.runs.step.late_notice import LateNotice
from app.ui.runs.step.name_ask import NameAsk
from app.ui.runs.step.run_acts import (
    FinishStep,
    MarkItem,
    PanelAct,
    ReopenStep,
    RunAct,
    SetDate,
    SetDoneTime,
)
from app.ui.runs.step.run_checklist import CheckSection
from app.ui.runs.step.run_dates import DateSection
from app.ui.runs.step.run_fields import NoteField
from app.ui.runs.step.start_choice import StartSection
from app.ui.runs.step.step_history import StepHistory
from app.ui.runs.step.step_status import OwnStep, StatusSection
from app.ui.runs.step.step_surroundings import AtStep, Surroundings
from app.ui.runs.step.way_choice import ChoiceSection
from app.ui.steps.panel_sections import Section
from app.ui.steps.step_deadline import When
from app.ui.steps.step_panel import StepDetail

__all__ = ["NoteField", "RunPanel", "Surroundings"]


BeginNote = Callable[[str, str, str], Typed[str]]
"""Begins to write in the note of a run's step, from what is stored there."""


class _Part(Protocol):
    """A part of the panel that shows how a step stands, or hides."""

    def show_at(self, at: AtStep) -> None: ...


class RunPanel(StepDetail):
    """A step that is worked on. It asks for changes and shows what was stored.

    Its parts stay: each shows how the step stands and hides what it has nothing to say of, so
    that nobody loses the keyboard, or what is typed, when something happens.

    Signals: `act_requested` with a `PanelAct`.
    """

    act_requested = Signal(object)

    def __init__(self, clock: Clock, begin_note: BeginNote) -> None:
        super().__init__()
        self._run = ""
        self._begin_note = begin_note
        self._own = OwnStep(self._ask)
        self.status = StatusSection(clock, self._ask)
        self.late = LateNotice(self._ask)
        self.gate = GateNotice()
        self.dates = DateSection(clock, self._ask)
        self.starts = StartSection(self._ask)
        self.choice = ChoiceSection(self._ask)
        self.goes_on = Continuations(self._ask)
        self.checks = CheckSection(self._ask)
        self.hearing = HearingForm(clock)
        self.note = NoteField()
        self.names = NameAsk(self.note)
        self.closed = ClosedNotice(self.note, self._ask)
        self._note_standing = Label(points=9, color="soon", wrap=True)
        self.journal = JournalBox(self._ask)
        self.history = StepHistory()
        self.finish_button = Button("", "go", on_click=self._on_finish)
        self.finish_button.set_key(keys.FINISH)
        self.copy_button = CopyButton()
        self._reopen = Button(self.tr("Åbn trinnet igen"), "quiet", "undo", self._on_reopen)
        self._why_not = second_line(wrap=True)
        self._parts: tuple[_Part, ...] = (
            self.closed,
            self._own,
            self.status,
            self.late,
            self.gate,
            self.dates,
            self.starts,
            self.choice,
            self.goes_on,
            self.checks,
            self.hearing,
            self.history,
        )
        self._arrange()
        self._fill_foot()
        self._connect()

    @property
    def rows(self) -> list[MarkRow]:
        """The rows of the checklist."""
        return self.checks.rows

    def show_run_step(
        self, procedure: Procedure, step: Step, state: RunState, around: Surroundings
    ) -> None:
        """Show a step as it stands in the run; what is being typed stays.

        At another step one begins anew, and what has the keyboard there is what is to be done.
        """
        is_new = (step.id, state.run.id) != (self._shown, self._run)
        was_inside = holds_keyboard(self)
        note = step_note(procedure, state, step.id, around.library.catalogue)
        self._shown, self._run = step.id, state.run.id
        at = AtStep(procedure, step, state, around, note, is_new)
        with self.changing():
            self._show(at)
        if is_new:
            self.area.to_top()
            if was_inside:
                self.focus_start()

    def focus_start(self) -> None:
        """Take the keyboard at the first thing to do, or at the top where there is nothing."""
        waiting = (self.late.first_open, self.choice.first_open, self.checks.first_open)
        first = next((one for one in waiting if one is not None), None)
        if first is None:
            super().focus_start()
        else:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_item(self, position: int) -> None:
        """Take the keyboard at an item of the checklist."""
        self.checks.focus_item(position)

    def focus_note(self) -> None:
        """Take the keyboard in the note, where one writes on."""
        self.note.setFocus(Qt.FocusReason.TabFocusReason)
        self.note.moveCursor(QTextCursor.MoveOperation.End)

    def show_log_of_run(self) -> None:
        """Show what happened to the run as a whole; it stands at the foot of every step."""
        shown = self.history.open_log_of_run()
        self.area.follow(shown)

    def flush_note(self) -> None:
        """Hand over what was typed and not yet handed over."""
        self.note.flush()
        self.dates.settle()

    def ask_for_gate_reason(self) -> None:
        """Put the cursor where the reason for going on is written."""
        if not self.gate.isHidden():
            self.gate.miss_reason()

    def refuse(self, act: RunAct, error: Told) -> bool:
        """Say where something was asked for why it is not done; False where that is not here."""
        match act:
            case MarkItem(item=None):
                return self.late.row.refuse(error)
            case MarkItem(item=int(place)):
                return place < len(self.rows) and self.rows[place].refuse(error)
            case FinishStep():
                return self._refuse_finish(error)
            case SetDoneTime():
                return self.status.done.refuse(error)
            case SetDate(event=event):
                return self.dates.refuse(event, error)
        return False

    def _points(self) -> Sequence[QWidget]:
        """Return the boxes to mark, also what an overrun deadline asks for."""
        late = () if self.late.isHidden() else (self.late.row.box,)
        return (*late, *self.checks.boxes)

    def _refuse_finish(self, error: Told) -> bool:
        """Say so at the reason for going on, or at what is said of the child."""
        if error.code == "gate_needs_reason":
            self.ask_for_gate_reason()
            return True
        if self.hearing.refuse(error):
            self._show_what_is_missing()
            return True
        return not self.gate.isHidden() and self.gate.ask.refuse_error(error)

    def _show(self, at: AtStep) -> None:
        procedure, step, library = at.procedure, at.step, at.library
        self._heading.show_step(procedure, step, library.catalogue, at.found.round)
        calendar, when = at.around.calendar, _when(at.step, at.found, at.around)
        self._deadline.show_deadline(procedure, step, library.catalogue, calendar, when)
        for part in self._parts:
            part.show_at(at)
        self._about.show_procedure(procedure, library)
        self._hand_overs.show_step(step, library)
        if not self.goes_on.isHidden():
            self._hand_overs.hide()
        self._show_note(at)
        self.journal.show_note(at.note)
        self.copy_button.offer(at.note, is_new=at.is_new)
        self._guide.show_text(step.guide)
        self._ways.show_ways(procedure, () if step.is_decision else step.next)
        self._show_grounds(step, library)
        self._show_foot(at)

    def _show_note(self, at: AtStep) -> None:
        self.note.set_read_only(is_read_only=not at.may_work)
        if at.is_new:
            run, step = at.state.run.id, at.step.id
            self.note.begin(self._begin_note(run, step, at.found.note))
        else:
            self.note.show_stored(at.found.note)

    def _show_foot(self, at: AtStep) -> None:
        step, found = at.step, at.found
        done = found.is_done
        works = at.may_work and found.status is not StepStatus.NOT_RELEVANT
        self._reopen.setVisible(works and done and not (step.is_end and not step.checklist))
        self.finish_button.setVisible(works and not done)
        words = self.tr("Gør trinnet færdigt") if not step.is_end else self.tr("Slut her")
        self.finish_button.say(words)
        unchosen = step.is_decision and found.way is None
        self.finish_button.setEnabled(not unchosen)
        hint = self._hint(step, found) if works else ""
        self._why_not.setText(hint)
        self._why_not.setVisible(bool(hint))

    def _hint(self, step: Step, found: StepState) -> str:
        """Say what keeps the step from being finished, or what is still missing."""
        if step.is_decision and found.way is None:
            return self.tr("Vælg vej først.")
        missing = len(lacking(step, found))
        if found.duty and found.due and found.due.deadline.is_statutory:
            missing += not found.late.is_settled
        return self.tr("%n krav er ikke markeret endnu.", "", missing) if missing else ""

    def _arrange(self) -> None:
        """Put what is to be done before what is to be read."""
        parts: tuple[QWidget, ...] = (
            self._heading,
            self.closed,
            self._own,
            self.status,
            self.late,
            self.gate,
            self._deadline,
            self.dates,
            self.starts,
            self.choice,
            self.goes_on,
            self._hand_overs,
            self.checks,
            self.hearing,
            self._note_section(),
            self.journal,
            self._guide,
            self._ways,
            self._law,
            self._linked,
            self._print,
            self._about,
            self.history,
        )
        self.arrange(parts)

    def _note_section(self) -> Section:
        rows = self.note, self._note_standing, self.names
        return Section(self.tr("Note"), *rows, count=key_words(keys.NOTE))

    def _fill_foot(self) -> None:
        column = QVBoxLayout(self.foot)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(6)
        column.addWidget(self._why_not)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.copy_button, 1)
        row.addWidget(self._reopen, 1)
        row.addWidget(self.finish_button, 1)
        column.addLayout(row)
        self.foot.show()

    def _connect(self) -> None:
        self.gate.step_requested.connect(self.step_requested)
        self.gate.reason_given.connect(self._on_gate_reason)
        for part in self.history.folded_parts:
            part.unfolded.connect(self.area.follow)
        self.gate.hearing_requested.connect(self._ask_for_child)
        self.hearing.answered.connect(self._on_finish)
        self.hearing.left.connect(self._on_hearing_left)
        self.note.standing_changed.connect(self._on_note_standing_changed)

    def _ask(self, act: PanelAct) -> None:
        self.act_requested.emit(act)

    def _on_gate_reason(self, _reason: str) -> None:
        self._on_finish()

    def _ask_for_child(self) -> None:
        """Ask whether the child was heard, with all of the question in view."""
        self.hearing.ask()
        self.area.follow(self.hearing)

    def _on_hearing_left(self) -> None:
        """Put the question away; the keyboard goes to the button that asks it again."""
        self.finish_button.setFocus()
        self.hearing.leave()

    def _on_note_standing_changed(self) -> None:
        words = self.note.standing_words
        self._note_standing.setText(words)
        self._note_standing.setVisible(bool(words))

    def _on_finish(self) -> None:
        """Finish the step; where the child is to be heard first, ask whether it was."""
        self.flush_note()
        if not self.hearing.is_wanted:
            self._ask(FinishStep(self._shown, self.gate.reason))
        elif self.hearing.isHidden():
            self._ask_for_child()
        elif (hearing := self.hearing.answer()) is not None:
            self._ask(FinishStep(self._shown, self.gate.reason, hearing))
        else:
            self._show_what_is_missing()

    def _show_what_is_missing(self) -> None:
        """Bring the field that was gone to into sight, with what is said below it."""
        field = self.hearing.focusWidget()
        if field is not None:
            self.area.follow(field.parentWidget())

    def _on_reopen(self) -> None:
        self._ask(ReopenStep(self._shown))


def _when(step: Step, found: StepState, around: Surroundings) -> When | None:
    """Say when the deadline of a step runs out, and how that was counted."""
    whose = authority_label(step.role, around.library.catalogue)
    said = step_due(found, around.now, whose)
    if said is None or found.due is None:
        return None
    explained = deadline_sentence(found.due, around.calendar, around.library.catalogue)
    if not found.due.deadline.law:  # why it is recommended stands in a line of its own
        explained = explained.removesuffix(f"; {found.due.deadline.reason.rstrip('. ')}")
    return When(said.text, said.color, capital(explained))
