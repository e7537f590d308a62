"""How a database was left: what its file was when the last window closed it.

A file that is still the same needs not be read through again. One that is another was not closed
(a crash), or was changed since, by a disk, a sync or a hand: then it is.
"""

import hashlib
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from app.private import make_private_file

NAME = "roed-traad-sidst.json"


class Left(Struct, frozen=True):
    """The size and the SHA-256 of a database file; both empty while it is in use.

    `had_log` tells that it was in use with a log beside it: who is killed leaves that behind.
    """

    size: int = 0
    sha256: str = ""
    had_log: bool = False


def note_left(path: Path) -> None:
    """Remember a database file as it is now, closed by the last who had it open."""
    with suppress(OSError):
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        _write(path, Left(path.stat().st_size, digest))


def note_in_doubt(path: Path) -> None:
    """Remember that there is a database, and that it must be read through before it is used."""
    with suppress(OSError):
        _write(path, Left())


def note_in_use(path: Path) -> None:
    """Remember that a window has a database open, and that its log must be there afterwards."""
    with suppress(OSError):
        _write(path, Left(had_log=path.with_name(f"{path.name}-wal").exists()))


def has_lost_log(path: Path) -> bool:
    """Tell whether a window that was never closed had a log that is gone: what was stored last may
    have lain in it.
    """
    return _left(path).had_log and not path.with_name(f"{path.name}-wal").exists()


def has_been(path: Path) -> bool:
    """Tell whether there ever was a database here."""
    return path.with_name(NAME).exists()


def is_as_left(path: Path) -> bool:
    """Tell whether a database file is, byte for byte, what it was when it was closed."""
    if path.with_name(f"{path.name}-wal").exists():
        return False
    left = _left(path)
    try:
        if left.size != path.stat().st_size:
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == left.sha256
    except OSError:
        return False


def _left(path: Path) -> Left:
    with suppress(OSError, UnicodeDecodeError, msgspec.MsgspecError):
        return msgspec.json.decode(path.with_name(NAME).read_bytes(), type=Left)
    return Left()


def _write(path: Path, left: Left) -> None:
    target = path.with_name(NAME)
    make_private_file(target)
    target.write_bytes(msgspec.json.encode(left))
