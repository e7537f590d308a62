"""Finding a procedure, reading its steps, and moving about by key."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.model.library.target import Target
from app.services.settings import change_settings
from app.ui.shell.furnishing import Furnishing
from tests.ui.rest import come_to_rest


def titles(house: Furnishing) -> list[str]:
    rows = house.procedures.list.rows
    return [rows.index(number).data() for number in range(rows.rowCount())]


def is_whole(title: QLabel) -> bool:
    return title.fontMetrics().horizontalAdvance(title.text()) <= title.width()


def search(house: Furnishing, qtbot: QtBot, words: str) -> None:
    house.procedures.search.setFocus()
    QTest.keyClicks(house.procedures.search, words)
    come_to_rest()


def test_the_list_shows_each_theme_above_its_procedures(house: Furnishing) -> None:
    found = titles(house)
    assert found.index("Henvendelser og underretninger") < found.index("Underretning")


def test_a_paragraph_is_found_as_it_is_typed(house: Furnishing, qtbot: QtBot) -> None:
    search(house, qtbot, "136 stk 2")
    assert "Er barnet i fare nu?" in titles(house)


def test_choosing_a_hit_shows_the_step_in_flow_and_panel(house: Furnishing) -> None:
    house.procedures.list.chosen.emit(Target("procedure", "underretning", "kvitter"))
    assert house.procedures.shown == "underretning"
    assert house.procedures.flow.selected == "kvitter"


def test_clearing_the_search_brings_the_themes_back(house: Furnishing, qtbot: QtBot) -> None:
    before = titles(house)
    search(house, qtbot, "xyzzy")
    assert titles(house) != before
    QTest.keyClick(house.procedures.search, Qt.Key.Key_Escape)
    assert titles(house) == before


def test_down_from_the_search_field_goes_to_the_list(house: Furnishing) -> None:
    house.procedures.search.setFocus()
    QTest.keyClick(house.procedures.search, Qt.Key.Key_Down)
    assert house.procedures.list.hasFocus()


def test_the_key_of_search_searches_where_one_stands_or_in_everything(house: Furnishing) -> None:
    QTest.keyClick(house.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert house.procedures.search.hasFocus()
    house.window.go("settings")
    QTest.keyClick(house.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert house.window.current == "settings"
    assert house.trails.palette.isVisible()


def test_each_procedure_remembers_the_step_that_was_looked_at(house: Furnishing) -> None:
    place = house.procedures
    place.show_procedure("underretning", "kvitter")
    place.show_procedure("opfoelgning-og-tilsyn")
    place.show_procedure("underretning")
    assert place.flow.selected == "kvitter"


def test_a_template_says_that_it_must_be_approved_here(house: Furnishing) -> None:
    assert "Skabelon" in house.procedures.version_words


def test_a_card_of_a_step_opens_on_the_wall(house: Furnishing) -> None:
    house.procedures.panel.card_requested.emit("24-timers-vurdering")
    assert house.window.current == "cards"
    assert house.cards.large.accessibleName() == "24-timersvurdering"


def test_a_team_lead_reads_the_whole_title(house: Furnishing, qtbot: QtBot) -> None:
    house.desk.do(
        lambda workplace: change_settings(workplace, role="teamleder"),
        house.settings.settings_changed.emit,
    )
    title = house.procedures.header.title
    longest = sorted(house.desk.shelf.library.procedures, key=lambda one: -len(one.title))[:4]
    for width in (1440, 1280, 1024):
        house.window.resize(width, 800)
        for procedure in longest:
            house.window.go("procedures", Target("procedure", procedure.id))
            assert house.procedures.edit_actions.edit.isVisible()
            qtbot.wait_until(lambda: is_whole(title))


def test_what_a_procedure_says_of_itself_unfolds_by_mouse_and_key_and_leads_on(
    house: Furnishing,
) -> None:
    place = house.procedures
    place.show_procedure("underretning")
    panel = place.panel

    def seen(words: str) -> bool:
        return any(words in one.text() and one.isVisible() for one in panel.findChildren(QLabel))

    fold = next(b for b in panel.findChildren(QPushButton) if b.text() == "Om proceduren")
    assert not seen("Hører sammen med")
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert seen("Formål")
    assert seen("Hører sammen med")
    fold.setFocus()
    QTest.keyClick(fold, Qt.Key.Key_Space)
    assert not seen("Formål")
    QTest.keyClick(fold, Qt.Key.Key_Space)
    place.show_procedure("underretning", "kvitter")
    assert seen("Formål"), "it stays as it was left"
    link = next(b for b in panel.findChildren(QPushButton) if b.accessibleName() == "Åbn Screening")
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert place.shown == "screening"
