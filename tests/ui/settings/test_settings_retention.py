"""How long closed runs are kept is a setting; receipts tell what was deleted, and no more."""

from app.services import retention, runs
from app.services.run_core import RunView
from app.services.settings import load_settings
from app.ui.shell.furnishing import Furnishing
from tests.ui.conftest import Clock
from tests.ui.settings.test_settings_budget import write


def test_the_time_is_set_in_the_place_and_kept(house: Furnishing) -> None:
    place = house.settings
    assert place.keep_days.value() == 90
    write(place.keep_days, "30")
    kept: list[int] = []
    house.desk.do(lambda workplace: load_settings(workplace).keep_closed_days, kept.append)
    assert kept == [30]


def test_a_receipt_says_when_how_many_and_who_and_not_what(house: Furnishing, clock: Clock) -> None:
    house.window.go("settings")
    assert house.settings.receipts.text() == "Der er ikke slettet noget."
    begun: list[RunView] = []
    house.desk.do(
        lambda workplace: runs.start_run(
            workplace, procedure="underretning", case_number="2026-04417", trigger=clock.now
        ),
        begun.append,
    )
    run = begun[0].state.run.id
    house.desk.do(lambda workplace: retention.delete_run(workplace, run=run), lambda _: None)
    house.window.go("settings")
    words = house.settings.receipts.text()
    assert words == "I dag kl.\u00a09.40: 1 forløb, slettet på ønske, rådgiver"
