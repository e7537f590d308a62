"""A band below the header while a file is read: which one it is, and the way to stop it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.ui.keys import keys
from app.ui.keys.asking import Asking
from app.ui.keys.focus import FocusKeeper
from app.ui.keys.key_words import with_key
from app.ui.look.widgets import Button, Label

_SHOWN_AFTER_MS = 300
"""What is read sooner is not worth a word."""


class ReadingBand(Asking):
    """Stands there while something is read for so long that one asks what the program does.

    Signals: `stopped` when the user waits no more.
    """

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "form")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = Label()
        self.stop = Button(self.tr("Afbryd"), icon="close", on_click=self.stopped.emit)
        self.stop.setToolTip(with_key(self.tr("Afbryd læsningen"), keys.LEAVE))
        self._keeper = FocusKeeper(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SHOWN_AFTER_MS)
        self._soon.timeout.connect(self._show_now)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(16)
        row.addWidget(self._words, 1)
        row.addWidget(self.stop)
        self.hide()

    def begin(self, name: str) -> None:
        """Say soon that a file is being read."""
        words = self.tr("Læser »{}« …").format(name)
        self._words.setText(words)
        self.setAccessibleName(words)
        self._soon.start()

    def end(self) -> None:
        """It is read, or nobody waits for it; whoever had the keyboard before has it again."""
        self._soon.stop()
        if not self.isHidden():
            self._keeper.hide_part()

    def leave(self) -> None:
        """Wait no more."""
        self.stopped.emit()

    def _show_now(self) -> None:
        self.show()
        self.stop.setFocus()
