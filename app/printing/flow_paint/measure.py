"""The sizes of what a flow is written in, and how its titles break into lines.

All lengths are logical pixels at 100 %, as in the visual standard.
"""

from functools import lru_cache

from app.printing.fonts import SEMIBOLD, text_width, wrap_lines

TITLE, TITLE_LINE = 13.5, 17.0
META = 11.5
STATION = 12.0
PILL, PILL_LINE = 12.0, 15.0
LANE_NAME, LANE_LINE = 13.0, 15.0

TITLE_ASCENT = TITLE * 0.92
"""From the top of a title's line to its baseline."""

MIDDLE_TO_BASELINE = 0.345
"""From the middle of a line to its baseline, as part of the text's size."""

_VOWELS = "aeiouyæøåé"
_LEAST_PIECE = 4


@lru_cache(maxsize=8_192)
def title_lines(text: str, width: float) -> tuple[str, ...]:
    """Break a title into lines; only a word wider than a whole line is itself divided."""
    words: list[str] = []
    for word in text.split(" "):
        words += _pieces(word, width)
    return wrap_lines(" ".join(words), TITLE, width)


def measure_title(text: str, width: float) -> tuple[float, float]:
    """Return the width and the height of a title wrapped to `width`; the measure of a layout."""
    lines = title_lines(text, width)
    return (max(text_width(line, TITLE, SEMIBOLD) for line in lines), len(lines) * TITLE_LINE)


def _pieces(word: str, width: float) -> list[str]:
    """Divide a word that fits no line, with hyphens, where a part of it seems to end."""
    if text_width(word, TITLE, SEMIBOLD) <= width or len(word) < 2 * _LEAST_PIECE:
        return [word]
    cut = _cut_place(word, width)
    return [word[:cut] + "-", *_pieces(word[cut:], width)]


def _cut_place(word: str, width: float) -> int:
    """Find the last good place to divide that fits: after a joining s, else before a syllable."""
    fitting = [
        cut
        for cut in range(_LEAST_PIECE, len(word) - _LEAST_PIECE + 1)
        if text_width(word[:cut] + "-", TITLE, SEMIBOLD) <= width
    ] or [_LEAST_PIECE]
    joints = [cut for cut in fitting if word[cut - 1] == "s" and word[cut] not in _VOWELS + "t"]
    syllables = [
        cut for cut in fitting if word[cut] not in _VOWELS and word[cut + 1 : cut + 2] in _VOWELS
    ]
    return max(joints or syllables or fitting)
