"""The wall of cards: choose, look, print."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.look.theme import theme
from app.ui.shell.furnishing import Furnishing


def middle_of(house: Furnishing, row: int) -> QPoint:
    wall = house.cards.wall
    return wall.visualRect(wall.rows.index(row)).center()


def color_in(house: Furnishing, row: int) -> QColor:
    """Return the colour in the middle of a sheet, beside its words."""
    wall = house.cards.wall
    sheet = wall.sheet_rect(wall.visualRect(wall.rows.index(row)))
    return wall.viewport().grab().toImage().pixelColor(sheet.bottomLeft().toPoint() + QPoint(6, -6))


def test_keys_choose_print_and_come_back_to_the_wall(house: Furnishing, qtbot: QtBot) -> None:
    house.window.activateWindow()
    QTest.qWaitForWindowActive(house.window)
    place = house.cards
    wall = place.wall
    place.print_requested.disconnect()
    QTest.keyClick(house.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(wall.hasFocus)
    QTest.keyClick(wall, Qt.Key.Key_Space)
    QTest.keyClick(wall, Qt.Key.Key_Right)
    QTest.keyClick(wall, Qt.Key.Key_Space)
    assert place.print_button.text() == "Udskriv 2 kort"
    with qtbot.waitSignal(place.print_requested) as asked:
        QTest.keyClick(wall, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [tuple(place.chosen)]
    QTest.mouseClick(place.print_button, Qt.MouseButton.LeftButton)
    assert wall.hasFocus()
    QTest.keyClick(wall, Qt.Key.Key_Space)
    assert place.print_button.text() == "Udskriv kortet"


def test_a_click_chooses_a_card_and_leaves_its_words_in_sight(
    house: Furnishing, qtbot: QtBot
) -> None:
    house.window.go("cards")
    wall = house.cards.wall
    qtbot.waitUntil(lambda: wall.grab().isNull() or not wall.is_drawing)
    before = color_in(house, 1)
    QTest.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(house, 1))
    assert house.cards.print_button.isEnabled()
    assert color_in(house, 1) == before != theme().color("accent")


def test_a_double_click_opens_a_card_and_chooses_none(house: Furnishing) -> None:
    house.window.go("cards")
    port = house.cards.wall.viewport()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=middle_of(house, 1))
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=middle_of(house, 1))
    assert house.cards.large.isVisible()
    QTest.keyClick(house.cards.large, Qt.Key.Key_Escape)
    assert not house.cards.chosen


def test_what_an_assistive_program_toggles_is_chosen(house: Furnishing) -> None:
    house.window.go("cards")
    card = QAccessible.queryAccessibleInterface(house.cards.wall).child(1)
    card.actionInterface().doAction("Toggle")
    assert house.cards.print_button.text() == "Udskriv kortet"
    card.actionInterface().doAction("Toggle")
    assert not house.cards.print_button.isEnabled()


def test_a_choice_survives_a_change_of_theme_and_of_the_library(house: Furnishing) -> None:
    house.window.go("cards")
    wall = house.cards.wall
    QTest.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(house, 0))
    chosen = wall.rows.chosen
    assert chosen
    house.desk.set_shelf(house.desk.shelf)
    assert wall.rows.chosen == chosen
    assert wall.rows.row(wall.currentIndex()).id == chosen[0]
    house.cards.list.chosen.emit("effekt-og-maalstyring")
    assert wall.rows.chosen == chosen


def test_a_card_that_is_read_stays_when_the_library_is_read_anew(house: Furnishing) -> None:
    house.window.go("cards", "24-timers-vurdering")
    house.desk.set_shelf(house.desk.shelf)
    assert house.cards.chosen == ("24-timers-vurdering",)
    assert house.cards.large.isVisible()


def test_a_card_says_its_text_enter_shows_it_large_and_the_search_narrows_the_wall(
    house: Furnishing,
) -> None:
    house.window.go("cards")
    wall = house.cards.wall
    wall.setCurrentIndex(wall.rows.index(0))
    QTest.keyClick(wall, Qt.Key.Key_Return)
    assert house.cards.large.isVisible()
    QTest.keyClick(house.cards.large, Qt.Key.Key_Escape)
    assert wall.isVisible()

    rows = house.cards.wall.rows
    words = rows.data(rows.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(words, str)
    assert "ikke valgt" in words

    house.cards.search.setText("24-timersvurdering")
    assert 1 <= house.cards.wall.rows.rowCount() < len(house.desk.shelf.library.cards)
