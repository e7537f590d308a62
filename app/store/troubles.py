"""Turn what the database and the disk complain of into `Trouble`, in one place.

What is not listed here is a fault of ours and goes on unchanged.
"""

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from app.model.errors import Trouble
from app.store.door import UNREADABLE, NotWhole

_CODES = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_CANTOPEN: "folder_not_writable",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_TOOBIG: "damaged",
    sqlite3.SQLITE_IOERR: "io",
    sqlite3.SQLITE_PROTOCOL: "locked",
    # More exactly, where the primary code would mislead:
    sqlite3.SQLITE_IOERR_SHMSIZE: "disk_full",
    sqlite3.SQLITE_IOERR_SHORT_READ: "damaged",
    sqlite3.SQLITE_IOERR_CORRUPTFS: "damaged",
    sqlite3.SQLITE_READONLY_DBMOVED: "vanished",
    sqlite3.SQLITE_READONLY_DIRECTORY: "folder_not_writable",
}
_ERRNOS = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EACCES: "folder_not_writable",
    errno.EPERM: "folder_not_writable",
    errno.EROFS: "folder_not_writable",
    errno.ENOTDIR: "folder_not_writable",
    errno.EEXIST: "folder_not_writable",
}
_DAMAGE = (
    "Could not decode to UTF-8",
    "no such table",
    "no such column",
    "no such module",
    "user-defined function raised exception",
)
_MENDED_BY_BACKUP = frozenset({"damaged", "log_cut"})
_TOO_LITTLE = 1 << 16
"""Where so little is left on a disk, SQLite cannot make the files it works with."""

_PRIMARY = 0xFF
"""SQLite's extended codes carry the primary one in their lowest byte."""


def code_of(error: BaseException) -> str | None:
    """Name the trouble that an error stands for; None when it is none of the world's."""
    if isinstance(error, DBAPIError):
        return code_of(error.orig) if error.orig else None
    if isinstance(error, NotWhole | UnicodeDecodeError):
        return "damaged"
    if isinstance(error, sqlite3.Error):
        number = getattr(error, "sqlite_errorcode", 0)
        return _CODES.get(number) or _CODES.get(number & _PRIMARY) or _by_words(error)
    if isinstance(error, OSError):
        return _ERRNOS.get(error.errno or 0, "io")
    return None


def _by_words(error: sqlite3.Error) -> str | None:
    """Know damage that has no code of its own: what we ask for is always the same."""
    return "damaged" if str(error).startswith(_DAMAGE) else None


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise what goes wrong inside as `Trouble` about the database at `path`."""
    try:
        yield
    except PoolTimeout as error:  # another thread of ours is long at it
        raise trouble("locked", path) from error
    except (DBAPIError, OSError, *UNREADABLE) as error:
        code = code_of(error)
        if code is None:
            raise
        raise trouble(_seen_closely(code, path), path) from error


def _seen_closely(code: str, path: Path) -> str:
    """Look behind a code that SQLite gives for more than one thing."""
    if code in ("io", "folder_not_writable") and _is_full(path.parent):
        return "disk_full"
    if code == "read_only" and os.access(path, os.W_OK) and not os.access(path.parent, os.W_OK):
        return "folder_not_writable"
    return code


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _TOO_LITTLE
    except OSError:
        return False


def trouble(code: str, path: Path, **params: str) -> Trouble:
    """Make a `Trouble`; a damaged database also says which backup is the newest, if any."""
    if code in _MENDED_BY_BACKUP:
        from app.store.backup_files import newest_backup

        backup = newest_backup(path.parent)
        params = {"kept": backup.name if backup else "", **params}
    return Trouble(code, path=str(path), folder=str(path.parent), **params)
