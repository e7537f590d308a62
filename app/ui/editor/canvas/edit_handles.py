"""What the hand can take hold of around the chosen step: ports, plus signs, tools. Geometry only.

Lengths are those of the picture, so that handles grow and shrink with it.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF

from app.flow.geometry import Picture, Point, Rect
from app.model.library.procedure import Procedure
from app.ui.editor.canvas.step_toolbar import place_toolbar

PORT_RADIUS, PLUS_RADIUS = 4.5, 8.5
_PORT_REACH, _PLUS_REACH = 10.0, 12.0
_PLUS_PLACE = 0.75
_AIR = 18.0
_APART = 20.0
_PILL_AIR = 6.0


class HandleKind(StrEnum):
    """What a handle is for."""

    PORT = "port"
    PLUS = "plus"
    ADD_STEP = "add_step"
    ADD_WAY = "add_way"
    DELETE = "delete"


TOOLS = (HandleKind.ADD_STEP, HandleKind.ADD_WAY, HandleKind.DELETE)
"""The tools beside the chosen step, from above."""


class Handle(Struct, frozen=True):
    """One thing to take hold of. `way` is the place in the step's `next` that a plus stands on."""

    kind: HandleKind
    step: str
    rect: QRectF
    way: int = -1

    def is_hit(self, at: QPointF) -> bool:
        """Whether a point means this handle; a small one is easier to hit than it looks."""
        reach = {HandleKind.PORT: _PORT_REACH, HandleKind.PLUS: _PLUS_REACH}.get(self.kind)
        if reach is None:
            return self.rect.contains(at)
        off = at - self.rect.center()
        return off.x() ** 2 + off.y() ** 2 <= reach**2


def handles_of(procedure: Procedure, picture: Picture, step_id: str | None) -> tuple[Handle, ...]:
    """Return all handles of the chosen step; the ones drawn last are hit first."""
    if step_id is None or step_id not in picture.boxes or step_id not in procedure.by_id:
        return ()
    step = procedure.step(step_id)
    ports = () if step.is_end else tuple(_ports(step_id, picture))
    small = (*ports, *_pluses(step_id, picture))
    return (*_tools(step_id, procedure, picture, small), *small)


def tool_column(handles: Sequence[Handle]) -> QRectF:
    """Return the frame around the tools; empty when there are none."""
    column = QRectF()
    for handle in handles:
        if handle.kind in TOOLS:
            column = column.united(handle.rect)
    return column


def _ports(step_id: str, picture: Picture) -> Iterator[Handle]:
    box = picture.boxes[step_id]
    x, y = box.center
    for port in ((x, box.y), (box.right, y), (x, box.bottom), (box.x, y)):
        yield Handle(HandleKind.PORT, step_id, _around(port, PORT_RADIUS))


def _tools(
    step_id: str, procedure: Procedure, picture: Picture, others: Sequence[Handle]
) -> Iterator[Handle]:
    """An end leads nowhere, so nothing is added after it."""
    kinds = (HandleKind.DELETE,) if procedure.step(step_id).is_end else TOOLS
    taken = [handle.rect for handle in others]
    bar = place_toolbar(step_id, len(kinds), procedure, picture, taken)
    for number, kind in enumerate(kinds):
        yield Handle(kind, step_id, bar.tool(number))


def _pluses(step_id: str, picture: Picture) -> Iterator[Handle]:
    """Put a plus on each line: on no words, and where no other line runs and no plus stands."""
    arrows = [arrow for arrow in picture.arrows if arrow.source == step_id]
    lines = list({arrow.points: arrow for arrow in reversed(arrows)}.values())[::-1]
    words = [arrow.label for arrow in picture.arrows if arrow.label is not None]
    placed: list[Point] = []
    for arrow in lines:
        others = [other.points for other in lines if other is not arrow]
        spot = _plus_spot(arrow.points, others, placed, words)
        if spot is not None:
            placed.append(spot)
            yield Handle(HandleKind.PLUS, step_id, _around(spot, PLUS_RADIUS), arrow.way)


def _plus_spot(
    points: Sequence[Point],
    others: Sequence[Sequence[Point]],
    placed: Sequence[Point],
    words: Sequence[Rect],
) -> Point | None:
    free = [
        spot for spot in _spots(points) if not any(_distance(spot, one) < _APART for one in placed)
    ]
    clear = [spot for spot in free if not any(_covers(spot, one) for one in words)]
    alone = [spot for spot in clear if not any(_is_near(spot, line) for line in others)]
    return next(iter(alone or clear or free), None)


def _covers(spot: Point, words: Rect) -> bool:
    """Whether a plus there would lie on words; the air around them may be covered."""
    across = max(words.x + _PILL_AIR - spot[0], spot[0] - words.right + _PILL_AIR, 0)
    down = max(words.y - spot[1], spot[1] - words.bottom, 0)
    return max(across, down) < PLUS_RADIUS


def _spots(points: Sequence[Point]) -> Iterator[Point]:
    """Give good places along a way: near the end of the first piece, then the middles."""
    for number, (a, b) in enumerate(pairwise(points)):
        length = _distance(a, b)
        if length < 2 * _AIR:
            continue
        shares = (_PLUS_PLACE, 0.5, 0.25) if number == 0 else (0.5, 0.25, 0.75)
        for share in shares:
            along = max(_AIR, min(share * length, length - _AIR))
            yield (a[0] + (b[0] - a[0]) * along / length, a[1] + (b[1] - a[1]) * along / length)
    a, b = max(pairwise(points), key=lambda piece: _distance(*piece))
    yield ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)


def _is_near(spot: Point, line: Sequence[Point]) -> bool:
    for a, b in pairwise(line):
        x = min(max(spot[0], min(a[0], b[0])), max(a[0], b[0]))
        y = min(max(spot[1], min(a[1], b[1])), max(a[1], b[1]))
        if _distance(spot, (x, y)) < PLUS_RADIUS:
            return True
    return False


def _distance(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _around(center: Point, radius: float) -> QRectF:
    return QRectF(center[0] - radius, center[1] - radius, 2 * radius, 2 * radius)
