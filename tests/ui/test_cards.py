"""The wall of cards: choose, look, print."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.shell.furnishing import Furnishing


def test_space_chooses_and_the_button_counts(house: Furnishing) -> None:
    house.window.go("cards")
    wall = house.cards.wall
    for row in (0, 1):
        wall.setCurrentIndex(wall.rows.index(row))
        QTest.keyClick(wall, Qt.Key.Key_Space)
    assert len(wall.rows.chosen) == 2
    assert house.cards.print_button.text() == "Udskriv 2 kort"


def test_what_was_chosen_is_what_is_printed(house: Furnishing, qtbot: QtBot) -> None:
    wall = house.cards.wall
    wall.rows.toggle(wall.rows.index(1))
    wall.choice_changed.emit()
    house.cards.print_requested.disconnect()
    with qtbot.waitSignal(house.cards.print_requested) as asked:
        house.cards.print_button.click()
    assert asked.args == [wall.rows.chosen]


def test_a_choice_survives_a_change_of_theme(house: Furnishing) -> None:
    wall = house.cards.wall
    wall.rows.toggle(wall.rows.index(0))
    chosen = wall.rows.chosen
    house.cards.list.chosen.emit("effekt-og-maalstyring")
    assert wall.rows.chosen == chosen


def test_enter_shows_a_card_large_and_escape_goes_back(house: Furnishing) -> None:
    house.window.go("cards")
    wall = house.cards.wall
    wall.setCurrentIndex(wall.rows.index(0))
    QTest.keyClick(wall, Qt.Key.Key_Return)
    assert house.cards.large.isVisible()
    QTest.keyClick(house.cards.large, Qt.Key.Key_Escape)
    assert wall.isVisible()


def test_each_card_says_its_text_to_a_screen_reader(house: Furnishing) -> None:
    rows = house.cards.wall.rows
    words = rows.data(rows.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(words, str)
    assert "ikke valgt" in words


def test_the_search_narrows_the_wall(house: Furnishing) -> None:
    house.cards.search.setText("24-timersvurdering")
    assert 1 <= house.cards.wall.rows.rowCount() < len(house.desk.shelf.library.cards)
