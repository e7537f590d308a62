"""One step of the intervention ladder: what it is, and what belongs to it."""

from collections.abc import Callable, Iterable
from enum import Enum
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model.danish.notation import NBSP, law_label
from app.model.library.catalogue import Library, Rung
from app.printing.fonts import SEMIBOLD as DRAWN_SEMIBOLD
from app.printing.fonts import paint_text, text_width
from app.ui.keys import keys
from app.ui.keys.shortcuts import answer
from app.ui.look.icons import IconLabel
from app.ui.look.theme import theme
from app.ui.look.tip_words import tip_words
from app.ui.look.widgets import SEMIBOLD, Button, Label
from app.ui.steps.panel_sections import WrapLink

_MOVES = {keys.UP: 1, keys.DOWN: -1, keys.HOME: -99, keys.END: 99}
_LAW_COLUMNS = 2
_NO_LIMIT = 16_777_215
_DISC, _GAP, _EDGE = 26, 16, 14


class RungRoom(Enum):
    """How much room there is for the steps."""

    WIDE = "wide"
    MIDDLE = "middle"
    NARROW = "narrow"


_PLACES = {
    RungRoom.WIDE: ((0, 2, 1), (0, 3, 1), (0, 4, 1)),
    RungRoom.MIDDLE: ((1, 1, 1), (1, 2, 1), (1, 3, 1)),
    RungRoom.NARROW: ((1, 1, 3), (2, 1, 3), (3, 1, 3)),
}
"""Where the groups of links stand: row, column, and how many columns they take."""

_WIDTHS = {
    RungRoom.WIDE: ((_DISC, 0), (200, 1), (236, 0), (216, 0), (180, 0)),
    RungRoom.MIDDLE: ((_DISC, 0), (150, 1), (150, 1), (190, 0), (0, 0)),
    RungRoom.NARROW: ((_DISC, 0), (0, 1), (0, 0), (0, 0), (0, 0)),
}
"""Least width and share of what is left, for each column."""


def least_width(room: RungRoom) -> int:
    """Return how wide a step must be for its groups to stand like that."""
    columns = [width for width, _ in _WIDTHS[room] if width]
    return theme().px(sum(columns) + _GAP * (len(columns) - 1) + 2 * _EDGE)


