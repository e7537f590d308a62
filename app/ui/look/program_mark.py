"""The mark of the program: a red thread through three stations."""

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.printing.line_icons import ICON_FOLDER
from app.ui.look.theme import theme


class ProgramMark(QWidget):
    """The mark in the colours in force, as large as its side says."""

    def __init__(self, side: int) -> None:
        super().__init__()
        self._side = side
        self._resize()
        theme().changed.connect(self._resize)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint(painter, QRectF(self.rect()))
        painter.end()

    def _resize(self) -> None:
        self.setFixedSize(theme().px(self._side), theme().px(self._side))


def _paint(painter: QPainter, rect: QRectF) -> None:
    from PySide6.QtSvg import QSvgRenderer

    ink = theme().ink
    source = (ICON_FOLDER / "roed-traad.svg").read_text(encoding="utf-8")
    for shipped, now in (
        ("#B11E2B", ink.thread),
        ("#EFECE4", ink.sunken),
        ("#1E2427", ink.ink),
    ):
        source = source.replace(shipped, now)
    QSvgRenderer(QByteArray(source.encode())).render(painter, rect)
