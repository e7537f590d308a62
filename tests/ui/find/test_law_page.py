"""The page of a provision: what it says, where it stands, and all that cites it."""

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.model.library.target import Target
from app.ui.find.law_page import LawPlace
from app.ui.shell.furnishing import Furnishing

REF = "bl:138.1"


@pytest.fixture
def law(house: Furnishing) -> LawPlace:
    house.window.go("cards")
    house.trails.open(Target("provision", REF))
    return house.trails.law


def words(law: LawPlace) -> str:
    return "\n".join(label.text() for label in law.panel.findChildren(QLabel))


def payloads(law: LawPlace) -> list[object]:
    model = law.list.rows
    return [model.row(model.index(number)).payload for number in range(model.rowCount())]


def test_it_says_the_provision_its_act_and_its_address_which_is_opened_only_when_chosen(
    law: LawPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert law.header.title.text() == "Barnets lov §\u00a0138, stk.\u00a01"
    assert "Underretter får kvittering inden 6 hverdage" in words(law)
    assert "LBK nr. 282 af 17.3.2025" in words(law)
    assert "retsinformation.dk/eli/lta/2025/282" in words(law)

    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    law.show_provision(REF)
    assert opened == []
    button = next(
        one for one in law.panel.findChildren(QPushButton) if one.text().startswith("Åbn loven")
    )
    button.click()
    assert opened == ["https://www.retsinformation.dk/eli/lta/2025/282"]


def test_all_that_cites_it_is_listed_and_opened(house: Furnishing, law: LawPlace) -> None:
    step = Target("procedure", "underretning", "kvitter")
    assert step in payloads(law)
    assert Target("tool", "breve-til-underretter-og-foraeldre") in payloads(law)
    law.list.setCurrentIndex(law.list.rows.find(step))
    QTest.keyClick(law.list, Qt.Key.Key_Return)
    assert (house.window.current, house.procedures.flow.selected) == ("procedures", "kvitter")


def test_one_goes_back_to_where_one_came_from(
    house: Furnishing, law: LawPlace, qtbot: QtBot
) -> None:
    QTest.keyClick(law.list, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: house.window.current == "cards")


def test_a_star_makes_it_a_favourite_and_links_lead_to_the_other_parts_of_the_paragraph(
    house: Furnishing, law: LawPlace
) -> None:
    for favourites, words in (
        ((f"provision:{REF}",), "Fjern fra favoritter"),
        ((), "Gør til favorit"),
    ):
        law.star.click()
        assert house.desk.settings.favourites == favourites
        assert law.star.accessibleName() == words
        assert law.star.isChecked() is bool(favourites)

    link = next(
        one
        for one in law.panel.findChildren(QPushButton)
        if one.accessibleName().startswith("§\u00a0138, stk.\u00a02")
    )
    link.click()
    assert law.shown == "bl:138.2"


def test_a_step_s_law_is_a_link_to_it(house: Furnishing) -> None:
    house.procedures.show_procedure("underretning", "kvitter")
    link = next(
        one
        for one in house.procedures.panel.findChildren(QPushButton)
        if one.accessibleName() == "Lov: §\u00a0138, stk.\u00a01"
    )
    link.click()
    assert (house.window.current, house.trails.law.shown) == ("law", REF)


def test_what_was_checked_against_an_older_act_or_by_nobody_says_so(house: Furnishing) -> None:
    shelf = house.desk.shelf
    catalogue = shelf.library.catalogue
    assert not house.procedures._law_chip.isVisible()
    acts = tuple(
        replace(act, date=date(2027, 1, 1)) if act.id == "bl" else act for act in catalogue.acts
    )
    library = replace(shelf.library, catalogue=replace(catalogue, acts=acts))
    house.desk.set_shelf(replace(shelf, library=library))
    assert house.procedures._law_chip.text == "Skal kontrolleres igen"
    assert house.procedures._law_chip.isVisible()
    assert "før barnets lov" in house.procedures.header.sub.text()

    procedures = tuple(replace(one, checked=None) for one in shelf.library.procedures)
    house.desk.set_shelf(replace(shelf, library=replace(shelf.library, procedures=procedures)))
    assert house.procedures._law_chip.text == "Ikke kontrolleret mod loven"
    assert "ikke kontrolleret mod loven" in house.procedures.header.sub.text()
