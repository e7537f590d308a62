"""What the program notes of itself, in the data folder: a user can send it to whoever helps.

It says what was done, when, how much of it and how long it took; never a case number, a note, a
name or a path. That is kept by what can be handed over: kinds of our own, numbers, the codes of
errors, and the names of our own functions.
"""

import logging
import os
import platform
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum, StrEnum
from functools import partial
from pathlib import Path
from types import TracebackType

from app.model.errors import Told
from app.private import make_private_file, make_private_folder
from app.version import VERSION

NAME = "roed-traad.log"
_LONGEST = 200_000
_OLD_ONES = 3
_SLOW_SECONDS = 1.0

_log = logging.getLogger("roed_traad")

Fact = int | float | Enum | Told | Callable[..., object]


class What(StrEnum):
    """What can be noted."""

    STARTED = "started"
    EXAMINED = "examined"
    MADE = "made"
    UPGRADED = "upgraded"
    IMPORTED = "imported"
    INDEXED = "indexed"
    BACKED_UP = "backed_up"
    DELETED = "deleted"
    TIDIED = "tidied"
    RESTORED = "restored"
    TOLD = "told"
    SLOW = "slow"
    CLOSED = "closed"
    CRASHED = "crashed"


def begin_log(folder: Path) -> Callable[[], None]:
    """Write to the log of a data folder from now on. Return what ends it."""
    path = folder / NAME
    try:
        make_private_folder(folder)
        make_private_file(path)
        handler = _Handler(path, encoding="utf-8")
    except OSError:
        return lambda: None
    handler.setFormatter(logging.Formatter(f"%(asctime)s {os.getpid()} %(levelname)s %(message)s"))
    _log.addHandler(handler)
    _log.setLevel(logging.INFO)
    _log.propagate = False

    def end() -> None:
        _log.removeHandler(handler)
        handler.close()

    return end


def note_start() -> None:
    """Note which program runs on which system."""
    _log.info(
        "%s version=%s python=%s sqlite=%s system=%s %s",
        What.STARTED,
        VERSION,
        platform.python_version(),
        sqlite3.sqlite_version,
        platform.system(),
        platform.release(),
    )


def note(what: What, **facts: Fact) -> None:
    """Note that something was done."""
    _log.info("%s %s", what, " ".join(f"{name}={_said(fact)}" for name, fact in facts.items()))


def note_error(kind: type[BaseException], trace: TracebackType | None) -> None:
    """Note a mistake of ours: what kind of error, and where; not what it says."""
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    _log.error("%s at %s", kind.__name__, " < ".join(reversed(places)))


@contextmanager
def timed(what: What, **facts: Fact) -> Iterator[None]:
    """Note that something was done, and how long it took, when it has come off."""
    began = time.monotonic()
    yield
    note(what, **facts, ms=_since(began))


@contextmanager
def slow_noted(work: Callable[..., object]) -> Iterator[None]:
    """Note work that takes long, whatever comes of it."""
    began = time.monotonic()
    try:
        yield
    finally:
        if time.monotonic() - began > _SLOW_SECONDS:
            note(What.SLOW, work=work, ms=_since(began))


def _since(began: float) -> int:
    return round((time.monotonic() - began) * 1000)


def _said(fact: Fact) -> str:
    if isinstance(fact, Told):
        return fact.code
    if isinstance(fact, Enum):
        return str(fact.value)
    if isinstance(fact, int | float):
        return str(fact)
    while isinstance(fact, partial):
        fact = fact.func
    module, name = getattr(fact, "__module__", ""), getattr(fact, "__qualname__", "")
    return f"{module}.{name}"


class _Handler(logging.FileHandler):
    """Files that belong to the user alone; a log that cannot be written stops nothing.

    Python has one that turns over too; it takes in sockets and queues, which makes a start slow.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write to the file, or to the next one where it is long enough."""
        with suppress(OSError):
            if Path(self.baseFilename).stat().st_size > _LONGEST:
                self._turn_over()
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:
        """Let a full disk be told where it matters."""
        del record

    def _turn_over(self) -> None:
        """Let each file be an older one, and begin the next."""
        self.close()  # it opens by itself again
        older = [Path(f"{self.baseFilename}.{number}") for number in range(1, _OLD_ONES + 1)]
        newer = [Path(self.baseFilename), *older[:-1]]
        try:
            for old, new in reversed([*zip(older, newer, strict=True)]):
                if new.exists():
                    new.replace(old)
        finally:
            make_private_file(Path(self.baseFilename))
