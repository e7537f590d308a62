"""The list over all cases, and one whole case: what is due, filters, order, paging, printing."""

from datetime import timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.model.listing import Order, RunPage, Show
from app.services import runs
from app.ui.common.preview import PrintPreview
from app.ui.runs import list_page
from app.ui.runs.list_page import RunsList
from app.ui.runs.table import CASE, DUE
from app.ui.shell.furnishing import Furnishing
from tests.ui import file_dialog
from tests.ui.conftest import Clock


def start(
    house: Furnishing, clock: Clock, number: str, *, hours: float = 1, slug: str = "underretning"
) -> str:
    begun: list[runs.RunView] = []
    trigger = clock.now - timedelta(hours=hours)
    house.desk.do(
        lambda place: runs.start_run(place, procedure=slug, case_number=number, trigger=trigger),
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


def cases(listed: RunsList) -> list[str]:
    rows = listed.table.rows
    return [str(rows.index(row, CASE).data()) for row in range(rows.rowCount())]


def test_what_the_law_wants_by_tonight_stands_before_what_is_recommended(
    listed: RunsList,
) -> None:
    cards = listed.today.cards
    assert cards[0].accessibleName().startswith("Er barnet i fare nu?")
    assert "Sag 2026-1" in cards[0].accessibleName()
    assert len(cards) == 3
    QTest.keyClick(cards[0], Qt.Key.Key_Return)


def test_the_band_tells_what_is_late_due_today_and_due_this_week(
    listed: RunsList, house: Furnishing, clock: Clock
) -> None:
    assert listed.today.words == "I dag 2 over frist 2 i dag 4 senere denne uge"
    clock.forward(days=7)
    listed.refresh()
    assert listed.today.words == "I dag 8 over frist 4 i dag"


def test_what_is_late_never_hides_what_can_still_be_kept(house: Furnishing, clock: Clock) -> None:
    for number in range(4):
        start(house, clock, f"2026-{number}", hours=60)
    start(house, clock, "2026-9", hours=2)
    house.window.go("runs")
    last = house.runs.list.today.cards[-1].accessibleName()
    assert "over" not in last
    assert "Sag 2026-9" in last


def test_a_narrow_window_shows_fewer_things_and_all_filters(
    listed: RunsList, house: Furnishing
) -> None:
    house.window.resize(820, 600)
    QTest.qWait(20)
    assert len(listed.today.cards) == 2
    shown = (*listed.buttons.values(), listed.by_case, listed.search)
    assert all(listed.rect().contains(one.mapTo(listed, one.rect().bottomRight())) for one in shown)


def test_each_case_has_its_most_pressing_thing_before_any_has_its_second(
    listed: RunsList,
) -> None:
    said = [card.accessibleName() for card in listed.today.cards]
    assert [any(f"Sag 2026-{case}" in one for one in said) for case in (1, 2, 3)] == [True] * 3


def test_where_nothing_is_due_the_band_says_so(house: Furnishing, clock: Clock) -> None:
    start(house, clock, "2026-9", slug="boernefaglig-undersoegelse")
    house.window.go("runs")
    assert house.runs.list.today.words == "I dag Ingen frister i dag eller resten af ugen"
    assert not house.runs.list.today.cards
    assert not house.runs.list.today._more.isVisible()


def test_the_first_row_has_the_focus_once_it_is_read(listed: RunsList) -> None:
    assert listed.table.hasFocus()
    assert listed.table.currentIndex().row() == 0


def test_more_than_three_things_are_counted_and_can_be_seen(listed: RunsList) -> None:
    more = listed.today._more
    assert more.isVisible()
    assert more.text().endswith("mere denne uge")
    more.click()
    assert listed.asked.show is Show.WEEK


def test_a_filter_shows_what_it_counts(listed: RunsList) -> None:
    for button in listed.buttons.values():
        button.click()
        count = int(button.text().rsplit(" ", 1)[-1])
        assert listed.table.rows.rowCount() == count


def test_search_waits_for_a_pause_and_finds_by_case(listed: RunsList, qtbot: QtBot) -> None:
    QTest.keyClicks(listed.search, "2026-3")
    qtbot.wait_until(lambda: cases(listed) == ["2026-3"])


def test_runs_of_one_case_stand_together(listed: RunsList) -> None:
    assert cases(listed) != sorted(cases(listed))
    listed.by_case.click()
    assert cases(listed)[:2] == ["2026-1", "2026-1"]
    assert listed.table.rows.is_same_case(1)
    assert not listed.table.rows.is_same_case(2)


def test_a_column_orders_the_list(listed: RunsList) -> None:
    listed.table.sortByColumn(CASE, Qt.SortOrder.DescendingOrder)
    assert (listed.asked.order, listed.asked.descending) == (Order.CASE, True)
    assert cases(listed) == ["2026-3", "2026-2", "2026-1", "2026-1"]


def test_only_my_runs_unless_all_are_asked_for(listed: RunsList, house: Furnishing) -> None:
    run = listed.table.rows.summary(listed.table.rows.index(0, 0)).run.id
    house.desk.do(lambda place: runs.hand_over(place, run=run, to="kollega"), lambda _: None)
    listed.refresh()
    assert listed.mine.isVisible()
    assert listed.table.rows.rowCount() == 3
    listed.mine.click()
    assert listed.table.rows.rowCount() == 4
    words = [listed.table.rows.index(row, 1).data() for row in range(4)]
    assert any(str(word).endswith("· kollega") for word in words)


def test_rows_come_as_they_are_scrolled_to(
    listed: RunsList, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_page, "_PAGE", 2)
    listed.table.rows.show_page(RunPage((), 0))
    listed.refresh()
    rows = listed.table.rows
    assert rows.total == 4
    while rows.canFetchMore():
        rows.fetchMore()
    assert rows.rowCount() == 4
    assert len({rows.summary(rows.index(row, 0)).run.id for row in range(4)}) == 4


def test_who_stands_on_a_run_stands_on_it_after_a_change(
    listed: RunsList, house: Furnishing
) -> None:
    listed.table.selectRow(2)
    run = listed.table.rows.summary(listed.table.currentIndex()).run.id
    house.desk.do(
        lambda place: runs.pause_run(place, run=run, reason="svar fra skolen"), lambda _: None
    )
    listed.refresh()
    assert listed.table.rows.summary(listed.table.currentIndex()).run.id == run


def test_waiting_says_for_what_and_that_the_deadline_runs_on(
    house: Furnishing, clock: Clock
) -> None:
    run = start(house, clock, "2026-9", slug="boernefaglig-undersoegelse")
    house.desk.do(
        lambda place: runs.pause_run(place, run=run, reason="svar fra skolen"), lambda _: None
    )
    house.window.go("runs")
    words = str(house.runs.list.table.rows.index(0, DUE).data())
    assert words.startswith("Afventer svar fra skolen, frist ")


def test_my_deadlines_leave_as_one_calendar_file(
    listed: RunsList, house: Furnishing, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "mine.ics"
    listed._on_calendar()
    assert file_dialog.proposed().name == "Mine frister.ics"
    file_dialog.choose(qtbot, target)
    events = Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert {str(event["summary"]).split(":")[0] for event in events} >= {
        "Frist, sag 2026-1",
        "Frist, sag 2026-2",
    }
    assert "frister er gemt" in house.window.toast_text


def test_a_whole_case_is_seen_with_one_timeline(listed: RunsList, house: Furnishing) -> None:
    summary = listed.table.rows.summary(listed.table.rows.index(0, 0))
    menu = listed.menu_of(summary)
    menu.actions()[1].trigger()
    case = house.runs.case
    assert house.runs.shown is case
    assert case.header.title.text() == "Sag 2026-1"
    assert [strip.name for strip in case.timeline.strips] == ["Underretning", "Screening"]
    case.timeline.spot_chosen.emit(case.timeline.strips[1].run, "")
    assert house.runs.page.run_id == case.timeline.strips[1].run


def test_a_case_can_get_one_more_run(listed: RunsList, house: Furnishing) -> None:
    house.runs.open_case("2026-2")
    house.runs.case._on_start()
    assert house.runs.form.isVisible()
    assert house.runs.form.case_number.text() == "2026-2"


def test_list_and_timeline_are_seen_before_they_are_printed(
    listed: RunsList, house: Furnishing
) -> None:
    listed._on_print()
    house.runs.open_case("2026-1")
    house.runs.case._on_print()
    previews = house.window.findChildren(PrintPreview)
    assert len(previews) == 2
    words = [text for preview in previews for page in preview.pages for text in page.texts()]
    assert {"Sagsprocedure", "2026-3", "Screening", "I dag"} <= set(words)
    for preview in previews:
        preview.close()
        preview.deleteLater()


def test_a_narrow_window_gives_its_room_to_what_matters(
    listed: RunsList, house: Furnishing, qtbot: QtBot
) -> None:
    house.window.resize(900, 700)
    qtbot.wait_until(lambda: listed.table.isColumnHidden(3))
    assert not listed.table.isColumnHidden(DUE)
    assert listed.by_case.accessibleName() == "Saml pr. sag"
    run = listed.table.rows.summary(listed.table.rows.index(0, 0)).run.id
    house.runs.open_run(run)
    page = house.runs.page
    qtbot.wait_until(lambda: page.side.isHidden())
    assert page.header.sub.text().startswith("Sag 2026-1")
    assert page.header.more.text() == ""
    assert page.header.more.accessibleName() == "Mere"
    house.window.resize(1440, 900)
    qtbot.wait_until(lambda: not page.side.isHidden())
    assert page.header.more.text() == "Mere"
    assert page.undo_button.shortcut().toString() == "Ctrl+Z"
