"""The red thread: the ways that were taken in a run, with knots, breaks and its head."""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath

from app.flow.geometry import Point
from app.model.state import Leg, RunState, StepStatus
from app.printing.flow_paint.bridges import Bridges
from app.printing.flow_paint.look import WayKey
from app.printing.flow_paint.strokes import NO_BRUSH, NO_PEN, brush, pen
from app.printing.flow_paint.ways import head_polygon, way_path
from app.printing.ink import Ink

THREAD, OLD_THREAD = 4.0, 2.0
BREAK_DASH, OLD_BREAK_DASH = (7.0, 6.0), (5.0, 5.0)
THREAD_HEAD, THREAD_HEAD_CUT = 11.0, 8.0
KNOT, KNOT_RIM = 5.5, 2.0
OPEN_KNOT, OPEN_KNOT_EDGE = 5.0, 2.5

_IN_LINE = {StepStatus.NOW, StepStatus.LATE, StepStatus.WAITING}
_UNDONE = {StepStatus.MISSING, StepStatus.LATE, StepStatus.OPEN}


class Strand(Struct, frozen=True):
    """One piece of the thread as it is drawn; `is_last` means of the latest round."""

    way: WayKey
    target: str
    points: tuple[Point, ...]
    is_last: bool
    is_broken: bool
    ends_here: bool
    knot: str

    @property
    def straight(self) -> QPainterPath:
        """The piece without finery, for the overview."""
        return way_path(self.points, radius=0)


def strands(state: RunState, points: Mapping[WayKey, tuple[Point, ...]]) -> tuple[Strand, ...]:
    """Lay the thread along the ways taken, older rounds first, each piece once a round."""
    ordered = sorted(state.legs, key=lambda leg: leg.round)
    found: dict[tuple[WayKey, bool], Strand] = {}
    for leg in ordered:
        key = (leg.source, leg.way)
        if key in points:
            strand = _strand(leg, state, points[key])
            found[(key, strand.is_last)] = strand
    return tuple(sorted(found.values(), key=lambda strand: strand.is_last))


def paint_strands(
    painter: QPainter,
    laid: Iterable[Strand],
    bridges: Bridges,
    ink: Ink,
    growing: frozenset[WayKey] = frozenset(),
    grown: float = 1.0,
) -> None:
    """Paint the thread itself; knots and heads come later, above the steps."""
    painter.setBrush(NO_BRUSH)
    for strand in laid:
        width = THREAD if strand.is_last else OLD_THREAD
        cut = THREAD_HEAD_CUT if strand.ends_here else 0.0
        path = way_path(strand.points, cut=cut, gaps=bridges.gaps(strand.points))
        dash = _dash(strand)
        if strand.way in growing and grown < 1:
            path = grown_path(path, grown)
        painter.setPen(pen(ink.thread, width, dash))
        painter.drawPath(path)


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
        if strand.ends_here:
            painter.setPen(NO_PEN)
            painter.setBrush(brush(ink.thread))
            painter.drawPolygon(head_polygon(strand.points, THREAD_HEAD))
        elif strand.knot:
            paint_knot(painter, QPointF(*strand.points[-1]), ink, is_open=strand.knot == "open")


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


def _strand(leg: Leg, state: RunState, points: tuple[Point, ...]) -> Strand:
    at = state.steps.get(leg.target)
    status = at.status if at else StepStatus.OPEN
    is_last = leg.round >= state.rounds
    is_here = bool(at and at.in_line and status in _IN_LINE) and is_last
    return Strand(
        way=(leg.source, leg.way),
        target=leg.target,
        points=points,
        is_last=is_last,
        is_broken=leg.broken,
        ends_here=is_here,
        knot="open" if status in _UNDONE else "done",
    )


def _dash(strand: Strand) -> tuple[float, ...]:
    if not strand.is_broken:
        return ()
    return BREAK_DASH if strand.is_last else OLD_BREAK_DASH
