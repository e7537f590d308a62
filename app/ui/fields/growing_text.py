"""A box of several lines that is as tall as what is written in it."""

from math import ceil

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QFont, QInputMethodEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea

from app.ui.look.field_room import BoxRoom
from app.ui.look.theme import theme

_PADDING, _EDGE = 4, 1
"""What the style sheet puts above and below the words."""
_SETTLED_MS = 20
"""So long may what it stands in take to find its size when the box has another."""
_SPARE = 2
"""Without a pixel left below the last line, Qt takes the text for too long."""


class GrowingBox(QPlainTextEdit):
    """Begins with some lines and grows, so that all that was written can be read at once.

    There is nothing to scroll in it: the wheel scrolls what it stands in, and that follows the
    cursor.
    """

    def __init__(self, *, most: int, least_lines: int = 2) -> None:
        super().__init__()
        self.room = BoxRoom(self, most)
        self._least_lines = least_lines
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SETTLED_MS)
        self._soon.timeout.connect(self._follow)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.cursorPositionChanged.connect(self._follow)
        theme().changed.connect(self._fit)
        self._fit()

    def take_font(self, font: QFont) -> None:
        """Write in a font of one's own; the hint stands in it too."""
        self.setFont(font)
        self.viewport().setFont(font)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.room.takes_key(event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self.room.takes_method(event):
            super().inputMethodEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped where there is room for it."""
        if self.room.takes(source.text()):
            super().insertFromMimeData(source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.verticalScrollBar().setValue(0)
        self._follow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _fit(self) -> None:
        """Be as tall as the lines. A line is seldom a whole number of pixels, and what many of them
        are rounded off would be missing at the end.
        """
        around = 2 * (round(self.document().documentMargin()) + theme().px(_PADDING) + _EDGE)
        tall = ceil(self._text_height()) + around + _SPARE
        if tall != self.height():
            self.setFixedHeight(tall)
            if self.hasFocus():  # what is around it finds its place only after this
                self._soon.start()

    def _text_height(self) -> float:
        """Return how tall the text is, with the lines that it has room for from the beginning."""
        block, tall, lines = self.document().firstBlock(), 0.0, 0
        while block.isValid():
            self.blockBoundingRect(block)  # lays it out
            tall += block.layout().boundingRect().height()
            lines += block.layout().lineCount()
            block = block.next()
        return tall + max(self._least_lines - lines, 0) * tall / max(lines, 1)

    def _follow(self) -> None:
        """Keep the cursor in sight where the box is longer than what it stands in shows."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        page = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and page is not None and self.hasFocus():
            at = self.viewport().mapTo(page, self.cursorRect().center())
            area.ensureVisible(at.x(), at.y(), 0, 2 * self.fontMetrics().lineSpacing())
