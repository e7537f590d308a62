"""Backups: whole before they count, ordered by what they hold, let go of in their time."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.data_folder import DAMAGED, DATABASE
from app.model.errors import Trouble
from app.model.recovery import Backup, BackupKind
from app.model.run.receipt import Cause
from app.paths import ROOT
from app.store.backing_up import backup_before_upgrade, backup_of, daily_backup, holds, is_whole
from app.store.backup_files import FOLDER, backups_in, newest_backup
from app.store.database_opening import open_store
from app.store.engine import raw
from app.store.file_keeping import DAYS_KEPT, tidy
from app.store.troubles import told
from app.store.unit_of_work import Store
from tests.store.make import NOW, back_up, begin, procedure, publish, run_named

A_DAY = timedelta(days=1)

MAKER = """
import sys
from pathlib import Path
from app.store.backing_up import daily_backup
from app.store.database_opening import open_store
from tests.store.make import NOW
store = open_store(Path(sys.argv[1]), now=NOW)
print("ready", flush=True)
sys.stdin.readline()
daily_backup(store.path.parent, store.copy_into, NOW)
print("made", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def filled(store: Store) -> Store:
    begin(store, run_named("a"), publish(store, procedure()))
    return store


def _names(store: Store) -> list[str]:
    return sorted(path.name for path in (store.path.parent / FOLDER).iterdir())


def _care(store: Store, day: int) -> None:
    """What happens each day: something, a backup, and letting go."""
    now = NOW + A_DAY * day
    with store.writing() as work:
        work.settings.put("day", day, now=now)
        work.receipts.add(at=now, actor="anna", cause=Cause.ASKED, runs=0)
        work.commit()
    made = daily_backup(store.path.parent, store.copy_into, now)
    tidy(store.path.parent, now=now, made=made.name if made else "")


def test_a_backup_of_a_database_in_use_holds_what_was_committed(filled: Store) -> None:
    backup = back_up(filled)
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("SELECT count(*) FROM run_event").fetchone() == (1,)
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert _names(filled) == ["dagligt-2026-11-26.sqlite3"]
    assert is_whole(backup)


def test_there_is_one_backup_a_day(filled: Store) -> None:
    assert back_up(filled)
    assert daily_backup(filled.path.parent, filled.copy_into, NOW) is None


def test_the_last_week_is_kept(filled: Store) -> None:
    for day in range(10):
        _care(filled, day)
    assert len(_names(filled)) == DAYS_KEPT
    newest = newest_backup(filled.path.parent)
    assert newest
    assert newest.name == "dagligt-2026-12-05.sqlite3"


def test_no_backup_outlives_what_was_deleted_by_more_than_a_month(filled: Store) -> None:
    folder = filled.path.parent
    backup_before_upgrade(folder, filled.copy_into, "0001", NOW)
    backup_of(folder, filled.copy_into, BackupKind.BEFORE_DELETION, NOW)
    for day in (0, 29, 32):
        _care(filled, day)
    assert _names(filled) == ["dagligt-2026-12-25.sqlite3", "dagligt-2026-12-28.sqlite3"]


def test_a_damaged_database_takes_no_backups_place(tmp_path: Path) -> None:
    store = open_store(tmp_path, now=NOW)
    begin(store, run_named("a"), publish(store, procedure(items=400)))
    store.wipe()
    with store.path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 40000)
    with store._engine.connect() as connection:
        raw(connection).execute("PRAGMA shrink_memory")  # it still knows how the pages were
    with pytest.raises(Trouble), told(store.path):
        back_up(store)
    assert newest_backup(tmp_path) is None
    assert not list((tmp_path / FOLDER).iterdir())


def test_one_letter_that_is_another_makes_no_backup(filled: Store) -> None:
    with closing(sqlite3.connect(filled.path)) as other:
        other.execute("UPDATE case_run SET case_number = '2026-04418'")
        other.commit()
    with pytest.raises(Trouble) as trouble, told(filled.path):
        back_up(filled)
    assert trouble.value.code == "damaged"


def test_a_database_that_is_gone_makes_no_empty_backup(filled: Store) -> None:
    """The open connection still has it, and no path is opened anew."""
    filled.path.unlink()
    backup = back_up(filled)
    assert not filled.path.exists()
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("SELECT count(*) FROM run_event").fetchone() == (1,)


def test_a_folder_without_backups_has_no_newest(tmp_path: Path) -> None:
    assert newest_backup(tmp_path) is None


# Which is the newest


def test_the_newest_is_told_by_what_it_holds(filled: Store) -> None:
    older = back_up(filled, NOW + A_DAY * 900)
    begin(filled, run_named("b"), 1)
    newer = back_up(filled)
    os.utime(older, (2e9, 2e9))
    assert [one.name for one in backups_in(filled.path.parent)] == [newer.name, older.name]
    assert [one.runs for one in backups_in(filled.path.parent)] == [2, 1]


def test_an_empty_or_foreign_file_is_never_the_newest(filled: Store) -> None:
    sound = back_up(filled)
    folder = sound.parent
    (folder / "dagligt-2027-01-01.sqlite3").touch()
    (folder / "dagligt-2027-01-02.sqlite3").write_bytes(b"no database")
    with closing(sqlite3.connect(folder / "dagligt-2027-01-03.sqlite3")) as other:
        other.execute("CREATE TABLE photo (id INTEGER)")
    found = backups_in(filled.path.parent)
    assert [one.is_readable for one in found] == [True, False, False, False]
    assert found[0].name == sound.name


