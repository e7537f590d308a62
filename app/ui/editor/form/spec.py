"""What a form is made of: specs say which field stands where; a field shows and asks for edits."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Generic, TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.model.burden import Budget
from app.model.catalogue import Library
from app.model.days import Calendar
from app.model.procedure import Procedure, Step
from app.model.ticking import Ticking
from app.model.version import Kind
from app.ui.common.told_texts import told_text
from app.ui.common.widgets import Label
from app.ui.editor.edit import Edit
from app.ui.editor.session import EditorSession

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
        self.shown: V | None = None
        self._was_about: str | None = None
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
            self.say("")
            self.begin()
        self.refresh(shown)

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

    def write(
        self, change: Callable[..., D], *args: object, merge: str = "", name: str = ""
    ) -> bool:
        """Do an edit that is being typed; say below the field why it is refused."""
        refused = self.session.try_edit(self._edit(change, args, merge, name))
        self.say("" if refused is None else ". ".join(part for part in told_text(refused) if part))
        return refused is None

    def pick(self, change: Callable[..., D], *args: object, name: str = "") -> bool:
        """Do an edit that is chosen at once; where it is refused the field shows the document."""
        is_done = self.write(change, *args, name=name)
        if not is_done and self.shown is not None:
            self.refresh(self.shown)
        return is_done

    def leave(self) -> None:
        """Let the next edit be a step of its own, and show what was kept of what was typed."""
        self.session.seal()
        self.say("")
        if self.shown is not None:
            self.refresh(self.shown)

    def say(self, words: str) -> None:
        """Say below the field why what was typed is not kept."""
        self.note.setText(words)
        self.note.setVisible(bool(words))
        if bool(self.widget.property("wrong")) != bool(words):
            self.widget.setProperty("wrong", bool(words))
            self.widget.style().unpolish(self.widget)
            self.widget.style().polish(self.widget)

    def _edit(
        self, change: Callable[..., D], args: tuple[object, ...], merge: str, name: str
    ) -> Edit[D]:
        about = self.about
        return Edit(
            name or change.__name__,
            lambda document: change(document, *args),
            merge=f"{merge}:{about}" if merge else "",
            about=about,
        )


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
