"""The program of a journey: opened, closed and opened again, as one does through a day."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.ui.start import Program
from tools.hand import Hand, Stage
from tools.journey.cases import Case, NewText, prepare
from tools.journey.clock import JourneyClock

_LONGEST_MS, _TURN_MS = 60_000, 10
"""So long a window may take to keep what was typed, when a journey has ended."""


_BEGINNING = ("Åbner dine data …", "Gør biblioteket klar …", "Lægger nye tekster ind …")
"""What the window says while it opens its folder."""


Preparer = Callable[[Path, datetime, Sequence[Case | NewText]], None]


class Journey:
    """One data folder, and the program on it. Its methods are called from the story's thread."""

    def __init__(
        self, stage: Stage, folder: Path, clock: JourneyClock, prepared: Preparer = prepare
    ) -> None:
        self.hand = Hand(stage)
        self.folder = folder
        self.clock = clock
        self._stage = stage
        self._prepared = prepared
        self._programs: list[Program] = []

    def given(self, *wanted: Case | NewText) -> None:
        """Let these cases be there before the window opens."""
        if self._programs:
            raise RuntimeError("A case cannot come by itself while the window is open.")
        self._prepared(self.folder, self.clock.now, wanted)

    def open(self, *, size: tuple[int, int] | None = (1440, 900)) -> Hand:
        """Start the program, wait until it can be worked with, and give the hand."""
        self._stage.ask(self._begin)
        self.hand.waits_for("Procedurer")
        self.hand.waits_until(
            lambda: not any(map(self.hand.has, _BEGINNING)), "The program is not ready."
        )
        if size is not None:
            self.hand.resizes(*size)
        return self.hand

    def open_another(self) -> Hand:
        """Start the program once more on the same folder: the hand works the new window."""
        return self.open()

    def goes_to_window(self, number: int) -> None:
        """Let the hand work another of the windows that are open, counted from 0."""
        window = self._programs[number].window

        def is_in_front() -> bool:
            window.raise_()
            window.activateWindow()
            return window.isActiveWindow()

        self.hand.waits_until(lambda: self._stage.ask(is_in_front), "It does not come in front.")

    def close(self) -> None:
        """Close the window, and let the program end."""
        self.hand.closes_window()
        self.hand.waits_until(self._is_closed, "The window is still open.")
        self._stage.ask(self.end)

    def reopen(self) -> Hand:
        """Close the program and open it again."""
        self.close()
        return self.open()

    def end(self) -> None:
        """Let go of the program; on the main thread."""
        while self._programs:
            program = self._programs.pop()
            program.window.close()
            for _ in range(_LONGEST_MS // _TURN_MS):
                if not program.window.isVisible():
                    break
                _let_work()
            program.end()
            program.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _is_closed(self) -> bool:
        programs = tuple(self._programs)
        return self._stage.ask(lambda: not any(one.window.isVisible() for one in programs))

    def _begin(self) -> None:
        program = Program(self.folder, self.clock)
        self._programs.append(program)
        program.open()


def _let_work() -> None:
    """Let the program go on for a moment; `QTest.qWait` would keep its workers waiting."""
    loop = QEventLoop()
    QTimer.singleShot(_TURN_MS, loop.quit)
    loop.exec()
