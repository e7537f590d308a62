"""Marks on a flow that is compared: a frame and a word on each step that is not as it was."""

from collections.abc import Mapping

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.flow import lay_out
from app.model.compare.changes import How
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure
from app.printing.change_note import how_text
from app.printing.flow_paint import measure_title
from app.printing.flow_paint.measure import META, MIDDLE_TO_BASELINE
from app.printing.flow_paint.strokes import NO_BRUSH, NO_PEN, brush, pen
from app.printing.fonts import SEMIBOLD, paint_text, text_width
from app.printing.ink import LIGHT, Ink
from app.printing.line_icons import paint_icon
from app.ui.flow import FlowView

_ICONS = {How.ADDED: "plus", How.REMOVED: "dash", How.CHANGED: "edit", How.MOVED: "path"}
_AROUND, _RADIUS, _EDGE, _TAG = 5.0, 11.0, 2.5, 18.0
_DASH = (6.0, 4.0)
_ICON = 11.0
_LEAST_ZOOM = 0.5


class CompareMark(Struct, frozen=True):
    """What became of a step, and where it stands."""

    rect: QRectF
    how: How


class CompareMarks(QGraphicsItem):
    """Painted over a flow: what became of its steps."""

    def __init__(self) -> None:
        super().__init__()
        self._marks: tuple[CompareMark, ...] = ()
        self._bounds = QRectF()
        self._ink = LIGHT
        self.setZValue(-1)  # under the steps, so that their numbers are seen

    def show_marks(self, marks: tuple[CompareMark, ...], bounds: QRectF) -> None:
        """Show other marks."""
        self.prepareGeometryChange()
        self._marks, self._bounds = marks, bounds.adjusted(-40, -40, 40, 40)
        self.update()

    def set_ink(self, ink: Ink) -> None:
        """Change all colours."""
        self._ink = ink
        self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._marks:
            self._paint_mark(painter, mark)

    def _paint_mark(self, painter: QPainter, mark: CompareMark) -> None:
        color = _color(mark.how, self._ink)
        dash = _DASH if mark.how is How.REMOVED else ()
        frame = mark.rect.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        painter.setPen(pen(color, _EDGE, dash))
        painter.setBrush(NO_BRUSH)
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
        words = how_text(mark.how)
        width = text_width(words, META, SEMIBOLD) + _ICON + 20
        tag = QRectF(frame.right() - width * 0.6, frame.top() - _TAG + 3, width, _TAG)
        painter.setPen(NO_PEN)
        painter.setBrush(brush(color))
        painter.drawRoundedRect(tag, _TAG / 2, _TAG / 2)
        place = QRectF(tag.left() + 7, tag.center().y() - _ICON / 2, _ICON, _ICON)
        paint_icon(painter, _ICONS[mark.how], place, self._ink.surface, 2.6)
        at = QPointF(place.right() + 4, tag.center().y() + META * MIDDLE_TO_BASELINE)
        paint_text(painter, at, words, META, self._ink.surface, SEMIBOLD)


class ComparedView(FlowView):
    """One side of a comparison."""

    def __init__(self) -> None:
        super().__init__()
        self.marks = CompareMarks()
        self._scene.addItem(self.marks)
        self._sight.overview.setMaximumSize(0, 0)  # two small flows are overview enough

    def show_compared(
        self, procedure: Procedure, catalogue: Catalogue, became: Mapping[str, How]
    ) -> None:
        """Show a procedure with what became of its steps."""
        picture = lay_out(procedure, measure_title)
        self.show_flow(procedure, picture, catalogue)
        marks = tuple(
            CompareMark(QRectF(box.x, box.y, box.w, box.h), became[step])
            for step, box in picture.boxes.items()
            if step in became
        )
        if self.drawing is not None:
            self.marks.show_marks(marks, self.drawing.bounds)
        self.fit_lanes()

    def fit_lanes(self) -> None:
        """Show all lanes, but not smaller than titles can be read."""
        self.fit_width()
        if self.zoom < _LEAST_ZOOM:
            self.set_zoom(_LEAST_ZOOM)

    def set_ink(self, ink: Ink) -> None:
        super().set_ink(ink)
        self.marks.set_ink(ink)


def _color(how: How, ink: Ink) -> str:
    return {
        How.ADDED: ink.done,
        How.REMOVED: ink.off,
        How.CHANGED: ink.wait,
        How.MOVED: ink.soon,
    }[how]
