"""The left of a run's page: the case, how far it has come, the step list, the case's other runs."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.model.danish.notation import counted, happened_label, trigger_label
from app.model.deadlines.deadline_counting import counts_hours_from
from app.model.ids import TRIGGER
from app.model.library.procedure import Procedure
from app.model.run.fold import progress
from app.model.run.state import RunState, RunSummary
from app.ui.fields.dates import Clock
from app.ui.flow import StepList
from app.ui.keys.kept import KeptRows, focus_kept, follow_layout
from app.ui.look.bars import ShareBar
from app.ui.look.theme import theme
from app.ui.look.tip_words import tip_words
from app.ui.look.widgets import Button, Label, second_line
from app.ui.runs.step.known_correcting import MomentLine, NumberLine
from app.ui.steps.panel_sections import WrapLink

_MOST = 4


class RunSide(QFrame):
    """What stands beside the flow.

    Signals: `case_requested` when the whole case is asked for; `run_requested` with the id of
    another run of it.
    """

    case_requested = Signal()
    run_requested = Signal(str)

    def __init__(self, steps: StepList, clock: Clock) -> None:
        super().__init__()
        self.setProperty("surface", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._steps = steps
        self.case = NumberLine()
        self.trigger = MomentLine(self.tr("Hvornår begyndte det?"), clock)
        self._bar = ShareBar()
        self._progress = Label(points=9.5, color="ink_2")
        self._others = QVBoxLayout()
        self._others.setContentsMargins(8, 8, 8, 0)
        self._others.setSpacing(2)
        self._links: KeptRows[WrapLink, RunSummary] = KeptRows(
            self._others, self._make_link, self._fill_link
        )
        self._whole = Button("", "link", on_click=self.case_requested.emit)
        self._assemble(steps)
        self._resize()
        theme().changed.connect(self._resize)

    def show_run(self, procedure: Procedure, state: RunState) -> None:
        """Show which case it is, when it began and how far it has come."""
        self.case.show_number(state.run.case_number, may_set=not state.is_closed)
        words = f"{trigger_label(procedure)} {happened_label(state.trigger)}"
        self.trigger.show_moment(
            words,
            state.trigger,
            may_set=not state.is_closed,
            needs_time=counts_hours_from(procedure, procedure.trigger_event or TRIGGER),
        )
        done, total = progress(state)
        self._bar.show_share(done, total)
        self._progress.setText(self.tr("{} af {} trin er udført").format(done, total))

    def show_siblings(self, siblings: Sequence[RunSummary]) -> None:
        """Show the case's other runs, and the way to all of it."""
        self.case.tell_of_others(are_there=bool(siblings))
        with focus_kept(self, self._steps.setFocus):
            self._links.show(siblings[:_MOST])
        follow_layout(self)
        several = counted(len(siblings) + 1, self.tr("forløb"), self.tr("forløb"))
        self._whole.say(self.tr("Hele sagen, {}").format(several))
        self._whole.setVisible(bool(siblings))

    def _make_link(self) -> WrapLink:
        link = WrapLink()
        link.chosen.connect(self.run_requested)
        return link

    def _fill_link(self, link: WrapLink, row: RunSummary) -> None:
        done = self.tr("afsluttet") if row.closed is not None else row.stands_at
        words = f"{row.title}: {done}"
        link.show_link(row.title, words, row.run.id)
        link.setToolTip(tip_words(words))

    def _assemble(self, steps: StepList) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(2)
        head = QVBoxLayout()
        head.setContentsMargins(8, 0, 8, 8)
        head.setSpacing(2)
        head.addWidget(second_line(self.tr("Forløb")))
        head.addWidget(self.case)
        head.addWidget(self.trigger)
        head.addSpacing(8)
        head.addWidget(self._bar)
        head.addSpacing(2)
        head.addWidget(self._progress)
        column.addLayout(head)
        column.addWidget(steps, 1)
        column.addLayout(self._others)
        foot = QVBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.addWidget(self._whole)
        column.addLayout(foot)

    def _resize(self) -> None:
        self.setFixedWidth(theme().px(232))
