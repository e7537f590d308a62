"""When the program itself is at fault: log it, keep what is stored, tell the user plainly."""

import faulthandler
import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

LOG_NAME = "roed-traad.log"
FAULT_NAME = "roed-traad-nedbrud.log"
_log = logging.getLogger("roed_traad")
_listeners: list[Callable[[], None]] = []


def install_crash_hook(folder: Path) -> None:
    """Send unexpected errors to a log in the data folder, and to whoever tells the user.

    Neither case numbers nor what users type are ever logged: only the kind of error and where.
    """
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / LOG_NAME, maxBytes=200_000, backupCount=2, encoding="utf-8"
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _log.addHandler(handler)
        _log.setLevel(logging.INFO)
        faulthandler.enable((folder / FAULT_NAME).open("w", encoding="utf-8"))
    sys.excepthook = _on_unexpected


def when_crashed(listener: Callable[[], None]) -> None:
    """Call `listener` after an unexpected error was logged."""
    _listeners.append(listener)


def no_longer_when_crashed(listener: Callable[[], None]) -> None:
    """Call `listener` no more."""
    if listener in _listeners:
        _listeners.remove(listener)


def report_bug(error: BaseException) -> None:
    """Log an unexpected error that is told to the user where it was met."""
    if sys.excepthook is _on_unexpected:
        _log_error(type(error), error.__traceback__)
    else:  # nothing is installed: let it be seen
        sys.excepthook(type(error), error, error.__traceback__)


def _on_unexpected(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    _log_error(kind, trace)
    for listener in _listeners:
        listener()


def _log_error(kind: type[BaseException], trace: TracebackType | None) -> None:
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    _log.error("%s at %s", kind.__name__, " < ".join(reversed(places)))
