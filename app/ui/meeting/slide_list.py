"""The list of a slide: all lines in view, what was read steps back, and the cursor stands out."""

from collections.abc import Iterator

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
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from app.printing.fonts import REGULAR, SEMIBOLD, drawing_font
from app.printing.line_icons import paint_icon
from app.ui.keys import keys
from app.ui.keys.shortcuts import answer
from app.ui.lists.row_delegate import RowDelegate
from app.ui.lists.rows_model import ROW_ROLE, Index, RowsModel
from app.ui.look.laid_text import lay_text
from app.ui.look.theme import theme
from app.ui.meeting.slides import Slide, SlideItem

_ITEM, _CURRENT, _HEADING, _NUMBER, _MARK = 31.0, 39.0, 24.0, 21.0, 20.0
_TEXT_LEFT, _NUMBER_RIGHT, _RIGHT, _PILL = 62, 46, 16, 12
_FITS = tuple(number / 100 for number in range(100, 54, -3))
"""How much smaller the list may be set so that all of it is in view."""


class SlideLine(Struct, frozen=True):
    """A line of the list: a heading, or an item with its number."""

    text: str
    number: int = 0
    mark: str = ""
    sign: str = ""
    section: str = ""


class SlideModel(RowsModel[SlideLine]):
    """The lines of one slide. Headings cannot be stood on."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0

    def show_slide(self, slide: Slide) -> None:
        """Replace all lines."""
        self._count = slide.count
        self.show_rows(tuple(_lines(slide)))

    def row_of(self, number: int) -> QModelIndex:
        """Return where an item stands, by its number from 1."""
        return self.where(lambda line: bool(number) and line.number == number)

    def words(self, row: SlideLine) -> str:
        return row.text

    def spoken(self, row: SlideLine) -> str:
        """Say a line: its number, the heading it stands under, its words and its mark."""
        if not row.number:
            return row.text
        place = self.tr("Punkt {} af {}").format(row.number, self._count)
        return ". ".join(part for part in (place, row.section, row.text, row.mark) if part)

    def may_choose(self, row: SlideLine) -> bool:
        return bool(row.number)


def _lines(slide: Slide) -> Iterator[SlideLine]:
    number = 0
    for section in slide.sections:
        if section.title:
            yield SlideLine(section.title)
        for item in section.items:
            number += 1
            yield _line(number, item, section.title)


def _line(number: int, item: SlideItem, section: str) -> SlideLine:
    return SlideLine(item.text, number, item.mark, item.sign, section)


class SlideList(QListView):
    """The list itself; the arrow keys move the cursor.

    Signals: `moved` with the number of the item that the cursor stands on.
    """

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.rows = SlideModel()
        self._scale = self._fit = 1.0
        self._delegate = _LineDelegate(self)
        self.setProperty("flat", True)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def number(self) -> int:
        """The number of the item that the cursor stands on; 0 when there is none."""
        index = self.currentIndex()
        return self.rows.row(index).number if index.isValid() else 0

    @property
    def scale(self) -> float:
        """How large the lines are set: as the window, and smaller where they are many."""
        return self._scale * self._fit

    def show_slide(self, slide: Slide, number: int = 1) -> None:
        """Show a slide, with the cursor on an item."""
        self.rows.show_slide(slide)
        self._set_fit()
        self.stand_on(number)

    def stand_on(self, number: int) -> bool:
        """Put the cursor on an item; False when there is none of that number."""
        index = self.rows.row_of(number)
        if index.isValid():
            self.setCurrentIndex(index)
        return index.isValid()

    def fit(self, scale: float) -> None:
        """Take the size and colours in force."""
        self._scale = scale
        self._set_fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            keys.ITEM_DOWN: lambda: self.stand_on(self.number + 1),
            keys.ITEM_UP: lambda: self.stand_on(self.number - 1),
        }
        if not answer(event, steps):
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_fit()

    def _set_fit(self) -> None:
        """Choose the largest type at which the whole list is in view wherever the cursor is."""
        room = self.viewport().height()
        for self._fit in _FITS:
            if self._delegate.whole_height() <= room:
                break
        self.doItemsLayout()

    def _on_current_changed(self, current: QModelIndex) -> None:
        self.doItemsLayout()
        if current.isValid():
            self.scrollTo(current)
            self.moved.emit(self.number)


class _LineDelegate(RowDelegate):
    """Paints the lines, each as tall as its text; the one with the cursor larger, in a frame."""

    def __init__(self, view: SlideList) -> None:
        super().__init__(view)
        self._view = view

    def whole_height(self) -> int:
        """Return the height of the list with the cursor where it takes most room."""
        rows = self._view.rows
        lines = [rows.row(rows.index(row)) for row in range(rows.rowCount())]
        more = [
            self._height(line, is_current=True) - self._height(line, is_current=False)
            for line in lines
            if line.number
        ]
        return sum(self._height(line, is_current=False) for line in lines) + max(more, default=0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = self._height(index.data(ROW_ROLE), is_current=self._is_current(index))
        return QSize(self._px(200), height)

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: SlideLine = index.data(ROW_ROLE)
        rect: QRect = option.rect
        if line.number:
            self._paint_item(painter, line, rect, index)
        else:
            painter.setPen(theme().color("ink_2"))
            at = QPointF(rect.left() + self._px(_TEXT_LEFT), rect.top() + self._px(16))
            self._layout(line, is_current=False).draw(painter, at)

    def _paint_item(self, painter: QPainter, line: SlideLine, rect: QRect, index: Index) -> None:
        current = self._is_current(index)
        color = "ink_3" if line.number < self._view.number else "ink"
        inner = QRectF(rect).adjusted(2, 0, -2, 0)
        if current:
            inner.adjust(0, self._px(7), 0, -self._px(7))
            painter.setPen(QPen(theme().color("accent"), max(2.0, 3 * self._view.scale)))
            painter.setBrush(theme().color("accent_tint"))
            painter.drawRoundedRect(inner, self._px(9), self._px(9))
        layout = self._layout(line, is_current=current)
        height = layout.boundingRect().height()
        painter.setPen(theme().color(color))
        top = inner.center().y() - height / 2
        layout.draw(painter, QPointF(rect.left() + self._px(_TEXT_LEFT), top))
        self._paint_number(painter, line, inner, current=current)
        if line.mark:
            self._paint_mark(painter, line, inner, color)

    def _paint_number(
        self, painter: QPainter, line: SlideLine, inner: QRectF, *, current: bool
    ) -> None:
        painter.setFont(self._font(_NUMBER, SEMIBOLD if current else REGULAR))
        painter.setPen(theme().color("accent" if current else "ink_3"))
        room = QRectF(inner.left(), inner.top(), self._px(_NUMBER_RIGHT), inner.height())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, right, str(line.number))

    def _paint_mark(self, painter: QPainter, line: SlideLine, inner: QRectF, color: str) -> None:
        width, side = self._mark_width(line), self._px(24)
        left = inner.right() - self._px(_RIGHT) - width
        if line.sign:
            box = QRectF(left, inner.center().y() - side / 2, side, side)
            paint_icon(painter, line.sign, box, getattr(theme().ink, color), 2)
        else:
            self._paint_pill(
                painter, QRectF(left, inner.center().y() - side / 2 - 2, width, side + 4)
            )
        painter.setFont(self._font(_MARK, SEMIBOLD))
        painter.setPen(theme().color(color))
        room = QRectF(
            left, inner.top(), width - (0 if line.sign else self._px(_PILL)), inner.height()
        )
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, right, line.mark)

    def _paint_pill(self, painter: QPainter, pill: QRectF) -> None:
        """A mark that is no sign stands in a pill, as in every checklist."""
        painter.setPen(QPen(theme().color("part"), max(1.0, 1.5 * self._view.scale)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)

    def _mark_width(self, line: SlideLine) -> float:
        words = QFontMetricsF(self._font(_MARK, SEMIBOLD)).horizontalAdvance(line.mark)
        return words + (self._px(32) if line.sign else 2 * self._px(_PILL))

    def _height(self, line: SlideLine, *, is_current: bool) -> int:
        text = round(self._layout(line, is_current=is_current).boundingRect().height())
        if not line.number:
            return text + self._px(19)
        return text + self._px(34 if is_current else 8)

    def _layout(self, line: SlideLine, *, is_current: bool) -> QTextLayout:
        size, weight = (_CURRENT, SEMIBOLD) if is_current else (_ITEM, REGULAR)
        if not line.number:
            size, weight = _HEADING, SEMIBOLD
        room = self._view.viewport().width() - self._px(_TEXT_LEFT + _RIGHT)
        if line.mark:
            room -= round(self._mark_width(line)) + self._px(20)
        return lay_text(line.text, self._font(size, weight), max(room, 40), leading=0.98)

    def _is_current(self, index: Index) -> bool:
        return bool(index.row() == self._view.currentIndex().row())

    def _font(self, size: float, weight: QFont.Weight) -> QFont:
        return drawing_font(max(8, round(size * self._view.scale)), weight)

    def _px(self, length: float) -> int:
        return round(length * self._view.scale)
