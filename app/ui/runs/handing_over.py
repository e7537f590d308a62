"""Handing a run over: who shall have it, asked once more where nobody here is called so."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.model.people import known_as
from app.services import run_lists, runs
from app.services.run_core import RunView
from app.ui.base.desk import Desk
from app.ui.runs import run_questions

if TYPE_CHECKING:
    from app.ui.runs.run_page import RunPage


class HandingOver(QObject):
    """Asks in the page's band for a colleague, and gives the run to them."""

    def __init__(self, page: "RunPage", desk: Desk) -> None:
        super().__init__(page)
        self._page = page
        self._desk = desk
        self._names: tuple[str, ...] = ()
        self._doubted = ""

    def ask(self, view: RunView) -> None:
        """Ask who shall have the run, with those to choose from who are known here."""

        def ask(names: tuple[str, ...]) -> None:
            self._names = names
            self._doubted = ""
            self._page.band.ask(run_questions.handing_over(view.state, names))

        self._desk.do(run_lists.colleagues, ask)

    def answer(self, name: str) -> None:
        """Hand the run over; a name that nobody here has is asked about once."""
        known = known_as(name, self._names)
        if name and known is None and name != self._doubted:
            self._doubted = name
            self._page.band.doubt(*run_questions.unknown_colleague(name))
            return
        to = known or name
        work = partial(runs.hand_over, run=self._page.run_id, to=to)
        take, refuse = partial(self._take, to), self._page.band.refuse
        self._desk.do(work, take, refuse, owner=self._page)

    def _take(self, to: str, view: RunView) -> None:
        self._page.take(view, partial(self._tell, to))

    def _tell(self, to: str, _view: RunView) -> None:
        self._page.band.leave()
        self._desk.messages.done(
            self.tr("Forløbet er givet videre til {}").format(to),
            self.tr("Det står under »Givet videre« i listen. Der kan du tage det tilbage."),
        )
