"""A process may be killed at any moment: all that it was told is stored is there afterwards."""

import random
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from app.data_folder import DAMAGED, DATABASE
from app.model.errors import Trouble
from app.model.library.catalogue import Library
from app.services.backups import list_backups, recover
from app.services.library import load_shelf
from app.services.opening import open_workplace
from app.store.backup_files import backup_files
from app.store.upgrade import REVISIONS
from tests.hard import jobs
from tests.hard.claims import BackedUp, Deleted, broken, whole_backups
from tests.hard.figures import note, rounds, stride
from tests.hard.filled import Seen, copied, events_in, fill, opened, see
from tests.hard.processes import Worker
from tests.services.make import Clock, library, procedure, renamed, ship
from tests.store.first import make_first

CHUNKS = 4
LONGEST_S = 0.5


class Stand:
    """A folder that was filled, and a copy of it that processes are killed in."""

    def __init__(self, base: Path) -> None:
        self.clock = Clock()
        self.folder, self.copy = base / "data", base / "kopi"
        self.shipped = fill(self.folder, self.clock)
        with opened(self.folder, self.shipped, self.clock) as workplace:
            self.seen = see(workplace)
            self.backups = list_backups(workplace)

    def begin(self) -> Path:
        """Lay out a copy of the folder."""
        return copied(self.folder, self.copy)


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Stand:
    return Stand(tmp_path_factory.mktemp("drab"))


def _took(start: Callable[[], Worker]) -> float:
    """Let a process come to its end, and tell how long it takes, and a little more."""
    worker = start()
    began = time.monotonic()
    worker.end()
    return 1.2 * (time.monotonic() - began)


def _killed(start: Callable[[], Worker], after: float) -> list[object]:
    """Start a process, kill it, and return what it has told."""
    worker = start()
    worker.hear(after)
    worker.kill()
    return worker.said


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_nothing_acknowledged_is_lost_whenever_a_process_is_killed(
    stand: Stand, chunk: int
) -> None:
    """One folder takes many kills, and holds in the end what was told in all of them."""
    folder, chance = stand.begin(), random.Random(chunk)
    said: list[object] = []
    times = rounds(160) // CHUNKS or 1
    for number in range(times):
        start = partial(Worker, jobs.work_for_ever, folder, f"vindue{chunk}-{number}")
        new = _killed(start, chance.uniform(0.02, LONGEST_S))
        said += new
        with jobs.opened_by(folder, "bagefter") as workplace:
            assert broken(new, workplace) == []
        assert whole_backups(folder)
    with jobs.opened_by(folder, "bagefter") as workplace:
        assert broken([one for one in said if not isinstance(one, BackedUp)], workplace) == []
    left = (folder / DATABASE).read_bytes()
    assert not [one for one in said if isinstance(one, Deleted) and one.run.encode() in left]
    note("kills at work", {"kills": times, "writes acknowledged": len(said), "lost": 0})


def test_no_half_backup_is_left_by_a_kill(stand: Stand) -> None:
    folder, chance, made = stand.begin(), random.Random(1), 0
    for _ in range(rounds(30)):
        said = _killed(partial(Worker, jobs.back_up_for_ever, folder), chance.uniform(0.02, 0.3))
        made += len(said)
        with jobs.opened_by(folder, "bagefter") as workplace:
            assert broken(said, workplace) == []
        assert whole_backups(folder)
        for backup in backup_files(folder)[:-7]:
            backup.unlink()
    note("kills at a backup", {"kills": rounds(30), "backups acknowledged": made, "lost": 0})


def _shipping(number: int) -> Library:
    """Twenty procedures whose titles all tell the same number."""
    first = procedure(f"Underretning {number}")
    return library(
        first, *(renamed(first, f"underretning-{name}") for name in "abcdefghijklmnopqrs")
    )


