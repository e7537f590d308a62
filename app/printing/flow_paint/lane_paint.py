"""Lanes and their heads: roles as columns, the child's first and tinted."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter

from app.flow.geometry import Lane
from app.model.ids import CHILD_ROLE
from app.model.library.catalogue import Catalogue
from app.printing.flow_paint.measure import LANE_LINE, LANE_NAME, MIDDLE_TO_BASELINE
from app.printing.flow_paint.strokes import NO_BRUSH, color, pen
from app.printing.fonts import SEMIBOLD, paint_text, text_width, wrap_lines
from app.printing.ink import Ink
from app.printing.line_icons import paint_icon

LANE_HEAD = 34.0
LANE_PAD = 10.0
HEAD_ICON, HEAD_TEXT = 17.0, 23.0
_BLACK_HAIR, _BLACK_FRAME = 0.6, 2.6
_SMALL_NAME, _SMALL_LINE = 11.5, 13.0
_SMALL_PAD, _SMALL_TEXT = 6.0, 21.0


class LaneLook(Struct, frozen=True):
    """A lane with its name and icon, and its place from the left."""

    role: str
    name: str
    icon: str
    x: float
    width: float
    place: int

    @property
    def is_child(self) -> bool:
        return self.role == CHILD_ROLE


def lane_looks(lanes: Iterable[Lane], catalogue: Catalogue | None) -> tuple[LaneLook, ...]:
    """Give each lane the name and the icon of its role."""
    roles = catalogue.role_by_id if catalogue else {}
    found = []
    for position, lane in enumerate(lanes):
        role = roles.get(lane.role)
        icon = "child" if lane.role == CHILD_ROLE else role.icon if role else "person"
        name = role.title if role else lane.role
        found.append(LaneLook(lane.role, name, icon, lane.rect.x, lane.rect.w, position))
    return tuple(found)


def paint_lanes(
    painter: QPainter, lanes: Sequence[LaneLook], top: float, bottom: float, ink: Ink
) -> None:
    """Paint the columns from `top` to `bottom`."""
    for lane in lanes:
        rect = QRectF(lane.x, top, lane.width, bottom - top)
        painter.fillRect(rect, color(lane_color(lane, ink)))
    painter.setPen(pen(ink.hair, _BLACK_HAIR if ink.is_black else 1.0))
    painter.drawLines([QLineF(lane.x, top, lane.x, bottom) for lane in lanes if lane.place > 1])


def frame_child(
    painter: QPainter, lanes: Sequence[LaneLook], top: float, bottom: float, ink: Ink
) -> None:
    """Mark the child's lane where no tint can: by a strong frame."""
    painter.setPen(pen(ink.ink, _BLACK_FRAME))
    painter.setBrush(NO_BRUSH)
    half = _BLACK_FRAME / 2
    for lane in lanes:
        if lane.is_child:
            rect = QRectF(lane.x, top, lane.width, bottom - top)
            painter.drawRect(rect.adjusted(half, half, -half, -half))


def lane_color(lane: LaneLook, ink: Ink) -> str:
    """Return the ground of a lane."""
    if lane.is_child:
        return ink.child
    return ink.lane if lane.place % 2 else ink.lane_alt


def paint_lane_heads(painter: QPainter, lanes: Sequence[LaneLook], top: float, ink: Ink) -> None:
    """Paint the heads of all lanes with their upper edge at `top`."""
    for lane in lanes:
        ground = ink.child_head if lane.is_child else ink.lane_head
        if not ink.is_black:
            painter.fillRect(QRectF(lane.x, top, lane.width, LANE_HEAD), color(ground))
        if lane.place > 1:
            line = QLineF(lane.x, top + LANE_HEAD * 0.22, lane.x, top + LANE_HEAD * 0.78)
            painter.setPen(pen(ink.hair, 1.0))
            painter.drawLine(line)
        _paint_name(painter, lane, top + LANE_HEAD / 2, ink)
    if lanes:
        painter.setPen(pen(ink.hair, 1.0))
        right, foot = lanes[-1].x + lanes[-1].width, top + LANE_HEAD
        painter.drawLine(QLineF(lanes[0].x, foot, right, foot))


def _paint_name(painter: QPainter, lane: LaneLook, middle: float, ink: Ink) -> None:
    """Paint icon and name; a name too long takes two small lines, and none where it cannot."""
    words = ink.child_ink if lane.is_child else ink.ink_2
    sign = ink.child_ink if lane.is_child else ink.ink_3
    name = fitted_name(lane.name, lane.width)
    place = QRectF(lane.x + name.pad, middle - HEAD_ICON / 2, HEAD_ICON, HEAD_ICON)
    paint_icon(painter, lane.icon, place, sign)
    start = middle - len(name.lines) * name.leading / 2
    for number, line in enumerate(name.lines):
        y = start + (number + 0.5) * name.leading + name.size * MIDDLE_TO_BASELINE
        at = QPointF(lane.x + name.pad + name.text_left, y)
        paint_text(painter, at, line, name.size, words, SEMIBOLD)


class FittedName(Struct, frozen=True):
    """A lane's name as it fits: its lines, their size and leading, and where it begins."""

    lines: tuple[str, ...]
    size: float
    leading: float
    pad: float
    text_left: float = HEAD_TEXT


@lru_cache(maxsize=512)
def fitted_name(name: str, width: float) -> FittedName:
    """Fit a name into a lane of that width; it has no lines where it cannot."""
    if text_width(name, LANE_NAME, SEMIBOLD) <= width - 2 * LANE_PAD - HEAD_TEXT:
        return FittedName((name,), LANE_NAME, LANE_LINE, LANE_PAD)
    room = width - _SMALL_PAD - _SMALL_TEXT - 2
    lines = wrap_lines(name, _SMALL_NAME, room) if room > 0 else ()
    fits = all(text_width(line, _SMALL_NAME, SEMIBOLD) <= room for line in lines)
    if 0 < len(lines) <= 2 and fits:
        return FittedName(lines, _SMALL_NAME, _SMALL_LINE, _SMALL_PAD, _SMALL_TEXT)
    pad = min(LANE_PAD, max(0.0, (width - HEAD_ICON) / 2))
    return FittedName((), _SMALL_NAME, _SMALL_LINE, pad)
