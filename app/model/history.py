"""Undo as law 1 has it: the documents there were, with the name of each edit. Pure values.

Typing in one field is one step: edits with the same merge key follow each other into one entry
until `MERGE_SECONDS` pass between two of them, another edit comes, or the history is sealed.
"""

from typing import Generic, TypeVar

import msgspec
from msgspec import Struct

D = TypeVar("D")

MERGE_SECONDS = 2.0


class HistoryEntry(Struct, Generic[D], frozen=True):
    """A document, and the edit that made it: its code, and what it was done to."""

    document: D
    label: str
    about: str = ""
    merge: str = ""
    at: float = 0.0


class History(Struct, Generic[D], frozen=True):
    """A document with what it was and what was undone. `begin` makes one.

    `base` is where it began.
    """

    base: D
    past: tuple[HistoryEntry[D], ...] = ()
    future: tuple[HistoryEntry[D], ...] = ()
    sealed: bool = True

    @property
    def present(self) -> D:
        """The document as it stands."""
        return self.past[-1].document if self.past else self.base

    @property
    def undoable(self) -> HistoryEntry[D] | None:
        """The edit that `undo` takes back."""
        return self.past[-1] if self.past else None

    @property
    def redoable(self) -> HistoryEntry[D] | None:
        """The edit that `redo` does again."""
        return self.future[-1] if self.future else None

    def record(
        self, document: D, label: str, *, about: str = "", merge: str = "", at: float = 0.0
    ) -> "History[D]":
        """Take a new document. One that is equal to the present changes nothing.

        `at` are seconds of any clock that only goes forward.
        """
        if document == self.present:
            return self
        entry = HistoryEntry(document, label, about, merge, at)
        past = (*(self.past[:-1] if self._merges(entry) else self.past), entry)
        if document == (past[-2].document if len(past) > 1 else self.base):
            past = past[:-1]  # typed, and taken back again
        return msgspec.structs.replace(self, past=past, future=(), sealed=not merge)

    def undo(self) -> "History[D]":
        """Take back the last edit; nothing when there is none."""
        if not self.past:
            return self
        return msgspec.structs.replace(
            self, past=self.past[:-1], future=(*self.future, self.past[-1]), sealed=True
        )

    def redo(self) -> "History[D]":
        """Do again what was taken back last; nothing when there is none."""
        if not self.future:
            return self
        return msgspec.structs.replace(
            self, past=(*self.past, self.future[-1]), future=self.future[:-1], sealed=True
        )

    def seal(self) -> "History[D]":
        """Let the next edit be an entry of its own, as when the focus leaves a field."""
        return self if self.sealed else msgspec.structs.replace(self, sealed=True)

    @property
    def undo_name(self) -> str:
        """The code of the edit that `undo` takes back; empty when there is none."""
        return self.undoable.label if self.undoable else ""

    @property
    def redo_name(self) -> str:
        """The code of the edit that `redo` does again; empty when there is none."""
        return self.redoable.label if self.redoable else ""

    def _merges(self, entry: HistoryEntry[D]) -> bool:
        last = self.undoable
        if self.sealed or not entry.merge or last is None:
            return False
        return last.merge == entry.merge and entry.at - last.at <= MERGE_SECONDS


def begin(document: D) -> History[D]:
    """Begin with a document."""
    return History(document)
