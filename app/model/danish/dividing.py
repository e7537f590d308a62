"""Where a word that fits no line is divided."""

import re
from collections.abc import Callable

SOFT_HYPHEN = "\u00ad"

_VOWELS = "aeiouyæøåé"
_LEAST_PIECE = 4
_LONG_WORD = re.compile(rf"[^\W\d_]{{{2 * _LEAST_PIECE},}}[^\w\s]*")

Measure = Callable[[str], float]
"""How wide a piece of text is."""


def divided(word: str, measure: Measure, room: float) -> list[str]:
    """Divide a word wider than the room where parts of it seem to end; the hyphens are left out."""
    if measure(word) <= room or len(word) < 2 * _LEAST_PIECE:
        return [word]
    cut = _cut_place(word, measure, room)
    return [word[:cut], *divided(word[cut:], measure, room)]


def with_soft_hyphens(text: str, measure: Measure, room: float) -> str:
    """Return a text whose words wider than the room may be divided at soft hyphens."""
    return _LONG_WORD.sub(
        lambda found: SOFT_HYPHEN.join(divided(found.group(), measure, room)), text
    )


def _cut_place(word: str, measure: Measure, room: float) -> int:
    """Find the last good place to divide that fits: after a joining s, else before a syllable."""
    fitting = [
        cut
        for cut in range(_LEAST_PIECE, len(word) - _LEAST_PIECE + 1)
        if measure(word[:cut] + "-") <= room
    ] or [_LEAST_PIECE]
    joints = [cut for cut in fitting if word[cut - 1] == "s" and word[cut] not in _VOWELS + "t"]
    syllables = [
        cut for cut in fitting if word[cut] not in _VOWELS and word[cut + 1 : cut + 2] in _VOWELS
    ]
    return max(joints or syllables or fitting)
