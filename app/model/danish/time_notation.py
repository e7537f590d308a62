"""How Danes write counts, lengths of time, dates, and what is left of them.

What must not be torn apart at the end of a line is held together by no-break spaces.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from app.model.deadlines.due_date import Due
from app.model.ids import Within
from app.model.library.procedure import Deadline, Duration, Unit
from app.model.times import day_of, local

NBSP = "\u00a0"

_UNITS = {
    Unit.HOURS: ("time", "timer"),
    Unit.DAYS: ("dag", "dage"),
    Unit.WEEKS: ("uge", "uger"),
    Unit.MONTHS: ("måned", "måneder"),
    Unit.WEEKDAYS: ("hverdag", "hverdage"),
    Unit.WORKDAYS: ("arbejdsdag", "arbejdsdage"),
}
_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)

_HALF_A_YEAR = 6

# Counts and lists


def plural(count: int, one: str, many: str) -> str:
    """Choose the form of a word that fits a count: one, or none and several."""
    return one if count == 1 else many


def counted(count: int, one: str, many: str) -> str:
    """Write a count with its word: `1 trin`, `3 frister`."""
    return f"{count} {plural(count, one, many)}"


def listed(words: Sequence[str], last: str = "og") -> str:
    """Write words as a list in a sentence: `a, b og c`.

    Where a comma stands in them, as in `trin 3, Hør barnet`, more than a comma parts them.
    """
    if len(words) < 2:
        return "".join(words)
    if any(", " in word and not word.startswith("»") for word in words):
        return f"{'; '.join(words[:-1])}, {last} {words[-1]}"
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def capital(text: str) -> str:
    """Begin a text with a capital and leave the rest as it is."""
    return text[:1].upper() + text[1:]


# Lengths of time, dates and times


def duration_label(within: Within | Duration) -> str:
    """Write a length of time: `24 timer`, `1 måned`, `6 hverdage`."""
    duration = Deadline(within).duration if isinstance(within, str) else within
    return counted(duration.amount, *_UNITS[duration.unit]) if duration else ""


def date_label(day: date) -> str:
    """Write a date: `3.12.2026`."""
    day = _local_day(day)
    return f"{day.day}.{day.month}.{day.year}"


def time_label(moment: datetime) -> str:
    """Write a time of day: `kl. 9.40`."""
    clock = local(moment)
    return f"kl.{NBSP}{clock.hour}.{clock.minute:02}"


def happened_label(moment: datetime) -> str:
    """Write when something happened: `3.12.2026 kl. 9.40`.

    What is known by its day alone stands at the beginning of that day, and has no time to tell.
    """
    day, clock = date_label(moment), local(moment)
    return f"{day} {time_label(moment)}" if clock.hour or clock.minute else day


def clock_entry(clock: time | datetime) -> str:
    """Write a time of day as fields show it: `09.15`."""
    return f"{clock.hour:02}.{clock.minute:02}"


def moment_entry(moment: datetime) -> str:
    """Write a date with its time as fields show it: `27.11.2026 kl. 09.15`."""
    return f"{date_label(moment)} kl. {clock_entry(local(moment))}"


def weekday_label(day: date, *, short: bool = False) -> str:
    """Name the day of the week: `mandag`, or short `ma`."""
    name = _WEEKDAYS[_local_day(day).weekday()]
    return name[:2] if short else name


def day_label(day: date) -> str:
    """Write a date with its weekday: `mandag 23.11.2026`."""
    return f"{weekday_label(day)} {date_label(day)}"


def long_date_label(day: date) -> str:
    """Write a date in full: `torsdag 26. november 2026`."""
    day = _local_day(day)
    return f"{weekday_label(day)} {day.day}.{NBSP}{_MONTHS[day.month - 1]} {day.year}"


def month_label(day: date) -> str:
    """Name a month with its year: `november 2026`."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def moment_label(moment: datetime, now: datetime) -> str:
    """Tell when something happened: `i dag kl. 9.40`, `i går`, `24.11.2026`.

    What a clock that was set back says is of tomorrow has its date, as nothing happens tomorrow.
    """
    days = _days_between(now, moment)
    near = {-1: "i går", 0: f"i dag {time_label(moment)}"}
    return near.get(days) or date_label(moment)


def remaining_label(due: Due | datetime, now: datetime, *, timed: bool = False) -> str:
    """Tell how long is left, or how long over: `kl. 14.20`, `i dag`, `1 uge`, `3 dage over`.

    It never tells of more time than there is. `timed` is for a bare moment whose clock time
    matters; a Due knows for itself.
    """
    at, timed = (due.at, due.timed) if isinstance(due, Due) else (due, timed)
    left = _time_left(at, now)
    if timed and left < timedelta(0):
        return _lateness(-left)
    days = _days_between(now, at)
    if days < 0:
        return f"{_span(day_of(at), day_of(now))} over"
    if days > 1:
        return _span(day_of(now), day_of(at))
    if timed:
        return time_label(at) if days == 0 else f"i morgen {time_label(at)}"
    return "i dag" if days == 0 else "i morgen"


def due_label(due: Due | datetime, now: datetime, *, timed: bool = False) -> str:
    """Tell when a deadline runs out and what is left: `i dag kl. 14.20, 3 timer tilbage`."""
    at, timed = (due.at, due.timed) if isinstance(due, Due) else (due, timed)
    label = remaining_label(at, now, timed=timed)
    left, days = _time_left(at, now), _days_between(now, at)
    if days < 0 or (timed and left < timedelta(0)):
        return f"{date_label(at)}, {label}"
    if days > 1:
        return f"{date_label(at)}{' ' + time_label(at) if timed else ''}, {label}"
    return f"i dag {label}, {_clock_span(left)} tilbage" if timed and days == 0 else label


def _time_left(at: datetime, now: datetime) -> timedelta:
    """Subtract in UTC: local time has hours that are missing or come twice."""
    return local(at).astimezone(UTC) - local(now).astimezone(UTC)


def _lateness(over: timedelta) -> str:
    return f"{_clock_span(over) if over < timedelta(days=2) else _day_count(over.days)} over"


def _clock_span(span: timedelta) -> str:
    minutes = int(span.total_seconds() // 60)
    if minutes < 60:
        return counted(minutes, "minut", "minutter")
    return counted(minutes // 60, *_UNITS[Unit.HOURS])


def _span(earlier: date, later: date) -> str:
    """Write the days between as days, weeks or months, whichever says it shortest and honestly.

    Up to half a year months are said where they are whole: a part left out would be too much.
    """
    days = (later - earlier).days
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    months -= later.day < earlier.day
    is_whole = later.day == earlier.day or months >= _HALF_A_YEAR
    if days < 60 or not is_whole:
        return _day_count(days)
    return counted(months, *_UNITS[Unit.MONTHS])


def _day_count(days: int) -> str:
    if days >= 21 or (days and days % 7 == 0):
        return counted(days // 7, *_UNITS[Unit.WEEKS])
    return counted(days, *_UNITS[Unit.DAYS])


def _local_day(day: date) -> date:
    return day_of(day) if isinstance(day, datetime) else day


def _days_between(earlier: datetime, later: datetime) -> int:
    return (day_of(later) - day_of(earlier)).days
