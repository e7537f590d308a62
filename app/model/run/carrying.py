"""What a run hands on when the case goes on in another procedure: dates that are known."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from msgspec import Struct

from app.model.ids import Slug, date_event
from app.model.library.procedure import Deadline, Procedure
from app.model.run.state import RunState


class Carried(Struct, frozen=True):
    """What is known at the start of the next run. `trigger` is None where it must be asked."""

    trigger: datetime | None
    dates: dict[Slug, datetime]


def carried(procedure: Procedure, state: RunState, following: Procedure) -> Carried:
    """Pick from what a run knows that which the following procedure counts from or asks for.

    What the run itself began with goes along always: one that comes later may count from it.
    """
    known, needed = dict(state.dates), set(events_of(following))
    if procedure.trigger_event:
        known[procedure.trigger_event] = state.trigger
        needed.add(procedure.trigger_event)
    trigger = known.get(following.trigger_event or "")
    dates = {
        event: value
        for event, value in known.items()
        if event in needed and event != following.trigger_event
    }
    return Carried(trigger, dates)


def carried_from_all(runs: Iterable[tuple[Procedure, RunState]], following: Procedure) -> Carried:
    """Pick from what all runs of a case know; where two know the same, the one that began last."""
    trigger: datetime | None = None
    dates: dict[Slug, datetime] = {}
    for procedure, state in sorted(runs, key=lambda run: run[1].trigger):
        takes = carried(procedure, state, following)
        trigger = takes.trigger or trigger
        dates |= takes.dates
    return Carried(trigger, dates)


def events_of(procedure: Procedure) -> Iterator[Slug]:
    """Name the events whose dates a procedure counts from or asks for."""
    if procedure.trigger_event:
        yield procedure.trigger_event
    for step in procedure.steps:
        yield from step.asks
        if step.deadline is not None:
            yield from _events_in(step.deadline)


def _events_in(deadline: Deadline) -> Iterator[Slug]:
    if deadline.unless:
        yield deadline.unless
    for part in deadline.parts:
        if part.unless:
            yield part.unless
        for ref in (part.after, part.before):
            event = date_event(ref) if ref else None
            if event:
                yield event
