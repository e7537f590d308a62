"""What is pressed while a page is on its way is meant for the page."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.model.errors import Refused
from app.services.library import load_shelf
from app.services.opening import open_workplace
from app.services.workplace import Workplace
from app.ui.base.desk import Desk
from app.ui.base.tasks import BackgroundTasks
from app.ui.keys import keys
from app.ui.look.widgets import Button
from tests.ui.conftest import Clock

_PATIENCE_S = 20
_NONE = Qt.KeyboardModifier.NoModifier


class Window(QStackedWidget):
    """A list with a field, and the page that comes when the worker is done with other things."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list, self.page = QLineEdit(), QWidget()
        self.field = QLineEdit()
        self.pressed: list[str] = []
        self.more = Button("Mere", on_click=lambda: self.pressed.append("Mere"))
        self.more.set_key(keys.MORE)
        column = QVBoxLayout(self.page)
        column.addWidget(self.field)
        column.addWidget(self.more)
        self.addWidget(self.list)
        self.addWidget(self.page)
        self.is_there = threading.Event()
        self.list.returnPressed.connect(self._on_chosen)
        self.is_refused = False

    def _on_chosen(self) -> None:
        self._desk.open(self._read, lambda _: self._show(), lambda _: True)

    def _read(self, _: Workplace) -> None:
        self.is_there.wait(_PATIENCE_S)
        if self.is_refused:
            raise Refused("no_such_run")

    def _show(self) -> None:
        self.setCurrentWidget(self.page)
        self.field.setFocus()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = _NONE) -> None:
        handle = self.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key, held)


@pytest.fixture
def window(folder: Path, clock: Clock, qtbot: QtBot) -> Iterator[Window]:
    tasks = BackgroundTasks()
    with open_workplace(folder, clock=clock, actor="rådgiver") as workplace:
        found = Window(Desk(workplace, load_shelf(workplace), tasks, clock))
        qtbot.addWidget(found)
        found.show()
        found.activateWindow()
        qtbot.waitActive(found)
        found.list.setFocus()
        yield found
        found.is_there.set()
        tasks.close()


def test_keys_pressed_meanwhile_reach_the_page_in_their_order(window: Window, qtbot: QtBot) -> None:
    window.press(Qt.Key.Key_Return)
    window.press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    window.press(Qt.Key.Key_A)
    window.press(Qt.Key.Key_B)
    assert (window.pressed, window.list.text()) == ([], "")
    window.is_there.set()
    qtbot.waitUntil(lambda: window.pressed == ["Mere"])
    qtbot.waitUntil(lambda: window.field.text() == "ab")
    window.press(Qt.Key.Key_C)
    assert window.field.text() == "abc"


def test_keys_for_a_page_that_does_not_come_do_nothing_elsewhere(
    window: Window, qtbot: QtBot
) -> None:
    window.is_refused = True
    window.press(Qt.Key.Key_Return)
    window.press(Qt.Key.Key_A)
    window.is_there.set()

    def is_open_again() -> bool:
        window.press(Qt.Key.Key_B)
        return "b" in window.list.text()

    qtbot.waitUntil(is_open_again)
    assert "a" not in window.list.text()


def test_whoever_takes_the_mouse_meanwhile_goes_on_with_what_is_seen(window: Window) -> None:
    window.press(Qt.Key.Key_Return)
    window.press(Qt.Key.Key_A)
    handle = window.windowHandle()
    assert handle is not None
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton)
    window.press(Qt.Key.Key_B)
    assert window.list.text() == "b"
