"""Mine forløb: what is for today first, then the table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.model.notation import capital, counted, long_date_label, remaining_label
from app.model.state import RunSummary
from app.ui.common.desk import Desk
from app.ui.common.icons import IconLabel
from app.ui.common.theme import theme
from app.ui.common.widgets import (
    SEMIBOLD,
    Button,
    EmptyPlace,
    Header,
    Label,
    SearchField,
    clear_layout,
    second_line,
    section_label,
    surface,
)
from app.ui.runs.filters import FILTERS, due_first, found, is_late, matches
from app.ui.runs.table import RunTable


class RunsList(QWidget):
    """The list page.

    Signals: `run_opened` with the id of a run; `start_requested`; `procedures_requested`.
    """

    run_opened = Signal(str)
    start_requested = Signal()
    procedures_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._runs: tuple[RunSummary, ...] = ()
        self._filter = "all"
        self.header = Header(36)
        self.banner_slot = QVBoxLayout()
        self.form_slot = QVBoxLayout()
        self.search = SearchField(
            self.tr("Sag, procedure eller trin"), self.tr("Søg i mine forløb")
        )
        self.table = RunTable(desk.now)
        self._today = QHBoxLayout()
        self._today_band = surface("header")
        self._buttons: dict[str, Button] = {}
        self._pages = QStackedWidget()
        self._count = second_line()
        self._assemble()
        self._connect()

    def show_runs(self, runs: Sequence[RunSummary]) -> None:
        """Show the runs as they are now."""
        self._runs = tuple(runs)
        self.header.sub.setText(capital(long_date_label(self._desk.now())))
        self._pages.setCurrentIndex(1 if self._runs else 0)
        self._show_today()
        self._show_rows()

    def focus_start(self) -> None:
        """Put the focus where one would start."""
        if self._runs:
            self.table.setFocus()
            if not self.table.currentIndex().isValid():
                self.table.selectRow(0)
        else:
            self._first.setFocus()

    def _show_rows(self) -> None:
        now = self._desk.now()
        for name, button in self._buttons.items():
            count = sum(matches(run, name, now) for run in self._runs)
            button.setText(f"{self._filter_name(name)}  {count}")
        words = self.search.text()
        rows = [r for r in self._runs if matches(r, self._filter, now) and found(r, words)]
        self.table.rows.show_runs(rows)
        open_runs = sum(run.closed is None for run in self._runs)
        word = counted(open_runs, self.tr("åbent forløb"), self.tr("åbne forløb"))
        self._count.setText(word)

    def _show_today(self) -> None:
        clear_layout(self._today)
        due = due_first(self._runs, self._desk.now())
        self._today_band.setVisible(bool(due))
        for summary in due:
            card = DueCard(summary, self._desk)
            card.opened.connect(self.run_opened)
            self._today.addWidget(card, 1)
        for _ in range(3 - len(due)):
            self._today.addStretch(1)

    def _filter_name(self, name: str) -> str:
        return {
            "all": self.tr("Alle"),
            "late": self.tr("Over frist"),
            "week": self.tr("Denne uge"),
            "waiting": self.tr("Afventer"),
            "child": self.tr("Barnet ikke hørt"),
            "closed": self.tr("Afsluttede"),
        }[name]

    def _assemble(self) -> None:
        self.header.title.setText(self.tr("Mine forløb"))
        start = Button(self.tr("Start forløb"), "go", "plus", self.start_requested.emit)
        start.set_shortcut("Ctrl+N")
        self.header.buttons.addWidget(start)
        self._pages.addWidget(self._empty_page())
        self._pages.addWidget(self._full_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self.banner_slot)
        column.addLayout(self.form_slot)
        column.addWidget(self._pages, 1)

    def _empty_page(self) -> QWidget:
        page = EmptyPlace(
            self.tr("Her kommer dine forløb til at stå"),
            self.tr(
                "Et forløb følger en sagsprocedure i én sag. Du skriver kun sagsnummeret. "
                "Navne og cpr-numre hører til i journalen."
            ),
        )
        self._first = Button(
            self.tr("Start dit første forløb"), "go", "plus", self.start_requested.emit
        )
        page.add_button(self._first)
        page.add_button(
            Button(self.tr("Se procedurerne"), "link", on_click=self.procedures_requested.emit)
        )
        return page

    def _full_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        today = QVBoxLayout(self._today_band)
        today.setContentsMargins(36, 12, 28, 12)
        today.setSpacing(6)
        today.addWidget(section_label(self.tr("I dag")))
        self._today.setSpacing(48)
        today.addLayout(self._today)
        column.addWidget(self._today_band)
        column.addLayout(self._filter_row())
        table = QHBoxLayout()
        table.setContentsMargins(28, 0, 28, 0)
        table.addWidget(self.table)
        column.addLayout(table, 1)
        foot = surface("bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(36, 8, 36, 8)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(second_line(self.tr("Alt er gemt")))
        column.addWidget(foot)
        return page

    def _filter_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 28, 8)
        row.setSpacing(4)
        group = QButtonGroup(self)
        for name in FILTERS:
            button = Button(self._filter_name(name), "filter")
            button.setCheckable(True)
            button.setChecked(name == "all")
            button.clicked.connect(lambda _=False, name=name: self._on_filter_chosen(name))
            group.addButton(button)
            self._buttons[name] = button
            row.addWidget(button)
        row.addStretch(1)
        self.search.setMaximumWidth(320)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(self.search, 1)
        return row

    def _connect(self) -> None:
        self.table.run_opened.connect(self.run_opened)
        self.search.textChanged.connect(lambda: self._show_rows())
        self.search.left_downwards.connect(self._on_search_left)

    def _on_search_left(self) -> None:
        self.table.setFocus()
        self.table.selectRow(0)

    def _on_filter_chosen(self, name: str) -> None:
        self._filter = name
        self._show_rows()


class DueCard(QFrame):
    """One thing for today: the step, its case, and what is left.

    Signals: `opened` with the id of the run.
    """

    opened = Signal(str)

    def __init__(self, summary: RunSummary, desk: Desk) -> None:
        super().__init__()
        self._run_id = summary.run.id
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        now = desk.now()
        late = is_late(summary, now)
        color = "thread" if late else "soon"
        left = remaining_label(summary.next_due or now, now, timed=summary.next_due_timed)
        step = summary.next_due_step or summary.stands_at
        below = self.tr("Sag {} · {}").format(summary.run.case_number, summary.title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(12)
        icon = IconLabel("clock-alert" if late else "clock", color, 20)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(Label(step, points=11.5, weight=SEMIBOLD))
        lines.addWidget(Label(below, points=9.5, color="ink_2"))
        row.addLayout(lines, 1)
        row.addWidget(Label(left, weight=SEMIBOLD, color=color), 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{step}, {left}, {below}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self._run_id)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().color("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
            painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self._run_id)
