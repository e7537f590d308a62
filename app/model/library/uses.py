"""Which steps use a card or a tool: the way back from a sheet to the work it belongs to."""

from collections.abc import Callable, Iterator

from app.model.library.catalogue import Library
from app.model.library.procedure import Procedure, Step

Use = tuple[Procedure, tuple[Step, ...]]
"""A procedure, and the steps in it that use something."""


def uses_of_card(card: str, library: Library) -> tuple[Use, ...]:
    """Return the steps that an action card belongs to, by procedure."""
    return tuple(_uses(library, lambda step: card in step.cards))


def uses_of_tool(tool: str, library: Library) -> tuple[Use, ...]:
    """Return the steps that a tool belongs to, by procedure."""
    return tuple(_uses(library, lambda step: tool in step.tools))


def _uses(library: Library, is_used: Callable[[Step], bool]) -> Iterator[Use]:
    for procedure in library.procedures:
        steps = tuple(step for step in procedure.steps if is_used(step))
        if steps:
            yield procedure, steps
