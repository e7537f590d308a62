"""The form of a step and of the procedure: what is written is an edit, and undone as one."""

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionComboBox, QWidget

from app.model.edits.kinds import set_talk
from app.model.edits.step_fields import set_deadline
from app.model.ids import TRIGGER
from app.model.library.procedure import (
    Checked,
    Deadline,
    Gate,
    StepKind,
    Tag,
    Talk,
    Transition,
)
from app.ui.editor.drafts.edit import doing
from app.ui.editor.form.chosen_form_field import ChosenField
from app.ui.editor.form.fields.ways_field import Picker
from app.ui.editor.form.form_spec import BaseField
from app.ui.editor.form.procedure_form_fields import (
    CheckedField,
    LanesField,
    ThemeField,
    TriggerField,
)
from app.ui.editor.form.step_form_fields import (
    ChecklistField,
    DeadlineField,
    GateField,
    KindField,
    RoleField,
    WaysField,
)
from app.ui.editor.form.text_form_fields import (
    HeadingsField,
    LineField,
    LongLineField,
    MarkdownField,
)
from app.ui.editor.procedure_page import ProcedurePage
from tests.ui.editor.conftest import CHECKED, NOW, open_finder, procedure

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, ALT, SHIFT = Mod.ControlModifier, Mod.AltModifier, Mod.ShiftModifier


def field(page: ProcedurePage, key: str) -> BaseField[Any, Any]:
    found = page.panel.form.field(key)
    assert found is not None
    return found


def checklist(page: ProcedurePage) -> ChecklistField:
    found = field(page, "checklist")
    assert isinstance(found, ChecklistField)
    return found


def chip(found: ChosenField, number: int) -> QWidget:
    item = found.box._row.itemAt(number)
    widget = item.widget() if item else None
    assert widget is not None
    return widget


def roles(page: ProcedurePage) -> tuple[str, ...]:
    return page.session.document.roles


def texts(page: ProcedurePage) -> list[str]:
    return [item.text for item in page.session.document.step("modtag").checklist]


@pytest.fixture(autouse=True)
def _first_step(page: ProcedurePage) -> None:
    page.select("modtag")


# Texts


def test_a_title_is_written_letter_by_letter_and_undone_at_once(page: ProcedurePage) -> None:
    title = field(page, "title")
    assert isinstance(title, LineField)
    title.line.setFocus()
    title.line.selectAll()
    QTest.keyClicks(title.line, "Ring til skolen nu")
    assert page.session.document.step("modtag").title == "Ring til skolen nu"
    QTest.keyClick(title.line, Key.Key_Z, CTRL)
    assert page.session.document == procedure()
    assert title.line.text() == "Modtag henvendelsen"


def test_what_is_chosen_in_a_title_is_let_go_with_the_keyboard(page: ProcedurePage) -> None:
    title = field(page, "title")
    assert isinstance(title, LineField)
    title.line.setFocus()
    title.line.selectAll()
    QTest.keyClick(title.line, Key.Key_Tab)
    assert not title.line.hasFocus()
    assert not title.line.hasSelectedText()


def test_an_empty_title_is_said_to_be_wrong_and_the_old_one_comes_back(
    page: ProcedurePage,
) -> None:
    title = field(page, "title")
    assert isinstance(title, LineField)
    title.line.setFocus()
    title.line.selectAll()
    QTest.keyClick(title.line, Key.Key_Delete)
    assert title.note.isVisible()
    assert page.session.document == procedure()
    title.line.clearFocus()
    assert title.line.text() == "Modtag henvendelsen"
    assert not title.note.isVisible()


def test_what_looks_like_a_cpr_number_is_not_kept(page: ProcedurePage) -> None:
    title = field(page, "title")
    assert isinstance(title, LineField)
    title.line.setFocus()
    title.line.selectAll()
    QTest.keyClicks(title.line, "Ring til 010120-1234")
    assert "010120-1234" not in page.session.document.step("modtag").title
    assert "cpr" in title.note.text()


def test_guidance_goes_on_with_its_list(page: ProcedurePage) -> None:
    guide = field(page, "guide")
    assert isinstance(guide, MarkdownField)
    text = guide.box.text
    text.setFocus()
    QTest.keyClicks(text, "1. Ring")
    QTest.keyClick(text, Key.Key_Return)
    QTest.keyClicks(text, "Skriv")
    QTest.keyClick(text, Key.Key_Return)
    QTest.keyClick(text, Key.Key_Return)
    QTest.keyClicks(text, "Slut")
    assert page.session.document.step("modtag").guide == "1. Ring\n2. Skriv\nSlut\n"


