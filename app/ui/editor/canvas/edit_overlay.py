"""Paints over the flow what only an editor has: handles, a line being drawn, what is missing."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.flow.geometry import Arrow, Picture
from app.model.library.procedure import Procedure
from app.printing.flow_paint.measure import MIDDLE_TO_BASELINE, PILL
from app.printing.flow_paint.strokes import NO_BRUSH, NO_PEN, brush, pen
from app.printing.flow_paint.way_paint import NEAR_WAY, PILL_EDGE, PILL_OFF_DASH, PILL_RADIUS, qrect
from app.printing.fonts import SEMIBOLD, paint_text, text_width
from app.printing.ink import LIGHT, Ink
from app.printing.line_icons import paint_icon
from app.ui.editor.canvas.edit_handles import PLUS_RADIUS, TOOLS, Handle, HandleKind, tool_column
from app.ui.editor.canvas.placeholders import lacks_condition

_ICONS = {HandleKind.ADD_STEP: "plus", HandleKind.ADD_WAY: "path", HandleKind.DELETE: "trash"}
_ICON, _PLUS_ICON = 17.0, 10.0
_RADIUS = 8.0
_FRAME, _PORT_EDGE, _PLUS_EDGE = 1.5, 1.75, 1.75
_LINE_DASH = (5.0, 4.0)
_HEAD = 9.0
_AROUND = 80.0


class Pulled(Struct, frozen=True):
    """What a hand is pulling: a line from a step, or a step itself, and where it would go.

    `target` frames the step it would reach, `lane` the column it would fall into, `spot` the
    place between two steps it would take.
    """

    start: QPointF | None = None
    end: QPointF | None = None
    carried: QRectF | None = None
    target: QRectF | None = None
    lane: QRectF | None = None
    spot: QPointF | None = None


NOTHING_PULLED = Pulled()


class EditOverlay(QGraphicsItem):
    """One item above the picture. It knows what to paint, not what it means."""

    def __init__(self) -> None:
        super().__init__()
        self._bounds = QRectF()
        self._missing: tuple[Arrow, ...] = ()
        self._handles: tuple[Handle, ...] = ()
        self._pointed: Handle | None = None
        self._pulled = NOTHING_PULLED
        self._ink = LIGHT
        self.setZValue(1)

    @property
    def handles(self) -> tuple[Handle, ...]:
        """What can be taken hold of now."""
        return self._handles

    @property
    def pulled(self) -> Pulled:
        """What is being pulled now."""
        return self._pulled

    def show_picture(self, procedure: Procedure, picture: Picture, bounds: QRectF) -> None:
        """Stand over another picture."""
        self.prepareGeometryChange()
        self._bounds = bounds.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        self._missing = tuple(
            arrow
            for arrow in picture.arrows
            if arrow.label is not None and _lacks(procedure, arrow)
        )
        self.update()

    def show_handles(self, handles: Sequence[Handle]) -> None:
        """Show other handles, or none."""
        self._handles = tuple(handles)
        self._pointed = None
        self.update()

    def point_at(self, handle: Handle | None) -> None:
        """Show that the mouse is on a handle."""
        if handle != self._pointed:
            self._pointed = handle
            self.update()

    def show_pulled(self, pulled: Pulled) -> None:
        """Show what a hand is pulling."""
        self._pulled = pulled
        self.update()

    def set_ink(self, ink: Ink) -> None:
        """Change all colours."""
        self._ink = ink
        self.update()

    def handle_at(self, at: QPointF) -> Handle | None:
        """Return the handle at a point."""
        return next((one for one in reversed(self._handles) if one.is_hit(at)), None)

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_pulled(painter)
        for arrow in self._missing:
            _paint_missing(painter, arrow, self._ink)
        self._paint_tools(painter)
        for handle in self._handles:
            if handle.kind is HandleKind.PORT:
                self._paint_port(painter, handle)
            elif handle.kind is HandleKind.PLUS:
                self._paint_plus(painter, handle)

    def _paint_tools(self, painter: QPainter) -> None:
        tools = [handle for handle in self._handles if handle.kind in TOOLS]
        frame = tool_column(tools)
        if frame.isEmpty():
            return
        ink = self._ink
        painter.setPen(pen(ink.accent, _FRAME))
        painter.setBrush(brush(ink.surface))
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
        for number, handle in enumerate(tools):
            is_pointed = handle == self._pointed
            if is_pointed:
                painter.setPen(NO_PEN)
                painter.setBrush(brush(ink.accent_tint))
                painter.drawRoundedRect(handle.rect.adjusted(3, 3, -3, -3), 5, 5)
            if number:
                painter.setPen(pen(ink.hair, 1.0))
                painter.drawLine(_between(tools[number - 1].rect, handle.rect))
            place = _middle(handle.rect, _ICON)
            paint_icon(painter, _ICONS[handle.kind], place, ink.accent)

    def _paint_port(self, painter: QPainter, handle: Handle) -> None:
        is_pointed = handle == self._pointed
        painter.setPen(pen(self._ink.accent, _PORT_EDGE))
        painter.setBrush(brush(self._ink.accent if is_pointed else self._ink.surface))
        grown = 1.5 if is_pointed else 0.0
        painter.drawEllipse(handle.rect.adjusted(-grown, -grown, grown, grown))

    def _paint_plus(self, painter: QPainter, handle: Handle) -> None:
        is_pointed = handle == self._pointed
        ink = self._ink
        painter.setPen(pen(ink.accent, _PLUS_EDGE))
        painter.setBrush(brush(ink.accent if is_pointed else ink.surface))
        painter.drawEllipse(handle.rect)
        color = ink.on_accent if is_pointed else ink.accent
        paint_icon(painter, "plus", _middle(handle.rect, _PLUS_ICON), color, 3.2)

    def _paint_pulled(self, painter: QPainter) -> None:
        pulled, ink = self._pulled, self._ink
        painter.setBrush(NO_BRUSH)
        if pulled.lane is not None:
            painter.setPen(pen(ink.accent, 1.5, _LINE_DASH))
            painter.drawRoundedRect(pulled.lane.adjusted(3, 3, -3, -3), _RADIUS, _RADIUS)
        if pulled.target is not None:
            painter.setPen(pen(ink.accent, 2.5))
            painter.drawRoundedRect(pulled.target.adjusted(-5, -5, 5, 5), 11, 11)
        if pulled.spot is not None:
            painter.setPen(pen(ink.accent, 2.5))
            painter.setBrush(brush(ink.accent_tint))
            painter.drawEllipse(pulled.spot, PLUS_RADIUS, PLUS_RADIUS)
        if pulled.carried is not None:
            painter.setPen(pen(ink.accent, 2.0, _LINE_DASH))
            painter.setBrush(brush(ink.accent_wash))
            painter.setOpacity(0.75)
            painter.drawRoundedRect(pulled.carried, _RADIUS, _RADIUS)
            painter.setOpacity(1.0)
        if pulled.start is not None and pulled.end is not None:
            _paint_line(painter, pulled.start, pulled.end, ink)


def _paint_line(painter: QPainter, start: QPointF, end: QPointF, ink: Ink) -> None:
    painter.setBrush(NO_BRUSH)
    painter.setPen(pen(ink.accent, NEAR_WAY, _LINE_DASH))
    painter.drawLine(start, end)
    line = QLineF(start, end)
    if line.length() < _HEAD:
        return
    along = (end - start) / line.length() * _HEAD
    across = QPointF(-along.y(), along.x()) / 2
    painter.setPen(NO_PEN)
    painter.setBrush(brush(ink.accent))
    painter.drawPolygon(QPolygonF([end, end - along + across, end - along - across]))


def _paint_missing(painter: QPainter, arrow: Arrow, ink: Ink) -> None:
    """Paint a condition that is still to be written over the mark that holds its place."""
    if arrow.label is None:
        return
    rect = qrect(arrow.label)
    painter.setPen(pen(ink.soon, PILL_EDGE, PILL_OFF_DASH))
    painter.setBrush(brush(ink.soon_tint))
    radius = min(rect.height() / 2, PILL_RADIUS)
    painter.drawRoundedRect(rect, radius, radius)
    width = text_width(arrow.text, PILL, SEMIBOLD)
    at = QPointF(rect.center().x() - width / 2, rect.center().y() + PILL * MIDDLE_TO_BASELINE)
    paint_text(painter, at, arrow.text, PILL, ink.soon, SEMIBOLD)


def _lacks(procedure: Procedure, arrow: Arrow) -> bool:
    step = procedure.by_id.get(arrow.source)
    return (
        step is not None
        and arrow.way < len(step.next)
        and lacks_condition(step, step.next[arrow.way])
    )


def _between(before: QRectF, after: QRectF) -> QLineF:
    """Return the line between two tools that stand side by side or one below the other."""
    if before.top() == after.top():
        return QLineF(after.left(), after.top() + 8, after.left(), after.bottom() - 8)
    return QLineF(after.left() + 8, after.top(), after.right() - 8, after.top())


def _middle(rect: QRectF, side: float) -> QRectF:
    place = QRectF(0, 0, side, side)
    place.moveCenter(rect.center())
    return place
