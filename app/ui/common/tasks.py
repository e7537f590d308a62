"""Work off the user's thread: one worker for all that touches the database, in order.

A task is a plain function; what it returns, or the `Told` it raises, comes back on the
user's thread. Anything else it raises is a bug and goes to the exception hook.
"""

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.model.errors import Told

T = TypeVar("T")


class Tasks(Protocol):
    """Runs work and brings the answer back."""

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Told], None],
    ) -> None:
        """Do `work`, then call `done` with its answer or `failed` with what went wrong."""

    def close(self) -> None:
        """Finish what is queued, and take nothing more."""


class BackgroundTasks(QObject):
    """One worker thread; answers are delivered in the order of the questions."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Told], None],
    ) -> None:
        future = self._pool.submit(work)
        future.add_done_callback(lambda ended: self._finished.emit((ended, done, failed)))

    def close(self) -> None:
        self._pool.shutdown(wait=True)

    @Slot(object)
    def _on_finished(
        self,
        answer: tuple[Future[object], Callable[[object], None], Callable[[Told], None]],
    ) -> None:
        future, done, failed = answer
        error = future.exception()
        if error is None:
            done(future.result())
        elif isinstance(error, Told):
            failed(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)


class DirectTasks:
    """Does the work at once on the caller's thread; for tests and for the guided tour."""

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Told], None],
    ) -> None:
        try:
            answer = work()
        except Told as error:
            failed(error)
        else:
            done(answer)

    def close(self) -> None:
        """Nothing is queued."""
