"""The rail at the left: the mark of the program and its places."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.printing.icons import ICON_FOLDER, paint_icon
from app.ui.common.theme import theme


class RailButton(QToolButton):
    """A place: its icon above its name."""

    def __init__(self, title: str, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self.setText(title)
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(72), theme().px(56))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, on = theme().px, self.isChecked()
        ground = QRectF(self.rect())
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("accent_tint" if on else "accent_wash"))
            painter.drawRoundedRect(ground, px(8), px(8))
        color = "accent" if on else "ink_2"
        side = px(22)
        icon = QRectF((self.width() - side) / 2, px(8), side, side)
        paint_icon(painter, self._icon, icon, getattr(theme().ink, color))
        painter.setPen(theme().color(color))
        weight = theme().font().Weight.DemiBold if on else theme().font().Weight.Normal
        painter.setFont(theme().font(8.5, weight))
        words = ground.adjusted(0, px(32), 0, -px(4))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            painter.setPen(theme().color("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), px(8), px(8))
        painter.end()


class _Mark(QWidget):
    """The mark of the program: a red thread through three stations."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, QRectF(0, 0, self.width(), self.height()))
        painter.end()


def paint_mark(painter: QPainter, rect: QRectF) -> None:
    """Paint the mark in the colours in force."""
    from PySide6.QtCore import QByteArray
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


class Rail(QFrame):
    """The places, one under the other.

    Signals: `place_requested` with the key of a place; `find_requested` to search in everything.
    """

    place_requested = Signal(str)
    find_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Steder"))
        self._buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._mark = _Mark()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 8, 6, 8)
        self._column.setSpacing(2)
        self._column.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(8)
        self._column.addWidget(self._find_button())
        self._column.addStretch(1)
        self._resize()
        theme().changed.connect(self._resize)

    def add_place(self, key: str, title: str, icon: str, *, at_foot: bool = False) -> None:
        """Add a place; its key is Ctrl and its number, from above."""
        button = RailButton(title, icon)
        button.clicked.connect(lambda: self.place_requested.emit(key))
        if at_foot:
            self._column.addWidget(button)
        else:
            number = len(self._buttons) + 1
            button.setShortcut(QKeySequence(f"Ctrl+{number}"))
            button.setToolTip(f"{title} (Ctrl+{number})")
            self._column.insertWidget(self._column.count() - 1, button)
        self._group.addButton(button)
        self._buttons[key] = button

    def show_place(self, key: str) -> None:
        """Mark the place that is shown."""
        self._buttons[key].setChecked(True)

    def _find_button(self) -> RailButton:
        """The way to search in everything, for those who do not know its key."""
        button = RailButton(self.tr("Søg"), "search")
        button.setCheckable(False)
        button.setToolTip(self.tr("Søg i alt (Ctrl+K)"))
        button.clicked.connect(lambda: self.find_requested.emit())
        return button

    def _resize(self) -> None:
        side = theme().px(36)
        self._mark.setFixedSize(side, side)
        self.setFixedWidth(theme().px(84))
        self.updateGeometry()
