"""Texts that came from others: a bundle, a folder, or a single file of a library."""

import tempfile
from pathlib import Path

from msgspec import Struct

from app.files.disk import read_text, save_bytes
from app.files.library_folder import read_file, read_library
from app.files.library_reading import Reading
from app.files.patience import Patience, Stop, never
from app.files.problems import Problem, Unreadable
from app.files.sharing.bundle import read_bundle
from app.files.sharing.manifest import MANIFEST, Manifest, read_manifest
from app.model.errors import Refused
from app.model.findings import Severity
from app.model.library.catalogue import Library

_SINGLE = frozenset({".yaml", ".md"})


class Delivery(Struct, frozen=True):
    """What came: the texts, the slip if there is one, and what is wrong in the files."""

    library: Library
    manifest: Manifest | None = None
    problems: tuple[Problem, ...] = ()


def read_delivery(path: Path, stop: Stop = never) -> Delivery:
    """Read what came; `stop` is asked before each file.

    `Refused` with the codes of bundles, share_newer, share_empty, share_too_much, share_stopped.
    """
    patience = Patience(stop)
    if path.is_dir():
        found = _folder(path, patience)
    elif path.suffix in _SINGLE:
        found = _delivered(read_file(path), None)
    else:
        found = _bundle(path, patience)
    library = found.library
    if not (library.procedures or library.cards or library.tools or found.problems):
        raise Refused("share_empty", name=path.name)
    return found


def _folder(folder: Path, patience: Patience) -> Delivery:
    return _delivered(read_library(folder, patience), _manifest_in(folder))


def _bundle(path: Path, patience: Patience) -> Delivery:
    files = read_bundle(path, patience)
    manifest = read_manifest(files.pop(MANIFEST))
    with tempfile.TemporaryDirectory(prefix="roed-traad-") as unpacked:
        folder = Path(unpacked)
        for name, content in files.items():
            save_bytes(folder / name, content)
        return _delivered(read_library(folder, patience), manifest)


def _manifest_in(folder: Path) -> Manifest | None:
    path = folder / MANIFEST
    if not path.exists():
        return None
    try:
        return read_manifest(read_text(path, folder).encode())
    except Unreadable as error:
        raise Refused("share_damaged") from error


def _delivered(reading: Reading, manifest: Manifest | None) -> Delivery:
    errors = tuple(one for one in reading.problems if one.severity is Severity.ERROR)
    return Delivery(reading.library, manifest, errors)
