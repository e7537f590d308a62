"""A whole case: its runs one below the other, with a timeline they share."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.model.danish.notation import counted
from app.model.file_names import sound_file_name
from app.model.journal.journal_note import JournalNote, case_note, run_note
from app.model.library.procedure import Procedure
from app.model.run.state import RunState, RunSummary
from app.printing.timeline import MANY_LINES
from app.printing.timeline_places import Strip
from app.services import calendar_file
from app.services.cases import CaseView, open_case
from app.services.run_core import RunView
from app.ui.base.desk import Desk
from app.ui.keys import keys
from app.ui.keys.focus import let_go
from app.ui.keys.kept import follow_layout
from app.ui.keys.shortcuts import bind
from app.ui.look.icons import IconLabel
from app.ui.look.page_header import Header
from app.ui.look.widgets import NORMAL, SEMIBOLD, Button, Label, section_label, surface
from app.ui.runs.leaving_menu import CALENDAR, FILE, JOURNAL, TIMELINE, LeavingButton
from app.ui.runs.run_leaving import Leaving
from app.ui.runs.run_strips import strip_of
from app.ui.runs.run_words import RunSaid, child_said, next_deadline
from app.ui.runs.timeline_view import Timeline
from app.ui.steps.panel_sections import plain_link


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
        self._views: tuple[RunView, ...] = ()
        self._strips: tuple[Strip, ...] = ()
        self._leaving = Leaving(self, desk)
        self.header = Header()
        self.banner_slot = QVBoxLayout()
        self.form_slot = QVBoxLayout()
        self.timeline = Timeline(lines=MANY_LINES)
        self._rows = QGridLayout()
        self._lines: dict[str, _CaseLine] = {}
        self._opened = ""
        self._told_of = ("", 0)
        self._wants_focus = self._has_grown = False
        self._assemble()
        self.timeline.spot_chosen.connect(self._open)

    @property
    def runs(self) -> tuple[tuple[Procedure, RunState], ...]:
        """The runs that are shown, with their procedures."""
        return tuple((view.procedure, view.state) for view in self._views)

    @property
    def case_number(self) -> str:
        """The case that is shown; empty when none is."""
        return self._case

    def panes(self) -> Sequence[QWidget]:
        """Return the parts that F6 goes through."""
        return (self.header, self._body, self.timeline)

    def show_case(self, case_number: str) -> None:
        """Show a case as it is now, with the focus on the run one was in, or else on the first."""
        self._wants_focus = True
        self._told_of = ("", 0)
        self._case = case_number
        self.header.title.setText(self.tr("Sag {}").format(case_number))
        self._read()

    def refresh(self) -> None:
        """Show the case again."""
        if self._case:
            self._read()

    def _read(self) -> None:
        case_number = self._case

        self._desk.do(partial(open_case, case_number=case_number), self._show)

    def _show(self, case: CaseView) -> None:
        now, rows = self._desk.now(), case.rows
        self._views = tuple(sorted(case.views, key=lambda view: view.state.trigger))
        self._strips = tuple(
            strip_of(view.procedure, view.state, now, named=True) for view in self._views
        )
        self._tell_of_unread(case.unread)
        self.timeline.show_strips(self._strips, now)
        still_open = sum(row.closed is None for row in rows)
        self.header.sub.setText(
            self.tr("{}, heraf {}").format(
                counted(len(rows), self.tr("forløb"), self.tr("forløb")),
                counted(still_open, self.tr("åbent"), self.tr("åbne")),
            )
        )
        by_id = {row.run.id: row for row in rows}
        for gone in [run for run in self._lines if run not in by_id]:
            self._lines.pop(gone).go(self._start)
        for position, row in enumerate(self._in_order(by_id)):
            line = self._lines.get(row.run.id) or self._new_line(row)
            line.show_run(row, now)
            line.stand_in(self._rows, position)
        if self._has_grown:
            self._has_grown = False
            follow_layout(self)
        if self._wants_focus and self._lines:
            self._wants_focus = False
            first = next(iter(self._lines.values()))
            self._lines.get(self._opened, first).link.setFocus()

    def _in_order(self, rows: dict[str, RunSummary]) -> Iterator[RunSummary]:
        """Go through the runs as they began; those that cannot be opened here come last."""
        known = [view.state.run.id for view in self._views]
        yield from (rows[run] for run in known)
        yield from (row for run, row in rows.items() if run not in known)

    def _tell_of_unread(self, unread: int) -> None:
        """Say once of what is shown that not all of it is read."""
        if unread and self._told_of != (self._case, unread):
            self._desk.messages.warn(
                self.tr("{} i sagen er skrevet af en nyere udgave af Rød tråd").format(
                    counted(unread, self.tr("forløb"), self.tr("forløb"))
                ),
                self.tr(
                    "Her ses kun linjen i listen: på tidslinjen og i det, der tages med herfra, er "
                    "intet derfra med. Intet er ændret. Opdatér programmet på denne computer."
                ),
            )
        self._told_of = (self._case, unread)

    def _new_line(self, row: RunSummary) -> "_CaseLine":
        line = _CaseLine(row.title, partial(self._open, row.run.id, ""))
        self._lines[row.run.id] = line
        self._has_grown = True
        return line

    def _assemble(self) -> None:
        back = Button("", "quiet", "arrow-l", self.left.emit, tip=self.tr("Til mine forløb"))
        self.header.leading.addWidget(back)
        leaving = LeavingButton(self.tr("Kopiér hele sagen til journal"))
        leaving.asked.connect(self._take_along)
        printing = Button(self.tr("Udskriv tidslinje"), "quiet", "print")
        printing.clicked.connect(partial(self._take_along, TIMELINE))
        printing.set_key(keys.PRINT_RUN)
        for key, name in (
            (keys.COPY_WHOLE, JOURNAL),
            (keys.SAVE_WORD, FILE),
            (keys.SAVE_DEADLINES, CALENDAR),
        ):
            bind(self, key, partial(self._take_along, name))
        self._start = Button(self.tr("Start et forløb mere"), "outline", "plus", self._on_start)
        for button in (leaving, printing, self._start):
            self.header.buttons.addWidget(button)
        page = surface("paper")
        column = QVBoxLayout(page)
        column.setContentsMargins(36, 20, 36, 20)
        column.setSpacing(16)
        column.addWidget(section_label(self.tr("Forløb i sagen")))
        self._rows.setHorizontalSpacing(24)
        self._rows.setVerticalSpacing(10)
        for position, stretch in enumerate((3, 4, 1, 4, 2)):
            self._rows.setColumnStretch(position, stretch)
        column.addLayout(self._rows)
        column.addWidget(self.timeline)
        column.addStretch(1)
        self._body = QScrollArea()
        self._body.setWidget(page)
        self._body.setWidgetResizable(True)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(self.banner_slot)
        whole.addLayout(self.form_slot)
        whole.addWidget(self._body, 1)

    def _open(self, run: str, step: str) -> None:
        self._opened = run
        self.run_requested.emit(run, step)

    def _on_start(self) -> None:
        self.start_requested.emit(self._case)

    def _take_along(self, name: str) -> None:
        """Let something of the case leave the program."""
        if not self._views:
            return
        if name == TIMELINE:
            self._leaving.print_timeline(self._strips, self.tr("Sag {}").format(self._case))
        elif name == CALENDAR:
            file = sound_file_name(self.tr("Frister, sag {}").format(self._case), ".ics")
            save = partial(calendar_file.save_deadlines, case_number=self._case)
            self._leaving.save_deadlines(file, save)
        else:
            take = self._leaving.copy if name == JOURNAL else self._leaving.save_word
            take(self._note())

    def _note(self) -> JournalNote:
        catalogue = self._desk.shelf.library.catalogue
        notes = [run_note(view.procedure, view.state, catalogue) for view in self._views]
        return case_note(self._case, notes)


class _SaidLabel(QWidget):
    """Words with their icon and colour, which may be others the next time."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("circle", "ink_2", 16)
        self._words = Label(wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)

    def show_said(self, said: RunSaid) -> None:
        """Say this."""
        self._icon.setVisible(bool(said.icon))
        if said.icon:
            self._icon.show_icon(said.icon, said.color)
        self._words.setText(said.whole)
        self._words.set_color(said.color)
        self._words.set_weight(SEMIBOLD if said.strong else NORMAL)


