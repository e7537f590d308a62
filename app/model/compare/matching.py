"""Which things of one list are which of another, where some came, went, changed or moved."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

from msgspec import Struct

T = TypeVar("T")

ALIKE = 0.5
"""So much two texts must share to count as one that was rewritten."""


class Pairs(Struct, frozen=True):
    """`pairs` are (place before, place after), sorted by the latter; `moved` those out of order."""

    pairs: tuple[tuple[int, int], ...]
    moved: frozenset[tuple[int, int]]


def pair_by_keys(
    before: Sequence[T], after: Sequence[T], *keys: Callable[[T], Hashable | None]
) -> Pairs:
    """Pair what has the same key, by the first key that tells; None tells nothing."""
    pairs: list[tuple[int, int]] = []
    old, new = list(range(len(before))), list(range(len(after)))
    for key in keys:
        for place in tuple(new):
            wanted = key(after[place])
            twin = next((one for one in old if key(before[one]) == wanted), None)
            if wanted is not None and twin is not None:
                pairs.append((twin, place))
                old.remove(twin)
                new.remove(place)
    return _sorted_out(pairs)


def pair_by_likeness(before: Sequence[T], after: Sequence[T], text: Callable[[T], str]) -> Pairs:
    """Pair what is equal, and then what reads much alike, each with the likest that is left."""
    pairs = _equal(before, after)
    old = [position for position in range(len(before)) if position not in {a for a, _ in pairs}]
    new = [position for position in range(len(after)) if position not in {b for _, b in pairs}]
    likest = sorted(
        (-_likeness(text(before[a]), text(after[b])), abs(a - b), a, b) for a in old for b in new
    )
    for unlike, _, a, b in likest:
        if -unlike >= ALIKE and a in old and b in new:
            pairs.append((a, b))
            old.remove(a)
            new.remove(b)
    return _sorted_out(pairs)


def _equal(before: Sequence[T], after: Sequence[T]) -> list[tuple[int, int]]:
    """Pair equal things, those that kept their order first."""
    names: dict[str, int] = {}
    old, new = (
        [names.setdefault(repr(one), len(names)) for one in many] for many in (before, after)
    )
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    pairs = [(block.a + n, block.b + n) for block in blocks for n in range(block.size)]
    left = [position for position in range(len(old)) if position not in {a for a, _ in pairs}]
    for position in range(len(new)):
        if position not in {b for _, b in pairs}:
            twin = next((one for one in left if old[one] == new[position]), None)
            if twin is not None:
                left.remove(twin)
                pairs.append((twin, position))
    return pairs


def _likeness(before: str, after: str) -> float:
    matcher = SequenceMatcher(None, before.lower(), after.lower(), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


def _sorted_out(pairs: Sequence[tuple[int, int]]) -> Pairs:
    ordered = tuple(sorted(pairs, key=lambda pair: pair[1]))
    stayed = _longest_rising([before for before, _ in ordered])
    return Pairs(ordered, frozenset(pair for pair in ordered if pair[0] not in stayed))


def _longest_rising(places: Sequence[int]) -> frozenset[int]:
    """Return the most places that stand in order, so that as few as can be count as moved."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, position in enumerate(places):
        at = bisect_left(tails, position)
        before.append(ends[at - 1] if at else -1)
        tails[at:] = [position, *tails[at + 1 :]]
        ends[at:] = [number, *ends[at + 1 :]]
    kept: set[int] = set()
    number = ends[-1] if ends else -1
    while number >= 0:
        kept.add(places[number])
        number = before[number]
    return frozenset(kept)
