"""What is believed of the clock: nothing is deleted by one that nobody has said is right.

The newest moment that was believed is kept with the settings; where none is yet, what happened
last in any run or to any text counts.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.model.clock_standing import ClockStanding, Doubt, standing
from app.services.workplace import Workplace

if TYPE_CHECKING:
    from app.store.unit_of_work import Work

_SEEN = "clock.seen"
_OFTEN_ENOUGH = 3600
"""So many seconds later the newest moment is written down again."""


def doubt_of(workplace: Workplace) -> Doubt | None:
    """Tell why the clock cannot be believed, and take note of the time where it can."""
    now = workplace.now()
    with workplace.store.reading() as work:
        kept, seen = work.settings.get(_SEEN), _seen(work)
    how = standing(now, seen)
    if how is not ClockStanding.RIGHT and seen is not None:
        return Doubt(now, seen, how)
    if kept is None or seen is None or (now - seen).total_seconds() > _OFTEN_ENOUGH:
        believe_clock(workplace)
    return None


def believe_clock(workplace: Workplace) -> None:
    """Take the time as it is now for right, as the user said."""
    now = workplace.now()
    with workplace.store.writing() as work:
        work.settings.put(_SEEN, int(now.timestamp()), now=now)
        work.commit()


def _seen(work: Work) -> datetime | None:
    kept = work.settings.get(_SEEN)
    if isinstance(kept, int):
        return datetime.fromtimestamp(kept, UTC)
    return max(
        (moment for moment in work.course.last_moments() if moment is not None), default=None
    )
