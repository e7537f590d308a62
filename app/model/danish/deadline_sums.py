"""A deadline reckoned without a run: from which events, to which day, and how, in words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from msgspec import Struct

from app.model.danish.notation import (
    capital,
    day_label,
    deadline_label,
    deadline_name,
    deadline_sentence,
    happening_label,
    informing_words,
    law_label,
    time_label,
)
from app.model.deadlines.days import Calendar
from app.model.deadlines.deadline_counting import every_due, holding
from app.model.deadlines.due_date import Due
from app.model.ids import DATE_PREFIX, TRIGGER, EventRef, date_event
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Deadline, Procedure, Step, Unit


class DeadlineSum(Struct, frozen=True):
    """The day of a deadline in a line, and how it was counted in another."""

    day: str
    how: str


class StartAsked(Struct, frozen=True):
    """An event that a deadline counts from: as it is written on the command line, and in words."""

    ref: EventRef
    name: str
    words: str
    is_timed: bool


def with_deadlines(procedures: Iterable[Procedure]) -> Iterator[tuple[Procedure, Step, Deadline]]:
    """Give every step that has a deadline."""
    for procedure in procedures:
        for step in procedure.steps:
            if step.deadline is not None:
                yield procedure, step, step.deadline


def deadline_line(procedure: Procedure, deadline: Deadline, catalogue: Catalogue) -> str:
    """Say in a line which procedure a deadline is of, how long it is, and by which law."""
    law = deadline.law or next((part.law for part in deadline.parts if part.law), None)
    by_law = [law_label(law, catalogue, full=True)] if law else []
    kind = [] if deadline.is_binding else [deadline_name(deadline.kind)]
    return " · ".join((procedure.title, deadline_label(deadline), *kind, *by_law))


def starts_of(
    deadline: Deadline, procedure: Procedure, catalogue: Catalogue
) -> tuple[StartAsked, ...]:
    """Return the events that a deadline counts from, in the order of the document."""
    found: dict[EventRef, StartAsked] = {}
    for part in deadline.parts:
        ref = _plain(part.after or part.before or "", procedure)
        before = found.get(ref)
        duration = part.duration
        is_timed = duration is not None and duration.unit is Unit.HOURS
        found[ref] = StartAsked(
            ref,
            _name(ref, procedure),
            capital(happening_label(ref, procedure, catalogue)),
            is_timed or (before is not None and before.is_timed),
        )
    return tuple(found.values())


def sum_of(
    deadline: Deadline,
    procedure: Procedure,
    known: Mapping[EventRef, datetime],
    calendar: Calendar,
    catalogue: Catalogue,
    *,
    now: datetime,
) -> DeadlineSum | None:
    """Reckon a deadline from the dates that are known; None where none of them starts it."""
    found = every_due(deadline, lambda ref: known.get(_plain(ref, procedure)), calendar)
    held = holding(deadline, found, now=now)
    if held is None:
        return None
    return DeadlineSum(_day(held), f"{capital(deadline_sentence(held, calendar, catalogue))}.")


def _day(found: Due) -> str:
    if not found.is_binding:
        return f"{capital(informing_words(found, found.source))}."
    when = day_label(found.at)
    return f"Fristen er {when} {time_label(found.at)}." if found.timed else f"Fristen er {when}."


def _plain(ref: EventRef, procedure: Procedure) -> EventRef:
    """Return the one name of an event: what begins the procedure is its trigger."""
    return TRIGGER if date_event(ref) == procedure.trigger_event and date_event(ref) else ref


def _name(ref: EventRef, procedure: Procedure) -> str:
    if ref == TRIGGER and procedure.trigger_event:
        return procedure.trigger_event
    return ref.removeprefix(DATE_PREFIX)
