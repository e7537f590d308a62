"""A tool is filled in for a run: kept while one writes, and taken along as text, file and print."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.model.library.tool import FieldKind
from app.services import run_tools, runs
from app.services.run_core import RunView
from app.ui.paper.print_preview import PrintPreview
from app.ui.runs.tool.run_tool_page import RunToolPage
from app.ui.runs.tool.tool_field_editors import (
    LineEditor,
    ReadEditor,
    RowsEditor,
    ScaleEditor,
    TextEditor,
    editor_of,
)
from app.ui.shell.furnishing import Furnishing
from tests.ui import file_dialog
from tests.ui.conftest import Clock


@pytest.fixture
def page(house: Furnishing, clock: Clock) -> RunToolPage:
    begun: list[RunView] = []
    house.desk.do(
        lambda workplace: runs.start_run(
            workplace, procedure="underretning", case_number="2026-04417", trigger=clock.now
        ),
        begun.append,
    )
    house.window.go("runs", begun[0])
    house.runs.open_tool("fremgangskurve")
    return house.runs.tool


def fill_curve(page: RunToolPage) -> None:
    rows = page.form.editors["kurve"]
    assert isinstance(rows, RowsEditor)
    for row, (day, number) in enumerate((("1.9.", "3"), ("1.10.", "6"))):
        for column, text in ((0, day), (1, number)):
            item = rows.table.item(row, column)
            assert item is not None
            item.setText(text)


def test_what_is_written_is_kept_and_found_again(
    page: RunToolPage, house: Furnishing, qtbot: QtBot
) -> None:
    goal = page.form.editors["maal"]
    assert isinstance(goal, TextEditor)
    QTest.keyClicks(goal.box, "Sove godt")
    qtbot.wait_until(lambda: "gemt" in page.header.sub.text())
    page.leave()
    assert house.runs.shown is house.runs.page
    house.runs.open_tool("fremgangskurve")
    assert house.runs.tool.form.editors["maal"].text == "Sove godt"


def test_the_case_number_stands_there_numbers_become_a_curve_and_there_is_room_for_one_more(
    page: RunToolPage,
) -> None:
    line = page.form.editors["sagsnummer"]
    assert line.text == "2026-04417"
    assert page.header.title.text() == "Fremgangskurve"

    assert page.form.pictures == []
    fill_curve(page)
    assert len(page.form.pictures) == 1
    assert page.form.picture_views["kurve"].isVisible()
    page.form.picture_views["kurve"].grab()

    rows = page.form.editors["kurve"]
    assert isinstance(rows, RowsEditor)
    last = rows.table.rowCount() - 1
    item = rows.table.item(last, 0)
    assert item is not None
    item.setText("1.12.")
    assert rows.table.rowCount() == last + 2


def test_what_cannot_be_read_is_kept_and_marked_when_the_tool_is_opened_again(
    page: RunToolPage, house: Furnishing
) -> None:
    house.runs.open_tool("breve-til-underretter-og-foraeldre")
    day = page.form.editors["k-dato"]
    assert isinstance(day, ReadEditor)
    assert day.text == "23.11.2026", "the run knows that day"
    day.entry.line.selectAll()
    QTest.keyClicks(day.entry.line, "35.11.2026")
    assert page.take() is None
    page.leave()
    house.runs.open_tool("breve-til-underretter-og-foraeldre")
    day = page.form.editors["k-dato"]
    assert isinstance(day, ReadEditor)
    assert day.text == "35.11.2026"
    assert day.entry.wrong_text.startswith("Den dag findes ikke.")


def test_a_day_that_never_was_is_marked_in_a_table_and_not_taken_along(page: RunToolPage) -> None:
    rows = page.form.editors["kurve"]
    assert isinstance(rows, RowsEditor)
    day = rows.table.item(0, 0)
    assert day is not None
    for text, wrong in (
        ("uge 12", ""),
        ("35.11.2026", "»35.11.2026«: Den dag findes ikke. Skriv som 27.11.2026."),
        ("25.11.2026", ""),
    ):
        day.setText(text)
        assert rows.wrong_text == wrong
        assert (page.take() is None) == bool(wrong)


def test_a_row_is_as_high_as_what_is_written_in_it(page: RunToolPage, qtbot: QtBot) -> None:
    rows = page.form.editors["kurve"]
    assert isinstance(rows, RowsEditor)
    before = rows.table.height()
    last = rows.table.item(0, rows.table.columnCount() - 1)
    assert last is not None
    last.setText("Barnet er flyttet til mormor og har fået en ny skole. " * 4)
    qtbot.wait_until(lambda: rows.table.height() > before + 20)


def test_a_cpr_number_is_refused_and_said(page: RunToolPage, house: Furnishing) -> None:
    line = page.form.editors["et-hak"]
    assert isinstance(line, LineEditor)
    QTest.keyClicks(line.line, "010190-1234")
    page.flush()
    assert "cpr-nummer" in line.line.accessibleDescription()
    assert line.line.property("wrong")
    assert house.window.banner_text == "", "it is told at the field"
    assert page.header.sub.text().endswith("noget er ikke gemt")
    page.leave()
    title = page.header.title.text()
    assert house.window.banner_text.startswith(f"{title}, Ét hak op er, når: Feltet er ikke gemt")
    house.runs.open_tool("fremgangskurve")
    again = page.form.editors["et-hak"]
    assert isinstance(again, LineEditor)
    for _ in "010190-1234":
        QTest.keyClick(again.line, Qt.Key.Key_Backspace)
    assert "ikke gemt" not in page.header.sub.text()
    view = house.runs.page.view
    assert view is not None
    assert runs_fields(house) == {}


def test_a_refused_field_takes_no_other_with_it_and_is_found_again(
    page: RunToolPage, house: Furnishing
) -> None:
    line, goal = page.form.editors["et-hak"], page.form.editors["maal"]
    assert isinstance(line, LineEditor)
    assert isinstance(goal, TextEditor)
    QTest.keyClicks(line.line, "010190-1234")
    QTest.keyClicks(goal.box, "Sove godt")
    page.leave()
    assert runs_fields(house) == {"maal": "Sove godt"}
    assert "noget er ikke gemt" in house.runs.page.header.sub.text()
    house.runs.open_tool("fremgangskurve")
    again = page.form.editors["et-hak"]
    assert again.text == "010190-1234"
    assert isinstance(again, LineEditor)
    assert "ikke gemt" in again.line.accessibleDescription()
    assert house.window.banner_text == ""


def test_two_windows_fill_in_different_fields(page: RunToolPage, house: Furnishing) -> None:
    run = house.runs.page.run_id
    line = page.form.editors["et-hak"]
    assert isinstance(line, LineEditor)
    house.desk.do(
        lambda workplace: run_tools.fill_tool(
            workplace, run=run, tool="fremgangskurve", fields={"maal": "Deres"}
        ),
        lambda _: None,
    )
    QTest.keyClicks(line.line, "Mit")
    page.flush()
    assert runs_fields(house) == {"maal": "Deres", "et-hak": "Mit"}


def runs_fields(house: Furnishing) -> dict[str, str]:
    found: list[RunView] = []
    run = house.runs.page.run_id
    house.desk.do(lambda workplace: runs.open_run(workplace, run=run), found.append)
    tools = found[0].state.tools
    return tools["fremgangskurve"].fields if tools else {}


def test_it_is_copied_and_saved_with_its_picture(
    page: RunToolPage, tmp_path: Path, qtbot: QtBot
) -> None:
    fill_curve(page)
    page.copy_button.click()
    assert "1.9.\t3" in QGuiApplication.clipboard().text()
    target = tmp_path / "kurve.docx"
    page._on_save()
    file_dialog.choose(qtbot, target)
    saved = docx.Document(str(target))
    assert saved.tables[0].rows[1].cells[0].text == "1.9."
    assert len(saved.inline_shapes) == 1


def test_it_is_seen_before_it_is_printed(page: RunToolPage, house: Furnishing) -> None:
    fill_curve(page)
    page._on_print()
    preview = house.window.findChild(PrintPreview)
    assert preview is not None
    words = [text for one in preview.pages for text in one.texts()]
    assert "Barn" in words
    preview.close()
    preview.deleteLater()


def test_every_kind_of_field_gives_back_what_it_is_given(house: Furnishing) -> None:
    values = {
        FieldKind.LINE: "et ord",
        FieldKind.TEXT: "to\nlinjer",
        FieldKind.DATE: "1.12.2026",
        FieldKind.TIME: "09.40",
        FieldKind.NUMBER: "4",
        FieldKind.CHECK: "ja",
        FieldKind.SCALE: "7",
    }
    for tool in house.desk.shelf.library.tools[:40]:
        for field in tool.fields:
            editor = editor_of(field, house.desk.now)
            rows = ((("a",) * len(field.columns)),) if field.kind is FieldKind.ROWS else ()
            text = values.get(field.kind, field.options[-1] if field.options else "")
            editor.show_value(text, rows)
            expected = "" if field.kind is FieldKind.ROWS else text
            assert (editor.text, editor.rows) == (expected, rows)
            assert isinstance(editor, ScaleEditor) == (field.kind is FieldKind.SCALE)
            editor.deleteLater()
