"""A run that moves to another version: what its log says in terms of the version that holds now.

Events name check items and ways by their place. Where a move gave them other places, what was
logged before it is read with the places of now; what is gone falls away.
"""

from collections.abc import Sequence

from msgspec import structs

from app.model.run.run import AnyHappening, ItemMarked, Moved, RunEvent, WayChosen
from app.model.run.undo import counting


def in_terms_of_now(events: Sequence[RunEvent]) -> list[RunEvent]:
    """Rewrite events that count, so that all of them speak of the newest version in them."""
    if not any(isinstance(event.what, Moved) for event in events):
        return list(events)
    later: list[Moved] = []
    rewritten: list[RunEvent] = []
    for event in reversed(events):
        what = _moved_on(event.what, later)
        if what is not None:
            rewritten.append(structs.replace(event, what=what))
        if isinstance(event.what, Moved):
            later.insert(0, event.what)
    return rewritten[::-1]


def version_followed(events: Sequence[RunEvent], known: int) -> int:
    """Return the version a run follows: that of the last move that counts, else where it began.

    `known` is the version of a run that was never moved.
    """
    tried = [event.what for event in events if isinstance(event.what, Moved)]
    if not tried:
        return known
    moves = [event.what for event in counting(events) if isinstance(event.what, Moved)]
    return moves[-1].target if moves else tried[0].source


def _moved_on(what: AnyHappening, moves: Sequence[Moved]) -> AnyHappening | None:
    """Follow one happening through the moves that came after it; None when it falls away."""
    found: AnyHappening | None = what
    for move in moves:
        if isinstance(found, ItemMarked):
            item = _place(move.items, found.step, found.item)
            found = None if item is None else structs.replace(found, item=item)
        elif isinstance(found, WayChosen):
            way = _place(move.ways, found.step, found.way)
            found = None if way is None else structs.replace(found, way=way)
    return found


def _place(places: dict[str, tuple[int | None, ...]], step: str, before: int) -> int | None:
    known = places.get(step)
    if known is None:
        return before
    return known[before] if 0 <= before < len(known) else None
