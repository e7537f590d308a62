"""Where one writes in a run: notes that keep themselves, and reasons asked for in the place."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.ui.common import keys
from app.ui.common.growing import GrowingBox
from app.ui.common.kept import KeptRows, walk
from app.ui.common.shortcuts import asks
from app.ui.common.theme import theme
from app.ui.common.widgets import Label
from app.ui.steps.sections import WrapLink

_PAUSE_MS = 700
_LONGEST_MS = 1_400
"""Who types without a pause loses no more than this, and stays well below two seconds."""


class NoteField(GrowingBox):
    """The short note of a step, handed over at every pause of typing, and while it goes on.

    Signals: `written` with the whole text, and the text it began with.
    """

    written = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._handed_over = ""
        self.setAccessibleName(self.tr("Note til trinnet"))
        self.setPlaceholderText(self.tr("Kort note, ingen navne eller cpr-numre"))
        self.setToolTip(
            self.tr("Begynd en linje med en overskrift og kolon, så står den dér i journalen.")
        )
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

    def begin(self, text: str) -> None:
        """Begin with what is stored at another step."""
        self._pause.stop()
        self._longest.stop()
        self._handed_over = text
        self.setPlainText(text)

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

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the run where nothing typed can be taken or brought back."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document = self.document()
            is_undo, is_redo = asks(event, keys.UNDO_RUN), asks(event, keys.REDO_RUN)
            if (is_undo and not document.isUndoAvailable()) or (
                is_redo and not document.isRedoAvailable()
            ):
                event.ignore()
                return False
        return super().event(event)

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
        if self.toPlainText() == self._handed_over:
            return
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

    def __init__(self, name: str, hint: str, *, indent: int = 0) -> None:
        super().__init__()
        self.field = ReasonField(name, hint)
        self.field.given.connect(self.given)
        self.field.left.connect(self.left)
        self.field.textEdited.connect(lambda: self.refuse(""))
        self.setFocusProxy(self.field)
        self._wrong = Label(points=9, color="soon", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme().px(indent), 2, 0, 6)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(self._wrong)
        column.addSpacing(4)
        column.addWidget(Label(self.tr("Eller vælg:"), points=8.5, color="ink_3"))
        self._choices: KeptRows[WrapLink, str] = KeptRows(column, self._make, self._fill)
        self._wrong.hide()
        self.hide()

    @property
    def choices(self) -> list[WrapLink]:
        """The reasons that are proposed."""
        return self._choices.shown

    def ask(self, suggestions: Sequence[str]) -> None:
        """Ask anew, with other reasons to choose from."""
        self.field.clear()
        self.refuse("")
        self._choices.show(suggestions)

    def refuse(self, words: str) -> None:
        """Say what is wrong with the reason; with nothing, nothing is."""
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        self.field.setAccessibleDescription(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, keys.LEAVE):
            self.left.emit()
        else:
            event.setAccepted(walk(event, [self.field, *self.choices]))

    def _make(self) -> WrapLink:
        link = WrapLink()
        link.chosen.connect(self.given)
        return link

    def _fill(self, link: WrapLink, words: str) -> None:
        link.show_link(words, self.tr("Grund: {}").format(words), words)
