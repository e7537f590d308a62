"""Putting a search index in the place of the one before, so that nobody waits long for a turn.

A small one goes in at once. A large one is filled in beside the one there is, a portion at a time
and with others writing in between, and takes its place by name.
"""

from secrets import token_hex
from threading import Event
from typing import TYPE_CHECKING

from app.services.workplace import Workplace

if TYPE_CHECKING:
    from app.store.search.search_filling import Prepared

INDEXED, _FILLING = "library.index", "library.index.filling"
_AT_ONCE = 8_000
"""So many rows are written at once: the library that ships has fewer."""

_PORTION = 1_000
_BREATH = 0.02
"""So long others may take their turn between portions, in seconds: who waits looks now and then."""

_NO_DIGITS = str.maketrans("0123456789", "ghijklmnop")
"""A row of digits in a mark could be taken for a CPR number."""


def put_in(workplace: Workplace, prepared: "Prepared", stamp: int, index_format: int) -> bool:
    """Put in an index. False where somebody has published meanwhile: the library is another now.

    Where another window began to fill in one beside ours, ours goes in at once.
    """
    with workplace.store.patience():
        return _put_in(workplace, prepared, stamp, index_format)


def _put_in(workplace: Workplace, prepared: "Prepared", stamp: int, index_format: int) -> bool:
    mark = _fill_beside(workplace, prepared) if prepared.size > _AT_ONCE else ""
    with workplace.store.writing() as work:
        if work.items.stamp() != stamp:
            return False
        is_beside = bool(mark) and work.settings.get(_FILLING) == mark
        if is_beside:
            work.search.take_over()
        else:
            work.search.fill(prepared)
        work.settings.put(INDEXED, index_format, now=workplace.now())
        work.commit()
    if is_beside:
        with workplace.store.writing() as work:
            work.search.clear_beside()
            work.settings.remove(_FILLING)
            work.commit()
    return True


def _fill_beside(workplace: Workplace, prepared: "Prepared") -> str:
    """Fill in an index beside the one there is; return its mark, empty where another began anew."""
    mark = token_hex(8).translate(_NO_DIGITS)
    with workplace.store.writing() as work:
        work.search.begin_beside()
        work.settings.put(_FILLING, mark, now=workplace.now())
        work.commit()
    breath = Event()
    for portion in prepared.portions(_PORTION):
        breath.wait(_BREATH)
        with workplace.store.writing() as work:
            if work.settings.get(_FILLING) != mark:
                return ""
            work.search.fill_beside(portion)
            work.commit()
    return mark
