"""How large a flow is seen and which part of it; with it go heads, overview and scroll bars."""

from PySide6.QtCore import QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsView

from app.printing.flow_paint import FlowDrawing, FlowLook
from app.printing.ink import Ink
from app.ui.flow.flow_map import GAP, FlowMap
from app.ui.flow.flow_zoom import LEAST_ZOOM, MOST_ZOOM
from app.ui.flow.lane_heads import LaneHeads
from app.ui.flow.motion import Motion
from app.ui.flow.slim_bars import SlimBars

WINDOW, WIDTH, READING = "window", "width", "reading"
_COMFORT = 48.0
_LEAST_FIT = 0.02
_LEAST_READABLE = 0.85


class Sight:
    """Moves and sizes what a view shows. Owned by the view, as a part of it."""

    def __init__(self, view: QGraphicsView) -> None:
        self._view = view
        self._drawing: FlowDrawing | None = None
        self.zoom = self.scale = 1.0
        self.fits = ""
        self.heads = LaneHeads(view)
        self.overview = FlowMap(view)
        self._bars = SlimBars(view)
        self.scrolling = Motion(self._on_moved, view)
        self.overview.moved.connect(self._on_overview_moved)

    def show_drawing(self, drawing: FlowDrawing, look: FlowLook) -> None:
        """Stand around another flow, or the same one in another state."""
        self._drawing = drawing
        self.heads.show_lanes(drawing.lanes)
        self.show_look(look)
        self.follow()

    def show_look(self, look: FlowLook) -> None:
        """Show another selection or other colours in the overview."""
        if self._drawing is not None:
            self.overview.show_drawing(self._drawing, look)

    def set_ink(self, ink: Ink) -> None:
        """Change colours."""
        self.heads.set_ink(ink)

    def set_scale(self, scale: float) -> None:
        """Follow the size of the system font."""
        self.scale = scale
        self.overview.set_scale(scale)
        self.zoom_to(self.zoom)
        self.refit()

    def fit(self, what: str) -> None:
        """Show the whole flow or all its lanes, never larger than full size.

        For reading the lanes are never smaller than can be read; the rest is a scroll away.
        """
        self.fits = what
        self.refit()

    def refit(self) -> None:
        """Fit again what is to be fitted; the window has another size."""
        if not self.fits or self._drawing is None:
            return
        seen, bounds = self._view.maximumViewportSize(), self._view.sceneRect()
        wide = seen.width() / max(bounds.width() * self.scale, 1.0)
        height = seen.height() - self.heads.head_height
        tall = height / max(bounds.height() * self.scale, 1.0)
        wanted = min(wide, tall) if self.fits == WINDOW else wide
        if self.fits == READING:
            wanted = max(wanted, _LEAST_READABLE)
        self.zoom_to(min(1.0, wanted), least=_LEAST_FIT)

    def zoom_to(
        self, zoom: float, around: QPointF | None = None, *, least: float = LEAST_ZOOM
    ) -> None:
        """Change size around a point, else around the middle; a flow at its start stays there."""
        view = self._view
        still = around or view.viewport().rect().toRectF().center()
        bars = (view.horizontalScrollBar(), view.verticalScrollBar())
        was_at_start = [bar.value() == bar.minimum() for bar in bars]
        before = view.viewportTransform().inverted()[0].map(still)
        self.scrolling.stop()
        self.zoom = min(max(zoom, least), MOST_ZOOM)
        factor = self.zoom * self.scale
        view.setTransform(QTransform.fromScale(factor, factor))
        self.follow()
        moved = view.viewportTransform().map(before) - still
        for bar, by, is_start in zip(bars, (moved.x(), moved.y()), was_at_start, strict=True):
            stays = is_start and around is None
            bar.setValue(bar.minimum() if stays else bar.value() + round(by))
        self.follow()

    def to_start(self) -> None:
        """Show the beginning of the flow."""
        self.scrolling.stop()
        self.refit()
        for bar in (self._view.horizontalScrollBar(), self._view.verticalScrollBar()):
            bar.setValue(bar.minimum())

    def sees(self, step_id: str, size: QSize) -> bool:
        """Tell whether all of a step is seen where the flow is seen in this size."""
        if self._drawing is None:
            return False
        place = self._view.mapFromScene(self._drawing.step_bounds(step_id)).boundingRect()
        return QRect(QPoint(0, 0), size).contains(place)

    def bring_into_view(self, step_id: str) -> None:
        """Scroll until the step and a little around it can be seen."""
        if self._drawing is None:
            return
        view = self._view
        place = view.mapFromScene(self._drawing.step_bounds(step_id)).boundingRect()
        seen = view.viewport().rect()
        start = QPointF(view.horizontalScrollBar().value(), view.verticalScrollBar().value())
        by = QPointF(
            _needed(place.left(), place.right(), seen.width(), _COMFORT / 2),
            _needed(place.top(), place.bottom(), seen.height(), _COMFORT),
        )
        if not by.isNull():
            self.scrolling.run(start, start + by)

    def follow(self) -> None:
        """Keep heads, overview and scroll bars with the flow."""
        view = self._view
        origin = view.viewportTransform().map(QPointF(0, 0))
        self.heads.follow(origin.x(), self.zoom * self.scale, self.scale)
        height = self.heads.head_height
        if view.viewportMargins().top() != height:
            view.setViewportMargins(0, height, 0, 0)
        port = view.viewport().geometry()
        self.heads.setGeometry(port.x(), 0, port.width(), height)
        self._bars.follow(port)
        self._place_overview()

    def _place_overview(self) -> None:
        view, port = self._view, self._view.viewport().geometry()
        seen = view.mapToScene(view.viewport().rect()).boundingRect()
        is_larger = not seen.adjusted(-1, -1, 1, 1).contains(view.sceneRect())
        self.overview.setVisible(is_larger and self._drawing is not None)
        if not is_larger:
            return
        size = self.overview.size_within(port.height())
        gap = self._bars.thickness + GAP // 2 - 1
        left, top = port.right() - gap - size.width(), port.bottom() - gap - size.height()
        self.overview.setGeometry(left, top, size.width(), size.height())
        self.overview.show_seen(seen)

    def _on_moved(self, part: float, start: QPointF, end: QPointF) -> None:
        at = start + (end - start) * part
        self._view.horizontalScrollBar().setValue(round(at.x()))
        self._view.verticalScrollBar().setValue(round(at.y()))

    def _on_overview_moved(self, at: QPointF) -> None:
        self.scrolling.stop()
        self._view.centerOn(at)


def _needed(low: float, high: float, room: float, comfort: float) -> float:
    """Return how far to scroll so that a stretch lies within the room, with space around it."""
    comfort = min(comfort, max(0.0, (room - (high - low)) / 2))
    if low < comfort:
        return low - comfort
    if high > room - comfort:
        return min(high - room + comfort, low - comfort)
    return 0.0
