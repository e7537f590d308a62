"""Everything can be reached by key and is named for a screen reader, at every size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from app.ui.look.theme import theme
from app.ui.shell.furnishing import Furnishing
from tests.ui.rest import come_to_rest
from tests.ui.runs.test_run_page import start

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


def test_every_control_of_every_place_has_a_name_and_finds_room_on_a_small_screen(
    house: Furnishing,
) -> None:
    for place in _PLACES:
        house.window.go(place)
        assert unnamed(house.window) == [], place
        assert house.window.minimumSizeHint().width() <= 1280, place


def test_every_control_of_a_run_has_a_name(house: Furnishing) -> None:
    start(house)
    assert unnamed(house.window) == []


@pytest.mark.parametrize("percent", [80, 150, 200])
def test_the_window_can_be_used_at_every_size(house: Furnishing, percent: int) -> None:
    theme().set_zoom(percent)
    house.window.resize(1280, 690)
    for place in _PLACES:
        house.window.go(place)
    start(house)
    assert house.window.grab().width() == house.window.width()
    come_to_rest()
    rail, page = house.window.rail, house.runs.page
    assert page.minimumSizeHint().width() <= page.width()
    assert page.minimumSizeHint().height() <= page.height()
    assert rail.minimumSizeHint().height() <= rail.height()


def test_tab_walks_through_the_whole_window_and_comes_back_both_ways(house: Furnishing) -> None:
    start(house)
    house.window.activateWindow()
    assert QTest.qWaitForWindowActive(house.window)
    for place, flow in (("runs", house.runs.page.flow), ("procedures", house.procedures.flow)):
        house.window.go(place)
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            flow.view.setFocus()
            seen: list[QWidget] = []
            while len(seen) < 80 and flow.view not in seen:
                QTest.keyClick(house.window.windowHandle(), key)
                focused = QApplication.focusWidget()
                assert focused is not None
                seen.append(focused)
            assert flow.view in seen
            kinds = {type(widget).__name__ for widget in seen}
            assert {"RailButton", "PanelArea", "RichText", "Button"} <= kinds
