"""What is written on a step: taken from the document and, in a run, from its state."""

from datetime import datetime

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from app.flow.face import MetaKind, StepFace
from app.model.danish.notation import counted, remaining_label, untimely_label
from app.model.library.procedure import Procedure, Step, StepKind
from app.model.run.state import RunState, StepState, StepStatus


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
    face: StepFace,
    state: RunState | None = None,
    now: datetime | None = None,
) -> StepWords:
    """Collect what stands on a step: what its face has room for, in a run with its state."""
    at = state.steps.get(step.id) if state else None
    number = procedure.numbers.get(step.id)
    meta = {part.kind: part.text for part in face.meta}
    return StepWords(
        id=step.id,
        title=step.title,
        kind=step.kind,
        number="" if number is None else str(number),
        chip=_chip(step, face, at, now),
        law=meta.get(MetaKind.LAW, ""),
        checks=_checks(step, at),
        hears_child=MetaKind.CHILD_GATE in meta,
        hands_over=bool(step.continue_in),
        status=at.status if at else None,
        is_next=bool(at and at.in_line),
    )


def _chip(
    step: Step, face: StepFace, at: StepState | None, now: datetime | None
) -> ChipWords | None:
    if step.deadline is None or not face.chip:
        return None
    statutory = step.deadline.is_statutory
    if at and at.due and now and at.status is StepStatus.LATE:
        over = remaining_label(at.due, now)
        return ChipWords(over, over, is_late=True, is_statutory=statutory)
    if at and at.due and at.is_done_outside:
        said = untimely_label(at.due.deadline)
        return ChipWords(said, said, is_late=True, is_statutory=statutory)
    parts = step.deadline.several
    one = QCoreApplication.translate("flow", "frist")
    many = QCoreApplication.translate("flow", "frister")
    short = counted(len(parts), one, many) if parts else face.chip
    return ChipWords(face.chip, short, is_statutory=statutory)


def _checks(step: Step, at: StepState | None) -> str:
    count = len(step.checklist)
    if not count:
        return ""
    if at is None or at.status is StepStatus.NOT_RELEVANT:
        return str(count)
    return f"{at.settled}/{count}"
