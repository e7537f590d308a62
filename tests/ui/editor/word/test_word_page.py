"""From a Word file to a draft, in the real window, by keys and by mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.model.library.procedure import Procedure, StepKind
from app.model.word.outline import PassedOver
from app.model.word.proposal import Becomes, Why
from app.model.word.step_drafts import Note, Remark
from app.services.settings import change_settings
from app.ui.editor.canvas.edit_words import edit_names
from app.ui.editor.draft_writing import DraftWriting
from app.ui.editor.editor_place import EditorPlace
from app.ui.editor.procedure_page import ProcedurePage
from app.ui.editor.word.word_importing import WordImport
from app.ui.editor.word.word_line_words import (
    becomes_icon,
    becomes_text,
    passed_over_text,
    remark_text,
    why_text,
)
from app.ui.editor.word.word_menu import choices
from app.ui.editor.word.word_page import WordPage
from app.ui.look.theme import theme
from app.ui.shell.furnishing import Furnishing
from tests.files.word_make import TITLE, in_headings, saved
from tests.ui import file_dialog
from tests.ui.test_access import unnamed

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
THEME = "henvendelser-og-underretninger"

"""A menu asks for keyboard and mouse, which are not there without a screen."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return saved(tmp_path, in_headings(), "Arbejdsgang.docx")


@pytest.fixture
def place(house: Furnishing) -> EditorPlace:
    house.desk.do(lambda workplace: change_settings(workplace, role="teamleder"), lambda _: None)
    house.window.go("editor")
    return house.editor


@pytest.fixture
def page(place: EditorPlace, file: Path) -> Iterator[WordPage]:
    place.incoming.read_word(file)
    yield page_of(place)
    if isinstance(place.now, WordImport):
        place.now.page.lines.leave_editor()


def page_of(place: EditorPlace) -> WordPage:
    assert isinstance(place.now, WordImport)
    return place.now.page


def go_to(page: WordPage, words: str) -> int:
    """Choose the line of these words, and return its id."""
    line = next(one.id for one in page.session.proposal.lines if one.text == words)
    page.lines.go_to(line)
    page.lines.setFocus()
    return line


def becomes(page: WordPage, words: str) -> Becomes:
    return next(one.becomes for one in page.session.proposal.lines if one.text == words)


