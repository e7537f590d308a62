"""Turn what the database and the disk complain of into `Trouble`, in one place.

What is not listed here is a fault of ours and goes on unchanged.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from app.model.errors import Trouble

_CODES = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_CANTOPEN: "folder_not_writable",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_IOERR: "io",
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
_PRIMARY = 0xFF
"""SQLite's extended codes carry the primary one in their lowest byte."""


def code_of(error: BaseException) -> str | None:
    """Name the trouble that an error stands for; None when it is none of the world's."""
    if isinstance(error, DBAPIError):
        return code_of(error.orig) if error.orig else None
    if isinstance(error, sqlite3.Error):
        return _CODES.get(getattr(error, "sqlite_errorcode", 0) & _PRIMARY)
    if isinstance(error, OSError):
        return _ERRNOS.get(error.errno or 0, "io")
    return None


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise what goes wrong inside as `Trouble` about the database at `path`."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError) as error:
        code = code_of(error)
        if code is None:
            raise
        raise trouble(code, path) from error


def trouble(code: str, path: Path, **params: str) -> Trouble:
    """Make a `Trouble`; a damaged database also says which backup is the newest, if any."""
    if code == "damaged":
        from app.store.backup import newest_backup

        backup = newest_backup(path.parent)
        params = {"kept": backup.name if backup else "", **params}
    return Trouble(code, path=str(path), **params)
