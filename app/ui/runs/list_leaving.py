"""What leaves the program from the list of runs: a calendar file, and a print."""

from pathlib import Path

from msgspec import structs
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.model.listing import Asked, RunPage, Scope
from app.model.notation import capital, counted
from app.services import calendar_file, run_lists
from app.ui.common.desk import Desk
from app.ui.common.file_dialogs import Filed, ask_where_to_save
from app.ui.runs.filters import filter_name, scope_title
from app.ui.runs.table_model import RunTableModel

_MOST_PRINTED = 500


class ListLeaving(QObject):
    """Saves and prints what a list shows; owned by its page."""

    def __init__(self, page: QWidget, desk: Desk, rows: RunTableModel) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._rows = rows

    def save_calendar(self, scope: Scope) -> None:
        """Save the deadlines of all open runs, mine or everybody's, as a calendar file."""
        is_mine = scope is not Scope.ALL
        name = self.tr("Mine frister.ics") if is_mine else self.tr("Alle frister.ics")
        owner = self._desk.actor if is_mine else None

        def save(path: Path) -> None:
            self._desk.do(
                lambda place: calendar_file.save_deadlines(place, path, owner=owner),
                lambda count: self._say_saved(count, path),
            )

        ask_where_to_save(self._page, Filed.CALENDAR, name, save)

    def print_list(self, asked: Asked) -> None:
        """Print every row that was asked for, not only those read so far."""
        whole = structs.replace(asked, limit=_MOST_PRINTED)
        self._desk.do(
            lambda place: run_lists.page_of_runs(place, asked=whole),
            lambda page: self._preview(asked, page),
        )

    def _preview(self, asked: Asked, page: RunPage) -> None:
        from app.ui.runs.list_print import preview_list

        title = f"{scope_title(asked.scope)}: {filter_name(asked.show).lower()}"
        preview_list(self._page.window(), self._rows, page.rows, title, self._desk.now())

    def _say_saved(self, count: int, path: Path) -> None:
        saved = counted(count, self.tr("frist er gemt"), self.tr("frister er gemt"))
        line = self.tr("Åbn filen med Outlook. Gem den igen, når fristerne har ændret sig: {}")
        self._desk.messages.done(capital(saved), line.format(path))
