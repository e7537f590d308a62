"""What is written on a step: taken from the document and, in a run, from its state."""

from collections.abc import Mapping
from datetime import datetime

from msgspec import Struct

from app.model.catalogue import Catalogue
from app.model.notation import counted, deadline_label, law_labels, remaining_label
from app.model.procedure import Procedure, Step, StepKind
from app.model.state import RunState, StepState, StepStatus


class ChipWords(Struct, frozen=True):
    """The deadline on a step. `short` is for a step that has no room for `text`."""

    text: str
    short: str
    is_late: bool = False
    is_statutory: bool = True


class StepWords(Struct, frozen=True):
    """All that stands on one step, and what decides how it looks.

    `status` is None while a procedure is only read. `is_next` tells that the step's turn has
    come. `hears_child` tells that the step waits for a conversation with the child.
    """

    id: str
    title: str
    kind: StepKind
    number: str = ""
    chip: ChipWords | None = None
    law: str = ""
    checks: str = ""
    hears_child: bool = False
    hands_over: bool = False
    status: StepStatus | None = None
    is_next: bool = False


def step_words(
    procedure: Procedure,
    step: Step,
    catalogue: Catalogue | None = None,
    state: RunState | None = None,
    now: datetime | None = None,
) -> StepWords:
    """Collect what stands on a step; in a run with its state at `now`."""
    at = state.steps.get(step.id) if state else None
    number = procedure.numbers.get(step.id)
    return StepWords(
        id=step.id,
        title=step.title,
        kind=step.kind,
        number="" if number is None else str(number),
        chip=_chip(step, at, now),
        law=law_labels(step.law, catalogue) if step.law else "",
        checks=_checks(step, at),
        hears_child=gate_needs_child(procedure.by_id, step),
        hands_over=bool(step.continue_in),
        status=at.status if at else None,
        is_next=bool(at and at.in_line),
    )


def gate_needs_child(steps: Mapping[str, Step], step: Step) -> bool:
    """Tell whether a step can only be done after a conversation with the child."""
    needs = step.gate.needs if step.gate else ()
    return any(need in steps and steps[need].kind is StepKind.CONVERSATION for need in needs)


def _chip(step: Step, at: StepState | None, now: datetime | None) -> ChipWords | None:
    if step.deadline is None:
        return None
    statutory = step.deadline.is_statutory
    if at and at.due and now and at.status is StepStatus.LATE:
        over = remaining_label(at.due, now)
        return ChipWords(over, over, is_late=True, is_statutory=statutory)
    parts = step.deadline.first_of
    text = deadline_label(step.deadline)
    short = counted(len(parts), "frist", "frister") if parts else text
    return ChipWords(text, short, is_statutory=statutory)


def _checks(step: Step, at: StepState | None) -> str:
    count = len(step.checklist)
    if not count:
        return ""
    if at is None or at.status is StepStatus.NOT_RELEVANT:
        return str(count)
    return f"{at.settled}/{count}"
