"""A card is written beside its print, and the meter tells what still fits."""

from collections.abc import Iterator
from time import monotonic

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.model.edits import cards
from app.model.library.card import ActionCard, CardItem, CardSection
from app.model.library.procedure import Checked
from app.ui.base.desk import Desk
from app.ui.editor.drafts.edit import Edit
from app.ui.editor.drafts.editor_session import EditorSession
from app.ui.editor.form.fields.writing_fields import GrowingText
from app.ui.editor.sheets.card_page import CardPage
from app.ui.editor.sheets.card_sections import SectionsField
from app.ui.editor.sheets.sheet_fields import SheetCheckedField
from tests.ui.editor.conftest import CHECKED, NOW

Key = Qt.Key

CARD = ActionCard(
    "samtale",
    "Barnet er hørt",
    "Barnet har sagt sin mening",
    "henvendelser",
    "samtalen begynder",
    ("raadgiver",),
    (CardSection("Før", (CardItem("Rummet er klar"), CardItem("Barnet ved hvorfor"))),),
    checked=CHECKED,
)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Iterator[CardPage]:
    session: EditorSession[ActionCard] = EditorSession(
        CARD, lambda _, done, failed: done(), desk, monotonic
    )
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 800)
    shown = CardPage(desk, session, 2)
    shown.setParent(window)
    shown.resize(window.size())
    window.show()
    QTest.qWaitForWindowExposed(window)
    yield shown
    window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def sections(page: CardPage) -> SectionsField:
    found = page.form.field("sections")
    assert isinstance(found, SectionsField)
    return found


def write(page: CardPage, key: str, words: str) -> None:
    found = page.form.field(key)
    assert found is not None
    found.focus(())
    QTest.keyClicks(found.widget, words)


def test_the_head_of_a_card_is_written(page: CardPage) -> None:
    write(page, "title", "Barnet er mødt")
    write(page, "when", "barnet kommer")
    card = page.session.document
    assert (card.title, card.when) == ("Barnet er mødt", "barnet kommer")
    page.undo()
    page.undo()
    assert page.session.document == CARD


def test_items_are_added_by_enter_and_marked_important(page: CardPage) -> None:
    box = sections(page).boxes[0].items
    box.add.click()
    QTest.keyClicks(box.lines[2].text, "Barnets ord er skrevet")
    box.lines[2].required.click()
    items = page.session.document.sections[0].items
    assert items[2] == CardItem("Barnets ord er skrevet", True)


def test_a_section_is_added_named_moved_and_removed(page: CardPage) -> None:
    field = sections(page)
    field.add.click()
    QTest.keyClicks(field.boxes[1].title, "Efter")
    assert [one.title for one in page.session.document.sections] == ["Før", "Efter"]
    field.boxes[1].moved.emit(-1)
    assert [one.title for one in page.session.document.sections] == ["Efter", "Før"]
    field.boxes[0].removed.emit()
    assert [one.title for one in page.session.document.sections] == ["Før"]


def test_the_meter_tells_how_full_the_paper_is(page: CardPage) -> None:
    before = page.bar.words.text()
    assert "af en A5" in before
    page.bar.buttons["A4"].click()
    assert "af en A4" in page.bar.words.text()


def test_a_card_that_is_too_long_is_said_to_be(page: CardPage) -> None:
    box = sections(page).boxes[0].items
    lines = [f"Punkt {number}, der er skrevet langt for at fylde siden" for number in range(30)]
    box.items_pasted.emit(2, lines)
    assert "Fylder 2 sider" in page.bar.words.text()
    page.checking.check_now()
    assert any("punkter" in row.line.what for row in page.findings.rows)


def test_an_empty_section_is_an_error_that_leads_there(page: CardPage) -> None:
    sections(page).add.click()
    page.checking.check_now()
    assert page.errors == 1
    row = page.findings.rows[0]
    row.mend.click()
    assert sections(page).boxes[1].items.lines[0].text.hasFocus()


def test_an_empty_card_is_written_from_its_finding_on_without_the_mouse(page: CardPage) -> None:
    page.session.edit(Edit("x", lambda card: replace(card, sections=())))
    page.checking.check_now()
    page.findings.rows[0].mend.click()
    for words in ("Mens du taler\n", "Spørg, hvor barnet er\n", "Skriv klokkeslættet"):
        for sign in words:
            focused = page.window().focusWidget()
            assert focused is not None
            if sign == "\n":
                QTest.keyClick(focused, Key.Key_Return)
            else:
                QTest.keyClicks(focused, sign)
    (section,) = page.session.document.sections
    assert section.title == "Mens du taler"
    assert [item.text for item in section.items] == ["Spørg, hvor barnet er", "Skriv klokkeslættet"]


