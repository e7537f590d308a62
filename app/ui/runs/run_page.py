"""One forløb: the step list, the flow with its red thread, and the step that is worked on."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.flow import lay_out
from app.model.errors import Told
from app.model.fold import progress
from app.model.ids import CHILD_ROLE
from app.model.notation import moment_label
from app.model.procedure import StepKind
from app.model.run import Mark
from app.model.state import RunState, StepStatus
from app.printing.flow_paint import measure_title
from app.services import runs
from app.services.runs import RunView
from app.services.workplace import Workplace
from app.ui.common.desk import Desk
from app.ui.common.reading import show_readably
from app.ui.common.theme import theme
from app.ui.common.widgets import SEMIBOLD, Button, Chip, Header, Label, second_line, surface
from app.ui.flow import FlowPane, StepList
from app.ui.runs.panel import RunPanel, Surroundings
from app.ui.runs.timeline import Timeline
from app.ui.runs.words import clock_words, late_words


class RunPage(QWidget):
    """A run that is worked on; every change goes to the log before it shows.

    Signals: `left` when the list is asked for; `go_requested` with the key of a place and a
    target in it; `print_requested` with a kind and an id.
    """

    left = Signal()
    go_requested = Signal(str, object)
    print_requested = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: RunView | None = None
        self.header = Header()
        self.banner_slot = QVBoxLayout()
        self.flow = FlowPane()
        self.steps = StepList()
        self.panel = RunPanel()
        self.timeline = Timeline()
        self._late = Chip(tone="late")
        self._child = Chip(tone="child")
        self._closed = Chip(tone="done")
        self._case = Label(points=13, weight=SEMIBOLD, selectable=True)
        self._trigger = Label(points=9.5, color="ink_2", wrap=True)
        self._bar = ProgressBar()
        self._progress = Label(points=9.5, color="ink_2")
        self._assemble()
        self._connect()

    @property
    def run_id(self) -> str:
        """The id of the run that is shown; empty when none is."""
        return self._view.state.run.id if self._view else ""

    def show_run(self, view: RunView, step_id: str = "") -> None:
        """Show a run, at a step or where the case stands."""
        is_new = self._view is None or self._view.state.run.id != view.state.run.id
        selected = step_id or (self.panel.shown if not is_new else "")
        self._view = view
        if is_new:
            catalogue = self._desk.shelf.library.catalogue
            picture = lay_out(view.procedure, measure_title)
            self.flow.show_flow(view.procedure, picture, catalogue)
            show_readably(self.flow.view)
            self.steps.show_procedure(view.procedure, catalogue)
        self._show_state(view.state)
        if not selected or selected not in view.procedure.by_id:
            selected = where_it_stands(view)
        self.select(selected)

    @property
    def view(self) -> RunView | None:
        """The run that is shown."""
        return self._view

    def refresh(self) -> None:
        """Show the run as it is now: another window may have changed it, and time passes."""
        if self._view is not None:
            self._do(lambda place: runs.open_run(place, run=self.run_id))

    def select(self, step_id: str) -> None:
        """Choose a step in the flow, in the list and in the panel."""
        if self._view is None or step_id not in self._view.procedure.by_id:
            return
        self.flow.select(step_id)
        self.steps.select(step_id)
        self._show_step(step_id)

    def _show_step(self, step_id: str) -> None:
        if self._view is None:
            return
        view = self._view
        step = view.procedure.step(step_id)
        library = self._desk.shelf.library
        desk = Surroundings(library, self._desk.calendar, self._desk.now())
        self.panel.show_run_step(view.procedure, step, view.state, desk)

    def _show_state(self, state: RunState) -> None:
        assert self._view is not None
        now = self._desk.now()
        self.flow.show_state(state, now)
        self.steps.show_state(state, now)
        self.timeline.show_run(self._view.procedure, state, self._desk.now())
        self._show_header(state)
        done, total = progress(state)
        self._case.setText(self.tr("Sag {}").format(state.run.case_number))
        self._trigger.setText(f"{self._view.procedure.trigger} {clock_words(state.trigger)}")
        self._bar.show_share(done, total)
        self._progress.setText(self.tr("{} af {} trin er udført").format(done, total))

    def _show_header(self, state: RunState) -> None:
        assert self._view is not None
        self.header.title.setText(self._view.procedure.title)
        words = self.tr("Følger version {} · senest ændret {} · alt er gemt")
        changed = moment_label(state.changed, self._desk.now())
        self.header.sub.setText(words.format(state.run.version, changed))
        self._late.setVisible(bool(state.late))
        self._late.show_state(late_words(state), "late", "clock-alert")
        self._child.setVisible(_child_is_waited_for(self._view))
        self._child.show_state(self.tr("Barnet er ikke hørt"), "soon", "voice")
        self._closed.setVisible(state.is_closed)
        self._closed.show_state(self.tr("Afsluttet"), "done", "check-circle")
        self._close.setText(self.tr("Åbn igen") if state.is_closed else self.tr("Afslut"))
        self._close.setAccessibleName(self._close.text())
        self.undo_button.setEnabled(self._view.may_undo)
        self.redo_button.setEnabled(self._view.may_redo)

    def _assemble(self) -> None:
        back = Button("", "quiet", "arrow-l", self._on_back, tip=self.tr("Til mine forløb"))
        back.set_shortcut("Alt+Left")
        self.header.leading.addWidget(back)
        for chip in (self._late, self._child, self._closed):
            self.header.chips.addWidget(chip)
        self.undo_button = Button(self.tr("Fortryd"), "quiet", "undo", self._on_undo)
        self.undo_button.set_shortcut("Ctrl+Z")
        self.redo_button = Button("", "quiet", "redo", self._on_redo, tip=self.tr("Gentag"))
        self.redo_button.set_shortcut("Ctrl+Shift+Z")
        printing = Button(self.tr("Udskriv"), "quiet", "print", self._on_print)
        printing.set_shortcut("Ctrl+P")
        self._close = Button(self.tr("Afslut"), "quiet", "check-circle", self._on_close)
        for button in (self.undo_button, self.redo_button, printing, self._close):
            self.header.buttons.addWidget(button)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._side())
        middle.addWidget(self.flow, 1)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addLayout(middle, 1)
        left.addWidget(self.timeline)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addLayout(left, 1)
        below.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self.banner_slot)
        column.addLayout(below, 1)

    def _side(self) -> QWidget:
        side = surface("side")
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(2)
        head = QVBoxLayout()
        head.setContentsMargins(8, 0, 8, 8)
        head.setSpacing(2)
        head.addWidget(second_line(self.tr("Forløb")))
        head.addWidget(self._case)
        head.addWidget(self._trigger)
        head.addSpacing(8)
        head.addWidget(self._bar)
        head.addSpacing(2)
        head.addWidget(self._progress)
        column.addLayout(head)
        column.addWidget(self.steps, 1)
        self._side_box = side
        self._resize()
        return side

    def _resize(self) -> None:
        self._side_box.setFixedWidth(theme().px(232))

    def _connect(self) -> None:
        theme().changed.connect(self._resize)
        self.flow.step_selected.connect(self._on_flow_selected)
        self.flow.step_activated.connect(lambda _: self.panel.setFocus())
        self.steps.step_selected.connect(self._on_list_selected)
        panel = self.panel
        panel.step_requested.connect(self.select)
        panel.procedure_requested.connect(self._on_procedure_requested)
        panel.card_requested.connect(lambda card: self.go_requested.emit("cards", card))
        panel.tool_requested.connect(lambda tool: self.go_requested.emit("tools", tool))
        panel.step_print_requested.connect(self._on_step_print)
        panel.mark_requested.connect(self._on_mark)
        panel.way_requested.connect(self._on_way)
        panel.finish_requested.connect(self._on_finish)
        panel.reopen_requested.connect(self._on_reopen)
        panel.note_written.connect(self._on_note)
        panel.date_set.connect(self._on_date)

    def _on_flow_selected(self, step_id: str) -> None:
        self.steps.select(step_id)
        self._show_step(step_id)

    def _on_list_selected(self, step_id: str) -> None:
        self.flow.select(step_id)
        self._show_step(step_id)

    def _on_procedure_requested(self, procedure_id: str) -> None:
        from app.ui.procedures.rows import Target

        self.go_requested.emit("procedures", Target("procedure", procedure_id))

    def _on_back(self) -> None:
        self.panel.flush_note()
        self.left.emit()

    def _on_print(self) -> None:
        if self._view is not None:
            self.print_requested.emit("procedure", self._view.procedure.id)

    def _on_step_print(self, step: str) -> None:
        if self._view is not None:
            self.print_requested.emit("step", f"{self._view.procedure.id}/{step}")

    def _on_mark(self, step: str, item: int, mark: Mark, reason: str) -> None:
        run = self.run_id
        self._do(
            lambda place: runs.mark_item(
                place, run=run, step=step, item=item, mark=mark, reason=reason
            )
        )

    def _on_way(self, step: str, way: int) -> None:
        run = self.run_id
        self._do(lambda place: runs.choose_way(place, run=run, step=step, way=way))

    def _on_finish(self, step: str, reason: str) -> None:
        run = self.run_id
        self._do(
            lambda place: runs.finish_step(place, run=run, step=step, reason=reason),
            then=partial(self._go_on_from, step),
            refused=self._on_finish_refused,
        )

    def _on_finish_refused(self, error: Told) -> bool:
        if error.code != "gate_needs_reason":
            return False
        self.panel.ask_for_gate_reason()
        return True

    def _on_reopen(self, step: str) -> None:
        run = self.run_id
        self._do(lambda place: runs.reopen_step(place, run=run, step=step))

    def _on_note(self, step: str, text: str) -> None:
        run = self.run_id
        self._do(lambda place: runs.write_note(place, run=run, step=step, text=text))

    def _on_date(self, event: str, value: datetime) -> None:
        run = self.run_id
        self._do(lambda place: runs.set_date(place, run=run, event=event, value=value))

    def _on_close(self) -> None:
        run = self.run_id
        if self._view is not None and self._view.state.is_closed:
            self._do(lambda place: runs.reopen_run(place, run=run))
        else:
            self._do(lambda place: runs.close_run(place, run=run))

    def _on_undo(self) -> None:
        run = self.run_id
        self._do(lambda place: runs.undo(place, run=run))

    def _on_redo(self) -> None:
        run = self.run_id
        self._do(lambda place: runs.redo(place, run=run))

    def _do(
        self,
        work: Callable[[Workplace], RunView],
        then: Callable[[RunView], None] | None = None,
        refused: Callable[[Told], bool] | None = None,
    ) -> None:
        """Do a use case and show the run as it was stored."""

        def done(view: RunView) -> None:
            self._desk.runs_changed.emit(view.state.run.id)
            if view.state.run.id != self.run_id:
                return
            self.show_run(view)
            if then is not None:
                then(view)

        self._desk.do(work, done, refused)

    def _go_on_from(self, step: str, view: RunView) -> None:
        """Go where the case stands now: to what the finished step leads to."""
        following = [way.to for way in view.procedure.step(step).next]
        in_line = [next_step for next_step in view.state.current if next_step in following]
        self.select(in_line[0] if in_line else where_it_stands(view))


class ProgressBar(QWidget):
    """How far a run has come: a thin line in ink, so that red stays for what is overdue."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedHeight(4)

    def show_share(self, done: int, total: int) -> None:
        """Show `done` of `total`."""
        self._share = done / total if total else 0.0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("hair"))
        painter.drawRoundedRect(self.rect(), 2, 2)
        if self._share:
            painter.setBrush(theme().color("ink_2"))
            done = self.rect()
            done.setWidth(max(round(done.width() * self._share), 4))
            painter.drawRoundedRect(done, 2, 2)
        painter.end()


def where_it_stands(view: RunView) -> str:
    """Return the step to begin with: the one in line after the latest done one."""
    current = view.state.current
    if not current:
        return view.procedure.start.id
    done = [s for s in view.state.steps.values() if s.done_at is not None]
    for step in sorted(done, key=lambda s: s.done_at or view.state.trigger, reverse=True):
        following = {way.to for way in view.procedure.step(step.step).next}
        for step_id in current:
            if step_id in following:
                return step_id
    return current[0]


def _child_is_waited_for(view: RunView) -> bool:
    talks = [
        view.state.steps[step.id]
        for step in view.procedure.steps
        if step.kind is StepKind.CONVERSATION and step.role == CHILD_ROLE
    ]
    relevant = [talk for talk in talks if talk.status is not StepStatus.NOT_RELEVANT]
    passed = any(talk.passed_by or talk.status is StepStatus.LATE for talk in relevant)
    return passed and not any(talk.status is StepStatus.DONE for talk in relevant)
