"""Where one writes, one stays: nothing that changes in the editor throws the keyboard elsewhere."""

from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.model.edits.kinds import set_kind
from app.model.edits.step_fields import set_step_law
from app.model.errors import Told
from app.model.library.card import ActionCard, CardItem, CardSection
from app.model.library.procedure import StepKind
from app.model.library.tool import FieldKind, Tool, ToolField
from app.ui.base.desk import Desk
from app.ui.editor.drafts.edit import Edit
from app.ui.editor.drafts.editor_session import EditorSession
from app.ui.editor.form.chosen_form_field import ChosenField
from app.ui.editor.form.fields.writing_fields import LineBox
from app.ui.editor.form.procedure_form_fields import LanesField
from app.ui.editor.form.step_form_fields import ChecklistField, DeadlineField, GateField, WaysField
from app.ui.editor.procedure_page import ProcedurePage
from app.ui.editor.sheets.card_page import CardPage
from app.ui.editor.sheets.card_sections import SectionsField
from app.ui.editor.sheets.tool_fields import FieldsField
from app.ui.editor.sheets.tool_page import EditedToolPage
from app.ui.keys.kept import stops_in

D = TypeVar("D", ActionCard, Tool)
Key = Qt.Key
Mod = Qt.KeyboardModifier
CTRL, ALT, SHIFT = Mod.ControlModifier, Mod.AltModifier, Mod.ShiftModifier


