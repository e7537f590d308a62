"""The place *Forløb*: the list, one run, a whole case, a tool filled in, and the start of a run."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services import runs
from app.services.run_core import RunView
from app.ui.base.desk import Desk
from app.ui.base.place import Place
from app.ui.keys.focus import holds_keyboard
from app.ui.keys.kept import follow_layout
from app.ui.keys.key_kinds import Where
from app.ui.look.page_stack import Pages
from app.ui.runs.case_page import CasePage
from app.ui.runs.list.list_page import RunsList
from app.ui.runs.run_page import RunPage
from app.ui.runs.start_form import GoingOn, StartForm
from app.ui.runs.tool.run_tool_page import RunToolPage
from app.ui.targets.goals import StepFinder, step_rows
from app.ui.targets.run_targets import RunsTarget


class RunsPlace(Place):
    """Shows the list of runs, one of them, all of one case, or a tool filled in for one.

    Signals: `meeting_requested` with a `Subject`.
    """

    key_places = (Where.RUN, Where.PANEL, Where.RUNS, Where.FLOW, Where.DATES)

    meeting_requested = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list = RunsList(desk)
        self._pages = Pages()
        self._pages.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.banner_slot)
        column.addWidget(self._pages, 1)
        self._connect()
        self.refresh()

    @cached_property
    def page(self) -> RunPage:
        """A run; as the pages below, made when one is first asked for."""
        page = RunPage(self._desk)
        page.left.connect(self._show_list)
        page.run_changed.connect(self._on_run_changed)
        page.started.connect(self._show_run)
        page.case_requested.connect(self.open_case)
        page.side.run_requested.connect(self.open_run)
        page.panel.tool_requested.connect(self.open_tool)
        page.actions_of_run.run_requested.connect(self.open_run)
        page.actions_of_run.go_requested.connect(self.go_requested)
        page.actions_of_run.meeting_requested.connect(self.meeting_requested)
        self._pages.addWidget(page)
        return page

    @cached_property
    def case(self) -> CasePage:
        """All runs of a case."""
        case = CasePage(self._desk)
        case.left.connect(self._show_list)
        case.run_requested.connect(self.open_run)
        case.start_requested.connect(self._on_start_requested)
        self._pages.addWidget(case)
        return case

    @cached_property
    def tool(self) -> RunToolPage:
        """A tool that is filled in for a run."""
        tool = RunToolPage(self._desk)
        tool.left.connect(self._back_to_run)
        self._pages.addWidget(tool)
        return tool

    @cached_property
    def form(self) -> StartForm:
        """The form a run is started by, in the list or in a case."""
        form = StartForm(self._desk)
        form.started.connect(self._show_run)
        return form

    @property
    def heading(self) -> str:
        shown = self.shown
        if isinstance(shown, CasePage):
            return self.tr("Sag {}").format(shown.case_number)
        if not isinstance(shown, RunPage | RunToolPage):
            return self.tr("Forløb")
        view = self.page.view
        if view is None:
            return ""
        number = view.state.run.case_number
        is_tool = isinstance(shown, RunToolPage)
        named = shown.header.title.text() if is_tool else view.procedure.title
        return self.tr("Sag {}, {}").format(number, named)

    @property
    def here(self) -> object:
        shown = self.shown
        if isinstance(shown, CasePage):
            return RunsTarget(case=shown.case_number)
        if not isinstance(shown, RunPage | RunToolPage):
            return RunsTarget()
        tool = shown.tool_id if isinstance(shown, RunToolPage) else ""
        return RunsTarget(run=self.page.run_id, tool=tool)

    def panes(self) -> Sequence[QWidget]:
        shown = self.shown
        if isinstance(shown, RunPage):
            return (
                shown.header, shown.version_band, shown.band, shown.form,
                shown.side, shown.flow, shown.panel, shown.timeline,
            )  # fmt: skip
        return shown.panes() if isinstance(shown, CasePage | RunToolPage) else self.list.panes()

    def begin(self) -> None:
        """Show the list."""
        self.leave()
        self._show_list()

    @property
    def shown(self) -> QWidget:
        """The page that is shown."""
        return self._pages.currentWidget() or self.list

    def refresh(self) -> None:
        """Read the list again."""
        self.list.refresh()

    def refresh_run(self, run_id: str) -> None:
        """Read a run again, if it is the one whose page is open."""
        page = self._made_page
        if page is not None and page.run_id == run_id:
            page.refresh()

    def open_run(self, run_id: str, step_id: str = "", tool_id: str = "") -> None:
        """Open a run from the log, at a step or where it stands; or a tool filled in for it."""

        def show(view: RunView) -> None:
            self._show_run(view, step_id)
            if tool_id:
                self.open_tool(tool_id)

        self._desk.open(lambda workplace: runs.open_run(workplace, run=run_id), show)

    def open_case(self, case_number: str) -> None:
        """Show all runs of a case."""
        self._pages.setCurrentWidget(self.case)
        self.case.show_case(case_number)
        self.shown_changed.emit()

    def show_target(self, target: object) -> None:
        if isinstance(target, RunView):
            self._show_run(target)
        elif isinstance(target, RunsTarget):
            self._show_named(target)
        elif isinstance(target, str) and target:
            self.open_run(target)

    @property
    def _made_page(self) -> RunPage | None:
        """The page of a run, where one was made."""
        page = vars(self).get("page")
        return page if isinstance(page, RunPage) else None

    def _show_named(self, target: RunsTarget) -> None:
        if target.case:
            self.open_case(target.case)
        elif target.run:
            self.open_run(target.run, tool_id=target.tool)
        else:
            self._show_list()

    def enter(self) -> None:
        if self.shown is self.list:
            self.list.enter()
            return
        self._renew()
        shown = self.shown
        if isinstance(shown, RunPage) and not holds_keyboard(shown):
            shown.flow.setFocus()

    def suggest(self) -> bool:
        shown = self.shown
        return isinstance(shown, RunPage) and shown.suggestions.begin()

    def focus_search(self) -> bool:
        if self.shown is not self.list:
            return False
        self.list.focus_search()
        return True

    def finder(self) -> object:
        """Find in the steps of the run that is shown."""
        shown = self.shown
        view = shown.view if isinstance(shown, RunPage) else None
        if view is None:
            return None
        notes = {step: state.note for step, state in view.state.steps.items() if state.note}
        return StepFinder(
            self.tr("Find i forløbet: et trin, et tjekpunkt eller et ord i noten"),
            lambda typed: step_rows(view.procedure, typed, notes),
            self._find_step,
        )

    def _find_step(self, step: object) -> None:
        self.page.select(str(step))
        self.page.flow.setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self) -> None:
        """Hand over what is being typed."""
        if self._made_page is not None:
            self._made_page.panel.flush_note()
        shown = self.shown
        if isinstance(shown, RunToolPage):
            shown.flush()

    def open_tool(self, tool_id: str) -> None:
        """Fill in a tool for the run that is shown."""
        tool = self._desk.shelf.library.tool_by_id.get(tool_id)
        if tool is None or self.page.view is None:
            return
        self.page.panel.flush_note()
        self._pages.setCurrentWidget(self.tool)
        self.tool.show_tool(tool, self.page.view)
        self.shown_changed.emit()

    def _back_to_run(self) -> None:
        self._pages.setCurrentWidget(self.page)
        self.page.refresh()
        self.page.flow.setFocus()
        self.shown_changed.emit()

    def _show_run(self, view: RunView, step_id: str = "") -> None:
        self._pages.setCurrentWidget(self.page)
        self.page.show_run(view, step_id)
        self.page.flow.setFocus()
        self.shown_changed.emit()

    def _show_list(self) -> None:
        self._pages.setCurrentWidget(self.list)
        self.list.enter()
        self.shown_changed.emit()

    def _connect(self) -> None:
        self.list.run_opened.connect(self.open_run)
        self.list.case_opened.connect(self.open_case)
        self.list.start_requested.connect(self._on_start_requested)
        self.list.procedures_requested.connect(lambda: self.go_requested.emit("procedures", None))
        self._desk.runs_changed.connect(self._on_runs_changed)
        self._desk.minutes.minute_passed.connect(self._on_minute_passed)

    def _on_start_requested(self, case_number: str) -> None:
        """Ask in the page that is shown for what the start needs."""
        shown = self.shown
        page = shown if isinstance(shown, CasePage) else self.list
        page.form_slot.addWidget(self.form)
        follow_layout(page)
        known = GoingOn(shown.runs) if isinstance(shown, CasePage) else None
        self.form.open(self._desk.shelf.library, case_number=case_number, going_on=known)

    def _on_runs_changed(self, run: str) -> None:
        """Read again what is seen; the rest is read when it is shown."""
        shown = self.shown
        if shown is self.list:
            self.refresh()
        elif isinstance(shown, CasePage):
            shown.refresh()
        elif not run:
            self.page.refresh()

    def _on_run_changed(self) -> None:
        """Say anew what is shown: the number of the case may be another."""
        if isinstance(self.shown, RunPage):
            self.shown_changed.emit()

    def _on_minute_passed(self) -> None:
        """Renew what is seen with each minute: what was soon may be late."""
        if self.isVisible():
            self._renew()

    def _renew(self) -> None:
        shown = self.shown
        if isinstance(shown, CasePage | RunPage):
            shown.refresh()
        elif isinstance(shown, RunToolPage):
            shown.tell_time()
        else:
            self.refresh()
