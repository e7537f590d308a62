"""What waits for the one who works here: to be approved, decided, answered or compared."""

from msgspec import Struct

from app.services.looking import updates_waiting
from app.services.publishing import in_review
from app.services.rights import is_team_leader
from app.services.suggestions import open_suggestions
from app.services.trials import trials_to_decide
from app.services.workplace import Workplace


class WaitingFor(Struct, frozen=True):
    """How much of each kind waits for the one who works here."""

    to_approve: int = 0
    to_decide: int = 0
    """Trials whose time is over."""
    to_answer: int = 0
    to_compare: int = 0

    @property
    def count(self) -> int:
        """How much it is in all."""
        return self.to_approve + self.to_decide + self.to_answer + self.to_compare


def what_waits(workplace: Workplace) -> WaitingFor:
    """Count what waits for the one who works here; own work waits for another."""
    if not is_team_leader(workplace):
        return WaitingFor()
    return WaitingFor(
        sum(info.author != workplace.actor for info in in_review(workplace)),
        len(trials_to_decide(workplace)),
        len(open_suggestions(workplace)),
        updates_waiting(workplace),
    )
