"""A deadline that has run out: what is to be done now, by which law, and whether it was."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.model.danish.notation import law_label
from app.model.library.procedure import CheckItem
from app.ui.look.icons import IconLabel
from app.ui.look.widgets import SEMIBOLD, Label
from app.ui.runs.run_words import marked_by
from app.ui.runs.step.item_marking import Markable, MarkRow
from app.ui.runs.step.reason_list import reasons_for_duty
from app.ui.runs.step.run_acts import AskFor
from app.ui.runs.step.run_checklist import hindrance_of
from app.ui.runs.step.step_surroundings import AtStep


class LateNotice(QFrame):
    """Says what an overrun deadline asks for, as one thing to mark. It stops nobody."""

    def __init__(self, ask: AskFor) -> None:
        super().__init__()
        self.setProperty("surface", "notice")
        self.row = MarkRow(self.tr("Hvorfor skal det ikke gøres?"), ask)
        self._sign = IconLabel("clock-alert", "thread", 20)
        self._heading = Label(weight=SEMIBOLD, wrap=True)
        self._law = Label(color="ink_2", wrap=True)
        self._assemble()

    @property
    def first_open(self) -> QWidget | None:
        """The box, where it waits for a mark."""
        return self.row.box if not self.isHidden() and self.row.box.is_open else None

    def show_at(self, at: AtStep) -> None:
        """Show what the deadline of a step asks for, or nothing where it asks for nothing."""
        due, duty = at.found.due, at.found.duty
        self.setVisible(bool(duty) and due is not None)
        if at.is_new:
            self.row.leave()
        if due is None or not duty:
            return
        ended = at.found.has_ended
        said = self.tr("Det gælder ikke mere") if ended else self.tr("Fristen er overskredet")
        self._sign.show_icon("clock-alert", "soon" if ended else "thread")
        self._heading.setText(self.tr("{}. Gør nu dette:").format(said))
        self.setAccessibleName(f"{said}: {duty}")
        self.row.show_mark(
            Markable(
                step=at.step.id,
                at=None,
                item=CheckItem(duty, required=due.deadline.is_statutory),
                state=at.found.late,
                who=marked_by(at.found.late, at.around.now),
                reasons=reasons_for_duty(),
                hindrance=hindrance_of(at.found.late, at.around),
                may_mark=at.may_work,
            )
        )
        law, catalogue = due.deadline.law, at.library.catalogue
        provision = catalogue.provision(law) if law else None
        is_known = law is not None and provision is not None
        self._law.setVisible(is_known)
        if law is not None and provision is not None:
            self._law.setText(f"{provision.says} ({law_label(law, catalogue)}).")

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
        column.addWidget(self.row)
        column.addWidget(self._law)
