"""The chosen step: journal text, choices and what they mean, reasons, rounds, corrections."""

from datetime import timedelta
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.danish.notation import happened_label
from app.model.run.run import Mark
from app.services import run_steps, runs
from app.services.opening import open_workplace
from app.services.run_core import RunView
from app.ui.look.widgets import Label
from app.ui.runs.run_page import RunPage
from app.ui.runs.step.known_correcting import MomentLine, NumberLine
from app.ui.runs.step.log_words import log_lines
from app.ui.runs.step.run_acts import ChooseWay, FinishStep, MarkItem, StartFollowing
from app.ui.runs.step.step_history import Rounds
from app.ui.shell.furnishing import Furnishing
from tests.ui import file_dialog
from tests.ui.conftest import Clock
from tests.ui.hearing import say_heard, say_not_heard
from tests.ui.marking import ask_why_not
from tests.ui.rest import come_to_rest


@pytest.fixture
def page(house: Furnishing, clock: Clock) -> RunPage:
    """A run of the notification procedure, at its first step."""
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
    return house.runs.page


def press(key: Qt.Key) -> None:
    """Press Ctrl and a key, wherever the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, Qt.KeyboardModifier.ControlModifier)


def view_of(page: RunPage) -> RunView:
    assert page.view is not None
    return page.view


def texts(page: RunPage) -> str:
    """All that the panel says."""
    come_to_rest()
    labels = page.panel.findChildren(Label)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(page.panel))


def test_one_key_puts_what_is_shown_of_a_step_on_the_clipboard_as_text_and_as_html(
    page: RunPage, qtbot: QtBot
) -> None:
    page.panel.act_requested.emit(MarkItem("modtag", 2, Mark.DONE))
    press(Qt.Key.Key_J)
    qtbot.wait_until(lambda: page.panel.copy_button.text() == "Kopieret")
    data = QGuiApplication.clipboard().mimeData()
    assert "Søskende i hjemmet er skrevet op." in data.text()
    assert "<h4>Søskende og tidligere underretninger</h4>" in data.html()
    assert "rådgiver" not in data.text()
    page.panel.copy_button._said.timeout.emit()
    assert page.panel.copy_button.text() == "Kopiér til journal"

    journal = page.panel.journal
    page.panel.copy_button.click()
    shown = journal.note
    assert page.panel.journal is journal
    said = [text for part in shown.parts for text in part.paragraphs]
    assert "Søskende i hjemmet er skrevet op." in said
    copied = QGuiApplication.clipboard().text()
    assert all(text.replace("\u00a0", " ") in copied for text in said)


_WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_the_whole_run_is_copied_from_anywhere_with_the_note_just_typed(
    page: RunPage, house: Furnishing
) -> None:
    page.panel.act_requested.emit(FinishStep("modtag"))
    page.select("modtag")
    QTest.keyClicks(page.panel.note, "Ringet til skolen")
    QTest.keyClick(page.panel.note, Qt.Key.Key_J, _WITH)
    copied = QGuiApplication.clipboard().text()
    assert "1. Modtag og notér tidspunktet" in copied
    assert "Ringet til skolen" in copied
    assert house.window.toast_text.startswith("Kopieret: Underretning, sag 2026-04417")


def test_a_word_file_holds_the_whole_run(
    page: RunPage, house: Furnishing, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "notat.docx"
    page.panel.act_requested.emit(FinishStep("modtag"))
    QTest.keyClick(page.flow, Qt.Key.Key_S, _WITH)
    assert file_dialog.proposed().name == "Underretning, sag 2026-04417.docx"
    file_dialog.choose(qtbot, target)
    assert docx.Document(str(target)).paragraphs[0].text == "Underretning, sag 2026-04417"
    assert "notat.docx" in house.window.toast_text


def test_a_choice_says_what_it_leaves_out_and_the_first_is_remembered(page: RunPage) -> None:
    page.select("loebende-indsats")
    assert "Trin 7 bliver ikke relevant" in texts(page)
    choice = page.panel.choice
    choice.buttons[0].click()
    assert "Først valgt" not in texts(page)
    choice.buttons[1].click()
    assert "Først valgt: Ja (rådgiver, i dag" in texts(page)


def test_why_the_child_was_not_heard_is_kept_shown_and_counted(page: RunPage) -> None:
    page.select("konkluder")
    page.panel.finish_button.click()
    say_not_heard(page.panel.hearing, "Barnet er på sygehus")
    page.panel.finish_button.click()
    page.select("konkluder")
    assert "Barnet er ikke hørt: barnets alder taler i afgørende grad imod" in texts(page)
    assert "Grund: Barnet er på sygehus." in texts(page)
    assert "1 grund givet" in page.header.sub.text()


def test_what_is_missing_in_what_is_said_of_the_child_is_told_at_it_and_seen(
    page: RunPage, house: Furnishing, qtbot: QtBot
) -> None:
    house.window.resize(1100, 520)
    page.select("boernesamtale")
    form = page.panel.hearing
    page.panel.finish_button.click()
    page.panel.finish_button.click()
    assert form.wrong_text == "Vælg, om barnet er hørt."
    form.heard.click()
    page.panel.finish_button.click()
    assert form.company.box.accessibleDescription() == "Vælg, hvem der var med."
    assert form.company.box.hasFocus()
    form.company.box.setCurrentIndex(0)
    form.not_heard.click()
    form.ground.box.setCurrentIndex(0)
    QTest.keyClicks(form.words.line, "x")
    page.panel.finish_button.click()
    assert form.words.wrong_text == "Skriv kort, hvorfor barnet ikke er hørt."
    QTest.keyClicks(form.words.line, " er syg")
    press(Qt.Key.Key_Return)
    assert form.decided_by.box.hasFocus()
    said = "Vælg, hvilken rolle der besluttede det."
    wrong = next(one for one in form.decided_by.findChildren(Label) if one.text() == said)
    seen = page.panel.area.viewport()
    come_to_rest()  # what is said finds its place
    qtbot.wait_until(
        lambda: (
            wrong.mapTo(seen, wrong.rect().bottomLeft()).y() < seen.height()
            and wrong.mapTo(seen, wrong.rect().topLeft()).y() >= 0
        )
    )
    QTest.keyClicks(form.words.line, " 010190-1234")
    form.decided_by.box.setCurrentIndex(0)
    page.panel.finish_button.click()
    assert "cpr-nummer" in form.words.wrong_text
    assert form.words.line.text() == "x er syg 010190-1234"
    assert not view_of(page).state.steps["boernesamtale"].is_done


def test_what_is_wrong_with_a_reason_is_told_at_it_and_moves_nothing(
    page: RunPage, house: Furnishing, qtbot: QtBot
) -> None:
    page.select("tal-med-foraeldre")
    press(Qt.Key.Key_Return)
    ask = page.panel.gate.ask
    assert ask.field.accessibleDescription() == ""
    assert ask.field.hasFocus()
    come_to_rest()
    place = ask.choices[0].mapTo(page, QPoint(0, 0))
    for wrong, said in (
        ("", "Skriv en kort grund"),
        ("x", "Skriv en kort grund"),
        ("Barnet 010190-1234", "cpr-nummer"),
    ):
        QTest.keyClicks(ask.field, wrong)
        press(Qt.Key.Key_Return)
        assert said in ask.field.accessibleDescription()
        assert ask.field.property("wrong")
        assert ask.field.hasFocus()
    assert house.window.banner_text == ""
    ask.field.clear()
    QTest.keyClick(ask.field, Qt.Key.Key_Return)
    qtbot.wait_until(lambda: ask.choices[0].mapTo(page, QPoint(0, 0)) == place)
    QTest.keyClicks(ask.field, "Faren kan ikke vente")
    assert not ask.field.property("wrong")
    page.select("modtag")
    ask_why_not(page.panel.rows[0].box)
    row = page.panel.rows[0].ask
    assert row is not None
    QTest.keyClicks(row.field, "Barnet 010190-1234\r")
    assert "cpr-nummer" in row.field.accessibleDescription()
    assert house.window.banner_text == ""


def test_a_step_that_was_done_earlier_is_corrected_in_its_place(
    page: RunPage, clock: Clock
) -> None:
    clock.forward(hours=3)
    page.panel.act_requested.emit(FinishStep("modtag"))
    page.select("modtag")
    come_to_rest()
    done = next(one for one in page.panel.findChildren(MomentLine) if one.isVisible())
    earlier = clock.now - timedelta(hours=2)
    done.time_set.emit(earlier)
    assert view_of(page).state.steps["modtag"].done_at == earlier
    assert f"Udført af rådgiver {happened_label(earlier)}" in texts(page)


def test_when_it_all_began_is_corrected_beside_the_case(page: RunPage, clock: Clock) -> None:
    earlier = clock.now - timedelta(hours=5)
    page.side.trigger.time_set.emit(earlier)
    assert view_of(page).state.trigger == earlier
    due = view_of(page).state.steps["vurder-akut"].due
    assert due
    assert due.at == earlier + timedelta(hours=24)


def test_earlier_rounds_stay_readable(house: Furnishing, clock: Clock) -> None:
    begun: list[RunView] = []
    house.desk.do(
        lambda workplace: runs.start_run(
            workplace,
            procedure="tidlig-hjaelp",
            case_number="7",
            trigger=clock.now,
        ),
        begun.append,
    )
    house.window.go("runs", begun[0])
    page = house.runs.page
    target = "t-tilbud"
    page.panel.act_requested.emit(MarkItem(target, 0, Mark.DONE))
    page.panel.act_requested.emit(FinishStep(target, "Aftalt"))
    page.panel.act_requested.emit(ChooseWay("t-effekt", 1))
    page.select("t-effekt")
    page.panel.finish_button.click()
    say_heard(page.panel.hearing)
    page.panel.finish_button.click()
    page.select(target)
    assert view_of(page).state.steps[target].round == 2
    page.panel.history.rounds.button.click()
    assert page.panel.findChild(Rounds) is not None
    assert view_of(page).procedure.step(target).checklist[0].text in texts(page)


def test_typing_without_a_pause_is_kept_all_the_same(page: RunPage, qtbot: QtBot) -> None:
    note = page.panel.note
    note.setFocus()
    stored = ""
    for _ in range(60):
        QTest.keyClicks(note, "a")
        qtbot.wait(100)
        stored = view_of(page).state.steps["modtag"].note
        if stored:
            break
    assert stored
    assert set(stored) == {"a"}


def test_a_note_of_another_window_comes_in_and_is_not_lost(
    page: RunPage, house: Furnishing, folder: Path, clock: Clock
) -> None:
    note = page.panel.note
    QTest.keyClicks(note, "Ringet til skolen")
    with open_workplace(folder, shipped=None, clock=clock, actor="kollega") as other:
        run_steps.write_note(
            other, run=page.run_id, step="modtag", text="Mor er ringet op", base=""
        )
    house.look_elsewhere()
    note.flush()
    assert view_of(page).state.steps["modtag"].note == "Mor er ringet op\nRinget til skolen"
    assert note.toPlainText() == "Mor er ringet op\nRinget til skolen"


def test_an_end_starts_the_next_procedure_with_what_is_known(page: RunPage) -> None:
    page.panel.act_requested.emit(ChooseWay("vurder-akut", 0))
    page.panel.act_requested.emit(FinishStep("vurder-akut"))
    assert page.panel.shown == "fortsaet-akut"
    page.panel.act_requested.emit(StartFollowing("akut-foreloebig-afgoerelse"))
    form = page.form
    assert form.isVisible()
    assert form.case_number.text() == "2026-04417"
    began = view_of(page).state.trigger
    first = page.run_id
    assert form.trigger.text == ""
    QTest.keyClick(form.case_number, Qt.Key.Key_Return)
    assert page.run_id == first
    assert form.trigger.wrong_text.startswith("Her mangler noget.")
    form.trigger.set_now()
    QTest.keyClick(form.case_number, Qt.Key.Key_Return)
    after = view_of(page).state
    assert after.run.procedure == "akut-foreloebig-afgoerelse"
    assert after.follows == first
    assert after.dates["underretning-modtaget"] == began
    assert [row.run.id for row in page.siblings] == [first]


def test_the_log_tells_what_was_taken_back_and_a_step_is_finished_by_one_key(
    page: RunPage, qtbot: QtBot
) -> None:
    page.panel.act_requested.emit(MarkItem("modtag", 0, Mark.DONE))
    page.undo_button.click()
    view = view_of(page)
    catalogue = page._desk.shelf.library.catalogue
    lines = [
        line
        for step, line in log_lines(view.events, view.procedure, catalogue, page._desk.now())
        if step == "modtag"
    ]
    assert [(line.text[:6], line.counts) for line in lines] == [("Udført", False)]

    press(Qt.Key.Key_Return)
    qtbot.wait_until(lambda: view_of(page).state.steps["modtag"].is_done)


def test_a_gate_that_waits_for_several_steps_fits_the_panel(
    house: Furnishing, clock: Clock
) -> None:
    begun: list[RunView] = []
    house.desk.do(
        lambda workplace: runs.start_run(
            workplace,
            procedure="boernefaglig-undersoegelse",
            case_number="2026-04418",
            trigger=clock.now,
        ),
        begun.append,
    )
    house.window.go("runs", begun[0])
    panel = house.runs.page.panel
    house.runs.page.select("stillingtagen")
    come_to_rest()
    assert len(begun[0].state.steps["stillingtagen"].gate_missing) > 1
    inner = panel.area.widget()
    assert inner is not None
    assert inner.minimumSizeHint().width() <= panel.area.viewport().width()


def test_a_case_number_without_room_ends_in_dots_and_its_tip_has_all_of_it(qtbot: QtBot) -> None:
    line, number = NumberLine(), "2026-04417-LANGT-SAGSNUMMER"
    qtbot.addWidget(line)
    line.show_number(number, may_set=True)
    line.resize(140, 40)
    line.show()
    line.grab()
    assert number in line.words.toolTip()
    line.resize(900, 40)
    line.grab()
    assert line.words.toolTip() == ""
