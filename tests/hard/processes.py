"""Real processes that say what they were told is stored, and that can be killed at any moment.

They are forked from a server that has imported the program already, so that many can be had.
"""

import multiprocessing
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from typing import Concatenate, ParamSpec

P = ParamSpec("P")

Tell = Callable[[object], None]
"""Hands something to whoever listens; once it returns, a kill does not take it back."""

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(
    [
        "tests.hard.jobs",
        "alembic.command",
        "app.files",
        "app.services.care",
        "app.store.database_opening",
        "app.store.rescue",
        "app.store.restoring",
        "app.store.search",
        "pytest",
    ]
)

_LONGEST_S = 120.0
"""Nothing here takes so long: a process that does hangs."""

_KILLED = -9


def barrier(parties: int) -> Barrier:
    """Make what lets processes go on when so many wait."""
    return _CONTEXT.Barrier(parties)


class Worker:
    """A process that has begun with a job. `said` is what it has told so far."""

    def __init__(
        self, job: Callable[Concatenate[Tell, P], None], /, *args: P.args, **kwargs: P.kwargs
    ) -> None:
        self.said: list[object] = []
        self._ears, mouth = _CONTEXT.Pipe(duplex=False)
        self._process = _CONTEXT.Process(target=_work, args=(mouth, job, args, kwargs), daemon=True)
        self._process.start()
        mouth.close()
        self._ears.recv()

    def hear(self, seconds: float = _LONGEST_S) -> None:
        """Listen for so long, or until the process has ended."""
        until = time.monotonic() + seconds
        with suppress(EOFError):
            while self._ears.poll(max(until - time.monotonic(), 0)):
                self.said.append(self._ears.recv())

    def hear_first(self) -> None:
        """Wait for the first word."""
        assert self._ears.poll(_LONGEST_S)
        self.said.append(self._ears.recv())

    def kill(self) -> None:
        """End the process where it is. One that had failed by itself before fails the test."""
        self._process.kill()
        self.has_ended_itself()

    def end(self) -> None:
        """Wait until the process has done its job."""
        assert self.has_ended_itself()

    def has_ended_itself(self) -> bool:
        """Wait for the end, and tell whether the job was done; else it has killed itself."""
        self.hear()
        self._process.join(_LONGEST_S)
        assert self._process.exitcode in (_KILLED, 0), "the process failed"
        return self._process.exitcode == 0


def _work(mouth: Connection, job: Callable[..., None], args: object, kwargs: object) -> None:
    assert isinstance(args, tuple)
    assert isinstance(kwargs, dict)
    mouth.send("begins")
    job(mouth.send, *args, **kwargs)
