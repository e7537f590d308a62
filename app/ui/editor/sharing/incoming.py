"""The ways in: a Word file, texts of others, and what came with the program; chosen or dropped."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.model.errors import Refused, Told
from app.model.sharing.arrival_plan import ArrivalPlan, Choices
from app.services import looking
from app.services.looking import Looked
from app.services.word_texts import WordText, read_word_text
from app.services.workplace import Workplace
from app.ui.editor.editor_stage import Controller, EditorStage
from app.ui.editor.sharing.arrival import (
    ArrivalControl,
    ask_where_from,
    dropped_bundle,
    tell_of_problems,
)
from app.ui.editor.sharing.reading_band import ReadingBand
from app.ui.editor.word.word_importing import ask_for_word, begin_import, dropped_file
from app.ui.says.told_texts import told_text

T = TypeVar("T")
Stop = Callable[[], bool]
Show = Callable[[Callable[[], Controller]], None]


class Incoming(QObject):
    """Asks where texts come from, reads them, and hands over who shows what they may become.

    `show` lets a controller take over; `not_opened` answers for what could not be read; `band` is
    where a reading that takes long is stopped. Owned by the place. Signals: `done` when nothing
    more is to be shown of what came in.
    """

    done = Signal()

    def __init__(
        self, stage: EditorStage, host: QWidget, show: Show, not_opened: Callable[[Told], bool]
    ) -> None:
        super().__init__(host)
        self._stage, self._host = stage, host
        self._show, self._not_opened = show, not_opened
        self._stops, self._stopped = Event(), ""
        self.band = ReadingBand()
        self.band.stopped.connect(self._on_stopped)
        _application().aboutToQuit.connect(self._on_quitting)

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
        role, library = self._stage.desk.settings.role, self._stage.library

        def read(_: Workplace, stop: Stop) -> WordText:
            return read_word_text(role=role, path=path, library=library, stop=stop)

        def show(text: WordText) -> None:
            self._show(lambda: begin_import(self._stage, path, text))

        self._read(path, read, show, "word_stopped")

    def look_into(self, path: Path) -> None:
        """Read texts of others, and show what would come in."""

        def look(workplace: Workplace, stop: Stop) -> Looked:
            return looking.look_into(workplace, path=path, stop=stop)

        self._read(path, look, self._on_looked, "share_stopped")

    def stop_reading(self) -> None:
        """Wait no more for what is being read."""
        self._stops.set()
        self.band.end()

    def show_updates(self) -> None:
        """Show what came with the program and meets a text of ours."""
        self._stage.desk.do(looking.look_at_updates, self.show_arrival, self._not_opened)

    def show_arrival(self, plan: ArrivalPlan, choices: Choices | None = None) -> None:
        """Show what would come in, with what was chosen for each before."""

        def make() -> ArrivalControl:
            arrival = ArrivalControl(self._stage, plan, choices)
            arrival.done.connect(self.done)
            return arrival

        self._show(make)

    def ask_where_from(self) -> None:
        """Ask whether a bundle or a folder is to be looked into, and for it."""
        ask_where_from(self._stage.band, self._host, self.look_into)

    def _read(
        self,
        path: Path,
        read: Callable[[Workplace, Stop], T],
        done: Callable[[T], None],
        stopped: str,
    ) -> None:
        """Read a file beside all else. What is asked for anew takes the place of what was read."""
        self._stage.band.leave()
        self.stop_reading()
        self._stops = stops = Event()

        self._stopped = stopped

        def answered(answer: T) -> None:
            if not stops.is_set():
                self.band.end()
                done(answer)

        def refused(_: Told) -> bool:
            """Leave it to the banner, save what nobody waits for any more."""
            if not stops.is_set():
                self.band.end()
            return stops.is_set()

        self.band.begin(path.name)
        self._stage.desk.do_long(
            lambda workplace: read(workplace, stops.is_set),
            answered,
            refused,
            owner=self,
            again=lambda: self._read(path, read, done, stopped),
        )

    def _on_stopped(self) -> None:
        self.stop_reading()
        self._stage.desk.messages.say(*told_text(Refused(self._stopped)))

    def _on_quitting(self) -> None:
        """Let the program not wait for a file that nobody waits for."""
        self._stops.set()

    def _on_looked(self, looked: Looked) -> None:
        if looked.problems:
            self.done.emit()
            tell_of_problems(self._stage, looked)
        else:
            self.show_arrival(looked.plan)


def _application() -> QCoreApplication:
    found = QCoreApplication.instance()
    assert found is not None
    return found
