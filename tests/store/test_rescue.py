from pathlib import Path

import pytest

from app.model.errors import Trouble
from app.model.run import ItemMarked, Mark, Started
from app.store.backup import daily_backup
from app.store.opening import open_store
from app.store.peeking import DATABASE
from app.store.rescue import recover
from app.store.unit_of_work import Store
from tests.store.make import NOW, later, procedure, publish, run_named, summary_of

RUNS = 60


def _filled(folder: Path) -> Store:
    """A database of many pages: sixty runs with ten events each."""
    store = open_store(folder, now=NOW)
    key = publish(store, procedure(items=20))
    with store.writing() as work:
        for number in range(RUNS):
            run = run_named(f"r{number:02}")
            work.runs.add(run, key, summary_of(run))
            work.runs.append(run.id, Started(NOW), at=NOW, actor="anna")
        work.commit()
    _tick(store, 9)
    return store


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
    tmp_path: Path, length: int
) -> None:
    store = _filled(tmp_path)
    backup = daily_backup(store.path, NOW)
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


def test_a_spoilt_head_loses_nothing_where_there_is_no_backup(tmp_path: Path) -> None:
    store = _filled(tmp_path)
    store.close()
    _spoil(store.path, 0.0, 100)
    told = recover(tmp_path, now=later(1))
    assert (told.backup, told.runs, told.events) == ("", RUNS, RUNS * 10)


def test_what_can_be_read_is_saved_on_top_of_the_backup(tmp_path: Path) -> None:
    store = _filled(tmp_path)
    daily_backup(store.path, NOW)
    _tick(store, 3)
    store.close()
    _spoil(store.path, 0.5)
    told = recover(tmp_path, now=later(1))
    assert told.runs == RUNS
    assert told.salvaged > 0
    assert told.events == RUNS * 10 + told.salvaged


def test_without_a_backup_both_sides_of_the_damage_are_saved(tmp_path: Path) -> None:
    store = _filled(tmp_path)
    store.close()
    _spoil(store.path, 0.8)
    told = recover(tmp_path, now=later(1))
    assert told.backup == ""
    assert told.runs > 0
    assert told.events == told.salvaged > RUNS * 5


def test_the_damaged_file_stays_as_it_was(tmp_path: Path) -> None:
    _filled(tmp_path).close()
    _spoil(tmp_path / DATABASE, 0.5)
    damaged = (tmp_path / DATABASE).read_bytes()
    told = recover(tmp_path, now=NOW)
    assert told.kept == "roed-traad-beskadiget-20261126-084000.sqlite3"
    assert (tmp_path / told.kept).read_bytes() == damaged


def test_a_file_that_is_no_database_at_all_gives_the_backup(tmp_path: Path) -> None:
    store = _filled(tmp_path)
    daily_backup(store.path, NOW)
    store.close()
    store.path.write_bytes(b"not a database" * 1000)
    told = recover(tmp_path, now=later(1))
    assert (told.runs, told.events, told.salvaged) == (RUNS, RUNS * 10, 0)


def test_a_damaged_backup_is_passed_over(tmp_path: Path) -> None:
    store = _filled(tmp_path)
    sound = daily_backup(store.path, NOW)
    newer = daily_backup(store.path, later(60 * 24))
    store.close()
    assert sound
    assert newer
    newer.write_bytes(b"not a database" * 1000)
    store.path.write_bytes(b"not a database" * 1000)
    assert recover(tmp_path, now=later(1)).backup == sound.name


def test_a_missing_database_is_restored(tmp_path: Path) -> None:
    store = _filled(tmp_path)
    daily_backup(store.path, NOW)
    store.close()
    store.path.unlink()
    told = recover(tmp_path, now=later(1))
    assert (told.kept, told.runs) == ("", RUNS)
    assert _count(tmp_path) == (RUNS, RUNS * 10)


def test_a_rescue_that_was_cut_short_is_taken_up_again(tmp_path: Path) -> None:
    _filled(tmp_path).close()
    (tmp_path / DATABASE).rename(tmp_path / "roed-traad-beskadiget-20261126-080000.sqlite3")
    with pytest.raises(Trouble, match="missing"):
        open_store(tmp_path, now=NOW)
    assert recover(tmp_path, now=NOW).runs == RUNS


def test_rows_that_are_computed_are_made_anew(tmp_path: Path) -> None:
    _filled(tmp_path).close()
    _spoil(tmp_path / DATABASE, 0.9)
    recover(tmp_path, now=NOW)
    store = open_store(tmp_path, now=NOW)
    with store.reading() as work:
        assert set(work.runs.listing().unreadable) == set(work.runs.ids())
    store.close()
