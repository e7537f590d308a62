"""What turns a button on and off: a click, a key, and what an assistive program does, alike.

A screen reader toggles a button without clicking it. So nothing may hang on the click alone.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton


class Switch(QObject):
    """Tells when the user turns a button on or off. What the program shows in it tells nobody.

    Owned by its button. Signals: `turned` with whether it is on now.
    """

    turned = Signal(bool)

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self._button = button
        self._known = button.isChecked()
        button.toggled.connect(self._on_toggled)

    def show(self, is_on: bool) -> None:
        """Show how it stands."""
        self._known = is_on
        self._button.setChecked(is_on)

    def _on_toggled(self, is_on: bool) -> None:
        if is_on != self._known:
            self._known = is_on
            self.turned.emit(is_on)


class AskingToggle(QObject):
    """Lets a button show what is stored and nothing else: whatever would toggle it, asks.

    Owned by its button, whose `nextCheckState` must leave all as it is. Signals: `asked`.
    """

    asked = Signal()

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self._button = button
        self._stored = button.isChecked()
        button.clicked.connect(self._on_clicked)
        button.toggled.connect(self._on_toggled)

    def show(self, is_on: bool) -> None:
        """Show what is stored."""
        self._stored = is_on
        self._button.setChecked(is_on)

    def _on_clicked(self) -> None:
        self.asked.emit()

    def _on_toggled(self, is_on: bool) -> None:
        if is_on != self._stored:
            self._button.setChecked(self._stored)
            self.asked.emit()
