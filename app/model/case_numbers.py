"""The number of a run's case: the one it was begun with, or the one it was corrected to."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from app.model.run import CaseNumberCorrected, RunEvent
from app.model.state import Filled
from app.model.undo import counting

CASE_NUMBER = "sagsnummer"
"""The field that is the case number in every tool; it fills itself in."""


def number_held(events: Sequence[RunEvent], known: str) -> str:
    """Return the number that holds. `known` is that of a run whose number was never corrected."""
    held = [what.number for what in _corrections(counting(events))]
    if held:
        return held[-1]
    return next((what.before for what in _corrections(events)), known)


def with_number(
    tools: Mapping[str, Filled], events: Sequence[RunEvent], number: str
) -> dict[str, Filled]:
    """Let the number that holds stand in tools where one of the others was filled in."""
    others = {name for what in _corrections(events) for name in (what.before, what.number)}
    return {
        tool: replace(filled, fields={**filled.fields, CASE_NUMBER: number})
        if filled.fields.get(CASE_NUMBER) in others
        else filled
        for tool, filled in tools.items()
    }


def _corrections(events: Iterable[RunEvent]) -> list[CaseNumberCorrected]:
    return [event.what for event in events if isinstance(event.what, CaseNumberCorrected)]
