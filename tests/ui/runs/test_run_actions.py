"""What is done with a whole run: it waits, is handed over, closed, moved, deleted, and leaves."""

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.model.library.procedure import CheckItem, Procedure
from app.model.library.stored_version import Kind
from app.model.run.run import Mark
from app.services import runs
from app.services.library import load_shelf
from app.services.run_core import RunView
from app.services.settings import change_settings
from app.services.workplace import Workplace
from app.ui.lists.finder import FinderBox
from app.ui.look.widgets import Button
from app.ui.runs.procedure_picker import ProcedurePicker
from app.ui.runs.run_ask_band import RunAskBand
from app.ui.runs.run_page import RunPage
from app.ui.runs.step.run_acts import DropStep, FinishStep, MarkItem
from app.ui.shell.furnishing import Furnishing
from tests.ui import file_dialog
from tests.ui.conftest import Clock


@pytest.fixture
def page(house: Furnishing, clock: Clock) -> RunPage:
    return begin(house, clock)


def begin(house: Furnishing, clock: Clock, number: str = "2026-04417") -> RunPage:
    begun: list[RunView] = []
    house.desk.do(
        lambda workplace: runs.start_run(
            workplace, procedure="underretning", case_number=number, trigger=clock.now
        ),
        begun.append,
    )
    house.window.go("runs", begun[0])
    return house.runs.page


def ask(page: RunPage, action: str) -> RunAskBand:
    page.header.actions_by_name[action].trigger()
    assert page.band.isVisible()
    return page.band


def answer(band: RunAskBand, words: str) -> None:
    line = band.field.lineEdit()
    assert line is not None
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Return)


def pick(picker: ProcedurePicker, words: str) -> None:
    """Choose a procedure by typing some of its name."""
    QTest.keyClicks(picker, words[0])
    finder = picker.window().findChild(FinderBox)
    assert finder is not None
    QTest.keyClicks(finder.search, words[1:])
    QTest.keyClick(finder.search, Qt.Key.Key_Return)


def state_of(page: RunPage) -> RunView:
    assert page.view is not None
    return page.view


def test_a_run_waits_for_what_is_written_and_is_asked_again_where_there_is_no_reason(
    page: RunPage,
) -> None:
    band = ask(page, "pause")
    answer(band, "")
    assert band.isVisible()
    assert band.wrong_text.startswith("Grunden mangler")
    QTest.keyClick(band, Qt.Key.Key_Escape)
    assert band.isHidden()
    assert state_of(page).state.pause is None

    answer(ask(page, "pause"), "svar fra skolen")
    assert page.header.waiting_chip.text == "Afventer svar fra skolen"
    assert page.header.waiting_chip.isVisible()
    assert page.band.isHidden()
    page.header.actions_by_name["resume"].trigger()
    assert page.header.waiting_chip.isHidden()


def test_a_colleague_gets_the_run_and_it_is_told_where_it_is_found(
    page: RunPage, house: Furnishing
) -> None:
    house.desk.do(
        lambda workplace: change_settings(workplace, team=("Rådgiver B",)), lambda _: None
    )
    band = ask(page, "hand_over")
    assert [band.field.itemText(row) for row in range(band.field.count())] == ["Rådgiver B"]
    answer(band, "rådgiver b")
    assert state_of(page).state.run.owner == "Rådgiver B"
    assert "hos Rådgiver B" in page.header.sub.text()
    assert "»Givet videre«" in house.window.toast_text
    page.undo_button.click()
    assert "hos rådgiver" in page.header.sub.text()


def test_a_name_that_nobody_here_has_is_asked_about_once(page: RunPage) -> None:
    band = ask(page, "hand_over")
    answer(band, "Rådgiver C")
    assert band.wrong_text == "Ingen her hedder Rådgiver C endnu: brug navnet alligevel?"
    assert band.go_button.text() == "Brug navnet"
    assert state_of(page).state.run.owner == "rådgiver"
    answer(band, "X")
    assert band.wrong_text.startswith("Ingen her hedder Rådgiver CX endnu")
    answer(band, "")
    assert state_of(page).state.run.owner == "Rådgiver CX"
    assert band.isHidden()


