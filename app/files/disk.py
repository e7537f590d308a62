"""Files of a library folder as text: read with every care, written whole or not at all."""

import errno
import os
import stat
import tempfile
from pathlib import Path

from app.files.problems import Unreadable
from app.model.errors import Trouble

LARGEST = 2_000_000
"""No library file comes near this many bytes; a larger one is something else."""


def read_text(path: Path, root: Path) -> str:
    """Read a file inside the folder `root`; raise Unreadable where that should not be done.

    Line ends become those of Unix, a byte order mark is dropped.
    """
    refuse_outside(path, root)
    try:
        _refuse_kind(path.stat())
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise Unreadable("file_missing") from error
    except OSError as error:
        raise Unreadable("file_denied", reason=error.strerror or "") from error
    if len(raw) > LARGEST:
        raise _too_large()
    return _decoded(raw)


def refuse_outside(path: Path, root: Path) -> None:
    """Refuse a link that leads out of the folder; what lies there is none of the library's."""
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            raise Unreadable("file_outside")
    except (OSError, RuntimeError) as error:  # a link that leads to itself
        raise Unreadable("file_outside") from error


def _refuse_kind(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise Unreadable("file_is_folder")
    if not stat.S_ISREG(status.st_mode):  # opening a pipe would wait for ever
        raise Unreadable("file_not_plain")
    if status.st_size > LARGEST:
        raise _too_large()
    if status.st_size == 0:
        raise Unreadable("file_empty")


def _too_large() -> Unreadable:
    return Unreadable("file_too_large", limit=str(LARGEST // 1_000_000))


def _decoded(raw: bytes) -> str:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("file_not_utf8", raw.count(b"\n", 0, error.start) + 1) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def save_library_file(path: Path, text: str) -> None:
    """Write a file whole or leave what was there; missing folders are made.

    Raises Trouble when the disk refuses; the old file is then untouched.
    """
    save_bytes(path, text.encode("utf-8"))


def save_bytes(path: Path, content: bytes) -> None:
    """Write any file whole or leave what was there; missing folders are made.

    Raises Trouble when the disk refuses; the old file is then untouched.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content)
    except OSError as error:
        raise _trouble(error, path) from error


def _trouble(error: OSError, path: Path) -> Trouble:
    """Sort an error of the file system by what the user can do about it."""
    match error:
        case OSError(errno=errno.ENOSPC | errno.EDQUOT):
            code = "disk_full"
        case PermissionError() | IsADirectoryError() | OSError(errno=errno.EROFS):
            code = "file_not_writable"
        case _:
            code = "file_not_written"
    return Trouble(code, path=str(path), reason=error.strerror or type(error).__name__)


def _replace(path: Path, content: bytes) -> None:
    if path.exists() and not path.is_file():
        raise PermissionError(errno.EACCES, "no plain file")
    path = path.resolve()  # a link stays a link, and what it leads to is written
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_usual_mode(path))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _usual_mode(path: Path) -> int:
    """Return the rights the file has, or those a new file would have got."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