class RungPanel(QFrame):
    """A step that the keyboard can stand on, with links to its procedures, cards and provisions.

    Signals: `procedure_requested` and `card_requested` with an id, `law_requested` with a
    reference; `move_requested` with the step's number and how many steps up the keys ask for.
    """

    procedure_requested = Signal(str)
    card_requested = Signal(str)
    law_requested = Signal(str)
    move_requested = Signal(int, int)

    def __init__(self, rung: Rung, number: int, count: int, library: Library) -> None:
        super().__init__()
        self.number = number
        self._links: list[Button] = []
        self._room = RungRoom.MIDDLE
        self._disc = _RungDisc(number)
        self._words = self._make_words(rung)
        self._groups = (
            self._procedures(rung, library),
            self._cards(rung, library),
            self._law(rung, library),
        )
        self._grid = QGridLayout(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        name = self.tr("Trin {} af {}: {}").format(number, count, rung.title)
        self.setAccessibleName(name)
        self.setAccessibleDescription(rung.summary)
        self.set_room(RungRoom.WIDE)

    def stops(self) -> list[QWidget]:
        """Return where the tab key stops: the step itself, then its links."""
        return [self, *self._links]

    def set_room(self, room: RungRoom) -> None:
        """Stand the groups of links beside the words, below them, or below each other."""
        if room is not self._room:
            self._room = room
            for widget in (self._disc, self._words, *self._groups):
                self._grid.removeWidget(widget)
            top = Qt.AlignmentFlag.AlignTop
            span = 1 if room is RungRoom.WIDE else 3
            self._grid.addWidget(self._disc, 0, 0, top)
            self._grid.addWidget(self._words, 0, 1, 1, span, top)
            for position, group in enumerate(self._groups):
                row, column, span = _PLACES[room][position]
                self._grid.addWidget(group, row, column, 1, span, top)
        self._give_room()

    def _give_room(self) -> None:
        px = theme().px
        self._grid.setContentsMargins(px(_EDGE), px(9), px(_EDGE), px(9))
        self._grid.setHorizontalSpacing(px(_GAP))
        self._grid.setVerticalSpacing(px(8))
        widths = _WIDTHS[self._room]
        for column, (width, stretch) in enumerate(widths):
            self._grid.setColumnMinimumWidth(column, px(width))
            self._grid.setColumnStretch(column, stretch)
        for group, (width, _) in zip(self._groups, widths[2:], strict=True):
            group.setMaximumWidth(px(width) if self._room is RungRoom.WIDE else _NO_LIMIT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            key: partial(self.move_requested.emit, self.number, by) for key, by in _MOVES.items()
        }
        if not answer(event, moves):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._disc.set_on(True)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._disc.set_on(False)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        pen = QPen(theme().color("focus" if focused else "hair"), 2 if focused else 1)
        painter.setPen(pen)
        painter.setBrush(theme().color("surface"))
        radius = theme().px(8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()

    def _make_words(self, rung: Rung) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(rung.title, points=11.5, weight=SEMIBOLD, wrap=True))
        column.addWidget(Label(rung.summary, color="ink_2", wrap=True))
        return box

    def _procedures(self, rung: Rung, library: Library) -> QWidget:
        known = library.procedure_by_id
        found = [known[slug] for slug in rung.procedures if slug in known]
        name = self.tr("Sagsprocedure: {}")
        return self._group(
            "procedures",
            self.tr("Sagsprocedurer"),
            (
                self._link(one.title, name, partial(self.procedure_requested.emit, one.id))
                for one in found
            ),
        )

    def _cards(self, rung: Rung, library: Library) -> QWidget:
        known = library.card_by_id
        found = [known[slug] for slug in rung.cards if slug in known]
        name = self.tr("Actioncard: {}")
        return self._group(
            "cards",
            self.tr("Actioncards"),
            (
                self._link(one.title, name, partial(self.card_requested.emit, one.id))
                for one in found
            ),
        )

    def _law(self, rung: Rung, library: Library) -> QWidget:
        """Each provision, short; its meaning is in the tip, and is read aloud."""
        catalogue = library.catalogue
        links = []
        for ref in rung.law:
            label = law_label(ref, catalogue).replace(" ", NBSP)
            link = self._link(label, self.tr("Lov: {}"), partial(self.law_requested.emit, ref))
            provision = catalogue.provision(ref)
            says = provision.says if provision else ""
            link.setToolTip(tip_words(says))
            link.setAccessibleDescription(says)
            links.append(link)
        return self._group("scale", self.tr("Lov"), links, columns=_LAW_COLUMNS)

    def _link(self, text: str, name: str, on_click: Callable[[], None]) -> WrapLink:
        link = WrapLink(text.replace("§ ", f"§{NBSP}"), on_click)
        link.setAccessibleName(name.format(text))
        self._links.append(link)
        return link

    def _group(
        self, icon: str, title: str, links: Iterable[QWidget], *, columns: int = 1
    ) -> QWidget:
        """Links of one kind, with the sign of the kind before them."""
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        sign = IconLabel(icon, "ink_3", 16)
        sign.setToolTip(title)
        grid = QGridLayout()
        grid.setVerticalSpacing(0)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(columns if columns > 1 else 0, 1)
        count = 0
        for count, link in enumerate(links, start=1):
            grid.addWidget(link, (count - 1) // columns, (count - 1) % columns)
        sign.setVisible(count > 0)
        signs = QVBoxLayout()
        signs.setContentsMargins(0, theme().px(4), 0, 0)
        signs.addWidget(sign)
        signs.addStretch(1)
        row.addLayout(signs)
        row.addLayout(grid, 1)
        return box


class _RungDisc(QWidget):
    """The number of the step; filled where one stands."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = str(number)
        self._is_on = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_on(self, is_on: bool) -> None:
        """Show whether the keyboard stands here."""
        self._is_on = is_on
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(_DISC), theme().px(_DISC))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme().ink
        painter.setPen(QPen(theme().color("accent" if self._is_on else "part"), 1.5))
        painter.setBrush(theme().color("accent" if self._is_on else "surface"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        size = theme().px(13)
        at = self.rect().center().toPointF()
        at.setX(self.width() / 2 - text_width(self._number, size, DRAWN_SEMIBOLD) / 2)
        at.setY(self.height() / 2 + size * 0.35)
        color = ink.on_accent if self._is_on else ink.ink
        paint_text(painter, at, self._number, size, color, DRAWN_SEMIBOLD)
        painter.end()
