"""What a choice would mean: the steps that would no longer be relevant after it."""

from collections.abc import Sequence
from datetime import datetime

from app.model.deadlines.days import Calendar
from app.model.ids import Slug
from app.model.library.graph import graph_of
from app.model.library.procedure import Procedure
from app.model.run.fold import fold
from app.model.run.run import RunEvent, StepDone, WayChosen
from app.model.run.state import RunState

Outlook = dict[int, tuple[Slug, ...]]
"""For each way of a decision, by its place: the steps it leaves out that another way needs."""


def ways_ahead(
    state: RunState,
    procedure: Procedure,
    events: Sequence[RunEvent],
    step: str,
    *,
    now: datetime,
    calendar: Calendar,
) -> Outlook:
    """Look along each way of a decision that leads on. Steps that are done are never left out."""
    back = graph_of(procedure).back
    ways = [n for n, _ in enumerate(procedure.step(step).next) if (step, n) not in back]
    number = max((event.sequence for event in events), default=0)
    reached: dict[int, set[str]] = {}
    for way in ways:
        chosen = RunEvent(number + 1, now, "", WayChosen(step, way))
        done = RunEvent(number + 2, now, "", StepDone(step))
        after = fold(state.run, procedure, (*events, chosen, done), now=now, calendar=calendar)
        reached[way] = {key for key, one in after.steps.items() if one.relevant or one.is_done}
    needed = set().union(*reached.values())
    return {
        way: tuple(one.id for one in procedure.steps if one.id in needed - found)
        for way, found in reached.items()
    }
