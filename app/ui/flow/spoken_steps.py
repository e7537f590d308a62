"""What a screen reader says of a step: the same in the picture and in the list."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.model.danish.notation import (
    counted,
    deadline_label,
    deadline_name,
    law_labels,
    remaining_label,
    untimely_label,
)
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure, Step, Transition
from app.model.run.state import RunState, StepState, StepStatus
from app.ui.says.kind_texts import kind_text, role_title, status_text

translate = QCoreApplication.translate


class Speaker:
    """Puts the steps of one procedure into words, in a run with their state."""

    def __init__(
        self,
        procedure: Procedure,
        catalogue: Catalogue,
        state: RunState | None = None,
        now: datetime | None = None,
    ) -> None:
        self._procedure, self._catalogue = procedure, catalogue
        self._state, self._now = state, now

    def say(self, step_id: str) -> str:
        """Say all of a step: number, kind, title, role, deadline, state, count, ways."""
        step = self._procedure.step(step_id)
        at = self._state.steps.get(step_id) if self._state else None
        parts = [
            self._place(step),
            kind_text(step.kind),
            step.title,
            role_title(step.role, self._catalogue),
            self._deadline(step, at),
            self._law(step),
            self._status(at),
            self._checks(step, at),
            self.ways(step_id, at),
        ]
        return ", ".join(part for part in parts if part)

    def ways(self, step_id: str, at: StepState | None = None) -> str:
        """Say where a step leads."""
        step = self._procedure.step(step_id)
        said = [
            self._way(way, is_taken=at is not None and at.way == number)
            for number, way in enumerate(step.next)
            if way.to in self._procedure.by_id
        ]
        if not said:
            return ""
        return translate("flow", "veje: {}").format(", ".join(said))

    def _place(self, step: Step) -> str:
        number = self._procedure.numbers.get(step.id)
        if number is None:
            return ""
        return translate("flow", "Trin {} af {}").format(number, len(self._procedure.numbers))

    def _deadline(self, step: Step, at: StepState | None) -> str:
        if step.deadline is None:
            return ""
        if at and at.due and self._now and at.status is StepStatus.LATE:
            return translate("flow", "frist overskredet, {}").format(
                remaining_label(at.due, self._now)
            )
        words = f"{deadline_name(step.deadline.kind)} {deadline_label(step.deadline)}"
        if at and at.due and at.is_done_outside:
            return translate("flow", "{}, gjort {}").format(words, untimely_label(at.due.deadline))
        return words

    def _law(self, step: Step) -> str:
        return law_labels(step.law, self._catalogue) if step.law else ""

    def _status(self, at: StepState | None) -> str:
        if at is None:
            return ""
        words = status_text(at.status).lower()
        is_next_too = at.in_line and at.status is StepStatus.LATE
        return f"{words}, {status_text(StepStatus.NOW).lower()}" if is_next_too else words

    def _checks(self, step: Step, at: StepState | None) -> str:
        count = len(step.checklist)
        if not count:
            return ""
        if at is None:
            return counted(count, translate("flow", "tjekpunkt"), translate("flow", "tjekpunkter"))
        return translate("flow", "{} af {} tjekpunkter").format(at.settled, count)

    def _way(self, way: Transition, *, is_taken: bool) -> str:
        number = self._procedure.numbers.get(way.to)
        title = self._procedure.step(way.to).title
        target = title if number is None else translate("flow", "trin {} {}").format(number, title)
        words = (
            translate("flow", "{} til {}").format(way.when, target)
            if way.when
            else translate("flow", "til {}").format(target)
        )
        return translate("flow", "{} (valgt)").format(words) if is_taken else words
