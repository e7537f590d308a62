"""A flow made ready to be drawn: the picture with its words, its thread and where things lie.

One `FlowDrawing` belongs to one procedure, picture and state of a run. It can be painted over
and over, in any colours, whole or in part.
"""

from datetime import datetime
from enum import StrEnum
from functools import cached_property

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.flow.face import Ruler, face
from app.flow.geometry import Picture
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure
from app.model.run.state import RunState
from app.printing.flow_paint.drawing_look import FlowLook, WayKey
from app.printing.flow_paint.drawing_words import StepWords, step_words
from app.printing.flow_paint.far import FAR_ZOOM, paint_far_steps
from app.printing.flow_paint.lane_paint import (
    LANE_HEAD,
    frame_child,
    lane_looks,
    paint_lane_heads,
    paint_lanes,
)
from app.printing.flow_paint.measure import measure_title
from app.printing.flow_paint.picture_index import BandIndex
from app.printing.flow_paint.step_arranging import StepArt, arrange
from app.printing.flow_paint.step_dress import dress_step
from app.printing.flow_paint.step_outlines import outline
from app.printing.flow_paint.step_paint import paint_focus, paint_step
from app.printing.flow_paint.strokes import NO_BRUSH, NO_PEN, brush, pen
from app.printing.flow_paint.thread_paint import (
    Strand,
    paint_far_strands,
    paint_knot,
    paint_knots,
    paint_strands,
    strands,
)
from app.printing.flow_paint.trigger_paint import paint_dot, paint_trigger_words
from app.printing.flow_paint.way_bridges import bridges_of
from app.printing.flow_paint.way_paint import (
    HEAD_CUT,
    WAY,
    head_polygon,
    paint_pill,
    qrect,
    way_path,
)
from app.printing.flow_paint.wayplan import (
    REACH,
    PlannedWay,
    WayTone,
    bounds_of,
    condition_tone,
    paint_far_ways,
    paint_ways,
    plan_ways,
)

_AROUND = 14.0


class DrawingPart(StrEnum):
    """What of a flow the mouse can be on."""

    STEP = "step"
    CHIP = "chip"
    LAW = "law"


class DrawingHit(Struct, frozen=True):
    """A step and the part of it at a point."""

    step: str
    part: DrawingPart


class Condition(Struct, frozen=True):
    """The pill of a way, and how that way stands."""

    way: WayKey
    text: str
    rect: QRectF
    tone: WayTone


