"""The table of runs: one row a run, ordered by what is due next."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView

from app.model.run.run_listing import ListStretch, Scope
from app.model.run.state import RunSummary
from app.ui.keys import keys
from app.ui.keys.shortcuts import asks
from app.ui.look.theme import px, theme
from app.ui.runs.list.run_table_looks import (
    ICON,
    PAD,
    ROW,
    Heads,
    RunDelegate,
    below_font,
    cell_font,
    head_font,
)
from app.ui.runs.list.run_table_model import (
    CASE,
    CHANGED,
    CHILD,
    COLUMNS,
    DUE,
    GIVEN,
    PROCEDURE,
    PROGRESS,
    STANDS_AT,
    RunTableModel,
)

_PROGRESS = 150
_LEAST_WORDS = 130
"""So much room the procedure and the step need each, or a column that matters less goes."""
_MOST_SHARE = 0.3
_WHOLE = (CASE, DUE, CHILD, GIVEN, CHANGED)
_DROPPED = (CHANGED, PROGRESS)
_SIGN, _BELOW = 20, 190


class RunTable(QTableView):
    """The table itself. The keyboard goes up from the first row to the heads, to order the rows.

    Signals: `run_opened` with the id of a run by Enter or double click; `run_stood_on` when
    another run is chosen, or none; `menu_requested` with a `RunSummary` and where on the screen
    its menu shall open.
    """

    run_opened = Signal(str)
    run_stood_on = Signal()
    menu_requested = Signal(object, object)

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.rows = RunTableModel(now)
        self._wanted = dict.fromkeys(_WHOLE, 0)
        self.heads = Heads()
        self.setProperty("flat", True)
        self.setModel(self.rows)
        self.setHorizontalHeader(self.heads)
        self.setItemDelegate(RunDelegate(self))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.sortByColumn(DUE, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.activated.connect(self._on_activated)
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.heads.left_downwards.connect(self.setFocus)
        self._restyle()
        theme().changed.connect(self._restyle)

    @property
    def stood_on(self) -> RunSummary | None:
        """The run that is chosen."""
        index = self.currentIndex()
        return self.rows.summary(index) if index.isValid() else None

    def show_scope(self, scope: Scope, me: str) -> None:
        """Say of each run what matters in a scope; each is ordered in its own way."""
        self.rows.show_scope(scope, me)
        column, is_descending = self.rows.ordered_by
        way = Qt.SortOrder
        self.heads.setSortIndicator(
            column, way.DescendingOrder if is_descending else way.AscendingOrder
        )

    def show_page(self, page: ListStretch) -> None:
        """Show a stretch of rows; who stood on a run stands on it still, or else on its place."""
        before = self.currentIndex()
        run = self.rows.summary(before).run.id if before.isValid() else ""
        scrolled = self.verticalScrollBar().value()
        self.rows.show_page(page)
        if page.offset:
            return
        self._measure()
        row = self.rows.row_of(run)
        if row < 0 and run:
            row = min(before.row(), self.rows.rowCount() - 1)
        if row >= 0 and row != self.currentIndex().row():
            self.selectRow(row)
            self.verticalScrollBar().setValue(scrolled)
        self.run_stood_on.emit()

    def stand_somewhere(self) -> None:
        """Choose the first run where none is chosen."""
        if not self.selectionModel().hasSelection() and self.rows.rowCount():
            self.selectRow(max(self.currentIndex().row(), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, keys.UP) and self.currentIndex().row() <= 0:
            self.heads.take_keyboard()
        elif asks(event, keys.RUN_MENU):
            self._ask_for_menu()
        elif asks(event, keys.HOME, keys.END):
            self.selectRow(0 if asks(event, keys.HOME) else self.rows.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.stand_somewhere()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row under the mouse; asked for by key, of the one chosen."""
        index = self.indexAt(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Keyboard or not index.isValid():
            self._ask_for_menu()
        else:
            at = self.viewport().mapToGlobal(event.pos())
            self.menu_requested.emit(self.rows.summary(index), at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._divide()

    def _ask_for_menu(self) -> None:
        """Ask for the menu of the run that is chosen."""
        index = self.currentIndex()
        if index.isValid():
            at = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_requested.emit(self.rows.summary(index), at)

    def _divide(self) -> None:
        """Divide the width: numbers, days and names of people whole, the rest to the words.

        Columns that matter less go where the words would have too little room.
        """
        room = self.viewport().width()
        most = int(room * _MOST_SHARE)
        widths = {column: min(wanted, most) for column, wanted in self._wanted.items()}
        widths[PROGRESS] = px(_PROGRESS)
        for column in _DROPPED:
            if room - sum(widths.values()) < 2 * px(_LEAST_WORDS):
                widths[column] = 0
        rest = max(room - sum(widths.values()), 0)
        widths[PROCEDURE] = int(rest * 0.45)
        widths[STANDS_AT] = rest - widths[PROCEDURE]
        for column in range(COLUMNS):
            self.setColumnHidden(column, not widths[column])
            self.setColumnWidth(column, widths[column])

    def _measure(self) -> None:
        """Find out how wide the columns must be that are never cut, and divide anew."""
        shown = self.rows.columns
        self._wanted = {column: self._needed(column) if column in shown else 0 for column in _WHOLE}
        self._divide()

    def _needed(self, column: int) -> int:
        """Return how wide a column must be for what it says."""
        head = str(self.rows.headerData(column, Qt.Orientation.Horizontal))
        widest = QFontMetrics(head_font()).horizontalAdvance(head) + px(_SIGN)
        said = {self.rows.cell(row, column) for row in self.rows.summaries}
        metrics = {strong: QFontMetrics(cell_font(strong=strong)) for strong in (True, False)}
        small = QFontMetrics(below_font())
        for one in said:
            words = metrics[one.strong].horizontalAdvance(one.text)
            words = max(words, min(small.horizontalAdvance(one.below), px(_BELOW)))
            widest = max(widest, words + (px(ICON) if one.icon else 0))
        return widest + 2 * px(PAD) + px(4)

    def _restyle(self) -> None:
        self.verticalHeader().setMinimumSectionSize(px(ROW))
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.heads.setFixedHeight(px(34))
        self._measure()

    def _on_row_changed(self) -> None:
        self.viewport().update()
        self.run_stood_on.emit()

    def _on_activated(self, index: QModelIndex) -> None:
        self.run_opened.emit(self.rows.summary(index).run.id)
