"""How much of a Word file is read at most: a small zip can unpack to more than anybody wrote."""

import time

from app.files.patience import Stop, never
from app.model.errors import Refused

MOST_ELEMENTS = 400_000
"""In all parts; a hundred pages with tables come to about a quarter of it."""

MOST_TEXT = 2_000_000
"""Letters in all parts; a hundred pages are about a fifth of it."""

_MOST_SECONDS = 20.0
_LOOK_EACH = 2_000


class Bounds:
    """Counts what one file brings. `Refused`: word_too_much; word_stopped, when asked to."""

    def __init__(self, stop: Stop = never) -> None:
        self._stop = stop
        self._elements = self._letters = 0
        self._ends = time.monotonic() + _MOST_SECONDS

    def element(self) -> None:
        """Count an element, and look now and then whether to go on."""
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise Refused("word_too_much")
        if not self._elements % _LOOK_EACH:
            self.look()

    def text(self, letters: int) -> None:
        """Count letters."""
        self._letters += letters
        if self._letters > MOST_TEXT:
            raise Refused("word_too_much")

    def look(self) -> None:
        """Stop where that was asked for, or where it takes too long."""
        if self._stop():
            raise Refused("word_stopped")
        if time.monotonic() > self._ends:
            raise Refused("word_too_much")
