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
    """The size and the SHA-256 of a database file; both empty while it is in use."""

    size: int = 0
    sha256: str = ""


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


def has_been(path: Path) -> bool:
    """Tell whether there ever was a database here."""
    return path.with_name(NAME).exists()


def is_as_left(path: Path) -> bool:
    """Tell whether a database file is, byte for byte, what it was when it was closed."""
    if path.with_name(f"{path.name}-wal").exists():
        return False
    try:
        left = msgspec.json.decode(path.with_name(NAME).read_bytes(), type=Left)
        if left.size != path.stat().st_size:
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == left.sha256
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError):
        return False


def _write(path: Path, left: Left) -> None:
    target = path.with_name(NAME)
    make_private_file(target)
    target.write_bytes(msgspec.json.encode(left))
