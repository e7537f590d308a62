"""A document as the editor draws it: what is still to be written holds its place."""

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from app.model.procedure import Procedure, Step, Transition


def condition_to_write() -> str:
    """Return what stands on a way whose condition is missing."""
    return QCoreApplication.translate("editor", "Betingelse?")


def lacks_condition(step: Step, way: Transition) -> bool:
    """Whether a way is one of a choice and does not say when it is taken."""
    return step.is_decision and not way.when.strip()


def as_drawn(procedure: Procedure) -> Procedure:
    """Put a mark where a condition is missing, so that the picture has room for it.

    A step without a title is drawn with a dot, so that it can be seen and chosen.
    """
    steps = tuple(map(_drawn, procedure.steps))
    return procedure if steps == procedure.steps else replace(procedure, steps=steps)


def _drawn(step: Step) -> Step:
    if step.title.strip() and not any(lacks_condition(step, way) for way in step.next):
        return step
    mark = condition_to_write()
    ways = tuple(
        replace(way, when=mark) if lacks_condition(step, way) else way for way in step.next
    )
    return replace(step, next=ways, title=step.title if step.title.strip() else "…")
