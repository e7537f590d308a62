"""Work off the user's thread: one worker for all that touches the database, in order, and others
beside it for what does not, so that a tick never waits for a file or for the spelling.

A task is a plain function. What it returns, or what went wrong, comes back on the user's thread:
a `Told` it raised as it is; anything else is a bug, which is logged, and reaches the one who asked
as `Trouble("unexpected")`. Nobody is left waiting.

What is asked, by whom, and how it ended lies on the user's thread, under a number; the worker looks
it up and has let go of it before it says the number. So whatever a task is the last to hold, such
as a widget in a closure, is let go of on the user's thread.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from itertools import count
from types import TracebackType
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

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


class _Question(Generic[T]):
    """What was asked, and how it ended."""

    def __init__(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
        answered: Callable[[], None],
    ) -> None:
        self._work, self._done, self._failed = work, done, failed
        self._answered = answered
        self._error: BaseException | None = None
        self._answer: T
        self.is_dropped = False

    def work(self) -> None:
        """Find the answer; on a worker's thread."""
        with self, slow_noted(self._work):
            self._answer = self._work()

    def give(self) -> None:
        """Hand over how it has ended; an answer that raises still counts as given."""
        error, self._error = self._error, None
        try:
            if error is None:
                self._done(self._answer)
            elif isinstance(error, Told):
                self._failed(error)
            else:
                report_bug(error)
                self._failed(Trouble("unexpected"))
        finally:
            self._answered()

    def __enter__(self) -> None:
        """Take what is raised from now on."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        self._error = error
        return True


class _Ledger(QObject):
    """All that is asked of any worker and not answered. It stays on the user's thread, and longer
    than a program there that may end before what it has begun does.
    """

    _answered = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._numbers = count()
        self._asked: dict[int, _Question[Any]] = {}
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    @property
    def is_asked(self) -> bool:
        """Whether something is not answered yet."""
        return bool(self._asked)

    def put(self, question: _Question[Any]) -> int:
        """Put a question down; return its number."""
        number = next(self._numbers)
        self._asked[number] = question
        return number

    def work(self, number: int) -> None:
        """Answer a question; on a worker's thread."""
        self._find_answer(number)
        self._answered.emit(number)

    def drop(self, number: int) -> None:
        """Let go of a question that nobody works at."""
        self._asked.pop(number, None)

    def _find_answer(self, number: int) -> None:
        self._asked[number].work()

    @Slot(int)
    def _on_answered(self, number: int) -> None:
        question = self._asked.pop(number, None)
        if question is not None and not question.is_dropped:
            question.give()


@cache
def _ledger() -> _Ledger:
    return _Ledger()


class BackgroundTasks(QObject):
    """Answers come in the order of the questions, those of the database among themselves."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ledger = _ledger()
        self._database = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")
        self._beside = ThreadPoolExecutor(max_workers=_BESIDE, thread_name_prefix="beside")
        self._open: dict[int, tuple[_Question[Any], Future[None]]] = {}
        self._waiting = 0
        self._when_idle: list[Callable[[], None]] = []

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
        self._beside.shutdown(wait=False, cancel_futures=True)
        self._database.shutdown(wait=True)
        for number, (question, worked_at) in self._open.items():
            question.is_dropped = True  # nobody is there any more to take the answer
            if worked_at.done():
                self._ledger.drop(number)
        self._open.clear()

    def _submit(
        self,
        pool: ThreadPoolExecutor,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed,
        answered: Callable[[], None],
    ) -> None:
        def over() -> None:
            self._open.pop(number, None)
            answered()

        question = _Question(work, done, failed, over)
        number = self._ledger.put(question)
        self._open[number] = question, pool.submit(self._ledger.work, number)

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
