import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.data_folder import DATABASE
from app.model.errors import Trouble
from app.model.library.stored_version import Kind, VersionState
from app.model.run.receipt import Cause
from app.model.run.run import ItemMarked, Mark, Started
from app.store.backup_files import backups_in
from app.store.database_opening import open_store
from app.store.rescue import recover
from app.store.restoring import restore
from app.store.unit_of_work import Store
from tests.store.make import NOW, back_up, later, procedure, publish, run_named, summary_of

RUNS = 60


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a database of many pages: sixty runs with ten events each."""
    folder = tmp_path_factory.mktemp("filled")
    store = open_store(folder, now=NOW)
    key = publish(store, procedure(items=20))
    with store.writing() as work:
        for number in range(RUNS):
            run = run_named(f"r{number:02}")
            work.runs.add(run, key, summary_of(run))
            work.runs.append(run.id, Started(NOW), at=NOW, actor="anna")
        work.commit()
    _tick(store, 9)
    store.close()
    return folder


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Store:
    """A copy of it, which a test opens, damages and closes."""
    shutil.copytree(filled, tmp_path, dirs_exist_ok=True)
    return open_store(tmp_path, now=NOW)


def _tick(store: Store, times: int) -> None:
    with store.writing() as work:
        for run_id in work.runs.ids():
            for number in range(times):
                what = ItemMarked("foerst", number, Mark.DONE)
                work.runs.append(run_id, what, at=later(number), actor="anna")
        work.commit()


def _spoil(path: Path, start: float, length: int = 8192) -> None:
    with path.open("r+b") as file:
        file.seek(int(path.stat().st_size * start) // 4096 * 4096)
        file.write(b"\xff" * length)


def _count(folder: Path) -> tuple[int, int]:
    store = open_store(folder, now=NOW)
    with store.reading() as work:
        found = work.runs.ids()
        counts = (len(found), sum(len(work.runs.events(run_id)) for run_id in found))
    store.close()
    return counts


@pytest.mark.parametrize("length", [100, 4096])
def test_a_backup_and_all_that_came_after_it_are_brought_together(
    tmp_path: Path, store: Store, length: int
) -> None:
    backup = back_up(store)
    _tick(store, 1)
    store.close()
    _spoil(store.path, 0.0, length)
    with pytest.raises(Trouble, match="damaged"):
        open_store(tmp_path, now=NOW)
    told = recover(tmp_path, now=later(1))
    assert backup
    assert told.backup == backup.name
    assert (told.runs, told.events, told.salvaged) == (RUNS, RUNS * 11, RUNS)
    assert _count(tmp_path) == (RUNS, RUNS * 11)


def test_a_spoilt_head_loses_nothing_where_there_is_no_backup(tmp_path: Path, store: Store) -> None:
    store.close()
    _spoil(store.path, 0.0, 100)
    told = recover(tmp_path, now=later(1))
    assert (told.backup, told.runs, told.events) == ("", RUNS, RUNS * 10)


def test_what_can_be_read_is_saved_on_top_of_the_backup(tmp_path: Path, store: Store) -> None:
    back_up(store)
    _tick(store, 3)
    store.close()
    _spoil(store.path, 0.5)
    told = recover(tmp_path, now=later(1))
    assert told.runs == RUNS
    assert told.salvaged > 0
    assert told.events == RUNS * 10 + told.salvaged


def test_without_a_backup_both_sides_of_the_damage_are_saved(tmp_path: Path, store: Store) -> None:
    store.close()
    _spoil(store.path, 0.8)
    told = recover(tmp_path, now=later(1))
    assert told.backup == ""
    assert told.runs > 0
    assert told.events == told.salvaged > RUNS * 5


def test_the_damaged_file_stays_as_it_was(tmp_path: Path, store: Store) -> None:
    store.close()
    _spoil(tmp_path / DATABASE, 0.5)
    damaged = (tmp_path / DATABASE).read_bytes()
    told = recover(tmp_path, now=NOW)
    assert told.kept == "roed-traad-beskadiget-20261126-084000.sqlite3"
    assert (tmp_path / told.kept).read_bytes() == damaged


def test_a_file_that_is_no_database_at_all_gives_the_backup(tmp_path: Path, store: Store) -> None:
    back_up(store)
    store.close()
    store.path.write_bytes(b"not a database" * 1000)
    told = recover(tmp_path, now=later(1))
    assert (told.runs, told.events, told.salvaged) == (RUNS, RUNS * 10, 0)


def test_a_damaged_backup_is_passed_over(tmp_path: Path, store: Store) -> None:
    sound = back_up(store)
    newer = back_up(store, later(60 * 24))
    store.close()
    assert sound
    assert newer
    newer.write_bytes(b"not a database" * 1000)
    store.path.write_bytes(b"not a database" * 1000)
    assert recover(tmp_path, now=later(1)).backup == sound.name


def test_a_missing_database_is_restored(tmp_path: Path, store: Store) -> None:
    back_up(store)
    store.close()
    store.path.unlink()
    told = recover(tmp_path, now=later(1))
    assert (told.kept, told.runs) == ("", RUNS)
    assert _count(tmp_path) == (RUNS, RUNS * 10)


def test_a_rescue_that_was_cut_short_is_taken_up_again(tmp_path: Path, store: Store) -> None:
    store.close()
    (tmp_path / DATABASE).rename(tmp_path / "roed-traad-beskadiget-20261126-080000.sqlite3")
    with pytest.raises(Trouble, match="missing"):
        open_store(tmp_path, now=NOW)
    assert recover(tmp_path, now=NOW).runs == RUNS


def test_one_version_of_a_text_counts_where_rows_of_several_files_are_at_odds(
    tmp_path: Path,
) -> None:
    store = open_store(tmp_path, now=NOW)
    publish(store, procedure(title="Gammel"))
    publish(store, procedure(title="Ny"))
    with store.writing() as work:
        work._connection.exec_driver_sql("UPDATE version SET state = 'published'")
        work.commit()
    store.close()
    _spoil(store.path, 0.0, 100)
    recover(tmp_path, now=later(1))
    again = open_store(tmp_path, now=later(2))
    with again.reading() as work:
        states = [one.state for one in work.items.versions(Kind.PROCEDURE, "prove")]
    again.close()
    assert states == [VersionState.PUBLISHED, VersionState.RETIRED]


def test_rows_that_are_computed_are_made_anew(tmp_path: Path, store: Store) -> None:
    store.close()
    _spoil(tmp_path / DATABASE, 0.9)
    recover(tmp_path, now=NOW)
    store = open_store(tmp_path, now=NOW)
    with store.reading() as work:
        assert set(work.runs.listing().unreadable) == set(work.runs.ids())
    store.close()


# The next backup is tried until one is whole


def _spoil_page(path: Path, table: str, column: str = "rootpage") -> None:
    """Overwrite the first page of a table."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute(
            f"SELECT {column} FROM sqlite_master WHERE name = ?", (table,)
        ).fetchone()
    with path.open("r+b") as file:
        file.seek((found[0] - 1) * 4096)
        file.write(b"\xff" * 4096)


