"""The list over all cases, and one whole case: what is due, filters, order, paging, printing."""

from datetime import timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.model.run.run_listing import ListOrder, ListStretch, Scope, Show
from app.services import runs
from app.services.run_core import RunView
from app.ui.look.widgets import Button
from app.ui.paper.print_preview import PrintPreview
from app.ui.runs.list import list_page
from app.ui.runs.list.list_page import RunsList
from app.ui.runs.list.run_table_model import CASE, CHILD, DUE, GIVEN, PROGRESS
from app.ui.shell.furnishing import Furnishing
from tests.ui import file_dialog
from tests.ui.conftest import Clock
from tests.ui.rest import come_to_rest


def start(
    house: Furnishing, clock: Clock, number: str, *, hours: float = 1, slug: str = "underretning"
) -> str:
    begun: list[RunView] = []
    trigger = clock.now - timedelta(hours=hours)
    house.desk.do(
        lambda workplace: runs.start_run(
            workplace, procedure=slug, case_number=number, trigger=trigger
        ),
        begun.append,
    )
    return begun[0].state.run.id


@pytest.fixture
def listed(house: Furnishing, clock: Clock) -> RunsList:
    """Three cases, one of them with two runs; one is late."""
    for number, hours, slug in (
        ("2026-1", 30, "underretning"),
        ("2026-2", 2, "underretning"),
        ("2026-3", 5, "underretning"),
        ("2026-1", 1, "screening"),
    ):
        start(house, clock, number, hours=hours, slug=slug)
    house.window.go("runs")
    return house.runs.list


def press(page: QWidget, words: str) -> None:
    found = next(one for one in page.findChildren(Button) if one.accessibleName() == words)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def cases(listed: RunsList) -> list[str]:
    rows = listed.table.rows
    return [str(rows.index(row, CASE).data()) for row in range(rows.rowCount())]


def test_the_most_overdue_stands_first_and_the_band_says_what_it_counts(
    listed: RunsList, clock: Clock
) -> None:
    assert listed.table.hasFocus()
    assert listed.table.currentIndex().row() == 0
    said = [card.accessibleName() for card in listed.today.cards]
    assert "Sag 2026-1" in said[0]
    assert "over" in said[0]
    assert len(said) == 3
    overdue = ["over" in one for one in said]
    assert overdue == sorted(overdue, reverse=True)
    every = listed.today.all_button
    assert every.text() == "Se 3 forløb med frist denne uge"
    QTest.mouseClick(every, Qt.MouseButton.LeftButton)
    assert listed.asked.show is Show.WEEK
    assert listed.table.rows.rowCount() == 3

    assert listed.today.words == ("Denne uge 1 frist over i 1 forløb 3 frister senere denne uge")
    clock.forward(days=7)
    listed.refresh()
    assert listed.today.words == "Denne uge 4 frister over i 3 forløb 2 frister i dag"


def test_a_narrow_window_shows_fewer_things_all_filters_and_what_matters(
    listed: RunsList, house: Furnishing, qtbot: QtBot
) -> None:
    house.window.resize(820, 600)
    come_to_rest()
    assert len(listed.today.cards) == 2
    shown = (
        *listed.filters.buttons.values(),
        *listed.scopes.buttons.values(),
        listed.by_case,
        listed.search,
    )
    assert all(listed.rect().contains(one.mapTo(listed, one.rect().bottomRight())) for one in shown)

    house.window.resize(820, 700)
    qtbot.wait_until(lambda: listed.table.isColumnHidden(PROGRESS))
    assert not listed.table.isColumnHidden(DUE)
    assert listed.by_case.accessibleName() == "Saml pr. sag"
    run = listed.table.rows.summary(listed.table.rows.index(0, 0)).run.id
    house.runs.open_run(run)
    page = house.runs.page
    qtbot.wait_until(lambda: page.side.isHidden())
    assert page.header.sub.text().startswith("Sag 2026-1")
    house.window.resize(1440, 900)
    qtbot.wait_until(lambda: not page.side.isHidden())
    assert page.undo_button.shortcut().toString() == "Ctrl+Z"


