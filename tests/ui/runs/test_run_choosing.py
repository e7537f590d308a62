"""A way is chosen in the picture of a run as in the panel: kept, changed, taken back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.printing.flow_paint.drawing_look import WayKey
from app.services import runs
from app.services.run_core import RunView
from app.ui.runs.run_page import RunPage
from app.ui.shell.furnishing import Furnishing
from tests.ui.conftest import Clock
from tests.ui.rest import come_to_rest

LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
DECISION = "vurder-akut"


@pytest.fixture
def page(house: Furnishing, clock: Clock) -> RunPage:
    """A run of the notification procedure, at its first decision."""
    begun: list[RunView] = []
    house.desk.do(
        lambda workplace: runs.start_run(
            workplace, procedure="underretning", case_number="2026-04417", trigger=clock.now
        ),
        begun.append,
    )
    house.window.go("runs", begun[0])
    house.window.activateWindow()
    assert QTest.qWaitForWindowActive(house.window)
    house.runs.page.flow.view.set_motion(0)
    house.runs.page.select(DECISION)
    return house.runs.page


def pill(page: RunPage, way: WayKey) -> QPoint:
    view = page.flow.view
    assert view.drawing is not None
    return view.mapFromScene(view.drawing.way_rect(way).center())


def click(page: RunPage, way: int, step: str = DECISION) -> None:
    page.flow.view.select(step)
    QTest.mouseClick(page.flow.view.viewport(), LEFT, pos=pill(page, (step, way)))


def way_of(page: RunPage, step: str = DECISION) -> int | None:
    assert page.view is not None
    return page.view.state.steps[step].way


def test_a_way_says_where_it_leads_is_chosen_changed_taken_back_and_not_offered_again(
    page: RunPage,
) -> None:
    QTest.mouseMove(page.flow.view.viewport(), pill(page, (DECISION, 0)))
    come_to_rest()
    said = page.flow.view.tip_text
    assert said.startswith(
        "Vælg »Ja« (Alt+1) Fører til »Fortsæt i Akut fare og foreløbig afgørelse«"
    )
    assert said.endswith("Trin 4-13 bliver ikke relevante")

    click(page, 0)
    assert way_of(page) == 0
    click(page, 1)
    assert way_of(page) == 1
    assert page.view is not None
    assert [choice.way for choice in page.view.state.steps[DECISION].choices] == [0, 1]
    page.undo_button.click()
    assert way_of(page) == 0

    assert page.choosing.tell(DECISION, 0) == ()
    assert page.choosing.tell(DECISION, 1) != ()
    assert page.choosing.tell("saerlige-spor", 0) == ()


def test_choosing_brings_its_step_to_the_panel(page: RunPage) -> None:
    page.select("modtag")
    QTest.mouseClick(page.flow.view.viewport(), LEFT, pos=pill(page, (DECISION, 1)))
    assert page.panel.shown == DECISION
    assert page.flow.selected == DECISION


def test_a_click_in_the_picture_changes_no_decision_that_is_not_before_one(page: RunPage) -> None:
    click(page, 1)
    page.panel.finish_button.click()
    page.select("modtag")
    QTest.mouseClick(page.flow.view.viewport(), LEFT, pos=pill(page, (DECISION, 0)))
    assert page.panel.shown == DECISION
    assert way_of(page) == 1
    QTest.mouseClick(page.flow.view.viewport(), LEFT, pos=pill(page, (DECISION, 0)))
    assert way_of(page) == 0


def test_the_keyboard_goes_along_to_the_way_that_was_chosen_by_its_key(page: RunPage) -> None:
    first, second = page.panel.choice.buttons
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_2, ALT)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert way_of(page) == 1


def test_a_key_chooses_wherever_the_focus_is_where_it_has_a_way(page: RunPage) -> None:
    page.flow.view.setFocus()
    QTest.keyClick(page.flow.view, Qt.Key.Key_7, ALT)
    assert way_of(page) is None
    page.select("modtag")
    QTest.keyClick(page.flow.view, Qt.Key.Key_1, ALT)
    assert page.view is not None
    assert len(page.view.events) == 1

    page.select(DECISION)
    for widget, key, way in (
        (page.flow.view, Qt.Key.Key_2, 1),
        (page.steps, Qt.Key.Key_1, 0),
        (page.panel.finish_button, Qt.Key.Key_2, 1),
    ):
        widget.setFocus()
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, ALT)
        assert way_of(page) == way


def test_in_a_closed_run_no_way_is_offered(page: RunPage, house: Furnishing) -> None:
    house.desk.do(lambda workplace: runs.close_run(workplace, run=page.run_id), page.take)
    click(page, 0)
    assert way_of(page) is None
    page.flow.view.setFocus()
    QTest.keyClick(page.flow.view, Qt.Key.Key_1, ALT)
    assert way_of(page) is None


def test_a_procedure_that_is_only_read_offers_no_way(house: Furnishing) -> None:
    house.window.go("procedures")
    view = house.procedures.flow.view
    assert view.choosing.lines_of("vurder-akut") == ()
