"""The library: brought in from the files that ship, read for the window, searched.

A text that someone here has changed or approved is never overwritten: the shipped one arrives
beside it, to compare.
"""

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec
from msgspec import Struct

from app.log import What, timed
from app.model.authoring import Deed
from app.model.card import ActionCard
from app.model.catalogue import Catalogue, Library, parts_of
from app.model.errors import Refused
from app.model.findings import Place, Severity
from app.model.procedure import Procedure
from app.model.search import Entry, Hit
from app.model.sharing.registers import line_standings, with_lines
from app.model.sharing.standing import Standing
from app.model.tool import Tool
from app.model.version import Kind, VersionInfo, VersionState
from app.services.indexing import INDEX_FORMAT, act_names, entries_of
from app.services.lineage import registers_seen

if TYPE_CHECKING:
    from app.files import Problem, Reading
    from app.services.workplace import Workplace
    from app.store.documents import AnyDocument
    from app.store.items import Known
    from app.store.unit_of_work import Work

_FINGERPRINT = "library.shipped"
_INDEXED = "library.index"
_GONE = "library.gone"
"""What was taken out because it no longer ships; it comes back when it ships again."""

_NO_DIGITS = str.maketrans("0123456789", "ghijklmnop")
"""A row of digits in a fingerprint could be taken for a CPR number."""

_AFTER_Z = str.maketrans({"æ": "z{", "ø": "z|", "å": "z}"})


class Shelf(Struct, frozen=True):
    """The published library, with what is known of each version on it, by kind and id."""

    library: Library
    versions: dict[tuple[str, str], VersionInfo]


class Arrival(Struct, frozen=True):
    """A document that came in, changed or went."""

    kind: Kind
    slug: str


class ImportReport(Struct, frozen=True):
    """What came of bringing in the shipped library.

    `updated` are templates that took the place of older ones; `to_compare` arrived beside a text
    that is used here; `gone` no longer ship and were taken out. `problems` are files that could
    not be read: all others came in.
    """

    added: tuple[Arrival, ...] = ()
    updated: tuple[Arrival, ...] = ()
    to_compare: tuple[Arrival, ...] = ()
    gone: tuple[Arrival, ...] = ()
    problems: "tuple[Problem, ...]" = ()

    @property
    def changed(self) -> bool:
        """Whether anything is different from before."""
        return bool(self.added or self.updated or self.to_compare or self.gone)


Progress = Callable[[int], None]
"""Is told how far something has come, in percent."""

_READ, _BROUGHT_IN, _INDEXED_AT = 25, 75, 95
"""So far it has come, in percent, when the files are read, when they are in, and when all of it
was looked through for the search.
"""


def refresh_shipped(place: "Workplace", progress: Progress = lambda _: None) -> ImportReport:
    """Bring in what has shipped since the last time. Looks at names, sizes and times first.

    `progress` is told only where something is to be done.
    """
    report, progress = ImportReport(), _each_once(progress)
    with place.store.reading() as work:
        stored = work.settings.all()
    if place.shipped is not None:
        fingerprint = _fingerprint_of(place.shipped)
        if stored.get(_FINGERPRINT) != fingerprint:
            report = _bring_in(place, place.shipped, fingerprint, progress)
    if report.changed or stored.get(_INDEXED) != INDEX_FORMAT:
        progress(_BROUGHT_IN)
        reindex(place, progress)
    return report


def load_shelf(place: "Workplace") -> Shelf:
    """Read the published library."""
    with place.store.reading() as work:
        return shelf_of(work)


def search(place: "Workplace", query: str, limit: int = 30) -> tuple[Hit, ...]:
    """Find what fits the words and paragraphs typed so far, the best first."""
    with place.store.reading() as work:
        return work.search.find(query, limit)


def procedure_version(place: "Workplace", slug: str, number: int) -> Procedure:
    """Return a procedure as it was in a version. `Refused`: no_such_version."""
    with place.store.reading() as work:
        stored = work.items.version(Kind.PROCEDURE, slug, number)
    if stored is None:
        raise Refused("no_such_version", procedure=slug, version=str(number))
    return cast("Procedure", stored.document)


