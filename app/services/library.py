"""The library: brought in from the files that ship, read for the window, searched."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from msgspec import Struct

from app.log import What, timed
from app.model.errors import Refused
from app.model.findings import Severity
from app.model.library.card import ActionCard
from app.model.library.catalogue import Catalogue, Library
from app.model.library.procedure import Procedure
from app.model.library.stored_version import Kind, VersionInfo, VersionState
from app.model.library.tool import Tool
from app.model.search_hits import SearchEntry, SearchHit
from app.services.indexing import INDEX_FORMAT, act_names, entries_of
from app.services.shipping import (
    BROUGHT_IN,
    READ,
    Arriving,
    ImportReport,
    Progress,
)

if TYPE_CHECKING:
    from app.services.workplace import Workplace
    from app.store.item_rows import NewerStored, Stored
    from app.store.stored_documents import AnyDocument
    from app.store.unit_of_work import Work

_FINGERPRINT = "library.shipped"
_INDEXED = "library.index"
_NO_DIGITS = str.maketrans("0123456789", "ghijklmnop")
"""A row of digits in a fingerprint could be taken for a CPR number."""

_AFTER_Z = str.maketrans({"æ": "z{", "ø": "z|", "å": "z}"})


class Shelf(Struct, frozen=True):
    """The published library, with what is known of each version on it, by kind and id.

    `newer` is what is in the folder and not here: a newer program has written it. Of registers the
    last that can be read counts meanwhile.
    """

    library: Library
    versions: dict[tuple[str, str], VersionInfo]
    newer: "tuple[NewerStored, ...]" = ()


_INDEXED_AT = 95
"""So far it has come, in percent, when all of it was looked through for the search."""


def refresh_shipped(workplace: "Workplace", progress: Progress = lambda _: None) -> ImportReport:
    """Bring in what has shipped since the last time. Looks at names, sizes and times first.

    `progress` is told only where something is to be done.
    """
    report, progress = ImportReport(), _each_once(progress)
    with workplace.store.reading() as work:
        stored = work.settings.all()
    if workplace.shipped is not None:
        fingerprint = _fingerprint_of(workplace.shipped)
        if stored.get(_FINGERPRINT) != fingerprint:
            report = _bring_in(workplace, workplace.shipped, fingerprint, progress)
    if report.changed or stored.get(_INDEXED) != INDEX_FORMAT:
        progress(BROUGHT_IN)
        reindex(workplace, progress)
    return report


def load_shelf(workplace: "Workplace") -> Shelf:
    """Read the published library."""
    with workplace.store.reading() as work:
        return shelf_of(work)


def search(workplace: "Workplace", query: str, limit: int = 30) -> tuple[SearchHit, ...]:
    """Find what fits the words and paragraphs typed so far, the best first."""
    with workplace.store.reading() as work:
        return work.search.find(query, limit)


def procedure_version(workplace: "Workplace", slug: str, number: int) -> Procedure:
    """Return a procedure as it was in a version. `Refused`: no_such_version."""
    with workplace.store.reading() as work:
        stored = work.items.version(Kind.PROCEDURE, slug, number)
    if stored is None:
        raise Refused("no_such_version", procedure=slug, version=str(number))
    return cast("Procedure", stored.document)


def versions_of(workplace: "Workplace", kind: Kind, slug: str) -> tuple[VersionInfo, ...]:
    """Return all versions of a document, the newest first."""
    with workplace.store.reading() as work:
        return work.items.versions(kind, slug)


def let_index_go(work: "Work") -> None:
    """Let the search index be made anew by whoever opens the folder, should we not come to it."""
    work.settings.remove(_INDEXED)


def reindex(workplace: "Workplace", progress: Progress = lambda _: None) -> None:
    """Make the search index anew from the published library.

    It is thought out while others may write, and again where one has published meanwhile.
    """
    with timed(What.INDEXED):
        while not _index_once(workplace, progress):
            pass


def _index_once(workplace: "Workplace", progress: Progress) -> bool:
    from app.store.search import prepare

    with workplace.store.reading() as work:
        stamp, library = work.items.stamp(), shelf_of(work).library
    catalogue = library.catalogue
    entries = _telling(list(entries_of(library)), progress)
    prepared = prepare(entries, catalogue.synonyms, act_names(catalogue))
    with workplace.store.writing() as work:
        if work.items.stamp() != stamp:
            return False
        work.search.fill(prepared)
        work.settings.put(_INDEXED, INDEX_FORMAT, now=workplace.now())
        work.commit()
    return True


def _each_once(progress: Progress) -> Progress:
    """Tell of each percent once, however many steps there are to one."""
    told: set[int] = set()

    def tell(percent: int) -> None:
        if percent not in told:
            told.add(percent)
            progress(percent)

    return tell


def _telling(entries: Sequence[SearchEntry], progress: Progress) -> Iterator[SearchEntry]:
    """Give entries one by one, and tell how far that is."""
    for number, entry in enumerate(entries):
        progress(BROUGHT_IN + (_INDEXED_AT - BROUGHT_IN) * number // len(entries))
        yield entry


# The shelf


def shelf_of(work: "Work") -> Shelf:
    """Read the published library within other work."""
    from app.store.item_rows import NewerStored

    versions: dict[tuple[str, str], VersionInfo] = {}
    documents: list[AnyDocument] = []
    found = list(work.items.published())
    newer = [one for one in found if isinstance(one, NewerStored)]
    for stored in (
        _in_its_place(work, one) if isinstance(one, NewerStored) else one for one in found
    ):
        if stored is not None:
            versions[stored.info.kind, stored.info.slug] = stored.info
            documents.append(stored.document)
    catalogue = whole_of([one for one in documents if isinstance(one, Catalogue)])
    rank = {theme.id: number for number, theme in enumerate(catalogue.themes)}

    def stands(document: Procedure | ActionCard | Tool) -> tuple[int, str, str]:
        by_title = document.title.lower().translate(_AFTER_Z)
        return rank.get(document.theme, len(rank)), by_title, document.id

    library = Library(
        catalogue,
        tuple(sorted((one for one in documents if isinstance(one, Procedure)), key=stands)),
        tuple(sorted((one for one in documents if isinstance(one, ActionCard)), key=stands)),
        tuple(sorted((one for one in documents if isinstance(one, Tool)), key=stands)),
    )
    return Shelf(library, versions, (*newer, *work.items.newer_drafts()))


def _in_its_place(work: "Work", newer: "NewerStored") -> "Stored | None":
    """Return what counts as long as what a newer program wrote cannot be read.

    A procedure that is out of date must not pass for the one that counts. All texts lean on the
    registers, and those that were there before are nearly the same.
    """
    info = newer.info
    if info.kind is not Kind.CATALOGUE:
        return None
    settled = (VersionState.PUBLISHED, VersionState.RETIRED)
    texts = work.items.texts_of(info.kind, info.slug)
    return next((one for one in texts if one.info.state in settled), None)


def whole_of(parts: Sequence[Catalogue]) -> Catalogue:
    """Put parts of the catalogue together."""
    return Catalogue(
        *(
            tuple(one for part in parts for one in getattr(part, name))
            for name in Catalogue.__struct_fields__
        )
    )


# The shipped files


def _fingerprint_of(folder: Path) -> str:
    """Tell by names, sizes and times whether any file has changed, without reading one."""
    digest = hashlib.sha256()
    for line in sorted(_stats(os.fspath(folder), "")):
        digest.update(line.encode("utf-8", "replace"))
    return digest.hexdigest().translate(_NO_DIGITS)


def _stats(folder: str, name: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as found:
            for one in found:
                below = f"{name}/{one.name}"
                if one.is_dir(follow_symlinks=False):
                    yield from _stats(one.path, below)
                else:
                    stat = one.stat(follow_symlinks=False)
                    yield f"{below}\0{stat.st_size}\0{stat.st_mtime_ns}\n"
    except OSError:
        yield f"{name}\0unreadable\n"


def _bring_in(
    workplace: "Workplace", folder: Path, fingerprint: str, progress: Progress
) -> ImportReport:
    from app.files import read_library

    progress(0)
    files = sum(1 for _ in _stats(os.fspath(folder), ""))
    reading = read_library(
        folder, told=lambda number: progress(min(READ * number // max(files, 1), READ))
    )
    with timed(What.IMPORTED), workplace.store.patience(), workplace.store.writing() as work:
        if work.settings.get(_FINGERPRINT) == fingerprint:
            return ImportReport()  # another window was first
        arriving = Arriving(workplace, work, reading)
        arriving.bring_all(progress)
        report = arriving.report()
        if all(problem.severity is Severity.WARNING for problem in report.problems):
            work.settings.put(_FINGERPRINT, fingerprint, now=workplace.now())
        work.commit()
    return report
