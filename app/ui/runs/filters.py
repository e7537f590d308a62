"""Which runs the list shows: all open ones, the late, this week's, those that wait, and so on."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from app.model.state import ChildHeard, RunSummary
from app.model.times import local
from app.ui.runs.words import is_over

FILTERS = ("all", "late", "week", "waiting", "child", "closed")


def matches(summary: RunSummary, name: str, now: datetime) -> bool:
    """Tell whether a run belongs to a filter."""
    if name == "closed":
        return summary.closed is not None
    if summary.closed is not None:
        return False
    if name == "late":
        return is_late(summary, now)
    if name == "week":
        return summary.next_due is not None and summary.next_due <= _end_of_week(now)
    if name == "waiting":
        return summary.waiting
    if name == "child":
        return summary.child is ChildHeard.NOT_YET
    return True


def is_late(summary: RunSummary, now: datetime) -> bool:
    """Tell whether a deadline of the run has run out."""
    return summary.next_due is not None and is_over(
        summary.next_due, now, timed=summary.next_due_timed
    )


def found(summary: RunSummary, words: str) -> bool:
    """Tell whether every word stands in the case number, the procedure or the step."""
    text = f"{summary.run.case_number} {summary.title} {summary.stands_at}".casefold()
    return all(word in text for word in words.casefold().split())


def due_first(runs: Sequence[RunSummary], now: datetime, limit: int = 3) -> list[RunSummary]:
    """Return what is for today: late, or due before the day ends, the earliest first."""
    end = local(now).replace(hour=23, minute=59, second=59, microsecond=0)
    due = [run for run in runs if run.closed is None and run.next_due and run.next_due <= end]
    return sorted(due, key=lambda run: run.next_due or end)[:limit]


def _end_of_week(now: datetime) -> datetime:
    today = local(now)
    sunday = today + timedelta(days=6 - today.weekday())
    return sunday.replace(hour=23, minute=59, second=59, microsecond=0)