class _CaseLine:
    """What stands of one run beside each other; it stays while the run changes."""

    def __init__(self, title: str, open_run: Callable[[], None]) -> None:
        name = QCoreApplication.translate("case", "Åbn {}").format(title)
        self.link = plain_link(title, open_run, name)
        self._stands, self._progress = Label(color="ink_2", wrap=True), Label(color="ink_2")
        self._due, self._child = _SaidLabel(), _SaidLabel()

    def show_run(self, row: RunSummary, now: datetime) -> None:
        """Show how the run stands."""
        self._stands.setText(row.stands_at)
        progress = QCoreApplication.translate("case", "{} af {}")
        self._progress.setText(progress.format(row.done, row.total))
        self._due.show_said(next_deadline(row, now))
        self._child.show_said(child_said(row))

    def stand_in(self, grid: QGridLayout, position: int) -> None:
        """Stand in a line of the grid."""
        for column, part in enumerate(self._parts()):
            grid.addWidget(part, position, column, Qt.AlignmentFlag.AlignVCenter)

    def go(self, goal: QWidget) -> None:
        """Be gone; where the keyboard was here, `goal` gets it."""
        for part in self._parts():
            let_go(part, goal)

    def _parts(self) -> tuple[QWidget, ...]:
        return self.link, self._stands, self._progress, self._due, self._child
