"""Blocks one below the other, and how they are given to pages.

A group is what a page should not end in. It goes to the next page whole where that helps, and
is parted between its blocks only where it is longer than a page. Nothing is ever left out.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count as count_from

from msgspec import Struct

from app.printing.page_marks import Block


class Spaced(Struct, frozen=True):
    """A block with its distance to what stands above it."""

    above: float
    block: Block


Group = tuple[Spaced, ...]

Room = Callable[[int, int], float]
"""`room(number, count)` gives the height for blocks on that page, when there are so many."""


def height(group: Sequence[Spaced]) -> float:
    """The height of blocks with what stands between them."""
    return sum(spaced.above + spaced.block.rect.h for spaced in group)


def stack(group: Sequence[Spaced], x: float, y: float) -> tuple[Block, ...]:
    """Place blocks one below the other."""
    placed = []
    for spaced in group:
        y += spaced.above
        placed.append(spaced.block.at(x, y))
        y += spaced.block.rect.h
    return tuple(placed)


def divide(groups: Sequence[Group], room: Room) -> list[Group]:
    """Give every block to a page. How many pages there are is found out by trying."""
    for count in count_from(1):
        pages: list[list[Group]] = [[]]
        for group in groups:
            _give(group, pages, room, count)
        if len(pages) < count:
            _push_last(pages)
        if len(pages) == count:
            return [_flat(page) for page in pages]
    raise AssertionError


def held_groups(spaced: Iterable[Spaced]) -> Iterator[Group]:
    """Let no heading end a page: it keeps what follows it."""
    held: Group = ()
    for one in spaced:
        held = (*held, one)
        if one.block.kind != "heading":
            yield held
            held = ()
    if held:
        yield held


def _push_last(pages: list[list[Group]]) -> None:
    """Move what came last to a further page: there is more room before a page than on the last."""
    pages.append([pages[-1].pop()] if len(pages[-1]) > 1 else [])


def _give(group: Group, pages: list[list[Group]], room: Room, count: int) -> None:
    """Put a group on the page where it fits whole, else part it between its blocks."""
    if _fits(group, pages, room, count):
        pages[-1].append(group)
    elif pages[-1] and height(group) <= room(len(pages) + 1, count):
        pages.append([group])
    else:
        for part in _parts(group):
            if pages[-1] and not _fits(part, pages, room, count):
                pages.append([])
            pages[-1].append(part)


def _fits(group: Group, pages: list[list[Group]], room: Room, count: int) -> bool:
    return height((*_flat(pages[-1]), *group)) <= room(len(pages), count)


def _flat(groups: Sequence[Group]) -> Group:
    return tuple(spaced for group in groups for spaced in group)


def _parts(group: Group) -> list[Group]:
    """Cut a group where a page may end: its first block keeps the one below it."""
    return [group[:2], *((spaced,) for spaced in group[2:])]
