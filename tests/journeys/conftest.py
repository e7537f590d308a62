"""The program as it is started, on a data folder of the journey's own, and a hand to work it.

A journey is a plain function. It runs on a thread of its own, while the program runs on the main
one; so it may wait in the middle of a menu or a dialog, as a person does.
"""

import shutil
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from app.model.times import ZONE
from app.store import engine
from tests.journeys.ready import ReadyFolders
from tools.hand import Stage
from tools.journey import Journey, JourneyClock
from tools.journey.cases import Case, NewText, prepare, settle

_MORNING = datetime(2026, 11, 26, 8, 5, tzinfo=ZONE)


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Tell a journey on the hand's thread."""
    stage = pyfuncitem.funcargs.get("stage")
    if not isinstance(stage, Stage):
        return None
    names = pyfuncitem._fixtureinfo.argnames
    stage.play(partial(pyfuncitem.obj, **{name: pyfuncitem.funcargs[name] for name in names}))
    return True


@pytest.fixture
def _soon_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a write wait a short while for what another program writes."""
    monkeypatch.setattr(engine, "BUSY_SECONDS", 1.0)


@pytest.fixture
def stage(qapp: QApplication) -> Stage:
    """Where the program and the hand meet."""
    QCursor.setPos(0, 0)
    return Stage()


@pytest.fixture
def clock() -> JourneyClock:
    return JourneyClock(_MORNING)


@pytest.fixture
def new_folder(tmp_path: Path) -> Path:
    """A data folder that nobody has used yet."""
    return tmp_path / "data"


@pytest.fixture
def used_folder(shipped_folder: Path, tmp_path: Path) -> Path:
    """A data folder in use: the library is in, and the user has said a name."""
    folder = tmp_path / "data"
    shutil.copytree(shipped_folder, folder)
    return folder


@pytest.fixture(scope="session")
def ready(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> ReadyFolders:
    """The folders that stories of this test run begin with."""
    base = tmp_path_factory.getbasetemp()
    return ReadyFolders((base if worker_id == "master" else base.parent) / "ready")


@pytest.fixture
def first_day(stage: Stage, new_folder: Path, clock: JourneyClock) -> Iterator[Journey]:
    """The program before its first start, on an empty data folder."""
    journey = Journey(stage, new_folder, clock)
    yield journey
    journey.end()


@pytest.fixture
def program(
    stage: Stage, used_folder: Path, clock: JourneyClock, ready: ReadyFolders
) -> Iterator[Journey]:
    """The program of an adviser who has used it before; not opened yet."""
    yield from _settled(stage, used_folder, clock, ready, user_name="rådgiver")


@pytest.fixture
def team_lead(
    stage: Stage, used_folder: Path, clock: JourneyClock, ready: ReadyFolders
) -> Iterator[Journey]:
    """The program of a team lead; not opened yet."""
    yield from _settled(stage, used_folder, clock, ready, user_name="teamleder A", role="teamleder")


def _settled(
    stage: Stage, folder: Path, clock: JourneyClock, ready: ReadyFolders, **settings: object
) -> Iterator[Journey]:
    now = clock.now
    ready.make(folder, f"settle {now} {settings}", lambda: settle(folder, now, **settings))

    def prepared(folder: Path, now: datetime, wanted: Sequence[Case | NewText]) -> None:
        ready.make(folder, f"prepare {now} {wanted}", lambda: prepare(folder, now, wanted))

    journey = Journey(stage, folder, clock, prepared)
    yield journey
    journey.end()
