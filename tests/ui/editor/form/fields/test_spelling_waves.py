"""Misspelt words are marked where one writes, found by the checker, and put right in one step."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.model.edits import checklists, step_fields
from app.model.library.procedure import Procedure
from app.services.dictionary import Judged, Suggested
from app.ui.base.speller import Speller, speller
from app.ui.editor.drafts.edit import Edit
from app.ui.editor.form.fields.writing_fields import GrowingText, LineBox
from app.ui.editor.procedure_page import ProcedurePage

WRONG = {"skollen": "skolen", "Skollen": "Skolen"}


def judge(words: tuple[str, ...]) -> None:
    wrong = tuple(word for word in words if word in WRONG)
    speller().take(Judged(words, wrong))
    for word in wrong:
        speller().take(Suggested(word, (WRONG[word],)))


@pytest.fixture(autouse=True)
def dictionary(qapp: QApplication) -> Iterator[Speller]:
    """A dictionary that knows two wrong words; the speller forgets all of it afterwards."""
    found = speller()
    found.use(judge)
    yield found
    found.use(None)
    found._judged.clear()
    found._wrong.clear()
    found._suggestions.clear()
    found._own = frozenset()


def change(page: ProcedurePage, after: Procedure) -> None:
    page.session.edit(Edit("x", lambda _: after))
    page.checking.check_now()


def misspelt_guide(page: ProcedurePage) -> Procedure:
    return step_fields.set_guide(page.session.document, "tal", "Ring til skollen i dag.")


def whats(page: ProcedurePage) -> list[str]:
    return [row.line.what for row in page.findings.rows]


def guide(page: ProcedurePage) -> GrowingText:
    page.select("tal")
    field = page.panel.steps.focus_path(("guide",))
    assert field is not None
    text = page.window().focusWidget()
    assert isinstance(text, GrowingText)
    return text


def waves(text: GrowingText) -> list[str]:
    selections = text.extraSelections()
    return [one.cursor.selectedText() for one in selections]


@pytest.fixture
def menus(monkeypatch: pytest.MonkeyPatch) -> list[QMenu]:
    """The menus that are opened; without a screen none can be."""
    opened: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _: opened.append(menu))
    return opened


def ask_menu(field: QWidget, reason: QContextMenuEvent.Reason, at: QPoint) -> None:
    event = QContextMenuEvent(reason, at, field.mapToGlobal(at))
    QApplication.sendEvent(field.viewport() if isinstance(field, GrowingText) else field, event)


def test_a_misspelt_word_is_a_warning_with_its_place(qtbot: QtBot, page: ProcedurePage) -> None:
    change(page, misspelt_guide(page))
    qtbot.wait_until(lambda: "»skollen« findes ikke i ordbogen." in whats(page))
    (row,) = page.findings.rows
    assert (row.line.where, row.line.mend) == ("Trin 2", "Ret til »skolen«")
    assert page.errors == 0


def test_it_is_put_right_by_one_click_and_one_step_of_undo(
    qtbot: QtBot, page: ProcedurePage
) -> None:
    before = misspelt_guide(page)
    change(page, before)
    qtbot.wait_until(lambda: bool(page.findings.rows))
    page.findings.rows[0].mend.click()
    assert page.session.document.step("tal").guide == "Ring til skolen i dag.\n"
    page.undo()
    assert page.session.document == before


def test_a_check_item_is_put_right_too(qtbot: QtBot, page: ProcedurePage) -> None:
    change(page, checklists.add_item(page.session.document, "hjaelp", "Skollen er med"))
    qtbot.wait_until(lambda: bool(page.findings.rows))
    page.findings.rows[0].mend.click()
    assert page.session.document.step("hjaelp").checklist[0].text == "Skolen er med"


def test_it_is_marked_where_one_writes(qtbot: QtBot, page: ProcedurePage) -> None:
    change(page, misspelt_guide(page))
    text = guide(page)
    qtbot.wait_until(lambda: waves(text) == ["skollen"])


def test_the_word_that_is_being_typed_is_left_in_peace(qtbot: QtBot, page: ProcedurePage) -> None:
    change(page, misspelt_guide(page))
    text = guide(page)
    qtbot.wait_until(lambda: waves(text) == ["skollen"])
    cursor = text.textCursor()
    cursor.setPosition(text.text.index("skollen") + len("skollen"))
    text.setTextCursor(cursor)
    assert waves(text) == []
    cursor.movePosition(QTextCursor.MoveOperation.End)
    text.setTextCursor(cursor)
    assert waves(text) == ["skollen"]


@pytest.mark.parametrize(
    "reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard]
)
def test_the_menu_of_the_word_offers_what_is_meant(
    qtbot: QtBot, page: ProcedurePage, menus: list[QMenu], reason: QContextMenuEvent.Reason
) -> None:
    change(page, misspelt_guide(page))
    text = guide(page)
    qtbot.wait_until(lambda: waves(text) == ["skollen"])
    cursor = text.textCursor()
    cursor.setPosition(text.text.index("skollen") + 2)
    text.setTextCursor(cursor)
    ask_menu(text, reason, text.cursorRect(cursor).center())
    actions = menus[0].actions()
    assert [one.text().replace("&", "") for one in actions[:2]] == [
        "skolen",
        "Tilføj »skollen« til ordlisten",
    ]
    actions[0].trigger()
    assert page.session.document.step("tal").guide == "Ring til skolen i dag.\n"


def test_a_word_can_be_added_to_the_list(qtbot: QtBot, page: ProcedurePage) -> None:
    change(page, misspelt_guide(page))
    text = guide(page)
    qtbot.wait_until(lambda: waves(text) == ["skollen"])
    speller().add("skollen")
    assert waves(text) == []
    assert page.findings.rows == []


def test_a_title_is_marked_and_put_right(
    qtbot: QtBot, page: ProcedurePage, menus: list[QMenu]
) -> None:
    change(page, step_fields.set_step_title(page.session.document, "tal", "Ring til skollen nu"))
    page.select("tal")
    line = page.panel.steps.focus_path(("title",))
    assert isinstance(line, LineBox)
    line.setCursorPosition(0)
    qtbot.wait_until(lambda: [one.word for one in line.spelling.wrong()] == ["skollen"])
    line.grab()
    line.setCursorPosition(line.text().index("skollen") + 1)
    ask_menu(line, QContextMenuEvent.Reason.Keyboard, QPoint(5, 5))
    menus[0].actions()[0].trigger()
    assert page.session.document.step("tal").title == "Ring til skolen nu"


def test_the_menu_of_a_right_word_is_the_usual_one(page: ProcedurePage, menus: list[QMenu]) -> None:
    text = guide(page)
    text.setFocus(Qt.FocusReason.OtherFocusReason)
    ask_menu(text, QContextMenuEvent.Reason.Keyboard, QPoint(2, 2))
    assert not any("ordlisten" in one.text() for one in menus[0].actions())


def test_undo_in_the_menu_of_a_field_is_that_of_the_page(
    page: ProcedurePage, menus: list[QMenu]
) -> None:
    page.go_to("modtag", ("title",))
    line = page.window().focusWidget()
    assert isinstance(line, QLineEdit)
    before = page.session.document
    QTest.keyClicks(line, "Ny titel")
    ask_menu(line, QContextMenuEvent.Reason.Keyboard, QPoint(5, 5))
    undo = menus[0].findChild(QAction, "edit-undo")
    assert undo is not None
    assert undo.isEnabled()
    undo.trigger()
    assert page.session.document == before
    ask_menu(line, QContextMenuEvent.Reason.Keyboard, QPoint(5, 5))
    again = menus[1].findChild(QAction, "edit-redo")
    assert again is not None
    again.trigger()
    assert page.session.document.step("modtag").title == "Ny titel"