def test_the_print_is_drawn_at_a_pause(qtbot: QtBot, page: CardPage) -> None:
    qtbot.wait_until(lambda: bool(page.preview._images))
    assert len(page.preview._images) == 1


def test_undo_by_key_works_in_a_field(page: CardPage) -> None:
    write(page, "aim", "Hørt")
    found = page.form.field("aim")
    assert found is not None
    QTest.keyClick(found.widget, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.session.document == CARD


def test_a_provision_that_is_not_in_the_register_is_removed_by_one_click(page: CardPage) -> None:
    before = page.session.document
    page.session.edit(Edit("x", lambda card: cards.set_card_law(card, ("bl:136", "bl:999"))))
    page.checking.check_now()
    page.findings.rows[0].mend.click()
    assert page.session.document.law == ("bl:136",)
    page.undo()
    page.undo()
    assert page.session.document == before


def test_a_card_says_whether_somebody_has_checked_it(page: CardPage) -> None:
    checked = page.form.field("checked")
    assert isinstance(checked, SheetCheckedField)
    said = []
    for _ in range(2):
        QTest.keyClick(checked.box.tick, Key.Key_Space)
        page.checking.check_now()
        words = [row.line.what for row in page.findings.rows]
        said.append((page.session.document.checked, any("mod loven" in one for one in words)))
    assert said == [(None, True), (Checked("bl", NOW.date()), False)]


def test_words_that_are_not_kept_stand_until_they_are_mended_or_taken_back(page: CardPage) -> None:
    aim, kept = page.form.field("aim"), page.session.document.aim
    assert aim is not None
    assert isinstance(aim.widget, GrowingText)
    write(page, "when", " straks")
    aim.focus(())
    QApplication.clipboard().setText("ord " * 153)
    QTest.keyClick(aim.widget, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    write(page, "title", "")
    assert aim.widget.text == "ord " * 152 + "ord"
    assert "for lang" in aim.note.text()
    assert page.session.document.aim == kept
    assert page.session.unkept
    page.go_to_unkept()
    assert aim.widget.hasFocus()
    assert not aim.widget.textCursor().hasSelection(), "the next key would take all of it away"

    page.undo()
    assert aim.widget.text == kept, "undo takes back one thing"
    assert "straks" in page.session.document.when
    assert not aim.note.text()
    assert not page.session.unkept
    page.redo()
    assert aim.widget.text == "ord " * 152 + "ord"

    aim.focus(())
    QTest.keyClicks(aim.widget, "Barnet har fået svar")
    write(page, "title", "")
    assert page.session.document.aim == "Barnet har fået svar"
    assert not page.session.unkept
    assert not aim.note.text()


def test_a_point_that_cannot_be_kept_stays_where_it_was_begun(page: CardPage) -> None:
    box = sections(page).boxes[0]
    box.items.add.click()
    QTest.keyClicks(box.items.lines[2].text, "Barnet 010190-1234 er mødt")
    write(page, "title", "")
    box.title.setFocus()
    assert box.items.lines[2].text.text == "Barnet 010190-1234 er mødt"
    assert page.session.unkept
    QTest.keyClick(box.title, Key.Key_End)
    box.items.lines[2].text.setFocus()
    box.items.lines[2].text.selectAll()
    QTest.keyClicks(box.items.lines[2].text, "Barnet er mødt")
    assert page.session.document.sections[0].items[2].text == "Barnet er mødt"
    assert not page.session.unkept


def test_a_pasted_point_that_is_too_long_is_no_other_point(page: CardPage) -> None:
    box = sections(page).boxes[0]
    box.items.add.click()
    QApplication.clipboard().setText("ord " * 153)
    QTest.keyClick(box.items.lines[2].text, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(box.items.lines[2].text, Key.Key_Return)
    box.title.setFocus()
    assert len(page.session.document.sections[0].items) == 2
    assert box.items.lines[2].text.text == "ord " * 152 + "ord"
    box.items.lines[2].text.setFocus()
    box.items.lines[2].text.selectAll()
    QTest.keyClicks(box.items.lines[2].text, "Ro")
    assert [item.text for item in page.session.document.sections[0].items][2:] == ["Ro"]


def test_a_key_on_a_card_just_opened_takes_nothing_away(page: CardPage) -> None:
    page.focus_start()
    title = page.window().focusWidget()
    assert isinstance(title, GrowingText)
    QTest.keyClick(title, Key.Key_Return)
    QTest.keyClicks(title, "!")
    assert page.session.document.title == "Barnet er hørt!"
