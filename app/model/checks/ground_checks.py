"""Does each step say why it is there, what is written down of it, and when the clock starts?"""

from app.model.checks.finding_collecting import Collector
from app.model.ids import TRIGGER
from app.model.library.procedure import Procedure, Step, StepKind, Tag

_WRITTEN_DOWN = frozenset({StepKind.CONVERSATION, StepKind.MEETING, StepKind.DECISION})
"""What is said and what is decided is noted in the journal."""


def check_grounds(found: Collector, procedure: Procedure) -> None:
    """Warn of steps that rest on nothing or leave no trace, and of a clock that nothing starts."""
    for step in procedure.steps:
        at = ("steps", step.id)
        if not step.is_end and not _has_ground(step):
            found.warn("step_without_ground", *at, "law", step=step.title)
        if step.kind in _WRITTEN_DOWN and not _is_written_down(step):
            found.warn("step_without_documentation", *at, "document", step=step.title)
    if not procedure.trigger.strip() and _counts_from_trigger(procedure):
        found.warn("trigger_missing", "trigger")


def _has_ground(step: Step) -> bool:
    """Tell whether a provision stands behind a step, or words that say why it is there."""
    deadline, gate = step.deadline, step.gate
    by_law = bool(step.law) or (gate is not None and gate.law is not None)
    by_deadline = deadline is not None and (deadline.is_statutory or bool(deadline.reason.strip()))
    return by_law or by_deadline or bool(step.guide.strip())


def _is_written_down(step: Step) -> bool:
    return bool(step.document.strip()) or any(
        Tag.DOCUMENTATION in item.tags for item in step.checklist
    )


def _counts_from_trigger(procedure: Procedure) -> bool:
    return any(
        TRIGGER in (part.after, part.before)
        for step in procedure.steps
        if step.deadline
        for part in step.deadline.parts
    )
