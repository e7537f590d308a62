"""The timeline on the screen: painted as it prints; click or Enter goes to the step."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QToolTip

from app.printing.paint import paint_mark
from app.printing.timeline import FEW_LINES, Drawn, TimelineSpot, draw_timeline
from app.printing.timeline_places import Strip
from app.ui.keys import keys
from app.ui.keys.key_kinds import Key
from app.ui.keys.menus import Menu
from app.ui.keys.shortcuts import answer
from app.ui.look.theme import theme
from app.ui.look.tip_words import tip_words


class Timeline(QFrame):
    """One run, or several of one case; says the same as words to a screen reader.

    The arrow keys go from mark to mark: left and right along a line, up and down to the next.

    Signals: `spot_chosen` with a run and a step; the step is empty for the run itself.
    """

    spot_chosen = Signal(str, str)

    def __init__(self, *, lines: int = FEW_LINES) -> None:
        super().__init__()
        self._lines = lines
        self.setProperty("surface", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._strips: tuple[Strip, ...] = ()
        self._now: datetime | None = None
        self._drawn: Drawn | None = None
        self._menu = Menu(self)
        self._stood_on: tuple[object, ...] | None = None
        self.setAccessibleName(self.tr("Tidslinje"))
        self._resize()
        theme().changed.connect(self._resize)

    @property
    def strips(self) -> tuple[Strip, ...]:
        """What is shown."""
        return self._strips

    @property
    def current(self) -> TimelineSpot | None:
        """The mark that the keys stand on."""
        return next((spot for spot in self._spots() if _key_of(spot) == self._stood_on), None)

    def show_strips(self, strips: Sequence[Strip], now: datetime) -> None:
        """Show runs as they are now."""
        self._strips, self._now, self._drawn = tuple(strips), now, None
        if self.hasFocus():
            self._stand_somewhere()
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
        spot = self.current if self.hasFocus() else None
        if spot is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().color("focus"), 2))
            ring = _rect_of(spot).adjusted(-3, -3, 3, 3)
            painter.drawRoundedRect(ring, theme().px(6), theme().px(6))
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
            self._choose(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.current
        if current is None or not answer(event, self._acts(current)):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._stand_somewhere()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        QToolTip.hideText()
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self.spot_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip_words(found.tip) if found else "", self)
            return True
        return super().event(event)

    def named_parts(self) -> list[tuple[str, QRect]]:
        """Give each mark by what it says, with its place."""
        return [(spot.tip, _rect_of(spot).toRect()) for spot in self._spots()]

    def spot_at(self, at: QPointF) -> TimelineSpot | None:
        """Find what stands at a point of the widget."""
        for spot in reversed(self._spots()):
            rect = spot.rect
            if rect.x <= at.x() <= rect.x + rect.w and rect.y <= at.y() <= rect.y + rect.h:
                return spot
        return None

    def _acts(self, current: TimelineSpot) -> dict[Key, Callable[[], object]]:
        """Return what the keys do at the mark they stand on."""
        row = self._row(current.row)
        return {
            keys.PRESS: partial(self._choose, current),
            keys.ALONG_BACK: partial(self._go_along, current, -1),
            keys.ALONG_ON: partial(self._go_along, current, 1),
            keys.UP: partial(self._go_across, current, -1),
            keys.DOWN: partial(self._go_across, current, 1),
            keys.HOME: partial(self._stand_on, row[0]),
            keys.END: partial(self._stand_on, row[-1]),
        }

    def _stand_somewhere(self) -> None:
        """Stand on the first mark where the one stood on is gone, or there was none."""
        spots = self._spots()
        if self.current is None and spots:
            self._stood_on = _key_of(self._row(min(spot.row for spot in spots))[0])

    def _choose(self, spot: TimelineSpot) -> None:
        """Go to the step of a mark; where several share it, ask which."""
        if len(spot.stops) == 1:
            self.spot_chosen.emit(spot.run, spot.stops[0].step)
            return
        self._menu.clear()
        for stop in spot.stops:
            action = self._menu.addAction(stop.words)
            action.triggered.connect(partial(self.spot_chosen.emit, spot.run, stop.step))
        self._menu.setActiveAction(self._menu.actions()[0])
        QToolTip.hideText()
        self._menu.popup(self.mapToGlobal(_foot_of(spot)))

    def _go_along(self, spot: TimelineSpot, step: int) -> None:
        row = self._row(spot.row)
        place = row.index(spot) + step
        if 0 <= place < len(row):
            self._stand_on(row[place])

    def _go_across(self, spot: TimelineSpot, step: int) -> None:
        """Go to the nearest mark of the next line that has any."""
        rows = sorted({one.row for one in self._spots()})
        place = rows.index(spot.row) + step
        if 0 <= place < len(rows):
            x = spot.rect.center[0]
            row = self._row(rows[place])
            self._stand_on(min(row, key=lambda one: abs(one.rect.center[0] - x)))

    def _stand_on(self, spot: TimelineSpot) -> None:
        """Stand on a mark, and say what it says."""
        self._stood_on = _key_of(spot)
        self.update()
        QToolTip.showText(self.mapToGlobal(_foot_of(spot)), tip_words(spot.tip), self)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spot.tip))

    def _row(self, row: int) -> list[TimelineSpot]:
        """Return the marks of a line from left to right."""
        spots = [spot for spot in self._spots() if spot.row == row]
        return sorted(spots, key=lambda spot: (spot.rect.x, spot.rect.y))

    def _spots(self) -> tuple[TimelineSpot, ...]:
        drawn = self._laid_out()
        return drawn.spots if drawn else ()

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


def _key_of(spot: TimelineSpot) -> tuple[object, ...]:
    """Tell a mark from all others, also when it is drawn anew elsewhere.

    What is said of a deadline changes with time; of what was done a step may have several.
    """
    is_due, first = spot.row % 2 == 1, spot.stops[0]
    return spot.run, first.step, is_due or first.words


def _rect_of(spot: TimelineSpot) -> QRectF:
    rect = spot.rect
    return QRectF(rect.x, rect.y, rect.w, rect.h)


def _foot_of(spot: TimelineSpot) -> QPoint:
    rect = spot.rect
    return QPoint(round(rect.x), round(rect.y + rect.h + 4))
