"""Mine forløb: what is due first, then the table; only what shows is read."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec import Struct, structs
from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.model.listing import Asked, RunCounts, RunPage, Show
from app.model.notation import capital, counted, long_date_label
from app.model.state import RunSummary
from app.services import calendar_file, run_lists
from app.services.workplace import Workplace
from app.ui.common.desk import Desk
from app.ui.common.empty_place import EmptyPlace
from app.ui.common.file_dialogs import Filed, ask_where_to_save
from app.ui.common.theme import theme
from app.ui.common.widgets import Button, Header, SearchField, second_line, surface
from app.ui.runs.filters import end_of_week, filter_name
from app.ui.runs.list_notices import ListNotices
from app.ui.runs.table import RunTable
from app.ui.runs.today import TodayBand

_PAUSE_MS = 150
_MOST_DUE = 200
_PAGE = 200
_MOST_PRINTED = 500
_ROOM, _TIGHT = 1120, 900


class _Read(Struct, frozen=True):
    """All that the page shows, read at one moment."""

    page: RunPage
    counts: RunCounts
    due: tuple[RunSummary, ...]


class RunsList(QWidget):
    """The list page.

    Signals: `run_opened` with the id of a run; `case_opened` with a case number;
    `start_requested`, for one more run of a case with its number; `procedures_requested`.
    """

    run_opened = Signal(str)
    case_opened = Signal(str)
    start_requested = Signal(str)
    procedures_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._show = Show.ALL
        self.header = Header(36)
        self.banner_slot = QVBoxLayout()
        self.form_slot = QVBoxLayout()
        self.search = SearchField(
            self.tr("Sag, procedure eller trin"), self.tr("Søg i mine forløb")
        )
        self.table = RunTable(desk.now)
        self.today = TodayBand(desk)
        self.notices = ListNotices(desk)
        self.buttons: dict[Show, Button] = {}
        self._mine_words, self._case_words = self.tr("Kun mine"), self.tr("Saml pr. sag")
        self.mine = Button(self._mine_words, "filter", "person", tip=self._mine_words)
        self.by_case = Button(self._case_words, "filter", "folder", tip=self._case_words)
        self._pages = QStackedWidget()
        self._wants_focus = False
        self._count = second_line()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE_MS)
        self._assemble()
        self._connect()

    @property
    def asked(self) -> Asked:
        """What is asked of the list now."""
        now, rows = self._desk.now(), self.table.rows
        return Asked(
            now,
            end_of_week(now),
            show=self._show,
            owner=self._desk.actor if self.mine.isChecked() else None,
            words=self.search.text(),
            order=rows.order,
            descending=rows.descending,
            by_case=self.by_case.isChecked(),
            limit=max(_PAGE, rows.rowCount()),
        )

    def refresh(self) -> None:
        """Read the list again, as far as it was scrolled."""
        asked = self.asked

        def read(place: Workplace) -> _Read:
            until, owner = asked.week_ends, asked.owner
            return _Read(
                run_lists.page_of_runs(place, asked=asked),
                run_lists.count_runs(place, asked=asked),
                run_lists.due_runs(place, until=until, owner=owner, limit=_MOST_DUE),
            )

        self._desk.do(read, self._show_read)

    def focus_start(self) -> None:
        """Put the focus where one would start, once it is known what there is."""
        self._wants_focus = self._pages.currentWidget() is self._unread
        if self._wants_focus:
            return
        if self.table.rows.rowCount():
            self.table.setFocus()
            if not self.table.currentIndex().isValid():
                self.table.selectRow(0)
        elif self._pages.currentWidget() is self._empty:
            self._first.setFocus()
        else:
            self.search.setFocus()

    def choose(self, show: Show) -> None:
        """Show the runs of a filter."""
        self._show = show
        self.buttons[show].setChecked(True)
        self.refresh()

    def _on_filter(self, show: Show, is_chosen: bool) -> None:
        if is_chosen and show is not self._show:
            self.choose(show)

    def _show_read(self, read: _Read) -> None:
        self.header.sub.setText(capital(long_date_label(self._desk.now())))
        has_any = any(read.counts.shown.values())
        self._pages.setCurrentWidget(self._full if has_any else self._empty)
        self.mine.setVisible(read.counts.owners > 1)
        rows = self.table.rows
        rows.is_grouped = self.by_case.isChecked()
        rows.me = "" if self.mine.isChecked() else self._desk.actor
        self.today.show_due(read.due)
        for show, button in self.buttons.items():
            button.say(f"{filter_name(show)}  {read.counts.shown[show]}")
        self.table.show_page(read.page)
        open_runs = read.counts.shown[Show.ALL]
        self._count.setText(counted(open_runs, self.tr("åbent forløb"), self.tr("åbne forløb")))
        if self._wants_focus and self.isVisible():
            self.focus_start()

    def _on_more_wanted(self, offset: int) -> None:
        asked = structs.replace(self.asked, offset=offset, limit=_PAGE)
        self._desk.do(
            lambda place: run_lists.page_of_runs(place, asked=asked), self.table.show_page
        )

    def _assemble(self) -> None:
        self.header.title.setText(self.tr("Mine forløb"))
        calendar = Button(self.tr("Frister til kalender"), "quiet", "calendar", self._on_calendar)
        printing = Button(self.tr("Udskriv"), "quiet", "print", self._on_print)
        printing.set_shortcut("Ctrl+P")
        for button in (calendar, printing):
            self.header.buttons.addWidget(button)
        start = Button(self.tr("Start forløb"), "go", "plus", self._on_start)
        start.set_shortcut("Ctrl+N")
        self.header.buttons.addWidget(start)
        self._unread, self._empty, self._full = QWidget(), self._empty_page(), self._full_page()
        for page in (self._unread, self._empty, self._full):
            self._pages.addWidget(page)
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
        self._first = Button(self.tr("Start dit første forløb"), "go", "plus", self._on_start)
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
        column.addWidget(self.today)
        column.addWidget(self.notices)
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

    def _filter_row(self) -> QBoxLayout:
        """Give the filters, and beside them, or below where it is narrow, what narrows further."""
        self._filters = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._filters.setContentsMargins(24, 12, 28, 8)
        self._filters.setSpacing(4)
        self._filters.addLayout(self._show_buttons())
        self._filters.addLayout(self._narrowing(), 1)
        return self._filters

    def _show_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        group = QButtonGroup(self)
        for show in Show:
            button = Button(filter_name(show), "filter")
            button.setCheckable(True)
            button.setChecked(show is Show.ALL)
            button.toggled.connect(partial(self._on_filter, show))
            group.addButton(button)
            self.buttons[show] = button
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _narrowing(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addStretch(1)
        for button in (self.mine, self.by_case):
            button.setCheckable(True)
            row.addWidget(button)
        self.mine.setChecked(True)
        self.mine.hide()
        for button in (self.mine, self.by_case):
            button.toggled.connect(lambda _: self.refresh())
        self.search.setMaximumWidth(320)
        self.search.setMinimumWidth(150)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addSpacing(8)
        row.addWidget(self.search, 1)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_tight = self.width() < theme().px(_TIGHT)
        is_narrow = self.width() < theme().px(_ROOM) and not is_tight
        for button, words in ((self.mine, self._mine_words), (self.by_case, self._case_words)):
            button.setText("" if is_narrow else words)
        way = QBoxLayout.Direction
        self._filters.setDirection(way.TopToBottom if is_tight else way.LeftToRight)

    def _connect(self) -> None:
        self.table.run_opened.connect(self.run_opened)
        self.table.menu_requested.connect(self._on_menu_requested)
        self.table.rows.more_wanted.connect(self._on_more_wanted)
        self.table.rows.order_chosen.connect(self.refresh)
        self.today.run_opened.connect(self.run_opened)
        self.today.more_requested.connect(lambda: self.choose(Show.WEEK))
        self.notices.closed_requested.connect(lambda: self.choose(Show.CLOSED))
        self.search.textChanged.connect(self._typing.start)
        self.search.left_downwards.connect(self._on_search_left)
        self._typing.timeout.connect(self.refresh)

    def _on_start(self) -> None:
        self.start_requested.emit("")

    def _on_search_left(self) -> None:
        self._typing.stop()
        self.refresh()
        self.table.setFocus()
        self.table.selectRow(0)

    def _on_menu_requested(self, summary: RunSummary, at: QPoint) -> None:
        self.menu_of(summary).popup(at)

    def menu_of(self, summary: RunSummary) -> QMenu:
        """Return the menu of a row."""
        menu = QMenu(self)
        actions: tuple[tuple[str, Callable[[], None]], ...] = (
            (self.tr("Åbn"), lambda: self.run_opened.emit(summary.run.id)),
            (self.tr("Vis hele sagen"), lambda: self.case_opened.emit(summary.run.case_number)),
            (
                self.tr("Start et forløb mere i sagen"),
                lambda: self.start_requested.emit(summary.run.case_number),
            ),
        )
        for name, act in actions:
            menu.addAction(name).triggered.connect(lambda _=False, act=act: act())
        return menu

    def _on_print(self) -> None:
        """Print every row that was asked for, not only those read so far."""
        asked = structs.replace(self.asked, limit=_MOST_PRINTED)
        self._desk.do(lambda place: run_lists.page_of_runs(place, asked=asked), self._preview)

    def _preview(self, page: RunPage) -> None:
        from app.ui.runs.list_print import preview_list

        title = self.tr("Mine forløb: {}").format(filter_name(self._show).lower())
        preview_list(self.window(), self.table.rows, page.rows, title, self._desk.now())

    def _on_calendar(self) -> None:
        """Save the deadlines of all my open runs as a calendar file."""
        owner = self.asked.owner

        def save(path: Path) -> None:
            self._desk.do(
                lambda place: calendar_file.save_deadlines(place, path, owner=owner),
                lambda count: self._say_saved(count, path),
            )

        ask_where_to_save(self, Filed.CALENDAR, self.tr("Mine frister.ics"), save)

    def _say_saved(self, count: int, path: Path) -> None:
        saved = counted(count, self.tr("frist er gemt"), self.tr("frister er gemt"))
        line = self.tr("Åbn filen med Outlook. Gem den igen, når fristerne har ændret sig: {}")
        self._desk.messages.done(capital(saved), line.format(path))
