"""The library as it is stored: read for the window, and searched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from app.log import What, timed
from app.model.library.assembly import library_of, whole_of
from app.model.library.catalogue import Catalogue, Library
from app.model.library.stored_version import Kind, VersionInfo, VersionState
from app.model.search_hits import SearchEntry, SearchHit
from app.services.index_filling import INDEXED, put_in
from app.services.indexing import INDEX_FORMAT, act_names, entries_of
from app.services.shipping import (
    BROUGHT_IN,
    Progress,
)
from app.services.workplace import Workplace

if TYPE_CHECKING:
    from app.store.item_rows import NewerStored, Stored
    from app.store.stored_documents import AnyDocument
    from app.store.unit_of_work import Work


class Shelf(Struct, frozen=True):
    """The published library, with what is known of each version on it, by kind and id.

    `newer` is what is in the folder and not here: a newer program has written it. Of registers the
    last that can be read counts meanwhile.
    """

    library: Library
    versions: dict[tuple[str, str], VersionInfo]
    newer: tuple[NewerStored, ...] = ()


_INDEXED_AT = 95
"""So far it has come, in percent, when all of it was looked through for the search."""


def load_shelf(workplace: Workplace) -> Shelf:
    """Read the published library."""
    with workplace.store.reading() as work:
        return shelf_of(work)


def search(workplace: Workplace, query: str, limit: int = 30) -> tuple[SearchHit, ...]:
    """Find what fits the words and paragraphs typed so far, the best first."""
    with workplace.store.reading() as work:
        return work.search.find(query, limit)


def is_indexed(work: Work) -> bool:
    """Whether what is published can be found as this version of the program indexes it."""
    return work.settings.get(INDEXED) == INDEX_FORMAT


def let_index_go(work: Work) -> None:
    """Let the search index be made anew by whoever opens the folder, should we not come to it."""
    work.settings.remove(INDEXED)


def reindex(workplace: Workplace, progress: Progress = lambda _: None) -> None:
    """Make the search index anew from the published library.

    It is thought out while others may write, and again where one has published meanwhile.
    """
    with timed(What.INDEXED):
        while not _index_once(workplace, progress):
            pass


def _index_once(workplace: Workplace, progress: Progress) -> bool:
    from app.store.search import prepare

    with workplace.store.reading() as work:
        stamp, library = work.items.stamp(), shelf_of(work).library
    catalogue = library.catalogue
    entries = _telling(list(entries_of(library)), progress)
    prepared = prepare(entries, catalogue.synonyms, act_names(catalogue))
    return put_in(workplace, prepared, stamp, INDEX_FORMAT)


def _telling(entries: Sequence[SearchEntry], progress: Progress) -> Iterator[SearchEntry]:
    """Give entries one by one, and tell how far that is."""
    for number, entry in enumerate(entries):
        progress(BROUGHT_IN + (_INDEXED_AT - BROUGHT_IN) * number // len(entries))
        yield entry


# The shelf


def shelf_of(work: Work) -> Shelf:
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
    registers = whole_of([one for one in documents if isinstance(one, Catalogue)])
    library = library_of(registers, documents)
    return Shelf(library, versions, (*newer, *work.items.newer_drafts()))


def _in_its_place(work: Work, newer: NewerStored) -> Stored | None:
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
