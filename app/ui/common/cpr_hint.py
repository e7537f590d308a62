"""Warns beside the field, while one types, of what looks like a CPR number: it will not be kept."""

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
from app.ui.common.focus import focus_changes
from app.ui.common.icons import IconLabel
from app.ui.common.theme import theme
from app.ui.common.widgets import Label, SearchField

_FOLLOW_MS = 100
"""So often it looks where its field is: what is around it may be scrolled."""

_GAP = 4

_SAID = "cpr"
"""Stands in what a field says of itself where such a number is what is wrong."""

_Field = QLineEdit | QPlainTextEdit | QTextEdit


class CprHint(QFrame):
    """One for the window: it stands below whichever field one types in, and takes no clicks."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._field: _Field | None = None
        self._words = Label(self.tr("Det ligner et cpr-nummer. Det bliver ikke gemt."), points=9)
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
        self._field = _kept_field(now, self.window())
        if self._field is not None:
            self._field.textChanged.connect(self._on_text_changed)
        self._on_text_changed()

    def _on_text_changed(self) -> None:
        field = self._field
        if field is None or not _is_wrong(field):
            self._follow.stop()
            self.hide()
        elif self.isHidden():
            self._follow.start()
            self.show()
            self.raise_()
            said = QAccessibleAnnouncementEvent(field, self._words.text())
            QAccessible.updateAccessibility(said)
        self._place()

    def _place(self) -> None:
        """Stand below the field, or above it where the window ends."""
        field, window = self._field, self.window()
        if field is None or self.isHidden() or not isValid(field):
            return
        if _SAID in field.accessibleDescription():  # the field says so itself by now
            self._follow.stop()
            self.hide()
            return
        self.adjustSize()
        gap, at = theme().px(_GAP), field.mapTo(window, QPoint(0, 0))
        below, above = at.y() + field.height() + gap, at.y() - self.height() - gap
        is_room = below + self.height() <= window.height()
        left = min(at.x(), window.width() - self.width() - gap)
        self.move(max(left, 0), below if is_room else max(above, 0))


def _kept_field(field: QWidget | None, window: QWidget) -> _Field | None:
    """Return a field whose text is kept: not one where one only searches or reads."""
    if isinstance(field, QComboBox):
        field = field.lineEdit()
    if not isinstance(field, _Field) or isinstance(field, SearchField):
        return None
    return field if field.window() is window and not field.isReadOnly() else None


def _is_wrong(field: _Field) -> bool:
    return _SAID not in field.accessibleDescription() and holds_cpr(_line_of(field))


def _line_of(field: _Field) -> str:
    """Return what is being typed; of a long text the paragraph alone, which is quick to read."""
    return field.text() if isinstance(field, QLineEdit) else field.textCursor().block().text()
