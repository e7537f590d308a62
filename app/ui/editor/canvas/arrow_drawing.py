"""Drawing an arrow from a step to another, or to an empty place where a new step is made."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from app.ui.editor.canvas.edit_acts import EditActs
from app.ui.editor.canvas.edit_overlay import NOTHING_PULLED, Pulled

if TYPE_CHECKING:
    from app.ui.editor.canvas.edit_view import EditView

_LEAST = 20.0


class ConnectGesture:
    """A line that follows the mouse from a step until it is let go or cancelled."""

    def __init__(self, view: "EditView", acts: EditActs, step_id: str, start: QPointF) -> None:
        self._view, self._acts = view, acts
        self._step, self._start = step_id, start

    def move(self, at: QPointF) -> None:
        """Point at the step under the mouse, or at the lane where a new one would be made."""
        target = self._target(at)
        self._view.overlay.show_pulled(
            Pulled(
                start=self._start,
                end=at,
                target=self._view.box_of(target) if target else None,
                lane=None if target or self._is_short(at) else lane_rect(self._view, at),
            )
        )

    def end(self, at: QPointF) -> None:
        """Add the way, with a new step at its end where there was none."""
        target, is_short = self._target(at), self._is_short(at)
        self.cancel()
        if target is not None:
            self._acts.add_way(self._step, target)
        elif not is_short:
            role = role_at(self._view, at)
            if role is not None:
                self._acts.add_branch(self._step, role)

    def cancel(self) -> None:
        """Take the line away."""
        self._view.overlay.show_pulled(NOTHING_PULLED)

    def _target(self, at: QPointF) -> str | None:
        hit = self._view.drawing.hit(at) if self._view.drawing else None
        if hit is None or (hit.step == self._step and self._is_short(at)):
            return None
        return hit.step if self._acts.may_add_way(self._step, hit.step) else None

    def _is_short(self, at: QPointF) -> bool:
        """Whether the line has not really left its step."""
        box = self._view.box_of(self._step)
        return box.adjusted(-_LEAST, -_LEAST, _LEAST, _LEAST).contains(at)


def role_at(view: "EditView", at: QPointF) -> str | None:
    """Return the role whose lane a point lies in."""
    lanes = view.picture.lanes if view.picture else ()
    return next((lane.role for lane in lanes if lane.rect.x <= at.x() < lane.rect.right), None)


def lane_rect(view: "EditView", at: QPointF) -> QRectF | None:
    """Return the part of a lane that is in sight."""
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    for lane in view.picture.lanes if view.picture else ():
        if lane.rect.x <= at.x() < lane.rect.right:
            return QRectF(lane.rect.x, seen.top(), lane.rect.w, seen.height())
    return None