def test_a_point_put_between_counts_the_others_on(page: ProcedurePage) -> None:
    guide = field(page, "guide")
    assert isinstance(guide, MarkdownField)
    text = guide.box.text
    text.setFocus()
    text.show_text("1. En\n2. To")
    cursor = text.textCursor()
    cursor.setPosition(5)
    text.setTextCursor(cursor)
    QTest.keyClick(text, Key.Key_Return)
    QTest.keyClicks(text, "Ny")
    assert text.text == "1. En\n2. Ny\n3. To"


def test_the_toolbar_makes_bold_lists_and_plain_again(page: ProcedurePage) -> None:
    guide = field(page, "guide")
    assert isinstance(guide, MarkdownField)
    text = guide.box.text
    text.setFocus()
    QTest.keyClicks(text, "Husk dette")
    text.selectAll()
    text.make_bold()
    assert text.text == "**Husk dette**"
    text.selectAll()
    text.make_bold()
    text.make_list()
    assert text.text == "- Husk dette"
    text.make_numbers()
    assert text.text == "1. Husk dette"
    text.make_numbers()
    assert text.text == "Husk dette"


def test_a_link_leaves_the_cursor_in_its_address(page: ProcedurePage) -> None:
    guide = field(page, "guide")
    assert isinstance(guide, MarkdownField)
    text = guide.box.text
    QTest.keyClicks(text, "loven")
    text.selectAll()
    text.make_link()
    QTest.keyClicks(text, "retsinformation.dk")
    assert text.text == "[loven](https://retsinformation.dk)"


def test_a_paste_from_word_comes_in_clean(page: ProcedurePage) -> None:
    guide = field(page, "guide")
    assert isinstance(guide, MarkdownField)
    data = QMimeData()
    data.setHtml("<p class=MsoNormal style='color:red'>Læs <b>akten</b><o:p></o:p></p>")
    guide.box.text.insertFromMimeData(data)
    assert page.session.document.step("modtag").guide == "Læs **akten**\n"


def test_marks_of_markdown_are_hidden_where_one_does_not_write(page: ProcedurePage) -> None:
    guide = field(page, "guide")
    assert isinstance(guide, MarkdownField)
    text = guide.box.text
    text.show_text("Læs **akten** nu\nSå ring")
    page.flow.view.setFocus()
    hidden = text.document().firstBlock().layout().formats()
    assert any(one.format.fontPointSize() == 1.0 for one in hidden)
    text.setFocus()
    text.moveCursor(QTextCursor.MoveOperation.Start)
    shown = text.document().firstBlock().layout().formats()
    assert not any(one.format.fontPointSize() == 1.0 for one in shown)


# Kind, role, ways


def test_a_step_turned_into_a_decision_lacks_its_conditions(page: ProcedurePage) -> None:
    kind = field(page, "kind")
    assert isinstance(kind, KindField)
    kind.picker.setCurrentIndex(kind.picker.findData(StepKind.DECISION.value))
    kind.picker.activated.emit(kind.picker.currentIndex())
    step = page.session.document.step("modtag")
    assert step.is_decision
    assert [way.when for way in step.next] == ["", ""]
    ways = field(page, "next")
    assert isinstance(ways, WaysField)
    assert [bool(line.condition.property("missing")) for line in ways.box.lines] == [True, True]


def test_a_role_without_a_lane_gets_one(page: ProcedurePage) -> None:
    role = field(page, "role")
    assert isinstance(role, RoleField)
    role.picker.setCurrentIndex(role.picker.findData("leder"))
    role.picker.activated.emit(role.picker.currentIndex())
    assert roles(page) == ("barnet", "modtagelse", "raadgiver", "leder")


def test_a_condition_is_written_and_a_way_led_elsewhere(page: ProcedurePage) -> None:
    page.select("afgoer")
    ways = field(page, "next")
    assert isinstance(ways, WaysField)
    line = ways.box.lines[0]
    line.condition.setFocus()
    line.condition.selectAll()
    QTest.keyClicks(line.condition, "Ja, nu")
    line.target.setCurrentIndex(line.target.findData("modtag"))
    line.target.activated.emit(line.target.currentIndex())
    # The help could not be come to any more, so the way stays where it led.
    assert page.session.document.step("afgoer").next[0] == Transition("hjaelp", "Ja, nu")
    assert line.target.picked == "hjaelp"
    assert ways.note.isVisible()