def test_what_is_deleted_counts_as_having_happened(filled: Store) -> None:
    before = back_up(filled)
    with filled.writing() as work:
        work.runs.delete(["a"])
        work.receipts.add(at=NOW, actor="anna", cause=Cause.ASKED, runs=1)
        work.commit()
    after = back_up(filled, NOW + A_DAY)
    assert [one.name for one in backups_in(filled.path.parent)] == [after.name, before.name]


def test_a_backup_tells_whether_it_holds_what_is_to_be_deleted(filled: Store) -> None:
    backup = back_up(filled)
    folder = filled.path.parent
    assert holds(folder, 1)
    begin(filled, run_named("b"), 1)
    assert not holds(folder, 2)
    backup.write_bytes(backup.read_bytes()[:-8192])
    assert not holds(folder, 1), "it cannot be read any more"


# A clock that was wrong


def test_backups_from_a_clock_that_was_ahead_take_no_places_for_ever(filled: Store) -> None:
    for day in range(DAYS_KEPT):
        _care(filled, 1500 + day)
    for day in range(DAYS_KEPT + 1):
        _care(filled, day)
    assert _names(filled)[-3:] == [
        "dagligt-2026-12-01.sqlite3",
        "dagligt-2026-12-02.sqlite3",
        "dagligt-2026-12-03.sqlite3",
    ]
    assert len(_names(filled)) == DAYS_KEPT


def test_a_backup_that_was_just_made_is_never_let_go_of(filled: Store) -> None:
    for day in range(3):
        back_up(filled, NOW + A_DAY * day)
    made = back_up(filled, NOW - A_DAY * 400)
    tidy(filled.path.parent, now=NOW + A_DAY * 3, made=made.name)
    assert made.exists()


# What else the program has made


def test_nothing_that_holds_old_data_lies_there_for_ever(filled: Store) -> None:
    folder = filled.path.parent
    back_up(filled)
    left = [
        folder / "roed-traad-beskadiget-20261126-084000.sqlite3",
        folder / "roed-traad-beskadiget-20261126-084000.sqlite3-wal",
        folder / "roed-traad-beskadiget-20311126-084000.sqlite3",
        folder / "roed-traad-nedbrud-20261126-084000.log",
        folder / FOLDER / "dagligt-2026-11-25.del",
        folder / FOLDER / "dagligt-2026-11-25.del-journal",
        folder / "redning" / "kopi.sqlite3",
    ]
    (folder / "redning").mkdir()
    for path in left:
        path.write_bytes(b"2026-04417")
        os.utime(path, (NOW.timestamp(), NOW.timestamp()))
    (folder / "noter.txt").write_text("brugerens egen")
    tidy(folder, now=NOW + A_DAY)
    found = b"".join(path.read_bytes() for path in folder.glob("*beskadiget*"))
    assert found.count(b"2026-04417") == 3, "it can still be looked into"
    assert not (folder / "redning").exists()
    tidy(folder, now=NOW + A_DAY * 32)
    mine = {DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", "roed-traad-i-brug"}
    rest = {path.name for path in folder.iterdir()} - mine
    assert rest == {"noter.txt", "roed-traad-sidst.json", FOLDER}
    assert _names(filled) == []


# Two windows


def test_a_copy_from_before_gets_a_name_of_its_own_although_another_window_gives_the_same(
    filled: Store,
) -> None:
    folder = filled.path.parent
    others: list[Backup] = []

    def copy_meanwhile(target: sqlite3.Connection) -> None:
        if not others:
            others.append(backup_of(folder, filled.copy_into, BackupKind.BEFORE_DELETION, NOW))
            begin(filled, run_named("b"), 1)
        filled.copy_into(target)

    mine = backup_of(folder, copy_meanwhile, BackupKind.BEFORE_DELETION, NOW)
    assert [other.name for other in others] != [mine.name]
    assert mine.runs == others[0].runs + 1


def test_a_file_that_another_window_takes_away_meanwhile_is_no_trouble(filled: Store) -> None:
    folder = filled.path.parent
    kept = back_up(filled)
    for name in (f"{FOLDER}/.dagligt.del", f"{FOLDER}/dagligt-2026-01-01.sqlite3"):
        (folder / name).symlink_to("taken away")
    (folder / f"{DAMAGED}x.sqlite3").symlink_to("taken away")
    tidy(folder, now=NOW)
    assert [backup.name for backup in backups_in(folder)] == [kept.name]


def test_windows_that_back_up_at_the_same_moment_do_not_disturb_each_other(filled: Store) -> None:
    folder = filled.path.parent
    for _ in range(3):
        shutil.rmtree(folder / FOLDER, ignore_errors=True)
        windows = [
            subprocess.Popen(
                [sys.executable, "-c", MAKER, str(folder)],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            for _ in range(3)
        ]
        for window in windows:
            assert window.stdout
            assert window.stdout.readline() == "ready\n"
        for window in windows:
            assert window.stdin
            window.stdin.write("\n")
            window.stdin.flush()
        said = [window.communicate("\n")[0] for window in windows]
        assert said == ["made\n"] * 3
        assert _names(filled) == ["dagligt-2026-11-26.sqlite3"]
        assert is_whole(folder / FOLDER / "dagligt-2026-11-26.sqlite3")
