"""What rows painted by hand have in common: their ground, the bar of what is chosen, the focus."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.lists.rows_model import Index
from app.ui.look.theme import px, theme

_State = QStyle.StateFlag


class RowDelegate(QStyledItemDelegate):
    """Paints rows. Those who inherit paint what stands in a row, and say how tall it is."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_row(painter, option, index)
        painter.restore()

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint what stands in a row, and its ground below that."""
        raise NotImplementedError

    def paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        """Paint that a row is chosen or pointed at, and where the keyboard is."""
        is_chosen = bool(state & _State.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_chosen or state & _State.State_MouseOver:
            painter.setBrush(theme().color("accent_tint" if is_chosen else "accent_wash"))
            painter.drawRoundedRect(rect, px(6), px(6))
        if is_chosen:
            painter.setBrush(theme().color("accent"))
            bar = QRectF(rect.left(), rect.top() + px(6), px(3), rect.height() - 2 * px(6))
            painter.drawRoundedRect(bar, 2, 2)
        if state & _State.State_HasFocus:
            self.paint_ring(painter, QRectF(rect).adjusted(1, 1, -1, -1), px(6))

    def paint_ring(self, painter: QPainter, rect: QRectF, radius: int) -> None:
        """Paint the ring round what the keyboard is at."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color("focus"), 2))
        painter.drawRoundedRect(rect, radius, radius)
