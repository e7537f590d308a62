"""From pages laid out to where they are wanted: a PDF file, a printer, a picture on the screen."""

import errno
import os
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import (
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)
from PySide6.QtPrintSupport import QPrinter

from app.model.errors import Trouble
from app.printing.page_marks import Page
from app.printing.paint import paint_page
from app.printing.paper import POINTS_PER_MM, Paper

_RESOLUTION = 1200
_CREATOR = "Rød tråd"
_GLYPH_TABLE = re.compile(rb"\[(?:<[0-9A-F]{4}> ?)+\]")
_OTHER_SPACE = re.compile(rb"<0009>|<00A0>")


def write_pdf(pages: Sequence[Page], path: Path, title: str = "") -> None:
    """Write pages to a PDF file; an older file of that name stays whole if it fails."""
    data = pdf_bytes(pages, title)
    try:
        _replace(path, data)
    except OSError as error:
        raise _trouble(error, path) from error


def pdf_bytes(pages: Sequence[Page], title: str = "") -> bytes:
    """Make a PDF of pages, each in its own size."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(title or pages[0].title)
    writer.setCreator(_CREATOR)
    _paint(pages, writer)
    buffer.close()
    return _searchable(bytes(buffer.data().data()))


def print_pages(pages: Sequence[Page], printer: QPrinter) -> None:
    """Print pages, each in its own size; what the printer does not reach is left white."""
    printer.setFullPage(True)
    _paint(pages, printer)


def page_image(page: Page, width: int) -> QImage:
    """Paint a page as a picture of that width in pixels."""
    scale = width / page.paper.width
    image = QImage(width, round(page.paper.height * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_page(painter, page)
    painter.end()
    return image


def _paint(pages: Sequence[Page], device: QPagedPaintDevice) -> None:
    device.setPageLayout(page_layout(pages[0].paper))
    painter = QPainter()
    if not painter.begin(device):
        raise Trouble("print_failed")
    scale = device.logicalDpiX() / 72
    for number, page in enumerate(pages):
        if number:
            device.setPageLayout(page_layout(page.paper))
            if not device.newPage():
                painter.end()
                raise Trouble("print_failed")
        painter.save()
        painter.scale(scale, scale)
        paint_page(painter, page)
        painter.restore()
    painter.end()


def page_layout(paper: Paper) -> QPageLayout:
    """Tell a printer of a sheet of paper, without margins: they are part of the page."""
    short, long = sorted((paper.width, paper.height))
    size = QPageSize(
        QSizeF(short / POINTS_PER_MM, long / POINTS_PER_MM),
        QPageSize.Unit.Millimeter,
        paper.name,
        QPageSize.SizeMatchPolicy.FuzzyMatch,
    )
    orientation = QPageLayout.Orientation
    turned = orientation.Landscape if paper.is_wide else orientation.Portrait
    return QPageLayout(size, turned, QMarginsF(0, 0, 0, 0))


def _searchable(pdf: bytes) -> bytes:
    """Let every space in the text be found as a space.

    WORKAROUND: Qt tells readers that the glyph of the space stands for a tab, which it draws
    alike, so that a search for two words finds nothing. The tables are not compressed, and the
    bytes put in are as many as those taken out.
    """
    return _GLYPH_TABLE.sub(lambda table: _OTHER_SPACE.sub(b"<0020>", table[0]), pdf)


def _replace(path: Path, data: bytes) -> None:
    """Write beside the file and then put it in its place, so that there is never half a file."""
    if path.exists() and not path.is_file():
        raise PermissionError(errno.EACCES, "no plain file")
    path = path.resolve()  # a link stays a link, and what it leads to is written
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise


def _trouble(error: OSError, path: Path) -> Trouble:
    """Sort an error of the file system by what the user can do about it."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        code = "folder_missing"
    elif error.errno == errno.ENOSPC:
        code = "disk_full"
    else:
        code = "file_not_writable"
    return Trouble(code, path=str(path))
