"""Tells beside the field, while one types, of what will not be kept or had no room there."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from app.model.cpr import holds_cpr
from app.ui.fields.entry import KEEPS_NO_TEXT
from app.ui.keys.focus import focus_changes
from app.ui.look.field_room import room_of
from app.ui.look.icons import IconLabel
from app.ui.look.theme import theme
from app.ui.look.widgets import Label, SearchField

_FOLLOW_MS = 100
"""So often it looks where its field is: what is around it may be scrolled."""

_GAP = 4

_SAID = "cpr"
"""Stands in what a field says of itself where such a number is what is wrong."""

_Field = QLineEdit | QPlainTextEdit | QTextEdit


class FieldHint(QFrame):
    """One for the window: it stands below whichever field one types in, and takes no clicks."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._field: _Field | None = None
        self._cpr = self.tr("Det ligner et cpr-nummer. Det bliver ikke gemt.")
        self._lacked = ""
        self._words = Label(points=9)
        self.setProperty("surface", "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(6)
        row.addWidget(IconLabel("alert", "soon", 14))
        row.addWidget(self._words)
        self._follow = QTimer(self)
        self._follow.setInterval(_FOLLOW_MS)
        self._follow.timeout.connect(self._place)
        self.hide()
        focus_changes().focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        if self._field is not None and isValid(self._field):
            self._field.textChanged.disconnect(self._on_text_changed)
            if (room := room_of(self._field)) is not None:
                room.lacked.disconnect(self._on_room_lacked)
        self._lacked = ""
        self._field = _field_at(now, self.window())
        if self._field is not None:
            self._field.textChanged.connect(self._on_text_changed)
            if (room := room_of(self._field)) is not None:
                room.lacked.connect(self._on_room_lacked)
        self._show()

    def _on_text_changed(self) -> None:
        room = room_of(self._field) if self._field is not None else None
        if room is None or not room.is_full:
            self._lacked = ""
        self._show()

    def _on_room_lacked(self, words: str) -> None:
        self._lacked = words
        self._show()

    def _show(self) -> None:
        """Say what is to be said of the field, or nothing."""
        field, words = self._field, self._lacked
        if field is not None and not words and _is_wrong(field):
            words = self._cpr
        if field is None or not words:
            self._follow.stop()
            self.hide()
        elif self.isHidden() or words != self._words.text():
            self._words.setText(words)
            self._follow.start()
            self.show()
            self.raise_()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(field, words))
        self._place()

    def _place(self) -> None:
        """Stand below the field, or above it where the window ends."""
        field, window = self._field, self.window()
        if field is None or self.isHidden() or not isValid(field):
            return
        # The field says so itself by now.
        if not self._lacked and _SAID in field.accessibleDescription():
            self._follow.stop()
            self.hide()
            return
        self.adjustSize()
        gap, at = theme().px(_GAP), field.mapTo(window, QPoint(0, 0))
        below, above = at.y() + field.height() + gap, at.y() - self.height() - gap
        is_room = below + self.height() <= window.height()
        left = min(at.x(), window.width() - self.width() - gap)
        self.move(max(left, 0), below if is_room else max(above, 0))


def _field_at(field: QWidget | None, window: QWidget) -> _Field | None:
    """Return a field of the window that one can write in."""
    if isinstance(field, QComboBox):
        field = field.lineEdit()
    if not isinstance(field, _Field):
        return None
    return field if field.window() is window and not field.isReadOnly() else None


def _is_wrong(field: _Field) -> bool:
    """Whether a number stands there that will not be kept; where one searches, nothing is, and of
    a date nothing but the day.
    """
    if isinstance(field, SearchField) or field.property(KEEPS_NO_TEXT):
        return False
    if _SAID in field.accessibleDescription():
        return False
    return holds_cpr(_line_of(field))


def _line_of(field: _Field) -> str:
    """Return what is being typed; of a long text the paragraph alone, which is quick to read."""
    return field.text() if isinstance(field, QLineEdit) else field.textCursor().block().text()
