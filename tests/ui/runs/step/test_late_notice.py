"""A step whose deadline has run out says what the law asks for then, and keeps the answer."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model.library.catalogue import Catalogue
from app.model.outgoing.outgoing_text import plain_text
from app.model.run.run import Mark
from app.services import runs
from app.services.run_core import RunView
from app.ui.look.widgets import Label
from app.ui.runs.run_page import RunPage
from app.ui.runs.step.log_words import log_lines
from app.ui.runs.step.run_acts import MarkItem, SetDate
from app.ui.shell.furnishing import Furnishing
from tests.ui.conftest import Clock
from tests.ui.marking import ask_why_not
from tests.ui.rest import come_to_rest

DUTY = "Skriv en foreløbig vurdering, og gør undersøgelsen færdig snarest"


@pytest.fixture
def page(house: Furnishing, clock: Clock) -> RunPage:
    """An investigation that the municipality has known of for five months."""
    begun: list[RunView] = []
    house.desk.do(
        lambda workplace: runs.start_run(
            workplace,
            procedure="boernefaglig-undersoegelse",
            case_number="2026-04417",
            trigger=clock.now - timedelta(days=150),
        ),
        begun.append,
    )
    house.window.go("runs", begun[0])
    house.runs.page.select("til-tiden")
    return house.runs.page


def said(page: RunPage) -> str:
    come_to_rest()
    labels = page.panel.findChildren(Label)
    words = "\n".join(label.text() for label in labels if label.isVisibleTo(page.panel))
    return words.replace("\u00a0", " ")


def mark_of(page: RunPage) -> Mark:
    assert page.view is not None
    return page.view.state.steps["til-tiden"].late.mark


def test_it_says_what_the_law_asks_for_is_ticked_like_any_other_point_and_taken_back(
    page: RunPage,
) -> None:
    assert page.panel.late.isVisible()
    words = said(page)
    assert "Fristen er overskredet. Gør nu dette:" in words
    assert DUTY in words
    assert "ellers laves en foreløbig vurdering (§ 20, stk. 3)." in words
    assert "Kan fristen ikke holdes" not in words

    late = page.panel.late
    late.row.box.click()
    assert mark_of(page) is Mark.DONE
    assert page.panel.late is late
    assert "Udført af rådgiver i dag" in said(page)
    page.undo_button.click()
    assert mark_of(page) is Mark.OPEN


def test_it_is_put_aside_with_a_reason_only_and_the_question_is_left_with_escape(
    page: RunPage,
) -> None:
    late = page.panel.late
    ask_why_not(late.row.box)
    ask = late.row.ask
    assert ask is not None
    QTest.keyClick(ask.field, Qt.Key.Key_Escape)
    assert late.row.ask is None

    late = page.panel.late
    ask_why_not(late.row.box)
    ask = late.row.ask
    assert ask is not None
    QTest.keyClick(ask.field, Qt.Key.Key_Return)
    assert mark_of(page) is Mark.OPEN
    QTest.keyClicks(ask.field, "Færdig i morgen")
    QTest.keyClick(ask.field, Qt.Key.Key_Return)
    assert page.view is not None
    found = page.view.state.steps["til-tiden"].late
    assert (found.mark, found.reason) == (Mark.NOT_RELEVANT, "Færdig i morgen")
    assert page.view.state.deviations == 1
    assert late.row.ask is None


def test_another_step_with_the_same_deadline_the_journal_and_the_log_tell_of_it(
    page: RunPage, clock: Clock
) -> None:
    page.panel.act_requested.emit(MarkItem("til-tiden", None, Mark.DONE))
    text = plain_text(page.panel.journal.note)
    assert f"barnets lov § 20, stk. 3: {DUTY}. Det er gjort og noteret 23.11.2026" in text

    view = page.view
    assert view is not None
    lines = [
        line.text for _, line in log_lines(view.events, view.procedure, Catalogue(), clock.now)
    ]
    assert lines[0] == f"Udført: {DUTY}"

    page.select("stillingtagen")
    assert page.panel.late.isVisible()
    assert page.panel.late.row.box.isChecked()


def test_before_the_deadline_the_panel_says_what_would_be_asked(
    page: RunPage, house: Furnishing, clock: Clock
) -> None:
    page.panel.act_requested.emit(SetDate("trigger", clock.now))
    assert page.panel.late.isHidden()
    assert f"Kan fristen ikke holdes: {DUTY}" in said(page)


def test_a_closed_run_is_only_read(page: RunPage, house: Furnishing) -> None:
    house.desk.do(lambda workplace: runs.close_run(workplace, run=page.run_id), page.take)
    late = page.panel.late
    late.row.box.click()
    assert mark_of(page) is Mark.OPEN


def test_up_and_down_go_between_it_and_the_points_below_and_take_no_mark_away(
    page: RunPage,
) -> None:
    box, first = page.panel.late.row.box, page.panel.checks.first_open
    assert first is not None
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert page.window().focusWidget() is first
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert mark_of(page) is Mark.DONE
    QTest.keyClick(first, Qt.Key.Key_Up)
    assert page.window().focusWidget() is box
