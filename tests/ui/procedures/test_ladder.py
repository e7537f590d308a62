"""The intervention ladder: reached from the list, climbed by key, and left by its links."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.library.target import Target
from app.services.shipped import shipped_shelf
from app.ui.library.procedure_rows import LADDER
from app.ui.look.theme import theme
from app.ui.look.widgets import Label
from app.ui.procedures.ladder import LadderView
from app.ui.shell.furnishing import Furnishing
from app.ui.steps.panel_sections import WrapLink
from tests.ui.rest import come_to_rest


@pytest.fixture
def ladder(house: Furnishing) -> LadderView:
    """The ladder, with the keyboard on its lowest step."""
    house.window.go("procedures", LADDER)
    house.procedures.enter()
    return _ladder(house)


def _ladder(house: Furnishing) -> LadderView:
    found = house.procedures.findChild(LadderView)
    assert isinstance(found, LadderView)
    return found


def _link(ladder: LadderView, step: int, name: str) -> WrapLink:
    links = ladder.panels[step - 1].findChildren(WrapLink)
    return next(link for link in links if link.accessibleName() == name)


def test_the_first_row_of_the_list_shows_the_ladder(house: Furnishing) -> None:
    house.window.go("procedures")
    house.procedures.list.choose_first()
    assert house.procedures.is_on_ladder
    assert house.procedures.header.title.text() == "Indsatstrappen"
    assert not house.procedures.panel.isVisible()
    assert not house.procedures.start_button.isVisible()


def test_a_procedure_takes_its_place_back(house: Furnishing, ladder: LadderView) -> None:
    shown = house.procedures.shown
    house.window.go("procedures", Target("procedure", shown))
    assert not ladder.isVisible()
    assert house.procedures.panel.isVisible()
    assert house.procedures.start_button.isVisible()
    assert house.procedures.version_words


def test_one_begins_at_the_lowest_step_each_says_its_number_and_all_stay(
    house: Furnishing, ladder: LadderView
) -> None:
    assert ladder.window().focusWidget() is ladder.panels[0]
    heights = [panel.mapTo(ladder, panel.rect().topLeft()).y() for panel in ladder.panels]
    assert heights == sorted(heights, reverse=True)

    count = len(ladder.panels)
    names = [panel.accessibleName() for panel in ladder.panels]
    assert names[0] == f"Trin 1 af {count}: Almen hjælp"
    assert all(panel.accessibleDescription() for panel in ladder.panels)

    house.desk.set_shelf(house.desk.shelf)
    assert house.procedures.is_on_ladder
    assert ladder.panels


def test_no_words_are_cut_however_wide_it_is(qtbot: QtBot) -> None:
    for zoom in (100, 150):
        theme().set_zoom(zoom)
        ladder = LadderView()
        qtbot.addWidget(ladder)
        ladder.show_library(shipped_shelf().library)
        ladder.show()
        for width in (640, 760, 900, 960, 1066, 1100, 1150, 1240, 1700):
            ladder.resize(width, 700)
            come_to_rest()
            for panel in ladder.panels:
                words = [*panel.findChildren(WrapLink), *panel.findChildren(Label)]
                cut = [one for one in words if one.heightForWidth(one.width()) > one.height()]
                assert not cut, (zoom, width, panel.number)


def test_the_keys_climb_to_the_ends_and_tab_goes_through_the_links_of_a_step(
    ladder: LadderView,
) -> None:
    QTest.keyClick(ladder.panels[0], Qt.Key.Key_Down)
    assert ladder.window().focusWidget() is ladder.panels[0]
    QTest.keyClick(ladder.panels[0], Qt.Key.Key_Up)
    assert ladder.window().focusWidget() is ladder.panels[1]
    QTest.keyClick(ladder.panels[1], Qt.Key.Key_End)
    assert ladder.window().focusWidget() is ladder.panels[-1]
    QTest.keyClick(ladder.panels[-1], Qt.Key.Key_Up)
    assert ladder.window().focusWidget() is ladder.panels[-1]

    ladder.panels[0].setFocus()
    for stop in ladder.panels[0].stops():
        assert ladder.window().focusWidget() is stop
        QTest.keyClick(stop, Qt.Key.Key_Tab)
    assert ladder.window().focusWidget() is ladder.panels[1]


def test_links_lead_to_a_procedure_a_card_and_all_that_cites_a_provision(
    house: Furnishing, ladder: LadderView, qtbot: QtBot
) -> None:
    _link(ladder, 6, "Sagsprocedure: Valg af anbringelsessted").click()
    assert house.procedures.shown == "valg-af-anbringelsessted"
    assert not house.procedures.is_on_ladder

    house.window.go("procedures", LADDER)
    with qtbot.waitSignal(house.procedures.go_requested) as asked:
        _link(ladder, 1, "Actioncard: Skolefravær-start").click()
    assert asked.args == ["cards", "skolefravaer-start"]

    house.window.go("procedures", LADDER)
    link = _link(ladder, 2, "Lov: §\u00a030")
    assert "forebyggende" in link.accessibleDescription()
    link.click()
    assert house.trails.law.shown == "bl:30"
    assert house.window.current == "law"


def test_a_step_is_as_tall_as_its_words_and_its_links_stand_below_where_room_is_scarce(
    house: Furnishing, ladder: LadderView, qtbot: QtBot
) -> None:
    before = [panel.height() for panel in ladder.panels]
    for zoom in (150, 100):
        theme().set_zoom(zoom)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: [panel.height() for panel in ladder.panels] == before)

    link = ladder.panels[0].stops()[1]
    wide = link.mapTo(ladder.panels[0], link.rect().topLeft()).x()
    house.window.resize(900, 700)
    QApplication.processEvents()
    assert link.mapTo(ladder.panels[0], link.rect().topLeft()).x() < wide
