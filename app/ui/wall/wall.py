"""The wall: every sheet as its own print made small, so that what is chosen is what comes out."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from app.printing.line_icons import paint_icon
from app.printing.paper import Paper
from app.ui.keys import keys
from app.ui.keys.shortcuts import asks
from app.ui.lists.row_delegate import RowDelegate
from app.ui.lists.rows_model import ROW_ROLE, Index, RowsModel
from app.ui.look.theme import px, theme
from app.ui.look.tip_words import tip_words

_SHEET, _GAP, _CAPTION = 248, 24, 28
_SELECT = QItemSelectionModel.SelectionFlag.Select


class Tile(Struct, frozen=True):
    """One sheet on the wall, and what is said below it."""

    id: str
    title: str
    aim: str
    state: str
    state_icon: str
    version: int


class WallModel(RowsModel[Tile]):
    """Tiles in their order, and which of them are chosen, which outlasts other tiles."""

    def __init__(self) -> None:
        super().__init__()
        self._chosen: set[str] = set()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the chosen sheets: in the order of the wall, then those not on it now."""
        shown = [tile.id for tile in self._rows if tile.id in self._chosen]
        return (*shown, *sorted(self._chosen.difference(shown)))

    def index_of(self, sheet_id: str) -> QModelIndex:
        """Return where a sheet hangs; an invalid index when it does not."""
        return self.where(lambda tile: tile.id == sheet_id)

    def is_chosen(self, index: Index) -> bool:
        """Tell whether a sheet is chosen."""
        return self.row(index).id in self._chosen

    def set_chosen(self, indexes: Iterable[QModelIndex], *, is_chosen: bool) -> None:
        """Choose sheets, or leave them."""
        for index in indexes:
            slug = {self.row(index).id}
            self._chosen = self._chosen | slug if is_chosen else self._chosen - slug
            self.dataChanged.emit(index, index)

    def forget_chosen(self) -> None:
        """Leave all, also those that do not hang here now."""
        self._chosen.clear()

    def words(self, row: Tile) -> str:
        return row.title

    def spoken(self, row: Tile) -> str:
        chosen = self.tr("valgt") if row.id in self._chosen else self.tr("ikke valgt")
        return f"{row.title}, {row.aim}, {row.state}, {chosen}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            return tip_words(self.row(index).aim)
        return super().data(index, role)


