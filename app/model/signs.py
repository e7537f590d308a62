"""Signs that nobody sees, and that make a text another than it looks: controls, marks that turn
the direction of writing, spaces without width, halves of letters.
"""

import re

_LINE_ENDS = re.compile("[\x85\u2028\u2029]|\r\n?")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ud800-\udfff\ufffe\uffff]"
)
_SOFT = re.compile("[\xad\u200c\u200d]")
"""Has a meaning inside a word, and none in a number."""

_HALF = re.compile("[\ud800-\udfff]")


def without_unseen(typed: str) -> str:
    """Return a text without what nobody sees in it; every end of a line is the same."""
    return _UNSEEN.sub("", _LINE_ENDS.sub("\n", typed))


def plain_number(typed: str) -> str:
    """Return a number as it is read aloud: no unseen signs at all, and single spaces."""
    return " ".join(_SOFT.sub("", without_unseen(typed)).split())


def unseen_in(text: str) -> str:
    """Name the first sign in a text that nobody sees; empty where there is none."""
    found = _UNSEEN.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def holds_half(text: str) -> bool:
    """Tell whether a text holds half a letter, which no file can keep."""
    return bool(_HALF.search(text))
