"""The legend over a flow: one key away, and gone with the next."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.printing.flow_paint.flow_legend import (
    SECTION_WIDTH,
    LegendSection,
    legend_sections,
    paint_section,
)
from app.ui.keys import keys
from app.ui.keys.key_words import with_key
from app.ui.keys.overlay import Overlay
from app.ui.keys.shortcuts import asks
from app.ui.look.theme import theme
from app.ui.look.widgets import Button, Label, page_title

_LEAST_GAP, _MOST_GAP, _MARGIN = 28.0, 64.0, 28.0
_INSET = 8.0
"""Chairs and edges of the samples stand out that far on the left; as much is free above."""


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
        places = self.places(width)
        bottom = max(y + section.height for section, _, y in places)
        self.setFixedSize(QSize(width, round(bottom * theme().scale)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(theme().scale, theme().scale)
        for section, x, y in self.places(self.width()):
            painter.translate(x + _INSET, y)
            paint_section(painter, section, theme().ink)
            painter.translate(-x - _INSET, -y)
        painter.end()

    @staticmethod
    def places(width: int) -> list[tuple[LegendSection, float, float]]:
        """Return each section with where it stands: those beside each other begin together.

        One that is left alone spreads over all columns, so that none of them is empty.
        """
        sections = legend_sections()
        room = width / theme().scale - _INSET
        fitting = int((room + _LEAST_GAP) // (SECTION_WIDTH + _LEAST_GAP))
        columns = max(1, min(len(sections), fitting))
        gap = (room - columns * SECTION_WIDTH) / max(columns - 1, 1)
        step = SECTION_WIDTH + min(max(gap, _LEAST_GAP), _MOST_GAP)
        places, top = [], _INSET
        for start in range(0, len(sections), columns):
            line = sections[start : start + columns]
            beside = line if len(line) > 1 else line[0].split(columns)
            for column, section in enumerate(beside):
                places.append((section, column * step, top))
            top += max(section.height for section in beside) + _LEAST_GAP
        return places


class LegendOverlay(Overlay):
    """Covers its host while it is open."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setProperty("surface", "paper")
        self.setAccessibleName(self.tr("Tegnforklaring"))
        self._sheet = LegendSheet()
        self._area = QScrollArea()
        self._assemble()
        theme().changed.connect(self.place)

    def take_focus(self) -> None:
        self._area.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, keys.FLOW_LEGEND):
            self.close_overlay()
        else:
            super().keyPressEvent(event)

    def place(self) -> None:
        if self.isHidden():
            return
        margin = theme().px(_MARGIN)
        inset = theme().px(_INSET)
        self._column.setContentsMargins(margin - inset, theme().px(28), margin - inset, 0)
        edges = 2 * self._area.frameWidth() + self._area.verticalScrollBar().width()
        self._sheet.arrange(self.width() - 2 * (margin - inset) - edges)

    def _assemble(self) -> None:
        self._area.setWidget(self._sheet)
        self._area.setObjectName("reading")
        self._area.setAccessibleName(self.tr("Tegnene"))
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        head = QHBoxLayout()
        head.setContentsMargins(theme().px(_INSET), 0, 0, 0)
        head.addWidget(page_title(self.tr("Tegnforklaring")))
        head.addStretch(1)
        close = Button("", "quiet", "close", self.close_overlay)
        close.setToolTip(with_key(self.tr("Luk"), keys.LEAVE))
        close.setAccessibleName(self.tr("Luk tegnforklaringen"))
        head.addWidget(close)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        words = self.tr("Form, tegn og farve siger det samme. Ingen af dem står alene.")
        note = Label(words, color="ink_2", wrap=True)
        note.setContentsMargins(theme().px(_INSET), 0, 0, 0)
        self._column.addWidget(note)
        self._column.addSpacing(16)
        self._column.addWidget(self._area, 1)
