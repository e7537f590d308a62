"""One sheet, large, as it will print: all of its pages, one below the other."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from app.printing.page_marks import Page
from app.printing.pages import page_image
from app.ui.keys import keys
from app.ui.keys.shortcuts import answer
from app.ui.look.theme import theme

_EDGE, _GAP = 24, 20
_READABLE = 1.1
"""Pixels for a point of the print: a sheet is not made smaller than this to be seen whole."""


class LargeSheet(QScrollArea):
    """Shows the pages of a sheet, whole where that can still be read, else as wide as they may."""

    def __init__(self) -> None:
        super().__init__()
        self._paper = _Pages()
        self.setWidget(self._paper)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme().changed.connect(self._fit)

    @property
    def page_count(self) -> int:
        """How many pages the sheet has."""
        return len(self._paper.pages)

    @property
    def current(self) -> int:
        """Which page stands highest in sight, from 0."""
        return self._paper.page_at(self.verticalScrollBar().value() + self._line())

    def show_pages(self, pages: tuple[Page, ...], name: str, text: str) -> None:
        """Show a sheet from its top; `text` is what it says, for a screen reader."""
        self.update_pages(pages, name, text)
        self.verticalScrollBar().setValue(0)

    def update_pages(self, pages: tuple[Page, ...], name: str, text: str) -> None:
        """Show the sheet as it is now, and stay where one reads."""
        self._paper.pages = pages
        self.setAccessibleName(name)
        self.setAccessibleDescription(text)
        self._fit()

    def turn(self, by: int) -> None:
        """Go to a page before or after the one in sight."""
        self.verticalScrollBar().setValue(round(self._paper.top_of(self.current + by)) - _EDGE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turns = {keys.LATER_PAGE: lambda: self.turn(1), keys.EARLIER_PAGE: lambda: self.turn(-1)}
        if self.page_count < 2 or not answer(event, turns):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._paper.set_focused(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._paper.set_focused(False)

    def _line(self) -> int:
        """How far down in sight a page counts as reached."""
        return self.viewport().height() // 3

    def _fit(self) -> None:
        pages = self._paper.pages
        if not pages:
            return
        room = self.viewport().size()
        scales = [
            min(
                (room.width() - 2 * _EDGE) / page.paper.width,
                max((room.height() - 2 * _EDGE) / page.paper.height, _READABLE * theme().scale),
            )
            for page in pages
        ]
        self._paper.set_scale(max(min(scales), 0.1))


class _Pages(QWidget):
    """Paints the pages; each is drawn once for each size."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: tuple[Page, ...] = ()
        self._scale = 1.0
        self._is_focused = False
        self._images: dict[int, tuple[Page, QImage]] = {}

    def set_scale(self, scale: float) -> None:
        """Take a size, in pixels for a point of the print."""
        self._scale = scale
        self.setMinimumHeight(round(self.top_of(len(self.pages))) - _GAP + _EDGE)
        self.update()

    def set_focused(self, is_focused: bool) -> None:
        """Show that the keys work here."""
        self._is_focused = is_focused
        self.update()

    def top_of(self, number: int) -> float:
        """Return where a page begins."""
        above = self.pages[: max(number, 0)]
        return _EDGE + sum(page.paper.height * self._scale + _GAP for page in above)

    def page_at(self, y: float) -> int:
        """Return the page at that height."""
        return max(sum(self.top_of(number) <= y for number in range(len(self.pages))) - 1, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number, page in enumerate(self.pages):
            sheet = self._rect(number, page)
            if sheet.intersects(QRectF(event.rect())):
                painter.drawImage(sheet, self._drawn(number, page, sheet.width()))
                painter.setPen(QPen(theme().color("hair"), 1))
                painter.drawRect(sheet)
        if self._is_focused and self.pages:
            first, last = self._rect(0, self.pages[0]), self._rect(-1, self.pages[-1])
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().color("focus"), 2))
            painter.drawRoundedRect(first.united(last).adjusted(-4, -4, 4, 4), 6, 6)
        painter.end()

    def _rect(self, number: int, page: Page) -> QRectF:
        width, height = page.paper.width * self._scale, page.paper.height * self._scale
        top = self.top_of(number % len(self.pages))
        return QRectF((self.width() - width) / 2, top, width, height)

    def _drawn(self, number: int, page: Page, width: float) -> QImage:
        pixels = max(1, round(width * self.devicePixelRatioF()))
        known = self._images.get(number)
        if known is None or known[0] is not page or known[1].width() != pixels:
            self._images[number] = (page, page_image(page, pixels))
        return self._images[number][1]
