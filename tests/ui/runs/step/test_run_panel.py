"""The panel of a step in a run: what has the keyboard, what is stored, what stays where it is."""

from collections.abc import Callable
from functools import partial

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.model.deadlines.days import Calendar
from app.model.journal.journal_note import step_note
from app.model.library.catalogue import Catalogue, Library
from app.model.library.procedure import CheckItem, Gate, StepKind
from app.model.run.outlook import ways_ahead
from app.model.run.run import Mark, StepDone
from app.ui.base.keeping import Typed
from app.ui.keys.focus import note_input
from app.ui.keys.kept import stops_of
from app.ui.look.theme import ZOOM_STEPS, theme
from app.ui.runs.step.item_marking import MarkBox
from app.ui.runs.step.run_acts import ChooseWay, FinishStep, MarkItem, PanelAct, ReopenStep
from app.ui.runs.step.run_panel import RunPanel
from app.ui.runs.step.step_surroundings import Surroundings
from tests.model.log import HOUR, RUN, Log
from tests.model.make import procedure, step
from tests.ui.marking import ask_why_not
from tests.ui.rest import come_to_rest

TOGGLE = QAccessibleActionInterface.toggleAction()
FLOW = procedure(
    step(
        "modtag",
        "vurder",
        checklist=(CheckItem("Tid er noteret"), CheckItem("Sagen er oprettet", required=True)),
        law=("bl:5.1",),
    ),
    step(
        "vurder",
        "tal",
        "modtag",
        kind=StepKind.DECISION,
        checklist=(CheckItem("Alder indgår"),),
        gate=Gate(("tal",)),
    ),
    step("tal", "slut", guide="Læs her\n"),
    step(
        "plan",
        "slut",
        checklist=(
            CheckItem("Uge 1 er aftalt", advice=True),
            CheckItem("Slutdatoen er skrevet"),
            CheckItem("Barnet er med", required=True),
            CheckItem("Kagen er bagt", advice=True),
        ),
    ),
    step("slut", kind=StepKind.END),
)


class Case:
    """A run whose log the panel writes in, as the page lets it."""

    def __init__(self, window: QWidget, panel: RunPanel) -> None:
        self.window, self.panel = window, panel
        self.log = Log(FLOW)
        self.actor = "raadgiver"
        self.run = RUN.id
        panel.act_requested.connect(self.do)

    def show(self, at: str) -> None:
        state = self.log.state()
        state = replace(state, run=replace(state.run, id=self.run))
        one = FLOW.step(at)
        now, calendar = self.log.at, Calendar()
        events = tuple(self.log.events)
        outlook = (
            ways_ahead(state, FLOW, events, at, now=now, calendar=calendar)
            if one.is_decision
            else {}
        )
        around = Surroundings(Library(Catalogue()), calendar, now, self.actor, events, outlook)
        self.panel.show_run_step(FLOW, one, state, around)

    def change(self, happen: Callable[[], object]) -> None:
        happen()
        self.show(self.panel.shown)

    def do(self, act: PanelAct) -> None:
        match act:
            case MarkItem(step=at, item=int(item), mark=mark, reason=reason):
                self.change(partial(self.log.mark, at, item, mark, reason))
            case ChooseWay(step=at, way=way):
                self.change(partial(self.log.choose, at, way))
            case ReopenStep(step=at):
                self.change(partial(self.log.reopen, at))
            case FinishStep(step=at, reason=reason):
                self._on_finish(at, reason)

    def _on_finish(self, at: str, reason: str) -> None:
        self.log.add(StepDone(at, reason))
        self.show(at)
        self.show(FLOW.step(at).next[0].to)


def _begin_note(run: str, step: str, stored: str) -> Typed[str]:
    """Let a note be kept at once."""
    return Typed(stored, lambda value, base, kept, failed: kept(), (run, step))


@pytest.fixture
def case(qtbot: QtBot) -> Case:
    """A run at its first step, in a window with another field before the panel."""
    window = QWidget()
    row = QHBoxLayout(window)
    log = Log(FLOW)
    panel = RunPanel(lambda: log.at, _begin_note)
    row.addWidget(QLineEdit())
    row.addWidget(panel)
    window.resize(600, 700)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    found = Case(window, panel)
    found.show("modtag")
    return found


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, held)


