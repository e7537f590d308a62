"""What a form is made of: specs say which field stands where; a field shows and asks for edits."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Generic, TypeVar

from msgspec import Struct, structs
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from app.model.checks.burden import Budget
from app.model.deadlines.days import Calendar
from app.model.errors import Refused, Told
from app.model.library.catalogue import Library
from app.model.library.procedure import Procedure, Step
from app.model.library.stored_version import Kind
from app.model.run.ticking import Ticking
from app.ui.editor.drafts.edit import Edit
from app.ui.editor.drafts.editor_session import UNKEPT, EditorSession, Unkept
from app.ui.editor.form.fields.writing_fields import GrowingText, LineBox
from app.ui.look.widgets import Label
from app.ui.says.told_texts import told_text

Path = tuple[str | int, ...]
D = TypeVar("D")
V = TypeVar("V")
B = TypeVar("B")


class Shown(Struct, frozen=True):
    """What a form shows: a procedure, and one of its steps unless it shows the procedure."""

    procedure: Procedure
    step: Step | None
    library: Library
    now: datetime


class Bench(Struct, frozen=True):
    """What the fields of a procedure work with.

    `ask_way` asks where a new way of a step leads, and `add_between` puts a new step on one of
    its ways. `read_ticking` hands over what was ticked in runs that are over; `go_to` shows
    another place.
    """

    session: EditorSession[Procedure]
    library: Callable[[], Library]
    calendar: Callable[[], Calendar]
    ask_way: Callable[[str], None]
    add_between: Callable[[str, int], None]
    make_sheet: Callable[[Kind, str], None]
    budget: Callable[[], Budget]
    read_ticking: Callable[[Callable[[Ticking], None]], None]
    go_to: Callable[[str, Path], None]


class BaseField(QObject, Generic[D, V]):
    """One part of a form: a widget, and how it and the document speak with each other.

    A subclass makes `widget`, shows the document in it, and asks for edits of it.
    """

    widget: QWidget

    def __init__(self, session: EditorSession[D]) -> None:
        super().__init__()
        self.session = session
        self.key = ""
        self.shown: V | None = None
        self._was_about: str | None = None
        self._has_held = False
        self.note = Label(points=8.5, color="soon", wrap=True)
        self.note.hide()

    @property
    def about(self) -> str:
        """What is shown, by its id; typing in one of them is no step with typing in another."""
        return ""

    def show(self, shown: V) -> None:
        """Show what stands in the document."""
        self.shown = shown
        if self.about != self._was_about:
            self._was_about = self.about
            for text in self._texts():
                text.is_held = False
            self.say("")
            self.begin()
        self._refresh()

    def begin(self) -> None:
        """Forget what belonged to another step."""

    def refresh(self, shown: V) -> None:
        """Show what stands in the document."""

    def focus(self, path: Path) -> None:
        """Put the cursor where a path, from the field on, leads."""
        self.widget.setFocus()

    def count(self, shown: V) -> str:
        """Return what is counted beside the heading; empty for nothing."""
        return ""

    def write(self, edit: Edit[D], *, merge: str = "") -> bool:
        """Do an edit that is being typed; say below the field why it is refused."""
        about = self.about
        merged = f"{merge}:{about}" if merge else ""
        refused = self.session.try_edit(structs.replace(edit, merge=merged, about=about))
        if merge:
            self._hold(refused, edit.name)
        self.say("" if refused is None else _said(refused))
        return refused is None

    def pick(self, edit: Edit[D]) -> bool:
        """Do an edit that is chosen at once; where it is refused the field shows the document."""
        is_done = self.write(edit)
        if not is_done:
            self._refresh()
        return is_done

    def leave(self) -> None:
        """Let the next edit be a step of its own, and show what was kept of what was typed."""
        self.session.seal()
        self.say("")
        self._refresh()

    def focus_unkept(self) -> None:
        """Put the cursor into the words here that are not kept."""
        held = next((text for text in self._texts() if text.is_held), None)
        if held is not None:
            held.setFocus()
            held.go_to_end()

    def begin_again(self, words: str) -> None:
        """Open a line anew that was begun, and could not be kept as it is."""

    def say(self, words: str) -> None:
        """Say below the field why what was typed is not kept."""
        self.note.setText(words)
        self.note.setVisible(bool(words))
        if bool(self.widget.property("wrong")) != bool(words):
            self.widget.setProperty("wrong", bool(words))
            self.widget.style().unpolish(self.widget)
            self.widget.style().polish(self.widget)

    def _refresh(self) -> None:
        """Show what stands in the document, save where words stand that are not kept."""
        if self.shown is None:
            return
        unkept = self.session.unkept_at(self.key, self.about)
        for text in self._texts() if self._has_held else ():
            if text.is_held and not any(one.base == text.kept for one in unkept):
                text.is_held = False
                text.show_text(text.kept)
                self.say("")
        self.refresh(self.shown)
        self._has_held = bool(unkept)
        for one in unkept:
            self._show_unkept(one)

    def _show_unkept(self, unkept: Unkept) -> None:
        """Let words stand where they were written; a text that is gone takes its words along."""
        same = [
            (text.is_held, number == unkept.number, -number)
            for number, text in enumerate(self._texts())
            if text.kept == unkept.base and (text.is_held or not text.differs)
        ]
        is_held, is_place, number = max(same, default=(False, False, 0))
        if not is_held and (is_place or (same and unkept.base)):
            self._texts()[-number].show_words(unkept.words)
        elif not is_held and unkept.base:
            self.session.let_go(unkept)
            return
        elif not is_held:
            self.begin_again(unkept.words)
        self.say(_said(unkept.refused))

    def _hold(self, refused: Refused | None, name: str) -> None:
        """Note the words that are refused, and let go of those that are mended."""
        why = refused if refused is not None and refused.code in UNKEPT else None
        for number, text in enumerate(self._texts()) if why or self._has_held else ():
            if why is not None and text.differs:
                self._has_held = text.is_held = True
                where, words = (self.key, self.about, text.kept), text.words
                self.session.hold(Unkept(*where, words, number, why, name))
            elif text.is_held and not text.differs:
                text.is_held = False
                self.session.let_go_at(self.key, self.about, text.kept)

    def _texts(self) -> Sequence[LineBox | GrowingText]:
        widgets = (
            self.widget,
            *self.widget.findChildren(QLineEdit),
            *self.widget.findChildren(QTextEdit),
        )
        return [widget for widget in widgets if isinstance(widget, LineBox | GrowingText)]


class Field(BaseField[Procedure, Shown]):
    """A field of a step or of a procedure."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.session)
        self.bench = bench

    @property
    def about(self) -> str:
        return self.shown.step.id if self.shown and self.shown.step else ""

    @property
    def step(self) -> Step:
        """The step that is shown, as it stood when it was shown last."""
        assert self.shown is not None
        assert self.shown.step is not None
        return self.shown.step

    @property
    def procedure(self) -> Procedure:
        """The procedure that is shown."""
        assert self.shown is not None
        return self.shown.procedure


class FieldSpec(Struct, Generic[B, V], frozen=True):
    """Where a field stands. `keys` are the fields of the document it shows.

    With `beside` its heading stands at its left; one that `joins` shares the line before.
    """

    keys: tuple[str, ...]
    title: str
    make: Callable[[B], BaseField[Any, V]]
    applies: Callable[[V], bool] = lambda _: True
    beside: bool = False
    joins: bool = False


def _said(error: Told) -> str:
    return ". ".join(part for part in told_text(error) if part)
