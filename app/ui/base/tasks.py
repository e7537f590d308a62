"""Work off the user's thread: one worker for all that touches the database, in order, and others
beside it for what does not, so that a tick never waits for a file or for the spelling.

A task is a plain function. What it returns, or what went wrong, comes back on the user's thread:
a `Told` it raised as it is; anything else is a bug, which is logged, and reaches the one who asked
as `Trouble("unexpected")`. Nobody is left waiting.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from app.log import slow_noted
from app.model.errors import Told, Trouble
from app.ui.base.crash import report_bug

T = TypeVar("T")

Failed = Callable[[Told], None]

_BESIDE = 2
"""So many tasks run at once beside the database: one that is long leaves room for another."""


class Tasks(Protocol):
    """Runs work and brings the answer back."""

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        """Do `work` on the database, then call `done` with its answer, or `failed`."""

    def run_beside(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        """Do `work` that does not touch the database, at the same time as what does."""

    def when_idle(self, then: Callable[[], None]) -> None:
        """Call `then` once, when everything asked of the database has been answered."""

    def close(self) -> None:
        """Finish what is queued, and take nothing more."""


class BackgroundTasks(QObject):
    """Answers come in the order of the questions, those of the database among themselves."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")
        self._beside = ThreadPoolExecutor(max_workers=_BESIDE, thread_name_prefix="beside")
        self._waiting = 0
        self._has_ended = False
        self._when_idle: list[Callable[[], None]] = []
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        self._waiting += 1

        def answered() -> None:
            self._waiting -= 1
            self._tell_if_idle()

        self._submit(self._database, work, done, failed, answered)

    def run_beside(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        self._submit(self._beside, work, done, failed, lambda: None)

    def when_idle(self, then: Callable[[], None]) -> None:
        self._when_idle.append(then)
        self._tell_if_idle()

    def close(self) -> None:
        self._has_ended = True
        self._beside.shutdown(wait=False, cancel_futures=True)
        self._database.shutdown(wait=True)
        QCoreApplication.removePostedEvents(self)  # answers that would hold on to who asked

    def _submit(
        self,
        pool: ThreadPoolExecutor,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
        answered: Callable[[], None],
    ) -> None:
        def answer(ended: Future[T]) -> None:
            if not ended.cancelled():
                self._finished.emit(lambda: _give(ended, done, failed, answered))

        pool.submit(_noted, work).add_done_callback(answer)

    @Slot(object)
    def _on_finished(self, give: Callable[[], None]) -> None:
        if not self._has_ended:  # else nobody is there any more to take it
            give()

    def _tell_if_idle(self) -> None:
        while self._when_idle and not self._waiting:
            self._when_idle.pop(0)()


class DirectTasks:
    """Does the work at once on the caller's thread; for tests."""

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        try:
            answer = work()
        except Told as error:
            failed(error)
        else:
            done(answer)

    def run_beside(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        self.run(work, done, failed)

    def when_idle(self, then: Callable[[], None]) -> None:
        then()

    def close(self) -> None:
        """Nothing is queued."""


def _noted(work: Callable[[], T]) -> T:
    with slow_noted(work):
        return work()


def _give(
    ended: Future[T], done: Callable[[T], None], failed: Failed, answered: Callable[[], None]
) -> None:
    """Hand over how a task has ended; an answer that raises still counts as given."""
    try:
        error = ended.exception()
        if error is None:
            done(ended.result())
        elif isinstance(error, Told):
            failed(error)
        else:
            report_bug(error)
            failed(Trouble("unexpected"))
    finally:
        answered()
