"""A follow-up by § 95 decides its next one: the date becomes the deadline, and a round begins."""

from datetime import timedelta

import pytest

from app.model.run.hearing import Company, Heard
from app.model.run.state import StepStatus
from app.services import run_steps, runs
from app.services.run_core import RunView
from app.services.workplace import Workplace
from app.ui.shell.furnishing import Furnishing
from tests.ui.conftest import Clock


@pytest.fixture
def workplace(house: Furnishing) -> Workplace:
    found: list[Workplace] = []
    house.desk.do(lambda workplace: workplace, found.append)
    return found[0]


def follow_up(workplace: Workplace, run: str) -> RunView:
    """Hold one follow-up and come to the decision on the next."""
    steps = ("opf-forbered", "opf-samtale", "opf-samtale-valg", "opf-voksne", "opf-vurder")
    for step in steps:
        if step == "opf-samtale-valg":
            run_steps.choose_way(workplace, run=run, step=step, way=1)
        if step == "opf-vurder":
            run_steps.choose_way(workplace, run=run, step=step, way=0)
        heard = Heard(workplace.now(), Company.WITH_OTHERS, "raadgiver")
        view = run_steps.finish_step(workplace, run=run, step=step, hearing=heard)
    return view


def test_each_follow_up_starts_the_next_with_its_deadline(
    workplace: Workplace, clock: Clock
) -> None:
    view = runs.start_run(
        workplace, procedure="opfoelgning-og-tilsyn", case_number="2026-04417", trigger=clock.now
    )
    run = view.state.run.id
    for step in ("opf-dato", "opf-frist"):
        run_steps.finish_step(workplace, run=run, step=step)
    run_steps.choose_way(workplace, run=run, step="opf-dato-valg", way=1)
    run_steps.finish_step(workplace, run=run, step="opf-dato-valg")
    for round_number in (1, 2):
        follow_up(workplace, run)
        day = clock.now + timedelta(days=60)
        runs.set_date(workplace, run=run, event="naeste-opfoelgning", value=day)
        view = run_steps.finish_step(workplace, run=run, step="opf-rytme")
        waiting = view.state.steps["opf-afvent"]
        assert waiting.status is StepStatus.WAITING
        assert waiting.due is not None
        assert waiting.due.at.date() == day.date()
        assert waiting.due.deadline.law == "bl:95.3"
        clock.forward(days=60)
        view = run_steps.finish_step(workplace, run=run, step="opf-afvent")
        assert view.state.past[-1].held
        assert view.state.rounds == round_number + 1
        assert view.state.current == ("opf-forbered",)
