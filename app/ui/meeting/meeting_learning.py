"""What was learnt at a meeting, written on the big screen at what is shown."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.errors import Told
from app.model.library.suggestion_spots import SuggestionSpot
from app.printing.fonts import drawing_font
from app.services.kept_texts import LONGEST_NOTE
from app.ui.base.suggestion_book import SuggestionBook
from app.ui.fields.growing_text import GrowingBox
from app.ui.keys import keys
from app.ui.keys.shortcuts import asks
from app.ui.meeting.meeting_look import BigLabel, KeyButton
from app.ui.says.told_texts import told_text

_THANKS_MS = 5_000


class LearningField(GrowingBox):
    """Two lines to write in, and more when they are needed. Enter keeps them, with Ctrl too.

    Signals: `sent`; `left` when Escape goes back to the list.
    """

    sent = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__(most=LONGEST_NOTE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, keys.LEAVE):
            self.left.emit()
        elif asks(event, keys.TAKE, keys.SEND):
            self.sent.emit()
        else:
            super().keyPressEvent(event)


class LearningBand(QWidget):
    """Stands above the foot while something is written, and for a moment says that it is kept.

    Signals: `closed` when the keyboard belongs to the list again; `kept` with what is said.
    """

    closed = Signal()
    kept = Signal(str)

    def __init__(self, book: SuggestionBook) -> None:
        super().__init__()
        self._book = book
        self._spot: SuggestionSpot | None = None
        self._question = BigLabel(22, "ink_2")
        self._said = BigLabel(22, "done")
        self._wrong = BigLabel(20, "soon", wrap=True)
        self.field = LearningField()
        self._keys = (KeyButton("Enter", self.tr("gem")), KeyButton("Esc", self.tr("tilbage")))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_THANKS_MS)
        self._assemble()
        self._connect()
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether something is being written."""
        return not (self.isHidden() or self.field.isHidden())

    @property
    def said(self) -> str:
        """What is said instead of asked; empty when nothing is."""
        return self._said.text() if not self._said.isHidden() else self._wrong.text()

    def open_at(self, spot: SuggestionSpot, name: str) -> None:
        """Ask what was learnt, with what was begun there."""
        self._rest.stop()
        self._spot = spot
        self._question.setText(self.tr("Hvad har I lært? {}").format(name))
        self.field.setAccessibleName(self._question.text())
        self.field.setPlaceholderText(self.tr("Kort, uden navne og cpr-numre"))
        self.field.setPlainText(self._book.begun(spot))
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self._show(is_asking=True)
        self.field.setFocus()

    def fit(self, scale: float) -> None:
        """Take the size in force."""
        for label in (self._question, self._said, self._wrong):
            label.fit(scale)
        for key in self._keys:
            key.fit(scale)
        self.field.take_font(drawing_font(round(26 * scale)))

    def _assemble(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(self._question, 1)
        for key in self._keys:
            head.addWidget(key)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self._wrong)
        column.addWidget(self._said)

    def _connect(self) -> None:
        self._rest.timeout.connect(self.hide)
        self.field.sent.connect(self._on_sent)
        self.field.left.connect(self._on_left)
        self.field.textChanged.connect(self._on_typed)
        self._keys[0].clicked.connect(self._on_sent)
        self._keys[1].clicked.connect(self._on_left)

    def _show(self, *, is_asking: bool) -> None:
        for part in (self._question, self.field, *self._keys):
            part.setVisible(is_asking)
        self._said.setVisible(not is_asking)
        self._wrong.setText("")
        self._wrong.hide()
        self.show()

    def _on_typed(self) -> None:
        if self._spot is not None and self.is_open:
            self._book.begin(self._spot, self.field.toPlainText())

    def _on_sent(self) -> None:
        if self._spot is not None:
            self._book.write(self._spot, self.field.toPlainText(), self._on_kept, self._refuse)

    def _on_kept(self) -> None:
        self._said.setText(self.tr("Gemt. Teamlederen ser det som et forslag."))
        self._show(is_asking=False)
        self._rest.start()
        self.closed.emit()
        self.kept.emit(self._said.text())

    def _on_left(self) -> None:
        """Go back to the list; what was begun stays."""
        self.hide()
        self.closed.emit()

    def _refuse(self, error: Told) -> bool:
        if not error.is_refusal:
            return False
        self._wrong.setText(". ".join(part for part in told_text(error) if part))
        self._wrong.show()
        self.field.setFocus()
        return True
