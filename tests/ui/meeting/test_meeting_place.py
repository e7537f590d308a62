"""The big screen: the cursor, the slides, the clock, and the ways in and out."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.model.library.stored_version import Kind, VersionState
from app.model.library.suggestion_spots import SuggestionSpot
from app.printing.sheet import VersionMark, version_line
from app.services import runs
from app.services.library import load_shelf
from app.services.opening import open_workplace
from app.ui.base.desk import Desk
from app.ui.base.tasks import DirectTasks
from app.ui.meeting.meeting_view import MeetingView
from app.ui.meeting.slides import Slide, SlideItem, SlideKind, SlideSection
from app.ui.shell.furnishing import Furnishing
from app.ui.targets.meeting_subject import Subject
from tests.ui.conftest import Clock
from tests.ui.rest import come_to_rest

SPOT = SuggestionSpot(Kind.CARD, "24-timers-vurdering")


def _slide(title: str, *counts: int, text: str = "Barnet er hørt") -> Slide:
    sections = tuple(
        SlideSection(f"Del {part}", (SlideItem(text, "Vigtigt", "alert"),) * count)
        for part, count in enumerate(counts, start=1)
    )
    who = (("Hvem", "Rådgiver"),)
    return Slide(SlideKind.CARD, SPOT, title, "Et mål", sections, who, "24 timer")


@pytest.fixture
def desk(folder: Path, clock: Clock) -> Iterator[Desk]:
    """What the view asks, without the window that stands beside it."""
    with open_workplace(folder, clock=clock, actor="rådgiver") as workplace:
        yield Desk(workplace, load_shelf(workplace), DirectTasks(), clock)


@pytest.fixture
def view(qtbot: QtBot, desk: Desk) -> Iterator[MeetingView]:
    """Three slides on a screen of the size of the standard."""
    view = MeetingView(desk.suggestions)
    qtbot.addWidget(view)
    view.resize(1440, 900)
    view.show_slides((_slide("Et", 2, 2), _slide("To", 3), _slide("Tre", 1)))
    view.show()
    qtbot.waitExposed(view)
    yield view
    view.hide()


def _press(view: MeetingView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view.list, key)


def test_down_and_up_move_the_cursor_over_headings_and_stop_at_the_ends(view: MeetingView) -> None:
    _press(view, Qt.Key.Key_Up)
    assert view.list.number == 1
    _press(view, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert view.list.number == 3
    assert view.progress.text() == "Punkt 3 af 4"
    _press(view, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert (view.list.number, view.slide) == (4, 0)


def test_left_and_right_change_the_slide_and_stop_at_the_ends(view: MeetingView) -> None:
    _press(view, Qt.Key.Key_Left)
    assert view.title.text() == "Et"
    _press(view, Qt.Key.Key_Right)
    assert (view.title.text(), view.place.text()) == ("To", "Kort 2 af 3")
    _press(view, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert view.title.text() == "Tre"


def test_a_slide_is_found_again_where_it_was_left(view: MeetingView) -> None:
    _press(view, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert view.list.number == 2


def test_a_presenter_goes_through_all_with_one_key(view: MeetingView) -> None:
    _press(view, *[Qt.Key.Key_PageDown] * 4)
    assert (view.title.text(), view.list.number) == ("To", 1)
    _press(view, Qt.Key.Key_PageUp)
    assert (view.title.text(), view.list.number) == ("Et", 4)


def test_escape_ends_it(view: MeetingView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.ended):
        _press(view, Qt.Key.Key_Escape)


def test_each_slide_has_its_own_time(view: MeetingView) -> None:
    for _ in range(80):
        view.tick()
    assert view.side.time is not None
    assert view.side.time.text() == "01:20"
    _press(view, Qt.Key.Key_Right)
    assert view.side.time.text() == "00:00"
    _press(view, Qt.Key.Key_Left)
    assert view.side.time.text() == "01:20"


def test_a_screen_reader_is_told_of_slides_and_items(view: MeetingView) -> None:
    _press(view, Qt.Key.Key_Right)
    assert view.accessibleDescription() == "Kort 2 af 3. To"
    said = view.list.rows.data(view.list.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Punkt 1 af 3. Del 1. Barnet er hørt. Vigtigt"
    assert view.list.accessibleName() == "To. Et mål"


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (1920, 1080), (800, 560)])
def test_the_whole_list_is_in_view_wherever_the_cursor_is(
    view: MeetingView, size: tuple[int, int]
) -> None:
    view.resize(*size)
    view.show_slides((_slide("Fuldt", 4, 3, 3),))
    for number in range(1, 11):
        view.list.stand_on(number)
        last = view.list.visualRect(view.list.rows.row_of(10))
        assert last.bottom() <= view.list.viewport().height()
        assert view.list.verticalScrollBar().value() == 0


def test_a_long_list_is_set_smaller_and_then_scrolls_to_the_cursor(view: MeetingView) -> None:
    view.show_slides((_slide("Kort", 3),))
    usual = view.list.scale
    view.show_slides((_slide("Langt", 30, text="Et punkt, der fylder mere end en linje " * 2),))
    assert view.list.scale < usual
    view.list.stand_on(30)
    assert view.list.visualRect(view.list.currentIndex()).bottom() <= view.list.height()


def test_everything_grows_with_the_height_of_the_window(view: MeetingView) -> None:
    before = view.title.font().pixelSize()
    view.resize(2880, 1800)
    assert view.title.font().pixelSize() == 2 * before == 96


def test_the_keys_can_be_clicked_too(view: MeetingView, qtbot: QtBot) -> None:
    following, later, _, end = view.keys
    following.click()
    assert view.list.number == 2
    later.click()
    assert view.slide == 1
    with qtbot.waitSignal(view.ended):
        end.click()


def test_what_was_learnt_is_written_where_the_meeting_stands(view: MeetingView, desk: Desk) -> None:
    _press(view, Qt.Key.Key_N)
    assert view.learning.is_open
    field = view.learning.field
    assert field.hasFocus()
    assert field.viewport().font().pixelSize() == field.font().pixelSize() == 26
    QTest.keyClicks(view.learning.field, "Spørg først")
    QTest.keyClick(view.learning.field, Qt.Key.Key_Escape)
    assert view.list.hasFocus()
    assert view.keys[3].isVisible()
    _press(view, Qt.Key.Key_N)
    assert not any(key.isVisible() for key in view.keys), "one hint says what Esc does"
    assert view.learning.field.toPlainText() == "Spørg først"
    QTest.keyClick(view.learning.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert view.keys[3].isVisible()
    assert view.accessibleDescription() == "Gemt. Teamlederen ser det som et forslag."
    assert view.list.hasFocus()
    (kept,) = desk.suggestions.at(SPOT)
    assert (kept.text, kept.slug) == ("Spørg først", "24-timers-vurdering")


def test_no_cpr_number_is_learnt(view: MeetingView, desk: Desk) -> None:
    view.keys[2].click()
    QTest.keyClicks(view.learning.field, "Barnet 010190-1234")
    QTest.keyClick(view.learning.field, Qt.Key.Key_Return)
    assert "cpr" in view.learning.said
    assert desk.suggestions.at(SPOT) == ()
    assert view.learning.is_open


def test_a_single_slide_speaks_of_no_others(view: MeetingView) -> None:
    view.show_slides((_slide("Alene", 2),))
    assert view.place.text() == ""
    assert not view.keys[1].isVisible()


def test_chosen_cards_are_shown_in_their_order(house: Furnishing) -> None:
    house.window.go("cards")
    wall, rows = house.cards.wall, house.cards.wall.rows
    for row in (2, 0):
        wall.setCurrentIndex(rows.index(row))
        QTest.keyClick(wall, Qt.Key.Key_Space)
    house.cards.meeting_button.click()
    meeting = house.meeting_window.view
    assert meeting.isVisible()
    assert meeting.title.text() == rows.row(rows.index(0)).title
    assert meeting.place.text() == "Kort 1 af 2"


def test_no_card_chosen_is_nothing_to_show(house: Furnishing) -> None:
    house.window.go("cards")
    assert not house.cards.meeting_button.isEnabled()
    house.cards.show_sheet("24-timers-vurdering")
    assert house.cards.meeting_button.isEnabled()


def test_a_procedure_begins_at_the_chosen_step(house: Furnishing) -> None:
    house.window.go("procedures")
    house.procedures.show_procedure("underretning", "vurder-akut")
    house.procedures.meeting_button.click()
    assert house.meeting_window.view.title.text() == "Er barnet i fare nu?"
    QTest.keyClick(house.meeting_window.view.list, Qt.Key.Key_Escape)
    assert not house.meeting_window.isVisible()


def test_a_run_is_shown_from_its_chosen_step(house: Furnishing) -> None:
    trigger = house.desk.now()
    house.desk.do(
        lambda workplace: runs.start_run(
            workplace, procedure="underretning", case_number="2026-04417", trigger=trigger
        ),
        lambda view: house.window.go("runs", view),
    )
    house.runs.page.select("vurder-akut")
    house.runs.page.header.meeting_button.click()
    assert house.meeting_window.view.title.text() == "Er barnet i fare nu?"
    assert house.meeting_window.view.version.text().startswith("Version\u00a01 · ")
    house.meeting_window.close()


def test_of_an_older_version_only_its_number_is_said(house: Furnishing) -> None:
    procedure = house.desk.shelf.library.procedure_by_id["underretning"]
    subject = Subject("procedure", (procedure.id,), "vurder-akut", procedure, 7)
    house.show_meeting(subject)
    assert house.meeting_window.view.version.text() == "Version 7"
    house.meeting_window.close()


def test_the_place_shows_beforehand_what_the_meeting_will(house: Furnishing) -> None:
    house.window.go("meeting")
    place = house.meeting
    place.search.setText("24-timersvurdering")
    assert place.preview.title.text() == "24-timersvurdering"
    place.list.setFocus()
    place.list.activated_row.emit(None)
    assert house.meeting_window.view.title.text() == "24-timersvurdering"
    house.meeting_window.close()


def test_a_search_that_finds_nothing_keeps_what_was_chosen(house: Furnishing) -> None:
    house.window.go("meeting")
    shown = house.meeting.preview.title.text()
    house.meeting.search.setText("findes slet ikke")
    assert house.meeting.preview.title.text() == shown
    assert house.meeting.show_button.isEnabled()


def test_the_foot_says_all_of_which_version_it_is(view: MeetingView) -> None:
    day = date(2026, 9, 28)
    every = [(state, False) for state in VersionState]
    foot = view.version
    for width, height in ((1280, 900), (1440, 900), (700, 394), (1920, 1080)):
        view.resize(width, height)
        for state, is_template in (*every, (VersionState.PUBLISHED, True)):
            mark = VersionMark(10, state, day, day.replace(year=2027), is_template)
            words = "".join(run.text for run in version_line(mark))
            view.show_slides([replace(_slide("Et", 1), version=words)] * 2)
            come_to_rest()
            assert foot.heightForWidth(foot.width()) <= foot.height(), (width, foot.text())
            assert foot.geometry().bottom() < view.height()
