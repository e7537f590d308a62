"""The daily care: a backup first; nothing is deleted by a clock that nobody has said is right."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from app.data_folder import DATABASE
from app.model.clock_standing import FAR, ClockStanding, standing
from app.model.errors import Trouble
from app.model.recovery import BackupKind
from app.services import retention, run_lists, runs
from app.services.backups import list_backups, restore
from app.services.care import look_after
from app.services.clock import believe_clock
from app.services.opening import open_workplace
from app.services.workplace import Workplace
from tests.services.make import NOW, Clock
from tests.services.test_retention import closed_run

YEARS = 4 * 365


def _start(workplace: Workplace) -> Workplace:
    """Close the window, and open it again as on another day."""
    folder, shipped, clock = workplace.folder, workplace.shipped, workplace._clock
    workplace.store.close()
    return open_workplace(folder, shipped=shipped, clock=clock, actor="anna")


def _days(workplace: Workplace, clock: Clock, days: int) -> None:
    """Let days go by with the window open, as a careful clock shows them."""
    for _ in range(days):
        clock.forward(days=1)
        look_after(workplace)


def _fortnights(workplace: Workplace, clock: Clock, many: int) -> None:
    """Let the time of holidays go by, so that the clock is believed after each."""
    for _ in range(many):
        clock.forward(days=14)
        look_after(workplace)


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (0, ClockStanding.RIGHT),
        (31, ClockStanding.RIGHT),
        (-31, ClockStanding.RIGHT),
        (32, ClockStanding.AHEAD),
        (-32, ClockStanding.BEHIND),
    ],
)
def test_a_clock_is_believed_about_a_month_at_a_time(days: int, found: ClockStanding) -> None:
    assert standing(NOW + timedelta(days=days), NOW) is found
    assert standing(NOW + timedelta(days=days), None) is ClockStanding.RIGHT


def test_one_start_with_a_wrong_clock_deletes_nothing(workplace: Workplace, clock: Clock) -> None:
    for number in range(3):
        closed_run(workplace, f"2026-{number}")
    _days(workplace, clock, 3)
    before = {one.name for one in list_backups(workplace)}
    clock.forward(days=YEARS)
    workplace = _start(workplace)
    care = look_after(workplace)
    assert care.doubt is not None
    assert care.doubt.standing is ClockStanding.AHEAD
    assert care.receipt is None
    clock.forward(days=-YEARS + 1)
    workplace = _start(workplace)
    assert look_after(workplace).doubt is None
    assert len(run_lists.list_runs(workplace)) == 3
    assert {one.name for one in list_backups(workplace)} >= before
    workplace.close()


def test_seven_starts_with_a_wrong_clock_do_not_end_backups(
    workplace: Workplace, clock: Clock
) -> None:
    _days(workplace, clock, 2)
    clock.forward(days=YEARS)
    for _ in range(8):
        clock.forward(days=1)
        look_after(workplace)
    clock.forward(days=-YEARS)
    for _ in range(3):
        clock.forward(days=1)
        runs.start_run(workplace, procedure="underretning", case_number="7", trigger=clock.moment)
        look_after(workplace)
        assert list_backups(workplace)[0].made <= clock.moment
        assert list_backups(workplace)[0].runs == len(run_lists.list_runs(workplace))


def test_a_clock_that_the_user_believes_is_gone_by(workplace: Workplace, clock: Clock) -> None:
    closed_run(workplace)
    look_after(workplace)
    clock.forward(days=100)
    assert look_after(workplace).doubt is not None
    believe_clock(workplace)
    care = look_after(workplace)
    assert care.doubt is None
    assert care.receipt is not None
    assert care.receipt.runs == 1


def test_a_clock_that_went_back_to_its_beginning_is_asked_about(
    workplace: Workplace, clock: Clock
) -> None:
    look_after(workplace)
    clock.forward(days=-YEARS)
    care = look_after(workplace)
    assert care.doubt is not None
    assert care.doubt.standing is ClockStanding.BEHIND
    clock.forward(days=YEARS)
    assert look_after(workplace).doubt is None


def test_a_database_of_an_older_program_is_measured_by_what_happened_in_it(
    workplace: Workplace, clock: Clock
) -> None:
    closed_run(workplace)
    with workplace.store.writing() as work:
        work.settings.remove("clock.seen")
        work.commit()
    clock.forward(days=YEARS)
    assert look_after(workplace).doubt is not None


def test_a_holiday_is_no_reason_to_ask(workplace: Workplace, clock: Clock) -> None:
    look_after(workplace)
    clock.forward(days=FAR.days)
    assert look_after(workplace).doubt is None


def test_a_run_closed_by_a_clock_that_was_ahead_is_kept_for_its_time_from_now(
    workplace: Workplace, clock: Clock
) -> None:
    look_after(workplace)
    clock.forward(days=YEARS)
    run = closed_run(workplace)
    says = clock.moment
    assert look_after(workplace).doubt is not None
    clock.forward(days=-YEARS + 1)
    assert look_after(workplace).doubt is None
    seen = clock.moment
    ahead = retention.closed_ahead(workplace)
    assert ahead == retention.ClosedAhead(1, says, seen + timedelta(days=90))
    _fortnights(workplace, clock, 6)
    assert retention.outgoing(workplace) == retention.SoonDeleted(1, seen + timedelta(days=90))
    _days(workplace, clock, 5)
    assert [row.run.id for row in run_lists.list_runs(workplace)] == [run]
    _days(workplace, clock, 2)
    assert run_lists.list_runs(workplace) == ()
    look_after(workplace)
    assert retention.closed_ahead(workplace) is None


def test_a_run_that_is_taken_up_and_closed_again_has_its_right_day(
    workplace: Workplace, clock: Clock
) -> None:
    look_after(workplace)
    clock.forward(days=YEARS)
    run = closed_run(workplace)
    clock.forward(days=-YEARS + 1)
    look_after(workplace)
    runs.reopen_run(workplace, run=run)
    runs.close_run(workplace, run=run)
    look_after(workplace)
    assert retention.closed_ahead(workplace) is None
    _fortnights(workplace, clock, 6)
    _days(workplace, clock, 5)
    assert len(run_lists.list_runs(workplace)) == 1


# A backup before anything is deleted


def test_what_is_deleted_in_its_time_is_in_a_backup_first(
    workplace: Workplace, clock: Clock
) -> None:
    run = closed_run(workplace)
    _fortnights(workplace, clock, 6)
    _days(workplace, clock, 8)
    assert run_lists.list_runs(workplace) == ()
    holding = [one for one in list_backups(workplace) if one.runs == 1]
    assert holding
    restore(workplace.folder, name=holding[0].name, clock=clock)
    assert runs.open_run(workplace, run=run).state.is_closed


def test_a_run_that_is_deleted_on_request_is_in_a_backup_just_as_it_was(
    workplace: Workplace, clock: Clock
) -> None:
    run = closed_run(workplace)
    look_after(workplace)
    runs.reopen_run(workplace, run=run)
    clock.forward(minutes=1)
    retention.delete_run(workplace, run=run)
    newest = [one for one in list_backups(workplace) if one.kind is BackupKind.BEFORE_DELETION]
    assert len(newest) == 1
    restore(workplace.folder, name=newest[0].name, clock=clock)
    assert not runs.open_run(workplace, run=run).state.is_closed


def test_one_backup_is_enough_for_all_that_it_holds(workplace: Workplace, clock: Clock) -> None:
    gone = [closed_run(workplace, f"2026-{number}") for number in range(3)]
    look_after(workplace)
    for run in gone:
        retention.delete_run(workplace, run=run)
    assert [one.kind for one in list_backups(workplace)] == [BackupKind.DAILY]


def test_nothing_is_deleted_where_there_can_be_no_backup(
    workplace: Workplace, clock: Clock
) -> None:
    run = closed_run(workplace)
    (workplace.folder / "sikkerhedskopier").write_text("i vejen")
    with pytest.raises(Trouble):
        retention.delete_run(workplace, run=run)
    clock.forward(days=100)
    believe_clock(workplace)
    with pytest.raises(Trouble):
        look_after(workplace)
    assert len(run_lists.list_runs(workplace)) == 1
    (workplace.folder / "sikkerhedskopier").unlink()


def test_what_is_deleted_has_left_every_file_a_month_later(
    workplace: Workplace, clock: Clock
) -> None:
    run = closed_run(workplace, "2026-04417")
    retention.delete_run(workplace, run=run)
    _days(workplace, clock, 32)
    workplace.store.wipe()
    holding = [
        path.name
        for path in workplace.folder.rglob("*")
        if path.is_file() and b"2026-04417" in path.read_bytes()
    ]
    assert holding == []


# A database that something has put back


def test_an_older_file_in_the_place_of_a_newer_is_told_once(
    workplace: Workplace, clock: Clock, tmp_path: Path
) -> None:
    look_after(workplace)
    workplace.store.close()
    older = shutil.copyfile(workplace.store.path, tmp_path / "ældre")
    workplace = _start(workplace)
    runs.start_run(workplace, procedure="underretning", case_number="7", trigger=NOW)
    clock.forward(days=1)
    look_after(workplace)
    workplace.store.close()
    older.replace(workplace.folder / DATABASE)
    workplace = _start(workplace)
    clock.forward(days=1)
    care = look_after(workplace)
    assert care.newer is not None
    assert care.newer.runs == 1
    clock.forward(days=1)
    assert look_after(workplace).newer is None
    assert list_backups(workplace)[0].runs == 0, "from now on what is here counts as newer"
    workplace.close()


def test_going_back_to_a_backup_is_nothing_to_be_told_of(
    workplace: Workplace, clock: Clock
) -> None:
    look_after(workplace)
    runs.start_run(workplace, procedure="underretning", case_number="7", trigger=NOW)
    clock.forward(days=1)
    look_after(workplace)
    oldest = list_backups(workplace)[-1]
    restore(workplace.folder, name=oldest.name, clock=clock)
    clock.forward(days=1)
    assert look_after(workplace).newer is None
