"""The head of a step: number, kind, role, which round it is in, and the title below."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure, Step
from app.ui.look.widgets import SEMIBOLD, Chip, Label
from app.ui.says.kind_texts import kind_text, role_title
from app.ui.steps.panel_sections import StationDisc


class StepHeading(QWidget):
    """Says which step it is."""

    def __init__(self) -> None:
        super().__init__()
        self._disc = StationDisc()
        self._kind = Label(points=9.5, color="ink_2")
        self._round = Chip()
        self._title = Label(points=13, weight=SEMIBOLD, wrap=True, selectable=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._disc)
        row.addWidget(self._kind)
        row.addStretch(1)
        row.addWidget(self._round)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._title)

    def show_step(
        self, procedure: Procedure, step: Step, catalogue: Catalogue, round_number: int = 1
    ) -> None:
        """Show a step; from its second round on that is said."""
        number = procedure.numbers.get(step.id)
        self._disc.show_text(str(number or ""))
        self._disc.setVisible(bool(number))
        role = role_title(step.role, catalogue)
        words = kind_text(step.kind)
        self._kind.setText(f"{words}  ·  {role}" if role else words)
        self._round.show_state(self.tr("{}. runde").format(round_number), "plain", "redo")
        self._round.setVisible(round_number > 1)
        self._title.setText(step.title)
