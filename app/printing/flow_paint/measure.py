"""The sizes of what a flow is written in, and how its titles break into lines.

All lengths are logical pixels at 100 %, as in the visual standard.
"""

from functools import lru_cache

from app.model.danish.dividing import divided
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


@lru_cache(maxsize=8_192)
def title_lines(text: str, width: float) -> tuple[str, ...]:
    """Break a title into lines; only a word wider than a whole line is itself divided."""
    words = ("- ".join(divided(word, _title_width, width)) for word in text.split(" "))
    return wrap_lines(" ".join(words), TITLE, width)


def measure_title(text: str, width: float) -> tuple[float, float]:
    """Return the width and the height of a title wrapped to `width`; the measure of a layout."""
    lines = title_lines(text, width)
    return (max(text_width(line, TITLE, SEMIBOLD) for line in lines), len(lines) * TITLE_LINE)


def _title_width(text: str) -> float:
    return text_width(text, TITLE, SEMIBOLD)
