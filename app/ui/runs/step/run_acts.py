"""What can be asked for at a step of a run: one kind of value for each thing that is done there."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from msgspec import Struct

from app.model.library.procedure import Procedure
from app.model.run.hearing import Hearing
from app.model.run.run import Mark
from app.services import run_steps, runs
from app.services.run_core import RunView
from app.services.workplace import Workplace

RunWork = Callable[[Workplace], RunView]
"""A use case that changes a run and tells how it is then."""


class RunAct(Struct, frozen=True):
    """What changes a run. It knows the use case that does it."""

    def work(self, run: str) -> RunWork:
        """Return the use case, for the run with this id."""
        raise NotImplementedError

    @property
    def changes(self) -> tuple[object, ...]:
        """Name what of the run it changes; nothing where each time is a thing of its own."""
        return ()

    def concerns(self, _procedure: Procedure) -> str:
        """Say in the user's words what it is about, where trouble is told later."""
        return ""


class _StepAct(RunAct, frozen=True):
    """What is done at one step."""

    step: str

    @property
    def changes(self) -> tuple[object, ...]:
        return type(self).__name__, self.step

    def concerns(self, procedure: Procedure) -> str:
        return procedure.step(self.step).title


class MarkItem(_StepAct, frozen=True):
    """Mark an item of the checklist; without one, what an overrun deadline asks for."""

    item: int | None
    mark: Mark
    reason: str = ""

    def work(self, run: str) -> RunWork:
        if self.item is None:
            return partial(
                run_steps.mark_late, run=run, step=self.step, mark=self.mark, reason=self.reason
            )
        return partial(
            run_steps.mark_item,
            run=run,
            step=self.step,
            item=self.item,
            mark=self.mark,
            reason=self.reason,
        )

    @property
    def changes(self) -> tuple[object, ...]:
        return *super().changes, self.item

    def concerns(self, procedure: Procedure) -> str:
        if self.item is None:
            return super().concerns(procedure)
        items = procedure.step(self.step).checklist
        return items[self.item].text if self.item < len(items) else ""


class ChooseWay(_StepAct, frozen=True):
    """Choose a way of a decision, by its place."""

    way: int

    def work(self, run: str) -> RunWork:
        return partial(run_steps.choose_way, run=run, step=self.step, way=self.way)


class ChooseStart(RunAct, frozen=True):
    """Choose what the deadline of a step counts from."""

    step: str
    event: str

    def work(self, run: str) -> RunWork:
        return partial(run_steps.choose_start, run=run, step=self.step, event=self.event)


class FinishStep(_StepAct, frozen=True):
    """Finish a step, with the reason for going on and what is said of the child, if asked."""

    reason: str = ""
    hearing: Hearing | None = None

    def work(self, run: str) -> RunWork:
        return partial(
            run_steps.finish_step, run=run, step=self.step, reason=self.reason, hearing=self.hearing
        )


class ReopenStep(_StepAct, frozen=True):
    """Open a finished step again."""

    def work(self, run: str) -> RunWork:
        return partial(run_steps.reopen_step, run=run, step=self.step)


class SetDoneTime(RunAct, frozen=True):
    """Correct when a step was done."""

    step: str
    when: datetime

    def work(self, run: str) -> RunWork:
        return partial(run_steps.set_done_time, run=run, step=self.step, when=self.when)


class SetDate(RunAct, frozen=True):
    """Say when an event happened; None where that is not known any more."""

    event: str
    moment: datetime | None

    def work(self, run: str) -> RunWork:
        return partial(runs.set_date, run=run, event=self.event, value=self.moment)


class DropStep(RunAct, frozen=True):
    """Take out a step of the run's own."""

    step: str

    def work(self, run: str) -> RunWork:
        return partial(run_steps.drop_step, run=run, step=self.step)


class ReopenRun(RunAct, frozen=True):
    """Open a closed run again."""

    def work(self, run: str) -> RunWork:
        return partial(runs.reopen_run, run=run)


class ResumeRun(RunAct, frozen=True):
    """Go on with a run that was put aside."""

    def work(self, run: str) -> RunWork:
        return partial(runs.resume_run, run=run)


class StartFollowing(Struct, frozen=True):
    """Start the procedure that a case goes on in."""

    procedure: str


class OpenSibling(Struct, frozen=True):
    """Open another run of the case."""

    run: str


class MenuAct(Struct, frozen=True):
    """Do what a line of the run's menus does, by its name."""

    name: str


PanelAct = RunAct | StartFollowing | OpenSibling | MenuAct
"""All that the panel of a step asks for."""

AskFor = Callable[[PanelAct], None]
"""Asks for something to be done."""
