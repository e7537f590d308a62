"""How much a field takes: what is more is never laid out, and it is said that it did not come in.

What can be kept is bounded where it is kept, and refused there in words. A field takes twice that,
so that what is a little too long can be made shorter where it stands.
"""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSpinBox, QTextEdit, QWidget

from app.model.bounds import LONGEST_LINE, MOST_LINES, MOST_POINTS

_SPARE = 2
_LONGEST_NUMBER = 20


class FieldRoom(QObject):
    """The room of one field, which it is a child of.

    Signals: `lacked` with what to say when something did not fit.
    """

    lacked = Signal(str)

    def __init__(self, field: QWidget, most: int) -> None:
        super().__init__(field)
        self._most = most

    @property
    def is_full(self) -> bool:
        """Whether there is room for nothing more."""
        raise NotImplementedError


class LineRoom(FieldRoom):
    """The room of one line. It takes the beginning of what is too long, as lines do.

    `is_kept` is False where the text is only looked for: then there is nothing to make shorter.
    """

    def __init__(self, line: QLineEdit, most: int = LONGEST_LINE, *, is_kept: bool = True) -> None:
        super().__init__(line, most)
        self._line = line
        self._room = most * _SPARE if is_kept else most
        line.setMaxLength(self._room)
        line.inputRejected.connect(self._on_rejected)

    @property
    def is_full(self) -> bool:
        return len(self._line.text()) >= self._line.maxLength()

    def admit(self, text: str) -> None:
        """Make room for a text that stands in the data, however long it is there."""
        self._line.setMaxLength(max(self._room, len(text)))

    def _on_rejected(self) -> None:
        if self.is_full and self._line.validator() is None:
            words = QCoreApplication.translate(
                "room", "Her kan stå højst {} tegn. Det, der ikke var plads til, kom ikke med."
            )
            self.lacked.emit(words.format(_figure(self._most)))


class BoxRoom(FieldRoom):
    """The room of a box of several lines. What does not fit there is not taken at all."""

    def __init__(self, box: QPlainTextEdit | QTextEdit, most: int) -> None:
        super().__init__(box, most)
        self._box = box

    @property
    def is_full(self) -> bool:
        return not self._fits(1, 0)

    def takes(self, text: str) -> bool:
        """Whether there is room for a text in the place of what is chosen; says so where not."""
        fits = self._fits(len(text), text.count("\n"))
        if not fits:
            self.lacked.emit(self._words(text))
        return fits

    def takes_points(self, lines: Sequence[str]) -> bool:
        """Whether each of several lines fits, where each becomes a point of its own."""
        if len(lines) > MOST_POINTS:
            self.lacked.emit(_too_many(len(lines), MOST_POINTS))
            return False
        return all(self.takes(line) for line in lines if len(line) > self._most)

    def takes_key(self, event: QKeyEvent) -> bool:
        """Whether there is room for what a key writes; a key that writes nothing is none of it."""
        text, held = event.text().replace("\r", "\n"), event.modifiers()
        by_alt_gr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        is_command = bool(held & Qt.KeyboardModifier.ControlModifier) and by_alt_gr & ~held
        writes = text == "\n" or (text.isprintable() and not is_command)
        return not (writes and text) or self.takes(text)

    def takes_method(self, event: QInputMethodEvent) -> bool:
        """Whether there is room for what an input method writes."""
        return not event.commitString() or self.takes(event.commitString())

    def _fits(self, length: int, lines: int) -> bool:
        document, cursor = self._box.document(), self._box.textCursor()
        chosen = cursor.selectionEnd() - cursor.selectionStart()
        long = document.characterCount() - 1 - chosen + length
        has_lines = not lines or document.blockCount() + lines <= MOST_LINES
        return long <= self._most * _SPARE and has_lines

    def _words(self, text: str) -> str:
        if len(text) == 1:
            return QCoreApplication.translate("room", "Der er ikke plads til mere her.")
        if text.count("\n") >= MOST_LINES:
            return _too_many(text.count("\n") + 1, MOST_LINES)
        words = QCoreApplication.translate(
            "room", "Det er på {} tegn, og her kan stå højst {}. Intet er sat ind."
        )
        return words.format(_figure(len(text)), _figure(self._most))


def bound_number(number: QSpinBox) -> None:
    """Let no more stand in a field for a number than a number and what is counted."""
    LineRoom(number.lineEdit(), _LONGEST_NUMBER)


class BoundedLine(QLineEdit):
    """A line to write in that takes so much and no more."""

    def __init__(self, text: str = "", *, most: int = LONGEST_LINE, is_kept: bool = True) -> None:
        super().__init__()
        self.room = LineRoom(self, most, is_kept=is_kept)
        self.setText(text)

    def setText(self, text: str | None) -> None:
        """Show a text, whole however long it is."""
        self.room.admit(text or "")
        super().setText(text)


def _too_many(lines: int, most: int) -> str:
    words = QCoreApplication.translate(
        "room", "Det er på {} linjer, og her kan stå højst {}. Intet er sat ind."
    )
    return words.format(_figure(lines), _figure(most))


def _figure(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def room_of(field: QWidget) -> FieldRoom | None:
    """Return the room of a field; None where it has no bound."""
    return field.findChild(FieldRoom, options=Qt.FindChildOption.FindDirectChildrenOnly)
