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
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from app.flow.geometry import Picture
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure, Transition
from app.model.run.state import RunState
from app.printing.flow_paint import DrawingHit, DrawingPart, FlowDrawing
from app.printing.flow_paint.lane_paint import paint_lanes
from app.printing.ink import Ink
from app.ui.flow.flow_choosing import Choosing
from app.ui.flow.flow_hand import Hand
from app.ui.flow.flow_keys import Keys
from app.ui.flow.flow_scene import FlowScene
from app.ui.flow.flow_sight import READING, WIDTH, WINDOW, Sight
from app.ui.flow.flow_tips import Tip, TipLines, deadline_tip, law_tip
from app.ui.flow.flow_walk import Walk, new_ways
from app.ui.flow.flow_zoom import next_zoom
from app.ui.flow.motion import Motion
from app.ui.flow.spoken_steps import Speaker
from app.ui.keys.focus import is_by_key

_TIP_WIDTH = 320
_NOTCH = 120
_NOTCH_FACTOR = 1.2


class FlowView(QGraphicsView):
    """Shows one flow.

    Signals: `step_selected` and `step_activated` with the id of a step; `way_chosen` with the id
    of a decision and the place of its way; `zoom_changed` with the percentage that is drawn;
    `legend_requested`; `list_requested`.
    """

    step_selected = Signal(str)
    step_activated = Signal(str)
    way_chosen = Signal(str, int)
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
        self._is_keyboard = False
        self._sight = Sight(self)
        self._tip = Tip(self)
        self.choosing = Choosing(self)
        self._hand = Hand(self)
        self._keys = Keys(self)
        self._growing = Motion(self._on_thread_grew, self)
        self._set_up()

    # What is shown

    @property
    def selected(self) -> str | None:
        """The chosen step; None when there is none."""
        return self._scene.look.selected

    @property
    def zoom(self) -> float:
        """The factor that the flow is drawn with, beside that of the system font."""
        return self._sight.zoom

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
            self._sight.to_start()
        self.setAccessibleName(self.tr("{}, flow").format(procedure.title))
        self._tell_selection()

    def show_state(self, state: RunState | None, now: datetime) -> None:
        """Show how a run of the procedure stands, or with None the procedure alone.

        The thread grows along the ways that were taken since the state before.
        """
        before = self._state
        self._state = state
        self._now = now if state else None
        new = new_ways(before, state)
        self._redraw()
        if new and self._growing.duration:
            self.dress(growing=new, grown=0.0)
            self._growing.run()
        self._tell_selection()

    def named_parts(self) -> list[tuple[str, QRect]]:
        """Return what has a name in the picture, and where it is drawn in this widget."""
        drawing = self._scene.drawing
        if drawing is None:
            return []
        by = self.viewport().pos()
        return [
            (name, self.mapFromScene(rect).boundingRect().translated(by))
            for name, rect in drawing.named_parts()
        ]

    def select(self, step_id: str | None) -> None:
        """Choose a step and bring it into view; tells nobody."""
        known = self._picture.boxes if self._picture else {}
        wanted = step_id if step_id in known else None
        if wanted != self.selected:
            self.dress(selected=wanted)
            self._sight.show_look(self._scene.look)
            self._tell_selection()
        if wanted is not None:
            self._sight.bring_into_view(wanted)

    def choose(self, step_id: str) -> None:
        """Choose a step as the user does: others are told."""
        if step_id != self.selected:
            self.select(step_id)
            self.step_selected.emit(step_id)
        else:
            self._sight.bring_into_view(step_id)

    def open_step(self, step_id: str) -> None:
        """Open a step as the user does: others are told."""
        self.step_activated.emit(step_id)

    def take_way(self, step_id: str, way: int) -> None:
        """Choose a way of a decision as the user does: others are told."""
        self.way_chosen.emit(step_id, way)

    def ask_for(self, *, is_list: bool) -> None:
        """Ask for the list in place of the picture, or else for what its signs mean."""
        if is_list:
            self.list_requested.emit()
        else:
            self.legend_requested.emit()

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

    def ways_of(self, step_id: str) -> tuple[Transition, ...]:
        """Return the ways out of a step."""
        step = self._procedure.by_id.get(step_id) if self._procedure else None
        return step.next if step else ()

    def show_tip(self, hit: DrawingHit) -> None:
        """Explain the deadline or the law of a step beside it."""
        drawing, procedure = self._scene.drawing, self._procedure
        if drawing is None or procedure is None:
            return
        step = procedure.step(hit.step)
        lines = (
            deadline_tip(step, procedure, self._catalogue, self._state, self._now)
            if hit.part is DrawingPart.CHIP
            else law_tip(step, self._catalogue)
        )
        self.show_lines(lines, drawing.part_rect(hit))

    def show_lines(self, lines: TipLines, beside: QRectF) -> None:
        """Say something beside a part of the flow."""
        place = self.mapFromScene(beside).boundingRect()
        place.translate(self.viewport().pos())
        self._tip.show_lines(lines, place, round(_TIP_WIDTH * self._sight.scale))
        self._announce(self._tip.says)

    def hide_tip(self) -> bool:
        """Close the tip; tells whether one was open."""
        was_open = bool(self._tip.says)
        self._tip.hide()
        return was_open

    def stop_moving(self) -> None:
        """Stay where a movement has come to; a hand is on the flow."""
        self._sight.scrolling.stop()

    def set_ink(self, ink: Ink) -> None:
        """Change all colours."""
        self.dress(ink=ink)
        self._sight.set_ink(ink)
        self._sight.show_look(self._scene.look)
        self._tip.set_ink(ink)
        self.viewport().update()

    def set_scale(self, scale: float) -> None:
        """Follow the size of the system font."""
        self._sight.set_scale(scale)

    def set_motion(self, milliseconds: int) -> None:
        """Set how long movements take; 0 where less motion is asked for."""
        self._sight.scrolling.duration = milliseconds
        self._growing.duration = milliseconds

    # Size

    def set_zoom(self, zoom: float, around: QPointF | None = None) -> None:
        """Draw that large; `around` is the point of the window that stays where it is."""
        self._sight.fits = ""
        self._sight.zoom_to(zoom, around)
        self._tell_zoom()

    def step_zoom(self, direction: int) -> None:
        """Go to the next larger (1) or smaller (-1) size."""
        self.set_zoom(next_zoom(self.zoom, direction))

    def fit_window(self) -> None:
        """Show the whole flow, never larger than full size."""
        self._sight.fit(WINDOW)
        self._tell_zoom()

    def fit_width(self) -> None:
        """Show all lanes, never larger than full size."""
        self._sight.fit(WIDTH)
        self._tell_zoom()

    def fit_reading(self) -> None:
        """Show all lanes as far as they can be read, as a flow is first seen."""
        self._sight.fit(READING)
        self._tell_zoom()

    def fit_next(self) -> None:
        """Fit the window; where that is done already, fit the width, and so on."""
        if self._sight.fits == WINDOW:
            self.fit_width()
        else:
            self.fit_window()

    # Slots

    def _on_thread_grew(self, part: float, *_: QPointF) -> None:
        growing = self._scene.look.growing if part < 1 else frozenset()
        self.dress(grown=part, growing=growing)

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
        self._sight.follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        chosen = self.selected
        was_seen = chosen is not None and self._sight.sees(chosen, event.oldSize())
        super().resizeEvent(event)
        before = self.zoom
        self._sight.refit()
        self._sight.follow()
        if self.zoom != before:
            self._tell_zoom()
        if chosen is not None and was_seen and not self._sight.sees(chosen, event.size()):
            self._sight.bring_into_view(chosen)

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
        self.choosing.point_at(None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            factor = _NOTCH_FACTOR ** (event.angleDelta().y() / _NOTCH)
            self.set_zoom(self.zoom * factor, event.position())
            event.accept()
        else:
            self._sight.scrolling.stop()
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.set_keyboard(self._is_keyboard or is_by_key())
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

    def _redraw(self) -> None:
        if self._procedure is None or self._picture is None:
            return
        drawing = FlowDrawing(
            self._procedure, self._picture, self._catalogue, self._state, self._now
        )
        self._growing.stop()
        self.dress(growing=frozenset(), grown=1.0)
        self._scene.show_drawing(drawing)
        self._sight.show_drawing(drawing, self._scene.look)

    def _tell_zoom(self) -> None:
        self.zoom_changed.emit(round(self.zoom * 100))

    def _tell_selection(self) -> None:
        """Let a screen reader know what is chosen."""
        if self._procedure is None:
            return
        text = self.tr("Intet trin er valgt")
        if self.selected is not None:
            speaker = Speaker(self._procedure, self._catalogue, self._state, self._now)
            text = speaker.say(self.selected)
            if self.choosing.lines_of(self.selected):
                text = self.tr("{}, vælg vej med Alt og et tal").format(text)
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)
            self._announce(text)

    def _announce(self, text: str) -> None:
        if self.hasFocus() and text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
