"""The rows of the list of runs, as one reads and hears them."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.model.danish.notation import moment_label
from app.model.run.run_listing import ListOrder, ListStretch, Scope
from app.model.run.state import RunSummary
from app.ui.look.tip_words import tip_words
from app.ui.runs.run_words import RunSaid, child_said, given_said, next_deadline, stands_also

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole
CASE, PROCEDURE, STANDS_AT, PROGRESS, DUE, CHILD, GIVEN, CHANGED = range(8)
COLUMNS = 8
_ORDERS = (
    ListOrder.CASE,
    ListOrder.PROCEDURE,
    ListOrder.STANDS_AT,
    ListOrder.PROGRESS,
    ListOrder.DUE,
    ListOrder.CHILD,
    ListOrder.OWNER,
    ListOrder.CHANGED,
)


class RunTableModel(QAbstractTableModel):
    """Summaries as rows. What a cell says is the same text that a screen reader reads.

    Rows come in stretches, as the list is scrolled. Signals: `more_wanted` with how many rows
    there are already; `order_chosen` when the user wants another order.
    """

    more_wanted = Signal(int)
    order_chosen = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._rows: list[RunSummary] = []
        self._total = 0
        self._is_asking = False
        self._ordered = dict.fromkeys(Scope, (DUE, False))
        self.is_grouped = False
        self._scope, self._me = Scope.MINE, ""

    @property
    def ordered_by(self) -> tuple[int, bool]:
        """The column that the rows are ordered by, and whether the last of them comes first."""
        return self._ordered[self._scope]

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns that say something of these runs."""
        is_given = self._scope is Scope.GIVEN
        return tuple(column for column in range(COLUMNS) if column != GIVEN or is_given)

    def order_in(self, scope: Scope) -> tuple[ListOrder, bool]:
        """Tell what the runs of a scope are ordered by, and whether the last comes first."""
        column, is_descending = self._ordered[scope]
        return _ORDERS[column], is_descending

    def show_scope(self, scope: Scope, me: str) -> None:
        """Say of each run what matters where these are mine, given away by me, or everybody's."""
        if (scope, me) != (self._scope, self._me):
            self._scope, self._me = scope, me
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, COLUMNS - 1)

    def show_page(self, page: ListStretch) -> None:
        """Show a stretch: the first takes the place of all rows, another goes on from them.

        Where the same runs stand in the same order, they stay and only what they say is new.
        """
        self._is_asking = False
        if page.offset and page.offset == len(self._rows):
            last = len(self._rows) + len(page.rows) - 1
            self.beginInsertRows(_ROOT, len(self._rows), last)
            self._rows += page.rows
            self.endInsertRows()
        elif not page.offset:
            self._show_anew(list(page.rows))
        self._total = page.total

    def _show_anew(self, rows: list[RunSummary]) -> None:
        if rows and [row.run.id for row in rows] == [row.run.id for row in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, COLUMNS - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def total(self) -> int:
        """How many rows there are, also those not read yet."""
        return self._total

    def summary(self, index: Index) -> RunSummary:
        """Return the run of a row."""
        return self._rows[index.row()]

    @property
    def summaries(self) -> tuple[RunSummary, ...]:
        """The runs of all rows that are read."""
        return tuple(self._rows)

    def row_of(self, run_id: str) -> int:
        """Return the row of a run; -1 when it is not shown."""
        ids = [row.run.id for row in self._rows]
        return ids.index(run_id) if run_id in ids else -1

    def is_same_case(self, row: int) -> bool:
        """Tell whether a row belongs to the case of the row above, where cases stand together."""
        if not self.is_grouped or row == 0:
            return False
        return self._rows[row].run.case_number == self._rows[row - 1].run.case_number

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        chosen = (column, order is Qt.SortOrder.DescendingOrder)
        if chosen != self._ordered[self._scope]:
            self._ordered[self._scope] = chosen
            self.order_chosen.emit()

    def canFetchMore(self, parent: Index = _ROOT) -> bool:
        return not parent.isValid() and len(self._rows) < self._total

    def fetchMore(self, parent: Index = _ROOT) -> None:
        if self.canFetchMore(parent) and not self._is_asking:
            self._is_asking = True
            self.more_wanted.emit(len(self._rows))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else COLUMNS

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Sag"),
            self.tr("Sagsprocedure"),
            self.tr("Står ved"),
            self.tr("Fremdrift"),
            self.tr("Næste frist"),
            self.tr("Barnet hørt"),
            self.tr("Givet videre"),
            self.tr("Ændret"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        said = self.cell(row, index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return said.whole
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_words(said.whole)
        return None

    def cell(self, row: RunSummary, column: int) -> RunSaid:
        """Return what a cell says."""
        if column == CASE:
            return RunSaid(row.run.case_number, strong=True)
        if column == PROCEDURE:
            is_mine = self._scope is not Scope.ALL or row.run.owner == self._me
            return RunSaid(row.title if is_mine else f"{row.title} · {row.run.owner}")
        if column == STANDS_AT:
            number = f"{row.stands_at_number} " if row.stands_at_number else ""
            return RunSaid(f"{number}{row.stands_at}", below=stands_also(row))
        if column == PROGRESS:
            return RunSaid(self.tr("{} af {}").format(row.done, row.total), "ink_2")
        if column == DUE:
            return next_deadline(row, self._now())
        if column == CHILD:
            return child_said(row)
        if column == GIVEN:
            given = row.given_by(self._me)
            return given_said(given, row, self._now()) if given else RunSaid("")
        return RunSaid(moment_label(row.changed, self._now()), "ink_3")
