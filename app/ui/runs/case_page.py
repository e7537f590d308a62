"""A whole case: its runs one below the other, with a timeline they share."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.model.notation import counted
from app.model.state import RunSummary
from app.printing.timeline import MANY_LINES
from app.printing.timeline_places import Strip
from app.services import runs
from app.services.runs import RunView
from app.services.workplace import Workplace
from app.ui.common import keys
from app.ui.common.desk import Desk
from app.ui.common.icons import IconLabel
from app.ui.common.widgets import (
    SEMIBOLD,
    Button,
    Header,
    Label,
    clear_layout,
    section_label,
    surface,
)
from app.ui.runs.strips import strip_of
from app.ui.runs.timeline import Timeline
from app.ui.runs.words import Said, child_heard, next_deadline
from app.ui.steps.sections import plain_link


class CasePage(QWidget):
    """The case page.

    Signals: `left` when the list is asked for; `run_requested` with the id of a run and a step
    of it, which is empty for where it stands; `start_requested` with the case number, for one
    more run.
    """

    left = Signal()
    run_requested = Signal(str, str)
    start_requested = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case = ""
        self._strips: tuple[Strip, ...] = ()
        self.header = Header()
        self.banner_slot = QVBoxLayout()
        self.form_slot = QVBoxLayout()
        self.timeline = Timeline(lines=MANY_LINES)
        self._rows = QGridLayout()
        self._assemble()
        self.timeline.spot_chosen.connect(self.run_requested)

    @property
    def case_number(self) -> str:
        """The case that is shown; empty when none is."""
        return self._case

    def panes(self) -> Sequence[QWidget]:
        """Return the parts that F6 goes through."""
        return (self.header, self._body, self.timeline)

    def show_case(self, case_number: str) -> None:
        """Show a case as it is now."""
        self._case = case_number
        self.header.title.setText(self.tr("Sag {}").format(case_number))

        def read(place: Workplace) -> tuple[tuple[RunSummary, ...], tuple[RunView, ...]]:
            rows = runs.list_runs(place, case_number=case_number)
            return rows, tuple(runs.open_run(place, run=row.run.id) for row in rows)

        self._desk.do(read, lambda found: self._show(*found))

    def refresh(self) -> None:
        """Show the case again."""
        if self._case:
            self.show_case(self._case)

    def _show(self, rows: Sequence[RunSummary], views: Sequence[RunView]) -> None:
        now = self._desk.now()
        in_time = sorted(views, key=lambda view: view.state.trigger)
        self._strips = tuple(
            strip_of(view.procedure, view.state, now, named=True) for view in in_time
        )
        self.timeline.show_strips(self._strips, now)
        still_open = sum(row.closed is None for row in rows)
        self.header.sub.setText(
            self.tr("{}, heraf {}").format(
                counted(len(rows), self.tr("forløb"), self.tr("forløb")),
                counted(still_open, self.tr("åbent"), self.tr("åbne")),
            )
        )
        clear_layout(self._rows)
        by_id = {row.run.id: row for row in rows}
        for line, view in enumerate(in_time):
            self._add_row(line, by_id[view.state.run.id])

    def _add_row(self, line: int, row: RunSummary) -> None:
        link = plain_link(
            row.title,
            partial(self.run_requested.emit, row.run.id, ""),
            self.tr("Åbn {}").format(row.title),
        )
        self._rows.addWidget(link, line, 0)
        stands = Label(row.stands_at, color="ink_2", wrap=True)
        self._rows.addWidget(stands, line, 1)
        progress = self.tr("{} af {}").format(row.done, row.total)
        self._rows.addWidget(Label(progress, color="ink_2"), line, 2)
        for column, said in ((3, next_deadline(row, self._desk.now())), (4, child_heard(row))):
            self._rows.addWidget(_said(said), line, column)

    def _assemble(self) -> None:
        back = Button("", "quiet", "arrow-l", self.left.emit, tip=self.tr("Til mine forløb"))
        self.header.leading.addWidget(back)
        printing = Button(self.tr("Udskriv tidslinje"), "quiet", "print", self._on_print)
        printing.set_key(keys.PRINT_RUN)
        start = Button(self.tr("Start et forløb mere"), "outline", "plus", self._on_start)
        for button in (printing, start):
            self.header.buttons.addWidget(button)
        page = surface("paper")
        column = QVBoxLayout(page)
        column.setContentsMargins(36, 20, 36, 20)
        column.setSpacing(16)
        column.addWidget(section_label(self.tr("Forløb i sagen")))
        self._rows.setHorizontalSpacing(24)
        self._rows.setVerticalSpacing(10)
        for place, stretch in enumerate((3, 4, 1, 4, 2)):
            self._rows.setColumnStretch(place, stretch)
        column.addLayout(self._rows)
        column.addWidget(self.timeline)
        column.addStretch(1)
        self._body = QScrollArea()
        self._body.setWidget(page)
        self._body.setWidgetResizable(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(self.banner_slot)
        whole.addLayout(self.form_slot)
        whole.addWidget(self._body, 1)

    def _on_start(self) -> None:
        self.start_requested.emit(self._case)

    def _on_print(self) -> None:
        from app.ui.runs.timeline_print import preview_timeline

        if self._strips:
            title = self.tr("Sag {}").format(self._case)
            preview_timeline(self.window(), self._strips, title, self._desk.now())


def _said(said: Said) -> QWidget:
    """Show words with their icon and colour."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    if said.icon:
        row.addWidget(IconLabel(said.icon, said.color, 16), 0, Qt.AlignmentFlag.AlignVCenter)
    words = Label(said.whole, color=said.color, wrap=True)
    if said.strong:
        words = Label(said.whole, color=said.color, weight=SEMIBOLD, wrap=True)
    row.addWidget(words, 1)
    return box
