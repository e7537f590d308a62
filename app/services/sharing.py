"""Texts for others: what is published here, as files or as one bundle.

Anyone may hand on what anyone may read. Only published texts go out: not drafts, and nothing of
who wrote what. `Refused`: share_nothing where nothing is published, share_unknown where
something that was asked for is not, share_folder_taken; `Trouble` where the disk refuses.
"""

from collections.abc import Collection
from pathlib import Path

from msgspec import Struct

from app.model.edits.id_naming import slug_of
from app.model.errors import Refused
from app.model.library.catalogue import Library
from app.model.library.stored_version import Kind
from app.model.library.target import Target
from app.model.sharing.register_lines import lines_of
from app.model.sharing.share_selecting import selection
from app.model.times import day_of
from app.services.library import shelf_of
from app.services.lineage import ours_of
from app.services.workplace import Workplace

BUNDLE_ENDING = ".roedtraad"


class Shared(Struct, frozen=True):
    """What was written, and where; `lines` are those of the registers that go along."""

    path: Path
    procedures: int
    cards: int
    tools: int
    lines: int


def share_as_bundle(
    workplace: Workplace, *, wanted: Collection[Target], title: str, path: Path
) -> Shared:
    """Write what is wanted with all that belongs to it as one file; everything for nothing."""
    from app.files.disk import save_bytes
    from app.files.sharing import write_bundle

    library, files = _files(workplace, wanted, title)
    save_bytes(path, write_bundle(files))
    return _shared(path, library)


def share_as_files(
    workplace: Workplace, *, wanted: Collection[Target], title: str, folder: Path
) -> Shared:
    """Write what is wanted as files, in a folder of their own where other things lie in this."""
    from app.files.sharing import place_in, write_folder

    library, files = _files(workplace, wanted, title)
    whole = place_in(folder, file_name(title), is_whole=not wanted)
    write_folder(files, whole)
    return _shared(whole, library)


def file_name(title: str) -> str:
    """Return a name for what is shared, without its ending."""
    return slug_of(title, "roed-traad")


def _files(
    workplace: Workplace, wanted: Collection[Target], title: str
) -> tuple[Library, dict[str, str]]:
    from app.files.sharing import Manifest, SharedText, shared_files

    with workplace.store.reading() as work:
        whole = shelf_of(work).library
        library = selection(whole, wanted)
        marked = work.items.marked()
    pages = (
        *((Kind.PROCEDURE, one.id) for one in library.procedures),
        *((Kind.CARD, one.id) for one in library.cards),
        *((Kind.TOOL, one.id) for one in library.tools),
    )
    for one in wanted:
        alone = selection(whole, (one,))
        if not (alone.procedures or alone.cards or alone.tools):
            raise Refused("share_unknown", name=one.ref)
    if not pages:
        raise Refused("share_nothing")
    texts = tuple(
        SharedText(kind.value, id_, ours_of(marked[kind, id_]).line) for kind, id_ in pages
    )
    manifest = Manifest(title, day_of(workplace.now()), texts)
    return library, shared_files(library, manifest)


def _shared(path: Path, library: Library) -> Shared:
    return Shared(
        path,
        len(library.procedures),
        len(library.cards),
        len(library.tools),
        len(lines_of(library.catalogue)),
    )
