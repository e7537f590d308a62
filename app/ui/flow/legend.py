"""The legend over a flow: one key away, and gone with the next."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.printing.flow_paint.legend import (
    SECTION_WIDTH,
    LegendSection,
    legend_sections,
    paint_section,
)
from app.ui.common.theme import theme
from app.ui.common.widgets import Button, Label, page_title

_LEAST_GAP, _MOST_GAP, _MARGIN = 28.0, 64.0, 28.0
_INSET = 8.0
"""Chairs and edges of the samples stand out that far on the left."""


class LegendSheet(QWidget):
    """Paints the sections side by side where there is room, else below each other."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Tegnforklaring"))
        said = [
            f"{section.title}: " + "; ".join(f"{row.name}, {row.note}" for row in section.rows)
            for section in legend_sections()
        ]
        self.setAccessibleDescription(". ".join(said))

    def arrange(self, width: int) -> None:
        """Take the height that the sections need in that width."""
        places = self._places(width)
        bottom = max(y + section.height for section, _, y in places)
        self.setFixedSize(QSize(width, round(bottom * theme().scale)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(theme().scale, theme().scale)
        for section, x, y in self._places(self.width()):
            painter.translate(x + _INSET, y)
            paint_section(painter, section, theme().ink)
            painter.translate(-x - _INSET, -y)
        painter.end()

    @staticmethod
    def _places(width: int) -> list[tuple[LegendSection, float, float]]:
        """Fill the columns one after the other, each with whole sections."""
        sections = legend_sections()
        room = width / theme().scale - _INSET
        fitting = int((room + _LEAST_GAP) // (SECTION_WIDTH + _LEAST_GAP))
        columns = max(1, min(len(sections), fitting))
        gap = (room - columns * SECTION_WIDTH) / max(columns - 1, 1)
        step = SECTION_WIDTH + min(max(gap, _LEAST_GAP), _MOST_GAP)
        bottoms = [0.0] * columns
        places = []
        for number, section in enumerate(sections):
            column = number if number < columns else bottoms.index(min(bottoms))
            places.append((section, column * step, bottoms[column]))
            bottoms[column] += section.height + _LEAST_GAP
        return places


class LegendOverlay(QFrame):
    """Covers its parent while it is open.

    Signals: `closed` when it is gone again.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheet = LegendSheet()
        self._area = QScrollArea()
        self._assemble()
        parent.installEventFilter(self)
        theme().changed.connect(self._arrange)
        self.hide()

    def open(self) -> None:
        """Cover the parent and take the keyboard."""
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self._arrange()
        self.setFocus()

    def close_again(self) -> None:
        """Uncover the parent."""
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._over:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        closing = (Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Question, Qt.Key.Key_Return)
        bar = self._area.verticalScrollBar()
        scrolling = {Qt.Key.Key_Down: 40, Qt.Key.Key_Up: -40, Qt.Key.Key_PageDown: 400}
        if event.key() in closing:
            self.close_again()
        elif event.key() in scrolling:
            bar.setValue(bar.value() + scrolling[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _assemble(self) -> None:
        self._area.setWidget(self._sheet)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.setContentsMargins(theme().px(_INSET), 0, 0, 0)
        head.addWidget(page_title(self.tr("Tegnforklaring")))
        head.addStretch(1)
        close = Button("", "quiet", "close", self.close_again, tip=self.tr("Luk (Esc)"))
        head.addWidget(close)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        words = self.tr("Form, tegn og farve siger det samme. Ingen af dem står alene.")
        note = Label(words, color="ink_2", wrap=True)
        note.setContentsMargins(theme().px(_INSET), 0, 0, 0)
        self._column.addWidget(note)
        self._column.addSpacing(16)
        self._column.addWidget(self._area, 1)

    def _arrange(self) -> None:
        if self.isHidden():
            return
        margin = theme().px(_MARGIN)
        inset = theme().px(_INSET)
        self._column.setContentsMargins(margin - inset, theme().px(28), margin - inset, 0)
        room = self.width() - 2 * (margin - inset) - self._area.verticalScrollBar().width()
        self._sheet.arrange(room)
