"""Where the tools of the chosen step stand: as near as they can, on no other step and no words."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF

from app.flow.geometry import Picture, Point, Rect
from app.model.library.procedure import Procedure
from app.printing.flow_paint.trigger_paint import words_rect

TOOL = 28.0
"""The side of one tool."""
_NEAR, _STEP, _FAR = 12, 8, 320
"""How far from its step: at least, from try to try, and at most."""
_AIR = 2.0
_STATION = 10.0
"""The number of a step stands out of its box that far."""


class Toolbar(Struct, frozen=True):
    """The room of the tools, side by side or one below the other."""

    frame: QRectF
    is_row: bool

    def tool(self, number: int) -> QRectF:
        """Return the room of one of them."""
        along = number * TOOL
        by = QPointF(along, 0) if self.is_row else QPointF(0, along)
        return QRectF(self.frame.topLeft() + by, self.frame.topLeft() + by + QPointF(TOOL, TOOL))


def place_toolbar(
    step_id: str, count: int, procedure: Procedure, picture: Picture, taken: Sequence[QRectF]
) -> Toolbar:
    """Place so many tools beside a step; `taken` is where other handles of it are."""
    box = _rect(picture.boxes[step_id])
    things = [*_things(step_id, procedure, picture), *taken]
    lines = [arrow.points for arrow in picture.arrows] + [picture.trigger]
    for away in range(_NEAR, _FAR, _STEP):
        free = [one for one in _places(box, away, count) if _is_free(one.frame, things)]
        if free:
            return min(free, key=lambda one: _crossings(one.frame, lines))
    return next(_places(box, _NEAR, count))


def _places(box: QRectF, away: float, count: int) -> Iterator[Toolbar]:
    """Give the places that far from a step: first at its sides, then above and below it."""
    long = TOOL * count
    middle = box.center()
    tops = (middle.y() - long / 2, box.bottom() - long, box.top())
    for left in (box.left() - away - TOOL, box.right() + away):
        for top in tops:
            yield Toolbar(QRectF(left, top, TOOL, long), is_row=False)
    lefts = (middle.x() - long / 2, box.right() - long, box.left())
    for top in (box.top() - away - TOOL, box.bottom() + away):
        for left in lefts:
            yield Toolbar(QRectF(left, top, long, TOOL), is_row=True)
    for left in (box.left() - away - TOOL, box.right() + away):
        for top in (box.top() - away - long, box.bottom() + away):
            yield Toolbar(QRectF(left, top, TOOL, long), is_row=False)


def _is_free(frame: QRectF, things: Sequence[QRectF]) -> bool:
    """Whether nothing lies there, and it is within the picture."""
    if frame.left() < 0 or frame.top() < 0:
        return False
    air = frame.adjusted(-_AIR, -_AIR, _AIR, _AIR)
    return not any(air.intersects(one) for one in things)


def _things(step_id: str, procedure: Procedure, picture: Picture) -> Iterator[QRectF]:
    """Give what must stay in sight and within reach: steps with their numbers, and all words."""
    for step, box in picture.boxes.items():
        air = 0.0 if step == step_id else _STATION
        yield _rect(box).adjusted(0, -air, 0, 0)
    yield from map(_rect, picture.captions.values())
    yield from (_rect(arrow.label) for arrow in picture.arrows if arrow.label is not None)
    if picture.trigger and procedure.trigger:
        yield words_rect(procedure.trigger, picture.trigger[0], picture.size[0])


def _crossings(frame: QRectF, lines: Sequence[Sequence[Point]]) -> int:
    """Count the pieces of ways that run through a place."""
    return sum(_crosses(frame, a, b) for line in lines for a, b in pairwise(line))


def _crosses(place: QRectF, a: Point, b: Point) -> bool:
    return (
        min(a[0], b[0]) <= place.right()
        and max(a[0], b[0]) >= place.left()
        and min(a[1], b[1]) <= place.bottom()
        and max(a[1], b[1]) >= place.top()
    )


def _rect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.w, rect.h)
