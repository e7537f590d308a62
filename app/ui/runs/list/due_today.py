"""What is due today and this week, over all cases: the first thing one sees."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.model.danish.notation import counted, remaining_label
from app.model.run.due_week import DueCounts, DueList, DueThing
from app.model.run.state import OpenDeadline
from app.model.times import end_of_day, is_over
from app.ui.base.desk import Desk
from app.ui.keys import keys
from app.ui.keys.focus import show_or_hide
from app.ui.keys.shortcuts import asks
from app.ui.look.icons import IconLabel
from app.ui.look.theme import theme
from app.ui.look.widgets import SEMIBOLD, Button, ElidedLabel, Label, section_label

MOST_DUE = 3
"""So many cards at most are read beside each other."""

_CARD = 300


class TodayBand(QFrame):
    """How much is late, due today and due this week; three things at most, the most overdue first.

    Signals: `run_opened` with the id of a run; `all_requested` when all of them are asked for.
    """

    run_opened = Signal(str)
    all_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._due = DueList()
        self._had_room = MOST_DUE
        self.setProperty("surface", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = section_label(self.tr("Denne uge"))
        self._counts = {
            "thread": Label(points=9, weight=SEMIBOLD, color="thread"),
            "soon": Label(points=9, weight=SEMIBOLD, color="soon"),
            "ink_2": Label(points=9, color="ink_2"),
        }
        self.all_button = Button("", "link", on_click=self.all_requested.emit)
        self._row = QHBoxLayout()
        self._row.setSpacing(24)
        self._dividers = [_Divider() for _ in range(MOST_DUE - 1)]
        self._cards = [DueCard() for _ in range(MOST_DUE)]
        for position, card in enumerate(self._cards):
            if position:
                self._row.addWidget(self._dividers[position - 1])
            card.opened.connect(self.run_opened)
            self._row.addWidget(card, 1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._title)
        for label in self._counts.values():
            head.addWidget(label)
        head.addStretch(1)
        head.addWidget(self.all_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 10, 28, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._row)

    @property
    def cards(self) -> "list[DueCard]":
        """What is shown, the most overdue first."""
        return [card for card in self._cards if card.isVisibleTo(self)]

    @property
    def words(self) -> str:
        """What the head of the band says."""
        labels = (self._title, *self._counts.values())
        return " ".join(label.text() for label in labels if label.isVisibleTo(self))

    def show_due(self, due: DueList) -> None:
        """Show what is late, what is due today, and what is left of the week."""
        self._due = due
        self._show_counts(due.counts)
        self._show_cards()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._room() != self._had_room:
            self._show_cards()

    def _room(self) -> int:
        """Return how many cards can be read beside each other."""
        return max(1, min(MOST_DUE, self.width() // theme().px(_CARD)))

    def _show_cards(self) -> None:
        """Show as many things as there is room for, and how many more there are."""
        self._had_room = room = self._room()
        shown, now = self._due.things[:room], self._desk.now()
        for position, card in enumerate(self._cards):
            policy = card.sizePolicy()
            policy.setRetainSizeWhenHidden(bool(shown) and position < room)
            card.setSizePolicy(policy)
            if position < len(shown):
                card.show_thing(shown[position], now)
            show_or_hide(card, self.all_button, is_shown=position < len(shown))
        for position, divider in enumerate(self._dividers, 1):
            divider.setVisible(position < len(shown))
        counts = self._due.counts
        several = counted(counts.runs, self.tr("forløb"), self.tr("forløb"))
        self.all_button.say(self.tr("Se {} med frist denne uge").format(several))
        self.all_button.setVisible(counts.deadlines > len(shown))

    def _show_counts(self, counts: DueCounts) -> None:
        """Say in the head how many deadlines there are of each, by the colours of the cards."""
        said = {
            "thread": (self.tr("{} over i {}"), counts.late),
            "soon": (self.tr("{} i dag"), counts.today),
            "ink_2": (self.tr("{} senere denne uge"), counts.later),
        }
        for color, (words, count) in said.items():
            deadlines = counted(count.deadlines, self.tr("frist"), self.tr("frister"))
            several = counted(count.runs, self.tr("forløb"), self.tr("forløb"))
            self._counts[color].setText(words.format(deadlines, several))
            self._counts[color].setVisible(count.deadlines > 0)
        if not counts.deadlines:
            nothing = self._counts["ink_2"]
            nothing.setText(self.tr("Ingen frister i dag eller resten af ugen"))
            nothing.show()


def _color_of(deadline: OpenDeadline, now: datetime) -> str:
    """Return the colour of a deadline: late, today, or later."""
    if is_over(deadline.at, now, timed=deadline.timed):
        return "thread"
    return "soon" if deadline.at <= end_of_day(now) else "ink_2"


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

    def __init__(self) -> None:
        super().__init__()
        self._run_id = ""
        self._icon = IconLabel("clock", "soon", 20)
        self._title = ElidedLabel(points=11.5, weight=SEMIBOLD)
        self._left = Label(weight=SEMIBOLD)
        self._below = ElidedLabel(points=9.5, color="ink_2")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._assemble()

    def show_thing(self, thing: DueThing, now: datetime) -> None:
        """Show a deadline of a run as it is now."""
        run, deadline = thing.run, thing.deadline
        self._run_id = run.run.id
        color = _color_of(deadline, now)
        left = remaining_label(deadline.at, now, timed=deadline.timed)
        below = self.tr("Sag {} · {}").format(run.run.case_number, run.title)
        self._icon.show_icon("clock-alert" if color == "thread" else "clock", color)
        self._title.setText(deadline.title)
        self._left.setText(left)
        self._left.set_color(color)
        self._below.setText(below)
        self.setAccessibleName(f"{deadline.title}, {left}, {below}")

    def _assemble(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._title, 1)
        top.addWidget(self._left)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addLayout(top)
        lines.addWidget(self._below)
        row.addLayout(lines, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, keys.PRESS):
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
