"""Painting a line of a Word text: what it becomes, its words, and below them what is told."""

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyleOptionViewItem,
)

from app.model.word.proposal import Becomes
from app.printing.flow_paint.state_marks import paint_kind
from app.printing.line_icons import paint_icon
from app.ui.editor.word.word_line_words import becomes_icon, line_text, remark_text
from app.ui.editor.word.word_rows import WordRow
from app.ui.lists.row_delegate import RowDelegate
from app.ui.lists.rows_model import ROW_ROLE, Index
from app.ui.look.laid_text import lay_text
from app.ui.look.markdown_html import held_together
from app.ui.look.theme import px, theme

_PILL = 134
_GAP = 10
_INDENT = 16
_FLAT = (
    *(Becomes.STEP, Becomes.TITLE, Becomes.PURPOSE, Becomes.APPLIES, Becomes.TRIGGER),
    Becomes.LEFT_OUT,
)
_SIZES = {Becomes.TITLE: 12.0, Becomes.STEP: 10.5}
_STRONG = (Becomes.TITLE, Becomes.STEP, Becomes.HEADING)
_COLORS = {Becomes.LEFT_OUT: "ink_3", Becomes.GUIDE: "ink_2", Becomes.HEADING: "ink_2"}


class _Text(Struct, frozen=True):
    """One laid text with its colour and the icon before it, if any."""

    layout: QTextLayout
    color: str
    icon: str = ""
    indent: int = 0

    @property
    def height(self) -> int:
        return round(self.layout.boundingRect().height())


class WordDelegate(RowDelegate):
    """Rows as tall as what stands in them."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[WordRow, int, float], int] = {}

    def pill_rect(self, rect: QRect) -> QRect:
        """Return where in a row it says what the line becomes."""
        return QRect(rect.left() + px(8), rect.top() + px(5), px(_PILL), px(24))

    def text_rect(self, rect: QRect, row: WordRow) -> QRect:
        """Return where in a row its words stand."""
        return rect.adjusted(self._left(row), px(4), -px(10), -px(3))

    # Painting

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: WordRow = index.data(ROW_ROLE)
        rect: QRect = option.rect
        if row.line.is_step and rect.top() > 0:
            painter.setPen(QPen(theme().color("hair"), 1))
            painter.drawLine(rect.left() + px(8), rect.top(), rect.right() - px(8), rect.top())
        self.paint_ground(painter, rect.adjusted(px(2), 1, -px(2), -1), option.state)
        self._paint_pill(painter, row, self.pill_rect(rect), option.state)
        top = rect.top() + px(6)
        left = rect.left() + self._left(row)
        for text in self._texts(row, rect.width()):
            painter.setPen(theme().color(text.color))
            if text.icon:
                box = QRectF(left, top + px(2), px(13), px(13))
                paint_icon(painter, text.icon, box, getattr(theme().ink, text.color))
            text.layout.draw(painter, QPointF(left + text.indent, top))
            top += text.height + px(1)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: WordRow = index.data(ROW_ROLE)
        width = self._view.viewport().width()
        key = (row, width, theme().scale)
        if key not in self._heights:
            height = sum(text.height + px(1) for text in self._texts(row, width))
            self._heights[key] = max(height + px(11), px(32))
        return QSize(px(60), self._heights[key])

    def _texts(self, row: WordRow, width: int) -> list[_Text]:
        line = row.line
        room = width - self._left(row) - px(10)
        weight = QFont.Weight.DemiBold if line.becomes in _STRONG else QFont.Weight.Normal
        font = theme().font(_SIZES.get(line.becomes, 10), weight)
        said = lay_text(held_together(line.text), font, room)
        texts = [_Text(said, _COLORS.get(line.becomes, "ink"))]
        small = theme().font(8.5)
        if row.facts:
            texts.append(_Text(lay_text(row.facts, small, room), "ink_3"))
        for remark in row.remarks:
            layout = lay_text(remark_text(remark), small, room - px(18))
            texts.append(_Text(layout, "soon", "alert", px(18)))
        return texts

    def _left(self, row: WordRow) -> int:
        indent = 0 if row.line.becomes in _FLAT else 1 + min(row.line.level, 2) * row.line.is_list
        return px(8 + _PILL + _GAP + _INDENT * indent)

    def _paint_pill(
        self, painter: QPainter, row: WordRow, rect: QRect, state: QStyle.StateFlag
    ) -> None:
        """Paint sign and word; where the line is chosen or pointed at, a field to pick from."""
        line, ink = row.line, theme().ink
        is_open = state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        if is_open:
            painter.setPen(QPen(theme().color("part"), 1))
            painter.setBrush(theme().color("surface"))
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6))
            arrow = QRectF(rect.right() - px(17), rect.center().y() - px(5), px(11), px(11))
            paint_icon(painter, "chev-d", arrow, ink.ink_3)
        middle = rect.center().y()
        color = "ink" if line.is_step else "ink_3" if line.becomes is Becomes.LEFT_OUT else "ink_2"
        if line.is_step:
            box = QRectF(rect.left() + px(6), middle - px(6), px(19), px(12.5))
            paint_kind(painter, line.kind, box, ink)
        else:
            box = QRectF(rect.left() + px(8), middle - px(7), px(15), px(15))
            paint_icon(painter, becomes_icon(line.becomes), box, getattr(ink, color))
        words = rect.adjusted(px(30), 0, -px(18), 0)
        weight = QFont.Weight.DemiBold if line.is_step else QFont.Weight.Normal
        painter.setFont(theme().font(9, weight))
        painter.setPen(theme().color(color))
        self._write(painter, row, words)

    def _write(self, painter: QPainter, row: WordRow, rect: QRect) -> None:
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        said = f"{row.number}  {line_text(row.line)}" if row.number else line_text(row.line)
        metrics = QFontMetrics(painter.font())
        said = metrics.elidedText(said, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, align, said)
        if row.line.is_required:
            self._paint_required(painter, rect, metrics.horizontalAdvance(said))

    def _paint_required(self, painter: QPainter, rect: QRect, used: int) -> None:
        words = self.tr("Krav")
        painter.setFont(theme().font(8))
        width = painter.fontMetrics().horizontalAdvance(words) + px(8)
        if rect.width() - used < width - px(12):
            return
        pill = QRectF(rect.left() + used + px(5), rect.center().y() - px(7.5), width, px(16))
        painter.setPen(QPen(theme().color("part"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(theme().color("ink_2"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
