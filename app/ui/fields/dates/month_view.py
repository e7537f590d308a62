"""A month to choose a day in: Monday first, with the numbers of the weeks."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.model.danish.notation import long_date_label, month_label, weekday_label
from app.ui.keys import keys
from app.ui.keys.key_kinds import Key
from app.ui.keys.shortcuts import answer, asks
from app.ui.look.theme import theme
from app.ui.look.widgets import SEMIBOLD, Button, Label

_WEEKS, _DAYS = 6, 7
_DAY = timedelta(days=1)
_WAYS = {
    keys.DAY_BEFORE: -1,
    keys.DAY_AFTER: 1,
    keys.WEEK_BEFORE: -_DAYS,
    keys.WEEK_AFTER: _DAYS,
}


class Month(QFrame):
    """Stands over the window until a day is chosen or one looks elsewhere.

    Arrow keys go by days and weeks, page keys by months; Enter chooses, Esc leaves.

    Signals: `day_chosen` with the date.
    """

    day_chosen = Signal(object)

    def __init__(self, day: date, today: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("month")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self.setAccessibleName(self.tr("Vælg en dag"))
        self._day, self._chosen, self._today = day, day, today
        self._name = Label(weight=SEMIBOLD)
        self._weeks = [Label(points=8.5, color="ink_3") for _ in range(_WEEKS)]
        self._buttons = [_DayButton() for _ in range(_WEEKS * _DAYS)]
        self._assemble()
        self._show_month()

    def open_at(self, field: QWidget) -> None:
        """Stand below a field, or above it where the screen ends."""
        self.adjustSize()
        at = field.mapToGlobal(QPoint(0, field.height() + 2))
        room = field.screen().availableGeometry()
        if at.y() + self.height() > room.bottom():
            at.setY(field.mapToGlobal(QPoint(0, -2)).y() - self.height())
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        self.setGeometry(QRect(at, self.size()))
        self.show()
        self._focus_day()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[Key, Callable[[], object]] = {
            **{key: partial(self._go_to, self._day + by * _DAY) for key, by in _WAYS.items()},
            keys.MONTH_BEFORE: partial(self._turn, -1),
            keys.MONTH_AFTER: partial(self._turn, 1),
            keys.TAKE: partial(self._choose, self._day),
            keys.LEAVE: self.close,
        }
        if not answer(event, acts):
            super().keyPressEvent(event)

    def _choose(self, day: date) -> None:
        self.close()
        self.day_chosen.emit(day)

    def _turn(self, by: int) -> None:
        """Go to the same day of another month, or to its last."""
        months = self._day.year * 12 + self._day.month - 1 + by
        first = date(months // 12, months % 12 + 1, 1)
        last = (first.replace(day=28) + 4 * _DAY).replace(day=1) - _DAY
        self._go_to(first.replace(day=min(self._day.day, last.day)))

    def _on_turned(self, by: int) -> None:
        """Turn by the buttons, which keep the keyboard."""
        focused = self.focusWidget()
        self._turn(by)
        if focused is not None:
            focused.setFocus()

    def _go_to(self, day: date) -> None:
        self._day = day
        self._show_month()
        self._focus_day()

    def _focus_day(self) -> None:
        self._buttons[(self._day - self._first_shown).days].setFocus()

    @property
    def _first_shown(self) -> date:
        """The Monday on or before the first of the month."""
        first = self._day.replace(day=1)
        return first - first.weekday() * _DAY

    def _show_month(self) -> None:
        self._name.setText(month_label(self._day))
        for number, label in enumerate(self._weeks):
            week = (self._first_shown + number * _DAYS * _DAY).isocalendar().week
            label.setText(str(week))
        for number, button in enumerate(self._buttons):
            day = self._first_shown + number * _DAY
            button.show_day(
                day,
                is_far=day.month != self._day.month,
                is_chosen=day == self._chosen,
                is_today=day == self._today,
                has_turn=day == self._day,
            )

    def _assemble(self) -> None:
        px = theme().px
        back = Button("", "quiet", "arrow-l", partial(self._on_turned, -1), small=True)
        back.setToolTip(self.tr("Forrige måned (Page Up)"))
        back.setAccessibleName(self.tr("Forrige måned"))
        onward = Button("", "quiet", "arrow-r", partial(self._on_turned, 1), small=True)
        onward.setToolTip(self.tr("Næste måned (Page Down)"))
        onward.setAccessibleName(self.tr("Næste måned"))
        head = QHBoxLayout()
        head.addWidget(back)
        head.addWidget(self._name, 1, Qt.AlignmentFlag.AlignCenter)
        head.addWidget(onward)
        grid = QGridLayout()
        grid.setSpacing(px(2))
        grid.addWidget(self._heading(self.tr("uge")), 0, 0)
        for column in range(_DAYS):
            name = weekday_label(date(2024, 1, 1) + column * _DAY, short=True)
            grid.addWidget(self._heading(name), 0, column + 1)
        for number, label in enumerate(self._weeks):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(label, number + 1, 0)
        for number, button in enumerate(self._buttons):
            grid.addWidget(button, number // _DAYS + 1, number % _DAYS + 1)
            button.chosen.connect(self._choose)
        today = Button(self.tr("I dag"), "link", on_click=lambda: self._choose(self._today))
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(px(10), px(8), px(10), px(8))
        column_of_all.setSpacing(px(6))
        column_of_all.addLayout(head)
        column_of_all.addLayout(grid)
        column_of_all.addWidget(today)

    def _heading(self, words: str) -> Label:
        label = Label(words, points=8.5, color="ink_3")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label


class _DayButton(QPushButton):
    """One day. The arrow keys belong to the month; Tab stops at one day only.

    Signals: `chosen` with its date.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("day")
        self.setAutoDefault(False)
        self._day = date.min
        self.clicked.connect(lambda: self.chosen.emit(self._day))

    def show_day(
        self, day: date, *, is_far: bool, is_chosen: bool, is_today: bool, has_turn: bool
    ) -> None:
        """Be another day. `is_far` tells that it belongs to the month before or after."""
        self._day = day
        self.setText(str(day.day))
        name = long_date_label(day)
        self.setAccessibleName(self.tr("{}, i dag").format(name) if is_today else name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_turn else Qt.FocusPolicy.ClickFocus)
        is_free = day.weekday() > 4
        for key, value in (
            ("far", is_far),
            ("chosen", is_chosen),
            ("today", is_today),
            ("free", is_free),
        ):
            self.setProperty(key, value)
        self.style().unpolish(self)
        self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, keys.PRESS) and not asks(event, keys.TAKE):
            super().keyPressEvent(event)
        else:
            event.ignore()
