"""The deadline of a step in words, with how it counts; in a run first when it runs out."""

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.danish.notation import counting_words, deadline_words, late_words, law_label
from app.model.deadlines.days import Calendar
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Deadline, Procedure, Step
from app.ui.look.icons import IconLabel
from app.ui.look.widgets import SEMIBOLD, Label, second_line

_SIGNS = {"thread": "clock-alert", "done": "check-circle"}


class When(Struct, frozen=True):
    """When a deadline runs out in a run: the words, their colour, and how it was counted."""

    words: str
    color: str
    counted: str


class DeadlineSection(QWidget):
    """Says what the deadline is, and what it rests on."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = IconLabel("clock", "ink_2", 17)
        self._when = Label(weight=SEMIBOLD, wrap=True, selectable=True)
        self._words = Label(weight=SEMIBOLD, wrap=True, selectable=True)
        self._plain_words = Label(color="ink_2", wrap=True, selectable=True)
        self._counted = second_line(wrap=True)
        self._ground = second_line(wrap=True)
        self._late = second_line(wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(1)
        for label in (
            self._when,
            self._words,
            self._plain_words,
            self._counted,
            self._ground,
            self._late,
        ):
            column.addWidget(label)
        row.addLayout(column, 1)

    def show_deadline(
        self,
        procedure: Procedure,
        step: Step,
        catalogue: Catalogue,
        calendar: Calendar,
        when: When | None = None,
    ) -> None:
        """Show the deadline of a step, or nothing where it has none."""
        deadline = step.deadline
        self.setVisible(deadline is not None)
        if deadline is None:
            return
        color = when.color if when else "ink"
        self._sign.show_icon(_SIGNS.get(color, "clock"), "ink_2" if color == "ink" else color)
        words = deadline_words(deadline, procedure, catalogue)
        self._when.set_color(color)
        _say(self._when, when.words if when else "")
        _say(self._words, "" if when else words)
        _say(self._plain_words, words if when else "")
        _say(self._counted, when.counted if when else counting_words(deadline, calendar))
        # in a run, how it was counted names the law
        is_grounded = when is not None and deadline.is_statutory
        _say(self._ground, "" if is_grounded else self._ground_words(deadline, catalogue))
        is_asked_for = color == "thread" or (color == "soon" and deadline.ends)
        _say(self._late, "" if is_asked_for else late_words(deadline))

    def _ground_words(self, found: Deadline, catalogue: Catalogue) -> str:
        """Say what a deadline rests on: the law, a reason, or the municipality's own choice."""
        ref = found.law or next((part.law for part in found.parts if part.law), None)
        if ref:
            return self.tr("Efter loven: {}").format(law_label(ref, catalogue))
        reason = found.reason or next((part.reason for part in found.parts if part.reason), "")
        if reason:
            return self.tr("Anbefaling: {}").format(reason)
        return self.tr("Vores eget mål")


def _say(label: Label, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
