"""The picture of what stands in a table: a curve or a network, as it prints."""

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.printing.filled_tool_pages import Picture, picture_block
from app.printing.ink import PAPER
from app.printing.page_marks import Block
from app.printing.paint import paint_mark
from app.ui.look.theme import theme

WIDTH = 760
_PICTURE_PIXELS = 1400


class PictureView(QWidget):
    """A curve or a network, painted as it prints; nothing where there is none."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.picture: Picture | None = None
        self.setAccessibleName(self.tr("Billede af {}").format(name))
        self.hide()

    def show_picture(self, picture: Picture | None) -> None:
        """Show another picture."""
        self.picture = picture
        self.setVisible(picture is not None)
        if picture is not None:
            self.setFixedHeight(round(self._block(theme().px(WIDTH)).rect.h))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._block(self.width()).marks:
            paint_mark(mark, painter)
        painter.end()

    def png(self) -> bytes:
        """Return the picture as it prints, for a file."""
        if self.picture is None:
            return b""
        drawn = picture_block(self.picture, _PICTURE_PIXELS / 2, PAPER)
        image = QImage(_PICTURE_PIXELS, round(drawn.rect.h * 2), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(2, 2)
        for mark in drawn.marks:
            paint_mark(mark, painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows no device
        return bytes(buffer.data().data())

    def _block(self, width: float) -> Block:
        assert self.picture is not None
        return picture_block(self.picture, width, theme().ink, theme().px(100) / 100)
