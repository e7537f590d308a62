"""How Danes write what the model holds: law references, lengths of time, dates, counts.

Pure text and nothing else; whole sentences about codes belong to the window. What must not be
torn apart at the end of a line is held together by no-break spaces.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby

from app.model.catalogue import Catalogue
from app.model.ids import Within
from app.model.procedure import Deadline, Duration, Unit
from app.model.state import Due
from app.model.times import local

NBSP = "\u00a0"
MAIN_ACT = "bl"
MAIN_ACT_NAME = "barnets lov"

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


# Counts and lists


def plural(count: int, one: str, many: str) -> str:
    """Choose the form of a word that fits a count: one, or none and several."""
    return one if count == 1 else many


def counted(count: int, one: str, many: str) -> str:
    """Write a count with its word: `1 trin`, `3 frister`."""
    return f"{count} {plural(count, one, many)}"


def listed(words: Sequence[str], last: str = "og") -> str:
    """Write words as a list in a sentence: `a, b og c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def capital(text: str) -> str:
    """Begin a text with a capital and leave the rest as it is."""
    return text[:1].upper() + text[1:]


# Law


def act_label(act: str, catalogue: Catalogue | None = None) -> str:
    """Name an act in short: `forvaltningsloven`; its id where the catalogue does not know it."""
    known = catalogue.act_by_id.get(act) if catalogue else None
    if known:
        return known.short
    return MAIN_ACT_NAME if act == MAIN_ACT else act


def law_label(ref: str, catalogue: Catalogue | None = None, *, full: bool = False) -> str:
    """Write one reference: `§ 136, stk. 2`; with the act's name unless it is barnets lov.

    `full` names barnets lov too.
    """
    return law_labels([ref], catalogue, full=full)


def law_labels(
    refs: Iterable[str], catalogue: Catalogue | None = None, *, full: bool = False
) -> str:
    """Write several references as short as is right: `§§ 133, 135; § 136, stk. 1 og 2`.

    Barnets lov comes first and is not named unless `full`; else the order is kept.
    """
    acts: dict[str, list[tuple[str, str]]] = {}
    for ref in dict.fromkeys(refs):
        act, _, place = ref.partition(":")
        paragraph, _, part = place.partition(".")
        acts.setdefault(act, []).append((paragraph, part))
    ordered = sorted(acts, key=lambda act: act != MAIN_ACT)
    labels = []
    for act in ordered:
        name = act_label(act, catalogue) + " " if full or act != MAIN_ACT else ""
        labels.append(name + "; ".join(_paragraphs(acts[act])))
    return "; ".join(labels)


def _paragraphs(places: Sequence[tuple[str, str]]) -> Iterable[str]:
    """Join neighbours: whole paragraphs with each other, parts with parts of the same one."""
    for paragraph, group in groupby(places, key=lambda place: place[0] if place[1] else None):
        found = list(group)
        if paragraph is None:
            yield _sections([place[0] for place in found])
        else:
            parts = _ranges([part for _, part in found])
            yield f"§{NBSP}{_spaced(paragraph)}, stk.{NBSP}{listed(parts)}"


def _sections(paragraphs: Sequence[str]) -> str:
    if len(paragraphs) == 1:
        return f"§{NBSP}{_spaced(paragraphs[0])}"
    return f"§§{NBSP}{', '.join(_ranges(paragraphs))}"


def _ranges(numbers: Sequence[str]) -> list[str]:
    """Draw three or more numbers in a row together: 28, 29, 30, 31 become `28-31`."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and _follows(runs[-1][-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    drawn: list[str] = []
    for run in runs:
        drawn += [f"{run[0]}-{run[-1]}"] if len(run) > 2 else [_spaced(number) for number in run]
    return drawn


def _follows(before: str, number: str) -> bool:
    return before.isdecimal() and number.isdecimal() and int(number) == int(before) + 1


def _spaced(paragraph: str) -> str:
    """Write `171b` as law does: `171 b`."""
    return f"{paragraph[:-1]}{NBSP}{paragraph[-1]}" if paragraph[-1:].isalpha() else paragraph


# Lengths of time


def duration_label(within: Within | Duration) -> str:
    """Write a length of time: `24 timer`, `1 måned`, `6 hverdage`."""
    duration = Deadline(within).duration if isinstance(within, str) else within
    return counted(duration.amount, *_UNITS[duration.unit]) if duration else ""


def deadline_label(deadline: Deadline) -> str:
    """Write a deadline as short as a chip needs: `24 timer`, `6 måneder før`, `samme dag`."""
    if deadline.first_of:
        labels = dict.fromkeys(deadline_label(part) for part in deadline.first_of)
        timed = [label for label in labels if label != "samme dag"]
        return listed(timed or list(labels), "eller")
    duration = deadline.duration
    if duration is None:
        return ""
    label = duration_label(duration) if duration.amount else "samme dag"
    if deadline.before and duration.amount:
        label += " før"
    return f"tidligst {label}" if deadline.earliest else label


# Dates and times


def date_label(day: date) -> str:
    """Write a date: `3.12.2026`."""
    day = _local_day(day)
    return f"{day.day}.{day.month}.{day.year}"


def time_label(moment: datetime) -> str:
    """Write a time of day: `kl. 9.40`."""
    clock = local(moment)
    return f"kl.{NBSP}{clock.hour}.{clock.minute:02}"


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


def moment_label(moment: datetime, now: datetime) -> str:
    """Tell when something was or is: `i dag kl. 9.40`, `i går`, `i morgen`, `24.11.2026`."""
    days = _days_between(now, moment)
    near = {-1: "i går", 0: f"i dag {time_label(moment)}", 1: "i morgen"}
    return near.get(days) or date_label(moment)


def remaining_label(due: Due | datetime, now: datetime, *, timed: bool = False) -> str:
    """Tell how long is left, or how long over: `kl. 14.20`, `i dag`, `1 uge`, `3 dage over`.

    It never tells of more time than there is. `timed` is for a bare moment whose clock time
    matters; a Due knows for itself.
    """
    at, timed = (due.at, due.timed) if isinstance(due, Due) else (due, timed)
    if timed and at < now:
        return _lateness(now - at)
    days = _days_between(now, at)
    if days < 0:
        return f"{_span(local(at).date(), local(now).date())} over"
    if days > 1:
        return _span(local(now).date(), local(at).date())
    if timed:
        return time_label(at) if days == 0 else f"i morgen {time_label(at)}"
    return "i dag" if days == 0 else "i morgen"


def due_label(due: Due | datetime, now: datetime, *, timed: bool = False) -> str:
    """Tell when a deadline runs out and what is left: `i dag kl. 14.20, 3 timer tilbage`."""
    at, timed = (due.at, due.timed) if isinstance(due, Due) else (due, timed)
    label = remaining_label(at, now, timed=timed)
    if at < now and (timed or _days_between(now, at) < 0):
        return f"{date_label(at)}, {label}"
    if _days_between(now, at) > 1:
        return f"{date_label(at)}{' ' + time_label(at) if timed else ''}, {label}"
    if timed and _days_between(now, at) == 0:
        return f"i dag {label}, {_clock_span(at - now)} tilbage"
    return label


def _lateness(over: timedelta) -> str:
    return f"{_clock_span(over) if over < timedelta(days=2) else _day_count(over.days)} over"


def _clock_span(span: timedelta) -> str:
    minutes = int(span.total_seconds() // 60)
    if minutes < 60:
        return counted(minutes, "minut", "minutter")
    return counted(minutes // 60, *_UNITS[Unit.HOURS])


def _span(earlier: date, later: date) -> str:
    """Write the days between as days, weeks or months, whichever says it shortest and honestly."""
    days = (later - earlier).days
    if days < 60:
        return _day_count(days)
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return counted(months - (later.day < earlier.day), *_UNITS[Unit.MONTHS])


def _day_count(days: int) -> str:
    if days >= 21 or (days and days % 7 == 0):
        return counted(days // 7, *_UNITS[Unit.WEEKS])
    return counted(days, *_UNITS[Unit.DAYS])


def _local_day(day: date) -> date:
    return local(day).date() if isinstance(day, datetime) else day


def _days_between(earlier: datetime, later: datetime) -> int:
    return (local(later).date() - local(earlier).date()).days
