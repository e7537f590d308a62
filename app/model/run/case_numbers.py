"""The number of a run's case: the one it was begun with, or the one it was corrected to."""

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from app.model.run.run import CaseNumberCorrected, RunEvent
from app.model.run.state import Filled
from app.model.run.undo import counting

CASE_NUMBER = "sagsnummer"
"""The field that is the case number in every tool; it fills itself in."""

PARTS_NUMBERS = "-/. "
"""What stands between the parts of a number, and is left out as often as not."""

_OF_NO_PROVISION = re.compile(r"\d{4}")
"""The paragraphs of an act have three digits at most."""

_SURELY_A_NUMBER = 5
_LEAST_LOOKED_FOR = 3


def bare(number: str) -> str:
    """Return a number without what stands between its parts, in small letters."""
    return number.casefold().translate({ord(sign): None for sign in PARTS_NUMBERS})


def may_be_number(typed: str) -> bool:
    """Whether what is searched for could be a number of a case, or a part of one."""
    return "§" not in typed and _digits(typed) >= _LEAST_LOOKED_FOR


def is_like_number(typed: str) -> bool:
    """Whether what is searched for is meant as the number of a case, by its length."""
    if not may_be_number(typed):
        return False
    return _digits(typed) >= _SURELY_A_NUMBER or _OF_NO_PROVISION.search(typed) is not None


def _digits(typed: str) -> int:
    return sum(sign.isdigit() for sign in typed)


def number_held(events: Sequence[RunEvent], known: str) -> str:
    """Return the number that holds. `known` is that of a run whose number was never corrected."""
    tried = _corrections(events)
    if not tried:
        return known
    held = _corrections(counting(events))
    return held[-1].number if held else tried[0].before


def with_number(
    tools: Mapping[str, Filled], events: Sequence[RunEvent], number: str
) -> dict[str, Filled]:
    """Let the number that holds stand in tools where one of the others was filled in."""
    if not any(CASE_NUMBER in filled.fields for filled in tools.values()):
        return dict(tools)
    others = {name for what in _corrections(events) for name in (what.before, what.number)}
    return {
        tool: replace(filled, fields={**filled.fields, CASE_NUMBER: number})
        if filled.fields.get(CASE_NUMBER) in others
        else filled
        for tool, filled in tools.items()
    }


def _corrections(events: Iterable[RunEvent]) -> list[CaseNumberCorrected]:
    return [event.what for event in events if isinstance(event.what, CaseNumberCorrected)]
