"""What waits for the one who works here: to be approved, decided, answered or compared."""

from typing import TYPE_CHECKING

from app.services.looking import updates_waiting
from app.services.publishing import in_review
from app.services.rights import is_team_leader
from app.services.suggestions import open_suggestions
from app.services.trials import trials_to_decide

if TYPE_CHECKING:
    from app.services.workplace import Workplace


def count_waiting(place: "Workplace") -> int:
    """Count what waits for the one who works here; own work waits for another."""
    if not is_team_leader(place):
        return 0
    of_others = sum(info.author != place.actor for info in in_review(place))
    decisions = len(trials_to_decide(place)) + updates_waiting(place)
    return of_others + decisions + len(open_suggestions(place))