@pytest.mark.parametrize("table", ["run_event", "case_run", "setting", "version", "item"])
def test_a_backup_that_is_damaged_anywhere_gives_way_to_the_one_before_and_is_read_all_the_same(
    tmp_path: Path, store: Store, table: str
) -> None:
    sound = back_up(store)
    _tick(store, 1)
    damaged = back_up(store, later(60 * 24))
    store.close()
    _spoil_page(damaged, table)
    store.path.unlink()
    told = recover(tmp_path, now=later(1))
    assert told.backup == sound.name
    runs, events = _count(tmp_path)
    assert runs == RUNS
    assert RUNS * 10 <= events <= RUNS * 11
    assert (events == RUNS * 11) is (table != "run_event")


def test_a_backup_whose_head_is_spoilt_is_read_where_it_is_the_newest_and_else_left_alone(
    tmp_path: Path,
    store: Store,
) -> None:
    older = back_up(store)
    with store.writing() as work:
        work.runs.delete(["r07"])
        work.receipts.add(at=NOW, actor="anna", cause=Cause.ASKED, runs=1)
        work.commit()
    sound = back_up(store, later(60 * 24))
    _tick(store, 1)
    newer = back_up(store, later(60 * 48))
    store.close()
    for spoilt in (older, newer):
        with spoilt.open("r+b") as file:
            file.write(bytes(100))
    store.path.unlink()
    told = recover(tmp_path, now=later(1))
    assert told.backup == sound.name
    assert _count(tmp_path) == (RUNS - 1, (RUNS - 1) * 11)


@pytest.mark.parametrize("table", ["search_text_data", "search_text_content", "search_word"])
def test_damage_in_what_is_made_anew_costs_nothing(
    tmp_path: Path, store: Store, table: str
) -> None:
    backup = back_up(store)
    store.close()
    _spoil_page(backup, table)
    store.path.unlink()
    told = recover(tmp_path, now=later(1))
    assert told.backup == backup.name
    assert _count(tmp_path) == (RUNS, RUNS * 10)


