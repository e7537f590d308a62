"""The runs of a user who goes by another name: theirs still, when they say so."""

from app.services.run_lists import list_runs
from app.services.runs import hand_over
from app.services.workplace import Workplace


def count_under(workplace: Workplace, *, name: str) -> int:
    """Count the open runs that stand under another name than the one in force."""
    return len(list_runs(workplace, closed=False, owner=name)) if name != workplace.actor else 0


def bring_along(workplace: Workplace, *, name: str) -> int:
    """Hand over the open runs of a name to the name in force, and return how many they are."""
    rows = list_runs(workplace, closed=False, owner=name)
    for row in rows:
        hand_over(workplace, run=row.run.id, to=workplace.actor)
    return len(rows)
