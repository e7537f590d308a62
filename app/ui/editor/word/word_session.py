"""A proposal that is put right: its history for Qt, and the procedure that comes of it."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Signal

from app.model.errors import Refused
from app.model.history import History, begin
from app.model.word.known_words import KnownWords
from app.model.word.procedure_building import Built, build
from app.model.word.proposal import Proposal
from app.ui.base.messages import Messages
from app.ui.editor.word.word_line_words import phrases

Change = Callable[[Proposal], Proposal]


class WordSession(QObject):
    """Holds a proposal, takes changes, and undoes them; nothing of it is stored.

    Signals: `changed` after each change, undo and redo.
    """

    changed = Signal()

    def __init__(
        self,
        proposal: Proposal,
        known: KnownWords,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.known = known
        self._messages = messages
        self._history: History[Proposal] = begin(proposal)
        self._built = self._build()

    @property
    def proposal(self) -> Proposal:
        """The proposal as it stands."""
        return self._history.present

    @property
    def built(self) -> Built:
        """The procedure that comes of it now."""
        return self._built

    @property
    def undo_name(self) -> str:
        """The code of the change that undo takes back; empty when there is none."""
        return self._history.undo_name

    @property
    def redo_name(self) -> str:
        """The code of the change that redo does again; empty when there is none."""
        return self._history.redo_name

    def change(self, name: str, change: Change, *, merge: str = "") -> bool:
        """Do a change as one step of undo; one that is refused is told of. Tells whether done."""
        try:
            after = change(self.proposal)
        except Refused as refused:
            self._messages.tell(refused, about=self)
            return False
        self._take(self._history.record(after, name, merge=merge, at=monotonic()))
        return True

    def undo(self) -> None:
        """Take back the last change."""
        self._take(self._history.undo())

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._take(self._history.redo())

    def seal(self) -> None:
        """Let the next change be a step of its own."""
        self._history = self._history.seal()

    def _take(self, history: History[Proposal]) -> None:
        before, self._history = self.proposal, history
        if history.present != before:
            self._built = self._build()
            self._messages.settle(self)
            self.changed.emit()

    def _build(self) -> Built:
        return build(self.proposal, self.known, phrases())
