"""One document that is being edited: its history for Qt, and the draft that is kept of it."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from app.model.edits.rule import refusal
from app.model.errors import Refused, Told
from app.ui.base.desk import Desk
from app.ui.base.keeping import KeepState, Typed
from app.ui.editor.drafts.edit import Edit
from app.ui.editor.drafts.writing_session import D, WritingSession

Keep = Callable[[D, Callable[[], None], Callable[[Told], bool]], None]
"""Keeps a draft off the user's thread, and tells when it is kept, or why not."""


UNKEPT = frozenset({"edit_text_too_long", "cpr_in_document"})
"""Why words that are typed are not kept: they stand in their field until they are mended."""


class Unkept(Struct, frozen=True):
    """Words that stand in a field and are not kept as they are.

    `field`, `about` and `number` name where; `base` is what is kept there instead, `name` the
    edit.
    """

    field: str
    about: str
    base: str
    words: str
    number: int
    refused: Refused
    name: str

    @property
    def place(self) -> tuple[str, str, str]:
        """The text it is, which has but one of these."""
        return self.field, self.about, self.base


class EditorSession(WritingSession[D]):
    """Writes a document, and keeps the draft of it at each pause.

    Signals: `kept` with whether the draft in the database is the document as it stands;
    `unkept_changed` when words are held that are not kept, or are so no more.
    """

    kept = Signal(bool)
    unkept_changed = Signal()

    def __init__(
        self,
        document: D,
        keep: Keep[D],
        desk: Desk,
        clock: Callable[[], float],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(document, desk.messages, clock, parent)
        self._keep = keep
        self._writing = desk.writing
        self._unkept: dict[tuple[str, str, str], tuple[Unkept, Typed[str]]] = {}
        self._taken_back: Unkept | None = None
        self._typed: Typed[D] = desk.writing.begin(object(), document, self._write)
        self._typed.changed.connect(self._on_typed_changed)

    @property
    def undo_name(self) -> str:
        """The code of the edit that undo takes back; empty when there is none."""
        return self.unkept[-1].name if self.unkept else super().undo_name

    @property
    def redo_name(self) -> str:
        """The code of the edit that redo does again; empty when there is none."""
        return self._taken_back.name if self._taken_back else super().redo_name

    @property
    def is_kept(self) -> bool:
        """Whether the draft in the database is the document as it stands."""
        return self._typed.standing is KeepState.KEPT

    @property
    def unkept(self) -> tuple[Unkept, ...]:
        """The words that stand in fields and are not kept, the newest last."""
        return tuple(unkept for unkept, _ in self._unkept.values())

    def unkept_at(self, field: str, about: str) -> tuple[Unkept, ...]:
        """Return those of one field."""
        return tuple(one for one in self.unkept if (one.field, one.about) == (field, about))

    def hold(self, unkept: Unkept) -> None:
        """Hold words that are refused; the program is not left without asking about them."""
        self._taken_back = None
        known = self._unkept.pop(unkept.place, None)

        def refuse(
            value: str, base: str, kept: Callable[[], None], failed: Callable[[Told], None]
        ) -> None:
            failed(self._unkept[unkept.place][0].refused)

        place = (self, *unkept.place)
        typed = known[1] if known else self._writing.begin(place, unkept.base, refuse)
        self._unkept[unkept.place] = unkept, typed
        typed.type(unkept.words)
        typed.flush()
        self.unkept_changed.emit()

    def let_go(self, unkept: Unkept) -> None:
        """Hold words no more: they are mended, taken back or given up."""
        self.let_go_at(*unkept.place)

    def let_go_at(self, field: str, about: str, base: str) -> None:
        """Hold the words of one text no more."""
        known = self._unkept.pop((field, about, base), None)
        if known is not None:
            known[1].end()
            self._writing.forget(known[1].key)
            known[1].leave()
            self.unkept_changed.emit()

    def refusal(self, edit: Edit[D]) -> Refused | None:
        """Tell why an edit would be refused; None when it would not."""
        return refusal(edit.change, self.document)

    def undo(self) -> None:
        """Take back the last edit, or before it the words that were not kept."""
        if self.unkept:
            last = self.unkept[-1]
            self.let_go(last)
            self._taken_back = last
            self.document_changed.emit(self.document)
            return
        super().undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._taken_back is not None:
            self.hold(self._taken_back)
            self.document_changed.emit(self.document)
            return
        super().redo()

    def keep(self) -> None:
        """Keep the draft now."""
        self._typed.flush()

    def _write(
        self, value: D, base: D, kept: Callable[[], None], failed: Callable[[Told], None]
    ) -> None:
        def refused(error: Told) -> bool:
            failed(error)
            return False

        self._keep(value, kept, refused)

    def _on_typed_changed(self, _: object) -> None:
        self.kept.emit(self.is_kept)

    def _begin_step(self) -> None:
        self._taken_back = None

    def _took(self, document: D) -> None:
        self._typed.type(document)
