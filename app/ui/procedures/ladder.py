"""The intervention ladder: a staircase from the general system to placement."""

from itertools import pairwise

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.library.catalogue import Library
from app.ui.look.column_scroll import ColumnScroll
from app.ui.look.theme import theme
from app.ui.look.widgets import Label, clear_layout, second_line
from app.ui.procedures.ladder_rung import RungPanel, RungRoom, least_width

_INDENTS = {RungRoom.WIDE: (9, 24), RungRoom.MIDDLE: (12, 12), RungRoom.NARROW: (6, 6)}
"""How much further in a step is than the one below: the least, and the most."""

_EDGE = 20


class LadderView(QWidget):
    """Shows the steps of the ladder, the lowest at the foot, each further in than the one below.

    Signals: `procedure_requested` and `card_requested` with an id, `law_requested` with a
    reference, when a link is chosen.
    """

    procedure_requested = Signal(str)
    card_requested = Signal(str)
    law_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.panels: tuple[RungPanel, ...] = ()
        self._rows: tuple[QHBoxLayout, ...] = ()
        self._at = 0
        self._stairs = QVBoxLayout()
        self._stairs.setSpacing(6)
        self._scroll = ColumnScroll()
        self._assemble()
        theme().changed.connect(self._lay_out)

    def show_library(self, library: Library) -> None:
        """Show the ladder of a library."""
        clear_layout(self._stairs)
        ladder = library.catalogue.ladder
        self.panels = tuple(
            RungPanel(rung, number, len(ladder), library)
            for number, rung in enumerate(ladder, start=1)
        )
        self._rows = tuple(QHBoxLayout() for _ in self.panels)
        for row, panel in zip(reversed(self._rows), reversed(self.panels), strict=True):
            row.addWidget(panel)
            self._stairs.addLayout(row)
            panel.procedure_requested.connect(self.procedure_requested)
            panel.card_requested.connect(self.card_requested)
            panel.law_requested.connect(self.law_requested)
            panel.move_requested.connect(self._on_move_requested)
        self._order_tabs()
        self._lay_out()

    def focus_start(self) -> None:
        """Stand on the lowest step, where one begins."""
        if self.panels:
            self._stand_on(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _assemble(self) -> None:
        inner = _LadderInner()
        stairs = QVBoxLayout(inner)
        stairs.setContentsMargins(_EDGE, 4, _EDGE, 16)
        stairs.addLayout(self._stairs)
        stairs.addStretch(1)
        self._scroll.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._what_it_is())
        column.addWidget(self._scroll, 1)
        self.setAccessibleName(self.tr("Indsatstrappen"))

    def _what_it_is(self) -> QVBoxLayout:
        """Say how the ladder is used, and what it rests on."""
        column = QVBoxLayout()
        column.setContentsMargins(20, 12, 20, 8)
        column.setSpacing(2)
        says = self.tr(
            "Vælg det trin, der møder barnets behov. Det laveste trin er ikke et mål i sig selv, "
            "men arbejd hele tiden på at komme et trin ned, tættere på en almindelig hverdag."
        )
        column.addWidget(Label(says, wrap=True))
        ground = self.tr(
            "Trappens seks trin er vejledning fra Social- og Boligstyrelsen. "
            "Paragrafferne viser, hvad loven siger."
        )
        column.addWidget(second_line(ground, wrap=True))
        return column

    def _order_tabs(self) -> None:
        """Let the keyboard climb the stairs, from the lowest step up."""
        stops = [stop for panel in self.panels for stop in panel.stops()]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        """Give all steps the room of the highest, which is the narrowest."""
        room, indent = self._room()
        for number, panel in enumerate(self.panels):
            panel.set_room(room)
            self._rows[number].setContentsMargins(indent * number, 0, 0, 0)

    def _room(self) -> tuple[RungRoom, int]:
        """Return how the steps stand, and how much further in each is than the one below."""
        width = self._scroll.viewport().width() - 2 * _EDGE
        above = max(len(self.panels) - 1, 1)
        for room, (least, most) in _INDENTS.items():
            fitting = (width - least_width(room)) // above
            if fitting >= theme().px(least):
                return room, min(fitting, theme().px(most))
        return RungRoom.NARROW, theme().px(_INDENTS[RungRoom.NARROW][0])

    def _stand_on(self, number: int) -> None:
        self._at = number
        self.panels[number].setFocus()
        self._bring_into_sight()
        QTimer.singleShot(0, self._bring_into_sight)

    def _bring_into_sight(self) -> None:
        """Scroll to where the keyboard stands; once more when the steps have found their place."""
        if self._at < len(self.panels):
            self._scroll.ensureWidgetVisible(self.panels[self._at], 0, 20)

    def _on_move_requested(self, number: int, by: int) -> None:
        self._stand_on(min(max(number - 1 + by, 0), len(self.panels) - 1))


class _LadderInner(QWidget):
    """What is scrolled: as tall as its words are at their width, not as at their narrowest."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
