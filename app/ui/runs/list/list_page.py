"""The list of runs: what is due first, then the table; only what shows is read."""

from collections.abc import Sequence
from functools import partial

from msgspec import Struct, structs
from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.model.danish.notation import capital, counted, long_date_label
from app.model.run.due_week import DueList
from app.model.run.run_listing import ListAsked, ListStretch, RunCounts, Scope, Show
from app.model.run.state import RunSummary
from app.model.times import end_of_week
from app.services import run_lists, runs
from app.services.run_core import RunView
from app.services.workplace import Workplace
from app.ui.base.desk import Desk
from app.ui.base.keep_words import keep_words
from app.ui.keys import keys
from app.ui.keys.focus import show_or_hide
from app.ui.keys.kept import follow_layout
from app.ui.look.one_of import OneOf
from app.ui.look.page_header import Header
from app.ui.look.page_stack import Pages
from app.ui.look.theme import theme
from app.ui.look.widgets import Button, SearchField, second_line, surface
from app.ui.runs.list.due_today import MOST_DUE, TodayBand
from app.ui.runs.list.given_line import GivenLine
from app.ui.runs.list.list_empty import NoHits, NothingGiven, NothingMine
from app.ui.runs.list.list_leaving import ListLeaving
from app.ui.runs.list.list_notices import ListNotices
from app.ui.runs.list.row_menu import RowMenu
from app.ui.runs.list.run_filters import filter_name, scope_name, scope_title
from app.ui.runs.list.run_table import RunTable

_PAUSE_MS = 150
_PAGE = 200
_TALL = 220
_SEARCH = 320
"""So much room the search wants beside the filters, with the margins."""


