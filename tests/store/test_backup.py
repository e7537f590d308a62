import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.store.backup import (
    DAYS_KEPT,
    FOLDER,
    backup_before_upgrade,
    copy_database,
    daily_backup,
    daily_backups,
    newest_backup,
)
from app.store.opening import open_store
from app.store.unit_of_work import Store
from tests.store.make import NOW, begin, procedure, publish, run_named


def test_a_backup_of_a_database_in_use_holds_what_was_committed(store: Store) -> None:
    begin(store, run_named("a"), publish(store, procedure()))
    backup = daily_backup(store.path, NOW)
    assert backup
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("SELECT count(*) FROM run_event").fetchone() == (1,)
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert [path.name for path in backup.parent.iterdir()] == ["dagligt-2026-11-26.sqlite3"]


def test_there_is_one_backup_a_day(store: Store) -> None:
    assert daily_backup(store.path, NOW)
    assert daily_backup(store.path, NOW) is None


def test_the_last_week_is_kept(store: Store) -> None:
    for day in range(10):
        daily_backup(store.path, NOW + timedelta(days=day))
    kept = daily_backups(store.path.parent)
    assert len(kept) == DAYS_KEPT
    assert kept[0].name == "dagligt-2026-12-05.sqlite3"
    assert newest_backup(store.path.parent) == kept[0]


def test_no_backup_outlives_what_was_deleted_by_more_than_a_month(store: Store) -> None:
    backup_before_upgrade(store.path, "0001", NOW)
    daily_backup(store.path, NOW)
    daily_backup(store.path, NOW + timedelta(days=29))
    assert len(list((store.path.parent / FOLDER).iterdir())) == 3
    daily_backup(store.path, NOW + timedelta(days=32))
    assert [path.name for path in sorted((store.path.parent / FOLDER).iterdir())] == [
        "dagligt-2026-12-25.sqlite3",
        "dagligt-2026-12-28.sqlite3",
    ]


def test_a_damaged_database_takes_no_backups_place(tmp_path: Path) -> None:
    store = open_store(tmp_path, now=NOW)
    begin(store, run_named("a"), publish(store, procedure(items=400)))
    store.close()
    with store.path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 40000)
    with pytest.raises(sqlite3.DatabaseError):
        copy_database(store.path, tmp_path / FOLDER / "kopi.sqlite3", NOW)
    assert newest_backup(tmp_path) is None


def test_a_folder_without_backups_has_no_newest(tmp_path: Path) -> None:
    assert newest_backup(tmp_path) is None
