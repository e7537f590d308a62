"""A tool is written beside its print, and its fields are put into the text from a list."""

from collections.abc import Iterator
from time import monotonic

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.model.edits import tools
from app.model.library.tool import FieldKind, Tool, ToolField
from app.ui.base.desk import Desk
from app.ui.editor.canvas.edit_words import edit_names, edit_text
from app.ui.editor.drafts.edit import Edit
from app.ui.editor.drafts.editor_session import EditorSession
from app.ui.editor.sheets.tool_fields import FieldsField
from app.ui.editor.sheets.tool_page import EditedToolPage
from app.ui.editor.sheets.tool_text import BodyField
from app.ui.editor.sheets.tool_words import kind_name, kind_says
from tests.ui.editor.conftest import CHECKED, open_finder

Key = Qt.Key

TOOL = Tool(
    "dagsorden",
    "Dagsorden",
    "henvendelser",
    "Hold mødet kort",
    "## Før mødet\n\n{{sted}}\n\n## På mødet\n",
    (ToolField("sted", "Sted", FieldKind.LINE), ToolField("emner", "Emner")),
    ("raadgiver",),
    checked=CHECKED,
)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Iterator[EditedToolPage]:
    session: EditorSession[Tool] = EditorSession(
        TOOL, lambda _, done, failed: done(), desk, monotonic
    )
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 900)
    shown = EditedToolPage(desk, session, 2)
    shown.setParent(window)
    shown.resize(window.size())
    window.show()
    QTest.qWaitForWindowExposed(window)
    yield shown
    window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def fields(page: EditedToolPage) -> FieldsField:
    found = page.form.field("fields")
    assert isinstance(found, FieldsField)
    return found


def body(page: EditedToolPage) -> BodyField:
    found = page.form.field("body")
    assert isinstance(found, BodyField)
    return found


def stand_on(page: EditedToolPage, line: int) -> None:
    """Put the cursor on a line of the text."""
    text = body(page).box.text
    cursor = text.textCursor()
    cursor.setPosition(text.document().findBlockByNumber(line).position())
    text.setTextCursor(cursor)


def choose(page: EditedToolPage, title: str) -> None:
    finder = open_finder(page)
    QTest.keyClicks(finder.search, title)
    QTest.keyClick(finder.search, Key.Key_Return)


def put_in(page: EditedToolPage, position: int) -> QPushButton:
    """Return the link that puts a field into the text."""
    box = fields(page).boxes[position]
    return next(button for button in box.missing.findChildren(QPushButton) if button.text() != "")


def test_the_head_of_a_tool_is_written(page: EditedToolPage) -> None:
    for key, words in (("title", "Mødeplan"), ("purpose", "Kom hurtigt i gang")):
        found = page.form.field(key)
        assert found is not None
        found.focus(())
        QTest.keyClicks(found.widget, words)
    tool = page.session.document
    assert (tool.title, tool.purpose) == ("Mødeplan", "Kom hurtigt i gang")
    page.undo()
    page.undo()
    assert page.session.document == TOOL


def test_a_tool_says_that_its_leaves_are_for_several_people(page: EditedToolPage) -> None:
    found = page.form.field("apart")
    assert found is not None
    found.widget.setFocus()
    QTest.keyClick(found.widget, Key.Key_Space)
    assert page.session.document.apart
    assert edit_text(page.session.undo_name) == "dele hver for sig eller samlet"
    page.undo()
    assert page.session.document == TOOL


def test_the_text_keeps_how_it_ends(page: EditedToolPage) -> None:
    text = body(page).box.text
    text.setFocus()
    text.moveCursor(text.textCursor().MoveOperation.End)
    QTest.keyClicks(text, " i dag")
    assert page.session.document.body == TOOL.body.removesuffix("\n") + " i dag\n"
    assert edit_text(page.session.undo_name) == "ret tekst"


def test_a_field_that_is_not_placed_says_so_and_is_put_in_at_the_cursor(
    page: EditedToolPage,
) -> None:
    sted, emner = fields(page).boxes
    assert sted.missing.isHidden()
    assert not emner.missing.isHidden()
    stand_on(page, 0)
    put_in(page, 1).click()
    assert page.session.document.body == ("## Før mødet\n\n{{emner}}\n\n{{sted}}\n\n## På mødet\n")
    assert emner.missing.isHidden()
    assert body(page).box.text.hasFocus()
    assert body(page).box.text.textCursor().block().text() == "{{emner}}"
    page.undo()
    assert page.session.document == TOOL


def test_a_field_is_put_in_from_the_list_above_the_text(page: EditedToolPage) -> None:
    stand_on(page, 4)
    body(page).insert.click()
    choose(page, "Emner")
    assert page.session.document.body.endswith("## På mødet\n\n{{emner}}\n")


def test_a_new_field_is_made_where_one_writes_and_is_named_at_once(page: EditedToolPage) -> None:
    stand_on(page, 4)
    body(page).insert.click()
    choose(page, "Nyt felt: dato")
    new = page.session.document.fields[-1]
    assert new.kind is FieldKind.DATE
    assert page.session.document.body.endswith("## På mødet\n\n{{nyt-felt}}\n")
    assert fields(page).boxes[-1].label.hasFocus()
    QTest.keyClicks(fields(page).boxes[-1].label, "Næste møde")
    assert page.session.document.fields[-1].label == "Næste møde"


def test_a_new_field_is_called_what_was_looked_for_and_is_not_there(page: EditedToolPage) -> None:
    stand_on(page, 4)
    body(page).insert.click()
    search = page.window().focusWidget()
    assert search is not None
    QTest.keyClicks(search, "Sagsnummer")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert page.session.document.fields[-1].label == "Sagsnummer"
    assert page.session.document.body.endswith("{{sagsnummer}}\n")


