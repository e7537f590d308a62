"""What is due today and this week, over all cases: the first thing one sees."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.model.notation import counted, remaining_label
from app.model.state import OpenDeadline, RunSummary
from app.ui.common.desk import Desk
from app.ui.common.icons import IconLabel
from app.ui.common.theme import theme
from app.ui.common.widgets import (
    SEMIBOLD,
    Button,
    ElidedLabel,
    Label,
    clear_layout,
    section_label,
)
from app.ui.runs.filters import end_of_day, end_of_week
from app.ui.runs.words import is_over

_MOST = 3


class DueThing(Struct, frozen=True):
    """One deadline of one run."""

    run: RunSummary
    deadline: OpenDeadline


def due_things(runs: Iterable[RunSummary], until: datetime) -> list[DueThing]:
    """Give every deadline of the runs until then, the earliest first."""
    found = [
        DueThing(run, deadline)
        for run in runs
        for deadline in run.deadlines
        if deadline.at <= until
    ]
    return sorted(found, key=lambda thing: thing.deadline.at)


class TodayBand(QFrame):
    """Three things at most, the most pressing first, and how many more there are.

    Signals: `run_opened` with the id of a run; `more_requested` when all of them are asked for.
    """

    run_opened = Signal(str)
    more_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("surface", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = section_label("")
        self._more = Button("", "link", on_click=self.more_requested.emit)
        self._cards = QHBoxLayout()
        self._cards.setSpacing(24)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 10, 28, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._cards)

    @property
    def cards(self) -> "list[DueCard]":
        """What is shown, the most pressing first."""
        items = (self._cards.itemAt(place) for place in range(self._cards.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, DueCard)]

    def show_due(self, runs: Sequence[RunSummary]) -> None:
        """Show what is late or due today; where that is little, what is due this week."""
        now = self._desk.now()
        things = due_things(runs, end_of_week(now))
        ends = end_of_day(now)
        today = [thing for thing in things if thing.deadline.at <= ends]
        self._title.setText(self.tr("I dag") if today else self.tr("Denne uge"))
        clear_layout(self._cards)
        shown = things[:_MOST]
        for place, thing in enumerate(shown):
            if place:
                self._cards.addWidget(_Divider())
            card = DueCard(thing, self._desk)
            card.opened.connect(self.run_opened)
            self._cards.addWidget(card, 1)
        for _ in range(_MOST - len(shown)):
            self._cards.addStretch(1)
        more = len(things) - len(shown)
        words = counted(more, self.tr("mere denne uge"), self.tr("mere denne uge"))
        self._more.say(words)
        self._more.setVisible(more > 0)
        self.setVisible(bool(things))


class _Divider(QWidget):
    """A hair line between two things."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("hair"))
        painter.end()


class DueCard(QFrame):
    """One thing to do: the step, its case, and what is left.

    Signals: `opened` with the id of the run.
    """

    opened = Signal(str)

    def __init__(self, thing: DueThing, desk: Desk) -> None:
        super().__init__()
        run, deadline = thing.run, thing.deadline
        self._run_id = run.run.id
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        now = desk.now()
        late = is_over(deadline.at, now, timed=deadline.timed)
        color = "thread" if late else "soon" if deadline.at <= end_of_day(now) else "ink_2"
        left = remaining_label(deadline.at, now, timed=deadline.timed)
        below = self.tr("Sag {} · {}").format(run.run.case_number, run.title)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(12)
        icon = IconLabel("clock-alert" if late else "clock", color, 20)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(ElidedLabel(deadline.title, points=11.5, weight=SEMIBOLD))
        lines.addWidget(ElidedLabel(below, points=9.5, color="ink_2"))
        row.addLayout(lines, 1)
        row.addWidget(Label(left, weight=SEMIBOLD, color=color), 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{deadline.title}, {left}, {below}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self._run_id)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().color("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
            painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self._run_id)
