"""Fields for a date, for a point in time, and for a time of day.

One writes as one is used to, and what was read is shown back whole when the field is left. What
cannot be read stays as it was typed and is refused in the field.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.model.danish.moment_reading import Lies, Unread, read_clock, read_day, read_moment
from app.model.danish.notation import date_label
from app.model.danish.time_notation import clock_entry, moment_entry
from app.model.times import ZONE, comes_twice, day_of, local
from app.ui.fields.dates.date_words import example_hint, unread_text
from app.ui.fields.dates.month_view import Month
from app.ui.fields.entry import KEEPS_NO_TEXT, EntryField
from app.ui.keys import keys
from app.ui.keys.key_kinds import Key
from app.ui.keys.key_words import with_key
from app.ui.keys.shortcuts import answer
from app.ui.look.theme import theme
from app.ui.look.widgets import Button

Clock = Callable[[], datetime]
"""Tells what the time is: words such as `i dag` depend on it."""

Value = TypeVar("Value")

_AIR, _BUTTON = 24, 28


class _ReadField(EntryField, Generic[Value]):
    """A field whose text is read when it is left.

    Signals: `changed` when it holds another value than before, or none any more.
    """

    changed = Signal()

    example = ""
    widest = ""

    def __init__(self, name: str, *, may_be_empty: bool) -> None:
        super().__init__(name, example_hint(self.example))
        self.line.setProperty(KEEPS_NO_TEXT, True)
        self._may_be_empty = may_be_empty
        self._value: Value | None = None
        self._is_unread = False
        self._shown = ""
        self._resize()
        theme().changed.connect(self._resize)
        self.finished.connect(self.settle)

    @property
    def text(self) -> str:
        """What stands in the line."""
        return self.line.text()

    @property
    def is_being_written(self) -> bool:
        """Whether something stands there that was not read yet."""
        return self.line.text() != self._shown

    def value(self) -> Value | None:
        """Return what was read last; None while nothing stands there that can be read."""
        return self._value

    def set_value(self, value: Value | None) -> None:
        """Show a value, or nothing. It is not told of."""
        self._is_unread = False
        self._keep(value)
        self.accept()

    def show_text(self, text: str) -> None:
        """Show a text as if it was written before: what cannot be read is marked."""
        self._value, self._shown = None, text
        self.line.setText(text)
        self._read()

    def settle(self) -> bool:
        """Read what stands there and show it whole; say in the field if that cannot be done."""
        is_taken_away = self._is_unread and not self.is_refused
        if not (self.is_being_written or self._is_missing() or is_taken_away):
            return not self.is_refused
        before, was_unread = self._value, self._is_unread
        is_read = self._read()
        self._is_unread = not is_read
        if self._value != before or (was_unread and is_read):  # none may be meant only now
            self.changed.emit()
        return is_read

    def _read(self) -> bool:
        text = self.line.text()
        if not text.strip() and self._may_be_empty:
            self.set_value(None)
            return True
        read = self._reading(text)
        if isinstance(read, Unread):
            self._value, self._shown = None, ""
            self.refuse(unread_text(read, self.example))
            return False
        self._keep(read)
        self.accept(self._remark(read))
        return True

    def _keep(self, value: Value | None) -> None:
        self._value = value
        self._shown = "" if value is None else self._written(value)
        if self.line.text() != self._shown:
            self.line.setText(self._shown)

    def _is_missing(self) -> bool:
        return not (self._shown or self._may_be_empty)

    def _reading(self, text: str) -> Value | Unread:
        """Read a text."""
        raise NotImplementedError

    def _written(self, value: Value) -> str:
        """Write a value whole."""
        raise NotImplementedError

    def _remark(self, value: Value) -> str:
        """Say something about what was read, where that is worth it."""
        return ""

    def _resize(self) -> None:
        wide = self.line.fontMetrics().horizontalAdvance(self.widest)
        self.line.setMinimumWidth(wide + theme().px(_AIR))


class _DatedField(_ReadField[Value], Generic[Value]):
    """A field with a day in it: the arrow keys change it, Alt and the down key open the month."""

    def __init__(self, name: str, clock: Clock, *, may_be_empty: bool) -> None:
        super().__init__(name, may_be_empty=may_be_empty)
        self._clock = clock
        self._open = Button("", "quiet", "calendar", self.open_month, tip=self.tr("Åbn kalender"))
        self._open.setObjectName("inside")
        self._open.setParent(self.line)
        self._open.setToolTip(with_key(self.tr("Åbn kalender"), keys.OPEN_MONTH))
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the key opens it from the line
        self._open.setCursor(Qt.CursorShape.ArrowCursor)
        self.line.installEventFilter(self)
        self._place_button()
        theme().changed.connect(self._place_button)

    def open_month(self) -> None:
        """Let a day be chosen in a month."""
        if self.line.isReadOnly() or not self.isEnabled():
            return
        self.line.setFocus()
        self._read_quietly()
        month = Month(self._day_of_value() or self._today(), self._today(), self)
        month.day_chosen.connect(self._on_day_chosen)
        month.open_at(self.line)

    def set_read_only(self, *, is_read_only: bool) -> None:
        """Let it only be read."""
        self.line.setReadOnly(is_read_only)
        self._open.setVisible(not is_read_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._answers(event)
        if event.type() is QEvent.Type.Resize:
            self._place_button()
        return super().eventFilter(watched, event)

    def _place_button(self) -> None:
        """Stand in the line, at its right end."""
        wide, tall = theme().px(_BUTTON), self.line.height() - 6
        self._open.setGeometry(self.line.width() - wide - 3, 3, wide, tall)
        self.line.setTextMargins(0, 0, wide, 0)

    def _answers(self, event: QKeyEvent) -> bool:
        """Do what a key asks for that is no writing."""
        acts: dict[Key, Callable[[], object]] = {keys.OPEN_MONTH: self.open_month}
        if not self.line.isReadOnly():
            acts[keys.LATER_DAY] = partial(self._step, timedelta(days=1))
            acts[keys.EARLIER_DAY] = partial(self._step, timedelta(days=-1))
        return answer(event, acts)

    def _step(self, by: timedelta) -> None:
        """Go to another day; what cannot be read is left alone."""
        if not self.line.text().strip():
            self._go_to(self._today())
        elif self._read_quietly():
            day = self._day_of_value()
            if day is not None:
                self._go_to(day + by)

    def _on_day_chosen(self, day: date) -> None:
        self.line.setFocus()
        self._go_to(day)

    def _go_to(self, day: date) -> None:
        """Take another day, as if it was written."""
        raise NotImplementedError

    def _read_quietly(self) -> bool:
        """Take in what is written before something is done with it."""
        return self.settle() if self.line.text().strip() else True

    def _put(self, value: Value) -> None:
        """Take a value that the user pointed at."""
        before = self._value
        self._keep(value)
        self.accept(self._remark(value))
        self.typed.emit()
        if value != before:
            self.changed.emit()

    def _day_of_value(self) -> date | None:
        raise NotImplementedError

    def _today(self) -> date:
        return day_of(self._clock())

    def _resize(self) -> None:
        super()._resize()
        self.line.setMinimumWidth(self.line.minimumWidth() + theme().px(_BUTTON))


class DayField(_DatedField[date]):
    """A date."""

    example = "27.11.2026"
    widest = "27.11.2026"

    def __init__(
        self,
        name: str,
        clock: Clock,
        value: date | None = None,
        *,
        may_be_empty: bool = False,
        lies: Lies = Lies.ANYWHERE,
    ) -> None:
        super().__init__(name, clock, may_be_empty=may_be_empty)
        self._lies = lies
        self.set_value(value)

    def set_now(self) -> None:
        """Take today, as if it was written."""
        self._put(self._today())

    def _reading(self, text: str) -> date | Unread:
        return read_day(text, self._today(), self._lies)

    def _written(self, value: date) -> str:
        return date_label(value)

    def _day_of_value(self) -> date | None:
        return self._value

    def _go_to(self, day: date) -> None:
        self._put(day)


class MomentField(_DatedField[datetime]):
    """A point in time, whole minutes, in Danish local time.

    Where `needs_time` is set to False a day is enough, and stands without a time of day.
    """

    example = "27.11.2026 kl. 9.15"
    widest = "27.11.2026 kl. 09.15"

    def __init__(
        self,
        name: str,
        clock: Clock,
        value: datetime | None = None,
        *,
        may_be_empty: bool = False,
        lies: Lies = Lies.ANYWHERE,
    ) -> None:
        super().__init__(name, clock, may_be_empty=may_be_empty)
        self._lies = lies
        self.needs_time = True
        self.set_value(value)

    def set_value(self, value: datetime | None) -> None:
        """Show a moment, or nothing."""
        super().set_value(value and local(value).replace(second=0, microsecond=0))

    def show_now(self) -> None:
        """Show this minute; not under the hands of one who is in the middle of the line."""
        is_all_chosen = self.line.selectedText() == self.line.text()
        if self.line.hasFocus() and not is_all_chosen:
            return
        self.set_value(self._clock())
        if self.line.hasFocus():
            self.line.selectAll()

    def set_now(self) -> None:
        """Take this minute, as if it was written."""
        self._put(local(self._clock()).replace(second=0, microsecond=0))

    def _reading(self, text: str) -> datetime | Unread:
        read = read_moment(text, self._clock(), self._lies)
        if isinstance(read, Unread):
            return read
        return read.at if read.has_time or not self.needs_time else Unread.TIME_MISSING

    def _written(self, value: datetime) -> str:
        is_day = not self.needs_time and local(value).time() == time()
        return date_label(value) if is_day else moment_entry(value)

    def _remark(self, value: datetime) -> str:
        clock = local(value)
        if clock.time() == time():
            return self.tr("Regnes fra dagens begyndelse.")
        if comes_twice(clock):
            words = self.tr("Kl. {} er der to gange den nat. Her er det den første.")
            return words.format(clock_entry(clock))
        return ""

    def _day_of_value(self) -> date | None:
        return day_of(self._value) if self._value is not None else None

    def _go_to(self, day: date) -> None:
        """Keep the time of day; where there is none, let it be written."""
        if self._value is not None:
            self._put(datetime.combine(day, local(self._value).time(), ZONE))
        elif not self.needs_time:
            self._put(datetime.combine(day, time(), ZONE))
        else:
            self.line.setText(f"{date_label(day)} kl. ")
            self.typed.emit()


class ClockField(_ReadField[time]):
    """A time of day."""

    example = "9.15"
    widest = "00.00"

    def __init__(self, name: str, value: time | None = None, *, may_be_empty: bool = False) -> None:
        super().__init__(name, may_be_empty=may_be_empty)
        self.set_value(value)

    def set_read_only(self, *, is_read_only: bool) -> None:
        """Let it only be read."""
        self.line.setReadOnly(is_read_only)

    def _reading(self, text: str) -> time | Unread:
        return read_clock(text)

    def _written(self, value: time) -> str:
        return clock_entry(value)
