"""The chosen step in a run: what is missing, what to choose, what to tick, what was noted."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.model.catalogue import Library
from app.model.days import Calendar
from app.model.ids import CHILD_ROLE
from app.model.notation import capital, deadline_sentence, law_label
from app.model.procedure import Procedure, Step
from app.model.run import Mark
from app.model.state import RunState, StepState, StepStatus
from app.ui.common.icons import IconLabel
from app.ui.common.texts import status_text, step_label
from app.ui.common.theme import theme
from app.ui.common.widgets import SEMIBOLD, Button, Chip, Label, second_line, surface
from app.ui.runs.moment_field import MomentField
from app.ui.runs.words import clock_words, marked_by, step_due
from app.ui.steps import sections
from app.ui.steps.checklist import CheckRow
from app.ui.steps.panel import StepPanel

_PAUSE_MS = 700


class Surroundings(Struct, frozen=True):
    """What a step is shown against: the library, how days are counted, and the time."""

    library: Library
    calendar: Calendar
    now: datetime


class _Kept(Struct, frozen=True):
    """What the user had in hand while the panel was filled anew."""

    scrolled: int
    typed: str | None
    cursor: int
    focused: int | None


def _frame_of(procedure: Procedure, step: Step, state: RunState, now: datetime) -> object:
    """Return all that decides which sections stand, and how; the marks alone are not in it."""
    found = state.steps[step.id]
    due = step_due(found, now)
    dates = tuple(state.dates.get(event) for event in step.asks)
    return (
        procedure,
        state.run.id,
        state.is_closed,
        found.status,
        found.way,
        found.round,
        found.reason,
        found.done_at,
        found.gate_missing,
        dates,
        due,
    )


class RunPanel(StepPanel):
    """A step that is worked on. It asks for changes and shows what was stored.

    Signals: `mark_requested(step, item, mark, reason)`, `way_requested(step, way)`,
    `finish_requested(step, reason)`, `reopen_requested(step)`, `note_written(step, text)`,
    `date_set(event, moment)`.
    """

    mark_requested = Signal(str, int, object, str)
    way_requested = Signal(str, int)
    finish_requested = Signal(str, str)
    reopen_requested = Signal(str)
    note_written = Signal(str, str)
    date_set = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._step: Step | None = None
        self._frame: object = None
        self._count: Label | None = None
        self._note: NoteField | None = None
        self.rows: list[CheckRow] = []
        self.reason_field: ReasonField | None = None
        self._gate_reason: QLineEdit | None = None
        self.finish_button = Button("", "go", on_click=self._on_finish)
        self.finish_button.set_shortcut("Ctrl+Return")
        self._reopen = Button(
            self.tr("Åbn trinnet igen"), "quiet", "undo", self._on_reopen, small=True
        )
        self._why_not = second_line(wrap=True)
        self._fill_foot()

    @property
    def shown(self) -> str:
        """The id of the step that is shown."""
        return self._step.id if self._step else ""

    def show_run_step(
        self, procedure: Procedure, step: Step, state: RunState, around: "Surroundings"
    ) -> None:
        """Show a step as it stands in the run; what is being typed stays."""
        now = around.now
        found = state.steps[step.id]
        frame = _frame_of(procedure, step, state, now)
        if self._step is step and frame == self._frame:
            self._update_marks(step, found, now)
            self._show_foot(step, state)
            return
        same = self._step is not None and self._step.id == step.id
        kept = self._kept() if same else None
        if not same:
            self.flush_note()
        self._step, self._frame = step, frame
        self.show_sections(self._run_sections(procedure, step, state, around))
        self._show_foot(step, state)
        if kept is not None:
            self._give_back(kept)

    def _update_marks(self, step: Step, found: StepState, now: datetime) -> None:
        """Show other marks in the rows that stand; nothing else is different."""
        for row, item in zip(self.rows, found.items, strict=True):
            row.show_state(item, marked_by(item, now))
        if self._count is not None:
            self._count.setText(self._count_words(step, found))
        if self.reason_field is not None:
            self.reason_field.deleteLater()
            self.reason_field = None

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

    def flush_note(self) -> None:
        """Hand over what was typed and not yet handed over."""
        if self._note is not None:
            self._note.flush()

    def _run_sections(
        self, procedure: Procedure, step: Step, state: RunState, around: "Surroundings"
    ) -> Iterable[QWidget | None]:
        library, now = around.library, around.now
        catalogue, found = library.catalogue, state.steps[step.id]
        yield sections.heading(procedure, step, catalogue)
        yield self._status(found, now)
        yield self._gate(procedure, step, found, library)
        when = self._when(found, around)
        yield sections.deadline(step, procedure, catalogue, around.calendar, when)
        yield self._dates(step, state, library, now)
        yield self._choice(procedure, step, found, open_run=not state.is_closed)
        yield self._run_checklist(step, found, now, may_mark=not state.is_closed)
        yield self._note_section(step, found, open_run=not state.is_closed)
        yield sections.text_section(self.tr("Vejledning"), step.guide)
        if not step.is_decision:
            yield sections.ways(step, procedure, self.step_requested.emit)
        yield from self.closing_sections(step, library)

    def _when(self, found: StepState, around: "Surroundings") -> sections.When | None:
        said = step_due(found, around.now)
        if said is None or found.due is None:
            return None
        counted = deadline_sentence(found.due, around.calendar, around.library.catalogue)
        return sections.When(said.text, said.color, capital(counted))

    def _status(self, found: StepState, now: datetime) -> QWidget | None:
        tones = {
            StepStatus.DONE: ("done", "check"),
            StepStatus.LATE: ("late", "clock-alert"),
            StepStatus.MISSING: ("soon", "bang"),
            StepStatus.WAITING: ("wait", "wait"),
            StepStatus.NOT_RELEVANT: ("off", "dash"),
        }
        if found.status not in tones:
            return None
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        tone, icon = tones[found.status]
        column.addWidget(Chip(status_text(found.status), tone, icon))
        if found.done_at is not None:
            text = self.tr("Udført af {} {}").format(found.done_by, clock_words(found.done_at))
            column.addWidget(second_line(text))
        if found.reason:
            reason = self.tr("Gjort færdigt uden kravet, fordi: {}").format(found.reason)
            column.addWidget(Label(reason, color="ink_2", wrap=True, selectable=True))
        return box

    def _gate(
        self, procedure: Procedure, step: Step, found: StepState, library: Library
    ) -> QWidget | None:
        """Tell what is missing before this step, and offer to go there or to give a reason."""
        self._gate_reason = None
        if not found.gate_missing or step.gate is None or found.status is StepStatus.DONE:
            return None
        child = any(procedure.step(need).role == CHILD_ROLE for need in found.gate_missing)
        notice = surface("notice")
        notice.setAccessibleName(self.tr("Noget mangler før dette trin"))
        row = QHBoxLayout(notice)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        column = QVBoxLayout()
        column.setSpacing(4)
        icon = IconLabel("voice" if child else "gate", "soon", 20)
        holder = QVBoxLayout()
        holder.addWidget(icon)
        holder.addStretch(1)
        row.addLayout(holder)
        row.addLayout(column, 1)
        heading = self.tr("Barnet er ikke hørt endnu") if child else self.tr("Noget mangler først")
        column.addWidget(Label(heading, weight=SEMIBOLD, wrap=True))
        law = step.gate.law
        provision = library.catalogue.provision(law) if law else None
        if law and provision:
            words = f"{provision.says} ({law_label(law, library.catalogue)})."
            column.addWidget(Label(words, wrap=True))
        column.addSpacing(4)
        self._fill_gate(column, procedure, found)
        return notice

    def _fill_gate(self, column: QVBoxLayout, procedure: Procedure, found: StepState) -> None:
        buttons = QHBoxLayout()
        for need in found.gate_missing:
            number = procedure.numbers.get(need)
            name = self.tr("Gå til trin {}").format(number or procedure.step(need).title)
            go = Button(name, on_click=partial(self.step_requested.emit, need), small=True)
            go.setToolTip(step_label(procedure, need))
            buttons.addWidget(go)
        reason = QLineEdit()
        reason.setAccessibleName(self.tr("Grund til at gå videre"))
        reason.setPlaceholderText(self.tr("Grunden gemmes i forløbet"))
        reason.hide()
        show = Button(self.tr("Skriv en grund"), "link")
        show.clicked.connect(partial(self._show_reason, reason, show))
        buttons.addWidget(show)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(reason)
        reason.returnPressed.connect(self._on_finish)
        self._gate_reason = reason

    def _show_reason(self, field: QLineEdit, button: Button) -> None:
        button.hide()
        field.show()
        field.setFocus()

    def _dates(
        self, step: Step, state: RunState, library: Library, now: datetime
    ) -> QWidget | None:
        """Ask for the dates that become known here and that deadlines count from."""
        if not step.asks:
            return None
        rows = [self._date_row(event, state, library, now) for event in step.asks]
        return sections.section(self.tr("Datoer, som frister tælles fra"), *rows)

    def _date_row(self, event: str, state: RunState, library: Library, now: datetime) -> QWidget:
        known = library.catalogue.event_by_id.get(event)
        title = known.title if known else event
        value = state.dates.get(event)
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(Label(title, wrap=True), 0, 0, 1, 2)
        field = MomentField(title, value or now)
        field.setEnabled(not state.is_closed)
        grid.addWidget(field, 1, 0)
        words = self.tr("Ret") if value else self.tr("Gem dato")
        save = Button(words, small=True, on_click=lambda: self.date_set.emit(event, field.value()))
        save.setAccessibleName(f"{words}: {title}")
        save.setEnabled(not state.is_closed)
        grid.addWidget(save, 1, 1)
        if value:
            noted = self.tr("Skrevet: {}").format(clock_words(value))
            grid.addWidget(second_line(noted), 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        return box

    def _choice(
        self, procedure: Procedure, step: Step, found: StepState, *, open_run: bool
    ) -> QWidget | None:
        if not step.is_decision:
            return None
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        group = QButtonGroup(rows)
        for place, way in enumerate(step.next):
            target = step_label(procedure, way.to)
            button = QRadioButton(way.when or target)
            button.setToolTip(self.tr("Fører til {}").format(target))
            button.setAccessibleDescription(self.tr("Fører til {}").format(target))
            button.setChecked(found.way == place)
            button.setEnabled(open_run)
            button.clicked.connect(partial(self._on_way_clicked, step.id, place))
            group.addButton(button)
            column.addWidget(button)
        return sections.section(self.tr("Vælg vej"), rows)

    def _run_checklist(
        self, step: Step, found: StepState, now: datetime, *, may_mark: bool
    ) -> QWidget | None:
        self.rows = []
        self.reason_field = None
        self._count = None
        if not step.checklist:
            return None
        for place, item in enumerate(step.checklist):
            row = CheckRow(place, item, may_mark=may_mark)
            state = found.items[place]
            row.show_state(state, marked_by(state, now))
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

    def _fill_foot(self) -> None:
        column = QVBoxLayout(self.foot)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(6)
        column.addWidget(self._why_not)
        row = QHBoxLayout()
        row.addWidget(self._reopen)
        row.addStretch(1)
        row.addWidget(self.finish_button)
        column.addLayout(row)
        self.foot.show()

    def _show_foot(self, step: Step, state: RunState) -> None:
        found = state.steps[step.id]
        done = found.status is StepStatus.DONE
        self.foot.setVisible(not state.is_closed and found.status is not StepStatus.NOT_RELEVANT)
        self._reopen.setVisible(done)
        self.finish_button.setVisible(not done)
        words = self.tr("Gør trinnet færdigt") if not step.is_end else self.tr("Slut her")
        self.finish_button.setText(words)
        self.finish_button.setAccessibleName(words)
        unchosen = step.is_decision and found.way is None
        self.finish_button.setEnabled(not unchosen)
        open_required = sum(
            item.required and not mark.is_settled
            for item, mark in zip(step.checklist, found.items, strict=True)
        )
        hint = ""
        if unchosen and not done:
            hint = self.tr("Vælg vej først.")
        elif open_required and not done:
            hint = self.tr("%n krav er ikke markeret endnu.", "", open_required)
        self._why_not.setText(hint)
        self._why_not.setVisible(bool(hint))

    def _on_mark_requested(self, place: int, mark: Mark) -> None:
        if self._step is None:
            return
        if mark is Mark.NOT_RELEVANT:
            self._ask_reason(place)
        else:
            self.mark_requested.emit(self._step.id, place, mark, "")

    def _ask_reason(self, place: int) -> None:
        """Ask below the item why it is not relevant; Enter keeps it, Esc leaves it."""
        if self.reason_field is not None:
            self.reason_field.deleteLater()
        field = ReasonField()
        field.given.connect(partial(self._on_reason_given, place))
        holder = self.rows[place].parentWidget()
        column = holder.layout() if holder is not None else None
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self.rows[place]) + 1, field)
        self.reason_field = field
        field.setFocus()

    def _on_reason_given(self, place: int, reason: str) -> None:
        if self._step is not None and reason:
            self.mark_requested.emit(self._step.id, place, Mark.NOT_RELEVANT, reason)

    def _on_way_clicked(self, step: str, way: int) -> None:
        self.way_requested.emit(step, way)

    def _on_finish(self) -> None:
        if self._step is None:
            return
        self.flush_note()
        reason = self._gate_reason.text().strip() if self._gate_reason else ""
        self.finish_requested.emit(self._step.id, reason)

    def _on_reopen(self) -> None:
        if self._step is not None:
            self.reopen_requested.emit(self._step.id)

    def ask_for_gate_reason(self) -> None:
        """Put the cursor where the reason for going on is written."""
        if self._gate_reason is not None:
            self._gate_reason.show()
            self._gate_reason.setFocus()


class ReasonField(QLineEdit):
    """One line for a reason.

    Signals: `given` with it when Enter is pressed.
    """

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Hvorfor er punktet ikke relevant?"))
        self.setPlaceholderText(self.tr("Ikke relevant, fordi …"))
        self.returnPressed.connect(lambda: self.given.emit(self.text().strip()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.text().strip():
            self.deleteLater()


class NoteField(QPlainTextEdit):
    """The short note of a step, handed over at every pause of typing.

    Signals: `written` with the whole text.
    """

    written = Signal(str)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._handed_over = text
        self.setAccessibleName(self.tr("Note til trinnet"))
        self.setPlaceholderText(self.tr("Kort note, ingen navne eller cpr-numre"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme().px(76))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._pause.start)

    def flush(self) -> None:
        """Hand the text over, if it is other than before."""
        self._pause.stop()
        text = self.toPlainText()
        if text != self._handed_over:
            self._handed_over = text
            self.written.emit(text)

    def take_over(self, text: str, cursor: int) -> None:
        """Take over what is being typed in the field this one replaces."""
        if text != self.toPlainText():
            self.setPlainText(text)
        place = self.textCursor()
        place.setPosition(min(cursor, len(text)))
        self.setTextCursor(place)
        self.setFocus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()
