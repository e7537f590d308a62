"""What would come in: the list at the left, and what is said of its current row at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model.danish.time_notation import NBSP
from app.model.library.catalogue import Library
from app.model.sharing.arrival_plan import ArrivalPlan, Choices, Key, seen_together
from app.model.sharing.text_standing import ArrivalChoice
from app.ui.editor.sharing.arrival_list import IncomingList
from app.ui.editor.sharing.arrival_panel import IncomingPanel
from app.ui.editor.sharing.incoming_rows import Bunch, bunches_of, rows_of
from app.ui.look.bars import ShareBar
from app.ui.look.theme import theme
from app.ui.look.widgets import second_line, surface


class IncomingPageView(QWidget):
    """Holds the choices until they are carried out.

    Signals: `choices_changed`; `compare_asked` with a `Bunch` of one text.
    """

    choices_changed = Signal()
    compare_asked = Signal(object)

    def __init__(self, plan: ArrivalPlan, library: Library, choices: Choices | None = None) -> None:
        super().__init__()
        self.plan = plan
        self.library = seen_together(library, plan)
        self.choices: dict[Key, ArrivalChoice] = dict(choices) if choices else plan.usual()
        self.list = IncomingList(self.tr("Tekster, der kan hentes ind"))
        self.panel = IncomingPanel()
        self.bar = ShareBar()
        self.bar.hide()
        self._assemble()
        self._connect()
        first = next(iter(bunches_of(plan)), None)
        self.list.show_rows(rows_of(plan, self.choices), first)
        self._show_current()

    def panes(self) -> Sequence[QWidget]:
        return (self.list, self.panel)

    @property
    def current(self) -> Bunch | None:
        """What the current row stands for."""
        return self.list.current

    def choose(self, choice: ArrivalChoice) -> None:
        """Choose for the current row, where that can be chosen."""
        bunch = self.current
        if bunch is not None and choice in bunch.first.choices:
            self.choices |= dict.fromkeys(bunch.keys, choice)
            self._show_choices()

    def choose_next(self) -> None:
        """Choose for the current row what is offered after its choice."""
        bunch = self.current
        if bunch is not None and bunch.first.choices:
            offered = bunch.first.choices
            at = offered.index(self.choices[bunch.first.key])
            self.choose(offered[(at + 1) % len(offered)])

    def keep_all(self) -> None:
        """Leave everything here as it is."""
        self.choices = self.plan.kept()
        self._show_choices()

    def show_progress(self, done: int, whole: int) -> None:
        """Show how far the carrying out has come."""
        self.bar.show()
        self.bar.show_share(done, whole)

    def rest(self, *, is_working: bool) -> None:
        """Let nothing be chosen while it is carried out."""
        self.list.setEnabled(not is_working)
        self.panel.setEnabled(not is_working)
        self.bar.setVisible(is_working)

    def _show_choices(self) -> None:
        self.list.rows.change_rows(rows_of(self.plan, self.choices))
        self._show_current()
        self.choices_changed.emit()

    def _show_current(self, _payload: object = None) -> None:
        bunch = self.current
        if bunch is None:
            self.panel.show_nothing()
        else:
            choice = self.choices.get(bunch.first.key)
            self.panel.show_bunch(bunch, self.plan, self.library, choice)

    def _on_choice_made(self, choice: ArrivalChoice) -> None:
        """Choose by a button, when it has answered; all buttons are then made anew."""
        QTimer.singleShot(0, self, lambda: self._choose_at_button(choice))

    def _choose_at_button(self, choice: ArrivalChoice) -> None:
        """Let the keyboard stay on the button that takes the place of the one that was pressed."""
        self.choose(choice)
        button = self.panel.buttons.get(choice)
        if button is not None:
            QTimer.singleShot(0, button, lambda: button.setFocus())  # once it is shown

    def _assemble(self) -> None:
        left = surface("side")
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addWidget(self._hint())
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(left, 2)
        row.addWidget(self.panel, 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addLayout(row, 1)
        left.setMinimumWidth(theme().px(240))

    def _hint(self) -> QWidget:
        keys = [self.tr("B: behold vores"), self.tr("S: saml"), self.tr("mellemrum: næste valg")]
        if self.plan.is_update:
            keys = [self.tr("T: tag den nye"), *keys, self.tr("V: vent")]
        else:
            keys = [self.tr("T: tag deres"), *keys]
        return second_line(" · ".join(key.replace(" ", NBSP) for key in keys), wrap=True)

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_current)
        self.list.choice_asked.connect(self.choose)
        self.list.next_asked.connect(self.choose_next)
        self.list.activated_row.connect(self._compare)
        self.panel.choice_made.connect(self._on_choice_made)
        self.panel.compare_asked.connect(self._compare)

    def _compare(self, _payload: object = None) -> None:
        bunch = self.current
        if bunch is not None and bunch.page is not None:
            self.compare_asked.emit(bunch)
