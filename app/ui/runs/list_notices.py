"""What the list speaks of beside its rows: runs on older versions, and runs soon to be deleted."""

from collections.abc import Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.model.notation import counted, date_label
from app.services import moving, retention
from app.services.moving import Behind, MoveReport
from app.services.retention import Outgoing
from app.services.workplace import Workplace
from app.ui.common.desk import Desk
from app.ui.common.icons import IconLabel
from app.ui.common.widgets import Button, Label, clear_layout


class _Found(Struct, frozen=True):
    behind: tuple[Behind, ...]
    outgoing: Outgoing | None


class ListNotices(QFrame):
    """Lines that ask for something; gone when there is nothing to ask.

    Signals: `closed_requested` when the closed runs are asked for.
    """

    closed_requested = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._put_aside: set[tuple[str, int]] = set()
        self.setProperty("surface", "header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(36, 6, 28, 6)
        self._rows.setSpacing(2)
        self.hide()

    def look(self) -> None:
        """Find out what there is to speak of."""

        def ask(place: Workplace) -> _Found:
            return _Found(moving.runs_behind(place), retention.outgoing(place))

        self._desk.do(ask, self._show)

    def _show(self, found: _Found) -> None:
        clear_layout(self._rows)
        news = [one for one in found.behind if (one.procedure, one.newest) not in self._put_aside]
        for behind in news:
            self._add_behind(behind)
        if found.outgoing is not None:
            self._add_outgoing(found.outgoing)
        self.setVisible(bool(news or found.outgoing))

    def _add_behind(self, behind: Behind) -> None:
        several = counted(behind.runs, self.tr("forløb følger"), self.tr("forløb følger"))
        words = self.tr("{} en ældre version af {}. Version {} er kommet.")
        move = Button(
            self.tr("Flyt, og behold alle mærker"),
            on_click=partial(self._on_move, behind.procedure),
            small=True,
        )
        later = Button(
            self.tr("Senere"), "quiet", on_click=partial(self._on_later, behind), small=True
        )
        text = words.format(several, behind.title, behind.newest)
        self._add("info", text, (move, later))

    def _add_outgoing(self, outgoing: Outgoing) -> None:
        several = counted(
            outgoing.runs, self.tr("afsluttet forløb slettes"), self.tr("afsluttede forløb slettes")
        )
        words = self.tr("{} snart, det første {}. Hent det, der mangler i journalen.")
        show = Button(self.tr("Se afsluttede"), on_click=self.closed_requested.emit, small=True)
        self._add("trash", words.format(several, date_label(outgoing.first)), (show,))

    def _add(self, icon: str, text: str, buttons: Sequence[QWidget]) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel(icon, "ink_2", 16))
        row.addWidget(Label(text, color="ink_2", wrap=True), 1)
        for button in buttons:
            row.addWidget(button)
        self._rows.addWidget(line)

    def _on_move(self, procedure: str) -> None:
        self._desk.do(lambda place: moving.move_all(place, procedure=procedure), self._on_moved)

    def _on_moved(self, report: MoveReport) -> None:
        self._desk.runs_changed.emit("")
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
