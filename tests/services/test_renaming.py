"""Whoever takes another name may take the open runs along."""

from app.model.run.run import HandedOver
from app.services import renaming, run_lists, runs
from app.services.settings import change_settings
from app.services.workplace import Workplace
from tests.services.make import NOW


def begin(workplace: Workplace, number: str) -> str:
    view = runs.start_run(workplace, procedure="underretning", case_number=number, trigger=NOW)
    return view.state.run.id


def owners(workplace: Workplace) -> list[str]:
    return sorted(row.run.owner for row in run_lists.list_runs(workplace))


def test_open_runs_of_the_name_before_come_along_and_the_log_tells(workplace: Workplace) -> None:
    run, closed = begin(workplace, "1"), begin(workplace, "2")
    begin(workplace, "3")
    runs.close_run(workplace, run=closed)
    change_settings(workplace, user_name="berit")
    assert renaming.count_under(workplace, name="anna") == 2
    assert renaming.bring_along(workplace, name="anna") == 2
    assert owners(workplace) == ["anna", "berit", "berit"]
    last = runs.open_run(workplace, run=run).events[-1]
    assert (last.what, last.actor) == (HandedOver("berit"), "berit")
    assert renaming.count_under(workplace, name="anna") == 0


def test_under_the_name_in_force_there_is_nothing_to_bring_along(workplace: Workplace) -> None:
    begin(workplace, "1")
    assert renaming.count_under(workplace, name=workplace.actor) == 0
