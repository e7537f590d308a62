"""How a text from elsewhere stands to the one here, told by the texts each of them came from.

A text goes by its fingerprint. The line of a text is its own fingerprint and those of the texts
before it, the newest first.
"""

from collections.abc import Sequence
from enum import StrEnum

LONGEST_LINE = 40
"""No more of a line is handed on: an older common text is of little use to anyone."""


class TextStanding(StrEnum):
    """What a text that comes in is to the one that is here."""

    NEW = "new"
    SAME = "same"
    THERE = "there"
    HERE = "here"
    BOTH = "both"


class ArrivalChoice(StrEnum):
    """What is to become of it. What came with the program may be left for another day."""

    KEEP = "keep"
    TAKE = "take"
    MERGE = "merge"
    WAIT = "wait"


def standing_of(theirs: Sequence[str], ours: Sequence[str]) -> tuple[TextStanding, str]:
    """Tell how the first text of their line stands to the first of ours, and their common text.

    There is no common text (an empty one) where nothing is here, or none is known. A text that
    was here before brings nothing new, whatever they have had since.
    """
    if not ours:
        return TextStanding.NEW, ""
    if theirs[0] == ours[0]:
        return TextStanding.SAME, ours[0]
    if theirs[0] in ours:
        return TextStanding.HERE, theirs[0]
    if ours[0] in theirs:
        return TextStanding.THERE, ours[0]
    return TextStanding.BOTH, next((one for one in theirs if one in ours), "")