class FlowDrawing:
    """A picture of a procedure, with what is written on it. Owns no colours."""

    def __init__(
        self,
        procedure: Procedure,
        picture: Picture,
        catalogue: Catalogue | None = None,
        state: RunState | None = None,
        now: datetime | None = None,
    ) -> None:
        self.procedure, self.picture, self.state = procedure, picture, state
        self.lanes = lane_looks(picture.lanes, catalogue)
        ruler = Ruler(measure_title)
        self._faces = {step.id: face(step, procedure, ruler) for step in procedure.steps}
        self._words = tuple(
            step_words(procedure, step, self._faces[step.id], state, now)
            for step in procedure.steps
            if step.id in picture.boxes
        )
        self._boxes = {step_id: qrect(rect) for step_id, rect in picture.boxes.items()}
        self._captions = {step_id: qrect(rect) for step_id, rect in picture.captions.items()}
        self._places = BandIndex(self.step_bounds(words.id) for words in self._words)
        self._strands, bridges = strands(state, picture) if state else ((), bridges_of(picture))
        self._ways = plan_ways(picture.arrows, procedure, state, self._strands, bridges)
        self._conditions = self._plan_conditions()
        self._way_places = BandIndex(way.bounds for way in self._ways)
        self._strand_places = BandIndex(bounds_of(strand.points) for strand in self._strands)
        self._condition_places = BandIndex(condition.rect for condition in self._conditions)

    @property
    def bounds(self) -> QRectF:
        """The whole picture with the heads of its lanes."""
        top = min((lane.rect.y for lane in self.picture.lanes), default=0.0) - LANE_HEAD
        width, height = self.picture.size
        return QRectF(0, top, width, height - top)

    @property
    def words(self) -> tuple[StepWords, ...]:
        """What stands on each step, in the order of the document."""
        return self._words

    @property
    def ways(self) -> tuple[PlannedWay, ...]:
        """The lines between the steps."""
        return self._ways

    @property
    def strands(self) -> tuple[Strand, ...]:
        """The pieces of the thread; none where no run is shown."""
        return self._strands

    @cached_property
    def arts(self) -> tuple[tuple[StepArt, QRectF], ...]:
        """All steps with the boxes they stand in."""
        return tuple((self.art(words), self._boxes[words.id]) for words in self._words)

    def part_rect(self, hit: DrawingHit) -> QRectF:
        """Return where a part of a step stands; its box where the part is not there."""
        box = self._boxes[hit.step]
        art = next(art for art, _ in self.arts if art.words.id == hit.step)
        if hit.part is DrawingPart.CHIP and art.chip is not None:
            return art.chip_rect.translated(box.topLeft())
        for mark in art.marks:
            if hit.part is DrawingPart.LAW and mark.kind == "law":
                return mark.rect.translated(box.topLeft())
        return box

    def has_part(self, hit: DrawingHit) -> bool:
        """Whether a step has a deadline, or law, to tell of, drawn or not."""
        step = self.procedure.step(hit.step)
        if hit.part is DrawingPart.CHIP:
            return step.deadline is not None
        return bool(step.law) if hit.part is DrawingPart.LAW else True

    def art(self, words: StepWords) -> StepArt:
        """Return a step with everything on it in its place."""
        box, caption = self._boxes[words.id], self._captions.get(words.id)
        width = caption.width() if caption else 0.0
        return arrange(words, self._faces[words.id], box.width(), box.height(), width)

    def step_bounds(self, step_id: str) -> QRectF:
        """Return all that a step may cover: shape, station, tail, tag, caption."""
        rect = self._boxes[step_id].adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        caption = self._captions.get(step_id)
        return rect.united(caption) if caption else rect

    def hit(self, at: QPointF) -> DrawingHit | None:
        """Return the step at a point, and whether its deadline or its law was meant."""
        around = QRectF(at.x() - 1, at.y() - 1, 2, 2)
        for number in reversed(self._places.within(around)):
            art, box = self.arts[number]
            words = art.words
            local = at - box.topLeft()
            if self._is_on(words, art, local, at):
                return DrawingHit(words.id, _part_at(art, local))
        return None

    def way_at(self, at: QPointF) -> WayKey | None:
        """Return the way whose condition is at a point, or whose line alone is."""
        around = QRectF(at.x() - REACH, at.y() - REACH, 2 * REACH, 2 * REACH)
        for number in self._condition_places.within(around):
            if self._conditions[number].rect.contains(at):
                return self._conditions[number].way
        near = [self._ways[number] for number in self._way_places.within(around)]
        keys = [key for way in near if way.is_at(at) for key in way.keys]
        return keys[0] if len(keys) == 1 else None

    def way_rect(self, way: WayKey) -> QRectF:
        """Return where the condition of a way stands; where it has none, its whole line."""
        pills = (condition.rect for condition in self._conditions if condition.way == way)
        lines = (line.bounds for line in self._ways if way in line.keys)
        return next(pills, None) or next(lines, QRectF())

    def named_parts(self) -> list[tuple[str, QRectF]]:
        """Return the steps by their titles and the ways by their conditions, where they stand."""
        steps = [
            (self.procedure.step(words.id).title, self._boxes[words.id]) for words in self._words
        ]
        return [*steps, *((condition.text, condition.rect) for condition in self._conditions)]

    def paint(self, painter: QPainter, look: FlowLook, area: QRectF | None = None) -> None:
        """Paint all within `area` but the lanes: ways, thread, steps, conditions."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        zoom = painter.worldTransform().m11()
        ways = [self._ways[number] for number in self._way_places.within(area)]
        laid = [self._strands[number] for number in self._strand_places.within(area)]
        if zoom < FAR_ZOOM:
            paint_far_ways(painter, ways, look, zoom)
            paint_far_strands(painter, laid, look.ink, zoom)
            self._paint_steps(painter, look, area, zoom)
            return
        growth = (look.growing, look.grown)
        paint_ways(painter, ways, look)
        self._paint_start(painter, look)
        paint_strands(painter, laid, look.ink, *growth)
        self._paint_steps(painter, look, area, zoom)
        paint_knots(painter, laid, look.ink, *growth)
        if self._strands and self.picture.trigger:
            paint_knot(painter, QPointF(*self.picture.trigger[0]), look.ink)
        self._paint_conditions(painter, look, area)

    def paint_all(self, painter: QPainter, look: FlowLook) -> None:
        """Paint the whole picture with lanes and heads, as for paper."""
        bounds = self.bounds
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_lanes(painter, self.lanes, bounds.top(), bounds.bottom(), look.ink)
        self.paint(painter, look)
        paint_lane_heads(painter, self.lanes, bounds.top(), look.ink)
        if look.ink.is_black:
            frame_child(painter, self.lanes, bounds.top(), bounds.bottom(), look.ink)

    def _plan_conditions(self) -> tuple[Condition, ...]:
        taken = frozenset(strand.way for strand in self._strands)
        return tuple(
            Condition(
                (arrow.source, arrow.way),
                arrow.text,
                qrect(arrow.label),
                condition_tone(
                    (arrow.source, arrow.way), arrow.target, self.procedure, self.state, taken
                ),
            )
            for arrow in self.picture.arrows
            if arrow.label is not None
        )

    def _paint_start(self, painter: QPainter, look: FlowLook) -> None:
        points = self.picture.trigger
        if len(points) < 2:
            return
        ink = look.ink
        if self.state is None:
            painter.setPen(pen(ink.arrow, WAY))
            painter.setBrush(NO_BRUSH)
            painter.drawPath(way_path(points, cut=HEAD_CUT))
            painter.setPen(NO_PEN)
            painter.setBrush(brush(ink.arrow))
            painter.drawPolygon(head_polygon(points))
            paint_dot(painter, points[0], ink)
        paint_trigger_words(painter, points[0], self.procedure.trigger, self.picture.size[0], ink)

    def _paint_steps(
        self, painter: QPainter, look: FlowLook, area: QRectF | None, zoom: float
    ) -> None:
        arts = self.arts
        seen = [arts[number] for number in self._places.within(area)]
        if zoom < FAR_ZOOM:
            paint_far_steps(painter, seen, look, zoom)
        else:
            for art, box in seen:
                self._paint_step(painter, art, box, look)
        for art, box in seen:
            if art.words.id == look.focused:
                paint_focus(painter, art, box.topLeft(), look.ink)

    def _paint_step(self, painter: QPainter, art: StepArt, box: QRectF, look: FlowLook) -> None:
        words = art.words
        dress = dress_step(
            look.ink,
            words.kind,
            words.status,
            is_selected=words.id == look.selected,
            is_hovered=words.id == look.hovered,
        )
        caption = self._captions.get(words.id, QRectF(box.left(), box.bottom(), box.width(), 0))
        paint_step(painter, art, box.topLeft(), caption.topLeft(), look.ink, dress)

    def _paint_conditions(self, painter: QPainter, look: FlowLook, area: QRectF | None) -> None:
        for number in self._condition_places.within(area):
            condition = self._conditions[number]
            paint_pill(
                painter,
                condition.rect,
                condition.text,
                look.ink,
                is_taken=condition.tone is WayTone.TAKEN,
                is_off=condition.tone is WayTone.OFF,
                is_pointed=condition.way == look.pointed,
            )

    def _is_on(self, words: StepWords, art: StepArt, local: QPointF, at: QPointF) -> bool:
        caption = self._captions.get(words.id)
        if caption is not None and caption.contains(at):
            return True
        shape = outline(words.kind, art.width, art.height)
        return shape.contains(local) or art.station.contains(local) or art.tag.contains(local)


def _part_at(art: StepArt, local: QPointF) -> DrawingPart:
    if art.chip is not None and art.chip_rect.contains(local):
        return DrawingPart.CHIP
    if any(mark.kind == "law" and mark.rect.contains(local) for mark in art.marks):
        return DrawingPart.LAW
    return DrawingPart.STEP
