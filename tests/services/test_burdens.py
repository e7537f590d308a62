"""What is ticked is counted in runs that are over, whatever version they followed."""

from pathlib import Path

import pytest

from app.model.errors import Refused
from app.model.run.hearing import HearingGround, NotHeard
from app.model.run.run import Mark
from app.model.run.ticking import FEWEST_RUNS, unticked
from app.services import run_steps, runs
from app.services.burdens import burdens_in, ticking_of
from app.services.settings import change_settings
from app.services.workplace import Workplace
from tests.services.make import NOW, procedure

NOT_HEARD = NotHeard(HearingGround.AGE, "Barnet er spædt", "raadgiver")


def closed_run(workplace: Workplace, number: int, *, close: bool = True) -> None:
    view = runs.start_run(
        workplace, procedure="underretning", case_number=f"2026-{number:05}", trigger=NOW
    )
    run = view.state.run.id
    run_steps.mark_item(workplace, run=run, step="modtag", item=0, mark=Mark.DONE)
    run_steps.finish_step(workplace, run=run, step="modtag")
    if close:
        runs.close_run(workplace, run=run, hearing=NOT_HEARD)


def test_only_runs_that_are_over_count(workplace: Workplace) -> None:
    closed_run(workplace, 1)
    closed_run(workplace, 2, close=False)
    found = ticking_of(workplace, procedure="underretning")
    assert found.runs == 1
    assert [(one.step, one.ticked, one.runs) for one in found.items] == [
        ("modtag", 1, 1),
        ("modtag", 0, 1),
    ]


def test_what_nobody_ticks_is_found_when_there_are_runs_enough(workplace: Workplace) -> None:
    for number in range(FEWEST_RUNS):
        closed_run(workplace, number)
    found = unticked(procedure(), ticking_of(workplace, procedure="underretning"))
    assert [one.text for one in found] == ["Underretter ved, hvem der har sagen"]


def test_there_is_nothing_to_say_of_a_procedure_nobody_follows(workplace: Workplace) -> None:
    found = ticking_of(workplace, procedure="findes-ikke")
    assert (found.runs, found.items, found.is_telling) == (0, (), False)


def test_a_library_is_measured_from_its_files(shipped: Path) -> None:
    assert [(found.id, burden.required) for found, burden in burdens_in(shipped)] == [
        ("underretning", 1)
    ]


def test_the_budget_is_set_by_a_team_leader_within_bounds(workplace: Workplace) -> None:
    with pytest.raises(Refused) as refused:
        change_settings(workplace, budget_minutes=20)
    assert refused.value.code == "not_team_leader"
    change_settings(workplace, role="teamleder")
    after = change_settings(workplace, budget_minutes=20, budget_required=0)
    assert (after.budget.minutes, after.budget.required) == (20, 1)
