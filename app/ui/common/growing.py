"""A box of several lines that is as tall as what is written in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea

from app.ui.common.theme import theme

_AIR = 12


class GrowingBox(QPlainTextEdit):
    """Begins with some lines and grows, so that all that was written can be read at once.

    There is nothing to scroll in it: the wheel scrolls what it stands in, and that follows the
    cursor.
    """

    def __init__(self, text: str = "", *, least_lines: int = 2) -> None:
        super().__init__(text)
        self._least_lines = least_lines
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.verticalScrollBar().setValue(0)
        self._follow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _fit(self) -> None:
        """Be as tall as the lines, which the layout of plain text counts instead of pixels."""
        lines = max(round(self.document().size().height()), self._least_lines)
        margins = 2 * round(self.document().documentMargin())
        tall = lines * self.fontMetrics().lineSpacing() + margins + theme().px(_AIR)
        if tall != self.height():
            self.setFixedHeight(tall)

    def _follow(self) -> None:
        """Keep the cursor in sight where the box is longer than what it stands in shows."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        page = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and page is not None and self.hasFocus():
            at = self.viewport().mapTo(page, self.cursorRect().center())
            area.ensureVisible(at.x(), at.y(), 0, 2 * self.fontMetrics().lineSpacing())
