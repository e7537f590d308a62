"""The scene of a flow: one item that draws the whole picture, only as much of it as is asked."""

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from app.printing.flow_paint import FlowDrawing, FlowLook
from app.printing.flow_paint.lane_paint import LANE_HEAD

_AROUND = 16.0


class PictureItem(QGraphicsItem):
    """Draws a flow without its lanes, which run on to the foot of the window."""

    def __init__(self, drawing: FlowDrawing, look: FlowLook) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._drawing, self._look = drawing, look

    def show_drawing(self, drawing: FlowDrawing) -> None:
        """Draw another picture, or the same one in another state."""
        self.prepareGeometryChange()
        self._drawing = drawing
        self.update()

    def show_look(self, look: FlowLook) -> None:
        """Draw in other colours, or with another step selected."""
        self._look = look
        self.update()

    def boundingRect(self) -> QRectF:
        return self._drawing.bounds.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        # Qt's own type of the option lacks the field that the flag above fills.
        self._drawing.paint(painter, self._look, getattr(option, "exposedRect", None))


class FlowScene(QGraphicsScene):
    """Holds one flow, and knows its look.

    Reading, running and editing share it; what differs is what the view does with the mouse.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._item: PictureItem | None = None
        self._drawing: FlowDrawing | None = None
        self._look = FlowLook()

    @property
    def drawing(self) -> FlowDrawing | None:
        """The flow that is shown; None before the first."""
        return self._drawing

    @property
    def look(self) -> FlowLook:
        """Colours, selection, focus and hover in force."""
        return self._look

    def show_drawing(self, drawing: FlowDrawing) -> None:
        """Show a flow in place of the one before."""
        self._drawing = drawing
        if self._item is None:
            self._item = PictureItem(drawing, self._look)
            self.addItem(self._item)
        else:
            self._item.show_drawing(drawing)
        self.setSceneRect(drawing.bounds.adjusted(0, LANE_HEAD, 0, 0))

    def set_look(self, look: FlowLook) -> None:
        """Change colours, selection, focus or hover."""
        if look != self._look:
            self._look = look
            if self._item is not None:
                self._item.show_look(look)
