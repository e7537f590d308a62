"""A deadline that has run out: what is to be done now, by which law, and whether it was."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.model.catalogue import Catalogue
from app.model.notation import law_label
from app.model.procedure import CheckItem
from app.model.run import Mark
from app.model.state import Due, StepState
from app.ui.common.icons import IconLabel
from app.ui.common.widgets import SEMIBOLD, Label
from app.ui.runs.fields import ReasonAsk
from app.ui.runs.reasons import reasons_for_duty
from app.ui.runs.surroundings import Surroundings
from app.ui.runs.words import marked_by
from app.ui.steps.checklist import CheckRow


class LateNotice(QFrame):
    """Says what an overrun deadline asks for, as one thing to mark. It stops nobody.

    Signals: `mark_requested` with a `Mark` and a reason.
    """

    mark_requested = Signal(object, str)

    def __init__(self, found: StepState, due: Due, around: Surroundings, *, may_mark: bool) -> None:
        super().__init__()
        self.setProperty("surface", "notice")
        self.setAccessibleName(self.tr("Fristen er overskredet: {}").format(found.duty))
        self._is_law = due.deadline.is_statutory
        self.row = CheckRow(0, CheckItem(found.duty, required=self._is_law), may_mark=may_mark)
        self.row.mark_requested.connect(lambda _, mark: self._on_mark_requested(mark))
        self.ask = ReasonAsk(
            self.tr("Hvorfor skal det ikke gøres?"),
            self.tr("Ikke relevant, fordi …"),
            reasons_for_duty(),
            indent=24,
        )
        self.ask.given.connect(self._on_given)
        self.ask.left.connect(self._on_left)
        self._assemble(due, around.library.catalogue)
        self.show_state(found, around)

    def show_state(self, found: StepState, around: Surroundings) -> None:
        """Show the mark that is stored."""
        self.row.show_state(found.late, marked_by(found.late, around.now))
        self.ask.hide()

    def _assemble(self, due: Due, catalogue: Catalogue) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        holder = QVBoxLayout()
        holder.addWidget(IconLabel("clock-alert", "thread", 20))
        holder.addStretch(1)
        row.addLayout(holder)
        column = QVBoxLayout()
        column.setSpacing(4)
        row.addLayout(column, 1)
        heading = self.tr("Fristen er overskredet. Gør nu dette:")
        column.addWidget(Label(heading, weight=SEMIBOLD, wrap=True))
        column.addWidget(self.row)
        column.addWidget(self.ask)
        law = due.deadline.law
        provision = catalogue.provision(law) if law else None
        if law and provision:
            words = f"{provision.says} ({law_label(law, catalogue)})."
            column.addWidget(Label(words, color="ink_2", wrap=True))

    def _on_mark_requested(self, mark: Mark) -> None:
        if mark is Mark.NOT_RELEVANT:
            self.ask.show()
            self.ask.setFocus()
        else:
            self.mark_requested.emit(mark, "")

    def _on_given(self, reason: str) -> None:
        if reason or not self._is_law:
            self.mark_requested.emit(Mark.NOT_RELEVANT, reason)

    def _on_left(self) -> None:
        self.ask.hide()
        self.row.box.setFocus()