def focus() -> QWidget:
    """Return what has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the keyboard"
    return found


def press(*keys: Qt.Key, held: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    """Press keys, one after the other, wherever the keyboard is."""
    for key in keys:
        QTest.keyClick(focus(), key, held)
        QApplication.sendPostedEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def write(words: str) -> None:
    QTest.keyClicks(focus(), words)


def gone_round(start: QWidget) -> list[QWidget]:
    """Walk with Tab until it comes back to where it began, and the same way back.

    Some tools are there only while their line has the keyboard; one meets them on the way there.
    """
    start.setFocus()
    ways = []
    for key in (Key.Key_Tab, Key.Key_Backtab):
        seen = [focus()]
        press(key)
        while focus() is not seen[0]:
            assert focus() not in seen, f"it never comes back from {focus().accessibleName()}"
            seen.append(focus())
            press(key)
        ways.append(seen)
    there, back = ways
    assert [there[0], *(stop for stop in reversed(there[1:]) if stop in back)] == back
    return there


def name() -> str:
    """Return what the one with the keyboard is called."""
    return focus().accessibleName().replace("\xa0", " ")


@pytest.fixture
def checklist(page: ProcedurePage) -> ChecklistField:
    found = page.panel.steps.field("checklist")
    assert isinstance(found, ChecklistField)
    return found


F = TypeVar("F", WaysField, LanesField, ChosenField, GateField, DeadlineField)


def field_of(page: ProcedurePage, key: str, kind: type[F]) -> F:
    found = page.panel.form.field(key)
    assert isinstance(found, kind)
    return found


def test_points_are_begun_written_moved_and_deleted_by_keys(
    page: ProcedurePage, checklist: ChecklistField
) -> None:
    def points() -> list[str]:
        return [item.text for item in page.session.document.step("modtag").checklist]

    checklist.widget.setFocus()
    press(Key.Key_Space)
    write("Kaldet er noteret")
    assert name() == "Punkt 3"
    press(Key.Key_Up, held=ALT)
    assert (name(), points()[1]) == ("Punkt 2", "Kaldet er noteret")
    press(Key.Key_Return)
    assert name() == "Punkt 3"
    press(Key.Key_Backspace)
    assert name() == "Punkt 2"
    press(Key.Key_A, held=CTRL)
    press(Key.Key_Delete)
    press(Key.Key_Backspace)
    assert (name(), points()) == ("Punkt 1", ["Tidspunktet er skrevet", "Barnet er set"])
    for _ in range(2):
        press(Key.Key_A, held=CTRL)
        press(Key.Key_Delete)
        press(Key.Key_Backspace)
    assert points() == []
    assert focus() is checklist.box.add


def test_undo_leaves_the_cursor_in_the_list(page: ProcedurePage, checklist: ChecklistField) -> None:
    checklist.widget.setFocus()
    press(Key.Key_Space)
    write("Et nyt punkt")
    press(Key.Key_Z, held=CTRL)
    assert name() == "Punkt 2"


def test_undo_has_the_keyboard_where_it_was_undone(page: ProcedurePage) -> None:
    page.go_to("modtag", ("title",))
    write(" straks")
    page.go_to("", ("summary",))
    write("Kort")
    press(Key.Key_Z, held=CTRL)
    assert name() == "Kort", "it stays in the form of the procedure"
    press(Key.Key_Z, held=CTRL)
    assert name() == "Titel"
    assert page.panel.form is page.panel.steps
    press(Key.Key_Y, held=CTRL)
    press(Key.Key_Y, held=CTRL)
    assert name() == "Kort"
    assert page.panel.form is page.panel.whole


def test_a_long_line_is_read_from_its_beginning_when_it_is_left(page: ProcedurePage) -> None:
    page.go_to("modtag", ("title",))
    line = focus()
    assert isinstance(line, LineBox)
    write(" og læs den to gange, før der svares, når den er lang")
    assert line.cursorPosition() > 0
    press(Key.Key_Tab)
    assert line.cursorPosition() == 0


def test_a_line_that_was_begun_waits_while_another_window_is_in_front(
    page: ProcedurePage, checklist: ChecklistField, qtbot: QtBot
) -> None:
    checklist.widget.setFocus()
    press(Key.Key_Space)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    QTest.qWaitForWindowActive(other)
    page.window().activateWindow()
    QTest.qWaitForWindowActive(page.window())
    assert name() == "Punkt 3"


def test_tab_goes_from_line_to_line_as_they_stand(
    page: ProcedurePage, checklist: ChecklistField
) -> None:
    checklist.box.focus_line(0)
    press(Key.Key_Return)
    write("Midt imellem")
    checklist.box.focus_line(0)
    QApplication.sendPostedEvents()
    seen: list[str] = []
    while not seen or focus() is not checklist.box.add:
        press(Key.Key_Tab)
        seen.append(name())
        assert len(seen) < 20, seen
    places = [one for one in seen if one.startswith("Punkt ")]
    assert places == ["Punkt 2", "Punkt 3"]


def test_ways_are_added_deleted_and_moved_by_keys(page: ProcedurePage) -> None:
    page.select("afgoer")
    ways = field_of(page, "next", WaysField)
    ways.widget.setFocus()
    press(Key.Key_Space)
    press(Key.Key_Down, Key.Key_Return)
    lines = ways.box.lines
    assert len(lines) == 3
    assert focus() is lines[2].condition
    write("Måske")
    press(Key.Key_Up, held=ALT)
    assert focus() is lines[1].condition
    press(Key.Key_Tab, Key.Key_Tab)
    assert name().startswith("Nyt trin på vejen til ")
    press(Key.Key_Tab)
    assert name().startswith("Slet vejen til ")
    press(Key.Key_Space)
    assert focus() in lines[1].children()
    press(Key.Key_Space)
    assert focus() is ways.box.lines[0].condition


def test_roles_are_moved_and_deleted_by_keys(page: ProcedurePage) -> None:
    page.show_whole()
    lanes = field_of(page, "roles", LanesField)
    lanes.widget.setFocus()
    press(Key.Key_Space)
    press(Key.Key_Return)
    assert page.session.document.roles[-1] == "leder"
    lanes.line("leder").setFocus()
    press(Key.Key_Up, held=ALT)
    assert (name(), page.session.document.roles[-1]) == ("Leder", "raadgiver")
    press(Key.Key_Delete)
    assert name() == "Rådgiver"
    press(Key.Key_Z, held=CTRL)
    assert name() == "Rådgiver"


def test_what_is_chosen_is_added_moved_and_taken_away_by_keys(page: ProcedurePage) -> None:
    law = field_of(page, "law", ChosenField)
    law.widget.setFocus()
    for words in ("18 stk 3", "5 stk 3"):
        press(Key.Key_Space)
        write(words)
        press(Key.Key_Return)
        assert focus() is law.box.add
    press(Key.Key_Backtab)
    assert name() == "§ 5, stk. 3"
    press(Key.Key_Left, held=ALT | SHIFT)
    assert name() == "§ 5, stk. 3"
    press(Key.Key_Delete)
    assert name() == "§ 18, stk. 3"
    press(Key.Key_Delete)
    assert name() == "§ 136"
    press(Key.Key_Delete)
    assert focus() is law.box.add


def test_a_gate_and_its_law_are_set_and_taken_away_by_keys(page: ProcedurePage) -> None:
    page.select("afgoer")
    gate = field_of(page, "gate", GateField)
    gate.widget.setFocus()
    press(Key.Key_Space, Key.Key_Return)
    assert focus() is gate.box.add
    press(Key.Key_Tab, Key.Key_Space)
    write("5 stk 3")
    press(Key.Key_Return)
    assert name() == "§ 5, stk. 3"
    press(Key.Key_Delete)
    assert focus() is gate.law.add
    press(Key.Key_Space)
    write("5 stk 3")
    press(Key.Key_Return)
    press(Key.Key_Backtab, Key.Key_Backtab, Key.Key_Delete)
    assert page.session.document.step("afgoer").gate is None
    assert focus() is gate.box.add


def test_deadlines_are_set_and_taken_away_by_keys(page: ProcedurePage) -> None:
    deadline = field_of(page, "deadline", DeadlineField)
    box = deadline.box
    box.add.setFocus()
    press(Key.Key_Space)
    assert focus() is box.parts[0].amount
    box.more.setFocus()
    press(Key.Key_Space)
    assert focus() is box.parts[1].amount
    press(Key.Key_Tab, Key.Key_Tab)
    assert name() == "Fjern denne frist"
    press(Key.Key_Space)
    assert focus() is box.parts[0].amount
    press(Key.Key_Z, held=CTRL)
    press(Key.Key_Y, held=CTRL)
    assert focus() is box.parts[0].amount
    box.away.setFocus()
    press(Key.Key_Space)
    assert focus() is box.add


def test_tab_goes_round_a_step_that_has_a_deadline_and_a_gate(page: ProcedurePage) -> None:
    deadline, gate = field_of(page, "deadline", DeadlineField), field_of(page, "gate", GateField)
    deadline.box.add.setFocus()
    press(Key.Key_Space)
    gate.box.add.setFocus()
    press(Key.Key_Space, Key.Key_Return, Key.Key_Tab, Key.Key_Space)
    write("5 stk 3")
    press(Key.Key_Return)
    seen = gone_round(page.flow.view)
    assert {deadline.box.more, deadline.box.away, gate.box.add} <= {*seen}


def test_tab_goes_round_every_kind_of_step_and_the_procedure_and_back_the_same_way(
    page: ProcedurePage,
) -> None:
    page.select("afgoer")
    for kind in StepKind:
        page.session.edit(Edit("set_kind", partial(set_kind, step_id="afgoer", kind=kind)))
        stops = stops_in(page.panel)
        assert [stop for stop in gone_round(page.flow.view) if stop in stops] == stops, kind
    page.select("tal")
    page.select("modtag")
    gone_round(page.flow.view)
    page.show_whole()
    stops = stops_in(page.panel)
    assert [stop for stop in gone_round(page.flow.view) if stop in stops] == stops


def test_a_step_is_made_moved_and_deleted_in_the_flow(page: ProcedurePage) -> None:
    press(Key.Key_Return)
    write("Ring op")
    press(Key.Key_Return)
    assert focus() is page.flow.view
    press(Key.Key_Down, held=ALT)
    press(Key.Key_Right, held=ALT | SHIFT)
    assert focus() is page.flow.view
    press(Key.Key_Delete)
    assert focus() is page.flow.view
    press(Key.Key_Z, Key.Key_Z, Key.Key_Y, held=CTRL)
    assert focus() is page.flow.view


def test_undo_of_another_step_from_a_field_stays_in_the_form(page: ProcedurePage) -> None:
    page.select("afgoer")
    page.panel.focus_path(("deadline",))
    press(Key.Key_Space)
    page.select("slut")
    page.panel.focus_path(("continue_in",))
    press(Key.Key_Z, held=CTRL)
    assert page.selected == "afgoer"
    assert page.panel.isAncestorOf(focus())


def test_a_finding_that_is_mended_leaves_the_keyboard_to_the_next_and_then_to_the_flow(
    page: ProcedurePage,
) -> None:
    refs = ("bl:136", "bl:901", "bl:902")
    page.session.edit(Edit("set_step_law", lambda one: set_step_law(one, "modtag", refs)))
    page.checking.check_now()
    page.findings.rows[0].mend.setFocus()
    press(Key.Key_Space)
    page.checking.check_now()
    assert focus() is page.findings.rows[0]
    press(Key.Key_Tab, Key.Key_Space)
    page.checking.check_now()
    assert page.session.document.step("modtag").law == ("bl:136",)
    assert focus() is page.flow.view


def made(qtbot: QtBot, page: QWidget) -> None:
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.activateWindow()
    QTest.qWaitForWindowActive(page)


def kept(desk: Desk, document: D) -> EditorSession[D]:
    def keep(_: D, done: Callable[[], None], failed: Callable[[Told], bool]) -> None:
        done()

    return EditorSession(document, keep, desk, monotonic)


def test_sections_of_a_card_are_added_moved_and_deleted_by_keys(qtbot: QtBot, desk: Desk) -> None:
    sections = (CardSection("Før", (CardItem("Et"),)), CardSection("Under", (CardItem("To"),)))
    card = ActionCard("kort", "Kort", "Mål", "stoette", "nu", ("leder",), sections)
    page = CardPage(desk, kept(desk, card), 1)
    made(qtbot, page)
    assert {*gone_round(stops_in(page)[0])} >= {*stops_in(page)}
    found = page.form.field("sections")
    assert isinstance(found, SectionsField)
    found.add.setFocus()
    press(Key.Key_Space)
    write("Efter")
    assert focus() is found.boxes[2].title
    press(Key.Key_Tab)
    assert name() == "Flyt afsnittet op"
    press(Key.Key_Space)
    assert name() == "Flyt afsnittet op"
    press(Key.Key_Space)
    assert focus() is found.boxes[0].title
    assert [one.title for one in page.session.document.sections] == ["Efter", "Før", "Under"]
    press(Key.Key_Tab, Key.Key_Tab)
    assert name() == "Slet afsnittet"
    press(Key.Key_Space)
    assert focus() is found.boxes[0].title
    assert found.boxes[0].title.text() == "Før"


def test_fields_of_a_tool_are_added_moved_and_deleted_by_keys(qtbot: QtBot, desk: Desk) -> None:
    fields = (ToolField("et", "Et"), ToolField("to", "To", FieldKind.CHOICE, options=("Ja",)))
    tool = Tool("skema", "Skema", "stoette", "Til", "{{et}}\n\n{{to}}", fields)
    page = EditedToolPage(desk, kept(desk, tool), 1)
    made(qtbot, page)
    assert {*gone_round(stops_in(page)[0])} >= {*stops_in(page)}
    found = page.form.field("fields")
    assert isinstance(found, FieldsField)
    found.add.setFocus()
    press(Key.Key_Space, Key.Key_Return)
    write("Tre")
    assert focus() is found.boxes[2].label
    press(Key.Key_Up, held=ALT)
    assert focus() is found.boxes[1].label
    press(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    assert name() == "Slet feltet Tre"
    press(Key.Key_Space)
    assert focus() is found.boxes[1].label
    assert found.boxes[1].label.text == "To"
