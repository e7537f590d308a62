"""Carrying a step: into another lane it gets another role, onto a way it moves there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from app.ui.editor.canvas.arrow_drawing import lane_rect, role_at
from app.ui.editor.canvas.edit_acts import EditActs
from app.ui.editor.canvas.edit_overlay import NOTHING_PULLED, Pulled

if TYPE_CHECKING:
    from app.ui.editor.canvas.edit_view import EditView

_REACH = 16.0


class CarryGesture:
    """A step that follows the mouse until it is put down or put back."""

    def __init__(self, view: "EditView", acts: EditActs, step_id: str, held: QPointF) -> None:
        self._view, self._acts, self._step = view, acts, step_id
        self._held = held

    def move(self, at: QPointF) -> None:
        """Show where the step would come to stand."""
        box = self._view.box_of(self._step)
        way = self._way_at(at)
        self._view.overlay.show_pulled(
            Pulled(
                carried=box.translated(at - self._held),
                lane=None if way else self._new_lane(at),
                spot=at if way else None,
            )
        )

    def end(self, at: QPointF) -> None:
        """Put the step down: onto a way, else into the lane."""
        way, role = self._way_at(at), role_at(self._view, at)
        self.cancel()
        if way is not None:
            self._acts.move_between(self._step, *way)
        elif role is not None:
            self._acts.give_role(self._step, role)

    def cancel(self) -> None:
        """Put the step back."""
        self._view.overlay.show_pulled(NOTHING_PULLED)

    def _new_lane(self, at: QPointF) -> QRectF | None:
        document, role = self._view.document, role_at(self._view, at)
        if document is None or role is None or document.step(self._step).role == role:
            return None
        return lane_rect(self._view, at)

    def _way_at(self, at: QPointF) -> tuple[str, int] | None:
        """Return the way under the mouse that the step may move onto."""
        drawing = self._view.drawing
        if drawing is None:
            return None
        around = QRectF(at.x() - _REACH / 2, at.y() - _REACH / 2, _REACH, _REACH)
        for way in drawing.ways:
            if way.bounds.intersects(around) and way.whole.intersects(around):
                source, index = min(way.keys, key=lambda key: key[1])
                if source is not None and self._acts.may_move_between(self._step, source, index):
                    return source, index
        return None
