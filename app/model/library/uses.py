"""What uses a text: the steps of a card or a tool, the procedures that lead to a procedure."""

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


def related_to(procedure: Procedure, library: Library) -> tuple[Procedure, ...]:
    """Return the procedures that one names as going with it."""
    known = library.procedure_by_id
    return tuple(known[slug] for slug in procedure.related if slug in known)


def leading_to(procedure: Procedure, library: Library) -> tuple[Procedure, ...]:
    """Return the procedures that a case may come from into one."""
    return tuple(
        other
        for other in library.procedures
        if other.id != procedure.id
        and any(procedure.id in step.continue_in for step in other.steps)
    )


def _uses(library: Library, is_used: Callable[[Step], bool]) -> Iterator[Use]:
    for procedure in library.procedures:
        steps = tuple(step for step in procedure.steps if is_used(step))
        if steps:
            yield procedure, steps
