"""What lies over a part of the window: it holds the keyboard until it is closed."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.ui.keys import keys
from app.ui.keys.focus import FocusKeeper
from app.ui.keys.kept import stops_in
from app.ui.keys.shortcuts import asks


class Overlay(QFrame):
    """Covers its host while it is open.

    Tab goes round in it, Escape closes it from anywhere in it, and whoever had the keyboard
    before has it again. It is gone when its host is shown no longer. Signals: `closed`.
    """

    closed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._keeper = FocusKeeper(self)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.hide()
        host.installEventFilter(self)

    def open(self) -> None:
        """Cover the host and take the keyboard."""
        self._keeper.note_holder()
        self.setGeometry(self._host.rect())
        self.show()
        self.raise_()
        self.place()
        self.take_focus()

    def close_overlay(self) -> None:
        """Uncover the host, and give the keyboard back."""
        if not self.isHidden():
            self._keeper.hide_part()

    def take_focus(self) -> None:
        """Take the keyboard where one would start; a subclass may know better."""
        stops = stops_in(self)
        if stops:
            stops[0].setFocus(Qt.FocusReason.TabFocusReason)

    def place(self) -> None:
        """Put what is in it in its place, for the size it has now; a subclass may do so."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the host."""
        if event.type() is QEvent.Type.Resize and watched is self._host and not self.isHidden():
            self.setGeometry(self._host.rect())
            self.place()
        return False

    def focusNextPrevChild(self, is_forward: bool) -> bool:
        """Go round in what is here, and never out of it."""
        stops = stops_in(self)
        holder = self.window().focusWidget()
        way = 1 if is_forward else -1
        if stops:
            at = stops.index(holder) if holder in stops else min(-way, 0)
            reason = (
                Qt.FocusReason.TabFocusReason if is_forward else Qt.FocusReason.BacktabFocusReason
            )
            stops[(at + way) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, keys.LEAVE):
            self.close_overlay()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hide()  # its host may be what is hidden: it shall not be there again with it
        self.closed.emit()
