"""What leaves the program from the list of runs: a calendar file, and a print."""

from functools import partial

from msgspec import structs
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.model.run.run_listing import ListAsked, ListStretch, Scope
from app.services import calendar_file, run_lists
from app.ui.base.desk import Desk
from app.ui.runs.list.run_filters import filter_name, scope_title
from app.ui.runs.list.run_table_model import RunTableModel
from app.ui.runs.run_leaving import Leaving

_MOST_PRINTED = 500


class ListLeaving(QObject):
    """Saves and prints what a list shows; owned by its page."""

    def __init__(self, page: QWidget, desk: Desk, rows: RunTableModel) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._rows = rows
        self._leaving = Leaving(page, desk)

    def save_calendar(self, scope: Scope) -> None:
        """Save the deadlines of all open runs, mine or everybody's, as a calendar file."""
        is_mine = scope is not Scope.ALL
        name = self.tr("Mine frister.ics") if is_mine else self.tr("Alle frister.ics")
        owner = self._desk.actor if is_mine else None
        self._leaving.save_deadlines(name, partial(calendar_file.save_deadlines, owner=owner))

    def print_list(self, asked: ListAsked) -> None:
        """Print every row that was asked for, not only those read so far."""
        whole = structs.replace(asked, limit=_MOST_PRINTED)
        self._desk.do(
            lambda workplace: run_lists.page_of_runs(workplace, asked=whole),
            lambda page: self._preview(asked, page),
        )

    def _preview(self, asked: ListAsked, page: ListStretch) -> None:
        from app.ui.runs.list.list_print import preview_list

        title = f"{scope_title(asked.scope)}: {filter_name(asked.show).lower()}"
        preview_list(self._page.window(), self._rows, page.rows, title, self._desk.now())
