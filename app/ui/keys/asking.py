"""A band of a place that asks something: Escape leaves it, wherever the keyboard is."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.ui.keys import keys
from app.ui.keys.shortcuts import asks


class Asking(QFrame):
    """Stands in a place until what it asks is answered or left."""

    def leave(self) -> None:
        """Put aside what is asked."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks(event, keys.LEAVE):
            self.leave()
        else:
            super().keyPressEvent(event)


def leave_what_is_asked(place: QWidget) -> bool:
    """Put aside what is asked in a place; False where nothing is."""
    asked = next((band for band in place.findChildren(Asking) if band.isVisible()), None)
    if asked is not None:
        asked.leave()
    return asked is not None
