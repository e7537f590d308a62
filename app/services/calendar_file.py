"""Deadlines as a calendar file that Outlook opens: case number and step, and nothing personal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.journal.calendar_words import calendar_lines, calendar_title
from app.model.library.procedure import DeadlineKind
from app.model.run.state import OpenDeadline, RunSummary
from app.model.times import day_of
from app.services.run_lists import list_runs
from app.services.workplace import Workplace

if TYPE_CHECKING:
    from icalendar import Event


_PRODUCT = "-//Roed traad//Frister//DA"
_HALF_HOUR = timedelta(minutes=30)


def save_deadlines(
    workplace: Workplace,
    path: Path,
    *,
    run: str = "",
    owner: str | None = None,
    case_number: str | None = None,
) -> int:
    """Save the deadlines of one run, or of all open ones of an owner or a case; return how many.

    Saved again, the file brings the same entries up to date. `Trouble`: disk_full,
    file_not_writable, file_not_written.
    """
    from app.files.disk import save_bytes

    there = list_runs(workplace, closed=False, owner=owner, case_number=case_number)
    rows = [row for row in there if run in ("", row.run.id)]
    save_bytes(_with_ending(path), calendar_bytes(rows, workplace.now()))
    return sum(len(row.deadlines) for row in rows)


def calendar_bytes(rows: Iterable[RunSummary], now: datetime) -> bytes:
    """Write the deadlines of runs as an iCalendar file."""
    from icalendar import Calendar  # slow to import, and seldom needed

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for row in rows:
        for deadline in row.deadlines:
            calendar.add_component(_event(row, deadline, now))
    return bytes(calendar.to_ical())


def _event(row: RunSummary, deadline: OpenDeadline, now: datetime) -> Event:
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", f"{row.run.id}-{deadline.step}-{deadline.round}@roed-traad")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("summary", calendar_title(row, deadline))
    event.add("description", "\n".join(calendar_lines(row, deadline)))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    ends = deadline.at.astimezone(UTC)
    if deadline.timed:
        event.add("dtstart", ends - _HALF_HOUR)
        event.add("dtend", ends)
    else:
        day = day_of(deadline.at)
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
    if deadline.kind not in (DeadlineKind.DUTY, DeadlineKind.ENDS):
        return event  # what others do, and what is suggested, calls nobody
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", deadline.title)
    alarm.add("trigger", -timedelta(hours=2) if deadline.timed else -timedelta(hours=16))
    event.add_component(alarm)
    return event


def _with_ending(path: Path) -> Path:
    return path if path.suffix.casefold() == ".ics" else path.with_name(f"{path.name}.ics")
