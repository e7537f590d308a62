"""The window: the buttons of the mouse that go back and forward, and Enter on a button."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.look.widgets import Button
from app.ui.shell.furnishing import Furnishing

Mouse = Qt.MouseButton


def test_the_buttons_of_the_mouse_go_back_and_forward_wherever_they_are_pressed(
    house: Furnishing,
) -> None:
    window = house.window
    window.go("procedures")
    window.go("cards")
    for button, shown in ((Mouse.BackButton, "procedures"), (Mouse.ForwardButton, "cards")):
        for at in (QPoint(700, 500), QPoint(1300, 400)):
            QTest.mouseClick(window.windowHandle(), button, Qt.KeyboardModifier.NoModifier, at)
            assert window.current == shown


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_once_by_each_key_that_presses(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("Udskriv")
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.show()
    QTest.keyClick(button, key)
    assert pressed == [True]


def test_what_is_run_through_in_a_list_by_key_is_one_step_back(house: Furnishing) -> None:
    window, places = house.window, house.procedures
    window.go("cards")
    window.go("procedures")
    first = places.shown
    places.list.setFocus()
    for _ in range(4):
        QTest.keyClick(places.list, Qt.Key.Key_Down)
    assert places.shown != first
    QTest.keyClick(places.list, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert places.shown == first
