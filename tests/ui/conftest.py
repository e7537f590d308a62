"""A real window on a real data folder with the shipped library; work is done at once."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.model.times import ZONE
from app.services.library import load_shelf
from app.services.opening import open_workplace
from app.ui.base.tasks import DirectTasks
from app.ui.look.theme import theme
from app.ui.shell.furnishing import Furnishing
from app.ui.shell.main_window import MainWindow


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 9, 40, tzinfo=ZONE)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **step: float) -> None:
        self.now += timedelta(**step)


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """Dress what a test shows, as the program dresses its window."""
    add = qtbot.addWidget

    def dress_and_add(widget: QWidget) -> None:
        theme().dress(widget)
        add(widget)

    monkeypatch.setattr(qtbot, "addWidget", dress_and_add)
    return qtbot


@pytest.fixture(autouse=True)
def _nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """Let no test find the mouse where the one before has left it, or its windows alive.

    A widget that nobody has put anywhere lives on too, and is dressed at each change of the look.
    """
    QCursor.setPos(0, 0)
    yield
    for left in QApplication.topLevelWidgets():
        if left.parent() is None:
            left.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(shipped_folder: Path, tmp_path: Path) -> Path:
    """A data folder of the test's own."""
    copy = tmp_path / "data"
    shutil.copytree(shipped_folder, copy)
    return copy


@pytest.fixture
def house(folder: Path, clock: Clock, qtbot: QtBot) -> Iterator[Furnishing]:
    """The window with its places, on a data folder of the test's own."""
    window = MainWindow()
    workplace = open_workplace(folder, clock=clock, actor="rådgiver")
    house = Furnishing(window, workplace, load_shelf(workplace), DirectTasks(), clock)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    yield house
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
