"""Shared texts as files in a folder, as `procedures/` is."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from app.files.disk import save_library_file
from app.files.document_writing import library_files
from app.files.library_layout import CATALOGUE_FILES, MAY_BE_MISSING
from app.files.sharing.manifest import MANIFEST, Manifest, write_manifest
from app.model.errors import Refused, Trouble
from app.model.library.catalogue import Library


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


def place_in(folder: Path, name: str, *, is_whole: bool) -> Path:
    """Return where files go that are to lie in a folder: in itself where it is empty.

    A whole library takes the place of one that was shared there before. All else gets a folder
    of its own name in it.
    """
    takes_place = is_whole and (folder / MANIFEST).is_file()
    return folder if takes_place or is_empty(folder) else folder / name


def write_folder(files: Mapping[str, str], folder: Path) -> None:
    """Write files into a new or empty folder, or over the library that lies there.

    `Refused`: share_folder_taken where something else lies there; `Trouble` as for any file.
    """
    if not (is_empty(folder) or (folder / MANIFEST).is_file()):
        raise Refused("share_folder_taken", path=str(folder))
    is_new, written = is_empty(folder), []
    try:
        for name, text in files.items():
            written.append(folder / name)
            save_library_file(folder / name, text)
    except Trouble:
        if is_new:
            _take_away(written, folder)
        raise


def _take_away(files: Sequence[Path], folder: Path) -> None:
    """Leave a folder as it was: half a library would be in the way of the next try."""
    for path in files:
        with suppress(OSError):
            path.unlink(missing_ok=True)
    for inside in sorted({parent for path in files for parent in path.parents}, reverse=True):
        if inside != folder and inside.is_relative_to(folder):
            with suppress(OSError):
                inside.rmdir()


def is_empty(folder: Path) -> bool:
    """Tell whether nothing that is seen lies in a folder; one that is not there yet is empty."""
    try:
        return all(path.name.startswith(".") for path in folder.iterdir())
    except FileNotFoundError:
        return True
    except OSError:
        return False
