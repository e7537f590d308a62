"""The shapes of the kinds of step: lines and arcs, made at the origin and kept by size."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker

from app.model.library.procedure import StepKind

STEP_RADIUS = 8.0
POINT = 14.0
BUBBLE_RADIUS = 14.0
TAIL_RIGHT, TAIL_TIP, TAIL_LEFT, TAIL_DEPTH = 34.0, 18.0, 20.0, 9.0
PAGE_RADIUS, FOLD = 2.0, 13.0
CHAIR_DEPTH, CHAIR_LENGTH, CHAIR_RADIUS, CHAIR_PLACE = 4.5, 15.0, 2.0, 0.16
RING_WIDTH, RING_DOT = 4.5, 4.5
FOCUS_DISTANCE, FOCUS_WIDTH = 3.0, 2.0


@lru_cache(maxsize=1_024)
def outline(kind: StepKind, width: float, height: float) -> QPainterPath:
    """Return the edge of a step's shape. Do not change it."""
    if kind is StepKind.DECISION:
        return _hexagon(width, height)
    if kind is StepKind.CONVERSATION:
        return _bubble(width, height)
    if kind is StepKind.DOCUMENT:
        return _page(width, height)
    path = QPainterPath()
    if kind is StepKind.END:
        path.addEllipse(QRectF(0, 0, width, height))
    else:
        path.addRoundedRect(QRectF(0, 0, width, height), STEP_RADIUS, STEP_RADIUS)
    return path


@lru_cache(maxsize=256)
def chairs(width: float, height: float) -> QPainterPath:
    """Return the four chairs at the table of a meeting; they stand half under it."""
    path = QPainterPath()
    size = QSizeF(2 * CHAIR_DEPTH, CHAIR_LENGTH)
    for top in (height * CHAIR_PLACE, height * (1 - CHAIR_PLACE) - CHAIR_LENGTH):
        for middle in (0.0, width):
            rect = QRectF(QPointF(middle - CHAIR_DEPTH, top), size)
            path.addRoundedRect(rect, CHAIR_RADIUS, CHAIR_RADIUS)
    return path


@lru_cache(maxsize=256)
def fold(width: float, height: float) -> QPainterPath:
    """Return the folded corner of a document."""
    left, top = width - FOLD, height - FOLD
    path = QPainterPath(QPointF(left, height))
    path.lineTo(left, top + PAGE_RADIUS)
    path.quadTo(left, top, left + PAGE_RADIUS, top)
    path.lineTo(width, top)
    path.closeSubpath()
    return path


@lru_cache(maxsize=64)
def focus_outline(kind: StepKind, width: float, height: float) -> QPainterPath:
    """Return the ring around a shape, at the same distance everywhere."""
    around = QPainterPathStroker()
    around.setWidth(2 * FOCUS_DISTANCE + FOCUS_WIDTH)
    around.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    shape = outline(kind, width, height)
    if kind is StepKind.MEETING:
        shape = shape.united(chairs(width, height))
    return shape.united(around.createStroke(shape)).simplified()


def _hexagon(width: float, height: float) -> QPainterPath:
    middle = height / 2
    path = QPainterPath(QPointF(POINT, 0))
    for x, y in ((width - POINT, 0), (width, middle), (width - POINT, height), (POINT, height)):
        path.lineTo(x, y)
    path.lineTo(0, middle)
    path.closeSubpath()
    return path


def _bubble(width: float, height: float) -> QPainterPath:
    d = 2 * min(BUBBLE_RADIUS, height / 2)
    path = QPainterPath(QPointF(d / 2, 0))
    path.arcTo(width - d, 0, d, d, 90, -90)
    path.arcTo(width - d, height - d, d, d, 0, -90)
    path.lineTo(TAIL_RIGHT, height)
    path.lineTo(TAIL_TIP, height + TAIL_DEPTH)
    path.lineTo(TAIL_LEFT, height)
    path.arcTo(0, height - d, d, d, 270, -90)
    path.arcTo(0, 0, d, d, 180, -90)
    path.closeSubpath()
    return path


def _page(width: float, height: float) -> QPainterPath:
    d = 2 * PAGE_RADIUS
    path = QPainterPath(QPointF(PAGE_RADIUS, 0))
    path.arcTo(width - d, 0, d, d, 90, -90)
    path.lineTo(width, height - FOLD)
    path.lineTo(width - FOLD, height)
    path.arcTo(0, height - d, d, d, 270, -90)
    path.arcTo(0, 0, d, d, 180, -90)
    path.closeSubpath()
    return path
