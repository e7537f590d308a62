"""Backups when they are asked for, and the way back to one of them."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.model.errors import Refused, Trouble
from app.model.recovery import Backup, BackupKind
from app.services import backups, run_lists, runs
from app.services.care import look_after
from app.services.opening import open_workplace
from app.services.publishing import retire
from app.services.settings import change_settings
from app.services.workplace import Workplace
from app.store import restoring
from app.store.backing_up import Copy, backup_of
from tests.services.make import NOW, Clock
from tests.services.write import WHICH, sent, written

FOLDER = "sikkerhedskopier"


def begin(workplace: Workplace, number: str) -> None:
    runs.start_run(workplace, procedure="underretning", case_number=number, trigger=NOW)


def open_again(workplace: Workplace, clock: Clock) -> Workplace:
    return open_workplace(workplace.folder, shipped=workplace.shipped, clock=clock, actor="anna")


def cases(workplace: Workplace) -> set[str]:
    return {row.run.case_number for row in run_lists.list_runs(workplace)}


def test_a_backup_that_is_asked_for_is_on_disk_and_told_of(
    workplace: Workplace, clock: Clock
) -> None:
    begin(workplace, "1")
    made = backups.back_up_now(workplace)
    assert (made.made, made.kind) == (NOW, BackupKind.ASKED)
    file = workplace.folder / FOLDER / made.name
    assert file.stat().st_size == made.size
    with closing(sqlite3.connect(file)) as copy:
        assert copy.execute("SELECT count(*) FROM case_run").fetchone() == (1,)
    clock.forward(days=1)
    look_after(workplace)
    found = backups.list_backups(workplace)
    assert [one.kind for one in found] == [BackupKind.DAILY, BackupKind.ASKED]
    assert found[0].made == NOW + timedelta(days=1)


def test_no_backup_is_older_than_a_month(workplace: Workplace, clock: Clock) -> None:
    backups.back_up_now(workplace)
    clock.forward(days=31)
    look_after(workplace)
    assert [one.kind for one in backups.list_backups(workplace)] == [BackupKind.DAILY]


def test_one_sees_how_many_runs_texts_and_drafts_a_backup_holds(workplace: Workplace) -> None:
    begin(workplace, "1")
    made = backups.back_up_now(workplace)
    begin(workplace, "2")
    change_settings(workplace, role="teamleder")
    written(workplace)
    sent(workplace)
    there, here = backups.held_in(workplace, name=made.name)
    assert (there.runs, here.runs) == (1, 2)
    assert there.texts == here.texts > 0
    assert (there.drafts, here.drafts) == (0, 2)
    retire(workplace, **WHICH, note="Ud")
    assert backups.held_in(workplace, name=made.name)[1].texts == there.texts - 1


def test_the_data_are_brought_back_and_what_was_there_is_kept(
    workplace: Workplace, clock: Clock
) -> None:
    begin(workplace, "1")
    made = backups.back_up_now(workplace)
    clock.forward(hours=1)
    begin(workplace, "2")
    change_settings(workplace, user_name="Berit")
    workplace.close()
    told = backups.restore(workplace.folder, name=made.name, clock=clock)
    assert told.backup == made
    with open_again(workplace, clock) as again:
        assert cases(again) == {"1"}
        assert again.settings.user_name == ""
        assert told.kept in backups.list_backups(again)
    back = backups.restore(workplace.folder, name=told.kept.name, clock=clock)
    assert back.kept.kind is BackupKind.BEFORE_RESTORE
    with open_again(workplace, clock) as again:
        assert cases(again) == {"1", "2"}


def test_another_window_goes_on_with_what_was_brought_back(
    workplace: Workplace, clock: Clock
) -> None:
    begin(workplace, "1")
    made = backups.back_up_now(workplace)
    begin(workplace, "2")
    with open_again(workplace, clock) as other:
        backups.restore(workplace.folder, name=made.name, clock=clock)
        assert other.changes_elsewhere()
        assert cases(other) == {"1"}
        begin(other, "3")
        assert cases(workplace) == {"1", "3"}


@pytest.mark.parametrize("spoil", ["damaged", "newer", "gone"])
def test_a_backup_that_cannot_be_used_changes_nothing(
    workplace: Workplace, clock: Clock, spoil: str
) -> None:
    made = backups.back_up_now(workplace)
    begin(workplace, "1")
    file = workplace.folder / FOLDER / made.name
    if spoil == "damaged":
        file.write_bytes(b"not a database" * 1000)
    elif spoil == "newer":
        with closing(sqlite3.connect(file)) as copy:
            copy.execute("UPDATE alembic_version SET version_num = '9999'")
            copy.commit()
    else:
        file.unlink()
    with pytest.raises(Refused) as refused:
        backups.restore(workplace.folder, name=made.name, clock=clock)
    assert refused.value.code == ("no_such_backup" if spoil == "gone" else "backup_unusable")
    assert cases(workplace) == {"1"}
    assert {one.kind for one in backups.list_backups(workplace)} <= {BackupKind.ASKED}
    assert [path.name for path in workplace.folder.iterdir() if path.is_dir()] == [FOLDER]


def test_a_window_that_writes_is_not_waited_for_for_ever(
    workplace: Workplace, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restoring, "_WAIT_S", 0.0)
    made = backups.back_up_now(workplace)
    begin(workplace, "1")
    with closing(sqlite3.connect(workplace.store.path)) as busy:
        busy.execute("BEGIN IMMEDIATE")
        with pytest.raises(Trouble) as trouble:
            backups.restore(workplace.folder, name=made.name, clock=clock)
    assert trouble.value.code == "locked"
    assert cases(workplace) == {"1"}


def test_nobody_writes_between_the_copy_from_before_and_what_is_brought_back(
    workplace: Workplace, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backups.back_up_now(workplace)
    begin(workplace, "1")

    def copy_and_try(folder: Path, copy: Copy, kind: BackupKind, now: datetime) -> Backup:
        kept = backup_of(folder, copy, kind, now)
        with (
            closing(sqlite3.connect(workplace.store.path, timeout=0)) as other,
            pytest.raises(sqlite3.OperationalError),
        ):
            other.execute("BEGIN IMMEDIATE")
        return kept

    monkeypatch.setattr(restoring, "backup_of", copy_and_try)
    assert backups.restore(workplace.folder, name=made.name, clock=clock).kept.runs == 1
    assert cases(workplace) == set()


def test_a_file_somebody_put_there_can_be_gone_back_to(workplace: Workplace, clock: Clock) -> None:
    made: Backup = backups.back_up_now(workplace)
    file: Path = workplace.folder / FOLDER / made.name
    file.rename(file.with_name("fra min gamle computer.sqlite3"))
    (found,) = backups.list_backups(workplace)
    assert (found.kind, found.name) == (BackupKind.OTHER, "fra min gamle computer.sqlite3")
    assert backups.restore(workplace.folder, name=found.name, clock=clock).backup == found
