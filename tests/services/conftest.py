"""An open data folder with a small library, and a clock that stands still."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.opening import open_workplace
from app.services.workplace import Workplace
from tests.services.make import Clock, library, ship


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shipped library and a data folder it has come into, made once and copied for each test."""
    folder = tmp_path_factory.mktemp("stand")
    shipped = ship(folder / "procedures", library())
    workplace = open_workplace(folder / "data", shipped=shipped, clock=Clock(), actor="anna")
    workplace.store.close()
    return folder


@pytest.fixture
def shipped(tmp_path: Path, stand: Path) -> Path:
    return shutil.copytree(stand / "procedures", tmp_path / "procedures")


@pytest.fixture
def data(tmp_path: Path, stand: Path) -> Path:
    """A data folder that the small library has come into."""
    return shutil.copytree(stand / "data", tmp_path / "data")


@pytest.fixture
def workplace(data: Path, shipped: Path, clock: Clock) -> Iterator[Workplace]:
    with open_workplace(data, shipped=shipped, clock=clock, actor="anna") as opened:
        yield opened
