"""Shared texts as files in a folder, as `procedures/` is."""

from collections.abc import Mapping
from pathlib import Path

from app.files.disk import save_library_file
from app.files.layout import CATALOGUE_FILES, MAY_BE_MISSING
from app.files.sharing.manifest import MANIFEST, Manifest, write_manifest
from app.files.writing import library_files
from app.model.catalogue import Library
from app.model.errors import Refused


def shared_files(library: Library, manifest: Manifest) -> dict[str, str]:
    """Write texts and slip; each under the path of its file. What may be missing is when empty."""
    empty = {
        name
        for name in MAY_BE_MISSING
        if not any(
            getattr(library.catalogue, key) for key in CATALOGUE_FILES[name].__struct_fields__
        )
    }
    files = {name: text for name, text in library_files(library).items() if name not in empty}
    return {**files, MANIFEST: write_manifest(manifest)}


def write_folder(files: Mapping[str, str], folder: Path) -> None:
    """Write files into a new or empty folder, or over the library that lies there.

    `Refused`: share_folder_taken where something else lies there; `Trouble` as for any file.
    """
    if not may_hold_library(folder):
        raise Refused("share_folder_taken", path=str(folder))
    for name, text in files.items():
        save_library_file(folder / name, text)


def may_hold_library(folder: Path) -> bool:
    """Tell whether nothing that is seen lies in a folder, or a library of which our slip tells."""
    if not folder.exists():
        return True
    if not folder.is_dir():
        return False
    try:
        is_empty = all(path.name.startswith(".") for path in folder.iterdir())
    except OSError:
        return False
    return is_empty or (folder / MANIFEST).is_file()
