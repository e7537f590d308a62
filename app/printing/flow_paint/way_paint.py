"""Ways between steps: rounded corners, heads, bridges where two cross, pills of conditions."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from app.flow.geometry import Point, Rect
from app.printing.flow_paint.measure import MIDDLE_TO_BASELINE, PILL, PILL_LINE
from app.printing.flow_paint.strokes import brush, pen
from app.printing.fonts import SEMIBOLD, paint_text, text_width, wrap_lines
from app.printing.ink import Ink

WAY, NEAR_WAY, OFF_WAY = 1.5, 2.25, 1.25
OFF_DASH = (2.0, 4.0)
CORNER = 8.0
HEAD, HEAD_CUT = 7.5, 5.0
BRIDGE = 11.0
PILL_PAD, PILL_RADIUS = 7.0, 9.5
PILL_OFF_DASH, PILL_EDGE, PILL_TAKEN_EDGE, PILL_POINTED_EDGE = (2.0, 3.0), 1.25, 1.5, 2.0


def way_path(
    points: Sequence[Point],
    *,
    cut: float = 0.0,
    gaps: Iterable[Point] = (),
    radius: float = CORNER,
) -> QPainterPath:
    """Draw a line through the points with round corners.

    It stops `cut` before the last point, and is open at the `gaps`, which lie on it.
    """
    path = QPainterPath(QPointF(*points[0]))
    if len(points) < 2:
        return path
    ended = [*points[:-1], _back(points[-2], points[-1], cut)]
    corners = _corner_radii(ended, radius)
    for position in range(1, len(ended)):
        before, point = ended[position - 1], ended[position]
        _line_with_gaps(path, before, point, corners[position], gaps)
        if position + 1 < len(ended):
            _round_corner(path, point, ended[position + 1], corners[position])
    return path


def head_polygon(points: Sequence[Point], size: float = HEAD) -> QPolygonF:
    """Return the filled triangle whose tip is the last point."""
    (x1, y1), (x2, y2) = points[-2], points[-1]
    length = abs(x2 - x1) + abs(y2 - y1) or 1.0
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    half = size / 2
    return QPolygonF(
        [
            QPointF(x2, y2),
            QPointF(x2 - ux * size - uy * half, y2 - uy * size + ux * half),
            QPointF(x2 - ux * size + uy * half, y2 - uy * size - ux * half),
        ]
    )


def shared_end(way: Sequence[Point], trunk: Sequence[Point]) -> float:
    """Return the length that two ways have in common at their end."""
    if way[-1] != trunk[-1]:
        return 0.0
    ours, theirs = list(reversed(way)), list(reversed(trunk))
    shared = 0.0
    while len(ours) > 1 and len(theirs) > 1:
        if _direction(ours[0], ours[1]) != _direction(theirs[0], theirs[1]):
            break
        step = min(_length(ours[0], ours[1]), _length(theirs[0], theirs[1]))
        shared += step
        ours, theirs = _advanced(ours, step), _advanced(theirs, step)
    return shared


def shortened(points: Sequence[Point], by: float) -> list[Point]:
    """Take a length off the end of a way."""
    left = list(points)
    while len(left) > 2 and by >= _length(left[-2], left[-1]):
        by -= _length(left[-2], left[-1])
        left.pop()
    left[-1] = _back(left[-2], left[-1], by)
    return left


def paint_pill(
    painter: QPainter,
    rect: QRectF,
    text: str,
    ink: Ink,
    *,
    is_taken: bool = False,
    is_off: bool = False,
    is_pointed: bool = False,
) -> None:
    """Paint a condition beside its way; one that is pointed at can be chosen."""
    stroke, fill, color = pen(ink.hair, PILL_EDGE), brush(ink.paper), ink.ink_2
    if is_pointed:
        stroke, fill, color = pen(ink.accent, PILL_POINTED_EDGE), brush(ink.accent_wash), ink.ink
    elif is_taken:
        stroke, fill, color = pen(ink.thread, PILL_TAKEN_EDGE), brush(ink.thread_tint), ink.ink
    elif is_off:
        stroke, color = pen(ink.off, PILL_EDGE, PILL_OFF_DASH), ink.off
    painter.setPen(stroke)
    painter.setBrush(fill)
    radius = min(rect.height() / 2, PILL_RADIUS)
    painter.drawRoundedRect(rect, radius, radius)
    lines = wrap_lines(text, PILL, rect.width() - 2 * PILL_PAD + 0.5)
    top = rect.center().y() - len(lines) * PILL_LINE / 2
    for number, line in enumerate(lines):
        width = text_width(line, PILL, SEMIBOLD)
        middle = top + (number + 0.5) * PILL_LINE
        at = QPointF(rect.center().x() - width / 2, middle + PILL * MIDDLE_TO_BASELINE)
        paint_text(painter, at, line, PILL, color, SEMIBOLD)


def qrect(rect: Rect) -> QRectF:
    """Return a rectangle of the layout as one of Qt's."""
    return QRectF(rect.x, rect.y, rect.w, rect.h)


