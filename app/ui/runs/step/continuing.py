"""Where a case goes on: the procedures an end leads to, and the case's other runs."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.danish.notation import happened_label, listed
from app.model.library.catalogue import Catalogue
from app.model.library.procedure import Procedure
from app.model.run.carrying import Carried, carried
from app.model.run.state import RunSummary
from app.ui.keys.kept import KeptRows
from app.ui.look.widgets import Button, second_line
from app.ui.runs.step.run_acts import AskFor, OpenSibling, StartFollowing
from app.ui.runs.step.step_surroundings import AtStep
from app.ui.steps.panel_sections import LinkRow, Section

_Offered = tuple[str, str, str]
"""A procedure that can be started: its id, its title, and what is carried on to it."""


class Continuations(Section):
    """One offer a procedure: start it with what is carried on, or open what was started."""

    def __init__(self, ask: AskFor) -> None:
        super().__init__(QCoreApplication.translate("runs", "Sagen fortsætter i"))
        self._ask = ask
        begun, offers = QVBoxLayout(), QVBoxLayout()
        begun.setSpacing(4)
        offers.setSpacing(8)
        self.body.addLayout(begun)
        self.body.addLayout(offers)
        self._begun: KeptRows[LinkRow, RunSummary] = KeptRows(
            begun, self._make_link, self._fill_link
        )
        self._offers: KeptRows[_Offer, _Offered] = KeptRows(offers, self._make, _Offer.show_offer)

    def show_at(self, at: AtStep) -> None:
        """Offer to go on where the case has come to an end that leads on."""
        has_come = at.found.relevant and (at.found.is_done or at.found.in_line)
        known = at.library.procedure_by_id
        names = [slug for slug in at.step.continue_in if slug in known and has_come]
        begun = [row for row in at.around.siblings if row.run.procedure in names]
        begun_names = {row.run.procedure for row in begun}
        offered = [known[slug] for slug in names if slug not in begun_names]
        self.setVisible(bool(names))
        self._begun.show(begun)
        self._offers.show([self._offered(at, following) for following in offered])

    def _offered(self, at: AtStep, following: Procedure) -> _Offered:
        takes = carried(at.procedure, at.state, following)
        carries = carried_words(following, takes, at.library.catalogue)
        return following.id, following.title, carries

    def _make_link(self) -> LinkRow:
        row = LinkRow("runs")
        row.chosen.connect(lambda run: self._ask(OpenSibling(run)))
        return row

    def _fill_link(self, row: LinkRow, run: RunSummary) -> None:
        words = self.tr("Åbn {}, som er startet i sagen").format(run.title)
        row.show_link(words, words, run.run.id)

    def _make(self) -> "_Offer":
        return _Offer(self._ask)


class _Offer(QWidget):
    """One procedure that can be started."""

    def __init__(self, ask: AskFor) -> None:
        super().__init__()
        self._ask = ask
        self._procedure = ""
        self._start = Button("", "outline", "start", self._on_clicked, small=True)
        self._carries = second_line(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._start)
        column.addWidget(self._carries)

    def show_offer(self, offered: _Offered) -> None:
        """Offer another procedure."""
        self._procedure, title, carries = offered
        self._start.say(self.tr("Start {}").format(title))
        self._carries.setText(carries)

    def _on_clicked(self) -> None:
        self._ask(StartFollowing(self._procedure))


def carried_words(following: Procedure, takes: Carried, catalogue: Catalogue) -> str:
    """Say which dates go along to the next procedure."""
    translate = QCoreApplication.translate
    known = dict(takes.dates)
    if takes.trigger is not None and following.trigger_event:
        known = {following.trigger_event: takes.trigger, **known}
    words = [
        translate("runs", "at {} {}").format(found.phrase, happened_label(value))
        for event, value in known.items()
        if (found := catalogue.event_by_id.get(event)) is not None
    ]
    if not words:
        return translate("runs", "Sagsnummeret følger med.")
    number = translate("runs", "sagsnummeret")
    return translate("runs", "Følger med: {}.").format(listed([number, *words]))