def test_ways_change_places_by_key(page: ProcedurePage) -> None:
    page.select("afgoer")
    ways = field(page, "next")
    assert isinstance(ways, WaysField)
    QTest.keyClick(ways.box.lines[0].condition, Key.Key_Down, ALT)
    assert [way.when for way in page.session.document.step("afgoer").next] == ["Nej", "Ja"]


# Checklist


def test_enter_adds_points_one_after_the_other(page: ProcedurePage) -> None:
    box = checklist(page).box
    box.add.click()
    QTest.keyClicks(box.lines[2].text, "Skolen er ringet op")
    QTest.keyClick(box.lines[2].text, Key.Key_Return)
    QTest.keyClicks(box.lines[3].text, "Svar er skrevet")
    QTest.keyClick(box.lines[3].text, Key.Key_Return)
    QTest.keyClick(box.lines[4].text, Key.Key_Return)
    assert texts(page)[2:] == ["Skolen er ringet op", "Svar er skrevet"]
    assert len(box.lines) == 4
    page.undo()
    assert texts(page)[2:] == ["Skolen er ringet op"]


def test_backspace_in_an_empty_point_takes_it_away(page: ProcedurePage) -> None:
    box = checklist(page).box
    line = box.lines[1]
    line.text.setFocus()
    line.text.selectAll()
    QTest.keyClick(line.text, Key.Key_Delete)
    assert len(texts(page)) == 2  # an empty point is not kept, the old one stays
    QTest.keyClick(line.text, Key.Key_Backspace)
    assert texts(page) == ["Tidspunktet er skrevet"]


def test_points_change_places_by_key_and_by_mouse(page: ProcedurePage) -> None:
    box = checklist(page).box
    QTest.keyClick(box.lines[0].text, Key.Key_Down, ALT)
    assert texts(page) == ["Barnet er set", "Tidspunktet er skrevet"]
    assert box.lines[1].text.hasFocus()
    grip, below = box.lines[0].grip, box.lines[1]
    end = grip.mapFromGlobal(below.mapToGlobal(QPoint(4, below.height() + 4)))
    QTest.mousePress(grip, Qt.MouseButton.LeftButton)
    QTest.mouseMove(grip, end)
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=end)
    assert texts(page) == ["Tidspunktet er skrevet", "Barnet er set"]


def test_a_point_is_required_and_tagged(page: ProcedurePage) -> None:
    line = checklist(page).box.lines[1]
    line.required.click()
    menu = line.tags_menu()
    next(one for one in menu.actions() if one.text() == "Barnets stemme").trigger()
    item = page.session.document.step("modtag").checklist[1]
    assert item.required
    assert item.tags == (Tag.CHILD_VOICE,)
    menu = line.tags_menu()
    next(one for one in menu.actions() if one.text() == "Vores egen anbefaling").trigger()
    item = page.session.document.step("modtag").checklist[1]
    assert item.advice
    assert not item.required, "our own advice is not the law's"
    line.required.click()
    item = page.session.document.step("modtag").checklist[1]
    assert (item.required, item.advice) == (True, False)


def test_lines_pasted_become_points_of_their_own(page: ProcedurePage) -> None:
    box = checklist(page).box
    data = QMimeData()
    data.setText("- Skolen er ringet op\n\n2. Svar er **skrevet**\n")
    box.lines[0].text.insertFromMimeData(data)
    assert texts(page) == [
        "Tidspunktet er skrevet",
        "Skolen er ringet op",
        "Svar er skrevet",
        "Barnet er set",
    ]


def test_a_point_that_was_begun_belongs_to_its_step_alone(page: ProcedurePage) -> None:
    box = checklist(page).box
    box.add.click()
    page.select("hjaelp")
    assert [line.text.text for line in checklist(page).box.lines] == []
    page.select("modtag")
    assert len(checklist(page).box.lines) == 2


def test_headings_of_the_journal_are_lines(page: ProcedurePage) -> None:
    headings = field(page, "document")
    assert isinstance(headings, HeadingsField)
    headings.box.add.click()
    QTest.keyClicks(headings.box.lines[2].text, "Søskende")
    document = page.session.document.step("modtag").document
    assert document == "## Hvad der er sagt\n## Hvem\n## Søskende\n"


