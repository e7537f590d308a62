"""A proposal that is put right: its history for Qt, and the procedure that comes of it."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject

from app.model.errors import Refused
from app.model.word.known_words import KnownWords
from app.model.word.procedure_building import Built, build
from app.model.word.proposal import Proposal
from app.ui.base.messages import Messages
from app.ui.editor.drafts.edit import Edit
from app.ui.editor.drafts.writing_session import Mend, WritingSession
from app.ui.editor.word.word_line_words import phrases

Change = Callable[[Proposal], Proposal]


class WordSession(WritingSession[Proposal]):
    """Writes a proposal; nothing of it is stored."""

    def __init__(
        self,
        proposal: Proposal,
        known: KnownWords,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(proposal, messages, monotonic, parent)
        self.known = known
        self._built = self._build(proposal)

    @property
    def proposal(self) -> Proposal:
        """The proposal as it stands."""
        return self.document

    @property
    def built(self) -> Built:
        """The procedure that comes of it now."""
        return self._built

    def change(self, name: str, change: Change, *, merge: str = "") -> bool:
        """Do a change as one step of undo; one that is refused is told of. Tells whether done."""
        return self.edit(Edit(name, change, merge))

    def tell(self, refused: Refused, mend: Mend | None = None) -> None:
        self._messages.tell(refused, mend, about=self)

    def _took(self, document: Proposal) -> None:
        self._built = self._build(document)
        self._messages.settle(self)

    def _build(self, proposal: Proposal) -> Built:
        return build(proposal, self.known, phrases())
