"""The chosen step in a run: what is missing, what to choose, what to tick, what was noted."""

from collections.abc import Iterable
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.journal import JournalNote, step_note
from app.model.notation import capital, deadline_sentence
from app.model.procedure import Procedure, Step
from app.model.run import Mark
from app.model.state import RunState, StepState, StepStatus
from app.ui.common import keys
from app.ui.common.widgets import Button, Label, second_line
from app.ui.runs.choice import ChoiceList
from app.ui.runs.continuing import Continuations
from app.ui.runs.dates import DateList
from app.ui.runs.fields import NoteField, ReasonAsk, ReasonField
from app.ui.runs.gate import GateNotice
from app.ui.runs.history import history_of
from app.ui.runs.journal_box import CopyButton, JournalBox
from app.ui.runs.late import LateNotice
from app.ui.runs.reasons import reasons_for_item
from app.ui.runs.status import own_step, status_of
from app.ui.runs.surroundings import Surroundings
from app.ui.runs.words import marked_by, step_due
from app.ui.steps import sections
from app.ui.steps.checklist import CheckRow
from app.ui.steps.panel import StepPanel

__all__ = ["NoteField", "RunPanel", "Surroundings"]


class _Kept(Struct, frozen=True):
    """What the user had in hand while the panel was filled anew."""

    scrolled: int
    typed: str | None
    cursor: int
    focused: int | None


def _frame_of(procedure: Procedure, step: Step, state: RunState, around: Surroundings) -> object:
    """Return all that decides which sections stand, and how; marks and note are not in it."""
    found = state.steps[step.id]
    return (
        procedure,
        state.run.id,
        state.is_closed,
        found.status,
        found.way,
        found.choices[:1],
        found.round,
        found.reason,
        found.done_at,
        found.gate_missing,
        found.duty,
        tuple(state.dates.get(event) for event in step.asks),
        step_due(found, around.now),
        around.outlook,
        [row.run.id for row in around.siblings] if step.continue_in else (),
    )


