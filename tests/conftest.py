"""What tests of several folders need: the shipped library, brought into a data folder once."""

import gc
import os
import resource
import shutil
import sys
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.times import ZONE
from app.services.library import load_shelf
from app.services.opening import open_workplace
from app.services.settings import change_settings
from app.ui.look.theme import theme
from app.ui.start import make_application
from tests.once import Once
from tools.hand.screen import use_desk_screen

use_desk_screen()

_MEMORY = Path("/dev/shm")
_ROOM = 2 * 1024**3
"""So much the folders of a whole run never need at one time."""


def _write_in_memory() -> None:
    """Let the folders of tests lie in memory where there is room: a store waits for its disk.

    What tries the disk itself says where it lies, before this (`tests/hard`).
    """
    is_there = _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK)
    if is_there and shutil.disk_usage(_MEMORY).free > _ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


_write_in_memory()

# How long an example takes depends on what else the machine does: `benchmarks/` measures time.
settings.register_profile(
    "house",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("house")


_MUCH_KB = 64_000
"""What a handful of windows leave behind."""


_PATIENCE_MS = 60_000


class _Garbage:
    """Collected where much is left: the program does it by a clock that rarely goes here."""

    def __init__(self) -> None:
        self._clean = _memory_kb()

    def go(self) -> None:
        """Let it go, if there is much of it."""
        if not gc.isenabled() and _memory_kb() > self._clean + _MUCH_KB:
            gc.collect()
            gc.freeze()  # modules and caches, that need not be looked through again
            self._clean = _memory_kb()


def _memory_kb() -> int:
    """Return what the process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() // 1024


@pytest.fixture(scope="session")
def _garbage() -> _Garbage:
    return _Garbage()


@pytest.fixture(autouse=True)
def _no_garbage_is_heaped_up(_garbage: _Garbage) -> Iterator[None]:
    yield
    _garbage.go()


def pytest_xdist_auto_num_workers() -> int:
    """Have more workers than cores: one that tells a journey waits half of its time."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    return cores + (cores + 1) // 2


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """Take the program's own application object, with its look and its Danish, in every test.

    There is one of it in a process: whichever test comes first makes it for all.
    """
    application = make_application()
    # A journey closes the window and opens it again.
    application.setQuitOnLastWindowClosed(False)
    return application


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """Wait long for what comes: how long it takes says only how busy the machine is."""
    for name in ("waitUntil", "wait_until", "waitSignal", "wait_signal"):
        patient = partial(getattr(qtbot, name), timeout=_PATIENCE_MS)
        monkeypatch.setattr(qtbot, name, patient)
    return qtbot


@pytest.fixture(autouse=True)
def _look_as_before() -> Iterator[None]:
    """Let no test find the size or the colours that the one before has chosen."""
    yield
    if QApplication.instance() is not None:
        theme().set_appearance("system")
        theme().set_zoom(100)


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Once:
    """Makes folders for all workers."""
    return Once(tmp_path_factory, worker_id)


@pytest.fixture(scope="session")
def shipped_folder(once: Once, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder with the shipped library, to be copied; made once for all workers.

    Its documents are held, so that no test makes them anew.
    """
    begin = datetime(2026, 11, 23, 9, 40, tzinfo=ZONE)

    def make(folder: Path) -> None:
        with open_workplace(folder, clock=lambda: begin) as workplace:
            change_settings(workplace, welcomed=True)

    folder = once.folder("shipped", make)
    copy = tmp_path_factory.mktemp("held") / "data"
    shutil.copytree(folder, copy)
    with open_workplace(copy, clock=lambda: begin) as workplace:
        held = load_shelf(workplace)
    yield folder
    del held
