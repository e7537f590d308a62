"""Everything can be reached by key and is named for a screen reader, at every size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from app.ui.common.theme import theme
from app.ui.shell.furnishing import Furnishing
from tests.ui.test_runs import start

_ACTIVE = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QTextEdit)
_PLACES = ("procedures", "runs", "cards", "tools", "meeting", "settings")


def unnamed(root: QWidget) -> list[str]:
    """Return what can be used in a place but has no name."""
    found = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, _ACTIVE) or not widget.isVisibleTo(root):
            continue
        # Parts that Qt puts into its own widgets speak through them.
        if widget.objectName().startswith("qt_") or isinstance(widget.parent(), QLineEdit):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface else widget.accessibleName()
        if not name and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


@pytest.mark.parametrize("place", _PLACES)
def test_every_control_of_a_place_has_a_name(house: Furnishing, place: str) -> None:
    house.window.go(place)
    assert unnamed(house.window) == []


def test_every_control_of_a_run_has_a_name(house: Furnishing) -> None:
    start(house)
    assert unnamed(house.window) == []


@pytest.mark.parametrize("place", _PLACES)
def test_no_place_asks_for_more_width_than_a_small_screen_has(
    house: Furnishing, place: str
) -> None:
    house.window.go(place)
    assert house.window.minimumSizeHint().width() <= 1280


@pytest.mark.parametrize("percent", [80, 150, 200])
def test_the_window_can_be_used_at_every_size(house: Furnishing, percent: int) -> None:
    theme().set_zoom(percent)
    try:
        for place in _PLACES:
            house.window.go(place)
        assert house.window.grab().width() == house.window.width()
    finally:
        theme().set_zoom(100)


def test_tab_walks_through_the_procedures_place_and_comes_back(house: Furnishing) -> None:
    house.window.go("procedures")
    first = house.procedures.search
    first.setFocus()
    seen: list[QWidget] = [first]
    for _ in range(200):
        following = seen[-1].nextInFocusChain()
        if following is None or following is first:
            break
        seen.append(following)
    names = {type(widget).__name__ for widget in seen}
    assert {"GroupedList", "FlowView"} <= names
