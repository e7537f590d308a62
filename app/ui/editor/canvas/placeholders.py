"""A document as the editor draws it: what is still to be written holds its place."""

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from app.model.library.procedure import CheckItem, Procedure, Step, Transition

_ITEM = CheckItem("")


def condition_to_write() -> str:
    """Return what stands on a way whose condition is missing."""
    return QCoreApplication.translate("editor", "Betingelse?")


def lacks_condition(step: Step, way: Transition) -> bool:
    """Whether a way is one of a choice and does not say when it is taken."""
    return step.is_decision and not way.when.strip()


def as_drawn(procedure: Procedure) -> Procedure:
    """Return what a picture is made of, with a mark where a condition is still missing.

    A step without a title is drawn with dots, so that it can be seen and chosen. Texts that no
    picture shows are left out: where only they change, the picture need not be made anew.
    """
    return replace(
        procedure,
        steps=tuple(map(_drawn, procedure.steps)),
        purpose="",
        applies="",
        summary="",
        related=(),
    )


def _drawn(step: Step) -> Step:
    mark = condition_to_write()
    ways = tuple(
        replace(way, when=mark) if lacks_condition(step, way) else way for way in step.next
    )
    return replace(
        step,
        title=step.title if step.title.strip() else "…",
        next=ways,
        guide="",
        document="",
        cards=(),
        tools=(),
        asks=(),
        checklist=(_ITEM,) * len(step.checklist),
    )
