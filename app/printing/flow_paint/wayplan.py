"""Which ways are drawn, and how: those taken belong to the thread, those not taken step back."""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import cached_property
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from app.flow.geometry import Arrow, Point
from app.model.library.procedure import Procedure
from app.model.run.state import RunState, StepStatus
from app.printing.flow_paint.drawing_look import FlowLook, WayKey
from app.printing.flow_paint.strokes import NO_BRUSH, NO_PEN, brush, pen
from app.printing.flow_paint.thread_paint import SHAPELESS_ZOOM, Strand
from app.printing.flow_paint.way_bridges import Bridges
from app.printing.flow_paint.way_paint import (
    CORNER,
    HEAD_CUT,
    NEAR_WAY,
    OFF_DASH,
    OFF_WAY,
    WAY,
    head_polygon,
    shared_end,
    shortened,
    way_path,
)

_STOP_SHORT = 3.0
_AROUND = 8.0
REACH = 6.0
"""So close to a line a point is on it."""


class WayTone(IntEnum):
    """How a way stands in a run; all are plain where there is none."""

    OFF = 0
    PLAIN = 1
    TAKEN = 2


class PlannedWay:
    """One line of the picture; several ways of a decision to the same step share it."""

    def __init__(
        self,
        arrows: Sequence[Arrow],
        tone: WayTone,
        bridges: Bridges,
        shared: float,
        *,
        has_head: bool,
        meets_thread: bool,
    ) -> None:
        self.source, self.target = arrows[0].source, arrows[0].target
        self.keys: frozenset[WayKey] = frozenset((arrow.source, arrow.way) for arrow in arrows)
        self.tone, self.has_head, self.meets_thread = tone, has_head, meets_thread
        self.points: Sequence[Point] = arrows[0].points
        self._bridges, self._shared = bridges, shared
        self.bounds = bounds_of(self.points)

    @cached_property
    def path(self) -> QPainterPath:
        """The line with round corners and bridges."""
        points = self.points
        if self._shared:
            points = shortened(points, self._shared)
        cut = HEAD_CUT if self.has_head else 0.0
        return way_path(points, cut=cut, gaps=self._bridges.gaps(points))

    @cached_property
    def whole(self) -> QPainterPath:
        """The line to its very end."""
        return way_path(self.points, cut=HEAD_CUT, gaps=self._bridges.gaps(self.points))

    @cached_property
    def head(self) -> QPolygonF:
        """The triangle at the end."""
        return head_polygon(self.points)

    @cached_property
    def straight(self) -> QPainterPath:
        """The line without finery, for looking from afar."""
        return way_path(self.points, radius=0)

    def is_at(self, at: QPointF) -> bool:
        """Whether a point lies on the line, or close to it."""
        return any(_is_beside(at, *piece) for piece in pairwise(self.points))

    def touches(self, step_id: str | None) -> bool:
        """Whether the way leaves or reaches that step."""
        return step_id is not None and step_id in (self.source, self.target)


def plan_ways(
    arrows: Iterable[Arrow],
    procedure: Procedure,
    state: RunState | None,
    strands: Sequence[Strand],
    bridges: Bridges,
) -> tuple[PlannedWay, ...]:
    """Gather the arrows into lines and settle how each is drawn."""
    taken = frozenset(strand.way for strand in strands)
    lines: dict[tuple[str, str, tuple[Point, ...]], list[Arrow]] = {}
    for arrow in arrows:
        lines.setdefault((arrow.source, arrow.target, arrow.points), []).append(arrow)
    toned = [(group, _line_tone(group, procedure, state, taken)) for group in lines.values()]
    toned.sort(key=lambda line: -line[1])
    drawn: dict[str, list[tuple[WayTone, Sequence[Point]]]] = {}
    planned = []
    for group, tone in toned:
        before = drawn.setdefault(group[0].target, [])
        planned.append(_plan_line(group, tone, before, bridges))
        before.append((tone, group[0].points))
    return tuple(planned)


def way_tone(
    key: WayKey, target: str, procedure: Procedure, state: RunState | None, taken: frozenset[WayKey]
) -> WayTone:
    """Tell how one way stands: taken, no longer to be taken, or neither."""
    if key in taken:
        return WayTone.TAKEN
    if state is None or key[0] is None:
        return WayTone.PLAIN
    source, end = state.steps.get(key[0]), state.steps.get(target)
    off = StepStatus.NOT_RELEVANT
    if (source and source.status is off) or (end and end.status is off):
        return WayTone.OFF
    is_decision = procedure.step(key[0]).is_decision
    chose_other = bool(source and source.way is not None and source.way != key[1])
    return WayTone.OFF if is_decision and chose_other else WayTone.PLAIN


