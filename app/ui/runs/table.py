"""The table of runs: one row a run, ordered by what is due next."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
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

from app.model.listing import Order, RunPage
from app.model.notation import moment_label
from app.model.state import RunSummary
from app.printing.icons import paint_icon
from app.ui.common.theme import theme
from app.ui.common.tips import tip_words
from app.ui.runs.words import Said, child_heard, next_deadline

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole
CASE, PROCEDURE, STANDS_AT, PROGRESS, DUE, CHILD, CHANGED = range(7)
_ORDERS = (
    Order.CASE,
    Order.PROCEDURE,
    Order.STANDS_AT,
    Order.PROGRESS,
    Order.DUE,
    Order.CHILD,
    Order.CHANGED,
)
_SHARES = (13, 17, 24, 15, 22, 15, 12)
_NARROW_SHARES = (14, 20, 22, 0, 26, 18, 0)
_ROOM = 1040


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
        self.order, self.descending = Order.DUE, False
        self.is_grouped = False
        self.me = ""

    def show_page(self, page: RunPage) -> None:
        """Show a stretch: the first takes the place of all rows, another goes on from them."""
        self._is_asking = False
        if page.offset and page.offset == len(self._rows):
            last = len(self._rows) + len(page.rows) - 1
            self.beginInsertRows(_ROOT, len(self._rows), last)
            self._rows += page.rows
            self.endInsertRows()
        elif not page.offset:
            self.beginResetModel()
            self._rows = list(page.rows)
            self.endResetModel()
        self._total = page.total

    @property
    def total(self) -> int:
        """How many rows there are, also those not read yet."""
        return self._total

    def summary(self, index: Index) -> RunSummary:
        """Return the run of a row."""
        return self._rows[index.row()]

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
        chosen = (_ORDERS[column], order is Qt.SortOrder.DescendingOrder)
        if chosen != (self.order, self.descending):
            self.order, self.descending = chosen
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
        said = self.cell(row, index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return said.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_words(said.text)
        return None

    def cell(self, row: RunSummary, column: int) -> Said:
        """Return what a cell says."""
        if column == CASE:
            return Said(row.run.case_number, strong=True)
        if column == PROCEDURE:
            is_mine = not self.me or row.run.owner == self.me
            return Said(row.title if is_mine else f"{row.title} · {row.run.owner}")
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
        if index.column() == CASE and model.is_same_case(index.row()):
            said = Said("")
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
        cut = Qt.TextElideMode.ElideMiddle if index.column() == DUE else Qt.TextElideMode.ElideRight
        words = QFontMetrics(font).elidedText(said.text, cut, inner.width())
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

    Signals: `run_opened` with the id of a run by Enter, click or double click; `menu_requested`
    with a `RunSummary` and where on the screen its menu shall open.
    """

    run_opened = Signal(str)
    menu_requested = Signal(object, object)

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
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_asked)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setHighlightSections(False)
        head.setSortIndicatorShown(True)
        self.sortByColumn(DUE, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.activated.connect(self._on_activated)
        self._restyle()
        theme().changed.connect(self._restyle)

    def show_page(self, page: RunPage) -> None:
        """Show a stretch of rows; who stood on a run stands on it still."""
        before = self.currentIndex()
        run = self.rows.summary(before).run.id if before.isValid() else ""
        scrolled = self.verticalScrollBar().value()
        self.rows.show_page(page)
        row = self.rows.row_of(run)
        if row >= 0 and not page.offset:
            self.selectRow(row)
            self.verticalScrollBar().setValue(scrolled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        shares = _NARROW_SHARES if room < px(_ROOM) else _SHARES
        for column, share in enumerate(shares):
            self.setColumnHidden(column, not share)
            self.setColumnWidth(column, int(room * share / sum(shares)))

    def _restyle(self) -> None:
        self.verticalHeader().setMinimumSectionSize(px(44))
        self.verticalHeader().setDefaultSectionSize(px(44))
        self.horizontalHeader().setFixedHeight(px(34))

    def _on_activated(self, index: QModelIndex) -> None:
        self.run_opened.emit(self.rows.summary(index).run.id)

    def _on_menu_asked(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if not index.isValid():
            index = self.currentIndex()
            at = self.visualRect(index).center()
        if index.isValid():
            place = self.viewport().mapToGlobal(at)
            self.menu_requested.emit(self.rows.summary(index), place)
