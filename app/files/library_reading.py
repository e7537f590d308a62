"""What reading a library folder, or one file of it, gives."""

from pathlib import Path

from msgspec import Struct

from app.files.nodes import Node, line_at
from app.files.problems import Problem
from app.model.findings import FindingPlace, Severity
from app.model.library.catalogue import Library


class LibrarySource(Struct, frozen=True):
    """Where one thing of the library stands: its file, and its part of it with lines."""

    path: str
    tree: Node


class Reading(Struct, frozen=True):
    """A library as far as it could be read, and all that is wrong in its files.

    `sources` go by kind and id, as places do. `broken` names what is there but could not be read
    (with `*` where nobody knows which of a kind), so that a reference to it is not blamed.
    """

    folder: Path
    library: Library
    problems: tuple[Problem, ...] = ()
    sources: dict[tuple[str, str], LibrarySource] = {}
    broken: frozenset[tuple[str, str]] = frozenset()

    @property
    def has_errors(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def place_line(self, place: FindingPlace) -> tuple[str, int] | None:
        """Return file and line of a place, or of the nearest part of the document around it."""
        source = self.sources.get((place.kind, place.id))
        return None if source is None else (source.path, line_at(source.tree, place.path))

    def may_be_broken(self, kind: str, thing: str) -> bool:
        """Tell whether a thing that is not in the library may stand in a file that is broken."""
        return (kind, thing) in self.broken or (kind, "*") in self.broken
