"""Closing waits for what is being saved, says what could not be, and lets one stay."""

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.data_folder import DATABASE
from app.model.errors import Refused, Told, Trouble
from app.services.library import load_shelf
from app.services.opening import open_workplace
from app.services.workplace import Workplace
from app.ui.base.tasks import BackgroundTasks
from app.ui.look.banner import Banner
from app.ui.shell.furnishing import Furnishing
from app.ui.shell.main_window import MainWindow
from tests.ui.conftest import Clock


class Notes:
    """A place of writing whose writes fail as they are told to."""

    def __init__(self, house: Furnishing) -> None:
        self._desk = house.desk
        self.error: Told | None = None
        self.text = ""
        self.typed = house.desk.writing.begin("note", "", self._write)

    def _write(self, value: str, base: str, kept: object, failed: object) -> None:
        assert callable(kept)
        assert callable(failed)

        def work(_: Workplace) -> None:
            if self.error is not None:
                raise self.error
            self.text = value

        def refused(error: Told) -> bool:
            failed(error)
            return False

        self._desk.do(work, lambda _: kept(), refused, about="note")


@pytest.fixture
def house(folder: Path, clock: Clock, qtbot: QtBot) -> Iterator[Furnishing]:
    """The window on the real worker."""
    window, tasks = MainWindow(), BackgroundTasks()
    workplace = open_workplace(folder, clock=clock, actor="rådgiver")
    house = Furnishing(window, workplace, load_shelf(workplace), tasks, clock)
    window.show()
    qtbot.waitExposed(window)
    yield house
    house.desk.writing.end()
    window.guard_closing(None)
    window.close()
    tasks.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def notes(house: Furnishing) -> Notes:
    return Notes(house)


def test_what_was_typed_last_is_kept_before_the_window_closes(
    house: Furnishing, notes: Notes, qtbot: QtBot
) -> None:
    notes.typed.type("Anden")
    notes.typed.flush()
    notes.typed.type("Anden, tredje, skrevet mens der gemmes")
    house.window.close()
    assert house.window.isVisible()
    qtbot.waitUntil(lambda: not house.window.isVisible())
    assert notes.text == "Anden, tredje, skrevet mens der gemmes"


@pytest.mark.parametrize("error", [Trouble("disk_full"), Refused("note_too_long", limit="4.000")])
def test_the_window_stays_and_says_why_when_something_is_not_kept(
    house: Furnishing, notes: Notes, qtbot: QtBot, error: Told
) -> None:
    notes.error = error
    notes.typed.type("Vigtigt")
    house.window.close()
    qtbot.waitUntil(lambda: "stadig åbent" in house.window.banner_text)
    assert house.window.isVisible()


def test_it_closes_when_that_is_kept_after_all(
    house: Furnishing, notes: Notes, qtbot: QtBot
) -> None:
    notes.error = Trouble("disk_full")
    notes.typed.type("Vigtigt")
    house.window.close()
    qtbot.waitUntil(lambda: "stadig åbent" in house.window.banner_text)
    notes.error = None
    notes.typed.flush()
    qtbot.waitUntil(lambda: house.window.banner_text == "")
    house.window.close()
    qtbot.waitUntil(lambda: not house.window.isVisible())
    assert notes.text == "Vigtigt"


def test_one_may_give_it_up(house: Furnishing, notes: Notes, qtbot: QtBot) -> None:
    notes.error = Trouble("disk_full")
    notes.typed.type("Vigtigt")
    house.window.close()
    qtbot.waitUntil(lambda: "stadig åbent" in house.window.banner_text)
    buttons = house.window.findChildren(QPushButton)
    button = next(one for one in buttons if one.text() == "Luk, og opgiv det")
    button.click()
    assert not house.window.isVisible()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file stays there")
def test_a_file_that_is_gone_is_told_until_that_is_closed_and_hides_no_question(
    house: Furnishing, notes: Notes, folder: Path, qtbot: QtBot
) -> None:
    (banner,) = house.window.findChildren(Banner)
    (folder / DATABASE).unlink()
    house.look_elsewhere()
    qtbot.waitUntil(lambda: "ikke længere i mappen" in house.window.banner_text)
    banner.close_message()
    told: list[object] = []
    house.desk.messages.told.connect(told.append)
    house.look_elsewhere()
    with qtbot.waitSignal(house.desk.settings_changed):
        house.desk.do(lambda _: None, lambda _: house.desk.settings_changed.emit())
    assert told == []

    notes.error = Trouble("vanished")
    notes.typed.type("Vigtigt")
    house.window.close()
    qtbot.waitUntil(lambda: "stadig åbent" in house.window.banner_text)
    notes.typed.flush()
    qtbot.waitUntil(lambda: len(told) == 3)
    assert "stadig åbent" in house.window.banner_text


def test_a_busy_database_is_waited_for(house: Furnishing, folder: Path, qtbot: QtBot) -> None:
    other = sqlite3.connect(folder / "roed-traad.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    house.window.close()
    qtbot.waitUntil(lambda: house.window.banner_text.startswith("Det sidste bliver gemt"))
    assert house.window.isVisible()
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: not house.window.isVisible())