def test_where_no_backup_is_whole_all_are_read_that_can_be(tmp_path: Path, store: Store) -> None:
    backup = back_up(store)
    store.close()
    _spoil_page(backup, "setting")
    store.path.unlink()
    told = recover(tmp_path, now=later(1))
    assert (told.backup, told.runs) == ("", RUNS)
    assert _count(tmp_path) == (RUNS, RUNS * 10)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE case_run SET case_number = '2026-04418'",
        "UPDATE case_run SET started = x'00'",
        "UPDATE run_event SET payload = '{'",
        "UPDATE run_event SET at = '2020-01-01 00:00:00.000000'",
        "UPDATE version SET document = '{}'",
        "UPDATE setting SET value = '{'",
    ],
)
def test_no_row_that_is_not_whole_takes_the_place_of_one_that_is(
    tmp_path: Path, store: Store, damage: str
) -> None:
    with store.writing() as work:
        work.settings.put("role", "raadgiver", now=NOW)
        work.commit()
    before = list(_rows(back_up(store)))
    store.close()
    with closing(sqlite3.connect(store.path)) as other:
        other.execute(damage)
        other.commit()
    recover(tmp_path, now=later(1))
    assert list(_rows(store.path)) == before


def _rows(path: Path) -> Iterator[tuple[object, ...]]:
    """Go through what must not be lost, without what is made anew."""
    with closing(sqlite3.connect(path)) as connection:
        yield from connection.execute("SELECT id, case_number, owner, started FROM case_run")
        yield from connection.execute("SELECT run_id, sequence, at, payload FROM run_event")
        yield from connection.execute("SELECT item_id, number, document FROM version")
        yield from connection.execute("SELECT key, value FROM setting")


def test_events_that_are_lost_in_the_middle_are_counted(tmp_path: Path, store: Store) -> None:
    store.close()
    with closing(sqlite3.connect(tmp_path / DATABASE)) as other:
        other.execute("UPDATE run_event SET payload = '{' WHERE run_id = 'r07' AND sequence < 4")
        other.commit()
    told = recover(tmp_path, now=later(1))
    assert told.lost == 3


def test_a_run_that_was_deleted_after_the_backup_stays_deleted(
    tmp_path: Path, store: Store
) -> None:
    back_up(store)
    with store.writing() as work:
        work.runs.delete(["r07"])
        work.receipts.add(at=NOW, actor="anna", cause=Cause.ASKED, runs=1)
        work.commit()
    store.close()
    _spoil_page(store.path, "run_event")
    assert recover(tmp_path, now=later(1)).runs == RUNS - 1


def test_two_rescues_in_one_second_keep_both_damaged_files(tmp_path: Path, store: Store) -> None:
    back_up(store)
    store.close()
    kept = []
    for letter in (b"x", b"y"):
        store.path.write_bytes(letter * 20_000)
        kept.append(recover(tmp_path, now=NOW).kept)
    assert [(tmp_path / name).read_bytes()[:1] for name in kept] == [b"x", b"y"]


def test_a_rescued_database_opens_as_one_that_was_closed(tmp_path: Path, store: Store) -> None:
    back_up(store)
    store.close()
    _spoil(store.path, 0.5)
    recover(tmp_path, now=NOW)
    again = open_store(tmp_path, now=NOW)
    assert not again.was_in_doubt
    again.close()


def test_numbers_go_on_from_the_highest_there_is(tmp_path: Path, store: Store) -> None:
    """What is newest is told by them, so that nothing new may seem older than a backup."""
    older = back_up(store)
    _tick(store, 3)
    newer = back_up(store, later(60 * 24))
    store.close()
    restore(tmp_path, older.name, later(1))
    store = open_store(tmp_path, now=NOW)
    _tick(store, 1)
    newest = back_up(store, later(60 * 48))
    store.close()
    assert backups_in(tmp_path)[0].name == newest.name
    assert newer.exists()


@pytest.mark.parametrize("code", ["no_file", "not_connected"])
def test_nothing_is_restored_over_something_else(tmp_path: Path, store: Store, code: str) -> None:
    back_up(store)
    store.close()
    store.path.unlink()
    if code == "no_file":
        os.mkfifo(store.path)
    else:
        store.path.symlink_to(tmp_path / "drev" / DATABASE)
    for attempt in (lambda: recover(tmp_path, now=NOW), lambda: open_store(tmp_path, now=NOW)):
        with pytest.raises(Trouble) as trouble:
            attempt()
        assert trouble.value.code == code
