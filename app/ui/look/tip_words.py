"""The words of a tip: plain, whatever they hold, and in lines that can be read."""

import html
import textwrap

from PySide6.QtGui import Qt

_LINE = 64
"""So many letters are read with ease in one line."""


def tip_words(text: str) -> str:
    """Return a text as a tip shows it; what somebody wrote is never taken for code."""
    lines = [line for part in text.splitlines() for line in textwrap.wrap(part, _LINE)]
    words = "\n".join(lines)
    if Qt.mightBeRichText(words):
        return f"<qt>{'<br>'.join(map(html.escape, lines))}</qt>"
    return words
