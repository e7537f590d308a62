"""Who has a data folder open: every window holds a lock beside the database until it closes.

The database's own locks come and go, and cannot be asked for where it is damaged.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from app.model.errors import Trouble
from app.private import make_private_file

NAME = "roed-traad-i-brug"
_WAIT_SECONDS = 5.0
_STEP_SECONDS = 0.05

if sys.platform == "win32":
    import msvcrt

    _WINDOWS = 64
    """So many windows can be told apart; each holds a byte of its own."""

    def _lock(handle: int, start: int, length: int) -> bool:
        os.lseek(handle, start, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, length)
        except OSError:
            return False
        return True

    def _take_alone(handle: int) -> bool:
        return _lock(handle, 0, _WINDOWS)

    def _take_shared(handle: int) -> bool:
        return any(_lock(handle, position, 1) for position in range(_WINDOWS))

    def _let_others_in(handle: int) -> bool:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, _WINDOWS)
        return _take_shared(handle)

else:
    import fcntl

    def _flock(handle: int, how: int) -> bool:
        try:
            fcntl.flock(handle, how | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _take_alone(handle: int) -> bool:
        return _flock(handle, fcntl.LOCK_EX)

    def _take_shared(handle: int) -> bool:
        return _flock(handle, fcntl.LOCK_SH)

    _let_others_in = _take_shared


class Presence:
    """One window's place in a folder. `was_alone` tells that no other was there when it came."""

    def __init__(self, handle: int | None, *, was_alone: bool) -> None:
        self._handle = handle
        self.was_alone = was_alone

    @property
    def knows(self) -> bool:
        """Whether windows can be told apart here: some drives know no locks."""
        return self._handle is not None

    @classmethod
    def enter(cls, folder: Path) -> Self:
        """Take a place. `Trouble`: locked, where the database is being restored."""
        handle = _open(folder)
        if handle is None:
            return cls(None, was_alone=False)
        give_up = time.monotonic() + _WAIT_SECONDS
        try:
            if _take_alone(handle):
                was_alone = _let_others_in(handle)
                if was_alone:
                    return cls(handle, was_alone=True)
            while not _take_shared(handle):
                if time.monotonic() > give_up:
                    raise Trouble("locked")
                # A lock on a file is had at once, or is waited for without an end.
                time.sleep(_STEP_SECONDS)
        except OSError:  # a drive that knows no locks
            os.close(handle)
            return cls(None, was_alone=False)
        except Trouble:
            os.close(handle)
            raise
        return cls(handle, was_alone=False)

    def leave(self) -> None:
        """Give up the place."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep all windows out meanwhile. `Trouble`: in_use, where one has the folder open."""
    handle = _open(folder)
    try:
        with suppress(OSError):
            if handle is not None and not _take_alone(handle):
                raise Trouble("in_use", folder=str(folder))
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _open(folder: Path) -> int | None:
    path = folder / NAME
    try:
        make_private_file(path)
        return os.open(path, os.O_RDWR)
    except OSError:
        return None