def test_a_field_is_moved_to_the_cursor(page: EditedToolPage) -> None:
    box = fields(page).boxes[0]
    box.more.click()
    stand_on(page, 4)
    box.details.place_asked.emit()
    assert page.session.document.body == "## Før mødet\n\n## På mødet\n\n{{sted}}\n"


def test_a_choice_is_added_with_its_answers(page: EditedToolPage) -> None:
    fields(page).add.click()
    choose(page, "Valg")
    box = fields(page).boxes[-1]
    QTest.keyClicks(box.label, "Er barnet hørt?")
    options = box.details.options
    assert options is not None
    for words in ("Ja", "Nej"):
        options.add.click()
        QTest.keyClicks(options.lines[-1].text, words)
    new = page.session.document.fields[-1]
    assert (new.label, new.kind, new.options) == (
        "Er barnet hørt?",
        FieldKind.CHOICE,
        ("Ja", "Nej"),
    )


def test_hint_lines_and_kind_are_set_and_undone_one_by_one(page: EditedToolPage) -> None:
    box = fields(page).boxes[1]
    box.more.click()
    QTest.keyClicks(box.details.hint, "Kort")
    assert box.details.lines is not None
    box.details.lines.setValue(6)
    box.kind.setCurrentIndex(box.kind.findData(FieldKind.ROWS.value))
    box.kind.activated.emit(0)
    field = page.session.document.fields[1]
    assert (field.hint, field.lines, field.kind) == ("Kort", 6, FieldKind.ROWS)
    assert box.details.columns is not None
    names = []
    for _ in range(3):
        names.append(edit_text(page.session.undo_name))
        page.undo()
    assert names == ["skift slags felt", "ret linjer", "ret hjælp til felt"]
    assert page.session.document == TOOL


def test_fields_change_places_by_keys_and_by_hand(page: EditedToolPage) -> None:
    box = fields(page).boxes[1]
    QTest.keyClick(box.label, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.id for one in page.session.document.fields] == ["emner", "sted"]
    assert fields(page).boxes[0] is box
    assert box.label.text == "Emner"
    below = box.parentWidget()
    assert below is not None
    box.grip.carried.emit(below.mapToGlobal(QPoint(0, below.height())).y())
    box.grip.put_down.emit()
    assert page.session.document == TOOL
    assert edit_text(page.session.undo_name) == "flyt felt"


def test_a_field_is_deleted_with_its_place(page: EditedToolPage) -> None:
    fields(page).boxes[0]._away.click()
    assert page.session.document.body == "## Før mødet\n\n## På mødet\n"
    assert [one.id for one in page.session.document.fields] == ["emner"]


def test_a_cpr_number_in_a_field_is_refused_where_it_is_typed(page: EditedToolPage) -> None:
    label = fields(page).boxes[0].label
    label.setFocus()
    label.moveCursor(label.textCursor().MoveOperation.End)
    QTest.keyClicks(label, " 010190-1234")
    assert "cpr" in fields(page).boxes[0].wrong.text()
    assert not fields(page).boxes[1].wrong.text()
    assert "010190-1234" not in str(page.session.document)


def test_the_text_is_read_with_the_names_of_its_fields(page: EditedToolPage) -> None:
    box = body(page).box
    box._see.click()
    assert "[ Sted ]" in box._read.toPlainText()


def test_findings_lead_to_the_field(page: EditedToolPage) -> None:
    fields(page).add_kind(FieldKind.ROWS)
    page.checking.check_now()
    assert page.errors == 1
    row = page.findings.rows[0]
    assert row.line.where == "Felt 3"
    page.findings.place_asked.emit("", row.line.path, "")
    columns = fields(page).boxes[2].details.columns
    assert columns is not None
    assert columns.add.hasFocus()


def test_the_print_follows_at_a_pause_and_stays_where_one_reads(
    qtbot: QtBot, page: EditedToolPage
) -> None:
    qtbot.wait_until(lambda: page.print.page_count == 1)
    bar = page.print.verticalScrollBar()
    bar.setValue(40)
    for _ in range(8):
        fields(page).add_kind(FieldKind.TEXT)
    qtbot.wait_until(lambda: page.print.page_count > 1)
    assert bar.value() == 40


def test_every_kind_of_field_has_its_words() -> None:
    assert all(kind_name(kind) and kind_says(kind) for kind in FieldKind)
    assert {"place_field", "set_field_columns", "set_tool_body"} <= edit_names()


def test_a_field_that_stands_nowhere_is_placed_by_one_click(page: EditedToolPage) -> None:
    page.session.edit(Edit("x", lambda tool: tools.set_tool_body(tool, "Tekst\n")))
    page.checking.check_now()
    unplaced = [row for row in page.findings.rows if row.line.mend == "Sæt feltet ind"]
    unplaced[0].mend.click()
    assert len(tools.placed_fields(page.session.document)) == 1


def test_what_is_found_in_a_field_is_come_to_where_it_is_written(page: EditedToolPage) -> None:
    choice = ToolField("svar", "Svar", FieldKind.CHOICE, options=("Ja", "N" * 61))
    page.session.edit(Edit("x", lambda tool: replace(tool, fields=(*tool.fields, choice))))
    page.checking.check_now()
    found = next(one for one in page.findings.rows if one.line.path[-2:] == ("options", 1))
    found.setFocus()
    QTest.keyClick(found, Key.Key_Return)
    held = QApplication.focusWidget()
    assert held is not None
    assert held.accessibleName() == "Punkt 2", "the option itself"
    page.form.focus_path(("fields", "svar", "label"))
    assert fields(page).boxes[-1].label.hasFocus()
