"""The rail: each button shows its place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.shell.furnishing import Furnishing
from app.ui.shell.rail import RailButton


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Procedurer", "procedures"),
        ("Forløb", "runs"),
        ("Actioncards", "cards"),
        ("Værktøjer", "tools"),
        ("Møde", "meeting"),
        ("Indstillinger", "settings"),
    ],
)
def test_a_click_on_the_rail_shows_the_place(house: Furnishing, title: str, key: str) -> None:
    buttons = house.window.rail.findChildren(RailButton)
    button = next(one for one in buttons if one.text() == title)
    QTest.mouseClick(
        house.window.windowHandle(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        button.mapTo(house.window, button.rect().center()),
    )
    assert house.window.current == key
