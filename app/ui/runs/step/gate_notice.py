"""What is missing before a step: a notice that asks, and never stops anybody."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from app.model.library.procedure import Gate
from app.model.run.hearing import hearings_of, is_hearing
from app.ui.keys.focus import show_or_hide
from app.ui.look.icons import IconLabel
from app.ui.look.widgets import SEMIBOLD, Button, Label
from app.ui.runs.step.reason_list import reasons_for_gate
from app.ui.runs.step.run_fields import ReasonAsk
from app.ui.runs.step.step_surroundings import AtStep
from app.ui.says.kind_texts import step_label
from app.ui.steps.step_leads import law_words

_BESIDE = 2


class GateNotice(QFrame):
    """Tells what is missing and the law in one line, and offers to go there or give a reason.

    Signals: `step_requested` with the step to go to; `reason_given` with why one goes on;
    `hearing_requested` where one says whether the child was heard.
    """

    step_requested = Signal(str)
    reason_given = Signal(str)
    hearing_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "notice")
        self.setAccessibleName(self.tr("Noget mangler før dette trin"))
        self._needs: tuple[str, ...] = ()
        self._gate: Gate | None = None
        self._needs_reason = False
        self._sign = IconLabel("gate", "soon", 20)
        self._heading = Label(weight=SEMIBOLD, wrap=True)
        self._law = Label(wrap=True)
        self._ways = QGridLayout()
        self._ways.setColumnStretch(_BESIDE, 1)
        self._buttons: list[Button] = []
        self._write = Button(self.tr("Skriv en grund"), "link", on_click=self.ask_for_reason)
        say = self.tr("Svar på, om barnet er hørt")
        self._say = Button(say, "link", on_click=self.hearing_requested.emit)
        self.ask = ReasonAsk(
            self.tr("Grund til at gå videre"), self.tr("Grunden gemmes i forløbet")
        )
        self.ask.given.connect(self._on_given)
        self.ask.left.connect(self._leave)
        self._assemble()

    @property
    def reason(self) -> str:
        """The reason as far as it is written."""
        return self.ask.field.text().strip() if self.ask.isVisibleTo(self) else ""

    def show_at(self, at: AtStep) -> None:
        """Show what a step waits for, or nothing where it waits for nothing."""
        needs, gate = at.found.gate_missing, at.step.gate
        is_about_child = at.found.asks_for_child and not is_hearing(at.step)
        is_shown = at.may_work and (bool(needs) or is_about_child) and not at.found.is_done
        if at.is_new or not is_shown:
            self._leave()
        self.setVisible(is_shown)
        if not is_shown or gate is None:
            return
        self._gate = gate
        talks = hearings_of(at.procedure)
        self._needs_reason = not is_about_child or not talks.issuperset(needs)
        self._sign.show_icon("voice" if is_about_child else "gate", "soon")
        child, other = self.tr("Barnet er ikke hørt endnu"), self.tr("Noget mangler først")
        self._heading.setText(child if is_about_child else other)
        self._say.setVisible(is_about_child)
        self._write.setVisible(self._needs_reason and self.ask.isHidden())
        law = law_words(gate, at.library.catalogue)
        self._law.setText(law)
        self._law.setVisible(bool(law))
        self._offer(at, needs)

    def miss_reason(self) -> None:
        """Ask for the reason; where it is asked for already, say that it is missing."""
        if self.ask.isVisibleTo(self):
            self.ask.refuse(self.tr("Skriv en kort grund, eller vælg en."))
        else:
            self.ask_for_reason()

    def ask_for_reason(self) -> None:
        """Put the cursor where the reason for going on is written."""
        if not self.ask.isVisibleTo(self):
            self.ask.ask(reasons_for_gate(self._gate) if self._gate else ())
            self.ask.show()
        self.ask.setFocus()
        self._write.hide()

    def _offer(self, at: AtStep, needs: tuple[str, ...]) -> None:
        """Offer to go to each missing step or to give a reason, two beside each other."""
        self._needs = needs
        while len(self._buttons) < len(needs):
            position = len(self._buttons)
            button = Button("", on_click=partial(self._go, position), small=True)
            self._ways.addWidget(button, position // _BESIDE, position % _BESIDE)
            self._buttons.append(button)
        for position, button in enumerate(self._buttons):
            button.setVisible(position < len(needs))
        for button, need in zip(self._buttons, needs, strict=False):
            number = at.procedure.numbers.get(need)
            title = at.procedure.step(need).title
            button.say(self.tr("Gå til trin {}").format(number or title))
            button.setToolTip(step_label(at.procedure, need))
        self._ways.addWidget(self._write, len(needs) // _BESIDE, len(needs) % _BESIDE)

    def _assemble(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        holder = QVBoxLayout()
        holder.addWidget(self._sign)
        holder.addStretch(1)
        row.addLayout(holder)
        column = QVBoxLayout()
        column.setSpacing(4)
        row.addLayout(column, 1)
        column.addWidget(self._heading)
        column.addWidget(self._law)
        column.addSpacing(4)
        self._ways.addWidget(self._write, 0, 0)
        column.addLayout(self._ways)
        column.addWidget(self._say, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.ask)

    def _go(self, position: int) -> None:
        self.step_requested.emit(self._needs[position])

    def _on_given(self, reason: str) -> None:
        if reason:
            self.reason_given.emit(reason)
        else:
            self.miss_reason()

    def _leave(self) -> None:
        """Put the question away; the keyboard goes to the button that asks it again."""
        self._write.setVisible(self._needs_reason)
        show_or_hide(self.ask, self._write, is_shown=False)