def versions_of(place: "Workplace", kind: Kind, slug: str) -> tuple[VersionInfo, ...]:
    """Return all versions of a document, the newest first."""
    with place.store.reading() as work:
        return work.items.versions(kind, slug)


def let_index_go(work: "Work") -> None:
    """Let the search index be made anew by whoever opens the folder, should we not come to it."""
    work.settings.remove(_INDEXED)


def reindex(place: "Workplace", progress: Progress = lambda _: None) -> None:
    """Make the search index anew from the published library.

    It is thought out while others may write, and again where one has published meanwhile.
    """
    with timed(What.INDEXED):
        while not _index_once(place, progress):
            pass


def _index_once(place: "Workplace", progress: Progress) -> bool:
    from app.store.search import prepare

    with place.store.reading() as work:
        stamp, library = work.items.stamp(), shelf_of(work).library
    catalogue = library.catalogue
    entries = _telling(list(entries_of(library)), progress)
    prepared = prepare(entries, catalogue.synonyms, act_names(catalogue))
    with place.store.writing() as work:
        if work.items.stamp() != stamp:
            return False
        work.search.fill(prepared)
        work.settings.put(_INDEXED, INDEX_FORMAT, now=place.now())
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


def _telling(entries: Sequence[Entry], progress: Progress) -> Iterator[Entry]:
    """Give entries one by one, and tell how far that is."""
    for number, entry in enumerate(entries):
        progress(_BROUGHT_IN + (_INDEXED_AT - _BROUGHT_IN) * number // len(entries))
        yield entry


# The shelf


def shelf_of(work: "Work") -> Shelf:
    """Read the published library within other work."""
    versions: dict[tuple[str, str], VersionInfo] = {}
    documents: list[AnyDocument] = []
    for stored in work.items.published():
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
    return Shelf(library, versions)


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
    place: "Workplace", folder: Path, fingerprint: str, progress: Progress
) -> ImportReport:
    from app.files import read_library

    progress(0)
    files = sum(1 for _ in _stats(os.fspath(folder), ""))
    reading = read_library(
        folder, told=lambda number: progress(min(_READ * number // max(files, 1), _READ))
    )
    with timed(What.IMPORTED), place.store.patience(), place.store.writing() as work:
        if work.settings.get(_FINGERPRINT) == fingerprint:
            return ImportReport()  # another window was first
        arriving = _Arriving(place, work, reading)
        arriving.bring_all(progress)
        report = arriving.report()
        if all(problem.severity is Severity.WARNING for problem in report.problems):
            work.settings.put(_FINGERPRINT, fingerprint, now=place.now())
        work.commit()
    return report


class _Arriving:
    """One reading of the shipped library on its way into the database."""

    def __init__(self, place: "Workplace", work: "Work", reading: "Reading") -> None:
        self._work = work
        self._reading = reading
        self._now = place.now()
        self._known = work.items.known()
        self._gone: set[str] = set(cast("list[str]", work.settings.get(_GONE) or []))
        self._report = ImportReport(problems=reading.problems)

    def report(self) -> ImportReport:
        return self._report

    def bring_all(self, progress: Progress) -> None:
        """Bring in each document, and take out what no longer ships."""
        arrived = dict(_documents(self._reading.library))
        for number, ((kind, slug), document) in enumerate(arrived.items()):
            progress(_READ + (_BROUGHT_IN - _READ) * number // len(arrived))
            self._bring(kind, slug, document)
        if not self._reading.has_errors and self._reading.library.procedures:
            for (kind, slug), known in self._known.items():
                if (kind, slug) not in arrived and kind is not Kind.CATALOGUE:
                    self._take_out(kind, slug, known)
        self._work.settings.put(_GONE, sorted(self._gone), now=self._now)

    def _bring(self, kind: Kind, slug: str, document: "AnyDocument") -> None:
        from app.store.documents import fingerprint, write_document

        known = self._known.get((kind, slug))
        was_gone = _name(kind, slug) in self._gone
        if known is None:
            self._add(kind, slug, document, "added", publish=True)
        elif was_gone:
            self._gone.discard(_name(kind, slug))
            self._add(kind, slug, document, "added", publish=True)
        elif known.latest_shipped != fingerprint(write_document(document)):
            if known.published is not None and known.published.is_template:
                self._add(kind, slug, document, "updated", publish=True)
            elif isinstance(document, Catalogue):
                self._bring_lines(slug, document)
            else:
                self._put_aside(kind, slug, Deed.OVERTAKEN)
                self._add(kind, slug, document, "to_compare", publish=False)

    def _bring_lines(self, slug: str, document: Catalogue) -> None:
        """Let new lines into a register that was changed here, and those that nobody changed.

        Lines that clash stay as they are, and the shipped register waits beside.
        """
        items, kind = self._work.items, Kind.CATALOGUE
        ours = items.published_version(kind, slug)
        if ours is None:
            return
        here = cast("Catalogue", ours.document)
        standings = line_standings(document, here, *registers_seen(self._work, slug))
        fresh = [key for key, how in standings.items() if how in (Standing.NEW, Standing.THERE)]
        clashes = Standing.BOTH in standings.values()
        self._put_aside(kind, slug, Deed.OVERTAKEN)
        self._add(kind, slug, document, "to_compare" if clashes else "updated", publish=False)
        if not clashes:
            self._put_aside(kind, slug, Deed.IMPORTED)
        if fresh:
            info = items.add_version(
                *(kind, slug, with_lines(here, document, fresh)),
                shipped=False,
                author="",
                now=self._now,
                base=ours.info.number,
            )
            items.publish(kind, slug, info.number, now=self._now)

    def _put_aside(self, kind: Kind, slug: str, deed: Deed) -> None:
        """Put the shipped text aside that waits to be compared, if there is one."""
        now, retired = self._now, VersionState.RETIRED
        for info in self._work.items.versions(kind, slug):
            if info.shipped and info.state is VersionState.DRAFT:
                self._work.items.set_state(kind, slug, info.number, retired, now=now)
                self._work.log.add(kind, slug, info.number, deed, at=now, actor="")

    def _add(
        self, kind: Kind, slug: str, document: "AnyDocument", how: str, *, publish: bool
    ) -> None:
        try:
            info = self._work.items.add_version(
                kind, slug, document, shipped=True, author="", now=self._now
            )
        except Refused as refused:
            self._blame(kind, slug, refused.code)
            return
        if publish:
            self._work.items.publish(kind, slug, info.number, now=self._now)
        self._note(how, kind, slug)

    def _take_out(self, kind: Kind, slug: str, known: "Known") -> None:
        if known.published is not None and known.published.is_template:
            self._work.items.retire(kind, slug, now=self._now)
            self._gone.add(_name(kind, slug))
            self._note("gone", kind, slug)

    def _note(self, how: str, kind: Kind, slug: str) -> None:
        noted = (*getattr(self._report, how), Arrival(kind, slug))
        self._report = msgspec.structs.replace(self._report, **{how: noted})

    def _blame(self, kind: Kind, slug: str, code: str) -> None:
        from app.files import Problem

        path, line = self._reading.place_line(Place(kind.value, slug)) or (slug, 1)
        problems = (*self._report.problems, Problem(path, line, code))
        self._report = msgspec.structs.replace(self._report, problems=problems)


def _documents(library: Library) -> "Iterator[tuple[tuple[Kind, str], AnyDocument]]":
    """Go through all that is stored of a library, each by kind and slug."""
    for slug, part in parts_of(library.catalogue).items():
        yield (Kind.CATALOGUE, slug), part
    for procedure in library.procedures:
        yield (Kind.PROCEDURE, procedure.id), procedure
    for card in library.cards:
        yield (Kind.CARD, card.id), card
    for tool in library.tools:
        yield (Kind.TOOL, tool.id), tool


def _name(kind: Kind, slug: str) -> str:
    return f"{kind.value}:{slug}"
