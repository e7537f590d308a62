"""The daily care of the data folder, while the window is open: at its start, and each new day."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from app.model.clock_standing import ClockStanding, Doubt
from app.model.danish.notation import long_date_label, moment_label
from app.model.errors import Trouble
from app.model.recovery import Backup
from app.model.times import day_of
from app.services.care import Care, look_after
from app.services.clock import believe_clock
from app.services.workplace import Workplace
from app.ui.base.desk import Desk

_CLOCK = "clock"


class Caring(QObject):
    """Lets a backup be made and old things go, and asks about a clock that cannot be right."""

    def __init__(self, desk: Desk, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._workplace = workplace
        self._day: date | None = None

    def care(self) -> None:
        """Do what is to be done once a day; a tick does not wait for it."""
        self._day = self._today()
        self._desk.do_beside(
            partial(look_after, self._workplace), self._on_cared, owner=self, about="look after"
        )

    def look_at_the_day(self) -> None:
        """Do it again when it has become another day, also after the computer has slept."""
        if self._day is not None and self._today() != self._day:
            self.care()

    def _today(self) -> date:
        return day_of(self._desk.now())

    def _on_cared(self, care: Care) -> None:
        if care.doubt is not None:
            self._ask_about(care.doubt)
        if care.newer is not None:
            self._tell_of(care.newer)
        if care.receipt is not None:
            self._desk.tell_of_runs()

    def _ask_about(self, doubt: Doubt) -> None:
        code = "clock_ahead" if doubt.standing is ClockStanding.AHEAD else "clock_behind"
        days = {
            "now": long_date_label(day_of(doubt.now)),
            "seen": long_date_label(day_of(doubt.seen)),
        }
        mend = (self.tr("Datoen er rigtig"), self._believe)
        self._desk.messages.tell(Trouble(code, **days), mend, about=_CLOCK)

    def _tell_of(self, newer: Backup) -> None:
        when = moment_label(newer.made, self._desk.now())
        self._desk.messages.tell(Trouble("older_than_backup", when=when), about=_CLOCK)

    def _believe(self) -> None:
        self._desk.do(believe_clock, lambda _: self.care(), owner=self, about=_CLOCK)
