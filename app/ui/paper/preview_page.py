"""A page of a print on the screen: the same marks that go to the printer, at any size."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QScrollArea,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from app.printing.page_marks import Page
from app.printing.pages import page_image
from app.ui.lists.row_delegate import RowDelegate
from app.ui.lists.rows_model import Index
from app.ui.look.theme import theme

_ROOT = QModelIndex()
_PIXELS_PER_POINT = 96 / 72
_EDGE = 24
_SMALL = 108


class PageView(QWidget):
    """Shows one page on the window's ground. It asks for the room that its zoom needs."""

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self._scale = 1.0
        self._image: QImage | None = None
        self.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Expanding)

    def show_page(self, page: Page, zoom: float) -> None:
        """Show a page; at a zoom of 1 it has its size on paper."""
        self._page, self._scale, self._image = page, zoom * _PIXELS_PER_POINT, None
        self.setMinimumSize(self._sheet_size() + QSize(2 * _EDGE, 2 * _EDGE))
        self.setAccessibleDescription(" ".join(page.texts()))
        self.update()

    def fitting_zoom(self, room: QSize) -> float:
        """Return the zoom at which the whole page is seen in that room."""
        if self._page is None:
            return 1.0
        width, height = room.width() - 2 * _EDGE, room.height() - 2 * _EDGE
        paper = self._page.paper
        fitting = min(width / paper.width, height / paper.height) / _PIXELS_PER_POINT
        return max(0.1, fitting)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._page is None:
            return
        size = self._sheet_size()
        x, y = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        sheet = QRectF(max(_EDGE, x), max(_EDGE, y), size.width(), size.height())
        painter = QPainter(self)
        painter.drawImage(sheet, self._drawn(size))
        painter.setPen(QPen(theme().color("hair"), 1))
        painter.drawRect(sheet)
        painter.end()

    def _drawn(self, size: QSize) -> QImage:
        """Draw the page once for each size."""
        width = max(1, round(size.width() * self.devicePixelRatioF()))
        if self._page is not None and (self._image is None or self._image.width() != width):
            self._image = page_image(self._page, width)
        return self._image or QImage()

    def _sheet_size(self) -> QSize:
        if self._page is None:
            return QSize()
        paper = self._page.paper
        return QSize(round(paper.width * self._scale), round(paper.height * self._scale))


class PageDesk(QScrollArea):
    """The ground that a page lies on.

    Signals: `resized` when there is more or less room.
    """

    resized = Signal()

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self.setWidget(view)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Siden, som den udskrives"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class PageListModel(QAbstractListModel):
    """The pages of a print as small pictures, drawn when they come into sight."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: Sequence[Page] = ()
        self._images: dict[int, QImage] = {}

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Replace all pages."""
        self.beginResetModel()
        self._pages, self._images = pages, {}
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._image(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self.tr("Side {number} af {count}: {title}")
            return said.format(
                number=index.row() + 1,
                count=len(self._pages),
                title=self._pages[index.row()].title,
            )
        return None

    def _image(self, row: int) -> QImage:
        if row not in self._images:
            page = self._pages[row]
            side = theme().px(_SMALL)
            longest = max(page.paper.width, page.paper.height)
            self._images[row] = page_image(page, round(side * page.paper.width / longest))
        return self._images[row]


class PageList(QListView):
    """The pages as a strip of small pictures with their numbers; the one shown is framed."""

    def __init__(self, rows: PageListModel) -> None:
        super().__init__()
        self.setModel(rows)
        self.setItemDelegate(_PageDelegate(self))
        self.setProperty("flat", True)
        self.setAccessibleName(self.tr("Sider"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._resize()
        theme().changed.connect(self._resize)

    def _resize(self) -> None:
        self.setFixedWidth(theme().px(_SMALL + 40))


class _PageDelegate(RowDelegate):
    """Paints a small page, its edge, and its number below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(_SMALL + 16), theme().px(_SMALL + 40))

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        image: QImage = index.data(Qt.ItemDataRole.DecorationRole)
        cell = QRectF(option.rect)
        foot = theme().px(24)
        sheet = QRectF(0, 0, image.width(), image.height())
        sheet.moveCenter(cell.adjusted(0, theme().px(10), 0, -foot).center())
        painter.drawImage(sheet, image)
        is_shown = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QPen(theme().color("hair"), 1))
        painter.drawRect(sheet)
        if is_shown:
            painter.setPen(QPen(theme().color("accent"), 2.5))
            painter.drawRoundedRect(sheet.adjusted(-3, -3, 3, 3), 4, 4)
        if option.state & QStyle.StateFlag.State_HasFocus:
            self.paint_ring(painter, sheet.adjusted(-7, -7, 7, 7), 6)
        painter.setPen(theme().color("accent" if is_shown else "ink_3"))
        painter.setFont(theme().font(8.5))
        number = QRectF(cell.left(), cell.bottom() - foot, cell.width(), foot)
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, index.data())
