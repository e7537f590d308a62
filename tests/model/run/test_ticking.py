"""What is ticked in runs that are over, and what nobody ticks."""

from app.model.library.procedure import CheckItem, StepKind
from app.model.run.run import Mark
from app.model.run.state import RunState
from app.model.run.ticking import FEWEST_RUNS, Ticking, ticking, unticked
from tests.model.log import Log
from tests.model.make import procedure, step

ITEMS = (CheckItem("Ringet"), CheckItem("Skrevet", required=True))
MADE = procedure(step("a", "slut", checklist=ITEMS), step("slut", kind=StepKind.END))


def run(*marks: Mark, is_done: bool = True) -> RunState:
    log = Log(MADE)
    for position, mark in enumerate(marks):
        log.mark("a", position, mark)
    return (log.done("a") if is_done else log).state()


def of(*states: RunState) -> Ticking:
    return ticking((MADE, state) for state in states)


def test_a_tick_is_done_or_verified() -> None:
    found = of(run(Mark.DONE, Mark.NOT_RELEVANT), run(Mark.VERIFIED), run())
    assert [(one.text, one.ticked, one.runs) for one in found.items] == [
        ("Ringet", 2, 3),
        ("Skrevet", 0, 3),
    ]


def test_a_step_that_was_not_done_tells_nothing() -> None:
    found = of(run(Mark.DONE, is_done=False))
    assert (found.runs, found.items) == (1, ())


def test_what_nobody_ticks_is_named_with_its_place() -> None:
    found = unticked(MADE, of(*[run(Mark.DONE)] * FEWEST_RUNS))
    assert [(one.step, one.place, one.text, one.required) for one in found] == [
        ("a", 1, "Skrevet", True)
    ]


def test_of_few_runs_nothing_is_said() -> None:
    used = of(*[run()] * (FEWEST_RUNS - 1))
    assert not used.is_telling
    assert unticked(MADE, used) == ()
    assert used.use_of("a", "Ringet") is None


def test_an_item_is_known_by_its_words_in_another_version() -> None:
    turned = procedure(
        step("a", "slut", checklist=(*reversed(ITEMS), CheckItem("Nyt"))),
        step("slut", kind=StepKind.END),
    )
    found = unticked(turned, of(*[run(Mark.DONE)] * FEWEST_RUNS))
    assert [(one.place, one.text) for one in found] == [(0, "Skrevet")]
