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


def test_control_k_opens_it_from_every_place(house: Furnishing, qtbot: QtBot) -> None:
    house.window.activateWindow()
    qtbot.waitUntil(house.window.isActiveWindow)
    for key in ("runs", "cards", "tools", "meeting", "settings", "procedures"):
        house.window.go(key)
        QTest.keyClick(house.window, Key.Key_K, CONTROL)
        assert house.trails.palette.isVisible()
        assert house.trails.palette.field.hasFocus()
        press(house.trails.palette, Key.Key_Escape)
        assert not house.trails.palette.isVisible()


def test_the_rail_opens_it_too(house: Furnishing) -> None:
    buttons = house.window.rail.findChildren(QToolButton)
    next(one for one in buttons if one.text() == "Søg").click()
    assert house.trails.palette.isVisible()
    assert house.window.current == "procedures"


def test_it_answers_as_one_types_and_enter_opens_the_best(
    house: Furnishing, palette: Palette
) -> None:
    type_in(palette, "skal sagen vurderes")
    assert headings(palette)[0] == "Bedste svar"
    assert palette.current == Target("procedure", "underretning", "loebende-indsats")
    press(palette, Key.Key_Return)
    assert not palette.isVisible()
    assert house.window.current == "procedures"
    assert house.procedures.flow.selected == "loebende-indsats"


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


def test_each_kind_opens_in_its_place(house: Furnishing, palette: Palette) -> None:
    for typed, place in (
        ("24-timersvurdering", "cards"),
        ("statusudtalelse", "tools"),
        ("§ 136 stk 2", "law"),
    ):
        palette.open()
        type_in(palette, typed)
        press(palette, Key.Key_Return)
        assert house.window.current == place


def test_the_arrows_move_past_headings_and_stop_at_the_ends(palette: Palette) -> None:
    type_in(palette, "kvittering")
    rows = [row.payload for row in shown(palette)]
    press(palette, Key.Key_Up)
    assert palette.current == rows[0]
    press(palette, *[Key.Key_Down] * 4)
    assert palette.current == rows[4]
    press(palette, *[Key.Key_PageDown] * 20)
    assert palette.current == rows[-1]
    assert palette.window().focusWidget() is palette.field


def test_the_current_row_is_said_to_a_screen_reader_and_so_is_that_nothing_is_found(
    palette: Palette,
) -> None:
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


def test_escape_empties_the_field_first_and_then_gives_the_keyboard_back(
    house: Furnishing, palette: Palette
) -> None:
    type_in(palette, "klage")
    assert foot(palette).endswith("Esc rydder feltet")
    press(palette, Key.Key_Escape)
    assert palette.field.text() == ""
    assert palette.isVisible()
    assert foot(palette).endswith("Esc lukker")
    press(palette, Key.Key_Escape)
    assert not palette.isVisible()
    assert house.window.focusWidget() is not palette.field


def test_a_click_beside_it_closes_it_and_one_on_a_row_opens_that(
    house: Furnishing, palette: Palette
) -> None:
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not palette.isVisible()
    palette.open()
    type_in(palette, "24-timersvurdering")
    row = palette.list.visualRect(palette.list.rows.find(Target("card", "24-timers-vurdering")))
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert house.window.current == "cards"


def test_three_choices_lead_to_a_step_or_a_card(house: Furnishing, palette: Palette) -> None:
    assert "Hvad gør jeg nu? Hvor er sagen?" in headings(palette)
    choose(palette, "Barnet er nyt for os")
    choose(palette, "Nogen har underrettet os")
    assert headings(palette) == ["Nogen har underrettet os: Hvor gammelt er barnet?"]
    choose(palette, "Ikke født endnu")
    assert shown(palette)[0].payload == Target("procedure", "kommende-foraeldre")
    press(palette, Key.Key_Return)
    assert house.procedures.shown == "kommende-foraeldre"


def test_the_age_is_not_asked_for_where_it_makes_no_difference(palette: Palette) -> None:
    choose(palette, "Barnet er nyt for os")
    choose(palette, "Barnet kan være i fare nu")
    assert palette.current == Target("card", "de-foerste-60-minutter")


def test_one_can_go_back_a_choice(palette: Palette) -> None:
    choose(palette, "Barnet er nyt for os")
    press(palette, Key.Key_Backspace)
    assert "Hvad gør jeg nu? Hvor er sagen?" in headings(palette)
    choose(palette, "Barnet er nyt for os")
    choose(palette, "Tilbage")
    assert palette.isVisible()
    choose(palette, "Barnet er nyt for os")
    press(palette, Key.Key_Escape, Key.Key_Escape)
    assert not palette.isVisible()


def test_a_way_is_left_one_choice_at_a_time() -> None:
    assert WayfinderWay("a", "b", "c").back == WayfinderWay("a", "b")
    assert WayfinderWay("a", "b").back == WayfinderWay("a")
    assert WayfinderWay("a").back == WayfinderWay()


def test_favourites_and_what_was_opened_last_are_offered(
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


def test_it_follows_the_window_and_the_zoom(house: Furnishing, palette: Palette) -> None:
    house.window.resize(820, 600)
    assert palette.size() == house.window.size()
    assert palette.list.width() <= 820


def test_marks_move_with_the_words_before_them() -> None:
    hit = SearchHit("procedure", "a", "b", Level.ITEM, "Titel", "Navn", "Ring nu", marks=((0, 4),))
    (heading, row) = hit_rows((hit,), ())
    assert heading.title == "Tjekpunkter"
    assert [row.sub[start:end] for start, end in row.sub_marks] == ["Ring"]
