"""What the list says where it has nothing to show, and the way on from there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.danish.notation import counted
from app.model.run.run_listing import RunCounts, Scope, Show
from app.ui.look.empty_place import EmptyPlace
from app.ui.look.widgets import Button, Label
from app.ui.runs.list.run_filters import nothing_in


class NothingMine(EmptyPlace):
    """Stands where I have no runs: what they are, and where those are that I gave away.

    Signals: `start_requested`; `procedures_requested`; `scope_requested` with a `Scope`.
    """

    start_requested = Signal()
    procedures_requested = Signal()
    scope_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__(
            self.tr("Her kommer dine forløb til at stå"),
            self.tr(
                "Et forløb følger en sagsprocedure i én sag. Du skriver kun sagsnummeret. "
                "Navne og cpr-numre hører til i journalen."
            ),
        )
        self._first = Button(self.tr("Start et forløb"), "go", "plus", self.start_requested.emit)
        self._procedures = Button(
            self.tr("Se procedurerne"), "link", on_click=self.procedures_requested.emit
        )
        self.given_button = Button(
            "", "link", on_click=lambda: self.scope_requested.emit(Scope.GIVEN)
        )
        for button in (self._first, self._procedures, self.given_button):
            self.add_button(button)

    def start(self) -> None:
        """Put the focus where one would start."""
        self._first.setFocus()

    def show_counts(self, counts: RunCounts) -> None:
        """Say how many runs were handed over."""
        given = counts.scopes[Scope.GIVEN]
        several = counted(given, self.tr("forløb"), self.tr("forløb"))
        self.given_button.say(self.tr("Se {}, du har givet videre").format(several))
        self.given_button.setVisible(given > 0)
        self._procedures.setVisible(not given)


class NothingGiven(EmptyPlace):
    """Stands where nothing was handed over.

    Signals: `scope_requested` with a `Scope`.
    """

    scope_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__(
            self.tr("Du har ikke givet noget forløb videre"),
            self.tr(
                "Når du giver et forløb videre til en kollega, står det her. "
                "Du kan se, hvem der har det, og tage det tilbage."
            ),
        )
        self._first = Button(
            self.tr("Se mine forløb"), on_click=lambda: self.scope_requested.emit(Scope.MINE)
        )
        self.add_button(self._first)

    def start(self) -> None:
        """Put the focus where one would start."""
        self._first.setFocus()


class NoHits(QWidget):
    """Stands in the place of the table where the filter and the search leave nothing.

    Signals: `all_requested` to see all that is open again; `everybody_requested` to search among
    everybody's runs.
    """

    all_requested = Signal()
    everybody_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = Label(points=11.5, wrap=True)
        self.all_button = Button(self.tr("Vis alle"), on_click=self.all_requested.emit)
        self._everybody = Button(
            self.tr("Søg blandt alles forløb"), "link", on_click=self.everybody_requested.emit
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in (self.all_button, self._everybody):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 24, 8, 24)
        column.setSpacing(12)
        column.addWidget(self._words)
        column.addLayout(row)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)

    @property
    def words(self) -> str:
        """What is said."""
        return self._words.text()

    def show_asked(self, show: Show, words: str, scope: Scope) -> None:
        """Say what was asked for in vain."""
        self._words.setText(nothing_in(show, words))
        self.all_button.setVisible(show is not Show.ALL or bool(words.strip()))
        self._everybody.setVisible(bool(words.strip()) and scope is not Scope.ALL)

    def start(self) -> bool:
        """Put the focus on the way on; False when there is none."""
        is_there = self.all_button.isVisibleTo(self)
        if is_there:
            self.all_button.setFocus()
        return is_there
