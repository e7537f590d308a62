"""When the program itself is at fault: log it, keep what is stored, tell the user plainly."""

import faulthandler
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import MethodType, TracebackType
from typing import TextIO
from weakref import WeakMethod

from shiboken6 import isValid

from app.data_folder import CRASHED, stamp, unused
from app.log import What, begin_log, note, note_error, note_start
from app.private import make_private_file

FAULT_NAME = "roed-traad-nedbrud.log"
_listeners: list[WeakMethod[Callable[[], None]]] = []


class CrashWatch:
    """Sends what goes wrong unexpectedly to a log in the data folder, and to whoever tells it.

    `last` is what is known of a crash of the program that ran here before; it is kept.
    """

    def __init__(self, folder: Path, now: datetime) -> None:
        self._end_log = begin_log(folder)
        note_start()
        self.last = _kept(folder, now)
        self._hook = sys.excepthook
        self._file = _watched(folder / FAULT_NAME)
        sys.excepthook = _on_unexpected

    def end(self) -> None:
        """Watch no more."""
        sys.excepthook = self._hook
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
        self._end_log()


def when_crashed(listener: Callable[[], None]) -> None:
    """Call a method of a `QObject` after an unexpected error was logged, while that is there."""
    _listeners.append(WeakMethod(listener))


def no_longer_when_crashed(listener: Callable[[], None]) -> None:
    """Call `listener` no more."""
    _listeners[:] = [known for known in _listeners if known() not in (None, listener)]


def report_bug(error: BaseException) -> None:
    """Log an unexpected error that is told to the user where it was met."""
    if sys.excepthook is _on_unexpected:
        note_error(type(error), error.__traceback__)
    else:  # nothing is installed: let it be seen
        sys.excepthook(type(error), error, error.__traceback__)


def _on_unexpected(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    note_error(kind, trace)
    for known in tuple(_listeners):
        listener = known()
        if isinstance(listener, MethodType) and isValid(listener.__self__):
            listener()


def _kept(folder: Path, now: datetime) -> Path | None:
    """Give what a crash has left a name of its own, so that the next does not write over it."""
    path = folder / FAULT_NAME
    with suppress(OSError):
        if path.stat().st_size:
            note(What.CRASHED)
            return path.rename(unused(folder, f"{CRASHED}{stamp(now)}", ".log"))
    return None


def _watched(path: Path) -> TextIO | None:
    """Have the system write down where the program was, should it be stopped for good."""
    try:
        make_private_file(path)
        file = path.open("a", encoding="utf-8")
    except OSError:
        return None
    faulthandler.enable(file)
    return file
