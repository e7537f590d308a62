"""Where one writes in a run: notes that keep themselves, and reasons asked for in the place."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.errors import Told
from app.services.kept_texts import LONGEST_NOTE, LONGEST_REASON
from app.ui.base.keep_words import field_words
from app.ui.base.keeping import KeepState, Typed
from app.ui.fields.entry import mark_wrong
from app.ui.fields.growing_text import GrowingBox
from app.ui.keys import keys
from app.ui.keys.kept import KeptRows, walk
from app.ui.keys.shortcuts import asks
from app.ui.look.field_room import BoundedLine
from app.ui.look.theme import theme
from app.ui.look.widgets import Label
from app.ui.says.told_texts import told_line
from app.ui.steps.panel_sections import WrapLink


class NoteField(GrowingBox):
    """The short note of a step. What is typed in it is kept at every pause, and while it goes on.

    Signals: `standing_changed` when what is typed is kept, or is not.
    """

    standing_changed = Signal()

    def __init__(self) -> None:
        super().__init__(most=LONGEST_NOTE)
        self._typed: Typed[str] | None = None
        self.setAccessibleName(self.tr("Note til trinnet"))
        self.set_read_only(is_read_only=False)
        self.textChanged.connect(self._on_text_changed)

    @property
    def standing(self) -> KeepState:
        """How what stands in it stands on the disk."""
        return self._typed.standing if self._typed is not None else KeepState.KEPT

    @property
    def standing_words(self) -> str:
        """What is to be known of what stands in it; empty while all is well."""
        closed = self.tr("Forløbet er afsluttet. Her kan ikke skrives.")
        return field_words(self._typed) or (closed if self.isReadOnly() else "")

    def set_read_only(self, *, is_read_only: bool) -> None:
        """Let it only be read; it asks for nothing then, and says why."""
        self.setReadOnly(is_read_only)
        hint = self.tr("Kort note, ingen navne eller cpr-numre")
        way = self.tr("Begynd en linje med en overskrift og kolon, så står den dér i journalen.")
        self.setPlaceholderText("" if is_read_only else hint)
        self.setToolTip("" if is_read_only else way)
        self._show_standing()

    def begin(self, typed: Typed[str]) -> None:
        """Write at another place: what is typed there and not kept yet, or what is stored."""
        if self._typed is not None:
            self._typed.flush()
            self._typed.changed.disconnect(self._on_typed_changed)
            self._typed.leave()
        self._typed = typed
        typed.changed.connect(self._on_typed_changed)
        self.setPlainText(typed.value)
        self._show_standing()

    def flush(self) -> None:
        """Keep it now."""
        if self._typed is not None:
            self._typed.flush()

    def show_stored(self, text: str) -> None:
        """Show what is stored, unless something else is being typed."""
        if self._typed is None or not self._typed.show_stored(text) or text == self.toPlainText():
            return
        place = self.textCursor().position()
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

    def _on_text_changed(self) -> None:
        if self._typed is not None:
            self._typed.type(self.toPlainText())

    def _on_typed_changed(self, _: object) -> None:
        self._show_standing()

    def _show_standing(self) -> None:
        mark_wrong(self, is_wrong=self.standing >= KeepState.REFUSED)
        self.setAccessibleDescription(self.standing_words)
        self.standing_changed.emit()


class ReasonField(BoundedLine):
    """One line for a reason.

    Signals: `given` with it when Enter is pressed; `left` when Esc is.
    """

    given = Signal(str)
    left = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(most=LONGEST_REASON)
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
        self._indent = indent
        self._column = column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(self._wrong)
        column.addSpacing(4)
        column.addWidget(Label(self.tr("Eller vælg:"), points=8.5, color="ink_3"))
        self._choices: KeptRows[WrapLink, str] = KeptRows(column, self._make, self._fill)
        policy = self._wrong.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # what is wrong moves nothing when it is said
        self._wrong.setSizePolicy(policy)
        self._wrong.hide()
        self.hide()
        self._resize()
        theme().changed.connect(self._resize)

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
        """Say what is wrong with the reason, and mark it; with nothing, nothing is."""
        self._wrong.setText(words)
        self._wrong.setVisible(bool(words))
        self.field.setAccessibleDescription(words)
        mark_wrong(self.field, is_wrong=bool(words))
        if words:
            self.field.setFocus()

    def refuse_error(self, error: Told) -> bool:
        """Say here why the reason is not kept, where it is asked for; trouble belongs elsewhere."""
        if not error.is_refusal or self.isHidden():
            return False
        self.refuse(told_line(error))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, keys.LEAVE):
            self.left.emit()
        else:
            event.setAccepted(walk(event, [self.field, *self.choices]))

    def _resize(self) -> None:
        self._column.setContentsMargins(theme().px(self._indent), 2, 0, 6)

    def _make(self) -> WrapLink:
        link = WrapLink()
        link.chosen.connect(self.given)
        return link

    def _fill(self, link: WrapLink, words: str) -> None:
        link.show_link(words, self.tr("Grund: {}").format(words), words)
