"""The place *Indstillinger*: what is set takes effect at once, is kept, and is told where not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QScrollArea
from pytestqt.qtbot import QtBot

from app.model.user_settings import Appearance
from app.services.settings import change_settings, load_settings
from app.ui.look.theme import theme
from app.ui.shell.furnishing import Furnishing
from app.ui.targets.setting_names import OF_TEAM_LEADERS, setting_names
from tests.ui.rest import come_to_rest
from tests.ui.settings.test_settings_budget import choose_role, write

_ACTS = {
    "receipts": "Gem afsluttede i",
    "backups": "Tag en sikkerhedskopi nu",
    "welcome": "Vis velkomsten",
    "restore": "Hent en sikkerhedskopi tilbage …",
}
"""What is gone to where a name stands at something that is no field."""


def stored(house: Furnishing, key: str) -> object:
    found: list[object] = []
    house.desk.do(lambda workplace: getattr(load_settings(workplace), key), found.append)
    return found[0]


def test_an_appearance_and_a_size_take_effect_at_once_and_are_kept(house: Furnishing) -> None:
    house.window.go("settings")
    place = house.settings
    for box, data in ((place.appearance, Appearance.DARK), (place.zoom, 125)):
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Down)
        box.view().setCurrentIndex(box.model().index(box.findData(data), 0))
        QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert theme().ink.is_dark
    assert theme().zoom == 125
    assert (stored(house, "appearance"), stored(house, "zoom")) == (Appearance.DARK, 125)


def test_the_size_that_the_keys_gave_stays_when_other_things_are_set(house: Furnishing) -> None:
    house.window.go("settings")
    theme().set_zoom(150)
    appearance = house.settings.appearance
    appearance.setFocus()
    QTest.keyClick(appearance, Qt.Key.Key_Space)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(appearance.view(), Qt.Key.Key_End)
    QTest.keyClick(appearance.view(), Qt.Key.Key_Return)
    assert stored(house, "appearance") is Appearance.DARK
    assert theme().zoom == 150


def test_a_name_counts_at_once_and_without_one_it_is_the_accounts(house: Furnishing) -> None:
    house.window.go("settings")
    write(house.settings.name.line, "  Anna   fra modtagelsen ")
    assert house.desk.actor == "Anna fra modtagelsen"
    assert house.settings.name.line.text() == "Anna fra modtagelsen"
    write(house.settings.name.line, "")
    assert house.desk.actor == "rådgiver"


@pytest.mark.parametrize(("name", "words"), [("010190-1234", "cpr-nummer"), ("N" * 61, "60 tegn")])
def test_a_name_that_cannot_be_kept_is_told_at_the_field_and_stays_to_be_mended(
    house: Furnishing, name: str, words: str
) -> None:
    house.window.go("settings")
    line = house.settings.name.line
    write(line, name)
    assert words in house.settings.wrong_text
    assert (line.text(), stored(house, "user_name")) == (name, "")
    house.window.go("procedures")
    house.window.go("settings")
    assert line.text() == name, "what was typed waits to be put right"
    write(line, "Anna")
    assert house.settings.wrong_text == ""
    assert stored(house, "user_name") == "Anna"


def test_what_is_set_elsewhere_is_seen_and_what_one_writes_is_left(house: Furnishing) -> None:
    house.window.go("settings")
    place = house.settings
    place.name.line.setFocus()
    QTest.keyClicks(place.name.line, "An")
    house.desk.do(
        lambda workplace: change_settings(workplace, role="teamleder", closed_days=("12-24",)),
        place.settings_changed.emit,
    )
    assert place.role.currentData() == "teamleder"
    assert place.closed_days.line.text()
    assert place.budget.isVisible()
    assert place.name.line.text() == "An"


def test_each_setting_can_be_gone_to_by_its_key(house: Furnishing) -> None:
    choose_role(house, "teamleder")
    scroll = house.settings.findChild(QScrollArea)
    assert scroll is not None
    for key, name in setting_names(is_team_leader=True):
        house.window.go("settings", key)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.accessibleName() == _ACTS.get(key, name)
        seen = scroll.viewport().rect()
        assert seen.contains(focus.mapTo(scroll.viewport(), focus.rect().center()))


def test_an_adviser_is_not_offered_what_only_team_leaders_set() -> None:
    keys = {key for key, _ in setting_names(is_team_leader=False)}
    assert keys.isdisjoint(OF_TEAM_LEADERS)
    assert {key for key, _ in setting_names(is_team_leader=True)} == keys | OF_TEAM_LEADERS


def test_tab_goes_through_the_settings_as_they_stand(house: Furnishing) -> None:
    choose_role(house, "teamleder")
    house.window.go("settings")
    scroll = house.settings.findChild(QScrollArea)
    assert scroll is not None
    page = scroll.widget()
    assert page is not None
    places = []
    for _ in range(17):
        focus = QApplication.focusWidget()
        assert focus is not None
        assert house.settings.isAncestorOf(focus)
        place = focus.mapTo(page, focus.rect().topLeft())
        places.append((place.y(), place.x()))
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert places == sorted(places)
    assert len(set(places)) == len(places)


@pytest.mark.parametrize(("width", "zoom"), [(1440, 100), (800, 100), (1280, 200)])
def test_nothing_is_cut_at_the_side_however_narrow_or_large(
    house: Furnishing, qtbot: QtBot, width: int, zoom: int
) -> None:
    choose_role(house, "teamleder")
    theme().set_zoom(zoom)
    house.window.resize(width, 700)
    scroll = house.settings.findChild(QScrollArea)
    assert scroll is not None
    qtbot.wait_until(lambda: scroll.width() == width - house.window.rail.width())
    qtbot.wait_until(lambda: scroll.horizontalScrollBar().maximum() == 0)


def test_the_button_that_brings_a_backup_back_is_seen_also_below_all_that_is_said_of_it(
    house: Furnishing,
) -> None:
    house.window.resize(1280, 690)
    house.window.go("settings")
    data, scroll = house.settings.data, house.settings.findChild(QScrollArea)
    assert scroll is not None
    data.targets["backups"].setFocus()
    QTest.keyClick(data.targets["backups"], Qt.Key.Key_Space)
    come_to_rest()
    QTest.mouseClick(data.targets["restore"], Qt.MouseButton.LeftButton)
    come_to_rest()
    chosen = data.panel.findChild(QRadioButton)
    assert chosen is not None
    bar = scroll.verticalScrollBar()
    bar.setValue(bar.value() - bar.pageStep() // 2)
    scroll.ensureWidgetVisible(chosen, 0, 0)
    QTest.mouseClick(chosen, Qt.MouseButton.LeftButton)
    come_to_rest()
    assert data.panel.go.isEnabled()
    go = data.panel.go
    assert go.visibleRegion().boundingRect() == go.rect()
