"""Days against pixels: where a moment stands on the timeline, and which days carry a label."""

from datetime import date, datetime, timedelta

from msgspec import Struct

from app.model.danish.notation import weekday_label
from app.model.times import day_of, local

_MONTHS = ("jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.",
           "dec.")  # fmt: skip
_MARGIN_DAYS = 2


class Tick(Struct, frozen=True):
    """A label on the scale. `is_rest` marks a weekend day, `is_today` the day it is."""

    x: float
    width: float
    text: str
    is_rest: bool = False
    is_today: bool = False


class TimeScale(Struct, frozen=True):
    """A stretch of days drawn over a width."""

    first: date
    days: int
    left: float
    width: float

    def x(self, moment: datetime) -> float:
        """Return where a moment stands, held within the scale."""
        clock = local(moment)
        share = (day_of(clock) - self.first).days + (clock.hour + clock.minute / 60) / 24
        return self.left + self.width * min(max(share / self.days, 0), 1)

    @property
    def day_width(self) -> float:
        return self.width / self.days

    def holds(self, moment: datetime) -> bool:
        """Tell whether a moment's day is on the scale."""
        return 0 <= (day_of(moment) - self.first).days < self.days

    def column(self, moment: datetime) -> tuple[float, float]:
        """Return where the day of a moment begins and ends."""
        place = min(max((day_of(moment) - self.first).days, 0), self.days - 1)
        return self.left + place * self.day_width, self.left + (place + 1) * self.day_width

    def ticks(self, today: date, room: float) -> list[Tick]:
        """Return the labels that fit: every day, or Mondays, or first days of months."""
        step = self.day_width
        days = [self.first + timedelta(days=n) for n in range(self.days)]
        if step >= room:
            chosen = days
        elif step * 7 >= room:
            chosen = [day for day in days if day.weekday() == 0]
        else:
            chosen = [day for day in days if day.day == 1]
        return [self._tick(day, today, daily=step >= room) for day in chosen]

    def _tick(self, day: date, today: date, *, daily: bool) -> Tick:
        x = self.left + (day - self.first).days * self.day_width
        if daily:
            text = f"{weekday_label(day, short=True)} {day.day}."
        elif day.day == 1 and day.weekday() != 0:
            text = f"{_MONTHS[day.month - 1]} {day.year}"
        else:
            text = f"{day.day}.{day.month}."
        return Tick(x, self.day_width, text, day.weekday() >= 5, day == today)


def scale_over(moments: list[datetime], now: datetime, left: float, width: float) -> TimeScale:
    """Return a scale that holds all moments and now, with air at both ends; two weeks at least."""
    first = day_of(min([*moments, now]))
    last = max(day_of(max([*moments, now])) + timedelta(days=_MARGIN_DAYS),
               first + timedelta(days=13))  # fmt: skip
    return TimeScale(first, (last - first).days + 1, left, width)
