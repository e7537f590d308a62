"""The rail at the left: the mark of the program and its places."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout

from app.printing.line_icons import paint_icon
from app.ui.keys import keys
from app.ui.keys.key_kinds import Key
from app.ui.keys.key_words import with_key
from app.ui.keys.shortcuts import answer, give_key
from app.ui.keys.toggling import AskingToggle
from app.ui.look.program_mark import ProgramMark
from app.ui.look.theme import theme
from app.ui.look.widgets import Button
from app.ui.targets.rail_places import RailPlace, rail_places


class RailButton(QToolButton):
    """A place: its icon above its name. It is down while its place is shown.

    Signals: `asked` when the place is wanted; `left` with the way (-1 up, 1 down) of an arrow key.
    """

    asked = Signal()
    left = Signal(int)

    def __init__(self, title: str, icon: str, *, is_place: bool = True) -> None:
        super().__init__()
        self._icon = icon
        self._has_words = True
        self.setText(title)
        self.setAccessibleName(title)
        self.setCheckable(is_place)
        self._question = AskingToggle(self)
        self._question.asked.connect(self.asked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_place(self, *, is_shown: bool) -> None:
        """Show whether its place is the one that is shown; the keyboard comes in there."""
        self._question.show(is_shown)
        policy = Qt.FocusPolicy.TabFocus if is_shown else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)

    def nextCheckState(self) -> None:
        """Stay as it is: the window says which place is shown."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts: dict[Key, Callable[[], object]] = {
            keys.UP: lambda: self.left.emit(-1),
            keys.DOWN: lambda: self.left.emit(1),
            keys.TAKE: self.click,
        }
        if not answer(event, acts):
            super().keyPressEvent(event)

    def show_words(self, *, are_shown: bool) -> None:
        """Stand with its name below the icon, or with the icon alone; the tip has the name."""
        if are_shown != self._has_words:
            self._has_words = are_shown
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(72), theme().px(56 if self._has_words else 36))

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
        top = px(8) if self._has_words else (self.height() - side) / 2
        icon = QRectF((self.width() - side) / 2, top, side, side)
        paint_icon(painter, self._icon, icon, getattr(theme().ink, color))
        if self._has_words:
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


class Rail(QFrame):
    """The places, one under the other.

    Signals: `place_requested` with the key of a place; `find_requested` to search in everything;
    `back_requested` and `forward_requested` to what was shown before, and again.
    """

    place_requested = Signal(str)
    find_requested = Signal()
    back_requested = Signal()
    forward_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Steder"))
        self._buttons: dict[str, RailButton] = {}
        self._wanted = self._least = 0
        """How tall it is with the names of the places, and with their icons alone."""
        self._back = Button("", "quiet", "arrow-l", tip=self.tr("Tilbage"))
        self._forward = Button("", "quiet", "arrow-r", tip=self.tr("Frem"))
        self._back.clicked.connect(self.back_requested)
        self._forward.clicked.connect(self.forward_requested)
        for button in (self._back, self._forward):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._back.set_key(keys.BACK)
        self._forward.set_key(keys.FORWARD)
        self.show_ways(False, False)
        self._mark = ProgramMark(36)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 8, 6, 8)
        self._column.setSpacing(2)
        self._column.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(8)
        self._column.addLayout(self._ways())
        self._column.addSpacing(4)
        self._column.addWidget(self._find_button())
        self._column.addStretch(1)
        for place in rail_places():
            self._add_place(place)
        self._resize()
        theme().changed.connect(self._resize)

    def _add_place(self, place: RailPlace) -> None:
        button = RailButton(place.title, place.key)
        give_key(button, place.stroke)
        button.asked.connect(lambda: self.place_requested.emit(place.key))
        button.left.connect(partial(self._on_left, button))
        if place.at_foot:
            self._column.addWidget(button)
        else:
            self._column.insertWidget(self._column.count() - 1, button)
        self._buttons[place.key] = button

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold(is_low=self.height() < self._wanted)

    def show_place(self, key: str) -> None:
        """Mark the place that is shown."""
        for name, button in self._buttons.items():
            button.show_place(is_shown=name == key)

    def show_ways(self, may_go_back: bool, may_go_forward: bool) -> None:
        """Show whether one can go back to what was shown before, and forward again."""
        self._back.setEnabled(may_go_back)
        self._forward.setEnabled(may_go_forward)

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        for button in (self._back, self._forward):
            row.addWidget(button)
        return row

    def _find_button(self) -> RailButton:
        """The way to search in everything, for those who do not know its key."""
        button = RailButton(self.tr("Søg"), "search", is_place=False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(with_key(self.tr("Søg i alt"), keys.FIND))
        button.asked.connect(self.find_requested)
        button.left.connect(partial(self._on_left, button))
        return button

    def _on_left(self, button: RailButton, way: int) -> None:
        """Go to the button above or below, as far as there is one."""
        buttons = sorted(self.findChildren(RailButton), key=lambda one: one.y())
        place = buttons.index(button) + way
        if 0 <= place < len(buttons):
            buttons[place].setFocus()

    def _resize(self) -> None:
        self.setFixedWidth(theme().px(84))
        for button in (self._back, self._forward):
            button.setFixedWidth(theme().px(36))
        self._fold(is_low=False)
        self._wanted = self._column.minimumSize().height()
        self._fold(is_low=True)
        self._least = self._column.minimumSize().height()
        self._fold(is_low=self.height() < self._wanted)
        self.updateGeometry()

    def _fold(self, *, is_low: bool) -> None:
        """Let the icons stand alone where the window is too low for their names."""
        self._mark.setHidden(is_low)
        for button in self.findChildren(RailButton):
            button.show_words(are_shown=not is_low)
