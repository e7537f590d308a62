"""A small map of a flow that is larger than its window; dragging on it moves the view."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from app.printing.flow_paint import FlowDrawing, FlowLook
from app.printing.flow_paint.map_paint import paint_overview
from app.printing.flow_paint.strokes import NO_BRUSH, brush, pen

WIDTH, PAD, GAP = 70.0, 4.0, 8
_TALLEST = 0.45


class FlowMap(QWidget):
    """Shows the whole flow and the part of it that is in view.

    Signals: `moved` with the point of the flow that the view is to stand around.
    """

    moved = Signal(QPointF)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._drawing: FlowDrawing | None = None
        self._look = FlowLook()
        self._seen = QRectF()
        self._map = QPixmap()
        self._scale = 1.0
        self.hide()

    def show_drawing(self, drawing: FlowDrawing, look: FlowLook) -> None:
        """Draw the map anew."""
        self._drawing, self._look = drawing, look
        self._map = QPixmap()
        self.update()

    def set_scale(self, scale: float) -> None:
        """Follow the system font."""
        self._scale = scale
        self._map = QPixmap()

    def size_within(self, height: int) -> QSize:
        """Return the size of the map in a window of that height."""
        if self._drawing is None:
            return QSize()
        bounds = self._drawing.bounds
        width = WIDTH * self._scale
        pad = 2 * PAD * self._scale
        tall = (width - pad) * bounds.height() / max(bounds.width(), 1.0) + pad
        return QSize(round(width), round(min(tall, height * _TALLEST)))

    def show_seen(self, seen: QRectF) -> None:
        """Mark the part of the flow that is in view."""
        if seen != self._seen:
            self._seen = seen
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawing is None:
            return
        ratio = self.devicePixelRatioF()
        if self._map.size() != self.size() * ratio:
            self._map = self._draw_map(self._drawing, ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._map)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen(self._look.ink.accent, 1.75))
        painter.setBrush(NO_BRUSH)
        painter.drawRoundedRect(self._frame(), 2, 2)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._move_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move_to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def _inner(self) -> QRectF:
        pad = PAD * self._scale
        return self.rect().toRectF().adjusted(pad, pad, -pad, -pad)

    def _factors(self) -> tuple[float, float]:
        assert self._drawing is not None
        bounds, inner = self._drawing.bounds, self._inner()
        return inner.width() / bounds.width(), inner.height() / bounds.height()

    def _frame(self) -> QRectF:
        assert self._drawing is not None
        bounds, inner = self._drawing.bounds, self._inner()
        x_factor, y_factor = self._factors()
        seen = self._seen.intersected(bounds).translated(-bounds.topLeft())
        place = QRectF(
            inner.x() + seen.x() * x_factor,
            inner.y() + seen.y() * y_factor,
            seen.width() * x_factor,
            max(3.0, seen.height() * y_factor),
        )
        return place.adjusted(-1, -1, 1, 1)

    def _draw_map(self, drawing: FlowDrawing, ratio: float) -> QPixmap:
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen(self._look.ink.part, 1.0))
        painter.setBrush(brush(self._look.ink.surface))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        inner = self._inner()
        painter.translate(inner.topLeft())
        painter.scale(*self._factors())
        painter.translate(-drawing.bounds.topLeft())
        paint_overview(painter, drawing, self._look)
        painter.end()
        return drawn

    def _move_to(self, at: QPointF) -> None:
        if self._drawing is None:
            return
        inner, bounds = self._inner(), self._drawing.bounds
        x_factor, y_factor = self._factors()
        x = bounds.x() + (at.x() - inner.x()) / x_factor
        y = bounds.y() + (at.y() - inner.y()) / y_factor
        self.moved.emit(QPointF(x, y))
