"""Fields that take another value when one means it: not while one looks, not while one scrolls."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox

from app.ui.keys import keys
from app.ui.keys.shortcuts import asks
from app.ui.look.field_room import bound_number
from app.ui.look.theme import theme

_LOOKING = (
    keys.UP, keys.DOWN, keys.PAGE_UP, keys.PAGE_DOWN, keys.HOME, keys.END, keys.TAKE,
)  # fmt: skip
"""What would change the choice at once, or is a way to open it."""


class ChoiceBox(QComboBox):
    """One of several. A key opens the list, and what is pointed at there counts when it is chosen.

    Signals: `chosen` with the data of the item that the user has chosen.
    """

    chosen = Signal(object)

    def __init__(self, choices: tuple[tuple[str, object], ...] = ()) -> None:
        super().__init__()
        for words, data in choices:
            self.addItem(words, data)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._on_activated)

    def show_choice(self, data: object) -> None:
        """Show what is chosen; the first where it is none of the choices."""
        self.setCurrentIndex(max(self.findData(data), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, *_LOOKING):
            self.showPopup()
        elif _looks_for(event):
            self.showPopup()
            self.view().keyboardSearch(event.text())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def _on_activated(self, index: int) -> None:
        self.chosen.emit(self.itemData(index))


def _looks_for(event: QKeyEvent) -> bool:
    """Whether a sign was typed; Escape and Backspace carry text too, but none that is seen."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    sign = event.text().strip()
    is_plain = not held & ~Qt.KeyboardModifier.ShiftModifier
    return bool(sign) and sign.isprintable() and is_plain


class NumberBox(QSpinBox):
    """A number that stands as far from the edge as text in other fields does.

    It counts when the field is left or Enter is pressed.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        bound_number(self)
        self._restyle()
        theme().changed.connect(self._restyle)

    def count_in(self, one: str, many: str) -> None:
        """Say after the number what is counted: `1 dag`, `2 dage`."""

        def say(value: int) -> None:
            self.setSuffix(f" {one if value == 1 else many}")

        self.valueChanged.connect(say)
        say(self.value())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let a number that is typed take the place of the one that stands there."""
        super().focusInEvent(event)
        if takes_whole(event):
            self.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def _restyle(self) -> None:
        # WORKAROUND: the style sheet's padding does not reach the line inside a spin box.
        self.lineEdit().setTextMargins(theme().px(8), 0, 0, 0)


def takes_whole(event: QFocusEvent) -> bool:
    """Whether one comes to a field as a whole: not to a place in it, nor back from elsewhere."""
    return event.reason() not in (
        Qt.FocusReason.MouseFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.ActiveWindowFocusReason,
    )
