"""One forløb: the step list, the flow with its red thread, and the step that is worked on."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.flow import lay_out
from app.model.errors import Told
from app.model.library.procedure import Step
from app.model.library.stored_version import Kind
from app.model.library.suggestion_spots import SuggestionSpot
from app.model.run.local_steps import is_local
from app.model.run.outlook import Outlook, ways_ahead
from app.model.run.run import RunEvent
from app.model.run.state import RunSummary
from app.printing.flow_paint import measure_title
from app.services import moving_runs, run_lists, runs
from app.services.moving_runs import Newer
from app.services.run_core import RunView
from app.ui.base.desk import Desk
from app.ui.flow import FlowPane, StepList
from app.ui.keys import keys
from app.ui.keys.focus import holds_keyboard
from app.ui.keys.kept import chain, stops_of
from app.ui.keys.shortcuts import bind
from app.ui.look.folding import FoldedSide
from app.ui.look.widgets import Button
from app.ui.runs.run_actions import RunActions
from app.ui.runs.run_ask_band import RunAskBand
from app.ui.runs.run_choosing import WayChoosing
from app.ui.runs.run_header import RunHeader
from app.ui.runs.run_notes import RunNotes
from app.ui.runs.run_side import RunSide
from app.ui.runs.run_strips import strip_of
from app.ui.runs.start_form import StartForm
from app.ui.runs.step.run_panel import RunPanel
from app.ui.runs.step.step_surroundings import Surroundings
from app.ui.runs.timeline_view import Timeline
from app.ui.runs.version_band import VersionBand
from app.ui.suggestions.suggestion_box import SuggestionBox

_ROOM = 1120


class RunPage(QWidget):
    """A run that is worked on; every change goes to the log before it shows.

    What is asked for in it goes through `actions_of_run`. Signals: `left` when the list is asked
    for; `case_requested` with a case number; `started` with the `RunView` of a run that goes on
    from this one; `run_changed` when a run is shown as it is now.
    """

    left = Signal()
    case_requested = Signal(str)
    started = Signal(object)
    run_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: RunView | None = None
        self._siblings: tuple[RunSummary, ...] = ()
        self._outlook: tuple[tuple[str, tuple[RunEvent, ...]], Outlook] | None = None
        self.header = RunHeader()
        self.banner_slot = QVBoxLayout()
        self.version_band = VersionBand()
        self.band = RunAskBand(desk.now)
        self.form = StartForm(desk)
        self.flow = FlowPane()
        self.steps = StepList(rows=self.flow.list.rows)
        self.side = RunSide(self.steps, desk.now)
        self.notes = RunNotes(self, desk)
        self.panel = RunPanel(desk.now, self.notes.begin)
        self.notes.ask_of_names(self.panel.names)
        self.suggestions = SuggestionBox(desk)
        self.timeline = Timeline()
        self.choosing = WayChoosing(self)
        self.actions_of_run = RunActions(self, desk)
        self._assemble()
        self._connect()

    @property
    def undo_button(self) -> Button:
        """The button that takes back what happened last."""
        return self.header.undo_button

    @property
    def redo_button(self) -> Button:
        """The button that brings back what was taken back last."""
        return self.header.redo_button

    @property
    def run_id(self) -> str:
        """The id of the run that is shown; empty when none is."""
        return self._view.state.run.id if self._view else ""

    @property
    def view(self) -> RunView | None:
        """The run that is shown."""
        return self._view

    @property
    def siblings(self) -> tuple[RunSummary, ...]:
        """The other runs of the same case."""
        return self._siblings

    def show_run(self, view: RunView, step_id: str = "") -> None:
        """Show a run, at a step or where the case stands."""
        before = self._view
        is_new = before is None or before.state.run.id != view.state.run.id
        if is_new:
            self.panel.flush_note()
        selected = step_id or (self.panel.shown if not is_new else "")
        self._view = view
        had_focus = holds_keyboard(self)
        if is_new:
            self.band.hide()
            self.form.hide()
            self._siblings = ()
            self.side.show_siblings(())
        if before is None or before.procedure is not view.procedure:
            self._show_flow(view)
        self._show_state(view)
        if not selected or selected not in view.procedure.by_id:
            selected = where_it_stands(view)
        self.select(selected)
        if had_focus and not holds_keyboard(self):
            self.flow.setFocus()
        if before is None or _place_of(before) != _place_of(view):
            self._look_around()
        self.run_changed.emit()

    def refresh(self) -> None:
        """Show the run as it is now: another window may have changed it, and time passes."""
        if self._view is None:
            return
        run = self.run_id
        self._desk.do(partial(runs.open_run, run=run), self.take, self._on_gone)
        self._look_around()

    def select(self, step_id: str) -> None:
        """Choose a step in the flow, in the list and in the panel."""
        if step_id != self.panel.shown:
            self.panel.flush_note()
        if self._view is None or step_id not in self._view.procedure.by_id:
            return
        self.flow.select(step_id)
        self.steps.select(step_id)
        self.show_step(step_id)

    def go_to(self, step_id: str, item: int | None) -> None:
        """Choose the step where something happened; who works in the panel goes to the item."""
        is_working = holds_keyboard(self.panel)
        self.select(step_id)
        if is_working and item is not None and self.panel.shown == step_id:
            self.panel.focus_item(item)

    def show_step(self, step_id: str) -> None:
        """Show a step in the panel."""
        if step_id != self.panel.shown:
            self.panel.flush_note()
        if self._view is None or step_id not in self._view.procedure.by_id:
            return
        view = self._view
        step = view.procedure.step(step_id)
        around = Surroundings(
            self._desk.shelf.library,
            self._desk.calendar,
            self._desk.now(),
            self._desk.actor,
            view.events,
            self.outlook_of(view, step_id) if step.is_decision else {},
            self._siblings,
        )
        left = self.panel.shown
        with self.panel.changing():
            self.suggestions.show_at(_spot_of(view, step))
            self.panel.show_run_step(view.procedure, step, view.state, around)
        if left != step_id:
            self.notes.tell_of(view.state.run.id, left, step_id)

    def take(self, view: RunView, then: Callable[[RunView], None] | None = None) -> None:
        """Show a run as it was stored, where it is the one that is shown."""
        before = self._view
        if view.state.run.id == self.run_id:
            self.show_run(view)
            if then is not None:
                then(view)
        if before is None or view.events != before.events:
            self._desk.tell_of_runs(view.state.run.id)

    def leave(self) -> None:
        """Go back to the list; what is being typed is handed over."""
        self.panel.flush_note()
        self.left.emit()

    def _on_side_folded(self, is_folded: bool) -> None:
        """Say in the head what the side would have said."""
        self.header.set_narrow(is_narrow=is_folded)
        if self._view is not None:
            self.header.show_run(self._view, self._desk.now())

    def forget(self) -> None:
        """Show nothing any more: the run is gone."""
        self._view = None
        self.left.emit()

    def _show_flow(self, view: RunView) -> None:
        catalogue = self._desk.shelf.library.catalogue
        picture = lay_out(view.procedure, measure_title)
        self.flow.show_flow(view.procedure, picture, catalogue)
        self.flow.view.fit_reading()
        self._show_suggested()

    def _show_state(self, view: RunView) -> None:
        now = self._desk.now()
        self.flow.show_state(view.state, now)
        self.timeline.show_strips([strip_of(view.procedure, view.state, now)], now)
        self.header.show_run(view, now)
        self.side.show_run(view.procedure, view.state)

    def outlook_of(self, view: RunView, step_id: str) -> Outlook:
        """Look along the ways of a decision; the answer holds until something happens."""
        key = (step_id, view.events)
        if self._outlook is None or self._outlook[0] != key:
            found = ways_ahead(
                view.state,
                view.procedure,
                view.events,
                step_id,
                now=self._desk.now(),
                calendar=self._desk.calendar,
            )
            self._outlook = (key, found)
        return self._outlook[1]

    def _look_around(self) -> None:
        """Ask for the case's other runs, and whether there is a newer version."""
        if self._view is None:
            return
        run, case = self.run_id, self._view.state.run.case_number
        self._desk.do(
            lambda workplace: run_lists.list_runs(workplace, case_number=case),
            lambda rows: self._show_siblings(run, rows),
        )
        self._desk.do(
            lambda workplace: moving_runs.newer_version(workplace, run=run),
            lambda newer: self._show_newer(run, newer),
            lambda _: True,
        )

    def _show_siblings(self, run: str, rows: Sequence[RunSummary]) -> None:
        if run != self.run_id:
            return
        self._siblings = tuple(row for row in rows if row.run.id != run)
        self.side.show_siblings(self._siblings)
        if self.panel.shown:
            self.show_step(self.panel.shown)

    def _show_newer(self, run: str, newer: Newer | None) -> None:
        if run == self.run_id and self._view is not None and not self._view.state.is_closed:
            self.version_band.show_newer(run, newer)
        else:
            self.version_band.put_away()

    def _show_suggested(self) -> None:
        if self._view is not None:
            run = self._view.state.run
            counts = self._desk.suggestions.open_by_step(Kind.PROCEDURE, run.procedure)
            self.flow.list.show_suggested(counts)

    def _assemble(self) -> None:
        self.panel.above.addWidget(self.suggestions.mark)
        self.panel.below.addWidget(self.suggestions)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.side)
        middle.addWidget(self.flow, 1)
        words = self.tr("Vis sagen og trinlisten")
        self.folding = FoldedSide(self, self.side, middle, self.flow, words, _ROOM)
        self.header.leading.addWidget(self.folding.button)
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
        for band in (self.version_band, self.band, self.form):
            column.addWidget(band)
        column.addLayout(below, 1)
        before = stops_of(self.header, self.version_band, self.band, self.form, self.side)
        after = stops_of(self.panel, self.flow.bar, self.timeline)
        chain([*before, self.flow.view, self.flow.list, *after])

    def _connect(self) -> None:
        bind(self, keys.NOTE, self.panel.focus_note)
        self.folding.folded.connect(self._on_side_folded)
        self._desk.writing.changed.connect(self._on_writing_changed)
        self._desk.suggestions.changed.connect(self._show_suggested)
        self.flow.step_selected.connect(self._on_flow_selected)
        self.flow.step_activated.connect(lambda _: self.panel.focus_start())
        self.steps.step_activated.connect(lambda _: self.panel.focus_start())
        self.steps.step_selected.connect(self._on_list_selected)
        self.timeline.spot_chosen.connect(self._on_spot_chosen)
        self.side.case_requested.connect(self._on_case_requested)
        self.form.started.connect(self.started)
        self.header.left.connect(self.leave)

    def _on_spot_chosen(self, _run: str, step_id: str) -> None:
        """Go to a step of the timeline; whoever came by the keys goes on in the flow."""
        self.select(step_id)
        if self.timeline.hasFocus():
            self.flow.setFocus()

    def _on_writing_changed(self) -> None:
        self.header.show_standing(self._desk.writing.standing)

    def _on_flow_selected(self, step_id: str) -> None:
        self.steps.select(step_id)
        self.show_step(step_id)

    def _on_list_selected(self, step_id: str) -> None:
        self.flow.select(step_id)
        self.show_step(step_id)

    def _on_case_requested(self) -> None:
        if self._view is not None:
            self.panel.flush_note()
            self.case_requested.emit(self._view.state.run.case_number)

    def _on_gone(self, error: Told) -> bool:
        """Go back to the list when the run was deleted in another window."""
        if error.code == "no_such_run":
            self.forget()
        return False

    def go_on_from(self, step: str, view: RunView) -> None:
        """Go where the case stands now: to what the finished step leads to."""
        following = [way.to for way in view.procedure.step(step).next]
        in_line = [next_step for next_step in view.state.current if next_step in following]
        ends = [one for one in following if view.procedure.step(one).continue_in]
        reached = [one for one in ends if view.state.steps[one].is_done]
        self.select(next(iter([*in_line, *reached]), where_it_stands(view)))


def _place_of(view: RunView) -> tuple[str, str, int]:
    """Return what decides what stands beside a run: which it is, its case, and its version."""
    run = view.state.run
    return run.id, run.case_number, run.version


def _spot_of(view: RunView, step: Step) -> SuggestionSpot:
    """Return what a suggestion is about; a step of the run's own is none of the procedure."""
    run = view.state.run
    return SuggestionSpot(
        Kind.PROCEDURE, run.procedure, "" if is_local(step.id) else step.id, run.version
    )


def where_it_stands(view: RunView) -> str:
    """Return the step to begin with: the one in line after the latest done one."""
    current = view.state.current
    if not current:
        return view.state.stands_at or view.procedure.start.id
    done = [s for s in view.state.steps.values() if s.done_at is not None]
    for step in sorted(done, key=lambda s: s.done_at or view.state.trigger, reverse=True):
        following = {way.to for way in view.procedure.step(step.step).next}
        for step_id in current:
            if step_id in following:
                return step_id
    return current[0]
