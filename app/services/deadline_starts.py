"""Which event a deadline counts from, said once in a run."""

from typing import TYPE_CHECKING

from app.model.run.rules import may_choose_start
from app.model.run.run import AnyHappening, StartChosen
from app.services.run_core import RunView, happen, insist

if TYPE_CHECKING:
    from app.services.workplace import Workplace


def choose_start(workplace: "Workplace", *, run: str, step: str, event: str) -> RunView:
    """Say which event the deadline of a step counts from.

    `Refused`: run_closed; unknown_step; unknown_start, where it is none that has a date.
    """

    def decide(view: RunView) -> AnyHappening | None:
        insist(may_choose_start(view.state, view.procedure, step, event))
        chosen = view.state.steps[step].start_chosen
        return None if chosen == event else StartChosen(step, event)

    return happen(workplace, run, decide)
