"""Whether the clock can be right: measured by the newest moment that was ever believed.

A computer whose battery is flat, or a month typed wrong, must not make anything seem old enough
to be deleted.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

FAR = timedelta(days=31)
"""So much time may have passed unseen without anybody being asked: a long holiday."""


CLOCKS_APART = timedelta(minutes=10)
"""So far the clocks of two computers may be apart that work in one folder."""


class ClockStanding(StrEnum):
    """How the clock stands to what was seen last."""

    RIGHT = "right"
    AHEAD = "ahead"
    BEHIND = "behind"


class Doubt(Struct, frozen=True):
    """A clock that nobody should go by before someone has said that it is right."""

    now: datetime
    seen: datetime
    standing: ClockStanding


def standing(now: datetime, seen: datetime | None) -> ClockStanding:
    """Tell how a clock stands to the newest moment that was believed; None where none ever was."""
    if seen is None or abs(now - seen) <= FAR:
        return ClockStanding.RIGHT
    return ClockStanding.AHEAD if now > seen else ClockStanding.BEHIND


def time_of_next(now: datetime, before: datetime) -> datetime:
    """Return when something happens that comes after something else, by clocks that may differ.

    A few minutes are two clocks that are apart: nothing is earlier than what it follows on. More
    is a clock that is wrong, this one or the other; nobody knows which, and each says what it says.
    """
    return max(now, before) if before - now <= CLOCKS_APART else now


def went_back(moments: Sequence[datetime]) -> datetime | None:
    """Return the newest moment before the last one, where that is earlier than clocks are apart."""
    if len(moments) < 2:
        return None
    newest = max(moments[:-1])
    return newest if newest - moments[-1] > CLOCKS_APART else None
