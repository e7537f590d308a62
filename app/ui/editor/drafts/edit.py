"""A wish to change a document: what it is called, what it does, and what it belongs to."""

from collections.abc import Callable
from typing import Generic, TypeVar

from msgspec import Struct

D = TypeVar("D")


class Edit(Struct, Generic[D], frozen=True):
    """One step of undo. `name` is a code that has words; `change` may raise `Refused`.

    `about` is the step or whatever else it was done to. Edits in a row with the same `merge` are
    one step: the letters of a word that is typed.
    """

    name: str
    change: Callable[[D], D]
    merge: str = ""
    about: str = ""
