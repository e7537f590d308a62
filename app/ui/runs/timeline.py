"""The thread pulled straight: what was done when, and when deadlines run out."""

from datetime import datetime, timedelta

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame

from app.model.notation import remaining_label
from app.model.procedure import Procedure
from app.model.state import RunState, StepState, StepStatus
from app.model.times import local
from app.printing.icons import paint_icon
from app.ui.common.theme import theme
from app.ui.runs.timescale import TimeScale, scale_over
from app.ui.runs.words import is_over

_LEFT = 140
_FAR_AHEAD = timedelta(days=60)


class _Knot(Struct, frozen=True):
    at: datetime
    number: str
    broken_before: bool


class _Mark(Struct, frozen=True):
    at: datetime
    text: str
    color: str
    icon: str


class Timeline(QFrame):
    """Painted from values; says the same as words to a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "bar")
        self._knots: list[_Knot] = []
        self._marks: list[_Mark] = []
        self._start: datetime | None = None
        self._now: datetime | None = None
        self.setAccessibleName(self.tr("Tidslinje"))
        self._resize()
        theme().changed.connect(self._resize)

    def show_run(self, procedure: Procedure, state: RunState, now: datetime) -> None:
        """Show a run as it is now."""
        done = [s for s in state.steps.values() if s.done_at is not None]
        done.sort(key=lambda s: s.done_at or now)
        broken = {leg.target for leg in state.legs if leg.broken}
        self._knots = [
            _Knot(s.done_at, str(procedure.numbers.get(s.step, "")), s.step in broken)
            for s in done
            if s.done_at is not None and s.step in procedure.numbers
        ]
        self._marks = [
            mark
            for s in state.steps.values()
            if (mark := self._mark(procedure, s, now)) is not None
        ]
        self._marks.sort(key=lambda mark: mark.at)
        self._start, self._now = state.trigger, now
        self.setAccessibleDescription("; ".join(mark.text for mark in self._marks))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, theme().px(112))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._start is None or self._now is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = px(_LEFT)
        horizon = self._now + _FAR_AHEAD
        ahead = [mark.at for mark in self._marks if mark.at <= horizon]
        moments = [self._start, *(knot.at for knot in self._knots), *ahead]
        scale = scale_over(moments, self._now, left, self.width() - left - px(24))
        self._paint_days(painter, scale, self._now)
        self._paint_names(painter)
        self._paint_thread(painter, scale, self._now)
        self._paint_marks(painter, scale)
        painter.end()

    def _mark(self, procedure: Procedure, step: StepState, now: datetime) -> _Mark | None:
        due = step.due
        if due is None or step.status is StepStatus.NOT_RELEVANT:
            return None
        number = procedure.numbers.get(step.step)
        name = self.tr("Trin {}").format(number) if number else procedure.step(step.step).title
        if step.status is StepStatus.DONE and step.done_at is not None:
            kept = not is_over(due.at, step.done_at, timed=due.timed)
            word = self.tr("holdt") if kept else self.tr("for sent")
            return _Mark(
                due.at,
                f"{name}: {word}",
                "done" if kept else "thread",
                "check-circle" if kept else "clock-alert",
            )
        left = remaining_label(due, now)
        late = is_over(due.at, now, timed=due.timed)
        color = "thread" if late else "ink_2"
        return _Mark(due.at, f"{name}: {left}", color, "clock-alert" if late else "clock")

    def _paint_days(self, painter: QPainter, scale: TimeScale, now: datetime) -> None:
        today = local(now).date()
        top, bottom = px(34), self.height()
        for tick in scale.ticks(today, px(44)):
            if tick.is_rest and tick.width > px(20):
                ground = QRectF(tick.x, px(8), tick.width, bottom)
                painter.fillRect(ground, theme().color("sunken"))
            painter.setPen(QPen(theme().color("hair"), 1))
            painter.drawLine(QPointF(tick.x, top), QPointF(tick.x, bottom))
            weight = QFont.Weight.DemiBold if tick.is_today else QFont.Weight.Normal
            painter.setFont(theme().font(8.5, weight))
            painter.setPen(theme().color("ink" if tick.is_today else "ink_3"))
            room = QRectF(tick.x, px(10), max(tick.width, px(60)), px(20))
            align = Qt.AlignmentFlag.AlignVCenter
            centre = tick.width >= px(44)
            align |= Qt.AlignmentFlag.AlignHCenter if centre else Qt.AlignmentFlag.AlignLeft
            painter.drawText(room, align, tick.text)

    def _paint_names(self, painter: QPainter) -> None:
        painter.setPen(theme().color("ink"))
        painter.setFont(theme().font(9, QFont.Weight.DemiBold))
        vertical = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(px(20), px(10), px(120), px(20)), vertical, self.tr("Tidslinje"))
        painter.setFont(theme().font(9))
        painter.setPen(theme().color("ink_2"))
        painter.drawText(QRectF(px(20), px(40), px(120), px(20)), vertical, self.tr("Udført"))
        painter.drawText(QRectF(px(20), px(68), px(120), px(20)), vertical, self.tr("Frister"))

    def _paint_thread(self, painter: QPainter, scale: TimeScale, now: datetime) -> None:
        y = float(px(50))
        painter.setPen(QPen(theme().color("part"), 1.5))
        painter.drawLine(QPointF(scale.left, y), QPointF(scale.left + scale.width, y))
        assert self._start is not None
        at = scale.x(self._start)
        spots: list[tuple[float, _Knot]] = []
        for knot in self._knots:
            x = max(scale.x(knot.at), at + (px(20) if spots else 0))
            painter.setPen(self._thread_pen(broken=knot.broken_before))
            painter.drawLine(QPointF(at, y), QPointF(x, y))
            spots.append((x, knot))
            at = x
        for x, knot in spots:
            self._paint_knot(painter, QPointF(x, y), knot.number)
        self._paint_now(painter, max(scale.x(now), at + px(30) if spots else 0), y)

    def _thread_pen(self, *, broken: bool) -> QPen:
        pen = QPen(theme().color("thread"), 4)
        if broken:
            pen.setDashPattern([7 / 4, 6 / 4])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    def _paint_knot(self, painter: QPainter, at: QPointF, number: str) -> None:
        painter.setPen(QPen(theme().color("thread"), 2))
        painter.setBrush(theme().color("surface"))
        painter.drawEllipse(at, px(9), px(9))
        painter.setPen(theme().color("ink"))
        painter.setFont(theme().font(8, QFont.Weight.DemiBold))
        box = QRectF(at.x() - px(9), at.y() - px(9), px(18), px(18))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number)

    def _paint_now(self, painter: QPainter, x: float, y: float) -> None:
        painter.setPen(QPen(theme().color("accent"), 2))
        painter.drawLine(QPointF(x, y), QPointF(x, self.height()))
        words = self.tr("I dag")
        font = theme().font(8.5, QFont.Weight.DemiBold)
        width = QFontMetricsF(font).horizontalAdvance(words) + px(16)
        pill = QRectF(x - width / 2, y - px(10), width, px(20))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent"))
        painter.drawRoundedRect(pill, px(10), px(10))
        painter.setPen(theme().color("on_accent"))
        painter.setFont(font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_marks(self, painter: QPainter, scale: TimeScale) -> None:
        """Two lines of marks; one that fits in neither is left to the list of steps."""
        font = theme().font(8.5, QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        ends = [0.0, 0.0]
        painter.setFont(font)
        last_day = scale.left + scale.width
        for mark in self._marks:
            width = px(18) + metrics.horizontalAdvance(mark.text)
            x = min(scale.x(mark.at), last_day - width)
            line = next((n for n, end in enumerate(ends) if x > end + px(8)), None)
            if line is None:
                continue
            ends[line] = x + width
            y = px(70) + line * px(19)
            color = theme().color(mark.color)
            paint_icon(painter, mark.icon, QRectF(x, y, px(14), px(14)), color.name(), 2)
            painter.setPen(QColor(color))
            painter.drawText(QPointF(x + px(18), y + px(12)), mark.text)

    def _resize(self) -> None:
        self.setFixedHeight(theme().px(112))
        self.update()


def px(length: float) -> int:
    """Return a length of the visual standard in pixels of now."""
    return theme().px(length)
