"""Several processes write in one folder at once: all that each was told is stored stays."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from app.services.backups import list_backups, restore
from app.services.library import load_shelf, reindex, search
from app.services.opening import open_workplace
from app.store.backing_up import is_whole
from app.store.backup_files import FOLDER, backup_files
from tests.hard import jobs
from tests.hard.claims import BackedUp, broken, whole_backups
from tests.hard.figures import note, rounds
from tests.hard.filled import copied, fill
from tests.hard.processes import Worker, barrier
from tests.services.make import Clock, library, procedure, renamed, ship

CROWD = 6
WRITES = 120


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("traengsel") / "data"
    fill(folder, Clock())
    return folder


@pytest.fixture
def folder(filled: Path, tmp_path: Path) -> Path:
    return copied(filled, tmp_path / "data")


def _said(workers: list[Worker]) -> list[object]:
    for worker in workers:
        worker.end()
    return [one for worker in workers for one in worker.said]


@pytest.mark.parametrize("crowd", range(2))
def test_nothing_acknowledged_is_lost_in_a_crowd(folder: Path, crowd: int) -> None:
    workers = [
        Worker(jobs.work_so_often, folder, f"vindue{crowd}{number}", rounds(WRITES))
        for number in range(CROWD)
    ]
    said = _said(workers)
    with jobs.opened_by(folder, "bagefter") as workplace:
        # Each window that closes lets go of the backups that are too many.
        assert broken([one for one in said if not isinstance(one, BackedUp)], workplace) == []
        hits = search(workplace, "vagt")
        reindex(workplace)
        assert search(workplace, "vagt") == hits
    assert whole_backups(folder)
    busy = said.count(jobs.BUSY)
    note(
        "crowds",
        {
            "processes": CROWD,
            "writes acknowledged": len(said) - busy,
            "told busy and tried again": busy,
            "lost": 0,
        },
    )


def test_a_database_that_is_long_busy_is_tried_again_and_nothing_is_lost(folder: Path) -> None:
    workers = [Worker(jobs.work_for_ever, folder, f"venter{n}") for n in range(2)]
    for worker in workers:
        worker.hear_first()
    Worker(jobs.hold_lock, folder, 7.0).end()
    for worker in workers:
        worker.hear(0.5)
        worker.kill()
    said = [one for worker in workers for one in worker.said if not isinstance(one, BackedUp)]
    with jobs.opened_by(folder, "bagefter") as workplace:
        assert broken(said, workplace) == []
    busy = said.count(jobs.BUSY)
    assert busy
    note(
        "crowds, a database that is busy for seven seconds",
        {"writes acknowledged": len(said) - busy, "told busy and tried again": busy, "lost": 0},
    )


def test_first_starts_at_once_all_come_off(tmp_path: Path) -> None:
    first = procedure()
    shipped = ship(
        tmp_path / "procedures",
        library(first, *(renamed(first, f"underretning-{name}") for name in "abcdefghi")),
    )
    for number in range(rounds(10)):
        folder, together = tmp_path / f"data{number}", barrier(CROWD)
        workers = [Worker(jobs.begin_together, folder, shipped, together) for _ in range(CROWD)]
        assert _said(workers) == [10] * CROWD
        with open_workplace(folder, shipped=shipped, actor="bagefter") as workplace:
            assert workplace.arrivals is not None
            assert not workplace.arrivals.changed
            versions = load_shelf(workplace).versions.values()
            assert {info.number for info in versions} == {1}
    note("crowds at a first start", {"starts": CROWD * rounds(10), "failed": 0})


def test_backups_of_one_day_at_one_moment_leave_one_that_is_whole(folder: Path) -> None:
    for _ in range(rounds(20)):
        shutil.rmtree(folder / FOLDER)
        together = barrier(CROWD)
        workers = [Worker(jobs.care_once, folder, together) for _ in range(CROWD)]
        assert _said(workers) == ["cared"] * CROWD
        made = list((folder / FOLDER).iterdir())
        assert len(made) == 1
        assert is_whole(made[0])
    note("crowds at a backup", {"backups asked for": CROWD * rounds(20), "failed": 0, "lost": 0})


def test_what_is_written_while_a_backup_is_gone_back_to_is_there_or_in_the_copy_from_before(
    filled: Path, tmp_path: Path
) -> None:
    outcome: Counter[str] = Counter()
    for number in range(rounds(10)):
        folder, kept = copied(filled, tmp_path / "data"), tmp_path / "kopi"
        oldest = min(path.name for path in backup_files(folder))
        workers = [Worker(jobs.work_for_ever, folder, f"skriver{number}-{n}") for n in range(3)]
        for worker in workers:
            worker.hear(0.1)
        came = restore(folder, name=oldest)
        for worker in workers:
            worker.hear(0.1)
            worker.kill()
        said = [one for worker in workers for one in worker.said if not isinstance(one, BackedUp)]
        with jobs.opened_by(folder, "bagefter") as workplace:
            missing = broken(said, workplace)
            assert list_backups(workplace)
        shutil.rmtree(kept, ignore_errors=True)
        (kept / FOLDER).mkdir(parents=True)
        shutil.copyfile(folder / FOLDER / came.kept.name, kept / "roed-traad.sqlite3")
        with jobs.opened_by(kept, "foer") as workplace:
            assert broken(missing, workplace) == []
        outcome["writes acknowledged"] += len(said)
    note("crowds at a restore", {"restores": rounds(10), **outcome, "lost": 0})
