"""What the fields of a card or a tool work with and show."""

from collections.abc import Callable
from datetime import date
from typing import Generic, TypeVar

from msgspec import Struct

from app.model.library.card import ActionCard
from app.model.library.catalogue import Library
from app.model.library.tool import Tool
from app.ui.editor.drafts.editor_session import EditorSession
from app.ui.editor.form.form_spec import BaseField

S = TypeVar("S", bound=ActionCard | Tool)


class SheetShown(Struct, Generic[S], frozen=True):
    """A card or a tool, and the library it refers to."""

    document: S
    library: Library


class SheetBench(Struct, Generic[S], frozen=True):
    """What the fields work with."""

    session: EditorSession[S]
    library: Callable[[], Library]
    today: Callable[[], date]


class SheetField(BaseField[S, SheetShown[S]]):
    """A field of a card or a tool."""

    def __init__(self, bench: SheetBench[S]) -> None:
        super().__init__(bench.session)
        self.bench = bench
