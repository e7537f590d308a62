"""What is missing before a step: a notice that asks, and never stops anybody."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from app.model.catalogue import Library
from app.model.ids import CHILD_ROLE
from app.model.notation import law_label
from app.model.procedure import Procedure, Step
from app.model.state import StepState
from app.ui.common.icons import IconLabel
from app.ui.common.texts import step_label
from app.ui.common.widgets import SEMIBOLD, Button, Label
from app.ui.runs.fields import ReasonAsk
from app.ui.runs.reasons import reasons_for_gate

_BESIDE = 2


class GateNotice(QFrame):
    """Tells what is missing and the law in one line, and offers to go there or give a reason.

    Signals: `step_requested` with the step to go to; `reason_given` with why one goes on.
    """

    step_requested = Signal(str)
    reason_given = Signal(str)

    def __init__(
        self, procedure: Procedure, step: Step, found: StepState, library: Library
    ) -> None:
        super().__init__()
        self.setProperty("surface", "notice")
        self.setAccessibleName(self.tr("Noget mangler før dette trin"))
        self._child = any(procedure.step(n).role == CHILD_ROLE for n in found.gate_missing)
        self.ask = ReasonAsk(
            self.tr("Grund til at gå videre"),
            self.tr("Grunden gemmes i forløbet"),
            reasons_for_gate(child=self._child),
        )
        self._show = Button(self.tr("Skriv en grund"), "link", on_click=self.ask_for_reason)
        self._assemble(step, library)
        self._add_buttons(procedure, found)
        self._column.addWidget(self.ask)
        self.ask.hide()
        self.ask.given.connect(self._on_given)
        self.ask.left.connect(self._on_left)

    @property
    def reason(self) -> str:
        """The reason as far as it is written."""
        return self.ask.field.text().strip()

    def ask_for_reason(self) -> None:
        """Put the cursor where the reason for going on is written."""
        self._show.hide()
        self.ask.show()
        self.ask.setFocus()

    def _assemble(self, step: Step, library: Library) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        holder = QVBoxLayout()
        holder.addWidget(IconLabel("voice" if self._child else "gate", "soon", 20))
        holder.addStretch(1)
        row.addLayout(holder)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        row.addLayout(self._column, 1)
        missing = self.tr("Barnet er ikke hørt endnu")
        heading = missing if self._child else self.tr("Noget mangler først")
        self._column.addWidget(Label(heading, weight=SEMIBOLD, wrap=True))
        law = step.gate.law if step.gate else None
        provision = library.catalogue.provision(law) if law else None
        if law and provision:
            words = f"{provision.says} ({law_label(law, library.catalogue)})."
            self._column.addWidget(Label(words, wrap=True))
        self._column.addSpacing(4)

    def _add_buttons(self, procedure: Procedure, found: StepState) -> None:
        """Offer to go to each missing step or to give a reason, two beside each other."""
        buttons = QGridLayout()
        for place, need in enumerate(found.gate_missing):
            number = procedure.numbers.get(need)
            name = self.tr("Gå til trin {}").format(number or procedure.step(need).title)
            go = Button(name, on_click=partial(self.step_requested.emit, need), small=True)
            go.setToolTip(step_label(procedure, need))
            buttons.addWidget(go, place // _BESIDE, place % _BESIDE)
        place = len(found.gate_missing)
        buttons.addWidget(self._show, place // _BESIDE, place % _BESIDE)
        buttons.setColumnStretch(_BESIDE, 1)
        self._column.addLayout(buttons)

    def _on_given(self, reason: str) -> None:
        if reason:
            self.reason_given.emit(reason)

    def _on_left(self) -> None:
        self.ask.hide()
        self._show.show()
        self._show.setFocus()
