"""Immutable rows for a list: what each shows and what a screen reader says of it."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole
"""Gives a delegate the row itself."""


class RowsModel(QAbstractListModel, Generic[T]):
    """Rows in their order. Those who inherit say what a row shows, and which can be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[T, ...] = ()

    def words(self, row: T) -> str:
        """Return what a row shows where nothing paints it."""
        raise NotImplementedError

    def spoken(self, row: T) -> str:
        """Return what is said of a row."""
        return self.words(row)

    def may_choose(self, row: T) -> bool:
        """Tell whether a row can be chosen, or only stands there."""
        return True

    def show_rows(self, rows: Sequence[T]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def change_rows(self, rows: Sequence[T]) -> None:
        """Take in rows that stand where they stood; what is chosen stays so."""
        before, self._rows = self._rows, tuple(rows)
        for position, (old, new) in enumerate(zip(before, self._rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(position), self.index(position))

    def row(self, index: Index) -> T:
        """Return the row of an index."""
        return self._rows[index.row()]

    def where(self, holds: Callable[[T], bool]) -> QModelIndex:
        """Return the first row of which something holds; an invalid index when there is none."""
        for number, row in enumerate(self._rows):
            if holds(row):
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.row(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row)
        return row if role == ROW_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self.may_choose(self.row(index)):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
