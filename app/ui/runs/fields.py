"""Where one writes in a run: notes that keep themselves, and reasons asked for in the place."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.common import keys
from app.ui.common.shortcuts import asks
from app.ui.common.theme import theme
from app.ui.common.widgets import Label
from app.ui.steps.sections import plain_link

_PAUSE_MS = 700
_LONGEST_MS = 1_400
"""Who types without a pause loses no more than this, and stays well below two seconds."""


class NoteField(QPlainTextEdit):
    """The short note of a step, handed over at every pause of typing, and while it goes on.

    Signals: `written` with the whole text, and the text it began with.
    """

    written = Signal(str, str)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._handed_over = text
        self.setAccessibleName(self.tr("Note til trinnet"))
        self.setPlaceholderText(self.tr("Kort note, ingen navne eller cpr-numre"))
        self.setToolTip(
            self.tr("Begynd en linje med en overskrift og kolon, så står den dér i journalen.")
        )
        self.setTabChangesFocus(True)
        self.setFixedHeight(theme().px(60))
        self._pause = self._timer(_PAUSE_MS)
        self._longest = self._timer(_LONGEST_MS)
        self.textChanged.connect(self._on_typed)

    @property
    def is_in_hand(self) -> bool:
        """Whether something is typed that was not handed over."""
        return self.toPlainText() != self._handed_over

    def flush(self) -> None:
        """Hand the text over, if it is other than before."""
        self._pause.stop()
        self._longest.stop()
        text = self.toPlainText()
        if text != self._handed_over:
            before, self._handed_over = self._handed_over, text
            self.written.emit(text, before)

    def show_stored(self, text: str) -> None:
        """Show what is stored, unless something else is being typed."""
        if self.is_in_hand or text == self._handed_over:
            return
        place = self.textCursor().position()
        self._handed_over = text
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(text)))
        self.setTextCursor(cursor)

    def take_over(self, text: str, cursor: int) -> None:
        """Take over what is being typed in the field this one replaces."""
        if text != self.toPlainText():
            self.setPlainText(text)
        place = self.textCursor()
        place.setPosition(min(cursor, len(text)))
        self.setTextCursor(place)
        self.setFocus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def _timer(self, after: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(self.flush)
        return timer

    def _on_typed(self) -> None:
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()


class ReasonField(QLineEdit):
    """One line for a reason.

    Signals: `given` with it when Enter is pressed; `left` when Esc is.
    """

    given = Signal(str)
    left = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.returnPressed.connect(lambda: self.given.emit(self.text().strip()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, keys.LEAVE):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ReasonAsk(QWidget):
    """Asks for a reason where it is needed: a line to write it in, and a short list to choose from.

    Signals: `given` with the reason; `left` when the question is put aside.
    """

    given = Signal(str)
    left = Signal()

    def __init__(
        self, name: str, hint: str, suggestions: Sequence[str], *, indent: int = 0
    ) -> None:
        super().__init__()
        self.field = ReasonField(name, hint)
        self.field.given.connect(self.given)
        self.field.left.connect(self.left)
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme().px(indent), 2, 0, 6)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addSpacing(4)
        column.addWidget(Label(self.tr("Eller vælg:"), points=8.5, color="ink_3"))
        self.choices = [self._choice(words) for words in suggestions]
        for choice in self.choices:
            column.addWidget(choice)

    def _choice(self, words: str) -> QWidget:
        return plain_link(words, partial(self.given.emit, words), f"{self.tr('Grund')}: {words}")
