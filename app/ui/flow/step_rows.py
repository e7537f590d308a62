"""The steps of a procedure as rows: what the list shows and says."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QModelIndex

from app.model.danish.notation import (
    counted,
    deadline_label,
    law_labels,
    remaining_label,
    untimely_label,
)
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure, Step, StepKind
from app.model.run.state import RunState, StepState, StepStatus
from app.ui.flow.spoken_steps import Speaker
from app.ui.lists.rows_model import RowsModel
from app.ui.says.kind_texts import kind_text, role_title, step_label

_SEPARATOR = " · "


class StepRow(Struct, frozen=True):
    """One step in the list. `facts` and `ways` are for a list that has the room."""

    id: str
    kind: StepKind
    title: str
    number: str
    count: str
    facts: str
    ways: tuple[tuple[str, str], ...]
    spoken: str
    hands_over: bool
    status: StepStatus | None = None
    is_next: bool = False
    suggested: int = 0


class StepRows(RowsModel[StepRow]):
    """All steps of one procedure in the order of the document."""

    def __init__(self) -> None:
        super().__init__()
        self._procedure: Procedure | None = None
        self._catalogue = Catalogue()
        self._state: tuple[RunState | None, datetime | None] = (None, None)
        self._suggested: Mapping[str, int] = {}

    @property
    def title(self) -> str:
        """The title of the procedure; empty before the first."""
        return self._procedure.title if self._procedure else ""

    def show_procedure(self, procedure: Procedure, catalogue: Catalogue) -> None:
        """Show the steps of another procedure, as they are read."""
        self._procedure, self._catalogue = procedure, catalogue
        self._state = (None, None)
        self.show_rows(self._made(procedure, None, None))

    def show_state(self, state: RunState | None, now: datetime | None) -> None:
        """Show how the steps stand in a run; selection and place stay as they are."""
        self._state = (state, now)
        self._make_again()

    def show_suggested(self, counts: Mapping[str, int]) -> None:
        """Show at which steps suggestions wait for an answer."""
        self._suggested = counts
        self._make_again()

    def _make_again(self) -> None:
        if self._procedure is not None:
            self.change_rows(self._made(self._procedure, *self._state))

    def find(self, step_id: str | None) -> QModelIndex:
        """Return where a step stands; an invalid index when it does not."""
        return self.where(lambda row: row.id == step_id)

    def words(self, row: StepRow) -> str:
        return f"{row.number} {row.title}".strip()

    def spoken(self, row: StepRow) -> str:
        return row.spoken

    def _made(
        self, procedure: Procedure, state: RunState | None, now: datetime | None
    ) -> tuple[StepRow, ...]:
        speaker = Speaker(procedure, self._catalogue, state, now)
        return tuple(
            self._row_of(step, procedure, speaker, state.steps.get(step.id) if state else None, now)
            for step in procedure.steps
        )

    def _row_of(
        self,
        step: Step,
        procedure: Procedure,
        speaker: Speaker,
        at: StepState | None,
        now: datetime | None,
    ) -> StepRow:
        ways = tuple(
            (way.when, step_label(procedure, way.to))
            for way in step.next
            if way.to in procedure.by_id
        )
        return StepRow(
            id=step.id,
            kind=step.kind,
            title=step.title,
            number=str(procedure.numbers.get(step.id, "")),
            count=_count(step, at),
            facts=_SEPARATOR.join(_facts(step, at, now, self._catalogue)),
            ways=ways,
            spoken=_spoken(speaker.say(step.id), self._suggested.get(step.id, 0)),
            hands_over=bool(step.continue_in),
            status=at.status if at else None,
            is_next=bool(at and at.in_line),
            suggested=self._suggested.get(step.id, 0),
        )


def _count(step: Step, at: StepState | None) -> str:
    count = len(step.checklist)
    if not count or (at and at.status is StepStatus.NOT_RELEVANT):
        return ""
    return f"{at.settled}/{count}" if at else str(count)


def _spoken(step: str, suggested: int) -> str:
    if not suggested:
        return step
    translate = QCoreApplication.translate
    one, many = translate("flow", "forslag venter"), translate("flow", "forslag venter")
    return f"{step}, {counted(suggested, one, many)}"


def _facts(
    step: Step, at: StepState | None, now: datetime | None, catalogue: Catalogue
) -> Sequence[str]:
    facts = [kind_text(step.kind), role_title(step.role, catalogue)]
    if at and at.due and now and at.status is StepStatus.LATE:
        facts.append(remaining_label(at.due, now))
    elif at and at.due and at.is_done_outside:
        facts.append(untimely_label(at.due.deadline))
    elif step.deadline:
        facts.append(deadline_label(step.deadline))
    if step.law:
        facts.append(law_labels(step.law, catalogue))
    return facts
