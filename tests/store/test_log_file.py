"""What SQLite drops of a damaged log in silence is noticed before, kept, and read all the same."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from app.data_folder import DATABASE
from app.model.errors import Trouble
from app.paths import ROOT
from app.store.database_opening import open_store
from app.store.log_file import log_of, read_log
from app.store.rescue import recover
from tests.store.make import NOW, later

WRITER = """
import os, signal, sys
from pathlib import Path
from app.store.database_opening import open_store
from tests.store.make import NOW, begin, procedure, publish, run_named
store = open_store(Path(sys.argv[1]), now=NOW)
key = publish(store, procedure())
for number in range(12):
    begin(store, run_named(f"r{number:02}"), key)
print("written", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
RUNS = 12


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What lies in a folder whose window was killed: the database and its log."""
    folder = tmp_path_factory.mktemp("killed")
    done = subprocess.run(
        [sys.executable, "-c", WRITER, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "written\n", done.stderr
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def _laid_out(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        if not name.endswith("-shm"):
            (folder / name).write_bytes(data)
    return folder / DATABASE


def _runs(folder: Path) -> int:
    store = open_store(folder, now=later(5))
    with store.reading() as work:
        found = len(work.runs.ids())
    assert not store.lacks_log
    store.close()
    return found


def test_a_log_that_a_kill_has_left_is_whole(tmp_path: Path, killed: dict[str, bytes]) -> None:
    path = _laid_out(tmp_path, killed)
    log = read_log(log_of(path))
    assert log.frames
    assert not log.is_cut
    assert _runs(tmp_path) == RUNS


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_log_is_told_and_nothing_of_it_is_lost_that_can_be_read(
    tmp_path: Path, killed: dict[str, bytes], seed: int
) -> None:
    path = _laid_out(tmp_path, killed)
    chance = random.Random(seed)
    data = bytearray(killed[f"{DATABASE}-wal"])
    last = max(frame.start for frame in read_log(log_of(path)).frames)
    place = chance.randrange(last - 8)
    data[place] ^= 1 << chance.randrange(8)
    log_of(path).write_bytes(data)
    with pytest.raises(Trouble) as trouble:
        open_store(tmp_path, now=NOW)
    assert trouble.value.code == "log_cut"
    recover(tmp_path, now=later(1))
    assert log_of(next(tmp_path.glob("roed-traad-beskadiget-*.sqlite3"))).read_bytes() == data
    assert _runs(tmp_path) >= RUNS - 1, "one page at most is spoilt"


def test_a_log_without_its_database_is_no_fresh_start(
    tmp_path: Path, killed: dict[str, bytes]
) -> None:
    path = _laid_out(tmp_path, killed)
    path.unlink()
    with pytest.raises(Trouble) as trouble:
        open_store(tmp_path, now=NOW)
    assert trouble.value.code == "missing"
    assert log_of(path).read_bytes() == killed[f"{DATABASE}-wal"]


def test_a_log_that_is_gone_altogether_is_known_to_be(
    tmp_path: Path, killed: dict[str, bytes]
) -> None:
    path = _laid_out(tmp_path, killed)
    log_of(path).unlink()
    store = open_store(tmp_path, now=later(1))
    assert store.lacks_log
    store.close()
    again = open_store(tmp_path, now=later(2))
    assert not again.lacks_log, "it is told once"
    again.close()


def test_what_was_half_written_when_the_power_went_is_no_damage(
    tmp_path: Path, killed: dict[str, bytes]
) -> None:
    path = _laid_out(tmp_path, killed)
    data = killed[f"{DATABASE}-wal"]
    log_of(path).write_bytes(data[:-5000])
    assert not read_log(log_of(path)).is_cut
    assert _runs(tmp_path) == RUNS - 1


@pytest.mark.parametrize("left", [0, 32, 20_000, -5000])
def test_a_log_whose_end_is_gone_is_told_where_its_index_says_how_long_it_was(
    tmp_path: Path, killed: dict[str, bytes], left: int
) -> None:
    path = _laid_out(tmp_path, killed)
    path.with_name(f"{DATABASE}-shm").write_bytes(killed[f"{DATABASE}-shm"])
    log_of(path).write_bytes(killed[f"{DATABASE}-wal"][:left])
    with pytest.raises(Trouble) as trouble:
        open_store(tmp_path, now=NOW)
    assert trouble.value.code == "log_cut"
    recover(tmp_path, now=later(1))
    assert _runs(tmp_path) <= RUNS