class RunPanel(StepPanel):
    """A step that is worked on. It asks for changes and shows what was stored.

    Signals: `mark_requested(step, item, mark, reason)`, `late_mark_requested(step, mark, reason)`,
    `way_requested(step, way)`,
    `finish_requested(step, reason)`, `reopen_requested(step)`,
    `done_time_set(step, moment)`, `note_written(step, text, text before)`,
    `date_set(event, moment)`, `drop_requested(step)`, `start_requested(procedure)`,
    `run_requested(run)`, `whole_journal_requested()`, `journal_file_requested()`.
    """

    mark_requested = Signal(str, int, object, str)
    late_mark_requested = Signal(str, object, str)
    way_requested = Signal(str, int)
    finish_requested = Signal(str, str)
    reopen_requested = Signal(str)
    done_time_set = Signal(str, object)
    note_written = Signal(str, str, str)
    date_set = Signal(str, object)
    drop_requested = Signal(str)
    start_requested = Signal(str)
    run_requested = Signal(str)
    whole_journal_requested = Signal()
    journal_file_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._step: Step | None = None
        self._frame: object = None
        self._count: Label | None = None
        self._note: NoteField | None = None
        self._gate: GateNotice | None = None
        self._date_list: DateList | None = None
        self.late: LateNotice | None = None
        self._reason_ask: ReasonAsk | None = None
        self.journal: JournalBox | None = None
        self.rows: list[CheckRow] = []
        self.finish_button = Button("", "go", on_click=self._on_finish)
        self.finish_button.set_key(keys.FINISH)
        self.copy_button = CopyButton()
        self._reopen = Button(self.tr("Åbn trinnet igen"), "quiet", "undo", self._on_reopen)
        self._why_not = second_line(wrap=True)
        self._fill_foot()

    @property
    def shown(self) -> str:
        """The id of the step that is shown."""
        return self._step.id if self._step else ""

    @property
    def reason_field(self) -> ReasonField | None:
        """The line where it is asked why an item is not relevant; None when it is not."""
        return self._reason_ask.field if self._reason_ask is not None else None

    def show_run_step(
        self, procedure: Procedure, step: Step, state: RunState, around: Surroundings
    ) -> None:
        """Show a step as it stands in the run; what is being typed stays."""
        found = state.steps[step.id]
        frame = _frame_of(procedure, step, state, around)
        note = step_note(procedure, state, step.id, around.library.catalogue)
        self.copy_button.offer(note)
        if self._step is step and frame == self._frame:
            self._update(step, found, note, around)
            self._show_foot(step, state)
            return
        same = self._step is not None and self._step.id == step.id
        kept = self._kept() if same else None
        if not same:
            self.flush_note()
        self._step, self._frame = step, frame
        self._reason_ask = None
        self.show_sections(self._run_sections(procedure, step, state, around, note))
        self._show_foot(step, state)
        if kept is not None:
            self._give_back(kept)

    def flush_note(self) -> None:
        """Hand over what was typed and not yet handed over."""
        if self._note is not None:
            self._note.flush()
        if self._date_list is not None:
            self._date_list.settle()

    def ask_for_gate_reason(self) -> None:
        """Put the cursor where the reason for going on is written."""
        if self._gate is not None:
            self._gate.ask_for_reason()

    def _update(
        self, step: Step, found: StepState, note: JournalNote, around: Surroundings
    ) -> None:
        """Show other marks and another note in what stands; nothing else is different."""
        for row, item in zip(self.rows, found.items, strict=True):
            row.show_state(item, marked_by(item, around.now))
        if self._count is not None:
            self._count.setText(self._count_words(step, found))
        if self._note is not None:
            self._note.show_stored(found.note)
        if self.journal is not None:
            self.journal.show_note(note)
        if self.late is not None:
            self.late.show_state(found, around)
        self._leave_reason()

    def _count_words(self, step: Step, found: StepState) -> str:
        return self.tr("{} af {}").format(found.settled, len(step.checklist))

    def _kept(self) -> "_Kept":
        note = self._note if self._note is not None and self._note.hasFocus() else None
        focused = [place for place, row in enumerate(self.rows) if row.box.hasFocus()]
        return _Kept(
            self._scroll.verticalScrollBar().value(),
            None if note is None else note.toPlainText(),
            0 if note is None else note.textCursor().position(),
            focused[0] if focused else None,
        )

    def _give_back(self, kept: "_Kept") -> None:
        """Give back what the user had: place, cursor, unfinished text."""
        if kept.typed is not None and self._note is not None:
            self._note.take_over(kept.typed, kept.cursor)
        elif kept.focused is not None and kept.focused < len(self.rows):
            self.rows[kept.focused].box.setFocus()
        QTimer.singleShot(0, partial(self._scroll.verticalScrollBar().setValue, kept.scrolled))

    def _run_sections(
        self,
        procedure: Procedure,
        step: Step,
        state: RunState,
        around: Surroundings,
        note: JournalNote,
    ) -> Iterable[QWidget | None]:
        library, open_run = around.library, not state.is_closed
        found = state.steps[step.id]
        yield sections.heading(procedure, step, library.catalogue)
        yield own_step(step, self.drop_requested.emit, open_run=open_run)
        set_time, clock = self.done_time_set.emit, around.clock
        yield status_of(step, found, open_run=open_run, set_time=set_time, clock=clock)
        yield self._late_notice(step, found, around, open_run=open_run)
        yield self._gate_notice(procedure, step, found, around)
        when = self._when(found, around)
        yield sections.deadline(step, procedure, library.catalogue, around.calendar, when)
        yield self._dates(procedure, step, state, around)
        yield self._choice(procedure, step, found, around, open_run=open_run)
        yield self._continuations(procedure, step, state, around)
        yield self._run_checklist(step, found, around, may_mark=open_run)
        yield self._note_section(step, found, open_run=open_run)
        yield self._journal_section(note)
        yield sections.text_section(self.tr("Vejledning"), step.guide)
        if not step.is_decision:
            yield sections.ways(step, procedure, self.step_requested.emit)
        yield from self.ground_sections(step, library)
        yield from history_of(procedure, step, state, around)

    def _when(self, found: StepState, around: Surroundings) -> sections.When | None:
        said = step_due(found, around.now)
        if said is None or found.due is None:
            return None
        explained = deadline_sentence(found.due, around.calendar, around.library.catalogue)
        if not found.due.deadline.law:  # why it is recommended stands in a line of its own
            explained = explained.removesuffix(f"; {found.due.deadline.reason.rstrip('. ')}")
        return sections.When(said.text, said.color, capital(explained))

    def _late_notice(
        self, step: Step, found: StepState, around: Surroundings, *, open_run: bool
    ) -> QWidget | None:
        self.late = None
        if not found.duty or found.due is None:
            return None
        self.late = LateNotice(found, found.due, around, may_mark=open_run)
        self.late.mark_requested.connect(partial(self.late_mark_requested.emit, step.id))
        return self.late

    def _gate_notice(
        self, procedure: Procedure, step: Step, found: StepState, around: Surroundings
    ) -> QWidget | None:
        self._gate = None
        if not found.gate_missing or step.gate is None or found.status is StepStatus.DONE:
            return None
        self._gate = GateNotice(procedure, step, found, around.library)
        self._gate.step_requested.connect(self.step_requested)
        self._gate.reason_given.connect(partial(self.finish_requested.emit, step.id))
        return self._gate

    def _dates(
        self, procedure: Procedure, step: Step, state: RunState, around: Surroundings
    ) -> QWidget | None:
        self._date_list = None
        if not step.asks:
            return None
        self._date_list = DateList(procedure, step, state, around)
        self._date_list.date_set.connect(self.date_set)
        return sections.section(self.tr("Datoer, som frister tælles fra"), self._date_list)

    def _choice(
        self,
        procedure: Procedure,
        step: Step,
        found: StepState,
        around: Surroundings,
        *,
        open_run: bool,
    ) -> QWidget | None:
        if not step.is_decision:
            return None
        choice = ChoiceList(procedure, step, found, around, may_choose=open_run)
        choice.way_chosen.connect(partial(self.way_requested.emit, step.id))
        return sections.section(self.tr("Vælg vej"), choice)

    def _continuations(
        self, procedure: Procedure, step: Step, state: RunState, around: Surroundings
    ) -> QWidget | None:
        """Offer to go on in another procedure, where the case has come to that end."""
        found = state.steps[step.id]
        if not step.continue_in:
            return None
        if not (found.relevant and (found.is_done or found.in_line)):
            return sections.hand_overs(step, around.library, self.procedure_requested.emit)
        goes_on = Continuations(procedure, step, state, around)
        goes_on.start_requested.connect(self.start_requested)
        goes_on.run_requested.connect(self.run_requested)
        return sections.section(self.tr("Sagen fortsætter i"), goes_on)

    def _run_checklist(
        self, step: Step, found: StepState, around: Surroundings, *, may_mark: bool
    ) -> QWidget | None:
        self.rows = []
        self._count = None
        if not step.checklist:
            return None
        for place, item in enumerate(step.checklist):
            row = CheckRow(place, item, may_mark=may_mark)
            state = found.items[place]
            row.show_state(state, marked_by(state, around.now))
            row.mark_requested.connect(self._on_mark_requested)
            self.rows.append(row)
        self._count = second_line(self._count_words(step, found))
        return sections.section(self.tr("Tjekliste"), *self.rows, count=self._count)

    def _note_section(self, step: Step, found: StepState, *, open_run: bool) -> QWidget:
        note = NoteField(found.note)
        note.setReadOnly(not open_run)
        note.written.connect(partial(self.note_written.emit, step.id))
        self._note = note
        return sections.section(self.tr("Note"), note)

    def _journal_section(self, note: JournalNote) -> QWidget:
        self.journal = JournalBox(note)
        self.journal.whole_requested.connect(self.whole_journal_requested)
        self.journal.file_requested.connect(self.journal_file_requested)
        return sections.section(self.tr("Til journalen"), self.journal)

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

    def _show_foot(self, step: Step, state: RunState) -> None:
        found = state.steps[step.id]
        done = found.status is StepStatus.DONE
        works = not state.is_closed and found.status is not StepStatus.NOT_RELEVANT
        self._reopen.setVisible(works and done and not (step.is_end and not step.checklist))
        self.finish_button.setVisible(works and not done)
        words = self.tr("Gør trinnet færdigt") if not step.is_end else self.tr("Slut her")
        self.finish_button.say(words)
        unchosen = step.is_decision and found.way is None
        self.finish_button.setEnabled(not unchosen)
        hint = self._hint(step, found) if works and not done else ""
        self._why_not.setText(hint)
        self._why_not.setVisible(bool(hint))

    def _hint(self, step: Step, found: StepState) -> str:
        """Say what keeps the step from being finished, or what is still missing."""
        if step.is_decision and found.way is None:
            return self.tr("Vælg vej først.")
        pairs = zip(step.checklist, found.items, strict=True)
        missing = sum(item.required and not mark.is_settled for item, mark in pairs)
        if found.duty and found.due and found.due.deadline.is_statutory:
            missing += not found.late.is_settled
        return self.tr("%n krav er ikke markeret endnu.", "", missing) if missing else ""

    def _on_mark_requested(self, place: int, mark: Mark) -> None:
        if self._step is None:
            return
        if mark is Mark.NOT_RELEVANT:
            self._ask_reason(self._step, place)
        else:
            self.mark_requested.emit(self._step.id, place, mark, "")

    def _ask_reason(self, step: Step, place: int) -> None:
        """Ask below the item why it is not relevant; Enter keeps it, Esc leaves it."""
        self._leave_reason()
        ask = ReasonAsk(
            self.tr("Hvorfor er punktet ikke relevant?"),
            self.tr("Ikke relevant, fordi …"),
            reasons_for_item(step.checklist[place]),
            indent=24,
        )
        ask.given.connect(partial(self._on_reason_given, place))
        ask.left.connect(partial(self._on_reason_left, place))
        holder = self.rows[place].parentWidget()
        column = holder.layout() if holder is not None else None
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self.rows[place]) + 1, ask)
        self._reason_ask = ask
        ask.setFocus()

    def _leave_reason(self) -> None:
        if self._reason_ask is not None:
            self._reason_ask.hide()
            self._reason_ask.deleteLater()
            self._reason_ask = None

    def _on_reason_given(self, place: int, reason: str) -> None:
        if self._step is None or (not reason and self._step.checklist[place].required):
            return
        self.mark_requested.emit(self._step.id, place, Mark.NOT_RELEVANT, reason)

    def _on_reason_left(self, place: int) -> None:
        self._leave_reason()
        self.rows[place].box.setFocus()

    def _on_finish(self) -> None:
        if self._step is None:
            return
        self.flush_note()
        self.finish_requested.emit(self._step.id, self._gate.reason if self._gate else "")

    def _on_reopen(self) -> None:
        if self._step is not None:
            self.reopen_requested.emit(self._step.id)
