"""The red thread: the ways that were taken in a run, with knots, breaks and its head."""

from collections.abc import Iterable
from functools import cached_property

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath

from app.flow.geometry import Picture, Point
from app.model.run.state import Leg, RunState, StepStatus
from app.printing.flow_paint.drawing_look import WayKey
from app.printing.flow_paint.strokes import NO_BRUSH, NO_PEN, brush, pen
from app.printing.flow_paint.way_bridges import Bridges, bridges_of
from app.printing.flow_paint.way_paint import head_polygon, way_path
from app.printing.ink import Ink

TRIGGER_WAY: WayKey = (None, 0)
THREAD, OLD_THREAD = 4.0, 2.0
BREAK_DASH, OLD_BREAK_DASH = (7.0, 6.0), (5.0, 5.0)
THREAD_HEAD, THREAD_HEAD_CUT = 11.0, 8.0
SHAPELESS_ZOOM = 0.2
KNOT, KNOT_RIM = 5.5, 2.0
OLD_KNOT = 3.5
OPEN_KNOT, OPEN_KNOT_EDGE = 5.0, 2.5

_IN_LINE = {StepStatus.NOW, StepStatus.LATE, StepStatus.WAITING}
_UNDONE = {StepStatus.MISSING, StepStatus.LATE, StepStatus.OPEN}


class Strand:
    """One piece of the thread as it is drawn; `is_last` means of the latest round."""

    def __init__(
        self, leg: Leg, state: RunState, points: tuple[Point, ...], bridges: Bridges
    ) -> None:
        at = state.steps.get(leg.target)
        status = at.status if at else StepStatus.OPEN
        self.way: WayKey = (leg.source, leg.way)
        self.points, self.is_broken = points, leg.broken
        self.is_last = leg.target not in state.steps or not state.is_old(leg)
        self.is_target_next = bool(at and at.in_line and status in _IN_LINE)
        self.has_open_knot = status in _UNDONE
        self._bridges = bridges

    @property
    def ends_here(self) -> bool:
        """Whether the thread has come to its end with this piece."""
        return self.is_target_next and self.is_last

    @cached_property
    def path(self) -> QPainterPath:
        """The piece with round corners and bridges."""
        cut = THREAD_HEAD_CUT if self.ends_here else 0.0
        return way_path(self.points, cut=cut, gaps=self._bridges.gaps(self.points))

    @cached_property
    def straight(self) -> QPainterPath:
        """The piece without finery, for looking from afar."""
        return way_path(self.points, radius=0)


def strands(state: RunState, picture: Picture) -> tuple[tuple[Strand, ...], Bridges]:
    """Lay the thread along the ways taken, older rounds first; tell who gives way where."""
    points: dict[WayKey, tuple[Point, ...]] = {
        (arrow.source, arrow.way): arrow.points for arrow in picture.arrows
    }
    if len(picture.trigger) > 1:
        points[TRIGGER_WAY] = picture.trigger
    taken = [points[key] for leg in state.legs if (key := (leg.source, leg.way)) in points]
    bridges = bridges_of(picture, taken)
    ordered = sorted(state.legs, key=lambda leg: leg.round)
    found: dict[tuple[WayKey, bool], Strand] = {}
    for leg in ordered:
        key = (leg.source, leg.way)
        if key in points:
            strand = Strand(leg, state, points[key], bridges)
            found[(key, strand.is_last)] = strand
    return tuple(sorted(found.values(), key=lambda strand: strand.is_last)), bridges


def paint_strands(
    painter: QPainter,
    laid: Iterable[Strand],
    ink: Ink,
    growing: frozenset[WayKey] = frozenset(),
    grown: float = 1.0,
) -> None:
    """Paint the thread itself; knots and heads come later, above the steps."""
    painter.setBrush(NO_BRUSH)
    for strand in laid:
        is_growing = grown < 1 and strand.way in growing
        width = THREAD if strand.is_last else OLD_THREAD
        dash = (BREAK_DASH if strand.is_last else OLD_BREAK_DASH) if strand.is_broken else ()
        painter.setPen(pen(ink.thread, width, dash))
        painter.drawPath(grown_path(strand.path, grown) if is_growing else strand.path)


def paint_far_strands(painter: QPainter, laid: Iterable[Strand], ink: Ink, zoom: float) -> None:
    """Paint the thread so that it can be told from afar: whole, and broken or thinner."""
    is_tiny = zoom < SHAPELESS_ZOOM
    width = max(THREAD, 1.4 / zoom)
    painter.setBrush(NO_BRUSH)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not is_tiny)
    for strand in laid:
        dash = (1.75 * width, 1.5 * width) if strand.is_broken and not is_tiny else ()
        is_thin = is_tiny and strand.is_broken
        painter.setPen(pen(ink.thread, width / 2 if is_thin else width, dash))
        painter.drawPath(strand.straight)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def paint_knots(
    painter: QPainter,
    laid: Iterable[Strand],
    ink: Ink,
    growing: frozenset[WayKey] = frozenset(),
    grown: float = 1.0,
) -> None:
    """Paint a knot where each done step begins, an open one where one is missing, and the head."""
    for strand in laid:
        if strand.way in growing and grown < 1:
            continue
        if not strand.is_last:
            if not strand.is_target_next:
                _paint_dot(painter, QPointF(*strand.points[-1]), OLD_KNOT, ink)
        elif strand.ends_here:
            painter.setPen(NO_PEN)
            painter.setBrush(brush(ink.thread))
            painter.drawPolygon(head_polygon(strand.points, THREAD_HEAD))
        else:
            paint_knot(painter, QPointF(*strand.points[-1]), ink, is_open=strand.has_open_knot)


def _paint_dot(painter: QPainter, at: QPointF, radius: float, ink: Ink) -> None:
    """Paint the plain dot that stands where a step began in an earlier round."""
    painter.setPen(NO_PEN)
    painter.setBrush(brush(ink.thread))
    painter.drawEllipse(at, radius, radius)


def paint_knot(painter: QPainter, at: QPointF, ink: Ink, *, is_open: bool = False) -> None:
    """Paint one knot."""
    if is_open:
        painter.setPen(pen(ink.thread, OPEN_KNOT_EDGE))
        painter.setBrush(brush(ink.surface))
        painter.drawEllipse(at, OPEN_KNOT, OPEN_KNOT)
        return
    painter.setPen(pen(ink.surface, KNOT_RIM))
    painter.setBrush(brush(ink.thread))
    painter.drawEllipse(at, KNOT, KNOT)


def grown_path(path: QPainterPath, grown: float) -> QPainterPath:
    """Return the first part of a path, as lines short enough to look round."""
    length = path.length()
    part = QPainterPath(path.pointAtPercent(0))
    pieces = max(1, int(length * grown / 3))
    for piece in range(1, pieces + 1):
        part.lineTo(path.pointAtPercent(min(1.0, grown * piece / pieces)))
    return part
