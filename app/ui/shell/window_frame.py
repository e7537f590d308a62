"""Where the window stands: wholly on a screen that is there, with its frame."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QMargins, QObject, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QWidget

from app.ui.look.theme import theme

_WANTED = QSize(1440, 900)
_LEAST = QSize(800, 480)
_LEAST_OF_TYPE = QSize(638, 320)
"""The least size of the window: in pixels, and in those of the type. With type of twice the usual
size all of it fits a screen of 1280 x 720, with what the system puts around it."""
_AROUND = 32
_BIG = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen


class WindowFrame(QObject):
    """Takes up a size and place that were kept, and lets the frame be seen too when it is known.

    Only the system knows how wide its frame is, and only when the window is seen.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._is_fitted = False

    def state(self) -> str:
        """Return size and place as text, to be kept."""
        return bytes(self._window.saveGeometry().toBase64().data()).decode("ascii")

    def restore(self, state: str) -> None:
        """Take up a size and place that were kept; a good size at the first start."""
        self._is_fitted = False
        kept = QByteArray.fromBase64(QByteArray(state.encode("ascii")))
        if not state or not self._window.restoreGeometry(kept):
            room = self._window.screen().availableGeometry()
            wanted = QSize(theme().px(_WANTED.width()), theme().px(_WANTED.height()))
            self._window.setGeometry(centred(wanted, room))
        if self._window.isVisible():
            self._fit()

    def hear(self, handle: QWindow) -> None:
        """Fit the window when it is seen for the first time."""
        handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_seen = isinstance(watched, QWindow) and watched.isExposed()
        if is_seen and event.type() is QEvent.Type.Expose and not self._is_fitted:
            self._fit()
        return False

    def _fit(self) -> None:
        self._is_fitted = True
        window, handle = self._window, self._window.windowHandle()
        if handle is None or window.windowState() & _BIG:
            return
        around = handle.frameMargins()
        rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        now = window.geometry()
        wanted = fitted(now.marginsAdded(around), rooms, _least(window, around))
        if wanted.marginsRemoved(around) != now:
            window.setGeometry(wanted.marginsRemoved(around))


def _least(window: QWidget, around: QMargins) -> QSize:
    return window.minimumSize().grownBy(around)


def least_size(room: QSize) -> QSize:
    """Return how small a window may be on a screen with type of the size in force."""
    px = theme().px
    wanted = QSize(px(_LEAST_OF_TYPE.width()), px(_LEAST_OF_TYPE.height())).expandedTo(_LEAST)
    return wanted.boundedTo(room - QSize(0, _AROUND)).expandedTo(_LEAST)


def centred(wanted: QSize, room: QRect) -> QRect:
    """Return a rect of a size in the middle of a screen, not larger than that is."""
    size = wanted.boundedTo(room.size())
    rect = QRect(room.topLeft(), size)
    rect.moveCenter(room.center())
    return rect


def fitted(frame: QRect, rooms: Sequence[QRect], least: QSize) -> QRect:
    """Return a window with its frame so that it is wholly on the screen that it is on most.

    One on a screen that is gone comes to the first. It is made no smaller than the least size.
    """
    room = max(rooms, key=lambda one: _area(one.intersected(frame)))
    if not _area(room.intersected(frame)):
        room = rooms[0]
    size = frame.size().boundedTo(room.size()).expandedTo(least)
    left = max(room.left(), min(frame.left(), room.right() + 1 - size.width()))
    top = max(room.top(), min(frame.top(), room.bottom() + 1 - size.height()))
    return QRect(left, top, size.width(), size.height())


def _area(rect: QRect) -> int:
    return rect.width() * rect.height() if rect.isValid() else 0