# Deadline


def test_a_deadline_is_built_by_choosing_and_said_in_words(page: ProcedurePage) -> None:
    deadline = field(page, "deadline")
    assert isinstance(deadline, DeadlineField)
    deadline.box.add.setFocus()
    deadline.box.add.click()
    part = deadline.box.parts[0]
    assert part.amount.hasFocus()
    QTest.keyClicks(part.amount, "6")
    part.unit.setCurrentIndex(part.unit.findData("weekdays"))
    part.unit.activated.emit(part.unit.currentIndex())
    QTest.keyClicks(part.reason, "Aftalt her i kommunen")
    assert page.session.document.step("modtag").deadline == Deadline(
        within="6 weekdays", after=TRIGGER, reason="Aftalt her i kommunen"
    )
    words = deadline.box.words.replace("\u00a0", " ")
    assert "Foreslået senest 6 hverdage efter, at henvendelsen er modtaget" in words
    assert "mandag 23.11.2026" in words
    assert "mandag 30.11.2026" in words

    meaning = deadline.box.meaning
    pick(meaning.meaning, "family")
    assert "Familiens frist: senest 6 hverdage" in deadline.box.words.replace("\u00a0", " ")
    pick(meaning.meaning, "ends")
    deadline.box.more.click()
    pick(meaning.rule, "applies")
    meaning.once_chosen.click()
    several = page.session.document.step("modtag").deadline
    assert several
    assert (several.ends, several.once_chosen, len(several.one_of)) == (True, True, 2)
    deadline.box.parts[1].removed.emit()
    only = page.session.document.step("modtag").deadline
    assert only == Deadline(
        within="6 weekdays",
        after=TRIGGER,
        reason="Aftalt her i kommunen",
        ends=True,
        once_chosen=True,
    )


def test_a_deadline_on_the_same_day_shows_its_number_too(page: ProcedurePage) -> None:
    deadline = field(page, "deadline")
    assert isinstance(deadline, DeadlineField)
    page.session.edit(doing(set_deadline, "modtag", Deadline(within="0 days", after=TRIGGER)))
    assert deadline.box.parts[0].amount.text() == "0"


def pick(picker: Picker, choice: str) -> None:
    picker.setCurrentIndex(picker.findData(choice))
    picker.activated.emit(picker.currentIndex())


def test_what_happens_on_a_day_off_is_read_whole(page: ProcedurePage) -> None:
    page.window().resize(1440, 900)
    page.resize(1440, 900)
    deadline = field(page, "deadline")
    assert isinstance(deadline, DeadlineField)
    deadline.box.add.click()
    QApplication.sendPostedEvents()
    picker = deadline.box.parts[0].last_day
    option = QStyleOptionComboBox()
    picker.initStyleOption(option)
    kind, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
    room = picker.style().subControlRect(kind, option, part, picker).width() - 4
    said = [picker.itemText(position) for position in range(picker.count())]
    assert [one for one in said if picker.fontMetrics().horizontalAdvance(one) > room] == []


def test_a_deadline_says_what_is_to_be_done_when_it_has_run_out(page: ProcedurePage) -> None:
    deadline = field(page, "deadline")
    assert isinstance(deadline, DeadlineField)
    deadline.box.add.click()
    part = deadline.box.parts[0]
    assert part.late.accessibleName() == "Når fristen er overskredet"
    QTest.keyClicks(part.late, "Giv familien besked om en ny dato")
    found = page.session.document.step("modtag").deadline
    assert found is not None
    assert found.late == "Giv familien besked om en ny dato"
    part.late.clear()
    part.late.written.emit("")
    part.edge.setCurrentIndex(part.edge.findData("earliest"))
    part.edge.activated.emit(part.edge.currentIndex())
    assert not part.late.isVisibleTo(page)


def test_the_up_key_counts_a_deadline_on(page: ProcedurePage) -> None:
    deadline = field(page, "deadline")
    assert isinstance(deadline, DeadlineField)
    deadline.box.add.click()
    QTest.keyClick(deadline.box.parts[0].amount, Key.Key_Up)
    found = page.session.document.step("modtag").deadline
    assert found is not None
    assert found.within == "2 weeks"


