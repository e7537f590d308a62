"""The band under the header of a place: what happened, what was kept, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.ui.base.messages import Message, Tone
from app.ui.keys import keys
from app.ui.keys.focus import FocusKeeper
from app.ui.keys.shortcuts import asks
from app.ui.look.icons import IconLabel
from app.ui.look.widgets import SEMIBOLD, Button, Label

_DRESSES = {
    Tone.TROUBLE: ("alert", "soon", "banner"),
    Tone.WARNING: ("alert", "soon", "banner"),
    Tone.NOTE: ("info", "accent", "note"),
    Tone.DONE: ("check-circle", "done", "note"),
}
"""The icon, its colour, and the ground that each tone wears."""


class Banner(QFrame):
    """Shows one message until it is closed, mended, or another one is shown.

    Signals: `closed` with the `Message` that the user has closed or mended.
    """

    closed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._message: Message | None = None
        self._keeper = FocusKeeper(self)
        self._icon = IconLabel("info", "accent", 20)
        self._heading = Label(weight=SEMIBOLD, wrap=True)
        self._line = Label(wrap=True)
        self._mend = Button("", small=True, on_click=self._on_mend_clicked)
        self._close = Button("", "quiet", "close", self.close_message, small=True)
        self._close.setToolTip(self.tr("Luk (Esc)"))
        self._close.setAccessibleName(self.tr("Luk beskeden"))
        self._assemble()
        self.hide()

    @property
    def message(self) -> Message | None:
        """What is shown; None when nothing is."""
        return self._message

    @property
    def text(self) -> str:
        """The message as one text; empty when none is shown."""
        return self._message.text if self._message else ""

    def show_message(self, message: Message | None) -> None:
        """Show a message, or none."""
        self._message = message
        if message is None:
            self._keeper.hide_part()
            return
        icon, color, ground = _DRESSES[message.tone]
        self._icon.show_icon(icon, color)
        self._heading.setText(message.heading)
        self._line.setText(message.line)
        self._line.setVisible(bool(message.line))
        self._mend.setVisible(message.mend is not None)
        if message.mend is not None:
            self._mend.say(message.mend[0])
        self.setAccessibleName(message.heading)
        self.setAccessibleDescription(message.line)
        self._put_on(ground)
        self.show()

    def take_focus(self) -> None:
        """Let the keyboard in, as it is reached by key: first to what mends it."""
        has_mend = self._message is not None and self._message.mend is not None
        (self._mend if has_mend else self._close).setFocus(Qt.FocusReason.TabFocusReason)

    def close_message(self) -> None:
        """Take away what is shown, as it has been read."""
        message = self._message
        if message is not None:
            self.show_message(None)
            self.closed.emit(message)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, keys.LEAVE):
            self.close_message()
        else:
            super().keyPressEvent(event)

    def _put_on(self, ground: str) -> None:
        if self.property("surface") != ground:
            self.setProperty("surface", ground)
            self.style().unpolish(self)
            self.style().polish(self)

    def _assemble(self) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(self._heading)
        lines.addWidget(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(36, 12, 20, 12)
        row.setSpacing(14)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        row.addWidget(self._mend, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def _on_mend_clicked(self) -> None:
        message = self._message
        self.close_message()
        if message is not None and message.mend is not None:
            message.mend[1]()