class _Read(Struct, frozen=True):
    """All that the page shows, read at one moment."""

    asked: ListAsked
    page: ListStretch
    counts: RunCounts
    due: DueList


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
        self.header = Header(36)
        self.banner_slot = QVBoxLayout()
        self.form_slot = QVBoxLayout()
        self.search = SearchField(self.tr("Sag, procedure eller trin"), self.tr("Søg i forløb"))
        self.table = RunTable(desk.now)
        self.today = TodayBand(desk)
        self.notices = ListNotices(desk, self.table)
        self.given = GivenLine()
        self.scopes = OneOf(self.tr("Hvis forløb"), [(scope, scope_name(scope)) for scope in Scope])
        self.filters = OneOf(self.tr("Hvilke forløb"), [(show, filter_name(show)) for show in Show])
        self._case_words = self.tr("Saml pr. sag")
        self.by_case = Button(self._case_words, "filter", "folder", tip=self._case_words)
        self.no_hits = NoHits()
        self.nothing_mine, self._nothing_given = NothingMine(), NothingGiven()
        self._pages, self._below = Pages(), Pages()
        self._pages.installEventFilter(self)
        self._menu = RowMenu(self, self.table)
        self._leaving = ListLeaving(self, desk, self.table.rows)
        self._wants_focus = False
        self._count = second_line()
        self._standing = second_line(capital(keep_words(desk.writing.standing)))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE_MS)
        self._assemble()
        self._connect()
        follow_layout(self)
        theme().changed.connect(self._give_room)

    @property
    def scope(self) -> Scope:
        """Whose runs are shown."""
        scope = self.scopes.value
        assert isinstance(scope, Scope)
        return scope

    @property
    def asked(self) -> ListAsked:
        """What is asked of the list now."""
        now, scope, rows = self._desk.now(), self.scope, self.table.rows
        order, is_descending = rows.order_in(scope)
        show = self.filters.value
        assert isinstance(show, Show)
        return ListAsked(
            now,
            end_of_week(now),
            show=show,
            scope=scope,
            me=self._desk.actor,
            words=self.search.text(),
            order=order,
            descending=is_descending,
            by_case=self.by_case.isChecked(),
            limit=max(_PAGE, rows.rowCount()),
        )

    def panes(self) -> Sequence[QWidget]:
        """Return the parts that F6 goes through."""
        bands = (self.today, self.given, self.notices)
        return (self.header, *bands, self.filters, self.by_case, self.search, self._pages)

    def refresh(self) -> None:
        """Read the list again, as far as it was scrolled."""
        asked = self.asked

        def read(workplace: Workplace) -> _Read:
            return _Read(
                asked,
                run_lists.page_of_runs(workplace, asked=asked),
                run_lists.count_runs(workplace, asked=asked),
                run_lists.due_list(workplace, asked=asked, most=MOST_DUE),
            )

        self._desk.do(read, self._show_read)

    def enter(self) -> None:
        """Be shown: what is there now, with the focus where one would start."""
        self._wants_focus = True
        if self._pages.currentWidget() is not self._unread:
            self._focus_start()
        self.refresh()
        self.notices.look()

    def choose(self, show: Show) -> None:
        """Show the runs of a filter."""
        self.filters.choose(show)

    def choose_scope(self, scope: Scope) -> None:
        """Show whose runs are asked for, with the focus in them."""
        self._wants_focus = True
        self.scopes.choose(scope)

    def focus_search(self) -> None:
        """Put the cursor where one searches, or say that there is nothing to search in."""
        if self._pages.currentWidget() is self._full:
            self.search.setFocus()
            self.search.selectAll()
        else:
            self._desk.messages.say(self.tr("Der er ingen forløb at søge i her."))

    def _focus_start(self) -> None:
        page = self._pages.currentWidget()
        if page is not self._full:
            (self._nothing_given if page is self._nothing_given else self.nothing_mine).start()
        elif self._below.currentWidget() is self.no_hits:
            if not self.no_hits.start():
                self.filters.focus_chosen()
        else:
            self.table.setFocus()

    def _show_read(self, read: _Read) -> None:
        asked, counts = read.asked, read.counts
        has_focus = self._pages.isAncestorOf(self.window().focusWidget() or self)
        self.header.sub.setText(capital(long_date_label(self._desk.now())))
        self.header.title.setText(scope_title(asked.scope))
        self.table.setAccessibleName(scope_title(asked.scope))
        self.table.rows.is_grouped = asked.by_case
        self.table.show_scope(asked.scope, asked.me)
        self._show_today()
        self.today.show_due(read.due)
        self._show_counts(counts)
        self.table.show_page(read.page)
        if asked.scope is Scope.GIVEN:
            self.table.stand_somewhere()
        self.no_hits.show_asked(asked.show, asked.words, asked.scope)
        self._below.setCurrentWidget(self._rows if read.page.total else self.no_hits)
        self._pages.setCurrentWidget(self._page_for(asked.scope, counts))
        is_lost = has_focus and not (self.window().focusWidget() or self).isVisibleTo(self)
        if (self._wants_focus or is_lost) and self.isVisible():
            self._wants_focus = False
            self._focus_start()

    def _page_for(self, scope: Scope, counts: RunCounts) -> QWidget:
        """Return the page of a list, or what stands in its place where it has nothing at all."""
        if any(counts.shown.values()):
            return self._full
        return self._nothing_given if scope is Scope.GIVEN else self.nothing_mine

    def _show_counts(self, counts: RunCounts) -> None:
        one, many = self.tr("forløb"), self.tr("forløb")
        self.filters.show_counts(
            {show: (count, counted(count, one, many)) for show, count in counts.shown.items()}
        )
        opened = self.tr("åbent forløb"), self.tr("åbne forløb")
        self.scopes.show_counts(
            {scope: (count, counted(count, *opened)) for scope, count in counts.scopes.items()}
        )
        self.nothing_mine.show_counts(counts)
        self._count.setText(counted(counts.shown[Show.ALL], *opened))
        self._calendar.setEnabled(counts.shown[Show.ALL] > 0)
        self._calendar.setVisible(self.scope is not Scope.GIVEN)
        self._print.setEnabled(any(counts.shown.values()))
        self._give_room()

    def _on_more_wanted(self, offset: int) -> None:
        asked = structs.replace(self.asked, offset=offset, limit=_PAGE)
        self._desk.do(
            lambda workplace: run_lists.page_of_runs(workplace, asked=asked), self.table.show_page
        )

    def _assemble(self) -> None:
        self.header.title.setText(scope_title(Scope.MINE))
        self.scopes.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.header.chips.addWidget(self.scopes)
        self._calendar = Button(self.tr("Frister til kalender"), "quiet", "calendar")
        self._calendar.set_key(keys.SAVE_ALL_DEADLINES)
        self._calendar.clicked.connect(lambda: self._leaving.save_calendar(self.scope))
        self._print = Button(self.tr("Udskriv"), "quiet", "print")
        self._print.clicked.connect(lambda: self._leaving.print_list(self.asked))
        self._print.set_key(keys.PRINT_RUNS)
        start = Button(self.tr("Start forløb"), "go", "plus", self._on_start)
        start.set_key(keys.NEW_RUN)
        for button in (self._calendar, self._print, start):
            self.header.buttons.addWidget(button)
        self.header.foldable = (self._calendar, self._print)
        self._unread, self._full = QWidget(), self._full_page()
        for page in (self._unread, self.nothing_mine, self._nothing_given, self._full):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self.banner_slot)
        column.addLayout(self.form_slot)
        column.addWidget(self._pages, 1)

    def _full_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for band in (self.today, self.given, self.notices):
            column.addWidget(band)
        column.addLayout(self._filter_row())
        self._rows = QWidget()
        table = QHBoxLayout(self._rows)
        table.setContentsMargins(0, 0, 0, 0)
        table.addWidget(self.table)
        for part in (self._rows, self.no_hits):
            self._below.addWidget(part)
        inner = QHBoxLayout()
        inner.setContentsMargins(28, 0, 28, 0)
        inner.addWidget(self._below)
        column.addLayout(inner, 1)
        foot = surface("bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(36, 8, 36, 8)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._standing)
        column.addWidget(foot)
        return page

    def _filter_row(self) -> QBoxLayout:
        """Give the filters, and beside them, or below where it is narrow, what narrows further."""
        self._filters = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._filters.setContentsMargins(24, 12, 28, 8)
        self._filters.setSpacing(4)
        self._filters.addWidget(self.filters)
        self._filters.addLayout(self._narrowing(), 1)
        return self._filters

    def _narrowing(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addStretch(1)
        self.by_case.setCheckable(True)
        row.addWidget(self.by_case)
        self.search.setMaximumWidth(320)
        self.search.setMinimumWidth(150)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addSpacing(8)
        row.addWidget(self.search, 1)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._pages and event.type() is QEvent.Type.Resize:
            self._show_today()
        return False

    def _show_today(self) -> None:
        """Show what is due, but not where the list itself has no room below it."""
        has_room = self._pages.height() >= theme().px(_TALL)
        is_wanted = self.scope is not Scope.GIVEN
        show_or_hide(self.today, self.table, is_shown=has_room and is_wanted)

    def _give_room(self) -> None:
        """Put what narrows the list below its filters where both have no room in one line."""
        needed = self.filters.sizeHint().width() + self.by_case.sizeHint().width()
        is_tight = self.width() < needed + theme().px(_SEARCH)
        way = QBoxLayout.Direction
        self._filters.setDirection(way.TopToBottom if is_tight else way.LeftToRight)

    def _on_writing_changed(self) -> None:
        self._standing.setText(capital(keep_words(self._desk.writing.standing)))

    def _connect(self) -> None:
        self._desk.writing.changed.connect(self._on_writing_changed)
        self.table.run_opened.connect(self.run_opened)
        self.table.run_stood_on.connect(self._on_run_stood_on)
        self.table.menu_requested.connect(self._on_menu_requested)
        self._menu.run_opened.connect(self.run_opened)
        self._menu.case_opened.connect(self.case_opened)
        self._menu.start_requested.connect(self.start_requested)
        self._menu.take_back_requested.connect(self._on_take_back)
        self.table.rows.more_wanted.connect(self._on_more_wanted)
        self.table.rows.order_chosen.connect(self.refresh)
        self.today.run_opened.connect(self.run_opened)
        self.today.all_requested.connect(lambda: self.choose(Show.WEEK))
        self.notices.grown.connect(partial(follow_layout, self))
        self.notices.closed_requested.connect(lambda: self.choose(Show.CLOSED))
        self.given.take_back_requested.connect(self._on_take_back)
        self.scopes.chosen.connect(self.refresh)
        self.filters.chosen.connect(self.refresh)
        self.by_case.toggled.connect(self.refresh)
        self.search.textChanged.connect(self._typing.start)
        self.search.left_downwards.connect(self._on_search_left)
        self._typing.timeout.connect(self.refresh)
        self.no_hits.all_requested.connect(self._on_all_requested)
        self.no_hits.everybody_requested.connect(lambda: self.choose_scope(Scope.ALL))
        self.nothing_mine.start_requested.connect(self._on_start)
        self.nothing_mine.procedures_requested.connect(self.procedures_requested)
        for page in (self.nothing_mine, self._nothing_given):
            page.scope_requested.connect(self.choose_scope)

    def _on_start(self) -> None:
        self.start_requested.emit("")

    def _on_search_left(self) -> None:
        self._typing.stop()
        self._wants_focus = True
        self.refresh()

    def _on_all_requested(self) -> None:
        """Take away what narrows the list, and go to its rows."""
        self.search.clear()
        self._typing.stop()
        self._wants_focus = True
        if self.filters.value is Show.ALL:
            self.refresh()
        else:
            self.choose(Show.ALL)

    def _on_run_stood_on(self) -> None:
        is_given = self.scope is Scope.GIVEN
        chosen = self.table.stood_on if is_given else None
        self.given.show_run(chosen, self._desk.actor, self._desk.now())

    def _on_take_back(self, run: str) -> None:
        self._wants_focus = True
        self._desk.do(lambda workplace: runs.take_back(workplace, run=run), self._on_taken_back)

    def _on_taken_back(self, view: RunView) -> None:
        self._desk.tell_of_runs(view.state.run.id)
        words = self.tr("Du har {} i sag {} igen")
        number = view.state.run.case_number
        self._desk.messages.done(words.format(view.procedure.title, number))

    def _on_menu_requested(self, summary: RunSummary, at: QPoint) -> None:
        self._menu.open_for(summary, self._desk.actor, at)
