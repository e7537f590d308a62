"""A wish to change a document: what it is called, what it does, and what it belongs to."""

from collections.abc import Callable
from typing import Concatenate, Generic, ParamSpec, TypeVar

from msgspec import Struct, structs

D = TypeVar("D")
P = ParamSpec("P")


class Edit(Struct, Generic[D], frozen=True):
    """One step of undo. `name` is a code that has words; `change` may raise `Refused`.

    `about` is the step or whatever else it was done to. Edits in a row with the same `merge` are
    one step: the letters of a word that is typed.
    """

    name: str
    change: Callable[[D], D]
    merge: str = ""
    about: str = ""

    def named(self, name: str) -> "Edit[D]":
        """Return the same wish by another name."""
        return structs.replace(self, name=name)


def doing(change: Callable[Concatenate[D, P], D], *args: P.args, **kwargs: P.kwargs) -> Edit[D]:
    """Wish for a change by its own name, with all that it is told beside the document."""
    return Edit(change.__name__, lambda document: change(document, *args, **kwargs))
