"""One document that is being written: what it is now, and the steps that led to it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from app.model.errors import Refused
from app.model.history import History, begin
from app.ui.base.messages import Messages
from app.ui.editor.drafts.edit import Edit

D = TypeVar("D")

Mend = tuple[str, Callable[[], None]]


class WritingSession(QObject, Generic[D]):
    """Holds a document, takes edits, and undoes them.

    Signals: `document_changed` with the document after each edit, undo and redo.
    """

    document_changed = Signal(object)

    def __init__(
        self,
        document: D,
        messages: Messages,
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._history: History[D] = begin(document)
        self._messages = messages
        self._clock = clock

    @property
    def document(self) -> D:
        """The document as it stands."""
        return self._history.present

    @property
    def undo_name(self) -> str:
        """The code of the edit that undo takes back; empty when there is none."""
        return self._history.undo_name

    @property
    def redo_name(self) -> str:
        """The code of the edit that redo does again; empty when there is none."""
        return self._history.redo_name

    def edit(self, edit: Edit[D]) -> bool:
        """Do an edit as one step of undo; one that is refused is told of. Tells whether done."""
        refused = self.try_edit(edit)
        if refused is not None:
            self.tell(refused)
        return refused is None

    def try_edit(self, edit: Edit[D]) -> Refused | None:
        """Do an edit; return why it was refused, for a field that says so itself."""
        try:
            after = edit.change(self.document)
        except Refused as refused:
            return refused
        self._begin_step()
        step = self._history.record(
            after, edit.name, about=edit.about, merge=edit.merge, at=self._clock()
        )
        self._take(step)
        return None

    def undo(self) -> None:
        """Take back the last edit."""
        self._take(self._history.undo())

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._take(self._history.redo())

    def seal(self) -> None:
        """Let the next edit be a step of its own; the focus has left a field."""
        self._history = self._history.seal()

    def tell(self, refused: Refused, mend: Mend | None = None) -> None:
        """Tell why something cannot be done, and offer what can."""
        self._messages.tell(refused, mend)

    def _begin_step(self) -> None:
        """Do what is to be done before an edit that is not refused is taken."""

    def _took(self, document: D) -> None:
        """Do what is to be done with another document before it is told of."""

    def _take(self, history: History[D]) -> None:
        before, self._history = self.document, history
        if history.present != before:
            self._took(history.present)
            self.document_changed.emit(history.present)
