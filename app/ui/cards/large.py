"""One card, large, as it will print."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.printing.marks import Page
from app.printing.paint import paint_page
from app.ui.common.theme import theme


class LargeCard(QWidget):
    """Paints the pages of a card as vectors, as large as the room allows."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: tuple[Page, ...] = ()
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def page_count(self) -> int:
        """How many pages the card has."""
        return len(self._pages)

    def show_pages(self, pages: tuple[Page, ...], name: str, text: str) -> None:
        """Show a card; `text` is what it says, for a screen reader."""
        self._pages, self._at = pages, 0
        self.setAccessibleName(name)
        self.setAccessibleDescription(text)
        self.update()

    def turn(self, by: int) -> None:
        """Show another page of the card."""
        self._at = min(max(self._at + by, 0), len(self._pages) - 1)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._pages:
            return
        page = self._pages[self._at]
        room = QRectF(self.rect()).adjusted(24, 20, -24, -24)
        scale = min(room.width() / page.paper.width, room.height() / page.paper.height)
        width, height = page.paper.width * scale, page.paper.height * scale
        sheet = QRectF(room.center().x() - width / 2, room.top(), width, height)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(sheet, Qt.GlobalColor.white)
        painter.save()
        painter.translate(sheet.topLeft())
        painter.scale(scale, scale)
        paint_page(painter, page)
        painter.restore()
        painter.setPen(QPen(theme().color("hair"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet)
        if self.hasFocus():
            painter.setPen(QPen(theme().color("focus"), 2))
            painter.drawRoundedRect(sheet.adjusted(-4, -4, 4, 4), 6, 6)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in steps:
            self.turn(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.turn(-1 if event.angleDelta().y() > 0 else 1)
