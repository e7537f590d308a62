"""A band below the header that asks for something before it is done, where a dialog would have
stood in the way.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from app.model.errors import Told
from app.ui.keys import keys
from app.ui.keys.asking import Asking
from app.ui.keys.focus import FocusKeeper
from app.ui.keys.shortcuts import asks
from app.ui.look.widgets import SEMIBOLD, Button, Label
from app.ui.says.told_texts import told_text


class AskBand(Asking):
    """Asks, and stays open with what was written until it is answered or left.

    Those who inherit put their fields in `column`, say what is first in them, and take the answer.
    Signals: `opened` and `closed`.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, line_points: float = 10) -> None:
        super().__init__()
        self.setProperty("surface", "form")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heading = Label(points=11.5, weight=SEMIBOLD)
        self._line = Label(points=line_points, color="ink_2", wrap=True)
        self._wrong = Label(color="soon", wrap=True)
        self.go_button = Button("", "go", on_click=self.answer)
        self.leave_button = Button(self.tr("Annuller"), "quiet", on_click=self.leave)
        self._keeper = FocusKeeper(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 14, 20, 16)
        self.column.setSpacing(8)
        self.column.addWidget(self._heading)
        self.column.addWidget(self._line)
        self.hide()

    @property
    def wrong_text(self) -> str:
        """What the band says is wrong; empty when nothing is."""
        return self._wrong.text() if self._wrong.isVisibleTo(self) else ""

    def open(self, heading: str, line: str, go: str) -> None:
        """Show what is asked, and what is done when it is answered."""
        self._heading.setText(heading)
        self.setAccessibleName(heading)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self.go_button.say(go)
        self.say("")
        self.show()

    def answer(self) -> None:
        """Take the answer as it is written."""
        raise NotImplementedError

    def leave(self) -> None:
        """Ask no more; whoever had the keyboard before has it again."""
        if not self.isHidden():
            self.closed.emit()
            self._keeper.hide_part()

    def say(self, words: str) -> None:
        """Say why what was asked for cannot be done."""
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))

    def refuse(self, error: Told) -> bool:
        """Say a refusal in the band; trouble is left to the banner."""
        if not error.is_refusal:
            return False
        self.say(". ".join(part for part in told_text(error) if part))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not asks(event, keys.TAKE):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.answer()
