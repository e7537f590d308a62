"""Whoever takes another name may take the open runs along."""

from app.model.run import HandedOver
from app.services import renaming, runs
from app.services.settings import change_settings
from app.services.workplace import Workplace
from tests.services.make import NOW


def begin(place: Workplace, number: str) -> str:
    view = runs.start_run(place, procedure="underretning", case_number=number, trigger=NOW)
    return view.state.run.id


def owners(place: Workplace) -> list[str]:
    return sorted(row.run.owner for row in runs.list_runs(place))


def test_open_runs_of_the_name_before_come_along_and_the_log_tells(place: Workplace) -> None:
    run, closed = begin(place, "1"), begin(place, "2")
    begin(place, "3")
    runs.close_run(place, run=closed)
    change_settings(place, user_name="berit")
    assert renaming.count_under(place, name="anna") == 2
    assert renaming.bring_along(place, name="anna") == 2
    assert owners(place) == ["anna", "berit", "berit"]
    last = runs.open_run(place, run=run).events[-1]
    assert (last.what, last.actor) == (HandedOver("berit"), "berit")
    assert renaming.count_under(place, name="anna") == 0


def test_under_the_name_in_force_there_is_nothing_to_bring_along(place: Workplace) -> None:
    begin(place, "1")
    assert renaming.count_under(place, name=place.actor) == 0
