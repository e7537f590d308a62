"""Keys that are pressed while a page is on its way: they are meant for that page, and wait for it.

A page is read beside the user's thread, and on a busy machine that is felt. Who opens a forløb and
presses the next key at once would else press it in the list that is still seen, and lose it.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

_LONGEST_MS = 5_000
"""So long keys wait at most; what takes longer has gone wrong, and the keys are let go."""

_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class KeysAhead(QObject):
    """Holds keys back between `hold` and `give` or `drop`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._held: list[QKeyEvent] = []
        self._pressed: set[int] = set()
        self._is_holding = False
        self._longest = QTimer(self)
        self._longest.setSingleShot(True)
        self._longest.setInterval(_LONGEST_MS)
        self._longest.timeout.connect(self.drop)

    def hold(self) -> None:
        """Hold back what is pressed from now on."""
        self._held.clear()
        self._pressed.clear()
        self._longest.start()
        if not self._is_holding:
            self._is_holding = True
            _application().installEventFilter(self)

    def give(self) -> None:
        """Press in the window what was held, in its order: the page is there."""
        held = [QKeyEvent(event) for event in self._held]
        self.drop()
        for event in held:
            window = QGuiApplication.focusWindow()
            if window is not None:
                QCoreApplication.sendEvent(window, event)

    def drop(self) -> None:
        """Hold nothing any more, and forget what was held: the page does not come."""
        self._held.clear()
        self._longest.stop()
        if self._is_holding:
            self._is_holding = False
            _application().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QWindow):
            return False
        if event.type() is QEvent.Type.MouseButtonPress:
            self.drop()  # one goes on with what is seen
            return False
        return isinstance(event, QKeyEvent) and event.type() in _KEYS and self._takes(event)

    def _takes(self, event: QKeyEvent) -> bool:
        """Hold a press back, with its release; a release of what was pressed before is not."""
        if event.type() is QEvent.Type.KeyRelease:
            if event.key() not in self._pressed:
                return False
            self._held.append(event.clone())
            return True
        if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
            self._pressed.add(event.key())
            self._held.append(event.clone())
        event.accept()  # an override that is taken comes again as a press, and as no shortcut
        return True


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    assert application is not None
    return application
