"""A line to write in, with a place below it for what is wrong with what stands there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.model.bounds import LONGEST_LINE
from app.ui.look.field_room import BoundedLine
from app.ui.look.theme import theme
from app.ui.look.widgets import Label

KEEPS_NO_TEXT = "keeps_no_text"
"""Property of a line of which only what was read is kept, such as a date, and never what stands."""


class EntryField(QWidget):
    """A line that can be refused: it is marked, the reason stands below, what was typed stays.

    Signals: `typed` when the user changes something; `finished` when the line is left or Enter
    is pressed in it.
    """

    typed = Signal()
    finished = Signal()

    def __init__(self, name: str, hint: str = "", *, most: int = LONGEST_LINE) -> None:
        super().__init__()
        self._standing = ""
        self._is_refused = False
        self.line = BoundedLine(most=most)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint)
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._below = Label(points=9, color="soon", wrap=True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._below.setSizePolicy(policy)  # as wide as the line, however much there is to say
        self._below.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(3))
        column.addWidget(self.line)
        column.addWidget(self._below)
        column.addStretch(1)
        self.line.textEdited.connect(self._on_edited)
        self.line.editingFinished.connect(self._on_finished)

    @property
    def is_refused(self) -> bool:
        """Whether what stands in it is marked as wrong."""
        return self._is_refused

    @property
    def wrong_text(self) -> str:
        """What is said to be wrong; empty when nothing is."""
        return self._below.text() if self.is_refused else ""

    def refuse(self, words: str) -> None:
        """Mark the line and say why below it, until something else is written."""
        self._say(words, is_wrong=True)

    def accept(self, words: str = "") -> None:
        """Take the mark away; `words` is said of what stands there, where something is."""
        self._say(words or self._standing, is_wrong=False)

    def explain(self, words: str) -> None:
        """Say this below the line as long as nothing else is, and keep the place for it."""
        self._standing = words
        self.accept()

    def setAccessibleName(self, name: str) -> None:
        """Call the line something; the place around it is nothing by itself."""
        self.line.setAccessibleName(name)

    def _say(self, words: str, *, is_wrong: bool) -> None:
        if self._standing and self.isVisible():
            self._below.setMinimumHeight(self._below.height())
        self._below.setText(words)
        self._below.set_color("soon" if is_wrong else "ink_3")
        self._below.setVisible(bool(words))
        self.line.setAccessibleDescription(words)
        self._is_refused = is_wrong
        mark_wrong(self.line, is_wrong=is_wrong)

    def _on_edited(self) -> None:
        self.accept()
        self.typed.emit()

    def _on_finished(self) -> None:
        self.finished.emit()


def mark_wrong(field: QWidget, *, is_wrong: bool) -> None:
    """Let a field look as if something is wrong in it, or not."""
    if is_wrong != bool(field.property("wrong")):
        field.setProperty("wrong", is_wrong)
        field.style().unpolish(field)
        field.style().polish(field)
