"""The timeline on the screen: painted as it prints; a click goes to the step."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QToolTip

from app.printing.paint import paint_mark
from app.printing.timeline import FEW_LINES, Drawn, Spot, Strip, draw_timeline
from app.ui.common.theme import theme


class Timeline(QFrame):
    """One run, or several of one case; says the same as words to a screen reader.

    Signals: `spot_chosen` with a run and a step; the step is empty for the run itself.
    """

    spot_chosen = Signal(str, str)

    def __init__(self, *, lines: int = FEW_LINES) -> None:
        super().__init__()
        self._lines = lines
        self.setProperty("surface", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMouseTracking(True)
        self._strips: tuple[Strip, ...] = ()
        self._now: datetime | None = None
        self._drawn: Drawn | None = None
        self.setAccessibleName(self.tr("Tidslinje"))
        self._resize()
        theme().changed.connect(self._resize)

    @property
    def strips(self) -> tuple[Strip, ...]:
        """What is shown."""
        return self._strips

    def show_strips(self, strips: Sequence[Strip], now: datetime) -> None:
        """Show runs as they are now."""
        self._strips, self._now = tuple(strips), now
        self.setAccessibleDescription(". ".join(strip.words for strip in self._strips))
        self._resize()

    def sizeHint(self) -> QSize:
        return QSize(400, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        drawn = self._laid_out()
        if drawn is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in drawn.block.marks:
            paint_mark(mark, painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resize()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self.spot_at(event.position())
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if found else arrow)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self.spot_at(event.position())
        if found is not None:
            self.spot_chosen.emit(found.run, found.step)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self.spot_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), found.tip if found else "", self)
            return True
        return super().event(event)

    def spot_at(self, at: QPointF) -> Spot | None:
        """Find what stands at a point of the widget."""
        drawn = self._laid_out()
        spots = drawn.spots if drawn else ()
        for spot in reversed(spots):
            rect = spot.rect
            if rect.x <= at.x() <= rect.x + rect.w and rect.y <= at.y() <= rect.y + rect.h:
                return spot
        return None

    def _laid_out(self) -> Drawn | None:
        if self._drawn is None and self._now is not None and self._strips:
            self._drawn = draw_timeline(
                self._strips,
                self._now,
                self.width(),
                theme().ink,
                theme().px(100) / 100,
                lines=self._lines,
            )
        return self._drawn

    def _resize(self) -> None:
        """Be as high as what is shown, which depends on the width too."""
        self._drawn = None
        drawn = self._laid_out()
        self.setFixedHeight(round(drawn.block.rect.h) if drawn else theme().px(112))
        self.update()
