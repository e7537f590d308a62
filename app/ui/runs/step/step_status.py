"""How a step stands, in a chip, with when it was done and why it was done before its time."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.danish.notation import happened_label
from app.model.journal.hearing_words import hearing_sentences
from app.model.run.local_steps import is_local
from app.model.run.state import StepStatus, lacking
from app.ui.fields.dates import Clock
from app.ui.look.widgets import Button, Chip, Label, second_line
from app.ui.runs.step.known_correcting import MomentLine
from app.ui.runs.step.run_acts import AskFor, DropStep, SetDoneTime
from app.ui.runs.step.step_surroundings import AtStep
from app.ui.says.kind_texts import status_text

_TONES = {
    StepStatus.DONE: ("done", "check"),
    StepStatus.UNHEARD: ("soon", "voice"),
    StepStatus.LATE: ("late", "clock-alert"),
    StepStatus.MISSING: ("soon", "bang"),
    StepStatus.WAITING: ("wait", "wait"),
    StepStatus.NOT_RELEVANT: ("off", "dash"),
}


class StatusSection(QWidget):
    """The state of a step, where it is none that the flow and its place already say."""

    def __init__(self, clock: Clock, ask: AskFor) -> None:
        super().__init__()
        self._ask, self._step = ask, ""
        self._chip = Chip()
        self.done = MomentLine(self.tr("Hvornår blev trinnet gjort?"), clock)
        self._reason = Label(color="ink_2", wrap=True, selectable=True)
        self.done.time_set.connect(self._on_time_set)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self._chip, self.done, self._reason):
            column.addWidget(part)

    def show_at(self, at: AtStep) -> None:
        """Show how a step stands."""
        found, self._step = at.found, at.step.id
        if at.is_new:
            self.done.leave()
        self.setVisible(found.status in _TONES)
        if found.status in _TONES:
            self._show_chip(at)
        self.done.setVisible(found.done_at is not None)
        if found.done_at is not None:
            words = self.tr("Udført af {} {}").format(found.done_by, happened_label(found.done_at))
            own = at.may_work and not (at.step.is_end and not at.step.checklist)
            self.done.show_moment(words, found.done_at, may_set=own)
        said = hearing_sentences(found.hearing, at.library.catalogue) if found.hearing else ()
        without = self.tr("Gjort færdigt uden kravet, fordi: {}").format(found.reason)
        words = "\n".join((*said, *((without,) if found.reason else ())))
        self._reason.setText(words)
        self._reason.setVisible(bool(words))

    def _on_time_set(self, when: datetime) -> None:
        self._ask(SetDoneTime(self._step, when))

    def _show_chip(self, at: AtStep) -> None:
        """Say how it stands; one that is done without what it requires is not done and well."""
        status = at.found.status
        tone, icon = _TONES[status]
        missing = len(lacking(at.step, at.found)) if at.found.is_done else 0
        words = status_text(status)
        if missing:
            tone, icon = "soon", "bang"
            words = self.tr("Udført, %n krav ikke markeret", "", missing)
        self._chip.show_state(words, tone, icon)


class OwnStep(QWidget):
    """Says that a step belongs to this run alone, and lets it be taken out."""

    def __init__(self, ask: AskFor) -> None:
        super().__init__()
        self._ask, self._step = ask, ""
        self._drop = Button(self.tr("Tag trinnet ud"), "link", on_click=self._on_drop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Chip(self.tr("Eget trin"), icon="plus"))
        row.addWidget(second_line(self.tr("kun i dette forløb")))
        row.addStretch(1)
        row.addWidget(self._drop)

    def show_at(self, at: AtStep) -> None:
        """Say so of a step that is one."""
        self._step = at.step.id
        self.setVisible(is_local(at.step.id))
        self._drop.setVisible(at.may_work)

    def _on_drop(self) -> None:
        self._ask(DropStep(self._step))
