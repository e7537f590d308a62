"""The ways in: a Word file, texts of others, and what came with the program; chosen or dropped."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.model.errors import Told
from app.model.sharing.plan import Choices, Plan
from app.services import looking
from app.services.looking import Looked
from app.services.word import read_word_text
from app.ui.editor.sharing.arrival import (
    Arrival,
    ask_where_from,
    dropped_bundle,
    tell_of_problems,
)
from app.ui.editor.stage import Controller, Stage
from app.ui.editor.word.importing import ask_for_word, begin_import, dropped_file

Show = Callable[[Callable[[], Controller]], None]


class Incoming(QObject):
    """Asks where texts come from, reads them, and hands over who shows what they may become.

    `show` lets a controller take over; `not_opened` answers for what could not be read. Owned by
    the place. Signals: `done` when nothing more is to be shown of what came in.
    """

    done = Signal()

    def __init__(
        self, stage: Stage, host: QWidget, show: Show, not_opened: Callable[[Told], bool]
    ) -> None:
        super().__init__(host)
        self._stage, self._host = stage, host
        self._show, self._not_opened = show, not_opened

    def takes(self, data: QMimeData) -> bool:
        """Whether what is dragged here is something that can come in."""
        return dropped_file(data) is not None or dropped_bundle(data) is not None

    def drop(self, data: QMimeData) -> None:
        """Take in what was dropped."""
        word, bundle = dropped_file(data), dropped_bundle(data)
        if word is not None:
            self.read_word(word)
        elif bundle is not None:
            self.look_into(bundle)

    def ask_for_word(self) -> None:
        """Let a Word file be chosen."""
        ask_for_word(self._host, self.read_word)

    def read_word(self, path: Path) -> None:
        """Read a Word file, and show what it may become."""
        desk, library = self._stage.desk, self._stage.library
        desk.do_beside(
            partial(read_word_text, role=desk.settings.role, path=path, library=library),
            lambda read: self._show(lambda: begin_import(self._stage, path, read)),
        )

    def look_into(self, path: Path) -> None:
        """Read texts of others, and show what would come in."""
        self._stage.band.close_band()
        self._stage.header.show_line(self.tr("Læser {} …").format(path.name))
        self._stage.desk.do(
            lambda place: looking.look_into(place, path=path), self._on_looked, self._not_opened
        )

    def show_updates(self) -> None:
        """Show what came with the program and meets a text of ours."""
        self._stage.desk.do(looking.look_at_updates, self.show_arrival, self._not_opened)

    def show_arrival(self, plan: Plan, choices: Choices | None = None) -> None:
        """Show what would come in, with what was chosen for each before."""

        def make() -> Arrival:
            arrival = Arrival(self._stage, plan, choices)
            arrival.done.connect(self.done)
            return arrival

        self._show(make)

    def ask_where_from(self) -> None:
        """Ask whether a bundle or a folder is to be looked into, and for it."""
        ask_where_from(self._stage.band, self._host, self.look_into)

    def _on_looked(self, looked: Looked) -> None:
        if looked.problems:
            self.done.emit()
            tell_of_problems(self._stage, looked)
        else:
            self.show_arrival(looked.plan)
