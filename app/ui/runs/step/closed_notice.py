"""Says that a run is closed, so that nothing can be written in it, and lets it be opened again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.keys.focus import show_or_hide
from app.ui.look.icons import IconLabel
from app.ui.look.widgets import SEMIBOLD, Button, Label
from app.ui.runs.step.run_acts import AskFor, ReopenRun
from app.ui.runs.step.step_surroundings import AtStep


class ClosedNotice(QFrame):
    """Stands above what cannot be worked on any more.

    `onward` has the keyboard when the run is opened again.
    """

    def __init__(self, onward: QWidget, ask: AskFor) -> None:
        super().__init__()
        self._onward = onward
        self.setProperty("surface", "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(IconLabel("check-circle", "done", 20), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(4)
        row.addLayout(column, 1)
        column.addWidget(Label(self.tr("Forløbet er afsluttet"), weight=SEMIBOLD, wrap=True))
        line = self.tr("Det kan læses og kopieres. Åbn det igen, hvis der skal skrives i det.")
        column.addWidget(Label(line, color="ink_2", wrap=True))
        again = self.tr("Åbn forløbet igen")
        column.addWidget(
            Button(again, "outline", "undo", lambda: ask(ReopenRun()), small=True),
            0,
            Qt.AlignmentFlag.AlignLeft,
        )

    def show_at(self, at: AtStep) -> None:
        """Say so of a run that is closed."""
        show_or_hide(self, self._onward, is_shown=not at.may_work)
