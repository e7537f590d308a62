"""A flow in its window: what is seen of it, what is chosen in it, and how one moves about.

Reading and running use it as it stands; editing adds its own gestures on the same scene.
"""

from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from app.flow.geometry import Picture
from app.model.catalogue import Catalogue
from app.model.procedure import Procedure
from app.model.state import RunState
from app.printing.flow_paint import FlowDrawing, Hit, Part
from app.printing.flow_paint.lanes import paint_lanes
from app.printing.flow_paint.look import WayKey
from app.printing.ink import Ink
from app.ui.flow.hand import Hand
from app.ui.flow.heads import LaneHeads
from app.ui.flow.keys import Keys
from app.ui.flow.motion import Motion
from app.ui.flow.overview import GAP, Overview
from app.ui.flow.scene import FlowScene
from app.ui.flow.slim_bars import SlimBars
from app.ui.flow.spoken import Speaker
from app.ui.flow.tips import Tip, deadline_tip, law_tip
from app.ui.flow.walk import Walk
from app.ui.flow.zoom import LEAST_ZOOM, MOST_ZOOM, next_zoom

_TIP_WIDTH = 320
_COMFORT = 48.0
_NOTCH = 120
_NOTCH_FACTOR = 1.2


class FlowView(QGraphicsView):
    """Shows one flow.

    Signals: `step_selected` and `step_activated` with the id of a step; `zoom_changed` with the
    percentage that is drawn; `legend_requested`; `list_requested`.
    """

    step_selected = Signal(str)
    step_activated = Signal(str)
    zoom_changed = Signal(int)
    legend_requested = Signal()
    list_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = FlowScene(self)
        self._procedure: Procedure | None = None
        self._picture: Picture | None = None
        self._catalogue = Catalogue()
        self._state: RunState | None = None
        self._now: datetime | None = None
        self._scale = self._zoom = 1.0
        self._fits = ""
        self._is_keyboard = False
        self._heads = LaneHeads(self)
        self._overview = Overview(self)
        self._bars = SlimBars(self)
        self._tip = Tip(self)
        self._hand = Hand(self)
        self._keys = Keys(self)
        self._scrolling = Motion(self._on_scroll_moved, self)
        self._growing = Motion(self._on_thread_grew, self)
        self._set_up()
        self._connect()

    # What is shown

    @property
    def selected(self) -> str | None:
        """The chosen step; None when there is none."""
        return self._scene.look.selected

    @property
    def zoom(self) -> float:
        """The factor that the flow is drawn with, beside that of the system font."""
        return self._zoom

    @property
    def drawing(self) -> FlowDrawing | None:
        """The flow that is shown; None before the first."""
        return self._scene.drawing

    @property
    def tip_text(self) -> str:
        """What the open tip says; empty when none is open."""
        return self._tip.says

    def show_flow(self, procedure: Procedure, picture: Picture, catalogue: Catalogue) -> None:
        """Show a laid-out procedure as it is read."""
        is_same = self._procedure is not None and self._procedure.id == procedure.id
        kept = self.selected if is_same and self.selected in picture.boxes else None
        self._procedure, self._picture, self._catalogue = procedure, picture, catalogue
        self._state = None
        self._keys.walk_in(Walk(procedure, picture))
        self.dress(selected=kept, hovered=None)
        self._redraw()
        if not is_same:
            self._to_start()
        self.setAccessibleName(self.tr("{}, flow").format(procedure.title))
        self._tell_selection()

    def show_state(self, state: RunState | None, now: datetime | None = None) -> None:
        """Show how a run of the procedure stands, or with None the procedure alone.

        The thread grows along the ways that were taken since the state before.
        """
        before = self._state
        self._state = state
        self._now = (now or datetime.now().astimezone()) if state else None
        new = _new_ways(before, state)
        self._redraw()
        if new and self._growing.duration:
            self._grow(new)
        self._tell_selection()

    def select(self, step_id: str | None) -> None:
        """Choose a step and bring it into view; tells nobody."""
        known = self._picture.boxes if self._picture else {}
        wanted = step_id if step_id in known else None
        if wanted != self.selected:
            self.dress(selected=wanted)
            self._show_overview()
            self._tell_selection()
        if wanted is not None:
            self._bring_into_view(wanted)

    def choose(self, step_id: str) -> None:
        """Choose a step as the user does: others are told."""
        if step_id != self.selected:
            self.select(step_id)
            self.step_selected.emit(step_id)
        else:
            self._bring_into_view(step_id)

    def dress(self, **changes: object) -> None:
        """Change selection, hover or colours of what is drawn; the focus ring follows."""
        look = replace(self._scene.look, **changes)
        is_ringed = self._is_keyboard and self.hasFocus()
        self._scene.set_look(replace(look, focused=look.selected if is_ringed else None))

    def set_keyboard(self, is_keyboard: bool) -> None:
        """Tell whether keys were used last; the focus ring shows only then."""
        self._is_keyboard = is_keyboard
        self.dress()

    def chosen_way(self, step_id: str) -> int | None:
        """Return the way that a decision took in the run that is shown."""
        at = self._state.steps.get(step_id) if self._state else None
        return at.way if at else None

    def show_tip(self, hit: Hit) -> None:
        """Explain the deadline or the law of a step beside it."""
        drawing, procedure = self._scene.drawing, self._procedure
        if drawing is None or procedure is None:
            return
        step = procedure.step(hit.step)
        lines = (
            deadline_tip(step, procedure, self._catalogue, self._state, self._now)
            if hit.part is Part.CHIP
            else law_tip(step, self._catalogue)
        )
        place = self.mapFromScene(drawing.part_rect(hit)).boundingRect()
        place.translate(self.viewport().pos())
        self._tip.show_lines(lines, place, round(_TIP_WIDTH * self._scale))
        self._announce(self._tip.says)

    def hide_tip(self) -> bool:
        """Close the tip; tells whether one was open."""
        was_open = bool(self._tip.says)
        self._tip.hide()
        return was_open

    def stop_moving(self) -> None:
        """Stay where a movement has come to; a hand is on the flow."""
        self._scrolling.stop()

    def set_ink(self, ink: Ink) -> None:
        """Change all colours."""
        self.dress(ink=ink)
        self._heads.set_ink(ink)
        self._tip.set_ink(ink)
        self._show_overview()
        self.viewport().update()

    def set_scale(self, scale: float) -> None:
        """Follow the size of the system font."""
        self._scale = scale
        self._overview.set_scale(scale)
        self._zoom_to(self._zoom)
        if self._fits:
            self._fit()

    def set_motion(self, milliseconds: int) -> None:
        """Set how long movements take; 0 where less motion is asked for."""
        self._scrolling.duration = milliseconds
        self._growing.duration = milliseconds

    # Size

    def set_zoom(self, zoom: float, around: QPointF | None = None) -> None:
        """Draw that large; `around` is the point of the window that stays where it is."""
        self._fits = ""
        self._zoom_to(zoom, around)

    def step_zoom(self, direction: int) -> None:
        """Go to the next larger (1) or smaller (-1) size."""
        self.set_zoom(next_zoom(self._zoom, direction))

    def fit_window(self) -> None:
        """Show the whole flow, never larger than full size."""
        self._fits = "window"
        self._fit()

    def fit_width(self) -> None:
        """Show all lanes, never larger than full size."""
        self._fits = "width"
        self._fit()

    def fit_next(self) -> None:
        """Fit the window; where that is done already, fit the width, and so on."""
        if self._fits == "window":
            self.fit_width()
        else:
            self.fit_window()

    # Slots

    def _on_scroll_moved(self, part: float, start: QPointF, end: QPointF) -> None:
        at = start + (end - start) * part
        self.horizontalScrollBar().setValue(round(at.x()))
        self.verticalScrollBar().setValue(round(at.y()))

    def _on_thread_grew(self, part: float, *_: QPointF) -> None:
        growing = self._scene.look.growing if part < 1 else frozenset()
        self.dress(grown=part, growing=growing)

    def _on_overview_moved(self, at: QPointF) -> None:
        self._scrolling.stop()
        self.centerOn(at)

    # Qt

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        ink, area = self._scene.look.ink, QRectF(rect)
        painter.fillRect(area, QColor(ink.paper))
        drawing = self._scene.drawing
        if drawing is not None:
            paint_lanes(painter, drawing.lanes, area.top(), area.bottom(), ink)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._tip.hide()
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fits:
            self._fit()
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._hand.press_key(event) and not self._keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self._hand.release_key(event):
            super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._hand.double_click(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.dress(hovered=None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            factor = _NOTCH_FACTOR ** (event.angleDelta().y() / _NOTCH)
            self.set_zoom(self._zoom * factor, event.position())
            event.accept()
        else:
            self._scrolling.stop()
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.set_keyboard(self._is_keyboard or event.reason() in reasons)
        self._tell_selection()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hand.let_go()
        self.dress()

    # Inner workings

    def _set_up(self) -> None:
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.viewport().setMouseTracking(True)

    def _connect(self) -> None:
        self._overview.moved.connect(self._on_overview_moved)

    def _redraw(self) -> None:
        if self._procedure is None or self._picture is None:
            return
        drawing = FlowDrawing(
            self._procedure, self._picture, self._catalogue, self._state, self._now
        )
        self._growing.stop()
        self.dress(growing=frozenset(), grown=1.0)
        self._scene.show_drawing(drawing)
        self._heads.show_lanes(drawing.lanes)
        self._show_overview()
        self._follow()

    def _show_overview(self) -> None:
        if self._scene.drawing is not None:
            self._overview.show_drawing(self._scene.drawing, self._scene.look)

    def _grow(self, ways: frozenset[WayKey]) -> None:
        self.dress(growing=ways, grown=0.0)
        self._growing.run()

    def _to_start(self) -> None:
        self._scrolling.stop()
        if self._fits:
            self._fit()
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().minimum())
        self.verticalScrollBar().setValue(self.verticalScrollBar().minimum())

    def _fit(self) -> None:
        drawing = self._scene.drawing
        if drawing is None:
            return
        seen, bounds = self.maximumViewportSize(), self._scene.sceneRect()
        wide = seen.width() / max(bounds.width() * self._scale, 1.0)
        tall = (seen.height() - self._heads.head_height) / max(bounds.height() * self._scale, 1.0)
        wanted = wide if self._fits == "width" else min(wide, tall)
        self._zoom_to(min(1.0, wanted), least=0.02)

    def _zoom_to(
        self, zoom: float, around: QPointF | None = None, *, least: float = LEAST_ZOOM
    ) -> None:
        """Change size around a point, else around the middle; a flow at its start stays there."""
        still = around or self.viewport().rect().toRectF().center()
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        was_at_start = [bar.value() == bar.minimum() for bar in bars]
        before = self.viewportTransform().inverted()[0].map(still)
        self._scrolling.stop()
        self._zoom = min(max(zoom, least), MOST_ZOOM)
        factor = self._zoom * self._scale
        self.setTransform(QTransform.fromScale(factor, factor))
        self._follow()
        moved = self.viewportTransform().map(before) - still
        for bar, by, is_start in zip(bars, (moved.x(), moved.y()), was_at_start, strict=True):
            stays = is_start and around is None
            bar.setValue(bar.minimum() if stays else bar.value() + round(by))
        self._follow()
        self.zoom_changed.emit(round(self._zoom * 100))

    def _bring_into_view(self, step_id: str) -> None:
        """Scroll until the step and a little around it can be seen."""
        drawing = self._scene.drawing
        if drawing is None:
            return
        place = self.mapFromScene(drawing.step_bounds(step_id)).boundingRect()
        seen = self.viewport().rect()
        start = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        by = QPointF(
            _needed(place.left(), place.right(), seen.width(), _COMFORT / 2),
            _needed(place.top(), place.bottom(), seen.height(), _COMFORT),
        )
        if not by.isNull():
            self._scrolling.run(start, start + by)

    def _follow(self) -> None:
        """Keep heads and overview with the flow."""
        origin = self.viewportTransform().map(QPointF(0, 0))
        factor = self._zoom * self._scale
        self._heads.follow(origin.x(), factor, self._scale)
        height = self._heads.head_height
        if self.viewportMargins().top() != height:
            self.setViewportMargins(0, height, 0, 0)
        port = self.viewport().geometry()
        self._heads.setGeometry(port.x(), 0, port.width(), height)
        self._bars.follow(port)
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        is_larger = not seen.adjusted(-1, -1, 1, 1).contains(self._scene.sceneRect())
        self._overview.setVisible(is_larger and self._scene.drawing is not None)
        if is_larger:
            size = self._overview.size_within(port.height())
            self._overview.setGeometry(
                port.right() - self._bars.thickness - GAP // 2 - size.width() + 1,
                port.bottom() - self._bars.thickness - GAP // 2 - size.height() + 1,
                size.width(),
                size.height(),
            )
            self._overview.show_seen(seen)

    def _tell_selection(self) -> None:
        """Let a screen reader know what is chosen."""
        if self._procedure is None:
            return
        text = self.tr("Intet trin er valgt")
        if self.selected is not None:
            speaker = Speaker(self._procedure, self._catalogue, self._state, self._now)
            text = speaker.say(self.selected)
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)
            self._announce(text)

    def _announce(self, text: str) -> None:
        if self.hasFocus() and text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))


def _needed(low: float, high: float, room: float, comfort: float) -> float:
    """Return how far to scroll so that a stretch lies within the room, with space around it."""
    comfort = min(comfort, max(0.0, (room - (high - low)) / 2))
    if low < comfort:
        return low - comfort
    if high > room - comfort:
        return min(high - room + comfort, low - comfort)
    return 0.0


def _new_ways(before: RunState | None, after: RunState | None) -> frozenset[WayKey]:
    """Return the ways that were taken since; none when another run is shown."""
    if before is None or after is None or before.run.id != after.run.id:
        return frozenset()
    known = {(leg.source, leg.way, leg.round) for leg in before.legs}
    return frozenset(
        (leg.source, leg.way) for leg in after.legs if (leg.source, leg.way, leg.round) not in known
    )
