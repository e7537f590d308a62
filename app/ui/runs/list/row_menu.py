"""The menu of a row in the list of runs: what can be done with the run, and the order of all."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.model.run.state import RunSummary
from app.ui.keys.menus import Menu
from app.ui.runs.list.run_table import RunTable


class RowMenu(Menu):
    """One menu for all rows, filled anew for each.

    Signals: `run_opened` with the id of the run; `case_opened` with its case number;
    `start_requested` for one more run of that case; `take_back_requested` with the id of a run
    that was handed over.
    """

    run_opened = Signal(str)
    case_opened = Signal(str)
    start_requested = Signal(str)
    take_back_requested = Signal(str)

    def __init__(self, parent: QWidget, table: RunTable) -> None:
        super().__init__(parent)
        self._table = table
        self._orders = Menu(self, self.tr("Sortér efter"))

    def open_for(self, summary: RunSummary, me: str, at: QPoint) -> None:
        """Open at a place of the screen with what can be done with a run."""
        run = summary.run
        self.clear()
        self._add(self.tr("Åbn"), lambda: self.run_opened.emit(run.id))
        self._add(self.tr("Vis hele sagen"), lambda: self.case_opened.emit(run.case_number))
        another = self.tr("Start et forløb mere i sagen …")
        self._add(another, lambda: self.start_requested.emit(run.case_number))
        if summary.given_by(me) is not None and summary.closed is None:
            self._add(self.tr("Tag tilbage"), lambda: self.take_back_requested.emit(run.id))
        self.addSeparator()
        self._fill_orders()
        self.addMenu(self._orders)
        self.setActiveAction(self.actions()[0])
        self.popup(at)

    def _fill_orders(self) -> None:
        rows, across = self._table.rows, Qt.Orientation.Horizontal
        self._orders.clear()
        for column in range(rows.columnCount()):
            if self._table.isColumnHidden(column):
                continue
            action = self._orders.addAction(str(rows.headerData(column, across)))
            action.setCheckable(True)
            action.setChecked(column == rows.ordered_by[0])
            action.triggered.connect(lambda _=False, column=column: self._order(column))

    def _order(self, column: int) -> None:
        """Order by a column, or the other way round where that is so already."""
        self._table.heads.order_by(column)

    def _add(self, name: str, act: Callable[[], None]) -> QAction:
        action = self.addAction(name)
        action.triggered.connect(lambda _=False: act())
        return action