def test_a_question_gives_the_keyboard_back_wherever_in_the_run_it_is(
    page: RunPage, house: Furnishing
) -> None:
    row = page.panel.rows[0]
    row.box.setFocus()
    QTest.keyClick(ask(page, "pause"), Qt.Key.Key_Escape)
    assert row.box.hasFocus()

    parts: tuple[QWidget, ...] = (page.panel.rows[0].box, page.flow.view)
    for part in parts:
        band = ask(page, "pause")
        part.setFocus()
        QTest.keyClick(part, Qt.Key.Key_Escape)
        assert band.isHidden()
        assert house.window.focusWidget() is part
    page.flow.show_list(True)
    band = ask(page, "pause")
    page.flow.list.setFocus()
    QTest.keyClick(page.flow.list, Qt.Key.Key_Escape)
    assert band.isHidden()
    assert page.flow.list.isVisible()
    QTest.keyClick(page.flow.list, Qt.Key.Key_Escape)
    assert page.flow.view.isVisible()


def test_enter_keeps_a_run_that_was_about_to_be_deleted_and_one_that_is_leaves_a_receipt(
    page: RunPage, house: Furnishing
) -> None:
    band = ask(page, "delete")
    held = house.window.focusWidget()
    assert isinstance(held, Button)
    assert held.text() == "Behold"
    QTest.keyClick(held, Qt.Key.Key_Return)
    assert band.isHidden()
    assert page.isVisible()
    assert state_of(page).state.run.case_number == "2026-04417"

    band = ask(page, "delete")
    assert "2026-04417" in band._heading.text()
    assert "Sikkerhedskopier har det endnu, i op til 30 dage." in band._line.text()
    band.go_button.click()
    assert house.runs.shown is house.runs.list
    assert house.runs.list.table.rows.total == 0
    assert house.window.toast_text.startswith("Forløbet er slettet")
    assert "Sikkerhedskopier har det i op til 30 dage." in house.window.toast_text


def test_everything_in_the_menu_has_a_name_and_deadlines_leave_as_a_calendar_file(
    page: RunPage, house: Furnishing, tmp_path: Path, qtbot: QtBot
) -> None:
    names = [action.text() for action in page.header.actions_by_name.values()]
    assert all(names)
    assert len(set(names)) == len(names)

    target = tmp_path / "frister.ics"
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.flow, Qt.Key.Key_K, held)
    assert file_dialog.proposed().name == "Frister, sag 2026-04417.ics"
    file_dialog.choose(qtbot, target)
    events = Calendar.from_ical(target.read_bytes()).walk("VEVENT")
    assert all("2026-04417" in str(event["summary"]) for event in events)
    assert any("Er barnet i fare nu?" in str(event["summary"]) for event in events)
    assert "frister er gemt" in house.window.toast_text


def test_closing_says_what_is_left_has_a_result_and_is_opened_again(page: RunPage) -> None:
    band = ask(page, "close")
    assert "trin er ikke udført" in band._line.text()
    assert "slettes 90 dage efter" in band._line.text()
    assert "krav" not in band._line.text()
    band.field.setCurrentIndex(0)
    QTest.keyClick(band, Qt.Key.Key_Return)
    assert page.header.closed_chip.text == "Afsluttet: Gennemført"
    assert page.panel.finish_button.isHidden()
    assert page.panel.copy_button.isVisible()
    assert not page.header.actions_by_name["close"].isVisible()
    page.header.actions_by_name["reopen"].trigger()
    assert not state_of(page).state.is_closed
    page.select("modtag")
    page.panel.finish_button.click()
    said = "1 krav i det, der er gjort færdigt, er ikke markeret."
    assert said in ask(page, "close")._line.text()


def test_another_run_of_the_case_stands_beside_it(page: RunPage, house: Furnishing) -> None:
    first = page.run_id
    page.header.actions_by_name["another"].trigger()
    assert page.form.isVisible()
    assert page.form.case_number.text() == "2026-04417"
    pick(page.form.procedure, "screening")
    page.form.trigger.set_now()
    QTest.keyClick(page.form.case_number, Qt.Key.Key_Return)
    assert state_of(page).procedure.id == "screening"
    assert [row.run.id for row in page.siblings] == [first]
    link = page.side._links.shown[0]
    link.setFocus()
    page.refresh()
    assert house.window.focusWidget() is link, "what is read again keeps the keyboard"
    link.click()
    assert page.run_id == first


