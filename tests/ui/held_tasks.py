"""A worker that does nothing before it is told to."""

from collections.abc import Callable
from typing import TypeVar

from app.ui.base.tasks import DirectTasks, Failed

T = TypeVar("T")


class HeldTasks(DirectTasks):
    """Does nothing before it is told to."""

    def __init__(self) -> None:
        self._held: list[Callable[[], None]] = []

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        self._held.append(lambda: DirectTasks.run(self, work, done, failed))

    def go_on(self) -> None:
        """Do what was asked, and what follows from it."""
        while self._held:
            self._held.pop(0)()
