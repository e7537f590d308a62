"""A .docx as it lies on the disk: a zip of XML parts, opened with every care.

What cannot be read is refused here, once: with word_missing, word_denied, word_too_large,
word_empty, word_old (.doc), word_locked (a password), word_other_kind, word_damaged and
word_too_much (more elements, letters or seconds than anybody wrote).
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from app.files.word.word_bounds import Bounds
from app.model.errors import Refused

LARGEST_FILE = 40_000_000
"""Bytes on the disk, pictures and all."""

LARGEST_PART = 60_000_000
"""Bytes of one part when it is unpacked; its size is told before."""

_MOST_PARTS = 5_000
_DEEPEST = 200
"""Elements in elements; a table in a table in a table comes to thirty."""

_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PASSWORD = "EncryptedPackage".encode("utf-16-le")
_CHUNK = 65_536


class Package:
    """The parts of an opened file."""

    def __init__(self, raw: bytes, bounds: Bounds) -> None:
        self._bounds = bounds
        self._zip = _opened(raw)
        self.main = self._find_main()

    def part(self, name: str) -> Element | None:
        """Return a part as a tree without namespaces; None where there is none."""
        if name not in self._zip.NameToInfo:
            return None
        return self._parsed(name)

    def related(self, kind: str) -> Element | None:
        """Return the part that the main one names for a purpose: `styles`, `numbering`."""
        for name in self._targets(kind):
            return self.part(name)
        return None

    def each(self, kind: str) -> Iterator[Element]:
        """Return all parts that the main one names for a purpose: `header`, `footer`."""
        for name in self._targets(kind):
            part = self.part(name)
            if part is not None:
                yield part

    def _targets(self, kind: str) -> list[str]:
        folder, file = posixpath.split(self.main)
        tree = self.part(f"{folder}/_rels/{file}.rels")
        return [] if tree is None else [*_relations(tree, kind, folder)]

    def _find_main(self) -> str:
        tree = self.part("_rels/.rels")
        names = [*_relations(tree, "officeDocument", "")] if tree is not None else []
        for name in (*names, "word/document.xml"):
            if name in self._zip.NameToInfo:
                return name
        raise Refused("word_other_kind")

    def _parsed(self, name: str) -> Element:
        if self._zip.NameToInfo[name].file_size > LARGEST_PART:
            raise Refused("word_too_large", limit=str(LARGEST_FILE // 1_000_000))
        parser = XMLParser(target=_PlainTree(self._bounds))
        try:
            with self._zip.open(name) as part:
                while chunk := part.read(_CHUNK):
                    self._bounds.look()
                    parser.feed(chunk)
            tree = parser.close()
        except (
            ParseError, ValueError, EOFError, NotImplementedError, RuntimeError, OSError,
            zipfile.BadZipFile, zlib.error, LookupError,
        ) as error:  # fmt: skip
            raise Refused("word_damaged") from error
        if not isinstance(tree, Element):
            raise Refused("word_damaged")
        return tree


class _PlainTree(TreeBuilder):
    """Builds a tree with short names; takes none that is too deep or brings its own entities."""

    def __init__(self, bounds: Bounds) -> None:
        super().__init__()
        self._bounds = bounds
        self._depth = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        self._bounds.element()
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ValueError(tag)
        plain = {name.rpartition("}")[2]: value for name, value in attrs.items()}
        return super().start(tag.rpartition("}")[2], plain)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag.rpartition("}")[2])

    def data(self, data: str, /) -> None:
        self._bounds.text(len(data))
        super().data(data)

    def doctype(self, name: str, pubid: str, system: str) -> None:
        raise ValueError(name)


def read_bytes(path: Path) -> bytes:
    """Read a whole file. `Refused`: word_missing, word_denied, word_too_large, word_empty."""
    try:
        if not path.is_file():
            raise Refused("word_missing", name=path.name)
        if path.name.startswith("~$"):
            raise Refused("word_lock_file", name=path.name.removeprefix("~$"))
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
    except OSError as error:  # Word itself may have it open
        raise Refused("word_denied", name=path.name, reason=error.strerror or "") from error
    if len(raw) > LARGEST_FILE:
        raise Refused("word_too_large", limit=str(LARGEST_FILE // 1_000_000))
    if not raw:
        raise Refused("word_empty")
    return raw


def _opened(raw: bytes) -> zipfile.ZipFile:
    if raw.startswith(_OLD_WORD):
        raise Refused("word_locked" if _PASSWORD in raw else "word_old")
    if not raw.startswith(b"PK"):
        raise Refused("word_other_kind")
    try:
        found = zipfile.ZipFile(io.BytesIO(raw))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Refused("word_damaged") from error
    if len(found.infolist()) > _MOST_PARTS:
        raise Refused("word_damaged")
    types = found.NameToInfo.get("[Content_Types].xml")
    if types is None:
        raise Refused("word_other_kind")
    return found


def _relations(tree: Element, kind: str, folder: str) -> list[str]:
    """Return the parts inside the file that are named for a purpose; outside nothing is looked."""
    found = []
    for relation in tree.iter("Relationship"):
        is_inside = relation.get("TargetMode") != "External"
        if is_inside and relation.get("Type", "").endswith(f"/{kind}"):
            target = relation.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            found.append(posixpath.normpath(path))
    return found