def press(page: WordPage, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(page.lines, key, modifiers or Qt.KeyboardModifier.NoModifier)


# Bringing in


def test_a_file_is_chosen_read_and_shown_beside_its_picture(
    place: EditorPlace, file: Path, qtbot: QtBot
) -> None:
    place.stage.header.from_word.click()
    file_dialog.choose(qtbot, file)
    page = page_of(place)
    assert page.title.text() == TITLE
    assert page.flow.view.drawing is not None
    assert page.lines.rows.rowCount() == len(page.session.proposal.lines)
    assert "8 trin" in page._counts.text()


def test_a_file_that_is_dropped_on_the_place_is_read(place: EditorPlace, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    place.dropEvent(event)
    assert page_of(place).title.text() == TITLE


def test_a_file_that_cannot_be_read_is_told_of_and_the_place_stays(
    place: EditorPlace, house: Furnishing, tmp_path: Path
) -> None:
    told: list[str] = []
    house.desk.messages.told.connect(lambda message: told.append(message.heading))
    old = tmp_path / "gammel.doc"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    place.incoming.read_word(old)
    assert told == ["Filen er fra en gammel udgave af Word (.doc)"]
    assert place.now is None


# Putting right


def test_keys_change_what_a_line_becomes_and_are_undone(page: WordPage) -> None:
    words = "Tidligere underretninger er læst igennem"
    go_to(page, words)
    for key, wanted in (
        (Qt.Key.Key_V, Becomes.GUIDE),
        (Qt.Key.Key_O, Becomes.HEADING),
        (Qt.Key.Key_U, Becomes.LEFT_OUT),
        (Qt.Key.Key_P, Becomes.ITEM),
        (Qt.Key.Key_T, Becomes.STEP),
    ):
        press(page, key)
        assert becomes(page, words) is wanted
    assert page.session.built.procedure.numbers["tidligere-underretninger-er-laest-igennem"] == 2
    QTest.keyClick(page.lines, Qt.Key.Key_Z, CTRL)
    assert becomes(page, words) is Becomes.ITEM
    QTest.keyClick(page.lines, Qt.Key.Key_Z, CTRL | SHIFT)
    assert becomes(page, words) is Becomes.STEP


def test_several_chosen_lines_change_together_as_one_step_of_undo(page: WordPage) -> None:
    first = "Dato og klokkeslæt skal være noteret"
    go_to(page, first)
    press(page, Qt.Key.Key_Down, SHIFT)
    press(page, Qt.Key.Key_V)
    assert becomes(page, first) is Becomes.GUIDE
    assert becomes(page, "Underretters navn og funktion er skrevet ned") is Becomes.GUIDE
    page.undo()
    assert page.session.undo_name == ""


def test_k_lets_an_item_be_required_and_takes_it_back(page: WordPage) -> None:
    line = go_to(page, "Søskende i hjemmet er skrevet op")
    press(page, Qt.Key.Key_K)
    assert page.session.proposal.line(line).is_required
    press(page, Qt.Key.Key_K)
    assert not page.session.proposal.line(line).is_required


def plain(action: QAction) -> str:
    """The words of a menu's line, without its letter and its key."""
    return action.text().replace("&", "").split("\t")[0]


def test_the_menu_opens_beside_the_line_and_holds_every_choice(page: WordPage) -> None:
    line = go_to(page, "Modtag underretningen")
    press(page, Qt.Key.Key_Return)
    menu = page.findChildren(QMenu)[0]
    names = [plain(action) for action in menu.actions()]
    assert {"Trin: Beslutning", "Tjekpunkt med krav", "Udelad linjen"} <= set(names)
    checked = [plain(action) for action in menu.actions() if action.isChecked()]
    assert [words.split("\t")[0] for words in checked] == ["Trin: Handling"]
    next(one for one in menu.actions() if "Møde" in plain(one)).trigger()
    assert page.session.proposal.line(line).kind is StepKind.MEETING
    roles = next(
        one for one in menu.findChildren(QMenu) if "Hvem gør det?" in plain(one.menuAction())
    )
    next(one for one in roles.actions() if one.text() == "Jurist").trigger()
    assert page.session.built.procedure.start.role == "jurist"
    menu.close()


def test_a_click_on_what_a_line_becomes_opens_the_menu(page: WordPage) -> None:
    go_to(page, "Kvittering er sendt")
    index = page.lines.currentIndex()
    at = page.lines.visualRect(index).topLeft() + QPoint(30, 14)
    QTest.mouseClick(page.lines.viewport(), Qt.MouseButton.LeftButton, pos=at)
    menu = page.findChildren(QMenu)[0]
    assert menu.isVisible()
    menu.close()


def test_lines_move_and_are_put_together_by_key(page: WordPage) -> None:
    go_to(page, "Barnet ved, hvad der sker nu")
    press(page, Qt.Key.Key_Up, ALT)
    texts = [line.text for line in page.session.proposal.lines]
    at = texts.index("Barnet ved, hvad der sker nu")
    assert texts[at + 1] == "Barnets egne ord er skrevet ned"
    go_to(page, "Barnets egne ord er skrevet ned")
    press(page, Qt.Key.Key_M)
    assert page.lines.current is not None
    assert page.lines.current.line.text.endswith("nu Barnets egne ord er skrevet ned")


def test_a_line_is_written_in_where_it_stands_and_enter_splits_it(page: WordPage) -> None:
    line = go_to(page, "Send kvittering til underretter")
    press(page, Qt.Key.Key_F2)
    editor = page.lines.editor
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Home)
    for _ in "Send kvittering":
        QTest.keyClick(editor, Qt.Key.Key_Right)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert page.session.proposal.line(line).text == "Send kvittering"
    assert becomes(page, "til underretter") is Becomes.GUIDE
    press(page, Qt.Key.Key_F2)
    assert page.lines.editor is not None
    QTest.keyClicks(page.lines.editor, " straks")
    QTest.keyClick(page.lines.editor, Qt.Key.Key_Return, CTRL)
    assert page.session.proposal.line(line).text == "Send kvittering straks"
    assert page.lines.editor is None


def test_escape_leaves_what_was_typed_and_backspace_at_the_beginning_puts_lines_together(
    page: WordPage,
) -> None:
    line = go_to(page, "Kvitteringen skal journaliseres")
    press(page, Qt.Key.Key_F2)
    assert page.lines.editor is not None
    QTest.keyClicks(page.lines.editor, "xyz")
    QTest.keyClick(page.lines.editor, Qt.Key.Key_Escape)
    assert page.session.proposal.line(line).text == "Kvitteringen skal journaliseres"
    press(page, Qt.Key.Key_F2)
    assert page.lines.editor is not None
    QTest.keyClick(page.lines.editor, Qt.Key.Key_Home)
    QTest.keyClick(page.lines.editor, Qt.Key.Key_Backspace)
    assert "Kvittering er sendt Kvitteringen skal journaliseres" in [
        line.text for line in page.session.proposal.lines
    ]


def test_what_may_be_a_cpr_number_is_refused_as_it_is_typed(
    page: WordPage, house: Furnishing
) -> None:
    told: list[str] = []
    house.desk.messages.told.connect(lambda message: told.append(message.heading))
    line = go_to(page, "Kvittering er sendt")
    press(page, Qt.Key.Key_F2)
    assert page.lines.editor is not None
    QTest.keyClicks(page.lines.editor, " 010190-1234")
    QTest.keyClick(page.lines.editor, Qt.Key.Key_Return, CTRL)
    assert len(told) == 1
    assert page.session.proposal.line(line).text == "Kvittering er sendt"


def test_line_and_step_are_chosen_together(page: WordPage) -> None:
    go_to(page, "Barnets egne ord er skrevet ned")
    page._select_step()
    assert page.flow.selected == "samtale-med-barnet"
    page.flow.view.choose("moede-i-visitationsteamet")
    assert page.lines.current is not None
    assert page.lines.current.line.text == "Møde i visitationsteamet"


def test_the_picture_follows_after_a_moment(page: WordPage) -> None:
    go_to(page, "Kvittering er sendt")
    press(page, Qt.Key.Key_T)
    assert page._picture.isActive()
    page.draw_now()
    assert page.flow.list.rows.find("kvittering-er-sendt").isValid()


def test_one_is_led_to_what_is_to_be_looked_at(place: EditorPlace, tmp_path: Path) -> None:
    document = in_headings()
    document.add_heading("Trin 9: Er alle orienteret?", 2)
    document.add_paragraph("Efter § 999.")
    place.incoming.read_word(saved(tmp_path, document))
    page = page_of(place)
    assert page.to_look_at.text() == "2 linjer at se på"
    seen = []
    for _ in range(3):
        QTest.keyClick(page.lines, Qt.Key.Key_F8)
        assert page.lines.current is not None
        seen.append(page.lines.current.line.text)
    assert seen == ["Er alle orienteret?", "Efter § 999.", "Er alle orienteret?"]


# Keeping


def test_nothing_is_kept_before_a_theme_is_chosen_and_then_the_draft_opens(
    place: EditorPlace, page: WordPage
) -> None:
    go = place.stage.header.make_draft
    assert not go.isEnabled()
    assert "tema" in place.stage.header.sub.text()
    page.theme_picker.setCurrentIndex(page.theme_picker.findData(THEME))
    page.theme_picker.activated.emit(page.theme_picker.currentIndex())
    assert go.isEnabled()
    go.click()
    assert isinstance(place.now, DraftWriting)
    assert isinstance(place.now.page, ProcedurePage)
    document = place.now.session.document
    assert isinstance(document, Procedure)
    assert (document.title, document.theme) == (TITLE, THEME)
    assert place.now.page.errors == 0


def test_the_title_is_written_above_and_is_one_step_of_undo(
    place: EditorPlace, page: WordPage
) -> None:
    page.title.setFocus()
    QTest.keyClick(page.title, Qt.Key.Key_End)
    QTest.keyClicks(page.title, " her")
    assert page.session.proposal.title == f"{TITLE} her"
    assert "titel" in place.stage.header.undo.toolTip()
    place.stage.header.undo.click()
    assert page.session.proposal.title == TITLE
    assert page.title.text() == TITLE


def test_one_who_leaves_with_corrections_is_offered_them_again(
    place: EditorPlace, page: WordPage, house: Furnishing
) -> None:
    offered: list[object] = []
    house.desk.messages.told.connect(lambda message: offered.append(message.mend))
    go_to(page, "Kvittering er sendt")
    press(page, Qt.Key.Key_V)
    place.stage.header.leave.click()
    assert place.now is None
    (mend,) = offered
    assert isinstance(mend, tuple)
    mend[1]()
    assert becomes(page_of(place), "Kvittering er sendt") is Becomes.GUIDE
    assert place.stage.header.undo.isEnabled()


def test_one_who_leaves_without_corrections_is_asked_nothing(
    place: EditorPlace, page: WordPage, house: Furnishing
) -> None:
    told: list[str] = []
    house.desk.messages.told.connect(lambda message: told.append(message.heading))
    place.stage.header.leave.click()
    assert told == []


# Words and access


def test_everything_that_can_be_chosen_and_told_has_its_words() -> None:
    assert all(becomes_text(one) for one in Becomes)
    assert all(becomes_icon(one) for one in Becomes if one is not Becomes.STEP)
    assert all(why_text(one) for one in Why)
    assert all(remark_text(Remark(one, "§ 1")) for one in Note)
    assert all(passed_over_text(((one, 2),)) for one in PassedOver)
    assert {choice.becomes for group in choices() for choice in group} == set(Becomes)


def test_every_change_has_a_name_for_undo() -> None:
    source = (Path(__file__).parents[4] / "app/ui/editor/word/word_page.py").read_text(
        encoding="utf-8"
    )
    names = {f"word_{name}" for name in ("become", "role", "move", "merge", "text", "split")}
    assert all(f'"{name}"' in source for name in names)
    assert names <= edit_names()


def test_every_control_has_a_name_and_a_line_says_all_of_itself(page: WordPage) -> None:
    assert unnamed(page) == []
    go_to(page, "Er barnet i akut fare?")
    said = page.lines.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("2 Beslutning. Er barnet i akut fare?. Modtagelse · 24 timer")


def test_the_page_can_be_used_at_every_size(page: WordPage, house: Furnishing) -> None:
    for percent in (80, 150, 200):
        theme().set_zoom(percent)
        assert house.window.grab().width() == house.window.width()