def test_of_several_deadlines_the_first_holds(page: ProcedurePage) -> None:
    deadline = field(page, "deadline")
    assert isinstance(deadline, DeadlineField)
    deadline.box.add.click()
    deadline.box.more.click()
    found = page.session.document.step("modtag").deadline
    assert found is not None
    assert len(found.first_of) == 2
    assert "kommer først" in deadline.box.words
    deadline.box.parts[1].removed.emit()
    found = page.session.document.step("modtag").deadline
    assert found is not None
    assert not found.first_of
    deadline.box.away.click()
    assert page.session.document.step("modtag").deadline is None


def test_a_deadline_is_given_its_law_by_number(page: ProcedurePage) -> None:
    deadline = field(page, "deadline")
    assert isinstance(deadline, DeadlineField)
    deadline.box.add.click()
    deadline.box.parts[0].law.add.click()
    finder = open_finder(page)
    QTest.keyClicks(finder.search, "136 stk 2")
    QTest.keyClick(finder.search, Key.Key_Return)
    found = page.session.document.step("modtag").deadline
    assert found is not None
    assert found.law == "bl:136.2"


def test_a_deadline_that_cannot_be_counted_is_refused_in_words(page: ProcedurePage) -> None:
    deadline = field(page, "deadline")
    assert isinstance(deadline, DeadlineField)
    deadline.box.add.click()
    part = deadline.box.parts[0]
    part.event_ref.setCurrentIndex(part.event_ref.findData("hjaelp"))
    part.event_ref.activated.emit(part.event_ref.currentIndex())
    assert deadline.note.isVisible()
    found = page.session.document.step("modtag").deadline
    assert found is not None
    assert found.after == TRIGGER


# What is chosen from the library


def test_law_is_found_by_word_and_its_line_shown(page: ProcedurePage) -> None:
    law = field(page, "law")
    assert isinstance(law, ChosenField)
    law.box.add.setFocus()
    law.box.add.click()
    finder = open_finder(page)
    QTest.keyClicks(finder.search, "samtale")
    assert finder.list.rows.row(finder.list.rows.index(0)).sub == "Barnets syn hentes ved samtale."
    QTest.keyClick(finder.search, Key.Key_Return)
    assert page.session.document.step("modtag").law == ("bl:136", "bl:5.3")
    assert law.box.add.hasFocus()


def test_a_chip_is_taken_away_and_moved_by_key(page: ProcedurePage) -> None:
    law = field(page, "law")
    assert isinstance(law, ChosenField)
    law.box.chosen_changed.emit(("bl:136", "bl:5.3"))
    chip(law, 1).setFocus()
    QTest.keyClick(chip(law, 1), Key.Key_Left, ALT | SHIFT)
    assert page.session.document.step("modtag").law == ("bl:5.3", "bl:136")
    assert chip(law, 0).hasFocus()
    QTest.keyClick(chip(law, 0), Key.Key_Delete)
    assert page.session.document.step("modtag").law == ("bl:136",)


def test_a_gate_asks_for_a_step_and_its_law(page: ProcedurePage) -> None:
    page.select("afgoer")
    gate = field(page, "gate")
    assert isinstance(gate, GateField)
    gate.box.chosen_changed.emit(("tal",))
    gate.law.chosen_changed.emit(("bl:5.3",))
    assert page.session.document.step("afgoer").gate == Gate(("tal",), "bl:5.3")
    gate.box.chosen_changed.emit(())
    assert page.session.document.step("afgoer").gate is None


def test_a_finder_closes_by_escape_and_gives_the_keyboard_back(page: ProcedurePage) -> None:
    law = field(page, "law")
    assert isinstance(law, ChosenField)
    law.box.add.setFocus()
    law.box.add.click()
    finder = open_finder(page)
    QTest.keyClick(finder.search, Key.Key_Escape)
    assert not finder.isVisible()
    assert law.box.add.hasFocus()


# The procedure itself


def test_the_form_of_the_procedure_is_a_link_away(page: ProcedurePage) -> None:
    page.panel._other.click()
    title = field(page, "title")
    assert isinstance(title, LineField)
    assert title.line.text() == "Prøve"
    page.panel._other.click()
    assert page.panel.form is page.panel.steps


