"""A list in groups: themes with their procedures, or what a search found."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import (
    QModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from app.model.search_hits import Marks
from app.printing.ink import theme_ink
from app.printing.line_icons import paint_icon
from app.ui.lists.row_delegate import RowDelegate
from app.ui.lists.rows_model import ROW_ROLE, Index, RowsModel
from app.ui.look.laid_text import lay_text
from app.ui.look.theme import px, theme

_LEADING = 1.08


class Row(Struct, frozen=True):
    """One line of the list. A group heads the lines below it and cannot be chosen.

    `payload` is what choosing the line stands for; `ink` names a theme for the bar before it;
    `badge` is an icon at its end.
    """

    title: str
    payload: object = None
    is_group: bool = False
    sub: str = ""
    icon: str = ""
    ink: str = ""
    count: str = ""
    title_marks: Marks = ()
    sub_marks: Marks = ()
    spoken: str = ""
    badge: str = ""


class GroupedListModel(RowsModel[Row]):
    """Rows in their groups."""

    def words(self, row: Row) -> str:
        return row.title

    def spoken(self, row: Row) -> str:
        return row.spoken or ", ".join(part for part in (row.title, row.sub, row.count) if part)

    def may_choose(self, row: Row) -> bool:
        return not row.is_group

    def find(self, payload: object) -> QModelIndex:
        """Return where a payload stands; an invalid index when it does not."""
        return self.where(lambda row: not row.is_group and row.payload == payload)

    def first(self) -> QModelIndex:
        """Return the first row that can be chosen."""
        return self.where(self.may_choose)


class _GroupedDelegate(RowDelegate):
    """Paints a row: bar or icon, words that may break into lines, a second line, a count."""

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect: QRect = option.rect
        if not row.is_group:
            self.paint_ground(painter, rect, option.state)
        self._paint_sign(painter, row, rect, chosen=chosen)
        left, top = rect.left() + _left(row), rect.top() + _pad(row)
        room = rect.width() - _left(row) - px(8) - self._paint_count(painter, row, rect)
        layout = _lay(row.title, _title_font(row, chosen=False), room, row.title_marks)
        if chosen:
            strong = _lay(row.title, _title_font(row, chosen=True), room, row.title_marks)
            if strong.lineCount() == layout.lineCount():
                layout = strong
        painter.setPen(theme().color(_title_color(row, chosen=chosen)))
        layout.draw(painter, QPointF(left, top))
        if row.sub:
            below = top + layout.boundingRect().height()
            painter.setPen(theme().color("ink_3"))
            _lay(row.sub, theme().font(8.5), room, row.sub_marks).draw(
                painter, QPointF(left, below)
            )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW_ROLE)
        view = self.parent()
        assert isinstance(view, QListView)
        return QSize(px(60), self.height_of(row, view.viewport().width()))

    def height_of(self, row: Row, width: int) -> int:
        """Return how tall a row is in a list of that width."""
        at_end = px(28) if row.count or row.badge else 0
        room = width - _left(row) - px(8) - at_end
        height = _lay(row.title, _title_font(row, chosen=False), room).boundingRect().height()
        if row.sub:
            height += _lay(row.sub, theme().font(8.5), room).boundingRect().height()
        return max(round(height) + 2 * _pad(row), px(28))

    def _paint_sign(self, painter: QPainter, row: Row, rect: QRect, *, chosen: bool) -> None:
        if row.ink:
            painter.setPen(Qt.PenStyle.NoPen)
            color = QColor(theme_ink(row.ink))
            painter.setBrush(color.lighter(150) if theme().ink.is_dark else color)
            bar = QRectF(rect.left() + px(8), rect.center().y() - px(8), px(4), px(16))
            painter.drawRoundedRect(bar, 2, 2)
        elif row.icon:
            side = px(16)
            box = QRectF(rect.left() + px(8), rect.top() + _pad(row) + px(1), side, side)
            color_name = "accent" if chosen else "ink_3"
            paint_icon(painter, row.icon, box, getattr(theme().ink, color_name))

    def _paint_count(self, painter: QPainter, row: Row, rect: QRect) -> int:
        if row.badge:
            side = px(14)
            box = QRectF(rect.right() - px(8) - side, rect.center().y() - side / 2, side, side)
            paint_icon(painter, row.badge, box, theme().ink.accent)
            return px(28)
        if not row.count:
            return 0
        painter.setFont(theme().font(8.5))
        painter.setPen(theme().color("ink_3"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, -px(8), 0), right, row.count)
        return px(28)


def _left(row: Row) -> int:
    return px(32) if not row.ink else px(22)


def _pad(row: Row) -> int:
    return px(7) if row.is_group else px(5)


def _title_font(row: Row, *, chosen: bool) -> QFont:
    if row.is_group:
        return theme().font(9, QFont.Weight.DemiBold)
    weight = QFont.Weight.DemiBold if chosen else QFont.Weight.Normal
    return theme().font(10, weight)


def _title_color(row: Row, *, chosen: bool) -> str:
    if row.is_group:
        return "ink_2"
    return "accent" if chosen else "ink"


def _lay(text: str, font: QFont, room: float, marks: Marks = ()) -> QTextLayout:
    return lay_text(text, font, room, marks, leading=_LEADING)


class GroupedList(QListView):
    """The list itself.

    Signals: `chosen` with the payload of the row that became current by key or mouse;
    `activated_row` with it when Enter or a double click asks for more.
    """

    chosen = Signal(object)
    activated_row = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.rows = GroupedListModel()
        self._is_quiet = False
        self._is_passing = False
        self.setProperty("flat", True)
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.setItemDelegate(_GroupedDelegate(self))
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.activated.connect(lambda index: self.activated_row.emit(self.rows.row(index).payload))
        theme().changed.connect(self.doItemsLayout)

    def show_rows(self, rows: Sequence[Row], current: object = None) -> None:
        """Show other rows, with one of them current, and tell nobody."""
        self._is_quiet = True
        self.rows.show_rows(rows)
        self._is_quiet = False
        if current is not None:
            self.show_current(current)

    def show_current(self, payload: object) -> None:
        """Make a row current without telling of it."""
        index = self.rows.find(payload)
        if not index.isValid():
            self.clearSelection()
            return
        self._is_quiet = True
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self._is_quiet = False

    def content_height(self, width: int) -> int:
        """Return how tall all rows are together in a list of that width."""
        delegate = self.itemDelegate()
        assert isinstance(delegate, _GroupedDelegate)
        rows = (self.rows.row(self.rows.index(number)) for number in range(self.rows.rowCount()))
        return sum(delegate.height_of(row, width) for row in rows)

    @property
    def is_passing(self) -> bool:
        """Whether a key just runs from one row to the next."""
        return self._is_passing

    def choose_first(self) -> None:
        """Move to the first row that can be chosen."""
        index = self.rows.first()
        if index.isValid():
            self.setFocus()
            self.setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._is_passing = True
        super().keyPressEvent(event)
        self._is_passing = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _on_current_changed(self, current: QModelIndex) -> None:
        if current.isValid() and not self._is_quiet:
            self.chosen.emit(self.rows.row(current).payload)
