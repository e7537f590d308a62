"""Which file was opened: one that is no longer at its path takes no more writes.

A database that was deleted, moved or replaced under an open window would still take them, to a
file that nobody will ever find again.
"""

import os
from pathlib import Path

from app.model.errors import Trouble

_Known = tuple[int, int]


class Identity:
    """The database file that was opened, and the log that belongs to it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._log = path.with_name(f"{path.name}-wal")
        self._file = _known(path)
        self._log_file: _Known | None = None

    def check(self) -> None:
        """Raise `Trouble` when the file is gone (vanished), or is another (replaced)."""
        try:
            found = os.stat(self._path)
        except (FileNotFoundError, NotADirectoryError) as error:
            raise self._trouble("vanished") from error
        if (found.st_dev, found.st_ino) != self._file or not found.st_size:
            raise self._trouble("replaced")
        self._check_log()

    def _check_log(self) -> None:
        """The log must be there once it was, and stay the same: what is newest lies in it."""
        try:
            found = _known(self._log)
        except OSError as error:
            if self._log_file is None:
                return  # a folder where the database works without one
            raise self._trouble("vanished") from error
        if self._log_file is None:
            self._log_file = found
        elif found != self._log_file:
            raise self._trouble("replaced")

    def _trouble(self, code: str) -> Trouble:
        return Trouble(code, path=str(self._path), folder=str(self._path.parent))


def _known(path: Path) -> _Known:
    found = os.stat(path)
    return found.st_dev, found.st_ino