# A newer version


def publish_newer(house: Furnishing, clock: Clock) -> None:
    """Publish the procedure with one item put in other words and one more."""

    def publish(workplace: Workplace) -> None:
        old = load_shelf(workplace).library.procedure_by_id["underretning"]
        with workplace.store.writing() as work:
            document = rewritten(old)
            info = work.items.add_version(
                Kind.PROCEDURE, old.id, document, shipped=False, author="leder", now=clock.now
            )
            work.items.publish(Kind.PROCEDURE, old.id, info.number, now=clock.now)
            work.commit()

    house.desk.do(publish, lambda _: None)


def rewritten(old: Procedure) -> Procedure:
    first = old.steps[0]
    items = list(first.checklist)
    items[2] = CheckItem("Søskende og andre børn i hjemmet er skrevet op")
    items.insert(0, CheckItem("Barnets adresse er slået op"))
    new = msgspec.structs.replace(first, checklist=tuple(items))
    return msgspec.structs.replace(old, steps=(new, *old.steps[1:]))


def test_a_newer_version_is_told_and_moved_to_with_the_ticks(
    page: RunPage, house: Furnishing, clock: Clock
) -> None:
    page.panel.act_requested.emit(MarkItem("modtag", 0, Mark.DONE))
    page.panel.act_requested.emit(MarkItem("modtag", 2, Mark.DONE))
    assert page.version_band.isHidden()
    publish_newer(house, clock)
    page.refresh()
    band = page.version_band
    assert band.isVisible()
    assert "Version 2" in band._heading.text()
    band.move_button.click()
    assert state_of(page).state.run.version == 1
    assert [box.text() for box in band.questions] == [
        "Søskende og andre børn i hjemmet er skrevet op"
    ]
    band.questions[0].click()
    band.move_button.setFocus()
    band.move_button.click()
    assert state_of(page).state.run.version == 2
    marks = [item.mark for item in state_of(page).state.steps["modtag"].items]
    assert (marks[0], marks[1], marks[3]) == (Mark.OPEN, Mark.DONE, Mark.DONE)
    assert page.version_band.isHidden()
    assert page.flow.isAncestorOf(house.window.focusWidget() or page)
    assert len(page.panel.rows) == len(marks)
    page.undo_button.click()
    assert state_of(page).state.run.version == 1
    assert page.version_band.isVisible()


def test_many_runs_are_moved_from_the_list(page: RunPage, house: Furnishing, clock: Clock) -> None:
    begin(house, clock, "2026-04502")
    publish_newer(house, clock)
    page.leave()
    notices = house.runs.list.notices
    assert notices.isVisible()
    notices._on_move("underretning")
    assert house.window.toast_text.startswith("2 forløb er flyttet")
    assert notices.isHidden()


def test_closed_runs_are_spoken_of_before_they_are_deleted(
    page: RunPage, house: Furnishing, clock: Clock
) -> None:
    band = ask(page, "close")
    band.go_button.click()
    for _ in range(4):
        clock.forward(days=20)
        house.look_after()
    page.leave()
    assert house.runs.list.notices.isVisible()
    house.runs.list.notices.closed_requested.emit()
    assert house.runs.list.table.rows.rowCount() == 1
    clock.now += timedelta(days=20)
    house.look_after()
    house.runs.refresh()
    assert house.runs.list.table.rows.rowCount() == 0


def test_a_step_of_ones_own_stands_in_the_picture_and_can_be_taken_out(page: RunPage) -> None:
    band = ask(page, "add_step")
    assert "Det kommer efter 1 Modtag og notér tidspunktet" in band._line.text()
    answer(band, "Ring til tandplejen")
    step = state_of(page).procedure.steps[-1]
    assert step.title == "Ring til tandplejen"
    page.select(step.id)
    assert page.flow.selected == step.id
    page.panel.act_requested.emit(FinishStep(step.id))
    page.select(step.id)
    page.panel.act_requested.emit(DropStep(step.id))
    assert step.id not in state_of(page).procedure.by_id
    assert page.panel.shown in state_of(page).procedure.by_id
