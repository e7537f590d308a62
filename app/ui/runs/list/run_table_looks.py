"""How the table of runs is painted: its cells, and the heads of its columns."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
)

from app.printing.line_icons import paint_icon
from app.ui.keys import keys
from app.ui.keys.key_kinds import Key
from app.ui.keys.shortcuts import answer
from app.ui.lists.row_delegate import RowDelegate
from app.ui.look.bars import paint_share
from app.ui.look.theme import px, theme
from app.ui.runs.list.run_table_model import CASE, PROGRESS, STANDS_AT, Index, RunTableModel
from app.ui.runs.run_words import RunSaid

ROW = 44
PAD = 8
ICON = 23
"""How much room an icon takes before the words."""


class RunDelegate(RowDelegate):
    """Paints a cell: station number, progress, deadline and child with their icons."""

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, RunTableModel)
        row = model.summary(index)
        rect: QRect = option.rect
        self._paint_cell(painter, option, index)
        said = model.cell(row, index.column())
        if index.column() == CASE and model.is_same_case(index.row()):
            said = RunSaid("")
        inner = rect.adjusted(px(PAD), 0, -px(PAD), 0)
        if index.column() == PROGRESS:
            inner.setLeft(self._paint_bar(painter, inner, row.done / max(row.total, 1)))
        elif index.column() == STANDS_AT and row.stands_at_number:
            inner.setLeft(self._paint_station(painter, inner, row.stands_at_number))
            said = RunSaid(row.stands_at, below=said.below)
        elif said.icon:
            side = px(16)
            box = QRectF(inner.left(), inner.center().y() - side / 2 + 0.5, side, side)
            paint_icon(painter, said.icon, box, getattr(theme().ink, said.color))
            inner.setLeft(inner.left() + px(ICON))
        self._paint_words(painter, said, inner)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(60), px(ROW))

    def _paint_words(self, painter: QPainter, said: RunSaid, inner: QRect) -> None:
        """Write what a cell says, and smaller below it what it is said of."""
        painter.setPen(theme().color(said.color))
        upper = inner
        if said.below:
            upper = inner.adjusted(0, px(5), 0, -px(20))
            lower = inner.adjusted(0, px(23), 0, -px(4))
            self._paint_line(painter, said.below, lower, below_font())
        self._paint_line(painter, said.text, upper, cell_font(strong=said.strong))

    def _paint_line(self, painter: QPainter, text: str, rect: QRect, font: QFont) -> None:
        painter.setFont(font)
        right = Qt.TextElideMode.ElideRight
        words = QFontMetrics(font).elidedText(text, right, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state, rect = option.state, option.rect
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(rect, theme().color("accent_tint"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme().color("accent_wash"))
        painter.setPen(QPen(theme().color("hair"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        view = self.parent()
        if is_chosen and isinstance(view, QAbstractItemView) and view.hasFocus():
            self._paint_part_of_ring(
                painter, rect, view.visualRect(index.model().index(index.row(), CASE)), view
            )
        elif is_chosen and index.column() == CASE:
            bar = QRect(rect.left(), rect.top(), px(3), rect.height())
            painter.fillRect(bar, theme().color("accent"))

    def _paint_part_of_ring(
        self, painter: QPainter, cell: QRect, first: QRect, view: QAbstractItemView
    ) -> None:
        """Paint a cell's part of the ring round the whole row."""
        row = QRect(first.left(), cell.top(), view.viewport().width() - first.left(), cell.height())
        painter.setClipRect(cell)
        self.paint_ring(painter, QRectF(row).adjusted(1, 1, -1, -2), px(4))
        painter.setClipping(False)

    def _paint_bar(self, painter: QPainter, rect: QRect, share: float) -> int:
        width = min(px(84), rect.width() // 2)
        bar = QRectF(rect.left(), rect.center().y() - px(2) + 1, width, px(4))
        paint_share(painter, bar, share, "ink_2")
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


def cell_font(*, strong: bool) -> QFont:
    """Return the font of a cell's words."""
    return theme().font(10, QFont.Weight.DemiBold if strong else QFont.Weight.Normal)


def below_font() -> QFont:
    """Return the font of the second line of a cell."""
    return theme().font(8.5)


def head_font() -> QFont:
    """Return the font of the heads."""
    return theme().font(9, QFont.Weight.DemiBold)


class Heads(QHeaderView):
    """The heads of the columns, with the sign of the order beside its word.

    The table hands the keyboard over to it: left and right choose a column, Enter orders by it.
    Signals: `left_downwards` when the keyboard goes back to the rows.
    """

    left_downwards = Signal()

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._at = 0
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it is no stop of its own

    def take_keyboard(self) -> None:
        """Let the keys choose what the rows are ordered by."""
        self._stand_on(self.sortIndicatorSection())
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def order_by(self, section: int) -> None:
        """Order by a column, or the other way round where that is so already."""
        order = Qt.SortOrder.AscendingOrder
        if section == self.sortIndicatorSection() and self.sortIndicatorOrder() is order:
            order = Qt.SortOrder.DescendingOrder
        self.setSortIndicator(section, order)

    def named_parts(self) -> list[tuple[str, QRect]]:
        """Give each head by its words, with its place."""
        parts = []
        for section in range(self.count()):
            if not self.isSectionHidden(section):
                words = str(self.model().headerData(section, Qt.Orientation.Horizontal))
                x = self.sectionViewportPosition(section)
                parts.append((words, QRect(x, 0, self.sectionSize(section), self.height())))
        return parts

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        inner = rect.adjusted(px(PAD), 0, -px(PAD), 0)
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        font = head_font()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        painter.setPen(theme().color("ink_2"))
        measured = QFontMetrics(font)
        shown = measured.elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        if section == self.sortIndicatorSection():
            side = px(12)
            x = inner.left() + measured.horizontalAdvance(shown) + px(4)
            box = QRectF(QPointF(x, inner.center().y() - side / 2 + 1), QPointF(x, 0))
            box.setSize(QSize(side, side).toSizeF())
            is_up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            paint_icon(painter, "chev-u" if is_up else "chev-d", box, theme().ink.ink_2)
        painter.setPen(QPen(theme().color("part"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self.hasFocus() and section == self._at:
            painter.setPen(QPen(theme().color("focus"), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 2, -1, -3), px(4), px(4))
        painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[Key, Callable[[], object]] = {
            keys.ALONG_BACK: lambda: self._go_along(-1),
            keys.ALONG_ON: lambda: self._go_along(1),
            keys.PRESS: lambda: self.order_by(self._at),
            keys.DOWN: self.left_downwards.emit,
            keys.LEAVE: self.left_downwards.emit,
        }
        if not answer(event, acts):
            event.ignore()

    def _go_along(self, step: int) -> None:
        place = self._at + step
        while 0 <= place < self.count() and self.isSectionHidden(place):
            place += step
        if 0 <= place < self.count():
            self._stand_on(place)

    def _stand_on(self, section: int) -> None:
        self._at = section
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        self.setAccessibleName(self.tr("Sortér efter {}").format(words))
        self.viewport().update()