def test_the_head_of_the_procedure_is_written(page: ProcedurePage) -> None:
    page.show_whole()
    summary, theme = field(page, "summary"), field(page, "theme")
    assert isinstance(summary, LongLineField)
    assert isinstance(theme, ThemeField)
    QTest.keyClicks(summary.text, "Kort. ")
    theme.picker.setCurrentIndex(theme.picker.findData("stoette"))
    theme.picker.activated.emit(1)
    document = page.session.document
    assert document.summary.startswith("Kort.")
    assert document.theme == "stoette"


def test_roles_change_places_but_the_child_stays_first(page: ProcedurePage) -> None:
    page.show_whole()
    lanes = field(page, "roles")
    assert isinstance(lanes, LanesField)
    QTest.keyClick(lanes._lines["raadgiver"], Key.Key_Up, ALT)
    assert roles(page) == ("barnet", "raadgiver", "modtagelse")
    QTest.keyClick(lanes._lines["raadgiver"], Key.Key_Up, ALT)
    assert roles(page) == ("barnet", "raadgiver", "modtagelse")
    lanes.add.click()
    finder = open_finder(page)
    QTest.keyClicks(finder.search, "leder")
    QTest.keyClick(finder.search, Key.Key_Return)
    assert roles(page)[-1] == "leder"
    QTest.keyClick(lanes._lines["modtagelse"], Key.Key_Delete)
    assert "modtagelse" in roles(page)
    assert lanes.note.isVisible()


def test_a_trigger_has_words_and_an_event(page: ProcedurePage) -> None:
    page.show_whole()
    trigger = field(page, "trigger")
    assert isinstance(trigger, TriggerField)
    trigger.event_ref.setCurrentIndex(trigger.event_ref.findData("moede-holdt"))
    trigger.event_ref.activated.emit(1)
    document = page.session.document
    assert (document.trigger, document.trigger_event) == ("Henvendelsen er modtaget", "moede-holdt")


def test_the_day_of_the_check_is_set(page: ProcedurePage) -> None:
    page.show_whole()
    checked = field(page, "checked")
    assert isinstance(checked, CheckedField)
    checked.box.day.line.selectAll()
    QTest.keyClicks(checked.box.day.line, "10/3-26")
    QTest.keyClick(checked.box.day.line, Qt.Key.Key_Return)
    assert page.session.document.checked == replace(CHECKED, date=CHECKED.date.replace(day=10))


def test_a_text_is_checked_when_somebody_says_so_and_not_before(page: ProcedurePage) -> None:
    page.show_whole()
    checked = field(page, "checked")
    assert isinstance(checked, CheckedField)
    checked.widget.setFocus()
    said = []
    for _ in range(2):
        QTest.keyClick(checked.box.tick, Qt.Key.Key_Space)
        said.append((page.session.document.checked, checked.box.day.isVisible()))
    assert said == [(None, False), (Checked("bl", NOW.date()), True)]
    assert checked.box.tick.hasFocus()


def test_words_with_a_number_that_is_not_kept_are_found_again_in_their_step(
    page: ProcedurePage,
) -> None:
    page.select("modtag")
    guide, points = field(page, "guide"), checklist(page)
    assert isinstance(guide, MarkdownField)
    guide.box.text.setFocus()
    QTest.keyClicks(guide.box.text, "Ring til 010190-1234")
    points.box.add.click()
    QApplication.clipboard().setText("ord " * 153)
    QTest.keyClick(points.box.lines[2].text, Key.Key_V, CTRL)
    page.show_whole()
    page.go_to_unkept()
    assert guide.box.text.text == "Ring til 010190-1234"
    assert "cpr" in guide.note.text()
    assert points.box.lines[2].text.text == "ord " * 152 + "ord"
    assert points.box.lines[2].text.hasFocus()
    assert len(page.session.unkept) == 2

    page.undo()
    page.undo()
    assert [line.text.text for line in points.box.lines][2:] == [""]
    assert guide.box.text.text == page.session.document.step("modtag").guide.rstrip()


def test_why_the_child_is_not_heard_is_asked_for_where_no_talk_hears_it(
    page: ProcedurePage,
) -> None:
    page.show_whole()
    why = field(page, "without_child")
    assert isinstance(why, LineField)
    assert not why.line.isVisibleTo(page)
    talk = next(one for one in page.session.document.steps if one.kind is StepKind.CONVERSATION)
    page.session.edit(doing(set_talk, talk.id, Talk.ANSWER))
    assert why.line.isVisibleTo(page)
