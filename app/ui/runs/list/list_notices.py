"""What the list speaks of beside its rows: runs on older versions, and runs soon to be deleted."""

from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.model.danish.notation import counted, date_label
from app.services import moving_runs, retention
from app.services.moving_runs import Behind, MoveReport
from app.services.retention import ClosedAhead, SoonDeleted
from app.services.workplace import Workplace
from app.ui.base.desk import Desk
from app.ui.keys.focus import let_go, show_or_hide
from app.ui.look.icons import IconLabel
from app.ui.look.widgets import Button, Label

_MOST = 2


class _FoundRuns(Struct, frozen=True):
    behind: tuple[Behind, ...]
    outgoing: SoonDeleted | None
    ahead: ClosedAhead | None


class _NoticeLine(QWidget):
    """One of the lines: what is to be known, and what can be done about it."""

    def __init__(self, icon: str, buttons: Sequence[Button]) -> None:
        super().__init__()
        self._words = Label(color="ink_2", wrap=True)
        self.buttons = tuple(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel(icon, "ink_2", 16))
        row.addWidget(self._words, 1)
        for button in buttons:
            row.addWidget(button)

    def say(self, words: str) -> None:
        """Say it in other words."""
        self._words.setText(words)


class ListNotices(QFrame):
    """Lines that ask for something; gone when there is nothing to ask.

    A line stays itself for as long as it has something to ask; the keyboard goes on to the next
    one, or below, when it is gone. Signals: `closed_requested` when the closed runs are asked for;
    `grown` when there is one more line.
    """

    closed_requested = Signal()
    grown = Signal()

    def __init__(self, desk: Desk, below: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._below = below
        self._put_aside: set[tuple[str, int]] = set()
        self._lines: dict[object, _NoticeLine] = {}
        self.setProperty("surface", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._more = Button("", "link", on_click=self._on_more)
        self._shows_all = self._knows_of_ahead = False
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 6, 28, 6)
        column.setSpacing(2)
        column.addLayout(self._rows)
        column.addWidget(self._more)
        self.hide()

    def look(self) -> None:
        """Find out what there is to speak of."""

        def ask(workplace: Workplace) -> _FoundRuns:
            return _FoundRuns(
                moving_runs.runs_behind(workplace),
                retention.outgoing(workplace),
                retention.closed_ahead(workplace),
            )

        self._desk.do(ask, self._show)

    def _show(self, found: _FoundRuns) -> None:
        said: dict[object, str] = {}
        for behind in found.behind:
            key = (behind.procedure, behind.newest)
            if key not in self._put_aside:
                said[key] = self._behind_words(behind)
                self._line(key, partial(self._line_behind, behind))
        if found.outgoing is not None:
            said[SoonDeleted] = self._outgoing_words(found.outgoing)
            self._line(SoonDeleted, self._line_outgoing)
        if found.ahead is not None and not self._knows_of_ahead:
            said[ClosedAhead] = self._ahead_words(found.ahead)
            self._line(ClosedAhead, self._line_ahead)
        for gone in [one for one in self._lines if one not in said]:
            self._drop(gone)
        for one, words in said.items():
            self._lines[one].say(words)
        self._fold()
        show_or_hide(self, self._below, is_shown=bool(said))

    def _fold(self) -> None:
        """Show the first lines alone, so that they leave room for what they stand above."""
        lines = list(self._lines.values())
        over = 0 if self._shows_all or len(lines) <= _MOST + 1 else len(lines) - _MOST
        for position, line in enumerate(lines):
            show_or_hide(line, self._below, is_shown=not over or position < _MOST)
        self._more.say(self.tr("Vis {} mere").format(over))
        show_or_hide(
            self._more, lines[_MOST].buttons[0] if lines[_MOST:] else self._below, is_shown=over > 0
        )

    def _line(self, key: object, make: Callable[[], _NoticeLine]) -> None:
        """Make a line where there is none yet."""
        if key not in self._lines:
            self._lines[key] = make()
            self._rows.addWidget(self._lines[key])
            self.grown.emit()

    def _drop(self, key: object) -> None:
        line = self._lines.pop(key)
        others = [other.buttons[0] for other in self._lines.values()]
        let_go(line, others[0] if others else self._below)

    def _line_behind(self, behind: Behind) -> _NoticeLine:
        move = Button(
            self.tr("Flyt, og behold alle mærker"),
            on_click=partial(self._on_move, behind.procedure),
            small=True,
        )
        later = Button(
            self.tr("Senere"), "quiet", on_click=partial(self._on_later, behind), small=True
        )
        return _NoticeLine("info", (move, later))

    def _line_outgoing(self) -> _NoticeLine:
        show = Button(self.tr("Se afsluttede"), on_click=self.closed_requested.emit, small=True)
        return _NoticeLine("trash", (show,))

    def _line_ahead(self) -> _NoticeLine:
        show = Button(self.tr("Se afsluttede"), on_click=self.closed_requested.emit, small=True)
        known = Button(self.tr("Forstået"), "quiet", on_click=self._on_ahead_known, small=True)
        return _NoticeLine("clock-alert", (show, known))

    def _ahead_words(self, ahead: ClosedAhead) -> str:
        several = counted(
            ahead.runs,
            self.tr("afsluttet forløb har en dato, der ikke er kommet"),
            self.tr("afsluttede forløb har datoer, der ikke er kommet, det første"),
        )
        words = self.tr("{}: {}. Computerens ur var forkert dengang. Det slettes {}.")
        if ahead.runs > 1:
            words = self.tr("{}: {}. Computerens ur var forkert dengang. Det første slettes {}.")
        return words.format(several, date_label(ahead.says), date_label(ahead.deleted))

    def _on_ahead_known(self) -> None:
        self._knows_of_ahead = True
        self.look()

    def _behind_words(self, behind: Behind) -> str:
        several = counted(behind.runs, self.tr("forløb følger"), self.tr("forløb følger"))
        words = self.tr("{} en ældre version af {}. Version {} er kommet.")
        return words.format(several, behind.title, behind.newest)

    def _outgoing_words(self, outgoing: SoonDeleted) -> str:
        several = counted(
            outgoing.runs, self.tr("afsluttet forløb slettes"), self.tr("afsluttede forløb slettes")
        )
        words = self.tr("{} snart, det første {}. Hent det, der mangler i journalen.")
        return words.format(several, date_label(outgoing.first))

    def _on_more(self) -> None:
        self._shows_all = True
        self._fold()

    def _on_move(self, procedure: str) -> None:
        self._desk.do(
            lambda workplace: moving_runs.move_all(workplace, procedure=procedure), self._on_moved
        )

    def _on_moved(self, report: MoveReport) -> None:
        self._desk.tell_of_runs()
        moved = counted(
            len(report.moved), self.tr("forløb er flyttet"), self.tr("forløb er flyttet")
        )
        line = self.tr("Hver flytning kan fortrydes i forløbet.")
        if report.asked:
            left = counted(len(report.asked), self.tr("forløb har"), self.tr("forløb har"))
            words = self.tr("{} mærker, du skal tage stilling til: åbn dem hver for sig.")
            line = words.format(left)
        self._desk.messages.done(moved, line)
        self.look()

    def _on_later(self, behind: Behind) -> None:
        self._put_aside.add((behind.procedure, behind.newest))
        self.look()
