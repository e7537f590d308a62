"""A team leader says how much a procedure may ask, and which words are right."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.services.settings import change_settings, load_settings
from app.ui.shell.furnishing import Furnishing


def choose_role(house: Furnishing, role: str) -> None:
    house.window.go("settings")
    box = house.settings.role
    box.showPopup()
    box.view().setCurrentIndex(box.model().index(box.findData(role), 0))
    QTest.keyClick(box.view(), Qt.Key.Key_Return)


def write(field: QWidget, text: str) -> None:
    """Write in a field in place of what stood there, and press Enter."""
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_only_a_team_leader_sees_the_budget(house: Furnishing) -> None:
    choose_role(house, "raadgiver")
    assert not house.settings.budget.isVisibleTo(house.settings)
    choose_role(house, "teamleder")
    assert house.settings.budget.isVisibleTo(house.settings)


def test_the_budget_is_kept(house: Furnishing) -> None:
    choose_role(house, "teamleder")
    write(house.settings.budget_minutes, "20")
    kept: list[int] = []
    house.desk.do(lambda workplace: load_settings(workplace).budget_minutes, kept.append)
    assert kept == [20]
    assert house.desk.settings.budget.minutes == 20


def test_words_that_are_right_are_kept_and_can_be_taken_out(house: Furnishing) -> None:
    choose_role(house, "teamleder")
    write(house.settings.own_words.line, "Ungekompas, logside")
    assert house.desk.settings.own_words == ("Ungekompas", "logside")
    house.desk.do(lambda workplace: change_settings(workplace, own_words=("nyt",)), lambda _: None)
    house.window.go("settings")
    assert house.settings.own_words.line.text() == "nyt"
    write(house.settings.own_words.line, "")
    assert not house.desk.settings.own_words
