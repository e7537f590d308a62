"""The start: never an empty window without a word, and nothing dead while one waits."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.model.user_settings import Appearance
from app.services.opening import open_workplace
from app.services.settings import change_settings
from app.ui.look.theme import theme
from app.ui.shell.folder_opening import Opening
from app.ui.shell.furnishing import Furnishing
from app.ui.shell.main_window import MainWindow
from app.ui.shell.rail import RailButton
from app.ui.shell.starting_place import StartingPlace
from tests.ui.conftest import Clock
from tests.ui.held_tasks import HeldTasks


@pytest.fixture
def tasks() -> HeldTasks:
    return HeldTasks()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow()
    window.resize(1440, 900)
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def start(
    window: MainWindow, tasks: HeldTasks, folder: Path, clock: Clock, qtbot: QtBot
) -> StartingPlace:
    """Open a folder as far as what is seen first."""
    Opening(window, tasks, folder, clock).begin_when_seen()
    window.show()
    qtbot.waitExposed(window)
    page = window.findChild(StartingPlace)
    assert page is not None
    qtbot.wait_until(lambda: bool(tasks._held))
    return page


def words_of(page: StartingPlace) -> list[str]:
    labels = page.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and label.text()]


def rail_button(window: MainWindow, title: str) -> RailButton:
    buttons = window.rail.findChildren(RailButton)
    return next(button for button in buttons if button.text() == title)


def test_the_first_start_says_at_once_what_it_does(
    window: MainWindow, tasks: HeldTasks, tmp_path: Path, clock: Clock, qtbot: QtBot
) -> None:
    page = start(window, tasks, tmp_path / "ny", clock, qtbot)
    assert words_of(page)[0] == "Gør biblioteket klar …"
    assert page.accessibleName() == "Gør biblioteket klar …"
    assert rail_button(window, "Forløb").isVisible()


def test_a_later_start_speaks_only_when_it_takes_a_while(
    window: MainWindow, tasks: HeldTasks, folder: Path, clock: Clock, qtbot: QtBot
) -> None:
    page = start(window, tasks, folder, clock, qtbot)
    assert words_of(page) == []
    qtbot.wait_until(lambda: words_of(page) == ["Åbner dine data …"])
    tasks.go_on()
    assert window.current == "procedures"
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChild(StartingPlace) is None


def test_what_is_asked_for_meanwhile_comes_when_all_is_ready(
    window: MainWindow, tasks: HeldTasks, folder: Path, clock: Clock, qtbot: QtBot
) -> None:
    page = start(window, tasks, folder, clock, qtbot)
    QTest.mouseClick(rail_button(window, "Actioncards"), Qt.MouseButton.LeftButton)
    qtbot.wait_until(lambda: "Actioncards kommer, så snart det er klar." in words_of(page))
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    tasks.go_on()
    assert window.current == "cards"


def test_a_search_that_is_asked_for_meanwhile_opens_when_all_is_ready(
    window: MainWindow, tasks: HeldTasks, folder: Path, clock: Clock, qtbot: QtBot
) -> None:
    start(window, tasks, folder, clock, qtbot)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    tasks.go_on()
    house = window.findChild(Furnishing)
    assert house is not None
    assert house.trails.palette.isVisible()


def test_the_window_looks_as_it_did_before_anything_is_read(
    window: MainWindow, tasks: HeldTasks, folder: Path, clock: Clock, qtbot: QtBot
) -> None:
    with open_workplace(folder, clock=clock) as workplace:
        change_settings(workplace, appearance=Appearance.DARK, zoom=125)
    start(window, tasks, folder, clock, qtbot)
    assert theme().ink.is_dark
    assert theme().zoom == 125