def test_where_nothing_is_due_the_band_says_so_and_what_waits_says_for_what(
    house: Furnishing, clock: Clock
) -> None:
    run = start(house, clock, "2026-9", slug="boernefaglig-undersoegelse")
    house.window.go("runs")
    assert house.runs.list.today.words == "Denne uge Ingen frister i dag eller resten af ugen"
    assert not house.runs.list.today.cards
    assert not house.runs.list.today.all_button.isVisible()

    house.desk.do(
        lambda workplace: runs.pause_run(workplace, run=run, reason="svar fra skolen"),
        lambda _: house.desk.runs_changed.emit(run),
    )
    words = str(house.runs.list.table.rows.index(0, DUE).data())
    assert words.startswith("Afventer svar fra skolen, frist ")
    assert words.endswith(", Er undersøgelsen klar til gennemgang?")


def test_an_empty_list_says_so_and_where_all_is_given_away_one_sees_that(
    house: Furnishing, clock: Clock
) -> None:
    house.window.go("runs")
    QTest.keyClick(house.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert house.window.current == "runs"
    assert house.window.banner_text.startswith("Der er ingen forløb at søge i her")
    assert house.runs.list.search.text() == ""

    start(house, clock, "2026-1")
    house.desk.runs_changed.emit("")
    listed = house.runs.list
    hand_over(house, listed, 0)
    assert all(button.isVisible() for button in listed.scopes.buttons.values())
    given = listed.nothing_mine.given_button
    assert given.text() == "Se 1 forløb, du har givet videre"
    QTest.mouseClick(given, Qt.MouseButton.LeftButton)
    assert cases(listed) == ["2026-1"]
    assert listed.table.hasFocus()


def test_each_scope_keeps_its_own_order_and_among_all_each_run_says_whose_it_is(
    listed: RunsList, house: Furnishing
) -> None:
    hand_over(house, listed, 0)
    listed.table.heads.order_by(CASE)
    listed.table.heads.order_by(CASE)
    QTest.mouseClick(listed.scopes.buttons[Scope.GIVEN], Qt.MouseButton.LeftButton)
    assert (listed.asked.order, listed.asked.descending) == (ListOrder.DUE, False)
    assert listed.table.heads.sortIndicatorSection() == DUE
    listed.table.heads.order_by(GIVEN)
    assert listed.asked.order is ListOrder.OWNER
    QTest.mouseClick(listed.scopes.buttons[Scope.MINE], Qt.MouseButton.LeftButton)
    assert (listed.asked.order, listed.asked.descending) == (ListOrder.CASE, True)
    assert listed.table.heads.sortIndicatorSection() == CASE
    assert cases(listed) == sorted(cases(listed), reverse=True)

    QTest.mouseClick(listed.scopes.buttons[Scope.ALL], Qt.MouseButton.LeftButton)
    assert listed.header.title.text() == "Alle forløb"
    words = [str(listed.table.rows.index(row, 1).data()) for row in range(4)]
    assert [word.endswith("· kollega") for word in words].count(True) == 1


def test_who_stands_on_a_run_stays_on_it_and_rows_come_as_they_are_scrolled_to(
    listed: RunsList, house: Furnishing, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed.table.selectRow(2)
    run = listed.table.rows.summary(listed.table.currentIndex()).run.id
    house.desk.do(
        lambda workplace: runs.pause_run(workplace, run=run, reason="svar fra skolen"),
        lambda _: None,
    )
    listed.refresh()
    assert listed.table.rows.summary(listed.table.currentIndex()).run.id == run

    monkeypatch.setattr(list_page, "_PAGE", 2)
    listed.table.rows.show_page(ListStretch((), 0))
    listed.refresh()
    rows = listed.table.rows
    assert rows.total == 4
    while rows.canFetchMore():
        rows.fetchMore()
    assert rows.rowCount() == 4
    assert len({rows.summary(rows.index(row, 0)).run.id for row in range(4)}) == 4


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_whole_case_is_seen_with_one_timeline_taken_along_by_keys_and_printed(
    listed: RunsList, house: Furnishing, tmp_path: Path, qtbot: QtBot
) -> None:
    press(listed, "Udskriv")
    house.runs.open_case("2026-1")
    press(house.runs.case, "Udskriv tidslinje")
    previews = house.window.findChildren(PrintPreview)
    assert len(previews) == 2
    words = [text for preview in previews for page in preview.pages for text in page.texts()]
    assert {"Sagsprocedure", "2026-3", "Screening", "I dag"} <= set(words)
    for preview in previews:
        preview.close()
        preview.deleteLater()

    house.runs.open_case("2026-1")
    case = house.runs.case
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(case, Qt.Key.Key_J, held)
    copied = QGuiApplication.clipboard().text()
    assert copied.index("Underretning, sag 2026-1") < copied.index("Screening, sag 2026-1")
    assert house.window.toast_text.startswith("Kopieret: Sag 2026-1")
    QTest.keyClick(case, Qt.Key.Key_K, held)
    file_dialog.choose(qtbot, tmp_path / "sag.ics")
    events = Calendar.from_ical((tmp_path / "sag.ics").read_bytes()).walk("VEVENT")
    assert {str(event["summary"]).split(":")[0] for event in events} == {
        "Frist, sag 2026-1",
        "Foreslået dag, sag 2026-1",
    }

    assert house.runs.shown is case
    assert case.header.title.text() == "Sag 2026-1"
    assert [strip.name for strip in case.timeline.strips] == ["Underretning", "Screening"]
    case.timeline.setFocus()
    QTest.keyClick(case.timeline, Qt.Key.Key_Down)
    QTest.keyClick(case.timeline, Qt.Key.Key_Down)
    QTest.keyClick(case.timeline, Qt.Key.Key_Return)
    assert house.runs.page.run_id == case.timeline.strips[1].run

    house.runs.open_case("2026-2")
    press(house.runs.case, "Start et forløb mere")
    assert house.runs.form.isVisible()
    assert house.runs.form.case_number.text() == "2026-2"


def test_what_is_late_comes_before_all_that_can_still_be_kept(
    house: Furnishing, clock: Clock
) -> None:
    for number, hours in ((1, 24 * 9), (2, 24 * 19), (3, 60), (4, 2)):
        start(house, clock, f"2026-{number}", hours=hours)
    house.window.go("runs")
    said = [card.accessibleName() for card in house.runs.list.today.cards]
    assert "18 dage over" in said[0]
    assert all("over" in one for one in said)


def test_a_filter_shows_what_it_counts_and_leads_back_where_it_has_no_hits(
    listed: RunsList,
) -> None:
    for button in listed.filters.buttons.values():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        count = int(button.text().rsplit(" ", 1)[-1])
        assert listed.table.rows.rowCount() == count
    QTest.mouseClick(listed.filters.buttons[Show.CLOSED], Qt.MouseButton.LeftButton)
    assert listed.no_hits.isVisible()
    assert listed.no_hits.words == "Ingen forløb er afsluttet."
    listed.no_hits.start()
    QTest.keyClick(listed.no_hits.all_button, Qt.Key.Key_Space)
    assert listed.table.rows.rowCount() == 4
    assert listed.table.hasFocus()
    listed.filters.focus_chosen()
    QTest.keyClick(listed.filters.buttons[Show.ALL], Qt.Key.Key_Right)
    assert listed.asked.show is Show.LATE
    assert cases(listed) == ["2026-1"]


def test_search_waits_for_a_pause_finds_by_case_and_leads_back_without_hits(
    listed: RunsList, qtbot: QtBot
) -> None:
    QTest.keyClicks(listed.search, "2026-3")
    qtbot.wait_until(lambda: cases(listed) == ["2026-3"])
    listed.search.clear()
    QTest.keyClicks(listed.search, "2027")
    qtbot.wait_until(listed.no_hits.isVisible)
    assert listed.no_hits.words == "Ingen forløb passer til »2027« blandt »Åbne«."
    QTest.mouseClick(listed.no_hits.all_button, Qt.MouseButton.LeftButton)
    assert listed.search.text() == ""
    assert listed.table.rows.rowCount() == 4


def test_the_list_is_ordered_by_case_by_a_column_and_by_the_keys(listed: RunsList) -> None:
    assert cases(listed) != sorted(cases(listed))
    QTest.mouseClick(listed.by_case, Qt.MouseButton.LeftButton)
    assert cases(listed)[:2] == ["2026-1", "2026-1"]
    assert listed.table.rows.is_same_case(1)
    assert not listed.table.rows.is_same_case(2)
    QTest.mouseClick(listed.by_case, Qt.MouseButton.LeftButton)
    QTest.keyClick(listed.table, Qt.Key.Key_Up)
    heads = listed.table.heads
    assert heads.hasFocus()
    for _ in range(4):
        QTest.keyClick(heads, Qt.Key.Key_Left)
    QTest.keyClick(heads, Qt.Key.Key_Return)
    QTest.keyClick(heads, Qt.Key.Key_Return)
    assert (listed.asked.order, listed.asked.descending) == (ListOrder.CASE, True)
    QTest.keyClick(heads, Qt.Key.Key_Down)
    assert listed.table.hasFocus()
    listed.table.sortByColumn(DUE, Qt.SortOrder.AscendingOrder)
    listed.table.sortByColumn(CASE, Qt.SortOrder.DescendingOrder)
    assert (listed.asked.order, listed.asked.descending) == (ListOrder.CASE, True)
    assert cases(listed) == ["2026-3", "2026-2", "2026-1", "2026-1"]


def hand_over(house: Furnishing, listed: RunsList, row: int) -> str:
    run = listed.table.rows.summary(listed.table.rows.index(row, 0)).run
    house.desk.do(
        lambda workplace: runs.hand_over(workplace, run=run.id, to="kollega"),
        lambda _: house.desk.runs_changed.emit(run.id),
    )
    return run.case_number


def test_a_run_handed_over_is_found_again_and_taken_back(
    listed: RunsList, house: Furnishing, qtbot: QtBot
) -> None:
    case = hand_over(house, listed, 2)
    assert [button.text() for button in listed.scopes.buttons.values()] == [
        "Mine  3",
        "Givet videre  1",
        "Alle  4",
    ]
    QTest.mouseClick(listed.scopes.buttons[Scope.GIVEN], Qt.MouseButton.LeftButton)
    assert listed.header.title.text() == "Givet videre"
    assert cases(listed) == [case]
    said = [str(listed.table.rows.index(0, column).data()) for column in (CHILD, GIVEN)]
    assert said == ["Ikke hørt endnu", "til kollega, i dag kl.\u00a09.40"]
    assert not listed.table.isColumnHidden(CHILD)
    listed.table.setFocus()
    assert f"i sag {case} er givet videre til kollega" in listed.given.words
    QTest.keyClick(listed.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.wait_until(lambda: "Du har" in house.window.toast_text)  # a key presses visibly
    QTest.keyClick(house.window.focusWidget(), Qt.Key.Key_Space)
    assert listed.asked.scope is Scope.MINE
    assert case in cases(listed)


def test_my_deadlines_leave_as_one_calendar_file(
    listed: RunsList, house: Furnishing, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "mine.ics"
    press(listed, "Frister til kalender")
    assert file_dialog.proposed().name == "Mine frister.ics"
    file_dialog.choose(qtbot, target)
    events = Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert {str(event["summary"]).split(":")[0] for event in events} >= {
        "Frist, sag 2026-1",
        "Frist, sag 2026-2",
    }
    assert "frister er gemt" in house.window.toast_text
