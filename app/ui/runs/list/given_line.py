"""Who has the run that is chosen in the list, since when, and taking it back."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.model.run.state import RunSummary
from app.ui.keys import keys
from app.ui.look.icons import IconLabel
from app.ui.look.widgets import Button, Label
from app.ui.runs.run_words import given_words


class GivenLine(QFrame):
    """One line above the table of runs that were handed over.

    Signals: `take_back_requested` with the id of the run.
    """

    take_back_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._run = ""
        self.setProperty("surface", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words = Label(wrap=True)
        self._take = Button(self.tr("Tag tilbage"), "outline", "undo", self._on_take, small=True)
        self._take.set_key(keys.TAKE_BACK)
        row = QHBoxLayout(self)
        row.setContentsMargins(36, 10, 28, 10)
        row.setSpacing(12)
        row.addWidget(IconLabel("person", "ink_2", 16), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self._take)
        self.hide()

    @property
    def words(self) -> str:
        """What is said of the run that is chosen."""
        return self._words.text()

    def show_run(self, summary: RunSummary | None, me: str, now: datetime) -> None:
        """Say it of a run; the line is gone where no run is chosen, or it never was mine."""
        given = summary.given_by(me) if summary is not None else None
        self.setVisible(given is not None)
        if summary is None or given is None:
            return
        self._run = summary.run.id
        self._words.setText(given_words(summary, given, now))
        self._take.setEnabled(summary.closed is None)

    def _on_take(self) -> None:
        self.take_back_requested.emit(self._run)
