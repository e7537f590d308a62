"""A library folder -> the library in it; one file -> the same for that file alone.

A broken file costs that file and no more. Hidden files and READMEs are nobody's business; other
strangers are warned about, since a misspelt name would make a procedure vanish without a word.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from app.files.disk import read_text, refuse_outside
from app.files.document_files import (
    Parsed,
    parse_card,
    parse_catalogue_file,
    parse_procedure,
    parse_tool,
)
from app.files.library_layout import (
    CATALOGUE_FILES,
    ENDINGS,
    ENTRIES,
    KIND_OF_FOLDER,
    MAY_BE_MISSING,
    kind_of,
    library_folder_of,
    may_belong,
)
from app.files.library_reading import LibrarySource, Reading
from app.files.nodes import Node, identity_of, line_at
from app.files.patience import Patience
from app.files.problems import Problem, Report, Unreadable
from app.model.library.assembly import library_of
from app.model.library.card import ActionCard
from app.model.library.catalogue import Act, Catalogue, Event, Provision, Role, Rung, Theme
from app.model.library.procedure import Document, Procedure
from app.model.library.synonym import Synonym
from app.model.library.tool import Tool
from app.model.library.wayfinder import Age, WayfinderStage

T = TypeVar("T", bound=Document)

_PARSERS: dict[str, Callable[[str, str], Parsed[Procedure] | Parsed[ActionCard] | Parsed[Tool]]] = {
    "procedure": parse_procedure,
    "card": parse_card,
    "tool": parse_tool,
}


def read_library(
    folder: Path,
    patience: Patience | None = None,
    told: Callable[[int], None] = lambda _: None,
) -> Reading:
    """Read a whole library folder; what is wrong with it is in the reading, never raised.

    With `patience` it ends as that says: `Refused` share_too_much or share_stopped. `told` is
    told after each file how many there were.
    """
    reader = _FolderReader(folder, patience, told)
    reader.read_all()
    return reader.reading()


def read_file(path: Path) -> Reading:
    """Read one file of a library by itself; what it refers to is not there then."""
    reader = _FolderReader(library_folder_of(path) or path.parent)
    reader.read_one(path)
    return reader.reading()


class _FolderReader:
    """Goes through a folder and collects; made anew for each reading."""

    def __init__(
        self,
        folder: Path,
        patience: Patience | None = None,
        told: Callable[[int], None] = lambda _: None,
    ) -> None:
        self._patience = patience
        self._told, self._files = told, 0
        self._folder = folder
        self._problems: list[Problem] = []
        self._sources: dict[tuple[str, str], LibrarySource] = {}
        self._things: list[Document] = []
        self._broken: set[tuple[str, str]] = set()

    def reading(self) -> Reading:
        """Return all that was collected."""
        catalogue = Catalogue(
            self._all(Theme),
            self._all(Role),
            self._all(Event),
            self._all(Act),
            self._all(Provision),
            self._all(Synonym),
            self._all(Age),
            self._all(WayfinderStage),
            self._all(Rung),
        )
        library = library_of(catalogue, self._things)
        problems = tuple(sorted(self._problems, key=lambda found: (found.path, found.line)))
        return Reading(self._folder, library, problems, self._sources, frozenset(self._broken))

    def read_all(self) -> None:
        """Read every file of the folder that belongs to a library."""
        if not self._folder.is_dir():
            code = "folder_is_file" if self._folder.exists() else "folder_missing"
            self._problems.append(Problem(str(self._folder), 1, code))
            return
        for name in CATALOGUE_FILES:
            path = self._folder / name
            if name not in MAY_BE_MISSING or os.path.lexists(path):
                self._read_catalogue(path)
        for path in self._within(self._folder):
            if path.is_dir():
                self._read_theme(path)
            elif path.suffix in {".yaml", ".yml"}:
                self._stranger(path)

    def read_one(self, path: Path) -> None:
        """Read a single file as what its name and folder say it is."""
        kind = kind_of(path)
        if path.name in CATALOGUE_FILES:
            self._read_catalogue(path)
        elif kind is None and path.is_dir():
            self._stop(path, Unreadable("file_is_folder"))
        elif kind is None:
            self._stranger(path)
        else:
            self._read_document(path, kind)

    def _all(self, kind: type[T]) -> tuple[T, ...]:
        return tuple(thing for thing in self._things if isinstance(thing, kind))

    def _within(self, folder: Path) -> Iterator[Path]:
        """Go through what a folder holds and a library may be made of, in a fixed order."""
        try:
            refuse_outside(folder, self._folder)
            paths = sorted(folder.iterdir())
        except Unreadable as error:
            self._stop(folder, error)
        except OSError as error:
            self._stop(folder, Unreadable("file_denied", reason=error.strerror or ""))
        else:
            for path in filter(may_belong, paths):
                if self._patience is not None:
                    self._patience.look()
                yield path

    def _read_theme(self, folder: Path) -> None:
        for path in self._within(folder):
            if path.name in KIND_OF_FOLDER and path.is_dir():
                self._read_kind(path, KIND_OF_FOLDER[path.name])
            elif path.suffix == ".yaml":
                self._read_document(path, "procedure")
            else:
                self._stranger(path)

    def _read_kind(self, folder: Path, kind: str) -> None:
        for path in self._within(folder):
            if path.suffix == ENDINGS[kind]:
                self._read_document(path, kind)
            else:
                self._stranger(path)

    def _text(self, path: Path) -> str:
        text = read_text(path, self._folder)
        self._files += 1
        self._told(self._files)
        if self._patience is not None:
            self._patience.file(len(text))
        return text

    def _read_document(self, path: Path, kind: str) -> None:
        name = self._name(path)
        try:
            parsed = _PARSERS[kind](self._text(path), name)
        except Unreadable as error:
            self._stop(path, error)
            self._broken.add((kind, path.stem))
            return
        self._problems += parsed.problems
        key = (kind, (parsed.tree and identity_of(parsed.tree)) or path.stem)
        if parsed.document is None or parsed.tree is None:
            self._broken |= {key, (kind, path.stem)}
        elif key in self._sources:
            first = self._sources[key].path
            self._note(path, line_at(parsed.tree, ["id"]), "id_taken", id=key[1], first=first)
        else:
            self._things.append(parsed.document)
            self._warn_of_place(path, kind, parsed.document, parsed.tree)
        if parsed.tree is not None:
            self._sources.setdefault(key, LibrarySource(name, parsed.tree))

    def _read_catalogue(self, path: Path) -> None:
        name = self._name(path)
        keys = CATALOGUE_FILES[path.name].__struct_fields__
        unknown = {(ENTRIES[key][0], "*") for key in keys}
        try:
            entries = parse_catalogue_file(self._text(path), name, path.name)
        except Unreadable as error:
            self._stop(path, error)
            self._broken |= unknown
            return
        self._problems += entries.problems
        self._broken |= unknown if entries.problems else set()
        for kind, document, tree in entries.found:
            self._things.append(document)
            self._sources.setdefault((kind, identity_of(tree) or ""), LibrarySource(name, tree))

    def _warn_of_place(
        self, path: Path, kind: str, document: Procedure | ActionCard | Tool, tree: Node
    ) -> None:
        """Warn where a file does not stand where its document will be written."""
        if path.stem != document.id:
            line, name = line_at(tree, ["id"]), document.id + ENDINGS[kind]
            self._warn(path, line, "file_name_differs", id=document.id, name=name)
        folder = path.parent if kind == "procedure" else path.parent.parent
        if folder.absolute().name != document.theme:
            line = line_at(tree, ["theme"])
            params = {"theme": document.theme, "folder": folder.absolute().name}
            self._warn(path, line, "file_theme_differs", **params)

    def _stranger(self, path: Path) -> None:
        self._warn(path, 1, "file_stranger")

    def _stop(self, path: Path, error: Unreadable) -> None:
        self._note(path, error.line, error.code, **error.params)

    def _note(
        self,
        path: Path,
        line: int,
        code: str,
        **params: str,
    ) -> None:
        report = Report(self._name(path))
        report.add(line, code, **params)
        self._problems += report.problems

    def _warn(self, path: Path, line: int, code: str, **params: str) -> None:
        report = Report(self._name(path))
        report.warn(line, code, **params)
        self._problems += report.problems

    def _name(self, path: Path) -> str:
        """Return a path as it is shown: relative to the folder where it lies in it."""
        inside = path.is_relative_to(self._folder)
        name = (path.relative_to(self._folder) if inside else path).as_posix()
        return name.encode("utf-8", "replace").decode("utf-8")
