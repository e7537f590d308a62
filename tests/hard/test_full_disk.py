"""A disk that is full: told as such, nothing acknowledged is lost, and it goes on with room."""

import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from app.data_folder import DATABASE
from app.model.errors import Trouble
from app.services import run_steps, runs
from app.services.backups import back_up_now, list_backups, recover, restore
from app.services.care import look_after
from app.services.opening import open_workplace
from app.services.run_lists import list_runs
from app.services.workplace import Workplace
from app.store.backup_files import FOLDER
from tests.hard.claims import whole_backups
from tests.hard.figures import note, stride
from tests.hard.filled import copied, events_in, fill, opened, see
from tests.services.make import Clock
from tests.store.first import make_first

SIZE = 8 << 20
LEVELS = [0, *(4096 * 2 ** (power // 2) * (2 + power % 2) // 2 for power in range(20))]
"""So much is left on the disk, in bytes."""


class Disk:
    """A small disk of its own, that can be filled up but for so much."""

    def __init__(self, root: Path) -> None:
        self.root, self._ballast = root, root / "fyld"

    def fill(self, left: int) -> None:
        """Leave so many bytes, or fewer by a page."""
        room = shutil.disk_usage(self.root).free - left
        if room > 0:
            self._ballast.write_bytes(bytes(room))

    def make_room(self) -> None:
        self._ballast.unlink(missing_ok=True)


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Disk]:
    root = tmp_path_factory.mktemp("disk")
    mounting = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(root)]
    try:
        done = subprocess.run(mounting, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount here, and so no small disk")
    if done.returncode:
        pytest.skip("a small disk can be mounted by root alone")
    yield Disk(root)
    subprocess.run(["umount", "--lazy", str(root)], check=True)


class Stand:
    """A filled folder elsewhere, and a copy of it on the small disk."""

    def __init__(self, base: Path, disk: Disk) -> None:
        self.disk, self.clock = disk, Clock()
        self.filled, self.folder = base / "data", disk.root / "data"
        self.shipped = fill(self.filled, self.clock)
        with opened(self.filled, self.shipped, self.clock) as workplace:
            self.seen = see(workplace)
            self.oldest = list_backups(workplace)[-1]

    def begin(self) -> None:
        self.disk.make_room()
        copied(self.filled, self.folder)

    def opened(self) -> Workplace:
        return opened(self.folder, self.shipped, self.clock)

    def open(self) -> None:
        self.opened().close()


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory, disk: Disk) -> Stand:
    return Stand(tmp_path_factory.mktemp("fuld"), disk)


def _begin_anew(stand: Stand) -> None:
    shutil.rmtree(stand.folder, ignore_errors=True)


def _begin_older(stand: Stand) -> None:
    shutil.rmtree(stand.folder, ignore_errors=True)
    stand.folder.mkdir()
    make_first(stand.folder / DATABASE)


def _begin_damaged(stand: Stand) -> None:
    with (stand.folder / DATABASE).open("r+b") as file:
        file.write(bytes(4096))


def _begin_closed(stand: Stand) -> None:
    del stand


def _go_back(stand: Stand) -> None:
    restore(stand.folder, name=stand.oldest.name, clock=stand.clock)


def _recover(stand: Stand) -> None:
    recover(stand.folder, clock=stand.clock)


def _back_up(stand: Stand) -> None:
    with stand.opened() as workplace:
        back_up_now(workplace)


def _look_after(stand: Stand) -> None:
    stand.clock.forward(days=1)
    with stand.opened() as workplace:
        look_after(workplace)


def _is_all_there(stand: Stand) -> bool:
    with stand.opened() as workplace:
        return events_in(see(workplace)) == events_in(stand.seen)


def _is_gone_back(stand: Stand) -> bool:
    with stand.opened() as workplace:
        return len(events_in(see(workplace))) == stand.oldest.events


def _opens(stand: Stand) -> bool:
    stand.open()
    return True


Deed = Callable[[Stand], None]
Check = Callable[[Stand], bool]


@pytest.mark.parametrize(
    ("name", "before", "deed", "half_way", "done"),
    [
        ("a first start", _begin_anew, Stand.open, _opens, _opens),
        ("a start", _begin_closed, Stand.open, _is_all_there, _is_all_there),
        ("an upgrade", _begin_older, Stand.open, _opens, _opens),
        ("a backup", _begin_closed, _back_up, _is_all_there, _is_all_there),
        ("the daily care", _begin_closed, _look_after, _is_all_there, _is_all_there),
        ("going back", _begin_closed, _go_back, _is_all_there, _is_gone_back),
        ("a rescue", _begin_damaged, _recover, _is_all_there, _is_all_there),
    ],
)
def test_a_full_disk_is_told_and_what_was_begun_comes_off_with_room(
    stand: Stand, name: str, before: Deed, deed: Deed, half_way: Check, done: Check
) -> None:
    outcome: Counter[str] = Counter()
    for left in LEVELS[:: stride()]:
        stand.begin()
        before(stand)
        stand.disk.fill(left)
        told = _told(partial(deed, stand))
        assert told in ("", "disk_full"), (name, left)
        stand.disk.make_room()
        outcome[told or "done"] += 1
        assert whole_backups(stand.folder), (name, left)
        assert not list((stand.folder / FOLDER).glob("*.del*")), (name, left)
        if told:
            with suppress(Trouble):  # the damaged one is as damaged as before
                assert half_way(stand), (name, left)
            deed(stand)
        assert done(stand), (name, left)
    counts = {"times": outcome.total(), "told": outcome["disk_full"], "done": outcome["done"]}
    note(f"full disk, {name}", {**counts, "lost": 0})


def _told(deed: Callable[[], object]) -> str:
    """Try something; return the code of the trouble that it met, if any."""
    try:
        deed()
    except Trouble as trouble:
        return trouble.code
    return ""


def test_work_on_a_disk_that_fills_up_loses_nothing_and_goes_on_in_the_same_window(
    stand: Stand,
) -> None:
    written = told = 0
    for left in LEVELS[:: stride()]:
        stand.begin()
        with open_workplace(stand.folder, shipped=None, clock=stand.clock) as workplace:
            run = list_runs(workplace)[0].run.id
            stand.disk.fill(left)
            acknowledged = _note_until_full(workplace, run)
            told += 1
            assert len(runs.open_run(workplace, run=run).events) == acknowledged
            stand.disk.make_room()
            view = run_steps.write_note(
                workplace, run=run, step="samtale", text="Der er plads igen."
            )
            assert len(view.events) == acknowledged + 1
        with open_workplace(stand.folder, shipped=None, clock=stand.clock) as again:
            assert runs.open_run(again, run=run).events == view.events
            seen = see(again)
        others = {key: event for key, event in events_in(seen).items() if key[0] != run}
        assert others.items() <= events_in(stand.seen).items()
        written += acknowledged
    note("full disk, at work", {"times": told, "writes acknowledged": written, "lost": 0})


def _note_until_full(workplace: Workplace, run: str) -> int:
    """Write until the disk is full; return how many events were told to be stored."""
    events = len(runs.open_run(workplace, run=run).events)
    for number in range(20_000):
        text = f"{number} {'ord ' * 400}"
        told = _told(partial(run_steps.write_note, workplace, run=run, step="samtale", text=text))
        if told:
            assert told == "disk_full"
            return events
        events += 1
    raise AssertionError("the disk does not fill up")