class _TileDelegate(RowDelegate):
    """Paints a sheet with its edge, its mark when chosen, and its state below."""

    def __init__(self, wall: "Wall") -> None:
        super().__init__(wall)
        self._wall = wall

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._wall.tile_size()

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tile: Tile = index.data(ROW_ROLE)
        rect: QRect = option.rect
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        sheet = self._wall.sheet_rect(rect)
        image = self._wall.image_of(tile)
        painter.fillRect(sheet, Qt.GlobalColor.white)
        if image is not None:
            painter.drawImage(sheet, image)
        painter.setPen(QPen(theme().color("hair"), 1))
        painter.drawRect(sheet)
        chosen = self._wall.rows.is_chosen(index)
        if chosen:
            self._paint_chosen(painter, sheet)
        if option.state & QStyle.StateFlag.State_HasFocus:
            grown = sheet.adjusted(-8, -8, 8, 8) if chosen else sheet.adjusted(-4, -4, 4, 4)
            self.paint_ring(painter, grown, 6)
        self._paint_caption(painter, tile, sheet)

    def _paint_chosen(self, painter: QPainter, sheet: QRectF) -> None:
        painter.setPen(QPen(theme().color("accent"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(sheet.adjusted(-4, -4, 4, 4), 5, 5)
        radius = px(12)
        at = sheet.topRight() + QPointF(0, 0)
        painter.setPen(QPen(theme().color("paper"), 2))
        painter.setBrush(theme().color("accent"))
        painter.drawEllipse(at, radius, radius)
        side = px(15)
        box = QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
        paint_icon(painter, "check", box, theme().ink.on_accent, 2.6)

    def _paint_caption(self, painter: QPainter, tile: Tile, sheet: QRectF) -> None:
        side = px(14)
        top = sheet.bottom() + px(9)
        paint_icon(
            painter, tile.state_icon, QRectF(sheet.left(), top, side, side), theme().ink.ink_3
        )
        painter.setFont(theme().font(8.5, QFont.Weight.Normal))
        painter.setPen(theme().color("ink_3"))
        room = QRectF(sheet.left() + px(20), top - px(3), sheet.width() - px(20), px(20))
        words = QFontMetrics(painter.font()).elidedText(
            tile.state, Qt.TextElideMode.ElideRight, round(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


class Wall(QListView):
    """The wall itself. A click chooses, a double click or Enter opens; space chooses by key.

    What is selected is what is chosen, so what an assistive program selects is chosen too.

    `paper` gives the sheets their shape. Signals: `sheet_opened` with the id of a sheet;
    `choice_changed`.
    """

    sheet_opened = Signal(str)
    choice_changed = Signal()

    def __init__(self, name: str, draw: Callable[[str, int], QImage], paper: Paper) -> None:
        super().__init__()
        self.rows = WallModel()
        self._draw = draw
        self._ratio = paper.height / paper.width
        self._images: dict[tuple[str, int, int], QImage] = {}
        self._wanted: list[tuple[str, int, int]] = []
        self._pressed: QModelIndex | None = None
        self._painter_pause = QTimer(self)
        self._painter_pause.setInterval(0)
        self._painter_pause.timeout.connect(self._draw_next)
        self.setProperty("flat", True)
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.setItemDelegate(_TileDelegate(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.MultiSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.verticalScrollBar().setSingleStep(40)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        theme().changed.connect(self._on_theme_changed)

    def hang(self, tiles: Sequence[Tile]) -> None:
        """Hang these and no others; what was chosen and where the keys stand stays so."""
        index = self.currentIndex()
        at = self.rows.row(index).id if index.isValid() else ""
        self.rows.show_rows(tiles)
        chosen = [self.rows.index_of(one) for one in self.rows.chosen]
        for one in chosen:
            if one.isValid():
                self.selectionModel().select(one, _SELECT)
        self.stand_at(at)

    def stand_at(self, sheet_id: str) -> None:
        """Let the keys begin at a sheet, where it hangs."""
        index = self.rows.index_of(sheet_id)
        if index.isValid():
            self.setCurrentIndex(index)

    def leave_chosen(self) -> None:
        """Choose none any more."""
        self.rows.forget_chosen()
        self.clearSelection()
        self.viewport().update()
        self.choice_changed.emit()

    @property
    def is_drawing(self) -> bool:
        """Whether sheets in view are still to be drawn."""
        return self._painter_pause.isActive()

    def tile_size(self) -> QSize:
        """Return the room of one tile: as many columns as fit, spread over the width."""
        room = self.viewport().width() - 2
        columns = max(1, room // px(_SHEET + _GAP))
        return QSize(room // columns, round(px(_SHEET) * self._ratio) + px(_CAPTION + _GAP))

    def sheet_rect(self, tile: QRect) -> QRectF:
        """Return where the sheet hangs within its tile."""
        width = px(_SHEET)
        left = tile.left() + (tile.width() - width) / 2
        return QRectF(left, tile.top() + px(12), width, round(width * self._ratio))

    def image_of(self, tile: Tile) -> QImage | None:
        """Return the sheet as a picture; None while it waits to be drawn."""
        width = round(px(_SHEET) * self.devicePixelRatioF())
        key = (tile.id, tile.version, width)
        if key not in self._images and key not in self._wanted:
            self._wanted.append(key)
            self._painter_pause.start()
        return self._images.get(key)

    def forget_images(self) -> None:
        """Draw all sheets anew, as something in their print is different."""
        self._images.clear()
        self._wanted.clear()
        self.viewport().update()

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Let keys and mouse move without choosing; what chooses says so itself."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if asks(event, keys.CHOOSE_SHEET) and index.isValid():
            self._toggle(index)
        elif asks(event, keys.OPEN_SHEET) and index.isValid():
            self.sheet_opened.emit(self.rows.row(index).id)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        is_left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = self._under(event) if is_left else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and pressed.isValid() and pressed == self._under(event):
            self._toggle(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a sheet; whether it is chosen stays as it was before the first of the clicks."""
        index = self._under(event)
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self._toggle(index)
            self.sheet_opened.emit(self.rows.row(index).id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setGridSize(self.tile_size())

    def _under(self, event: QMouseEvent) -> QModelIndex:
        return self.indexAt(event.position().toPoint())

    def _toggle(self, index: QModelIndex) -> None:
        self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Toggle)

    def _on_selection_changed(self, new: QItemSelection, gone: QItemSelection) -> None:
        self.rows.set_chosen(new.indexes(), is_chosen=True)
        self.rows.set_chosen(gone.indexes(), is_chosen=False)
        self.choice_changed.emit()

    def _draw_next(self) -> None:
        """Draw one sheet, and leave the thread to the user before the next."""
        if not self._wanted:
            self._painter_pause.stop()
            return
        key = min(self._wanted, key=self._turn)
        self._wanted.remove(key)
        self._images[key] = self._draw(key[0], key[2])
        index = self.rows.index_of(key[0])
        if index.isValid():
            self.update(index)

    def _turn(self, key: tuple[str, int, int]) -> tuple[bool, int]:
        """Return when a sheet is to be drawn: as one reads, what is in sight before the rest."""
        index = self.rows.index_of(key[0])
        is_seen = self.visualRect(index).intersects(self.viewport().rect())
        return not is_seen, index.row()

    def _on_theme_changed(self) -> None:
        self.setGridSize(self.tile_size())
        self.forget_images()
