"""Pages on their way out: to a PDF that can be read and searched, to a printer, to the screen."""

import errno
import os
from io import BytesIO
from pathlib import Path
from typing import cast

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrinter

from app.model.errors import Trouble
from app.printing.card_pages import card_pages
from app.printing.page_marks import Page
from app.printing.pages import page_image, pdf_bytes, print_pages, write_pdf
from app.printing.paper import A4, A5, A6
from app.printing.sheets import shared_sheets
from tests.printing.paper_make import CATALOGUE, VERSION, card, long_card, words_of


@pytest.fixture
def page() -> Page:
    return card_pages(card(), CATALOGUE, VERSION)[0]


def millimetres(reader: PdfReader) -> list[tuple[float, float]]:
    boxes = [page.mediabox for page in reader.pages]
    return [(float(box.width) / 72 * 25.4, float(box.height) / 72 * 25.4) for box in boxes]


def test_a_pdf_has_a_page_for_each_in_its_own_size(page: Page) -> None:
    other = card_pages(card(), CATALOGUE, VERSION, A4)[0]
    wide = shared_sheets([page, page])[0]
    reader = PdfReader(BytesIO(pdf_bytes([page, other, wide])))
    found = [pytest.approx(size, abs=0.4) for size in millimetres(reader)]
    assert found == [(148, 210), (210, 297), (297, 210)]


def test_the_text_of_a_pdf_can_be_read_and_searched_in_order(page: Page) -> None:
    reader = PdfReader(BytesIO(pdf_bytes([page])))
    text = " ".join(reader.pages[0].extract_text().split())
    for part in (
        "Henvendelser Actioncard 24-timersvurdering Afgør, om barnet er i fare nu",
        "Brug kortet, når kommunen har fået en underretning.",
        "1 Få overblik",
        "Vi ved, hvor barnet er nu Vigtigt",
        "Barnets lov § 136, stk. 2 · kontrolleret mod LBK nr. 282/2025",
        "Version 3 · Udgivet 12.10.2026",
    ):
        before, found, text = text.partition(part)
        assert found, (part, before)


def test_every_font_is_embedded(page: Page) -> None:
    reader = PdfReader(BytesIO(pdf_bytes([page])))
    resources = cast("DictionaryObject", reader.pages[0]["/Resources"])
    fonts = cast("DictionaryObject", resources["/Font"])
    assert len(fonts) == 3
    for font in fonts.values():
        (inner,) = font.get_object()["/DescendantFonts"]
        described = inner.get_object()
        assert "SourceSansPro" in described["/BaseFont"]
        assert "/FontFile2" in described["/FontDescriptor"]


def test_a_pdf_carries_its_title(page: Page) -> None:
    for given, title in (("", "24-timersvurdering"), ("Tre kort", "Tre kort")):
        described = PdfReader(BytesIO(pdf_bytes([page], given))).metadata
        assert described is not None
        assert described.title == title


def test_a_pdf_is_written_whole_and_leaves_nothing_beside_it(page: Page, tmp_path: Path) -> None:
    target = tmp_path / "kort æøå.pdf"
    write_pdf([page], target)
    write_pdf([page, page], target)
    assert len(PdfReader(target).pages) == 2
    assert os.listdir(tmp_path) == [target.name]


def test_a_missing_folder_is_told_as_such(page: Page, tmp_path: Path) -> None:
    with pytest.raises(Trouble) as caught:
        write_pdf([page], tmp_path / "mangler" / "kort.pdf")
    assert caught.value.code == "folder_missing"
    assert caught.value.params["path"].endswith("kort.pdf")


def test_a_folder_of_that_name_is_told_and_left_alone(page: Page, tmp_path: Path) -> None:
    target = tmp_path / "kort.pdf"
    target.mkdir()
    with pytest.raises(Trouble) as caught:
        write_pdf([page], target)
    assert caught.value.code == "file_not_writable"
    assert os.listdir(tmp_path) == ["kort.pdf"]


def test_a_full_disk_keeps_the_older_file(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "kort.pdf"
    write_pdf([page], target)
    before = target.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Trouble) as caught:
        write_pdf([page, page], target)
    assert caught.value.code == "disk_full"
    assert target.read_bytes() == before
    assert os.listdir(tmp_path) == ["kort.pdf"]


def test_a_printer_gets_every_page(page: Page, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "ud.pdf"))
    pages = [page, *card_pages(long_card(40), CATALOGUE, VERSION, A6)]
    print_pages(pages, printer)
    reader = PdfReader(tmp_path / "ud.pdf")
    assert len(reader.pages) == len(pages)
    assert millimetres(reader)[0] == pytest.approx((148, 210), abs=0.4)
    assert millimetres(reader)[-1] == pytest.approx((105, 148), abs=0.4)


@pytest.mark.qt_log_ignore("Returned false")
def test_a_printer_that_does_not_answer_is_told(page: Page, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "mangler" / "ud.pdf"))
    with pytest.raises(Trouble) as caught:
        print_pages([page], printer)
    assert caught.value.code == "print_failed"


def test_a_picture_of_a_page_has_the_width_asked_for_and_the_theme_s_band(page: Page) -> None:
    image = page_image(page, 250)
    assert (image.width(), image.height()) == (250, 355)
    assert image.pixelColor(30, 20) == QColor("#0E5F6B")
    assert image.pixelColor(2, 2) == QColor("#FFFFFF")
    assert isinstance(image, QImage)


def test_every_word_laid_out_is_in_the_pdf(page: Page) -> None:
    pages = card_pages(long_card(25, 9), CATALOGUE, VERSION, A5)
    reader = PdfReader(BytesIO(pdf_bytes(pages)))
    read = " ".join(one.extract_text() for one in reader.pages).split()
    assert set(words_of(pages).split()) <= set(read)
