"""What a wall must know of the documents that hang on it, and the words it uses for them."""

from typing import Protocol

from msgspec import Struct

from app.model.library.catalogue import Library
from app.model.library.procedure import Checked
from app.model.library.uses import Use
from app.printing.page_marks import Page
from app.printing.paper import Paper
from app.printing.sheet import VersionMark


class WallSheet(Struct, frozen=True):
    """One document as a wall sees it.

    `aim` says in one line what it is for; `purpose` says it in the panel, below its heading;
    `text` is all that it says, to search in and to be read aloud.
    """

    id: str
    title: str
    theme: str
    aim: str
    purpose: tuple[str, str]
    roles: tuple[str, ...]
    law: tuple[str, ...]
    checked: Checked | None
    text: str


class WallWords(Struct, frozen=True):
    """The words of a place with a wall, for one kind of document.

    `one_chosen` and `many_chosen` stand after their number; `print_many` has room for it.
    """

    title: str
    search_hint: str
    search_name: str
    everything: str
    wall: str
    guide: str
    one_chosen: str
    many_chosen: str
    print_one: str
    print_many: str
    back: str
    earlier: str
    later: str
    empty_title: str
    empty_text: str


class Sheets(Protocol):
    """One kind of document that hangs on a wall. `kind` is that of its versions."""

    kind: str
    icon: str
    paper: Paper

    def all(self, library: Library) -> tuple[WallSheet, ...]:
        """Return all of them, in the order of the library."""

    def pages(self, sheet: str, library: Library, version: VersionMark) -> tuple[Page, ...]:
        """Lay one out as it will print."""

    def uses(self, sheet: str, library: Library) -> tuple[Use, ...]:
        """Return the steps that use one."""