def toggle(widget: QWidget, action: str = TOGGLE) -> None:
    """Do what a screen reader does."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    actions = interface.actionInterface()
    assert actions is not None
    actions.doAction(action)


def test_an_assistive_program_ticks_and_chooses_as_a_click_does(case: Case, qtbot: QtBot) -> None:
    box = case.panel.rows[0].box
    toggle(box)
    assert case.log.state().steps["modtag"].items[0].mark is Mark.DONE
    assert box.isChecked()
    toggle(box)
    assert case.log.state().steps["modtag"].items[0].mark is Mark.OPEN
    assert not box.isChecked()
    case.show("vurder")
    first, second = case.panel.choice.buttons
    toggle(second)
    assert case.log.state().steps["vurder"].way == 1
    assert (first.isChecked(), second.isChecked()) == (False, True)
    toggle(second)
    assert second.isChecked(), "a choice that is made stays made"
    toggle(first, QAccessibleActionInterface.pressAction())
    qtbot.wait_until(lambda: case.log.state().steps["vurder"].way == 0)
    assert (first.isChecked(), second.isChecked()) == (True, False)


def test_what_is_not_stored_is_not_shown(case: Case) -> None:
    case.panel.act_requested.disconnect(case.do)
    box = case.panel.rows[0].box
    for act in (partial(toggle, box), box.click, partial(QTest.keyClick, box, Qt.Key.Key_Space)):
        act()
        assert not box.isChecked()


@pytest.fixture(params=ZOOM_STEPS)
def _size(request: pytest.FixtureRequest, qapp: QApplication) -> None:
    """Each size of text."""
    theme().set_zoom(request.param)


@pytest.mark.usefixtures("_size")
def test_a_tick_moves_nothing_and_keeps_the_keyboard_at_any_size(case: Case) -> None:
    second, first = case.panel.rows  # what is required stands first
    come_to_rest()
    before = second.geometry()
    case.panel.focus_start()
    press(Qt.Key.Key_Space)
    come_to_rest()
    assert second.geometry() == before
    assert first.box.hasFocus()
    press(Qt.Key.Key_Down)
    assert second.box.hasFocus()


def test_a_box_wears_a_ring_only_for_who_works_by_key(case: Case) -> None:
    box = case.panel.rows[0].box
    plain = box.grab().toImage()
    box.setFocus()
    note_input(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier))
    assert box.grab().toImage() != plain
    note_input(QEvent(QEvent.Type.MouseButtonPress))
    assert box.grab().toImage() == plain


def test_the_keyboard_goes_on_with_the_work(case: Case) -> None:
    panel = case.panel
    panel.focus_start()
    assert panel.rows[1].box.hasFocus(), "what is required comes first"
    press(Qt.Key.Key_Space)
    panel.finish_button.setFocus()
    press(Qt.Key.Key_Space)
    assert panel.shown == "vurder"
    assert panel.choice.buttons[0].hasFocus(), "the first thing to do at the next step"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert panel.choice.buttons[1].hasFocus()
    case.show("modtag")
    assert panel.rows[0].box.hasFocus(), "the first point that is open"
    case.show("tal")
    assert panel.area.hasFocus(), "where there is nothing to do one reads"


def test_reopening_and_the_reason_at_a_gate_keep_the_keyboard_in_the_panel(case: Case) -> None:
    panel = case.panel
    case.log.mark("modtag", 0).mark("modtag", 1).done("modtag")
    case.show("modtag")
    panel._reopen.setFocus()
    press(Qt.Key.Key_Return)
    assert panel.area.hasFocus()
    case.log.choose("vurder", 0)
    case.show("vurder")
    panel.ask_for_gate_reason()
    assert panel.gate.ask.field.hasFocus()
    case.show("vurder")
    assert panel.gate.ask.field.hasFocus(), "what is asked stays asked"
    press(Qt.Key.Key_Escape)
    assert panel.gate._write.hasFocus()
    press(Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "Barnet er indlagt")
    press(Qt.Key.Key_Return)
    assert case.log.state().steps["vurder"].reason == "Barnet er indlagt"
    assert panel.isAncestorOf(focused())
    case.show("vurder")
    assert panel.gate.isHidden()


def test_a_reason_is_written_or_chosen_below_its_point(case: Case) -> None:
    row = case.panel.rows[1]
    case.panel.focus_item(1)
    ask_why_not(row.box)
    ask = row.ask
    assert ask is not None
    press(Qt.Key.Key_Return)
    assert "krav" in ask._wrong.text(), "what the law requires is not put aside without a reason"
    press(Qt.Key.Key_Down)
    assert ask.choices[0].hasFocus()
    case.show("modtag")
    assert ask.choices[0].hasFocus(), "what is asked stays asked"
    press(Qt.Key.Key_Return)
    item = case.log.state().steps["modtag"].items[1]
    assert (item.mark, item.reason) == (Mark.NOT_RELEVANT, "Gælder ikke i denne sag")
    assert row.box.hasFocus()
    press(Qt.Key.Key_Space)
    assert case.log.state().steps["modtag"].items[1].mark is Mark.OPEN
    ask_why_not(case.panel.rows[0].box)
    press(Qt.Key.Key_Return)
    item = case.log.state().steps["modtag"].items[0]
    assert (item.mark, item.reason) == (Mark.NOT_RELEVANT, ""), "no law asks for a reason here"


def test_what_is_to_be_done_comes_before_what_is_to_be_read(case: Case) -> None:
    panel = case.panel
    stops = stops_of(panel.area, panel.foot)
    places = [
        stops.index(part)
        for part in (
            panel.area,
            panel.rows[1].box,
            panel.rows[0].box,
            panel.note,
            panel._guide._text,
            panel._law._rows.shown[0].link,
            panel._print,
            panel.copy_button,
            panel.finish_button,
        )
    ]
    assert places == sorted(places)
    walked: list[QWidget] = [panel.area]
    panel.area.setFocus()
    while focused() is not panel.finish_button:
        press(Qt.Key.Key_Tab)
        walked.append(focused())
    stays = [stop for stop in stops if stop.focusProxy() is None and stop.isEnabled()]
    assert walked == [stop for stop in stays if stop.isVisible()]


def test_the_menu_of_a_point_says_why_nobody_else_can_have_seen_it(case: Case) -> None:
    box = case.panel.rows[0].box

    def seen() -> tuple[str, bool]:
        action = next(one for one in box.marks_menu().actions() if "Set efter" in one.text())
        return action.text(), action.isEnabled()

    assert seen() == ("Set efter af en anden: først når det er udført", False)
    box.click()
    assert seen() == ("Set efter af en anden: du har selv gjort det", False)
    case.actor = "leder"
    case.show("modtag")
    assert seen() == ("Set efter af en anden", True)


def test_a_requirement_that_is_missing_is_told_of_a_finished_step_too(case: Case) -> None:
    def told() -> bool:
        labels = case.panel.findChildren(QLabel)
        return any("krav er ikke markeret" in one.text() and one.isVisible() for one in labels)

    def chip(words: str) -> bool:
        return any(one.text() == words for one in case.panel.findChildren(QLabel))

    case.log.done("modtag")
    case.show("modtag")
    assert told()
    assert chip("Udført, 1 krav ikke markeret")
    case.log.mark("modtag", 1)
    case.show("modtag")
    assert not told()
    assert chip("Udført")


def seen_points(panel: RunPanel) -> list[str]:
    boxes = [box for box in panel.findChildren(MarkBox) if box.isVisible()]
    boxes.sort(key=lambda box: box.mapTo(panel, box.rect().topLeft()).y())
    return [box.accessibleName().partition(",")[0] for box in boxes]


def test_what_the_law_requires_comes_first_and_advice_is_folded_away(case: Case) -> None:
    case.show("plan")
    panel = case.panel
    asked = ["Barnet er med", "Slutdatoen er skrevet"]
    assert seen_points(panel) == asked
    fold = next(b for b in panel.findChildren(QPushButton) if b.text() == "Vis 2 anbefalinger")
    QTest.mouseClick(fold, Qt.MouseButton.LeftButton)
    come_to_rest()
    assert seen_points(panel) == [*asked, "Uge 1 er aftalt", "Kagen er bagt"]
    cake = case.panel.rows[3].box
    cake.setFocus()
    press(Qt.Key.Key_Space)
    assert case.log.state().steps["plan"].items[3].mark is Mark.DONE, "the point that was meant"
    case.show("tal")
    case.show("plan")
    assert "Uge 1 er aftalt" in seen_points(panel), "it is remembered"
    fold.setFocus()
    press(Qt.Key.Key_Space)
    come_to_rest()
    assert fold.text() == "Vis 1 anbefaling"
    assert fold.hasFocus()
    assert seen_points(panel) == [*asked, "Kagen er bagt"], "what is ticked is never hidden"
    case.log.mark("plan", 3, Mark.OPEN)
    case.show("plan")
    come_to_rest()
    assert "Kagen er bagt" in seen_points(panel), "it does not vanish under the hand"


def test_advice_that_is_gone_to_is_unfolded(case: Case) -> None:
    case.show("plan")
    case.panel.focus_item(0)
    assert case.panel.rows[0].box.hasFocus()
    assert case.panel.rows[0].box.accessibleName().startswith("Uge 1 er aftalt")


def test_an_old_mark_on_ones_own_work_is_not_shown_as_anothers(case: Case) -> None:
    case.log.mark("modtag", 0, Mark.VERIFIED)
    case.show("modtag")
    assert case.panel.rows[0].box.accessibleName() == "Tid er noteret, Udført"
    assert case.panel.rows[0].box.accessibleDescription().startswith("Udført af raadgiver")
    case.log.mark("modtag", 0).by("leder").mark("modtag", 0, Mark.VERIFIED)
    case.show("modtag")
    assert case.panel.rows[0].box.accessibleName() == "Tid er noteret, Set efter"
    said = case.panel.rows[0].box.accessibleDescription()
    assert said.startswith("Set efter af leder")
    assert "udført af raadgiver" in said, "who did it is not forgotten"


def test_a_closed_run_can_be_read_and_not_ticked(case: Case) -> None:
    case.panel.focus_start()
    case.change(lambda: case.log.close("Flyttet"))
    box = case.panel.rows[0].box
    assert not box.isEnabled()
    toggle(box)
    assert case.log.state().steps["modtag"].items[0].mark is Mark.OPEN
    assert case.panel.note.hasFocus(), "what comes next can be read"


def test_a_step_in_a_later_round_says_so(case: Case) -> None:
    assert case.panel._heading._round.isHidden()
    case.change(lambda: case.log.done("modtag").decide("vurder", 1))
    assert case.panel._heading._round.isVisible()
    assert case.panel._heading._round.text == "2. runde"


def test_copied_is_said_of_the_note_in_view_alone(case: Case) -> None:
    button = case.panel.copy_button
    button.click()
    assert button.text() == "Kopieret"
    case.show("modtag")
    assert button.text() == "Kopieret", "it is the same note"
    case.show("vurder")
    assert button.text() == "Kopiér til journal"
    button.click()
    case.run = "another"
    case.show("vurder")
    assert button.text() == "Kopiér til journal", "another run is in view"
    button.click()
    case.change(lambda: case.log.mark("vurder", 0))
    assert button.text() == "Kopiér til journal", "another text was copied"


def test_the_note_takes_the_keys_of_undo_only_where_something_is_typed(case: Case) -> None:
    note, held = case.panel.note, Qt.KeyboardModifier.ControlModifier
    note.setFocus()

    def takes(key: Qt.Key) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
        event.ignore()
        QApplication.sendEvent(note, event)
        return event.isAccepted()

    assert not takes(Qt.Key.Key_Z)
    QTest.keyClicks(note, "Ringet")
    assert takes(Qt.Key.Key_Z)
    case.show("vurder")
    assert not takes(Qt.Key.Key_Z)


@pytest.mark.usefixtures("_size")
def test_the_note_is_as_tall_as_what_is_written_at_any_size(case: Case) -> None:
    note = case.panel.note
    come_to_rest()
    before, room = note.height(), note.viewport().geometry()
    note.setFocus()
    assert note.viewport().geometry() == room, "the ring of the keyboard moves no word"
    for _ in range(12):
        press(Qt.Key.Key_Return)
    assert note.height() > before
    assert note.verticalScrollBar().maximum() == 0


def test_the_note_of_the_journal_is_the_one_that_is_copied(case: Case) -> None:
    case.log.at += HOUR
    case.show("modtag")
    expected = step_note(FLOW, case.log.state(), "modtag", Catalogue())
    assert case.panel.journal.note == expected
