"""How a step stands, in a chip, with when it was done and why it was done before its time."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.local_steps import is_local
from app.model.procedure import Step
from app.model.state import StepState, StepStatus
from app.ui.common.dates import Clock
from app.ui.common.texts import status_text
from app.ui.common.widgets import Button, Chip, Label, second_line
from app.ui.runs.correcting import MomentLine
from app.ui.runs.words import clock_words

_TONES = {
    StepStatus.DONE: ("done", "check"),
    StepStatus.LATE: ("late", "clock-alert"),
    StepStatus.MISSING: ("soon", "bang"),
    StepStatus.WAITING: ("wait", "wait"),
    StepStatus.NOT_RELEVANT: ("off", "dash"),
}


def status_of(
    step: Step,
    found: StepState,
    *,
    open_run: bool,
    set_time: Callable[[str, datetime], None],
    clock: Clock,
) -> QWidget | None:
    """Return the state of a step, where it is none that the flow and its place already say."""
    if found.status not in _TONES:
        return None
    translate = QCoreApplication.translate
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    tone, icon = _TONES[found.status]
    column.addWidget(Chip(status_text(found.status), tone, icon))
    if found.done_at is not None:
        words = translate("runs", "Udført af {} {}")
        own = open_run and not (step.is_end and not step.checklist)
        text = words.format(found.done_by, clock_words(found.done_at))
        done = MomentLine(translate("runs", "Hvornår blev trinnet gjort?"), clock)
        done.show_moment(text, found.done_at, may_set=own)
        done.time_set.connect(partial(set_time, step.id))
        column.addWidget(done)
    if found.reason:
        reason = translate("runs", "Gjort færdigt uden kravet, fordi: {}").format(found.reason)
        column.addWidget(Label(reason, color="ink_2", wrap=True, selectable=True))
    return box


def own_step(step: Step, drop: Callable[[str], None], *, open_run: bool) -> QWidget | None:
    """Say that a step belongs to this run alone, and let it be taken out."""
    if not is_local(step.id):
        return None
    translate = QCoreApplication.translate
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(Chip(translate("runs", "Eget trin"), icon="plus"))
    row.addWidget(second_line(translate("runs", "kun i dette forløb")))
    row.addStretch(1)
    if open_run:
        words = translate("runs", "Tag trinnet ud")
        row.addWidget(Button(words, "link", on_click=partial(drop, step.id)))
    return box
