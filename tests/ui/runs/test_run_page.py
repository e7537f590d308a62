"""An adviser starts a run, ticks, chooses, goes on, and finds it all again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from app.model.errors import Trouble
from app.model.run.hearing import HearingGround, NotHeard
from app.model.run.run import Mark
from app.model.run.state import StepStatus
from app.model.user_settings import Appearance
from app.services import run_lists, run_steps, runs
from app.services.opening import open_workplace
from app.services.settings import change_settings
from app.ui.look.theme import theme
from app.ui.runs.run_page import RunPage
from app.ui.runs.step.item_marking import MarkBox
from app.ui.runs.step.run_acts import ChooseWay, FinishStep
from app.ui.shell.furnishing import Furnishing
from tests.ui.conftest import Clock
from tests.ui.hearing import say_not_heard


def start(house: Furnishing, number: str = "2026-04417") -> str:
    """Start a run of the notification procedure through the form."""
    house.window.go("procedures")
    house.procedures.show_procedure("underretning")
    QTest.mouseClick(house.procedures.start_button, Qt.MouseButton.LeftButton)
    house.form.case_number.setFocus()
    QTest.keyClicks(house.form.case_number, number)
    QTest.keyClick(house.form.case_number, Qt.Key.Key_Return)
    return house.runs.page.run_id


def boxes(house: Furnishing) -> list[MarkBox]:
    return [row.box for row in house.runs.page.panel.rows]


def test_a_case_number_like_a_cpr_number_is_refused_where_it_was_typed_and_enter_starts_one_run(
    house: Furnishing,
) -> None:
    start(house, "010190-1234")
    assert house.form.isVisible()
    assert "cpr-nummer" in house.form.wrong_text
    assert house.form.case_number.text() == "010190-1234"
    assert house.runs.list.table.rows.rowCount() == 0

    house.form.case_number.clear()
    run = start(house)
    assert run
    assert house.window.current == "runs"
    house.runs.refresh()
    assert house.runs.list.table.rows.rowCount() == 1
    assert house.runs.page.panel.shown == "modtag"


def test_a_tick_is_on_disk_before_the_box_shows_it_and_those_of_another_window_are_seen(
    house: Furnishing, folder: Path, clock: Clock
) -> None:
    run = start(house)
    QTest.mouseClick(boxes(house)[0], Qt.MouseButton.LeftButton)
    with open_workplace(folder, shipped=None) as other:
        stored = runs.open_run(other, run=run).state.steps["modtag"].items[0]
    assert stored.mark is Mark.DONE
    assert boxes(house)[0].isChecked()

    with open_workplace(folder, shipped=None, clock=clock, actor="kollega") as other:
        run_steps.mark_item(other, run=run, step="modtag", item=1, mark=Mark.DONE)
    house.look_elsewhere()
    assert boxes(house)[1].isChecked()

    QTest.mouseClick(boxes(house)[2], Qt.MouseButton.LeftButton)
    house.window.close()
    with open_workplace(folder, clock=clock) as again:
        rows = run_lists.list_runs(again)
        assert [row.run.id for row in rows] == [run]
        assert runs.open_run(again, run=run).state.steps["modtag"].settled == 3


def test_a_step_is_finished_when_it_may_be_and_a_box_stays_open_when_the_disk_refuses(
    house: Furnishing, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(house)
    page = house.runs.page
    page.select("vurder-akut")
    assert not page.panel.finish_button.isEnabled()
    page.panel.act_requested.emit(ChooseWay("vurder-akut", 1))
    assert page.panel.finish_button.isEnabled()

    page.select("modtag")
    page.panel.act_requested.emit(FinishStep("modtag"))
    assert page.panel.shown == "vurder-akut"
    assert page.flow.selected == "vurder-akut"

    page.select("modtag")

    def full(*_: object, **__: object) -> None:
        raise Trouble("disk_full", path="x")

    monkeypatch.setattr(run_steps, "mark_item", full)
    QTest.mouseClick(boxes(house)[0], Qt.MouseButton.LeftButton)
    assert not boxes(house)[0].isChecked()
    assert house.window.banner_text.startswith("Der er ikke plads på disken")
    assert "Det gælder »Tidspunkt og underretters funktion" in house.window.banner_text


def test_what_decides_on_the_child_asks_whether_it_was_heard_and_keeps_it(
    house: Furnishing,
) -> None:
    start(house)
    page = house.runs.page
    page.select("konkluder")
    page.panel.finish_button.click()
    form = page.panel.hearing
    assert form.heard.hasFocus()
    assert not form.heard.isChecked()
    say_not_heard(form, "Barnet er på sygehus")
    page.panel.finish_button.click()
    view = page.view
    assert view is not None
    found = view.state.steps["konkluder"]
    assert found.status is StepStatus.DONE
    assert found.hearing == NotHeard(HearingGround.AGE, "Barnet er på sygehus", "modtagelse")


def _note(page: RunPage) -> str:
    assert page.view is not None
    return page.view.state.steps["modtag"].note


def test_a_note_is_kept_when_another_step_is_chosen_and_one_with_a_number_is_found_again(
    house: Furnishing,
) -> None:
    start(house)
    page = house.runs.page
    note = page.panel.note
    QTest.keyClicks(note, "Ringet til skolen")
    page.select("vurder-akut")
    assert _note(page) == "Ringet til skolen"
    assert note.toPlainText() == ""

    page.select("modtag")
    note.selectAll()
    for line in ("Skolen ringer.", "Moderen ved det."):
        QTest.keyClicks(note, line)
        QTest.keyClick(note, Qt.Key.Key_Return)
    QTest.keyClicks(note, "Barnet 010190 1234")
    note.flush()
    assert _note(page) == "Ringet til skolen"
    assert "cpr-nummer" in note.accessibleDescription()
    assert note.property("wrong")
    assert house.window.banner_text == "", "it is told where it is, and nothing is pushed down"
    assert "noget er ikke gemt" in page.header.sub.text()

    page.select("vurder-akut")
    where = "1 Modtag og notér tidspunktet"
    assert house.window.banner_text.startswith(f"{where}: Noten er ikke gemt")
    page.select("modtag")
    assert house.window.banner_text == ""
    assert note.property("wrong")
    assert note.toPlainText().endswith("Barnet 010190 1234")
    assert "Noten er ikke gemt" in note.accessibleDescription()

    note.moveCursor(QTextCursor.MoveOperation.End)
    for _ in " 010190 1234":
        QTest.keyClick(note, Qt.Key.Key_Backspace)
    note.flush()
    assert _note(page) == "Skolen ringer.\nModeren ved det.\nBarnet"
    assert note.toPlainText() == "Skolen ringer.\nModeren ved det.\nBarnet"
    assert house.window.banner_text == ""
    assert "alt er gemt" in page.header.sub.text()


def test_the_list_says_what_is_late(house: Furnishing, clock: Clock) -> None:
    start(house)
    clock.forward(days=2)
    house.runs.refresh()
    model = house.runs.list.table.rows
    words = [model.index(0, column).data() for column in range(model.columnCount())]
    assert any("over, " in word for word in words)


def test_the_size_of_type_is_each_windows_own(
    house: Furnishing, folder: Path, clock: Clock
) -> None:
    theme().set_zoom(150)
    with open_workplace(folder, shipped=None, clock=clock, actor="kollega") as other:
        change_settings(other, appearance=Appearance.DARK)
    house.look_elsewhere()
    assert theme().zoom == 150
    assert theme().ink.is_dark


def test_a_clock_that_was_set_back_is_told_when_something_is_done_by_it(
    house: Furnishing, clock: Clock
) -> None:
    start(house)
    clock.forward(days=3)
    QTest.mouseClick(boxes(house)[0], Qt.MouseButton.LeftButton)
    assert house.window.banner_text == ""
    clock.forward(days=-2)
    QTest.mouseClick(boxes(house)[1], Qt.MouseButton.LeftButton)
    assert boxes(house)[1].isChecked()
    assert house.window.banner_text.startswith("Passer uret på computeren?")
    clock.forward(days=-5)
    QTest.mouseClick(boxes(house)[2], Qt.MouseButton.LeftButton)
    assert not boxes(house)[2].isChecked()
    assert house.window.banner_text.startswith("Uret på computeren er før forløbets begyndelse")
