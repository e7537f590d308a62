"""Success, said over the page for a moment: nothing below it moves, and it goes by itself."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.ui.base.messages import Message
from app.ui.keys import keys
from app.ui.keys.focus import FocusKeeper, focus_changes
from app.ui.keys.shortcuts import asks
from app.ui.look.icons import IconLabel
from app.ui.look.theme import theme
from app.ui.look.widgets import SEMIBOLD, Button, Label

LEAST_MS, MS_A_SIGN, MOST_MS = 5_000, 60, 20_000
"""How long a message stays, and how much longer for each sign that is to be read."""

_WIDTH, _EDGE = 460, 24

_LOOK_MS = 200
"""So often it looks whether something to work has come below it."""

_ACROSS, _DOWN = 20, 10
"""So close are the points where it looks: no button is smaller."""

_WORKED = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)


class Toast(QFrame):
    """Lies over the foot of its host, where it covers nothing that one works there: in the middle,
    or else at a side. It stays while the mouse or the keyboard is in it.
    """

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._message: Message | None = None
        self._is_hovered = False
        self._keeper = FocusKeeper(self)
        self._heading = Label(weight=SEMIBOLD, wrap=True)
        self._line = Label(wrap=True, selectable=True)
        self._close = Button("", "quiet", "close", self.close_message, small=True)
        self._close.setToolTip(self.tr("Luk (Esc)"))
        self._close.setAccessibleName(self.tr("Luk beskeden"))
        self._life = QTimer(self)
        self._life.setSingleShot(True)
        self._life.timeout.connect(self.close_message)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._stand_clear)
        self.setProperty("surface", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._assemble()
        self.hide()
        host.installEventFilter(self)
        theme().changed.connect(self._place)
        focus_changes().focusChanged.connect(self._live_on)

    @property
    def text(self) -> str:
        """What is said; empty when nothing is."""
        return self._message.text if self._message else ""

    @property
    def is_going(self) -> bool:
        """Whether its time runs; it does not while one reads."""
        return self._life.isActive()

    def show_message(self, message: Message) -> None:
        """Say something for a while, in place of what was said before."""
        self._message = message
        self._heading.setText(message.heading)
        self._line.setText(message.line)
        self._line.setVisible(bool(message.line))
        self.setAccessibleName(message.heading)
        self.setAccessibleDescription(message.line)
        self.show()
        self._place()
        self.raise_()
        self._live_on()

    def take_focus(self) -> None:
        """Let the keyboard in, as it is reached by key."""
        self._close.setFocus(Qt.FocusReason.TabFocusReason)

    def close_message(self) -> None:
        """Say it no more."""
        self._life.stop()
        self._message = None
        self._keeper.hide_part()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the host."""
        if event.type() is QEvent.Type.Resize and watched is self._host:
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._is_hovered = True
        self._live_on()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._is_hovered = False
        self._live_on()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._look.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, keys.LEAVE):
            self.close_message()
        else:
            super().keyPressEvent(event)

    def _live_on(self, *_: object) -> None:
        """Let the time run anew, or stand still while one reads."""
        if self._message is None:
            return
        if self._is_hovered or self._keeper.is_inside:
            self._life.stop()
        elif not self._life.isActive():
            self._life.start(min(LEAST_MS + MS_A_SIGN * len(self.text), MOST_MS))

    def _place(self) -> None:
        """Be as tall as what is said, and stand at the foot."""
        px = theme().px
        width = min(px(_WIDTH), self._host.width() - 2 * px(_EDGE))
        self.setFixedWidth(max(width, 1))
        self._row.invalidate()
        self._row.activate()
        self.resize(width, self._row.totalHeightForWidth(width))
        self.move(self._spots()[0])
        self._stand_clear()

    def _stand_clear(self) -> None:
        """Go where it covers the least of what one works; stay where it covers nothing."""
        if self._is_hovered or self._keeper.is_inside or not self._covered(self.pos()):
            return
        self.move(min(self._spots(), key=self._covered))

    def _spots(self) -> tuple[QPoint, ...]:
        """Return where it may stand, the best first."""
        edge = theme().px(_EDGE)
        right, top = self._host.width() - self.width(), self._host.height() - self.height() - edge
        return QPoint(right // 2, top), QPoint(right - edge, top), QPoint(edge, top)

    def _covered(self, at: QPoint) -> int:
        """Count the points where something to work would lie below it."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        room = QRect(at, self.size())
        found = sum(
            self._is_worked(QPoint(x, y))
            for x in range(room.left(), room.right() + _ACROSS, _ACROSS)
            for y in range(room.top(), room.bottom() + _DOWN, _DOWN)
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, on=False)
        return found

    def _is_worked(self, at: QPoint) -> bool:
        below = self._host.childAt(at)
        while below is not None and below is not self._host:
            if isinstance(below, _WORKED):
                return below.isEnabled()
            below = below.parentWidget()
        return False

    def _assemble(self) -> None:
        for label in (self._heading, self._line):
            policy = label.sizePolicy()
            policy.setHeightForWidth(True)
            label.setSizePolicy(policy)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self._heading)
        lines.addWidget(self._line)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(12)
        row.addWidget(IconLabel("check-circle", "done", 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
