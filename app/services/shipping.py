"""The shipped library on its way into the database.

A text that someone here has changed or approved is never overwritten: the shipped one arrives
beside it, to compare. What a newer program has written is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

import msgspec

from app.model.errors import Refused
from app.model.findings import FindingPlace
from app.model.library.catalogue import Catalogue, Library, parts_of
from app.model.library.stored_version import Kind, VersionState
from app.model.library.version_work import Deed
from app.model.sharing.register_lines import line_standings, with_lines
from app.model.sharing.text_standing import TextStanding
from app.services.import_report import Arrival, ImportReport
from app.services.lineage import registers_seen
from app.services.workplace import Workplace

if TYPE_CHECKING:
    from app.files import Reading
    from app.store.item_rows import KnownItem
    from app.store.stored_documents import AnyDocument
    from app.store.unit_of_work import Work

_GONE = "library.gone"
"""What was taken out because it no longer ships; it comes back when it ships again."""

READ, BROUGHT_IN = 25, 75
"""So far it has come, in percent, when the files are read, and when they are in."""

Progress = Callable[[int], None]
"""Is told how far something has come, in percent."""


class Arriving:
    """One reading of the shipped library on its way into the database."""

    def __init__(self, workplace: Workplace, work: Work, reading: Reading) -> None:
        self._work = work
        self._reading = reading
        self._now = workplace.now()
        self._known = work.items.known()
        self._gone: set[str] = set(cast("list[str]", work.settings.get(_GONE) or []))
        self._report = ImportReport(problems=reading.problems)

    def report(self) -> ImportReport:
        return self._report

    def bring_all(self, progress: Progress) -> None:
        """Bring in each document, and take out what no longer ships."""
        arrived = dict(_documents(self._reading.library))
        for number, ((kind, slug), document) in enumerate(arrived.items()):
            progress(READ + (BROUGHT_IN - READ) * number // len(arrived))
            self._bring(kind, slug, document)
        if not self._reading.has_errors and self._reading.library.procedures:
            for (kind, slug), known in self._known.items():
                if (kind, slug) not in arrived and kind is not Kind.CATALOGUE:
                    self._take_out(kind, slug, known)
        self._work.settings.put(_GONE, sorted(self._gone), now=self._now)

    def _bring(self, kind: Kind, slug: str, document: AnyDocument) -> None:
        from app.store.stored_documents import fingerprint, write_document

        known = self._known.get((kind, slug))
        if known is not None and known.is_newer:
            return
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
        fresh = [
            key for key, how in standings.items() if how in (TextStanding.NEW, TextStanding.THERE)
        ]
        clashes = TextStanding.BOTH in standings.values()
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
        self, kind: Kind, slug: str, document: AnyDocument, how: str, *, publish: bool
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

    def _take_out(self, kind: Kind, slug: str, known: KnownItem) -> None:
        is_template = known.published is not None and known.published.is_template
        if is_template and not known.is_newer:
            self._work.items.retire(kind, slug, now=self._now)
            self._gone.add(_name(kind, slug))
            self._note("gone", kind, slug)

    def _note(self, how: str, kind: Kind, slug: str) -> None:
        noted = (*getattr(self._report, how), Arrival(kind, slug))
        self._report = msgspec.structs.replace(self._report, **{how: noted})

    def _blame(self, kind: Kind, slug: str, code: str) -> None:
        from app.files import Problem

        path, line = self._reading.place_line(FindingPlace(kind.value, slug)) or (slug, 1)
        problems = (*self._report.problems, Problem(path, line, code))
        self._report = msgspec.structs.replace(self._report, problems=problems)


def _documents(library: Library) -> Iterator[tuple[tuple[Kind, str], AnyDocument]]:
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