def _back(before: Point, end: Point, cut: float) -> Point:
    dx, dy = end[0] - before[0], end[1] - before[1]
    length = abs(dx) + abs(dy)
    if not cut or length == 0:
        return end
    part = max(0.0, 1 - cut / length)
    return (before[0] + dx * part, before[1] + dy * part)


def _length(a: Point, b: Point) -> float:
    return abs(b[0] - a[0]) + abs(b[1] - a[1])


def _corner_radii(points: Sequence[Point], radius: float) -> list[float]:
    """Give each corner as much of the radius as the pieces beside it have room for."""
    radii = [0.0] * len(points)
    last = len(points) - 1
    for position in range(1, last):
        before, after = (
            _length(points[position - 1], points[position]),
            _length(points[position], points[position + 1]),
        )
        room = min(
            before if position == 1 else before / 2, after if position == last - 1 else after / 2
        )
        radii[position] = max(0.0, min(radius, room))
    return radii


def _line_with_gaps(
    path: QPainterPath, before: Point, point: Point, corner: float, gaps: Iterable[Point]
) -> None:
    """Draw a piece up to where the corner at its end begins, open at the bridges on it."""
    end = _back(before, point, corner)
    at = path.currentPosition()
    start = (at.x(), at.y())
    room = BRIDGE / 2
    passed = sorted(
        _length(start, gap)
        for gap in gaps
        if _lies_on(gap, start, end) and min(_length(start, gap), _length(gap, end)) > room
    )
    for distance in passed:
        path.lineTo(*_forward(start, end, distance - room))
        path.moveTo(*_forward(start, end, distance + room))
    path.lineTo(*end)


def _forward(start: Point, end: Point, distance: float) -> Point:
    part = distance / _length(start, end)
    return (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)


def _round_corner(path: QPainterPath, corner: Point, after: Point, radius: float) -> None:
    if radius <= 0:
        return
    length = _length(corner, after)
    ux, uy = (after[0] - corner[0]) / length, (after[1] - corner[1]) / length
    start = path.currentPosition()
    end = QPointF(corner[0] + ux * radius, corner[1] + uy * radius)
    bend = 0.5523
    middle = QPointF(*corner)
    path.cubicTo(start + (middle - start) * bend, end + (middle - end) * bend, end)


def _direction(a: Point, b: Point) -> tuple[int, int]:
    return ((b[0] > a[0]) - (b[0] < a[0]), (b[1] > a[1]) - (b[1] < a[1]))


def _advanced(points: list[Point], step: float) -> list[Point]:
    """Walk a length along the first piece, and drop the piece when it is used up."""
    length = _length(points[0], points[1])
    if length - step < 0.01:
        return points[1:]
    part = step / length
    (ax, ay), (bx, by) = points[0], points[1]
    return [(ax + (bx - ax) * part, ay + (by - ay) * part), *points[1:]]


def _lies_on(point: Point, a: Point, b: Point) -> bool:
    x, y = point
    within_x = min(a[0], b[0]) - 0.01 <= x <= max(a[0], b[0]) + 0.01
    within_y = min(a[1], b[1]) - 0.01 <= y <= max(a[1], b[1]) + 0.01
    return within_x and within_y
