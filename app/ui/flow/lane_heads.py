"""The heads of the lanes, which stay on top while the flow scrolls."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.printing.flow_paint.lane_paint import LANE_HEAD, LaneLook, paint_lane_heads
from app.printing.flow_paint.strokes import color
from app.printing.ink import LIGHT, Ink

_LEAST, _MOST = 0.85, 1.4


class LaneHeads(QWidget):
    """Paints the heads above a view. The view tells where each lane stands now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lanes: tuple[LaneLook, ...] = ()
        self._ink = LIGHT
        self._scale = self._zoom = 1.0
        self._left = 0.0

    @property
    def head_height(self) -> int:
        """Height in pixels at the zoom in force."""
        return round(LANE_HEAD * self._size) if self._lanes else 0

    def show_lanes(self, lanes: tuple[LaneLook, ...]) -> None:
        """Show the heads of these lanes."""
        self._lanes = lanes
        self.update()

    def set_ink(self, ink: Ink) -> None:
        """Change colours."""
        self._ink = ink
        self.update()

    def follow(self, left: float, zoom: float, scale: float) -> None:
        """Stand as the view does: where its zero is, and how large it draws."""
        if (left, zoom, scale) != (self._left, self._zoom, self._scale):
            self._left, self._zoom, self._scale = left, zoom, scale
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), color(self._ink.paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._size, self._size)
        paint_lane_heads(painter, self._placed(), 0, self._ink)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._name_at(event.pos().x()), self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        return QSize(0, self.head_height)

    @property
    def _size(self) -> float:
        """How large names are drawn; they stay readable where the flow itself is small."""
        return min(max(self._zoom, _LEAST * self._scale), _MOST * self._scale)

    def _placed(self) -> list[LaneLook]:
        stretch = self._zoom / self._size
        return [
            LaneLook(
                lane.role,
                lane.name,
                lane.icon,
                self._left / self._size + lane.x * stretch,
                lane.width * stretch,
                lane.place,
            )
            for lane in self._lanes
        ]

    def _name_at(self, x: float) -> str:
        for lane in self._lanes:
            left = self._left + lane.x * self._zoom
            if left <= x < left + lane.width * self._zoom:
                return lane.name
        return ""
