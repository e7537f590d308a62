"""A run follows the version it began with until it is moved; a move keeps ticks, can be undone."""

from collections.abc import Iterator
from datetime import timedelta

import msgspec
import pytest

from app.model.library.procedure import CheckItem, Procedure
from app.model.run.move_plan import News
from app.model.run.run import Mark
from app.services import moving_runs, run_steps, runs
from app.services.opening import open_workplace
from app.services.workplace import Workplace
from tests.services.make import NOW, Clock, library, procedure, ship


def rewritten() -> Procedure:
    """The procedure with one new item before the others, and one of them put in other words."""
    old = procedure()
    first = msgspec.structs.replace(
        old.steps[0],
        checklist=(
            CheckItem("Barnets adresse er slået op"),
            CheckItem("Dato og klokkeslæt er noteret", required=True),
            CheckItem("Underretter ved, hvem der har sagen nu"),
        ),
    )
    return msgspec.structs.replace(old, steps=(first, *old.steps[1:]))


@pytest.fixture
def begun(workplace: Workplace) -> list[str]:
    """Three runs on the first version: unmarked, with a tick that stays, with one to ask about."""
    ids = []
    for number in ("1", "2", "3"):
        view = runs.start_run(
            workplace,
            procedure="underretning",
            case_number=number,
            trigger=NOW - timedelta(hours=2),
        )
        ids.append(view.state.run.id)
    run_steps.mark_item(workplace, run=ids[1], step="modtag", item=0, mark=Mark.DONE)
    run_steps.mark_item(workplace, run=ids[2], step="modtag", item=1, mark=Mark.DONE)
    return ids


@pytest.fixture
def later(workplace: Workplace, begun: list[str], clock: Clock) -> Iterator[Workplace]:
    """The same folder after a new version came."""
    shipped = ship(workplace.shipped or workplace.folder, library(rewritten()))
    workplace.close()
    with open_workplace(workplace.folder, shipped=shipped, clock=clock, actor="anna") as opened:
        yield opened


def test_a_run_stays_on_its_version_and_hears_of_the_newer(
    later: Workplace, begun: list[str]
) -> None:
    assert runs.open_run(later, run=begun[0]).state.run.version == 1
    newer = moving_runs.newer_version(later, run=begun[0])
    assert newer
    assert newer.version.number == 2
    assert [(one.step, one.news) for one in newer.plan.news] == [("modtag", (News.ITEMS,))]
    assert newer.plan.news[0].added == (
        "Barnets adresse er slået op",
        "Underretter ved, hvem der har sagen nu",
    )


def test_moving_keeps_ticks_and_can_be_undone(later: Workplace, begun: list[str]) -> None:
    moved = moving_runs.move_run(later, run=begun[1])
    assert (moved.state.run.version, moved.version.number) == (2, 2)
    marks = [item.mark for item in moved.state.steps["modtag"].items]
    assert marks == [Mark.OPEN, Mark.DONE, Mark.OPEN]
    assert runs.open_run(later, run=begun[1]) == moved
    assert moving_runs.newer_version(later, run=begun[1]) is None
    back = runs.undo(later, run=begun[1])
    assert back.state.run.version == 1
    assert [item.mark for item in back.state.steps["modtag"].items] == [Mark.DONE, Mark.OPEN]
    assert runs.open_run(later, run=begun[1]) == back
    assert runs.redo(later, run=begun[1]).state.run.version == 2


def test_a_rewritten_item_is_decided_by_the_user(later: Workplace, begun: list[str]) -> None:
    newer = moving_runs.newer_version(later, run=begun[2])
    assert newer
    assert [(one.step, one.place) for one in newer.plan.questions] == [("modtag", 1)]
    moved = moving_runs.move_run(later, run=begun[2], kept=[("modtag", 1)])
    assert [item.mark for item in moved.state.steps["modtag"].items][2] is Mark.DONE


def test_many_are_moved_at_once_and_those_with_questions_wait(
    later: Workplace, begun: list[str]
) -> None:
    assert moving_runs.runs_behind(later) == (
        moving_runs.Behind("underretning", "Underretning", 2, 3),
    )
    report = moving_runs.move_all(later, procedure="underretning")
    assert set(report.moved) == set(begun[:2])
    assert report.asked == (begun[2],)
    assert [one.runs for one in moving_runs.runs_behind(later)] == [1]


def test_a_closed_run_is_left_as_it_was(later: Workplace, begun: list[str]) -> None:
    runs.close_run(later, run=begun[0])
    assert moving_runs.move_run(later, run=begun[0]).state.run.version == 1
    assert [one.runs for one in moving_runs.runs_behind(later)] == [2]
