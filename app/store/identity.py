"""Which file was opened: one that is no longer at its path takes no more writes.

A database that was deleted, moved or replaced under an open window would still take them, to a
file that nobody will ever find again. One that was written over stays the same file, and holds
something else: where its content was changed by nobody here, it is looked at with fresh eyes.
"""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from app.data_folder import DAMAGED, stamp, unused
from app.model.errors import Trouble
from app.private import close_file
from app.store.backup_files import counted, open_again, open_to_read
from app.store.door import UNREADABLE
from app.store.examine import check_sound

_Known = tuple[int, int]


class Identity:
    """The database file that was opened, and the log that belongs to it.

    `happened` counts all that is known to have happened in it, as `counted` does.
    """

    def __init__(self, path: Path, happened: int = 0) -> None:
        self.happened = happened
        self._path = path
        self._log = path.with_name(f"{path.name}-wal")
        found = os.stat(path)
        self._file = found.st_dev, found.st_ino
        self._content = found.st_size, found.st_mtime_ns
        self._log_file: _Known | None = None
        self._is_written_over = False

    def check(self, *, after_own_write: bool = False) -> None:
        """Raise `Trouble` when the file is gone (vanished), is another (replaced), or the same with
        something else in it (written_over).
        """
        try:
            found = os.stat(self._path)
        except (FileNotFoundError, NotADirectoryError) as error:
            raise self._trouble("vanished") from error
        if (found.st_dev, found.st_ino) != self._file or not found.st_size:
            raise self._trouble("replaced")
        self._check_log()
        self._check_content((found.st_size, found.st_mtime_ns), after_own_write=after_own_write)

    def check_readable(self) -> None:
        """Raise `Trouble`: written_over, where what is read is not what was kept here.

        A file that is gone can still be read: whoever opened it has it.
        """
        with suppress(OSError):
            found = os.stat(self._path)
            if (found.st_dev, found.st_ino) == self._file and found.st_size:
                content = found.st_size, found.st_mtime_ns
                self._check_content(content, after_own_write=False)

    def put_log_aside(self) -> bool:
        """Let a sound file that someone has put in place stay as it is, when this window lets go.

        SQLite would fold the log of the old file into it. Tells whether there was such a file; then
        `drop_log` is to be asked for when nobody has the database open any more.
        """
        if not self._is_written_over or not _stands_alone(self._path):
            return False
        with suppress(OSError):
            aside = unused(self._path.parent, f"{DAMAGED}{stamp(datetime.now(UTC))}", "-wal")
            shutil.copyfile(self._log, aside)
            close_file(aside)
            os.truncate(self._log, 0)
            return True
        return False

    def drop_log(self) -> None:
        """Let go of a log that was put aside, and of the index that still tells of it."""
        with suppress(OSError):
            if not self._log.exists() or not self._log.stat().st_size:
                self._path.with_name(f"{self._path.name}-shm").unlink(missing_ok=True)
                self._log.unlink(missing_ok=True)

    def _check_content(self, content: _Known, *, after_own_write: bool) -> None:
        """Look into a file that has changed: another window may have folded the log into it."""
        has_changed, self._content = content != self._content, content
        # Without a log every write of another window changes it.
        if has_changed and not after_own_write and self._log_file is not None:
            self._is_written_over = not self._holds_what_happened()
        if self._is_written_over:
            raise self._trouble("written_over")

    def _holds_what_happened(self) -> bool:
        """Read the file anew: what a connection has read already says nothing of the disk."""
        try:
            with closing(open_again(self._path)) as fresh:
                check_sound(fresh)
                return counted(fresh)[1] >= self.happened
        except UNREADABLE as error:
            return _is_busy(error)

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


def _stands_alone(path: Path) -> bool:
    """Tell whether a file is a sound database without its log."""
    try:
        with closing(open_to_read(path)) as connection:
            check_sound(connection)
    except UNREADABLE:
        return False
    return True


def _is_busy(error: Exception) -> bool:
    number = getattr(error, "sqlite_errorcode", 0)
    return isinstance(error, sqlite3.OperationalError) and number & 0xFF in (
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
    )


def _known(path: Path) -> _Known:
    found = os.stat(path)
    return found.st_dev, found.st_ino
