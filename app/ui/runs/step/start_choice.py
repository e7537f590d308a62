"""Which event a deadline counts from, where the one that applies decides and several have dates."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from app.model.danish.notation import capital, date_label, deadline_name, happening_label
from app.model.deadlines.deadline_counting import event_of
from app.model.deadlines.due_date import Due
from app.ui.keys.kept import KeptRows, walk
from app.ui.look.widgets import second_line
from app.ui.runs.step.run_acts import AskFor, ChooseStart
from app.ui.runs.step.step_surroundings import AtStep
from app.ui.runs.step.way_choice import ChoiceRow, WayButton, WayOffered
from app.ui.steps.panel_sections import Section


class StartSection(Section):
    """One button for each event that has a date. The one that happened last holds until another
    is chosen.
    """

    def __init__(self, ask: AskFor) -> None:
        super().__init__(QCoreApplication.translate("runs", "Hvad regnes fristen fra?"))
        self._ask, self._step = ask, ""
        column = QVBoxLayout()
        column.setSpacing(2)
        self._refs: list[str] = []
        self._rows: KeptRows[ChoiceRow, WayOffered] = KeptRows(
            column, self._make, ChoiceRow.show_way
        )
        self._said = second_line(wrap=True)
        self.body.addLayout(column)
        self.body.addWidget(self._said)

    @property
    def buttons(self) -> list[WayButton]:
        """The events that may be chosen, in the order of the document."""
        return [row.button for row in self._rows.shown]

    def show_at(self, at: AtStep) -> None:
        """Show what the deadline of a step may count from, or nothing where there is no choice."""
        starts, self._step = at.found.starts, at.step.id
        self.setVisible(len(starts) > 1)
        if len(starts) < 2:
            return
        self._refs = [event_of(one.deadline) for one in starts]
        self._rows.show([self._offered(at, one) for one in starts])
        is_own = at.found.start_chosen in self._refs
        self._said.setText(
            self.tr("Valgt i dette forløb.")
            if is_own
            else self.tr("Den seneste gælder. Vælg en anden, hvis den udløser fristen.")
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(walk(event, self.buttons))

    def _offered(self, at: AtStep, start: Due) -> WayOffered:
        ref = event_of(start.deadline)
        happening = happening_label(ref, at.procedure, at.library.catalogue)
        name = capital(deadline_name(start.kind))
        return WayOffered(
            words=f"{capital(happening)}, {date_label(start.source)}",
            leads="",
            meaning=f"{name} {date_label(start.at)}",
            keys="",
            is_chosen=start == at.found.due,
            may_choose=at.may_work,
        )

    def _make(self) -> ChoiceRow:
        row = ChoiceRow()
        row.button.asked.connect(partial(self._on_asked, row))
        return row

    def _on_asked(self, row: ChoiceRow) -> None:
        self._ask(ChooseStart(self._step, self._refs[self._rows.shown.index(row)]))
