"""What an assistive program does with a button is what a click does, and what is shown is so."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from app.model.library.target import Target
from app.model.run.run_listing import Show
from app.ui.keys.toggling import AskingToggle, Switch
from app.ui.shell.furnishing import Furnishing
from app.ui.shell.rail import RailButton

TOGGLE = QAccessibleActionInterface.toggleAction()


def toggle(button: QWidget) -> None:
    """Do what a screen reader does with a button that is on or off."""
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface is not None
    actions = interface.actionInterface()
    assert actions is not None
    assert TOGGLE in actions.actionNames()
    actions.doAction(TOGGLE)


def test_nothing_that_is_on_or_off_waits_for_a_click() -> None:
    ui = Path(__file__).parents[3] / "app" / "ui"
    waiting = []
    for path in ui.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        made = re.findall(r"(\w+(?:\.\w+)?) = Q(?:CheckBox|RadioButton)\(", text)
        made += re.findall(r"(\w+(?:\.\w+)?)\.setCheckable\(True\)", text)
        waiting += [
            f"{path.relative_to(ui)}: {name}"
            for name in made
            if name != "self" and f"{name}.clicked.connect" in text
        ]
        if ".idClicked." in text or ".buttonClicked." in text:
            waiting.append(str(path.relative_to(ui)))
    assert waiting == []


class Stored(QCheckBox):
    """Shows what is stored."""

    def nextCheckState(self) -> None:
        pass


@pytest.fixture
def box(qtbot: QtBot) -> QCheckBox:
    found = QCheckBox("Lørdag")
    qtbot.addWidget(found)
    return found


def test_a_switch_tells_of_a_click_and_of_an_action_and_not_of_what_is_shown(
    box: QCheckBox,
) -> None:
    turned: list[bool] = []
    switch = Switch(box)
    switch.turned.connect(turned.append)
    box.click()
    toggle(box)
    switch.show(True)
    assert box.isChecked()
    assert turned == [True, False]


def test_what_is_stored_stays_in_sight_until_it_is_other(qtbot: QtBot) -> None:
    box = Stored("Udført")
    qtbot.addWidget(box)
    asked: list[bool] = []
    question = AskingToggle(box)
    question.asked.connect(lambda: asked.append(box.isChecked()))
    box.click()
    toggle(box)
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert asked == [False, False, False]
    question.show(True)
    toggle(box)
    assert box.isChecked()
    assert len(asked) == 4


def rail_button(house: Furnishing, title: str) -> RailButton:
    buttons = house.window.rail.findChildren(RailButton)
    return next(one for one in buttons if one.text() == title)


def test_buttons_all_over_the_program_do_what_they_show(house: Furnishing) -> None:
    toggle(rail_button(house, "Forløb"))
    assert house.window.current == "runs"
    runs = house.runs.list
    toggle(runs.filters.buttons[Show.LATE])
    assert runs.asked.show is Show.LATE
    toggle(runs.by_case)
    assert runs.asked.by_case
    toggle(rail_button(house, "Indstillinger"))
    toggle(house.settings.saturday)
    assert not house.desk.settings.saturday_counts
    toggle(rail_button(house, "Procedurer"))
    house.procedures.show_procedure("underretning")
    star: QAbstractButton = house.procedures._star
    toggle(star)
    assert house.desk.settings.favourites == (Target("procedure", "underretning").ref,)
    assert star.isChecked()


def test_the_keyboard_comes_into_the_rail_at_the_place_that_is_shown(house: Furnishing) -> None:
    house.window.go("runs")
    buttons = house.window.rail.findChildren(RailButton)
    stops = [b.text() for b in buttons if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert sorted(stops) == ["Forløb", "Søg"]
    rail_button(house, "Forløb").setFocus()
    QTest.keyClick(rail_button(house, "Forløb"), Qt.Key.Key_Down)
    assert rail_button(house, "Actioncards").hasFocus()
    QTest.keyClick(rail_button(house, "Actioncards"), Qt.Key.Key_Space)
    assert house.window.current == "cards"
