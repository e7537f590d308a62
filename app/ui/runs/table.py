"""The table of runs: one row a run, ordered by what is due next."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.model.notation import moment_label
from app.model.state import RunSummary
from app.printing.icons import paint_icon
from app.ui.common.theme import theme
from app.ui.runs.words import Said, child_heard, next_deadline

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole
CASE, PROCEDURE, STANDS_AT, PROGRESS, DUE, CHILD, CHANGED = range(7)
_FAR = datetime.max
_SHARES = (13, 17, 24, 15, 22, 15, 12)


class RunTableModel(QAbstractTableModel):
    """Summaries as rows. What a cell says is the same text that a screen reader reads."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._rows: list[RunSummary] = []
        self._sorted_by = (DUE, Qt.SortOrder.AscendingOrder)

    def show_runs(self, rows: Sequence[RunSummary]) -> None:
        """Replace all rows, in the order chosen."""
        self.beginResetModel()
        self._rows = list(rows)
        self._sort()
        self.endResetModel()

    def summary(self, index: Index) -> RunSummary:
        """Return the run of a row."""
        return self._rows[index.row()]

    def row_of(self, run_id: str) -> int:
        """Return the row of a run; -1 when it is not shown."""
        ids = [row.run.id for row in self._rows]
        return ids.index(run_id) if run_id in ids else -1

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        self._sorted_by = (column, order)
        self._sort()
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_SHARES)

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
            self.tr("Ændret"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.cell(row, index.column()).text
        return None

    def cell(self, row: RunSummary, column: int) -> Said:
        """Return what a cell says."""
        if column == CASE:
            return Said(row.run.case_number, strong=True)
        if column == PROCEDURE:
            return Said(row.title)
        if column == STANDS_AT:
            number = f"{row.stands_at_number} " if row.stands_at_number else ""
            return Said(f"{number}{row.stands_at}")
        if column == PROGRESS:
            return Said(self.tr("{} af {}").format(row.done, row.total), "ink_2")
        if column == DUE:
            return next_deadline(row, self._now())
        if column == CHILD:
            return child_heard(row)
        return Said(moment_label(row.changed, self._now()), "ink_3")

    def _sort(self) -> None:
        column, order = self._sorted_by
        keys: dict[int, Callable[[RunSummary], Any]] = {
            CASE: lambda row: row.run.case_number,
            PROCEDURE: lambda row: row.title,
            STANDS_AT: lambda row: row.stands_at,
            PROGRESS: lambda row: row.done / max(row.total, 1),
            DUE: _due_key,
            CHILD: lambda row: row.child.value,
            CHANGED: lambda row: row.changed,
        }
        self._rows.sort(key=keys[column], reverse=order is Qt.SortOrder.DescendingOrder)


def _due_key(row: RunSummary) -> tuple[bool, bool, float, str]:
    stamp = row.next_due.timestamp() if row.next_due else 0.0
    return (row.closed is not None, row.next_due is None, stamp, row.run.case_number)


class _RunDelegate(QStyledItemDelegate):
    """Paints a cell: station number, progress, deadline and child with their icons."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, RunTableModel)
        row = model.summary(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        self._paint_ground(painter, option, rect, first=index.column() == CASE)
        said = model.cell(row, index.column())
        inner = rect.adjusted(px(8), 0, -px(8), 0)
        if index.column() == PROGRESS:
            inner.setLeft(self._paint_bar(painter, inner, row.done / max(row.total, 1)))
        elif index.column() == STANDS_AT and row.stands_at_number:
            inner.setLeft(self._paint_station(painter, inner, row.stands_at_number))
            said = Said(row.stands_at)
        elif said.icon:
            side = px(16)
            box = QRectF(inner.left(), inner.center().y() - side / 2 + 0.5, side, side)
            paint_icon(painter, said.icon, box, getattr(theme().ink, said.color))
            inner.setLeft(inner.left() + px(23))
        weight = QFont.Weight.DemiBold if said.strong else QFont.Weight.Normal
        font = theme().font(10, weight)
        painter.setFont(font)
        painter.setPen(theme().color(said.color))
        words = QFontMetrics(font).elidedText(said.text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(60), px(44))

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, *, first: bool
    ) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme().color("accent_tint"))
            if first:
                painter.fillRect(
                    QRect(rect.left(), rect.top(), px(3), rect.height()), theme().color("accent")
                )
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme().color("accent_wash"))
        painter.setPen(QPen(theme().color("hair"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_bar(self, painter: QPainter, rect: QRect, share: float) -> int:
        width = min(px(84), rect.width() // 2)
        bar = QRectF(rect.left(), rect.center().y() - px(2) + 1, width, px(4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("hair"))
        painter.drawRoundedRect(bar, 2, 2)
        if share:
            painter.setBrush(theme().color("ink_2"))
            bar.setWidth(max(width * share, px(4)))
            painter.drawRoundedRect(bar, 2, 2)
        return rect.left() + width + px(10)

    def _paint_station(self, painter: QPainter, rect: QRect, number: int) -> int:
        side = px(22)
        disc = QRectF(rect.left(), rect.center().y() - side / 2 + 0.5, side, side)
        painter.setPen(QPen(theme().color("part"), 1.25))
        painter.setBrush(theme().color("surface"))
        painter.drawEllipse(disc)
        painter.setPen(theme().color("ink"))
        painter.setFont(theme().font(8.5, QFont.Weight.DemiBold))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number))
        return rect.left() + side + px(8)


def px(length: float) -> int:
    """Return a length of the visual standard in pixels of now."""
    return theme().px(length)


class RunTable(QTableView):
    """The table itself.

    Signals: `run_opened` with the id of a run by Enter, click or double click.
    """

    run_opened = Signal(str)

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.rows = RunTableModel(now)
        self.setProperty("flat", True)
        self.setAccessibleName(self.tr("Mine forløb"))
        self.setModel(self.rows)
        self.setItemDelegate(_RunDelegate(self))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setSortIndicatorShown(True)
        self.setSortingEnabled(True)
        self.sortByColumn(DUE, Qt.SortOrder.AscendingOrder)
        self.activated.connect(self._on_activated)
        self._restyle()
        theme().changed.connect(self._restyle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        for column, share in enumerate(_SHARES):
            self.setColumnWidth(column, int(room * share / sum(_SHARES)))

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(px(44))
        self.verticalHeader().setMinimumSectionSize(px(44))
        self.horizontalHeader().setFixedHeight(px(34))

    def _on_activated(self, index: QModelIndex) -> None:
        self.run_opened.emit(self.rows.summary(index).run.id)
