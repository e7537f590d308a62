"""How much of what comes from outside is read, and for how long somebody waits for it."""

import time
from collections.abc import Callable

from app.model.errors import Refused

MOST_FILES = 5_000
LARGEST_WHOLE = 30_000_000
"""Letters in all; the whole shipped library is about a thirtieth of it."""

_MOST_SECONDS = 120.0

Stop = Callable[[], bool]
"""Tells whether nobody waits for it any more."""


def never() -> bool:
    """Let it be read to its end."""
    return False


class Patience:
    """Counts what one delivery brings. `Refused`: share_too_much; share_stopped, when asked to."""

    def __init__(self, stop: Stop = never) -> None:
        self._stop = stop
        self._files = self._bytes = 0
        self._ends = time.monotonic() + _MOST_SECONDS

    def file(self, size: int) -> None:
        """Count a file and the letters in it."""
        self._files += 1
        self._bytes += size
        if self._files > MOST_FILES or self._bytes > LARGEST_WHOLE:
            raise Refused("share_too_much")
        self.look()

    def look(self) -> None:
        """Stop where that was asked for, or where it takes too long."""
        if self._stop():
            raise Refused("share_stopped")
        if time.monotonic() > self._ends:
            raise Refused("share_too_much")
