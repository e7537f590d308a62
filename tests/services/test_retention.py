"""Closed runs are let go of in time: gone from every file, with a receipt that tells nothing."""

from datetime import timedelta

import pytest

from app.model.errors import Refused
from app.model.run.receipt import Cause, Receipt
from app.services import retention, run_lists, run_steps, runs
from app.services.care import look_after
from app.services.opening import open_workplace
from app.services.settings import change_settings
from app.services.workplace import Workplace
from tests.services.make import NOW, Clock

CASE = "2026-04417"
NOTE = "Barnet vil gerne blive i klassen"


def closed_run(workplace: Workplace, number: str = CASE) -> str:
    view = runs.start_run(
        workplace, procedure="underretning", case_number=number, trigger=NOW - timedelta(hours=2)
    )
    run = view.state.run.id
    run_steps.write_note(workplace, run=run, step="modtag", text=NOTE)
    runs.close_run(workplace, run=run, result="færdig")
    return run


def holds(workplace: Workplace, text: str) -> bool:
    """Whether a text stands anywhere in the folder, backups aside."""
    files = [path for path in workplace.folder.iterdir() if path.is_file()]
    return any(text.encode() in path.read_bytes() for path in files)


def test_what_is_deleted_is_gone_from_the_file(workplace: Workplace) -> None:
    run = closed_run(workplace)
    assert holds(workplace, CASE)
    assert holds(workplace, NOTE)
    receipt = retention.delete_run(workplace, run=run)
    assert receipt == Receipt(NOW, "anna", Cause.ASKED, 1)
    assert not holds(workplace, CASE)
    assert not holds(workplace, NOTE)
    assert not holds(workplace, run)
    assert retention.receipts(workplace) == (receipt,)


def test_a_run_that_is_gone_cannot_be_deleted_again(workplace: Workplace) -> None:
    run = closed_run(workplace)
    retention.delete_run(workplace, run=run)
    with pytest.raises(Refused) as refused:
        retention.delete_run(workplace, run=run)
    assert refused.value.code == "no_such_run"
    assert len(retention.receipts(workplace)) == 1


def test_a_closed_run_is_kept_for_its_time_and_no_longer(
    workplace: Workplace, clock: Clock
) -> None:
    closed_run(workplace)
    runs.start_run(workplace, procedure="underretning", case_number="7", trigger=NOW)
    clock.forward(days=89)
    assert retention.forget_old(workplace) is None
    clock.forward(days=2)
    receipt = retention.forget_old(workplace)
    assert receipt == Receipt(clock.moment, "anna", Cause.RETENTION, 1)
    assert [row.run.case_number for row in run_lists.list_runs(workplace)] == ["7"]


def test_it_is_spoken_of_before_it_happens(workplace: Workplace, clock: Clock) -> None:
    closed_run(workplace)
    clock.forward(days=75)
    assert retention.outgoing(workplace) is None
    clock.forward(days=2)
    assert retention.outgoing(workplace) == retention.SoonDeleted(1, NOW + timedelta(days=90))


def test_the_time_is_a_setting_that_cannot_be_nought(workplace: Workplace, clock: Clock) -> None:
    closed_run(workplace)
    assert change_settings(workplace, keep_closed_days=0).keep_closed_days == 1
    clock.forward(hours=25)
    assert retention.forget_old(workplace) is not None


def test_a_run_that_was_opened_again_is_kept(workplace: Workplace, clock: Clock) -> None:
    runs.reopen_run(workplace, run=closed_run(workplace))
    clock.forward(days=200)
    assert retention.forget_old(workplace) is None


def test_it_happens_with_the_daily_care(workplace: Workplace, clock: Clock) -> None:
    closed_run(workplace)
    for _ in range(4):
        clock.forward(days=23)
        look_after(workplace)
    assert run_lists.list_runs(workplace) == ()


def test_another_window_hears_that_something_is_gone(workplace: Workplace, clock: Clock) -> None:
    run = closed_run(workplace)
    with open_workplace(workplace.folder, shipped=None, clock=clock, actor="bo") as other:
        other.changes_elsewhere()
        retention.delete_run(workplace, run=run)
        assert "" in other.changes_elsewhere().runs
