"""The place *Forløb*: the list, one run, and the form that starts a new one."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.services import runs
from app.services.runs import RunView
from app.ui.common.desk import Desk
from app.ui.runs.list_page import RunsList
from app.ui.runs.run_page import RunPage
from app.ui.runs.start_form import StartForm
from app.ui.shell.place import Place

_MINUTE_MS = 60_000


class RunsPlace(Place):
    """Shows the list of runs, or one of them.

    Signals: `print_requested` with a kind and an id; `run_shown` with the id of the run shown,
    empty for the list.
    """

    print_requested = Signal(str, str)
    run_shown = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list = RunsList(desk)
        self.page = RunPage(desk)
        self.form = StartForm(desk)
        self.list.form_slot.addWidget(self.form)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.banner_slot)
        column.addWidget(self._pages, 1)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        self._desk.do(runs.list_runs, self.list.show_runs)

    def open_run(self, run_id: str) -> None:
        """Open a run from the log."""
        self._desk.do(lambda place: runs.open_run(place, run=run_id), self._show_run)

    def show_target(self, target: object) -> None:
        if isinstance(target, RunView):
            self._show_run(target)
        elif isinstance(target, str) and target:
            self.open_run(target)

    def enter(self) -> None:
        if self._pages.currentWidget() is self.list:
            self.refresh()
            self.list.focus_start()
        else:
            self.page.refresh()

    def focus_search(self) -> bool:
        if self._pages.currentWidget() is not self.list:
            return False
        self.list.search.setFocus()
        return True

    def leave(self) -> None:
        """Hand over what is being typed."""
        self.page.panel.flush_note()

    def _show_run(self, view: RunView) -> None:
        self._pages.setCurrentWidget(self.page)
        self.page.show_run(view)
        self.page.flow.setFocus()
        self.run_shown.emit(view.state.run.id)

    def _show_list(self) -> None:
        self._pages.setCurrentWidget(self.list)
        self.refresh()
        self.list.focus_start()
        self.run_shown.emit("")

    def _connect(self) -> None:
        self.list.run_opened.connect(self.open_run)
        self.list.start_requested.connect(lambda: self.form.open(self._desk.shelf.library))
        self.list.procedures_requested.connect(lambda: self.go_requested.emit("procedures", None))
        self.form.started.connect(self._show_run)
        self.page.left.connect(self._show_list)
        self.page.started.connect(self._show_run)
        self.page.run_requested.connect(self.open_run)
        self.page.go_requested.connect(self.go_requested)
        self.page.print_requested.connect(self.print_requested)
        self._desk.runs_changed.connect(lambda _: self.refresh())
        self._minute.timeout.connect(self._on_minute)
        self._minute.start()

    def _on_minute(self) -> None:
        """Time passes: what was soon may be late."""
        if not self.isVisible():
            return
        if self._pages.currentWidget() is self.list:
            self.refresh()
        elif not self.page.panel.isAncestorOf(self.focusWidget() or self):
            self.page.refresh()
