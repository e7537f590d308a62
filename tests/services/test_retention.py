"""Closed runs are let go of in time: gone from every file, with a receipt that tells nothing."""

from datetime import timedelta

import pytest

from app.model.errors import Refused
from app.model.receipt import Cause, Receipt
from app.services import retention, runs
from app.services.settings import change_settings
from app.services.workplace import Workplace, open_workplace
from tests.services.make import NOW, Clock

CASE = "2026-04417"
NOTE = "Barnet vil gerne blive i klassen"


def closed_run(place: Workplace, number: str = CASE) -> str:
    view = runs.start_run(
        place, procedure="underretning", case_number=number, trigger=NOW - timedelta(hours=2)
    )
    run = view.state.run.id
    runs.write_note(place, run=run, step="modtag", text=NOTE)
    runs.close_run(place, run=run, result="færdig")
    return run


def holds(place: Workplace, text: str) -> bool:
    """Whether a text stands anywhere in the folder, backups aside."""
    files = [path for path in place.folder.iterdir() if path.is_file()]
    return any(text.encode() in path.read_bytes() for path in files)


def test_what_is_deleted_is_gone_from_the_file(place: Workplace) -> None:
    run = closed_run(place)
    assert holds(place, CASE)
    assert holds(place, NOTE)
    receipt = retention.delete_run(place, run=run)
    assert receipt == Receipt(NOW, "anna", Cause.ASKED, 1)
    assert not holds(place, CASE)
    assert not holds(place, NOTE)
    assert not holds(place, run)
    assert retention.receipts(place) == (receipt,)


def test_a_run_that_is_gone_cannot_be_deleted_again(place: Workplace) -> None:
    run = closed_run(place)
    retention.delete_run(place, run=run)
    with pytest.raises(Refused) as refused:
        retention.delete_run(place, run=run)
    assert refused.value.code == "no_such_run"
    assert len(retention.receipts(place)) == 1


def test_a_closed_run_is_kept_for_its_time_and_no_longer(place: Workplace, clock: Clock) -> None:
    closed_run(place)
    runs.start_run(place, procedure="underretning", case_number="7", trigger=NOW)
    clock.forward(days=89)
    assert retention.forget_old(place) is None
    clock.forward(days=2)
    receipt = retention.forget_old(place)
    assert receipt == Receipt(clock.moment, "anna", Cause.RETENTION, 1)
    assert [row.run.case_number for row in runs.list_runs(place)] == ["7"]


def test_it_is_spoken_of_before_it_happens(place: Workplace, clock: Clock) -> None:
    closed_run(place)
    clock.forward(days=75)
    assert retention.outgoing(place) is None
    clock.forward(days=2)
    assert retention.outgoing(place) == retention.Outgoing(1, NOW + timedelta(days=90))


def test_the_time_is_a_setting_that_cannot_be_nought(place: Workplace, clock: Clock) -> None:
    closed_run(place)
    assert change_settings(place, keep_closed_days=0).keep_closed_days == 1
    clock.forward(hours=25)
    assert retention.forget_old(place) is not None


def test_a_run_that_was_opened_again_is_kept(place: Workplace, clock: Clock) -> None:
    runs.reopen_run(place, run=closed_run(place))
    clock.forward(days=200)
    assert retention.forget_old(place) is None


def test_it_happens_with_the_daily_care(place: Workplace, clock: Clock) -> None:
    closed_run(place)
    for _ in range(4):
        clock.forward(days=23)
        place.look_after()
    assert runs.list_runs(place) == ()


def test_another_window_hears_that_something_is_gone(place: Workplace, clock: Clock) -> None:
    run = closed_run(place)
    with open_workplace(place.folder, shipped=None, clock=clock, actor="bo") as other:
        other.changes_elsewhere()
        retention.delete_run(place, run=run)
        assert "" in other.changes_elsewhere().runs
