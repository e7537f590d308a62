"""What is ticked in runs that are over, item by item; what nobody ticks may be left out.

An item counts in a run when its step was done there. It is known again by its step and its words,
so that it is the same in every version that has it.
"""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from app.model.library.procedure import Procedure
from app.model.run.run import Mark
from app.model.run.state import RunState

FEWEST_RUNS = 10
"""Of fewer runs nothing is said: an item that 10 of 10 left open may still be ticked in one run
of four (the upper end of the 95 % interval is 26 %)."""


class ItemUse(Struct, frozen=True):
    """How often an item was ticked, of the runs in which its step was done."""

    step: str
    text: str
    ticked: int
    runs: int


class Ticking(Struct, frozen=True):
    """The use of all items in so many runs that are over."""

    runs: int
    items: tuple[ItemUse, ...] = ()

    @property
    def is_telling(self) -> bool:
        """Whether there are runs enough to say anything."""
        return self.runs >= FEWEST_RUNS

    def use_of(self, step: str, text: str) -> ItemUse | None:
        """Return the use of one item; None where there are too few runs to tell."""
        for one in self.items:
            if (one.step, one.text) == (step, text):
                return one if one.runs >= FEWEST_RUNS else None
        return None


class Unticked(Struct, frozen=True):
    """An item that nobody ticks: where it stands now, and in how many runs it was left open."""

    step: str
    place: int
    text: str
    runs: int
    required: bool


def ticking(runs: Iterable[tuple[Procedure, RunState]]) -> Ticking:
    """Count the ticks of runs, each with the procedure version it followed."""
    counted: dict[tuple[str, str], list[bool]] = defaultdict(list)
    total = 0
    for procedure, state in runs:
        total += 1
        for step in procedure.steps:
            standing = state.steps.get(step.id)
            if standing is None or not standing.is_done:
                continue
            for item, seen in zip(step.checklist, standing.items, strict=False):
                is_ticked = seen.mark in (Mark.DONE, Mark.VERIFIED)
                counted[step.id, item.text].append(is_ticked)
    uses = (ItemUse(step, text, sum(ticks), len(ticks)) for (step, text), ticks in counted.items())
    return Ticking(total, tuple(uses))


def unticked(procedure: Procedure, used: Ticking) -> tuple[Unticked, ...]:
    """Return the items of a procedure, as it stands, that nobody ticks."""
    return tuple(
        Unticked(step.id, position, item.text, use.runs, item.required)
        for step in procedure.steps
        for position, item in enumerate(step.checklist)
        if (use := used.use_of(step.id, item.text)) is not None and not use.ticked
    )
