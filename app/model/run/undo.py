"""Which events of a log count, and which one to take back or bring back next.

Nothing is ever removed: taking back is a new event, and so is bringing back.
"""

from collections.abc import Iterable, Sequence
from operator import attrgetter

from app.model.run.run import RunEvent, Started, Undone

_BY_SEQUENCE = attrgetter("sequence")


def counting(events: Iterable[RunEvent]) -> list[RunEvent]:
    """Return the events that count, in order: no undone ones, and no `Undone` themselves.

    The start of a run cannot be undone.
    """
    ordered = sorted(events, key=_BY_SEQUENCE)
    if not any(isinstance(event.what, Undone) for event in ordered):
        return ordered
    cancelled = _cancelled(ordered)
    return [
        event
        for event in ordered
        if event.sequence not in cancelled and not isinstance(event.what, Undone)
    ]


def undoable(events: Iterable[RunEvent]) -> int | None:
    """Return the event to undo next: the last that counts; None when there is nothing."""
    for event in reversed(counting(events)):
        if not isinstance(event.what, Started):
            return event.sequence
    return None


def redoable(events: Iterable[RunEvent]) -> int | None:
    """Return the `Undone` to undo next, so that what it took back counts again.

    None when nothing was undone, or something new has been done since.
    """
    ordered = sorted(events, key=_BY_SEQUENCE)
    cancelled = _cancelled(ordered)
    kinds = {event.sequence: event.what for event in ordered}
    for event in reversed(ordered):
        if not isinstance(event.what, Undone):
            return None
        is_first_hand = not isinstance(kinds.get(event.what.sequence), Undone | None)
        if event.sequence not in cancelled and is_first_hand:
            return event.sequence
    return None


def undone_next(events: Sequence[RunEvent]) -> RunEvent | None:
    """Return the event that undo would take back now; None when there is nothing."""
    return _numbered(events, undoable(events))


def redone_next(events: Sequence[RunEvent]) -> RunEvent | None:
    """Return the event that redo would bring back now; None when there is nothing."""
    undoing = _numbered(events, redoable(events))
    if undoing is None or not isinstance(undoing.what, Undone):
        return None
    return _numbered(events, undoing.what.sequence)


def _numbered(events: Iterable[RunEvent], number: int | None) -> RunEvent | None:
    return next((event for event in events if event.sequence == number), None)


def _cancelled(ordered: Sequence[RunEvent]) -> set[int]:
    """Find what does not count, from the end: an `Undone` that is undone takes nothing back."""
    undoings = [(event.sequence, event.what) for event in ordered if isinstance(event.what, Undone)]
    cancelled: set[int] = set()
    for sequence, what in reversed(undoings):
        if sequence not in cancelled and what.sequence < sequence:
            cancelled.add(what.sequence)
    if cancelled:
        cancelled.difference_update(
            event.sequence for event in ordered if isinstance(event.what, Started)
        )
    return cancelled
