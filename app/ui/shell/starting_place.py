"""What is shown until the data folder is open: what the program does, and how far it has come."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look.bars import ShareBar
from app.ui.look.empty_place import EmptyDrawing
from app.ui.look.theme import theme
from app.ui.look.widgets import SEMIBOLD, Label

_PATIENCE_MS = 300
"""What takes less is not spoken of: a page that comes and goes is only unrest."""

_WIDTH = 440


class Occasion(Enum):
    """Why one waits."""

    FIRST = auto()
    OPENING = auto()
    NEW_TEXTS = auto()
    RESTORING = auto()


class StartingPlace(QWidget):
    """Fills the window beside the rail while one waits.

    Signals: `seen` once, when it has been painted for the first time.
    """

    seen = Signal()

    def __init__(self, occasion: Occasion) -> None:
        super().__init__()
        self._is_seen = False
        self._words = QWidget()
        self._heading = Label(points=15, weight=SEMIBOLD, wrap=True)
        self._line = Label(color="ink_2", wrap=True)
        self._wish = Label(color="ink_2", wrap=True)
        self._bar = ShareBar()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._words.show)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._assemble()
        self.tell(occasion)

    def tell(self, occasion: Occasion) -> None:
        """Say why one waits: at once where it takes a while, and else when it does."""
        heading, line = _texts()[occasion]
        self._heading.setText(heading)
        self._line.setText(line)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(line)
        self._bar.setVisible(occasion in (Occasion.FIRST, Occasion.NEW_TEXTS))
        self._words.setVisible(occasion is not Occasion.OPENING)
        if occasion is Occasion.OPENING:
            self._patience.start()

    def show_progress(self, percent: int) -> None:
        """Show how far it has come."""
        self._bar.show_share(percent, 100)

    def show_wish(self, title: str) -> None:
        """Say that what was asked for meanwhile comes when all is ready."""
        self._wish.setText(self.tr("{} kommer, så snart det er klar.").format(title))
        self._wish.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_seen:
            self._is_seen = True
            QTimer.singleShot(0, self.seen.emit)

    def _assemble(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(6)
        for part in (self._heading, self._line):
            column.addWidget(part)
        column.addSpacing(10)
        column.addWidget(self._bar)
        column.addSpacing(6)
        column.addWidget(self._wish)
        column.addStretch(1)
        self._wish.hide()
        row = QHBoxLayout(self._words)
        row.setSpacing(36)
        row.addStretch(1)
        row.addWidget(EmptyDrawing(), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 4)
        row.addStretch(1)
        self._heading.setMaximumWidth(theme().px(_WIDTH))
        self._line.setMaximumWidth(theme().px(_WIDTH))
        self._bar.setMaximumWidth(theme().px(_WIDTH))
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(self._words)
        outer.addStretch(2)


def _texts() -> dict[Occasion, tuple[str, str]]:
    translate = QCoreApplication.translate
    return {
        Occasion.FIRST: (
            translate("starting", "Gør biblioteket klar …"),
            translate(
                "starting",
                "Sagsprocedurer, actioncards, værktøjer og lov lægges ind. "
                "Det sker kun denne ene gang.",
            ),
        ),
        Occasion.OPENING: (translate("starting", "Åbner dine data …"), ""),
        Occasion.NEW_TEXTS: (
            translate("starting", "Lægger nye tekster ind …"),
            translate(
                "starting",
                "De følger med den nye udgave af programmet. Det, I selv har skrevet, bliver.",
            ),
        ),
        Occasion.RESTORING: (
            translate("starting", "Henter sikkerhedskopien tilbage …"),
            translate("starting", "Først tages en kopi af det, der er her nu."),
        ),
    }
