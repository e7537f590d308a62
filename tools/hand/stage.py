"""Two threads: the program runs on the main one as ever, the hand lives on another.

So a menu or a dialog that waits for its answer keeps the program waiting, and not the hand.
"""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Generic, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

T = TypeVar("T")

_PATIENCE_S = 120.0
"""So long the window may take for one thing, on a machine that is very busy."""


_OPEN_AT_MOST = 9


class _Answer(Generic[T]):
    """What comes back from the main thread: a value, or what was raised on the way to it."""

    def __init__(self) -> None:
        self.value: T
        self._error: BaseException | None = None
        self._is_there = threading.Event()

    def __enter__(self) -> None:
        """Begin the work that gives the answer."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        self._error = error
        self._is_there.set()
        return True

    def wait(self) -> T:
        """Wait for the answer, on the thread of the one who asked."""
        if not self._is_there.wait(_PATIENCE_S):
            raise TimeoutError("The window does not answer.")
        if self._error is not None:
            raise self._error
        return self.value


def _leave_what_asks() -> None:
    """Close menus and dialogs that a story left open: the program would wait for ever."""
    for _ in range(_OPEN_AT_MOST):
        asking = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if asking is None:
            return
        asking.close()


class Stage(QObject):
    """Lives on the main thread and does there what the hand asks for.

    Only plain values go from one thread to the other, never a widget.
    """

    _asked = Signal(object)
    _ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._asked.connect(self._on_asked, Qt.ConnectionType.QueuedConnection)

    def play(self, story: Callable[[], None]) -> None:
        """Run a story on a thread of its own, and the program until the story is told.

        Raises what the story raises.
        """
        loop = QEventLoop()
        self._ended.connect(_leave_what_asks, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="hand") as teller:
            told = teller.submit(story)
            told.add_done_callback(lambda _: self._ended.emit())
            loop.exec()
        self._ended.disconnect(_leave_what_asks)
        self._ended.disconnect(loop.quit)
        told.result()

    def ask(self, work: Callable[[], T]) -> T:
        """Do something on the main thread and return its answer; for the story's thread.

        Raises what it raises.
        """
        answer = _Answer[T]()

        def do() -> None:
            with answer:
                answer.value = work()

        self._asked.emit(do)
        return answer.wait()

    def start(self, work: Callable[[], object]) -> None:
        """Begin something on the main thread that may wait for an answer of the user."""
        self._asked.emit(work)

    @Slot(object)
    def _on_asked(self, work: Callable[[], object]) -> None:
        work()
