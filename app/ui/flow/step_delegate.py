"""Painting a row of the step list: state or shape, number, title, count."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from app.model.run.state import StepStatus
from app.printing.flow_paint.state_marks import paint_kind, paint_state_mark
from app.printing.flow_paint.step_dress import SIGNS
from app.printing.line_icons import paint_icon
from app.ui.flow.step_rows import StepRow
from app.ui.lists.row_delegate import RowDelegate
from app.ui.lists.rows_model import ROW_ROLE, Index
from app.ui.look.laid_text import lay_text
from app.ui.look.theme import px, theme

_ARROW = "→"


class StepDelegate(RowDelegate):
    """Rows as tall as their text; a wide list also has facts and ways below the title."""

    def __init__(self, parent: QListView, *, is_wide: bool) -> None:
        super().__init__(parent)
        self._is_wide = is_wide
        self._view = parent

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: StepRow = index.data(ROW_ROLE)
        rect = self._inner(option.rect)
        self.paint_ground(painter, rect, option.state)
        top = rect.top() + px(4)
        self._paint_mark(painter, row, rect.left() + px(8), top)
        self._paint_number(painter, row, rect.left() + px(26), top)
        left = rect.left() + self._text_left()
        for layout, color in self._texts(row):
            painter.setPen(theme().color(color))
            layout.draw(painter, QPointF(left, top))
            top += round(layout.boundingRect().height())
        self._paint_count(painter, row, rect)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: StepRow = index.data(ROW_ROLE)
        height = sum(round(layout.boundingRect().height()) for layout, _ in self._texts(row))
        return QSize(px(60), max(height + px(8), px(26)) + (px(6) if self._is_wide else 0))

    def _inner(self, rect: QRect) -> QRect:
        """Keep the text of a wide list to a width that reads well."""
        return rect.adjusted(px(12), px(3), -px(12), -px(3)) if self._is_wide else rect

    def _text_left(self) -> int:
        return px(52)

    def _room(self, row: StepRow) -> int:
        width = self._view.viewport().width() - (2 * px(12) if self._is_wide else 0)
        metrics = QFontMetrics(theme().font(9))
        count = metrics.horizontalAdvance(row.count) + px(6) if row.count else 0
        count += metrics.horizontalAdvance(_suggested(row)) + px(22) if row.suggested else 0
        return max(px(60), width - self._text_left() - px(8) - count)

    def _texts(self, row: StepRow) -> list[tuple[QTextLayout, str]]:
        """Return what is written, line by line, each with the name of its colour."""
        is_strong = row.is_next or row.status is StepStatus.LATE
        weight = QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal
        color = {StepStatus.NOT_RELEVANT: "off", StepStatus.LATE: "thread"}.get(
            row.status or StepStatus.OPEN, "ink"
        )
        room = self._room(row)
        texts = [(lay_text(row.title, theme().font(9.5, weight), room), color)]
        if self._is_wide:
            second = theme().font(8.5)
            faint = "off" if row.status is StepStatus.NOT_RELEVANT else "ink_2"
            texts.append((lay_text(row.facts, second, room), faint))
            for when, target in row.ways:
                words = f"{when} {_ARROW} {target}" if when else f"{_ARROW} {target}"
                texts.append((lay_text(words, second, room), faint))
        return texts

    def _paint_mark(self, painter: QPainter, row: StepRow, left: int, top: int) -> None:
        ink, side = theme().ink, px(18)
        if row.status is None:
            box = QRectF(left, top + px(3), px(20), px(13))
            paint_kind(painter, row.kind, box, ink, hands_over=row.hands_over)
        else:
            box = QRectF(left, top, side, side)
            paint_state_mark(painter, SIGNS.get(row.status, ""), row.status, box, ink)

    def _paint_number(self, painter: QPainter, row: StepRow, left: int, top: int) -> None:
        off = row.status is StepStatus.NOT_RELEVANT
        painter.setPen(theme().color("off" if off else "ink_2"))
        painter.setFont(theme().font(9.5, QFont.Weight.DemiBold))
        box = QRect(left, top, px(20), painter.fontMetrics().height())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, row.number)

    def _paint_count(self, painter: QPainter, row: StepRow, rect: QRect) -> None:
        painter.setPen(theme().color("ink_3"))
        painter.setFont(theme().font(9))
        box = rect.adjusted(0, px(4), -px(8), 0)
        at_right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        metrics = painter.fontMetrics()
        if row.count:
            painter.drawText(box, at_right, row.count)
            box.setRight(box.right() - metrics.horizontalAdvance(row.count) - px(6))
        if row.suggested:
            painter.setPen(theme().color("accent"))
            painter.drawText(box, at_right, _suggested(row))
            side, words = px(14), metrics.horizontalAdvance(_suggested(row))
            left = box.right() - words - px(3) - side
            sign = QRectF(left, box.top() + (metrics.height() - side) / 2, side, side)
            paint_icon(painter, "suggest", sign, theme().ink.accent)


def _suggested(row: StepRow) -> str:
    return str(row.suggested)
