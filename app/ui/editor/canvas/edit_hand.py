"""The mouse on a flow that is edited: handles first, then what reading has too."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from app.printing.flow_paint import DrawingPart
from app.ui.editor.canvas.arrow_drawing import ConnectGesture
from app.ui.editor.canvas.edit_acts import EditActs
from app.ui.editor.canvas.edit_handles import Handle, HandleKind
from app.ui.editor.canvas.edit_words import handle_tip
from app.ui.editor.canvas.step_carrying import CarryGesture
from app.ui.flow.flow_hand import Hand
from app.ui.keys import keys
from app.ui.keys.shortcuts import asks

if TYPE_CHECKING:
    from app.ui.editor.canvas.edit_view import EditView


class Gesture(Protocol):
    """Something that is under way between a press and a release."""

    def move(self, at: QPointF) -> None:
        """Follow the mouse."""

    def end(self, at: QPointF) -> None:
        """Do it, where that point means something."""

    def cancel(self) -> None:
        """Leave everything as it was."""


class EditHand(Hand):
    """Takes hold of handles and steps; anything else is left to the hand that reads."""

    def __init__(self, view: "EditView", acts: EditActs) -> None:
        super().__init__(view)
        self._edited = view
        self._acts = acts
        self._gesture: Gesture | None = None
        self._pressed_at: QPointF | None = None
        self._pressed_step: str | None = None
        self._is_following = False

    @property
    def is_busy(self) -> bool:
        """Whether a gesture is under way."""
        return self._gesture is not None

    def press(self, event: QMouseEvent) -> None:
        """Take hold of a handle or of a step, or do what reading does."""
        if self._is_following:
            self._finish(event)
            return
        at = self._edited.at(event)
        handle = self._edited.handle_at(at)
        if event.button() is Qt.MouseButton.LeftButton and handle is not None:
            self._edited.hide_tip()
            self._take(handle, at)
            return
        super().press(event)
        hit = self._hit(event)
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and hit is not None and hit.part is DrawingPart.STEP and not self._is_space_down:
            self._pressed_at, self._pressed_step = event.position(), hit.step

    def move(self, event: QMouseEvent) -> None:
        """Follow a gesture, begin one, or point."""
        if self._gesture is not None:
            self._gesture.move(self._edited.at(event))
            return
        if self._is_dragging(event):
            assert self._pressed_step is not None
            assert self._pressed_at is not None
            held = self._edited.viewportTransform().inverted()[0].map(self._pressed_at)
            self._gesture = CarryGesture(self._edited, self._acts, self._pressed_step, held)
            self._gesture.move(self._edited.at(event))
            return
        handle = self._edited.handle_at(self._edited.at(event))
        self._edited.overlay.point_at(handle)
        if handle is None:
            super().move(event)
            return
        self._edited.dress(hovered=None)
        self._edited.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        QToolTip.showText(event.globalPosition().toPoint(), handle_tip(handle.kind), self._edited)

    def release(self, event: QMouseEvent) -> None:
        """End a gesture, or let the paper go."""
        self._pressed_at = self._pressed_step = None
        if self._gesture is not None and not self._is_following:
            self._finish(event)
        super().release(event)

    def double_click(self, event: QMouseEvent) -> None:
        """Open a step; on empty paper nothing happens, as two clicks are no gesture."""
        if self._edited.handle_at(self._edited.at(event)) is None:
            super().double_click(event)

    def cancel_key(self, event: QKeyEvent) -> bool:
        """Leave a gesture with Esc; tells whether there was one."""
        if self._gesture is None or not asks(event, keys.LEAVE_GESTURE):
            return False
        self._gesture.cancel()
        self._gesture, self._is_following = None, False
        return True

    def let_go(self) -> None:
        """Leave whatever is under way."""
        super().let_go()
        if self._gesture is not None:
            self._gesture.cancel()
        self._gesture = None
        self._pressed_at = self._pressed_step = None
        self._is_following = False

    def _take(self, handle: Handle, at: QPointF) -> None:
        if handle.kind is HandleKind.PORT:
            self._gesture = ConnectGesture(
                self._edited, self._acts, handle.step, handle.rect.center()
            )
        elif handle.kind is HandleKind.ADD_WAY:
            self._gesture = ConnectGesture(
                self._edited, self._acts, handle.step, self._edited.box_of(handle.step).center()
            )
            self._is_following = True
            self._gesture.move(at)
        elif handle.kind is HandleKind.PLUS:
            self._acts.add_between(handle.step, handle.way)
        elif handle.kind is HandleKind.ADD_STEP:
            self._acts.add_after(handle.step)
        else:
            self._acts.delete(handle.step)

    def _finish(self, event: QMouseEvent) -> None:
        gesture, self._gesture = self._gesture, None
        self._is_following = False
        if gesture is not None:
            gesture.end(self._edited.at(event))

    def _is_dragging(self, event: QMouseEvent) -> bool:
        """Whether the mouse has left the point where it took hold of a step."""
        if self._pressed_at is None or self._pressed_step is None:
            return False
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        moved = (event.position() - self._pressed_at).manhattanLength()
        return moved >= QApplication.startDragDistance()