def condition_tone(
    key: WayKey, target: str, procedure: Procedure, state: RunState | None, taken: frozenset[WayKey]
) -> WayTone:
    """Tell how a condition stands: one that was chosen is taken, also before its step is done."""
    tone = way_tone(key, target, procedure, state, taken)
    source = state.steps.get(key[0]) if state and key[0] else None
    was_chosen = source is not None and source.way == key[1]
    if tone is WayTone.OFF:
        return tone
    return WayTone.TAKEN if was_chosen else WayTone.PLAIN


def bounds_of(points: Sequence[Point]) -> QRectF:
    """Return the area that a way and its head may cover."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    rect = QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return rect.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)


def paint_ways(painter: QPainter, ways: Sequence[PlannedWay], look: FlowLook) -> None:
    """Paint the lines: those not taken first, then plain ones, then those of the chosen step."""
    ink = look.ink
    near = []
    for tone, color, stroke in (
        (WayTone.OFF, ink.off, pen(ink.off, OFF_WAY, OFF_DASH, is_round=True)),
        (WayTone.PLAIN, ink.arrow, pen(ink.arrow, WAY)),
    ):
        shown = [way for way in ways if way.tone is tone or _shows_below_thread(way, tone, look)]
        _paint_lines(painter, shown, color, stroke)
        near = [way for way in shown if way.touches(look.selected) or way.touches(look.hovered)]
    near += [way for way in ways if look.pointed in way.keys and way not in near]
    painter.setPen(pen(ink.accent, NEAR_WAY))
    painter.setBrush(NO_BRUSH)
    for way in near:
        painter.drawPath(way.path if way.meets_thread else way.whole)
    _paint_heads(painter, [way for way in near if not way.meets_thread], ink.accent)


def paint_far_ways(
    painter: QPainter, ways: Sequence[PlannedWay], look: FlowLook, zoom: float
) -> None:
    """Paint the lines so that they can be told from afar."""
    is_tiny = zoom < SHAPELESS_ZOOM
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not is_tiny)
    painter.setPen(pen(look.ink.arrow, max(WAY, 0.8 / zoom)))
    painter.setBrush(NO_BRUSH)
    for way in ways:
        if way.tone is not WayTone.TAKEN:
            painter.drawPath(way.straight)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _paint_lines(painter: QPainter, ways: Sequence[PlannedWay], color: str, stroke: QPen) -> None:
    painter.setPen(stroke)
    painter.setBrush(NO_BRUSH)
    for way in ways:
        painter.drawPath(way.path)
    _paint_heads(painter, [way for way in ways if way.has_head], color)


def _paint_heads(painter: QPainter, ways: Sequence[PlannedWay], color: str) -> None:
    painter.setPen(NO_PEN)
    painter.setBrush(brush(color))
    for way in ways:
        painter.drawPolygon(way.head)


def _shows_below_thread(way: PlannedWay, tone: WayTone, look: FlowLook) -> bool:
    """Whether a way that was just taken is still seen, because the thread only grows on it."""
    is_growing = look.grown < 1 and not way.keys.isdisjoint(look.growing)
    return is_growing and tone is WayTone.PLAIN


def _is_beside(at: QPointF, start: Point, end: Point) -> bool:
    piece = QRectF(QPointF(*start), QPointF(*end)).normalized()
    return piece.adjusted(-REACH, -REACH, REACH, REACH).contains(at)


def _line_tone(
    group: Sequence[Arrow],
    procedure: Procedure,
    state: RunState | None,
    taken: frozenset[WayKey],
) -> WayTone:
    tones = [
        way_tone((arrow.source, arrow.way), arrow.target, procedure, state, taken)
        for arrow in group
    ]
    if WayTone.TAKEN in tones:
        return WayTone.TAKEN
    return WayTone.OFF if all(tone is WayTone.OFF for tone in tones) else WayTone.PLAIN


def _plan_line(
    group: Sequence[Arrow],
    tone: WayTone,
    before: Sequence[tuple[WayTone, Sequence[Point]]],
    bridges: Bridges,
) -> PlannedWay:
    """Let a line end where it meets one that is drawn already, which then has the head.

    It keeps its own bend into the other, unless it is only dotted.
    """
    points = group[0].points
    others = [(tone, line) for tone, line in before if line[-1] == points[-1]]
    shared = max((shared_end(points, line) for _, line in others), default=0.0)
    if tone is WayTone.TAKEN:
        shared = 0.0
    cut = shared + _STOP_SHORT if tone is WayTone.OFF else shared - CORNER
    return PlannedWay(
        group,
        tone,
        bridges,
        max(0.0, cut) if shared else 0.0,
        has_head=not others,
        meets_thread=any(tone is WayTone.TAKEN for tone, _ in others),
    )
