"""The mouse on a flow: pointing, choosing steps and ways, and dragging the paper."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from app.printing.flow_paint import DrawingHit, DrawingPart
from app.printing.flow_paint.drawing_look import WayKey
from app.ui.keys import keys
from app.ui.keys.shortcuts import asks

if TYPE_CHECKING:
    from app.ui.flow.flow_view import FlowView

_LINKS = (DrawingPart.CHIP, DrawingPart.LAW)


class Hand:
    """What the mouse does while a flow is read. Editing puts a hand of its own in its place."""

    def __init__(self, view: "FlowView") -> None:
        self._view = view
        self._is_space_down = False
        self._dragged_at: QPoint | None = None
        self._pressed: tuple[WayKey, QPoint] | None = None

    def press(self, event: QMouseEvent) -> None:
        """Choose the step under the mouse, explain its badge, or take hold of the paper."""
        view = self._view
        view.stop_moving()
        view.hide_tip()
        view.set_keyboard(False)
        hit = self._hit(event)
        is_left = event.button() is Qt.MouseButton.LeftButton
        if event.button() is Qt.MouseButton.MiddleButton or (is_left and self._is_space_down):
            self._take_hold(event.position().toPoint())
        elif is_left and hit is not None:
            view.choose(hit.step)
            if hit.part in _LINKS:
                view.show_tip(hit)
        elif is_left and (way := self._way(event)) is not None:
            self._pressed = (way, event.position().toPoint())
        elif is_left:
            self._take_hold(event.position().toPoint())

    def move(self, event: QMouseEvent) -> None:
        """Drag the paper, or show what the mouse points at."""
        if self._pressed is not None and self._has_moved(event):
            self._take_hold(self._pressed[1])
            self._pressed = None
        if self._dragged_at is not None:
            by = event.position().toPoint() - self._dragged_at
            self._dragged_at = event.position().toPoint()
            view = self._view
            view.horizontalScrollBar().setValue(view.horizontalScrollBar().value() - by.x())
            view.verticalScrollBar().setValue(view.verticalScrollBar().value() - by.y())
            return
        hit = None if self._is_space_down else self._hit(event)
        way = None if self._is_space_down or hit else self._way(event)
        self._view.dress(hovered=hit.step if hit else None)
        self._view.choosing.point_at(way)
        self._show_cursor(hit, way)

    def release(self, event: QMouseEvent) -> None:
        """Choose the way that was clicked, or let the paper go."""
        if self._pressed is not None:
            way, self._pressed = self._pressed[0], None
            self._view.choosing.choose(way)
        if self._dragged_at is not None:
            self._dragged_at = None
            self._show_cursor(self._hit(event))

    def double_click(self, event: QMouseEvent) -> None:
        """Open the step under the mouse."""
        hit = self._hit(event)
        if hit is not None and event.button() is Qt.MouseButton.LeftButton:
            self._view.choose(hit.step)
            self._view.open_step(hit.step)

    def press_key(self, event: QKeyEvent) -> bool:
        """Be ready to drag while space is held."""
        if not asks(event, keys.FLOW_HOLD):
            return False
        if not event.isAutoRepeat():
            self._is_space_down = True
            self._show_cursor(None)
        return True

    def release_key(self, event: QKeyEvent) -> bool:
        """Stop being ready to drag."""
        if not asks(event, keys.FLOW_HOLD):
            return False
        if not event.isAutoRepeat():
            self._is_space_down = False
            self._show_cursor(None)
        return True

    def let_go(self) -> None:
        """Forget space and paper; the window has turned to something else."""
        self._is_space_down = False
        self._dragged_at = self._pressed = None
        self._view.choosing.point_at(None)
        self._show_cursor(None)

    def _take_hold(self, at: QPoint) -> None:
        self._dragged_at = at
        self._view.dress(hovered=None)
        self._view.choosing.point_at(None)
        self._show_cursor(None)

    def _hit(self, event: QMouseEvent) -> DrawingHit | None:
        drawing = self._view.drawing
        return drawing.hit(self._in_flow(event)) if drawing else None

    def _way(self, event: QMouseEvent) -> WayKey | None:
        return self._view.choosing.way_at(self._in_flow(event))

    def _in_flow(self, event: QMouseEvent) -> QPointF:
        return self._view.viewportTransform().inverted()[0].map(event.position())

    def _has_moved(self, event: QMouseEvent) -> bool:
        assert self._pressed is not None
        by = event.position().toPoint() - self._pressed[1]
        return by.manhattanLength() >= QApplication.startDragDistance()

    def _show_cursor(self, hit: DrawingHit | None, way: WayKey | None = None) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self._dragged_at is not None:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._is_space_down:
            shape = Qt.CursorShape.OpenHandCursor
        elif way is not None or (hit is not None and hit.part in _LINKS):
            shape = Qt.CursorShape.PointingHandCursor
        port = self._view.viewport()
        if port.cursor().shape() is not shape:
            port.setCursor(shape)
