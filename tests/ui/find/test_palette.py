"""The palette: typed into wherever one is, it finds, leads, and gives the keyboard back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from app.model.library.target import Target
from app.model.search_hits import Level, SearchHit
from app.ui.find.palette import Palette
from app.ui.find.palette_rows import WayfinderWay, hit_rows
from app.ui.lists.grouped_list import Row
from app.ui.shell.furnishing import Furnishing
from tests.ui.held_tasks import HeldTasks

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def palette(house: Furnishing) -> Palette:
    house.window.go("procedures")
    house.window.find_requested.emit()
    return house.trails.palette


def press(palette: Palette, *keys: Key) -> None:
    for key in keys:
        QTest.keyClick(palette.field, key)


def type_in(palette: Palette, text: str) -> None:
    QTest.keyClicks(palette.field, text)


def foot(palette: Palette) -> str:
    """Return what is said of the keys below the list."""
    return next(one.text() for one in palette.findChildren(QLabel) if "Enter åbner" in one.text())


def headings(palette: Palette) -> list[str]:
    return [row.title for row in palette.rows if row.is_group]


def shown(palette: Palette) -> list[Row]:
    return [row for row in palette.rows if not row.is_group]


def choose(palette: Palette, title: str) -> None:
    """Go down to a row with the arrows, and take it."""
    titles = [row.title for row in shown(palette)]
    press(palette, *[Key.Key_Down] * titles.index(title), Key.Key_Return)


def test_the_rail_opens_it_and_control_k_from_every_place(house: Furnishing, qtbot: QtBot) -> None:
    buttons = house.window.rail.findChildren(QToolButton)
    next(one for one in buttons if one.text() == "Søg").click()
    assert house.trails.palette.isVisible()
    assert house.window.current == "procedures"
    press(house.trails.palette, Key.Key_Escape)

    house.window.activateWindow()
    qtbot.waitUntil(house.window.isActiveWindow)
    for key in ("runs", "cards", "tools", "meeting", "settings", "procedures"):
        house.window.go(key)
        QTest.keyClick(house.window, Key.Key_K, CONTROL)
        assert house.trails.palette.isVisible()
        assert house.trails.palette.field.hasFocus()
        press(house.trails.palette, Key.Key_Escape)
        assert not house.trails.palette.isVisible()


def test_it_answers_as_one_types_and_opens_each_kind_in_its_place_by_key_or_click(
    house: Furnishing, palette: Palette
) -> None:
    type_in(palette, "skal sagen vurderes")
    assert headings(palette)[0] == "Bedste svar"
    assert palette.current == Target("procedure", "underretning", "loebende-indsats")
    press(palette, Key.Key_Return)
    assert not palette.isVisible()
    assert house.window.current == "procedures"
    assert house.procedures.flow.selected == "loebende-indsats"

    for typed, place in (
        ("24-timersvurdering", "cards"),
        ("statusudtalelse", "tools"),
        ("§ 136 stk 2", "law"),
    ):
        palette.open()
        type_in(palette, typed)
        press(palette, Key.Key_Return)
        assert house.window.current == place

    palette.open()
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not palette.isVisible()
    palette.open()
    type_in(palette, "24-timersvurdering")
    row = palette.list.visualRect(palette.list.rows.find(Target("card", "24-timers-vurdering")))
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert house.window.current == "cards"


def test_the_arrows_move_past_headings_and_escape_empties_the_field_before_it_leaves(
    house: Furnishing, palette: Palette
) -> None:
    type_in(palette, "kvittering")
    rows = [row.payload for row in shown(palette)]
    press(palette, Key.Key_Up)
    assert palette.current == rows[0]
    press(palette, *[Key.Key_Down] * 4)
    assert palette.current == rows[4]
    press(palette, *[Key.Key_PageDown] * 20)
    assert palette.current == rows[-1]
    assert palette.window().focusWidget() is palette.field
    assert foot(palette).endswith("Esc rydder feltet")
    press(palette, Key.Key_Escape)
    assert palette.field.text() == ""
    assert palette.isVisible()
    assert foot(palette).endswith("Esc lukker")

    type_in(palette, "skal sagen vurderes")
    assert palette.field.accessibleDescription() == (
        "Skal sagen vurderes på ny?, Trin i Underretning"
    )
    press(palette, Key.Key_Escape)
    type_in(palette, "xylofon")
    assert shown(palette) == []
    assert headings(palette)[0].startswith("Intet fundet")
    press(palette, Key.Key_Return, Key.Key_Down)
    assert palette.isVisible()
    press(palette, Key.Key_Escape, Key.Key_Escape)
    assert not palette.isVisible()
    assert house.window.focusWidget() is not palette.field


def test_three_choices_lead_to_a_step_or_a_card_and_each_can_be_gone_back(
    house: Furnishing, palette: Palette
) -> None:
    choose(palette, "Barnet er nyt for os")
    press(palette, Key.Key_Backspace)
    assert "Hvad gør jeg nu? Hvor er sagen?" in headings(palette)
    choose(palette, "Barnet er nyt for os")
    choose(palette, "Tilbage")
    assert palette.isVisible()
    choose(palette, "Barnet er nyt for os")
    press(palette, Key.Key_Escape, Key.Key_Escape)
    assert not palette.isVisible()

    palette.open()
    choose(palette, "Barnet er nyt for os")
    choose(palette, "Barnet kan være i fare nu")
    first_aid = Target("card", "de-foerste-60-minutter")
    assert palette.current == first_aid, "the age makes no difference, and is not asked for"

    palette.open()
    assert "Hvad gør jeg nu? Hvor er sagen?" in headings(palette)
    choose(palette, "Barnet er nyt for os")
    choose(palette, "Nogen har underrettet os")
    assert headings(palette) == ["Nogen har underrettet os: Hvor gammelt er barnet?"]
    choose(palette, "Ikke født endnu")
    assert shown(palette)[0].payload == Target("procedure", "kommende-foraeldre")
    press(palette, Key.Key_Return)
    assert house.procedures.shown == "kommende-foraeldre"


def test_favourites_and_what_was_opened_last_are_offered_in_a_window_of_any_size(
    house: Furnishing, palette: Palette
) -> None:
    type_in(palette, "24-timersvurdering")
    QTest.keyClick(palette.field, Key.Key_D, CONTROL)
    assert shown(palette)[0].badge == "star"
    press(palette, Key.Key_Escape)
    assert headings(palette)[0] == "Favoritter"
    assert palette.current == Target("card", "24-timers-vurdering")
    house.procedures.show_procedure("overgreb")
    palette.open()
    after = palette.rows[[row.title for row in palette.rows].index("Senest åbnet") + 1]
    assert after.payload == Target("procedure", "overgreb")
    QTest.keyClick(palette.field, Key.Key_D, CONTROL)
    assert "Favoritter" not in headings(palette)

    house.window.resize(820, 600)
    assert palette.size() == house.window.size()
    assert palette.list.width() <= 820


def test_enter_waits_for_the_answer_to_all_that_was_typed(
    house: Furnishing, palette: Palette, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = HeldTasks()
    monkeypatch.setattr(house.desk, "_tasks", held)
    type_in(palette, "statusudtalelse")
    press(palette, Key.Key_Return)
    assert palette.isVisible(), "what is shown answers to nothing typed"
    held.go_on()
    assert not palette.isVisible()
    assert house.window.current == "tools"
    palette.open()
    type_in(palette, "statusudtalelse")
    press(palette, Key.Key_Return)
    type_in(palette, "r")
    held.go_on()
    assert palette.isVisible(), "one goes on writing"


def test_a_way_is_left_one_choice_at_a_time() -> None:
    assert WayfinderWay("a", "b", "c").back == WayfinderWay("a", "b")
    assert WayfinderWay("a", "b").back == WayfinderWay("a")
    assert WayfinderWay("a").back == WayfinderWay()


def test_marks_move_with_the_words_before_them() -> None:
    hit = SearchHit("procedure", "a", "b", Level.ITEM, "Titel", "Navn", "Ring nu", marks=((0, 4),))
    (heading, row) = hit_rows((hit,), ())
    assert heading.title == "Tjekpunkter"
    assert [row.sub[start:end] for start, end in row.sub_marks] == ["Ring"]
