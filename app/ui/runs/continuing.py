"""Where a case goes on: the procedures an end leads to, and the case's other runs."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model.carrying import Carried, carried
from app.model.catalogue import Catalogue
from app.model.notation import listed
from app.model.procedure import Procedure, Step
from app.model.state import RunState, RunSummary
from app.ui.common.widgets import Button, second_line
from app.ui.runs.surroundings import Surroundings
from app.ui.runs.words import clock_words
from app.ui.steps.sections import plain_link


class Continuations(QWidget):
    """One offer a procedure: start it with what is carried on, or open what was started.

    Signals: `start_requested` with the id of a procedure; `run_requested` with that of a run.
    """

    start_requested = Signal(str)
    run_requested = Signal(str)

    def __init__(
        self, procedure: Procedure, step: Step, state: RunState, around: Surroundings
    ) -> None:
        super().__init__()
        library = around.library
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for slug in step.continue_in:
            following = library.procedure_by_id.get(slug)
            if following is None:
                continue
            begun = [row for row in around.siblings if row.run.procedure == slug]
            if begun:
                self._offer_to_open(begun)
            else:
                takes = carried(procedure, state, following)
                self._offer_to_start(following, takes, library.catalogue)

    def _offer_to_start(self, following: Procedure, takes: Carried, catalogue: Catalogue) -> None:
        words = self.tr("Start {}").format(following.title)
        start = partial(self.start_requested.emit, following.id)
        self._column.addWidget(Button(words, "outline", "start", start, small=True))
        carries = carried_words(following, takes, catalogue)
        self._column.addWidget(second_line(carries, wrap=True))
        self._column.addSpacing(4)

    def _offer_to_open(self, begun: Sequence[RunSummary]) -> None:
        for row in begun:
            words = self.tr("Åbn {}, som er startet i sagen").format(row.title)
            go = partial(self.run_requested.emit, row.run.id)
            self._column.addWidget(plain_link(words, go, words, "runs"))


def carried_words(following: Procedure, takes: Carried, catalogue: Catalogue) -> str:
    """Say which dates go along to the next procedure."""
    translate = QCoreApplication.translate
    known = []
    if takes.trigger is not None:
        known.append(f"{following.trigger} {clock_words(takes.trigger)}")
    for event, value in takes.dates.items():
        found = catalogue.event_by_id.get(event)
        known.append(f"{found.title if found else event} {clock_words(value)}")
    if not known:
        return translate("runs", "Sagsnummeret følger med.")
    return translate("runs", "Følger med: sagsnummeret, {}.").format(listed(known))
