"""Looks every second whether another window has written, and whether the file is still ours."""

from PySide6.QtCore import QObject, Signal

from app.model.errors import Told
from app.services.workplace import Changes
from app.ui.base.desk import Desk


class Watching(QObject):
    """Takes one look at a time, and tells of the same trouble once: else nobody could close it.

    Signals: `seen` with the `Changes` there are.
    """

    seen = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_looking = False
        self._told = ""

    def look(self) -> None:
        """Look, unless one look is under way."""
        if self._is_looking:
            return
        self._is_looking = True
        self._desk.do(
            lambda workplace: workplace.changes_elsewhere(),
            self._on_seen,
            self._on_failed,
            about="changes elsewhere",
            again=self._look_again,
        )

    def _look_again(self) -> None:
        """Look as the user asked, and tell what is wrong though it was told before."""
        self._told = ""
        self.look()

    def _on_seen(self, changes: Changes) -> None:
        self._is_looking, self._told = False, ""
        self.seen.emit(changes)

    def _on_failed(self, error: Told) -> bool:
        was_told, self._told = self._told == error.code, error.code
        self._is_looking = False
        return was_told
