"""Whether the clock can be right: measured by the newest moment that was ever believed.

A computer whose battery is flat, or a month typed wrong, must not make anything seem old enough
to be deleted.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

FAR = timedelta(days=31)
"""So much time may have passed unseen without anybody being asked: a long holiday."""


class Standing(StrEnum):
    """How the clock stands to what was seen last."""

    RIGHT = "right"
    AHEAD = "ahead"
    BEHIND = "behind"


class Doubt(Struct, frozen=True):
    """A clock that nobody should go by before someone has said that it is right."""

    now: datetime
    seen: datetime
    standing: Standing


def standing(now: datetime, seen: datetime | None) -> Standing:
    """Tell how a clock stands to the newest moment that was believed; None where none ever was."""
    if seen is None or abs(now - seen) <= FAR:
        return Standing.RIGHT
    return Standing.AHEAD if now > seen else Standing.BEHIND
