"""The preview: what is seen is what is printed, and all of it can be done from the keyboard."""

import errno
import os
import sys
from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, QMargins, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.printing.card_pages import card_pages
from app.printing.ink import Ink
from app.printing.page_marks import Page
from app.printing.paper import A4, A5, A6, Paper
from app.ui.base.crash import CrashWatch
from app.ui.look.theme import theme
from app.ui.paper.print_preview import PrintPreview
from tests.printing.paper_make import CATALOGUE, VERSION, card
from tests.ui import file_dialog


def make(paper: Paper, ink: Ink) -> tuple[Page, ...]:
    cards = [card(id=f"kort-{n}", title=f"Kort {n}") for n in range(3)]
    return tuple(p for one in cards for p in card_pages(one, CATALOGUE, VERSION, paper, ink))


@pytest.fixture
def preview(qtbot: QtBot) -> PrintPreview:
    dialog = PrintPreview("Tre kort", make, (A5, A4, A6))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_it_opens_with_the_first_page_of_the_first_paper(preview: PrintPreview) -> None:
    assert [page.paper for page in preview.pages] == [A5, A5, A5]
    assert preview.current == 0
    assert preview.header.title.text() == "Tre kort"
    assert preview.header.sub.text() == "3 sider · A5 · i farver"


def test_another_paper_lays_everything_out_anew(preview: PrintPreview) -> None:
    preview.choose_paper(A4)
    assert {page.paper for page in preview.pages} == {A4}
    assert "A4" in preview.header.sub.text()


def test_black_print_is_seen_before_it_is_printed(preview: PrintPreview) -> None:
    coloured = preview.pages
    preview.black.click()
    assert preview.pages != coloured
    assert "kun sort" in preview.header.sub.text()


def test_small_cards_can_share_a_sheet_of_a4(preview: PrintPreview) -> None:
    preview.shared.click()
    assert [page.paper.name for page in preview.pages] == ["A4", "A4"]
    preview.choose_paper(A4)
    assert not preview.shared.isVisible()
    assert [page.paper for page in preview.pages] == [A4, A4, A4]


def test_pages_are_turned_from_the_keyboard_and_from_the_list(preview: PrintPreview) -> None:
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.current == 1
    QTest.keyClick(preview.list, Qt.Key.Key_Down)
    assert preview.current == 2
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    assert preview.current == 2
    QTest.keyClick(preview, Qt.Key.Key_PageUp)
    assert preview.current == 1
    assert preview.list.currentIndex().row() == 1


def test_the_zoom_goes_up_and_down_and_back_to_the_whole_page(preview: PrintPreview) -> None:
    whole = preview.zoom
    QTest.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom == pytest.approx(whole * 1.25)
    QTest.keyClick(preview, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(preview, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom < whole
    QTest.keyClick(preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom == pytest.approx(whole)


def test_the_whole_page_stays_in_sight_when_the_window_grows(preview: PrintPreview) -> None:
    small = preview.zoom
    preview.resize(preview.width() + 300, preview.height() + 300)
    assert preview.zoom > small


def test_a_screen_reader_hears_what_the_page_says(preview: PrintPreview) -> None:
    assert preview.view.accessibleName() == "Side 1 af 3"
    assert "Brug kortet, når" in preview.view.accessibleDescription()
    said = preview.rows.data(preview.rows.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Side 2 af 3: Kort 1"


def test_saving_asks_for_a_name_and_writes_what_is_seen(
    preview: PrintPreview, tmp_path: Path, qtbot: QtBot
) -> None:
    QTest.keyClick(preview, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert file_dialog.proposed().name == "Tre kort.pdf"
    file_dialog.choose(qtbot, tmp_path / "mine kort")
    assert len(PdfReader(tmp_path / "mine kort.pdf").pages) == 3
    assert preview.toast.text.startswith("Gemt som")
    assert not preview.banner.isVisible()


def test_nothing_is_written_when_no_name_is_given(
    preview: PrintPreview, tmp_path: Path, qtbot: QtBot
) -> None:
    QTest.keyClick(preview, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    file_dialog.cancel(qtbot)
    assert os.listdir(tmp_path) == []
    assert not preview.banner.isVisible()


def test_a_full_disk_is_told_in_the_window_and_can_be_tried_again(
    preview: PrintPreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        assert not preview.save_pdf(tmp_path / "kort.pdf")
    assert preview.banner.isVisible()
    assert "plads" in preview.banner.accessibleName()
    assert preview.save_pdf(tmp_path / "kort.pdf")
    assert not preview.banner.isVisible()


def test_the_printer_gets_the_pages_it_was_asked_for(preview: PrintPreview, tmp_path: Path) -> None:
    printer = printer_to(tmp_path / "ud.pdf")
    printer.setFromTo(2, 3)
    assert preview.print_on(printer)
    reader = PdfReader(tmp_path / "ud.pdf")
    assert len(reader.pages) == 2
    assert "Kort 1" in " ".join(reader.pages[0].extract_text().split())


def test_what_is_agreed_to_in_the_dialog_of_the_printer_is_printed(
    preview: PrintPreview, qtbot: QtBot, tmp_path: Path
) -> None:
    QTest.keyClick(preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = preview.findChild(QPrintDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    printers = dialog.findChild(QComboBox, "printers")
    field = dialog.findChild(QLineEdit, "filename")
    assert printers is not None
    assert field is not None
    QTest.keyClick(printers, Qt.Key.Key_End)  # the last is always a file, whatever is connected
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, str(tmp_path / "ud.pdf"))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert len(PdfReader(tmp_path / "ud.pdf").pages) == 3
    assert not preview.isVisible()


def test_nothing_is_printed_when_the_dialog_of_the_printer_is_closed(
    preview: PrintPreview, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    QTest.keyClick(preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = preview.findChild(QPrintDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert preview.isVisible()
    assert not list(tmp_path.iterdir())


def test_a_mistake_of_ours_is_told_in_it_while_it_is_open(
    preview: PrintPreview, tmp_path: Path
) -> None:
    watch = CrashWatch(tmp_path, datetime(2026, 11, 30, 12, 0))
    try:
        sys.excepthook(LookupError, LookupError(), None)
        assert preview.banner.accessibleName() == "Noget i programmet gik galt"
        assert preview.banner.isVisible()
        QTest.keyClick(preview, Qt.Key.Key_Escape)
        sys.excepthook(LookupError, LookupError(), None)
    finally:
        watch.end()


def test_escape_closes_it(preview: PrintPreview) -> None:
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    assert not preview.isVisible()


def test_nothing_of_it_is_kept_when_it_is_closed(qapp: QApplication) -> None:
    preview = PrintPreview("Tre kort", make, (A5, A4, A6))
    preview.open()
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(preview)


def test_it_is_no_larger_than_the_screen_at_any_size_of_text(qtbot: QtBot) -> None:
    theme().set_zoom(200)
    shown = PrintPreview("Tre kort", make, (A5, A4, A6))
    qtbot.addWidget(shown)
    shown.show()
    room = shown.screen().availableGeometry()
    assert shown.width() <= room.width()
    assert shown.height() <= room.height()


def test_its_frame_is_on_the_screen_too(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    behind = QWidget()
    qtbot.addWidget(behind)
    framed = behind.geometry().marginsAdded(QMargins(0, 40, 0, 0))
    monkeypatch.setattr(behind, "frameGeometry", lambda: framed)
    theme().set_zoom(200)
    shown = PrintPreview("Tre kort", make, (A5, A4, A6), parent=behind)
    shown.show()
    assert shown.height() + 40 <= shown.screen().availableGeometry().height()