def test_what_ships_comes_in_whole_or_not_at_all_whenever_it_is_killed(stand: Stand) -> None:
    folder, chance = stand.begin(), random.Random(2)
    shipped = ship(stand.copy.with_name("nyere"), _shipping(0))
    longest = _took(partial(Worker, jobs.open_with, folder, shipped))
    before = 0
    for number in range(1, rounds(30) + 1):
        ship(shipped, _shipping(number))
        said = _killed(partial(Worker, jobs.open_with, folder, shipped), chance.uniform(0, longest))
        with jobs.opened_by(folder, "bagefter") as workplace:
            (title,) = {one.title for one in load_shelf(workplace).library.procedures}
            assert title in (f"Underretning {before}", f"Underretning {number}")
            assert not said or title == f"Underretning {number}"
            before = int(title.split()[-1])
        if number % 3 == 0:
            with open_workplace(folder, shipped=shipped, clock=stand.clock) as workplace:
                assert load_shelf(workplace).library.procedures == _shipping(number).procedures
                before = number
    note("kills at an import", {"kills": rounds(30), "half": 0})


def test_an_upgrade_is_done_or_not_done_whenever_it_is_killed(stand: Stand) -> None:
    old, chance = stand.copy.with_name("aeldre"), random.Random(3)
    old.mkdir()
    make_first(old / DATABASE)
    start = partial(Worker, jobs.open_with, stand.copy, None)
    copied(old, stand.copy)
    longest = _took(start)
    outcome: Counter[str] = Counter()
    for _ in range(rounds(30)):
        copied(old, stand.copy)
        said = _killed(start, chance.uniform(0, longest))
        revision = _revision(stand.copy / DATABASE)
        assert revision in (REVISIONS[0], REVISIONS[-1])
        assert not said or revision == REVISIONS[-1]
        outcome["done" if revision == REVISIONS[-1] else "not done"] += 1
        assert whole_backups(stand.copy)
        with jobs.opened_by(stand.copy, "bagefter") as workplace, workplace.store.reading() as work:
            assert work.runs.ids() == ("a",)
    note("kills at an upgrade", {"kills": rounds(30), **outcome, "half": 0})


def _revision(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def _each_moment(stand: Stand, prepare: Callable[[], object], job: jobs.Job) -> Iterator[bool]:
    """Kill a job before each time it touches a file, and then at chosen moments.

    Yields each time whether it had told that it was done.
    """
    number, is_done = 0, False
    while not is_done:
        number += stride()
        prepare()
        worker = Worker(jobs.die_at, stand.copy, number, job)
        is_done = worker.has_ended_itself()
        yield bool(worker.said)
    start, chance = partial(Worker, job, stand.copy), random.Random(4)
    prepare()
    longest = _took(start)
    for _ in range(rounds(20)):
        prepare()
        yield bool(_killed(start, chance.uniform(0, longest)))


def test_a_restore_is_done_or_not_done_whenever_it_is_killed(stand: Stand) -> None:
    outcome: Counter[str] = Counter()
    oldest = stand.backups[-1]
    for is_told in _each_moment(stand, stand.begin, jobs.go_back):
        seen = events_in(_seen(stand))
        is_done = len(seen) == oldest.events
        assert is_done or seen == events_in(stand.seen)
        assert is_done or not is_told
        assert whole_backups(stand.copy)
        outcome["done" if is_done else "not done"] += 1
    note("kills at a restore", {"kills": outcome.total(), **outcome, "half": 0})


def test_a_rescue_can_be_taken_up_again_whenever_it_is_killed(stand: Stand) -> None:
    outcome: Counter[str] = Counter()

    def spoil() -> None:
        with (stand.begin() / DATABASE).open("r+b") as file:
            file.write(bytes(4096))

    for is_told in _each_moment(stand, spoil, jobs.rescue):
        try:
            seen = _seen(stand)
            outcome["done"] += 1
        except Trouble as trouble:
            assert not is_told
            outcome[trouble.code] += 1
            recover(stand.copy, clock=stand.clock)
            seen = _seen(stand)
        assert events_in(seen) == events_in(stand.seen)
        assert list(stand.copy.glob(f"{DAMAGED}*"))
    note("kills at a rescue", {"kills": outcome.total(), **outcome, "lost": 0})


def _seen(stand: Stand) -> Seen:
    with opened(stand.copy, stand.shipped, stand.clock) as workplace:
        return see(workplace)
