"""How texts from elsewhere stand to those here: the plan of what would come in. Stores nothing.

Refused with `not_team_leader` to those who are none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from app.model.compare.merging import Merged, merge
from app.model.cpr import holds_cpr
from app.model.errors import Refused
from app.model.library.assembly import whole_of
from app.model.library.catalogue import CATALOGUE_PARTS, Catalogue, Library
from app.model.library.stored_version import Kind
from app.model.library.version_work import AnyPage, kind_of
from app.model.sharing.arrival_plan import ArrivalPlan, IncomingLine, IncomingPage
from app.model.sharing.register_lines import line_standings, lines_of
from app.model.sharing.text_standing import TextStanding, standing_of
from app.services.library import shelf_of
from app.services.lineage import Ours, ours_of, registers_seen
from app.services.rights import require_team_leader
from app.services.version_core import document_of
from app.services.workplace import Workplace

if TYPE_CHECKING:
    from app.files import Problem
    from app.store.item_rows import Marked
    from app.store.unit_of_work import Work

    _AllMarked = Mapping[tuple[Kind, str], tuple[Marked, ...]]


class Looked(Struct, frozen=True):
    """What was found in a file: a plan, or what is wrong in it so that nothing can come in."""

    plan: ArrivalPlan
    problems: tuple[Problem, ...] = ()


def look_into(
    workplace: Workplace, *, path: Path, stop: Callable[[], bool] = lambda: False
) -> Looked:
    """Read what others sent, and tell how each text stands to the one here.

    Each is looked at in a moment of its own, so that others come to the database in between; what
    changes meanwhile is noticed when the plan is carried out. `stop` is asked before each.
    `Refused`: the codes of app.files.sharing, and share_holds_cpr.
    """
    from app.files.sharing import read_delivery

    require_team_leader(workplace)
    delivery = read_delivery(path, stop)
    name = "" if holds_cpr(path.name) else path.name
    if delivery.problems:
        return Looked(ArrivalPlan(name, (), (), Catalogue()), delivery.problems)
    known = delivery.manifest.lines if delivery.manifest else {}
    catalogue = delivery.library.catalogue
    with workplace.store.reading() as work:
        marked = work.items.marked()
    pages = []
    for page in _pages_of(delivery.library):
        if stop():
            raise Refused("share_stopped")
        with workplace.store.reading() as work:
            line = known.get((kind_of(page).value, page.id), ())
            pages.append(_Looking(work, marked).page(page, line))
    with workplace.store.reading() as work:
        lines = tuple(_Looking(work, marked).lines(catalogue))
    return Looked(ArrivalPlan(name, tuple(pages), lines, catalogue))


def look_at_updates(workplace: Workplace) -> ArrivalPlan:
    """Tell how the texts stand that came with the program and met one of ours."""
    require_team_leader(workplace)
    with workplace.store.reading() as work:
        looking = _Looking(work, work.items.marked())
        arrived = [stored.document for stored in work.items.arrived()]
        catalogue = whole_of([one for one in arrived if isinstance(one, Catalogue)])
        return ArrivalPlan(
            "",
            tuple(looking.update(one) for one in arrived if not isinstance(one, Catalogue)),
            tuple(looking.line_updates(catalogue)),
            catalogue,
            is_update=True,
        )


def updates_waiting(workplace: Workplace) -> int:
    """Return how many texts came with the program and wait beside one of ours."""
    with workplace.store.reading() as work:
        return sum(1 for _ in work.items.arrived())


class _Looking:
    """Looks at one moment of the library; `marked` are the marks of what is in it."""

    def __init__(self, work: Work, marked: _AllMarked) -> None:
        self._work = work
        self._marked = marked

    def page(self, theirs: AnyPage, known: tuple[str, ...]) -> IncomingPage:
        """Tell how a text stands; `known` is the line it was handed on with."""
        from app.store.stored_documents import fingerprint, write_document

        _refuse_cpr(theirs)
        mark = fingerprint(write_document(theirs)).hex()
        return self._page(theirs, tuple(dict.fromkeys((mark, *known))), self._ours(theirs))

    def update(self, theirs: AnyPage) -> IncomingPage:
        """Tell how a text stands that came with the program."""
        ours = self._ours(theirs)
        return self._page(theirs, ours.shipped, ours, ours.arrived)

    def lines(self, theirs: Catalogue) -> Iterator[IncomingLine]:
        """Tell how the lines of the registers stand."""
        _refuse_cpr(theirs)
        ours = shelf_of(self._work).library.catalogue
        here, there = lines_of(ours), lines_of(theirs)
        seen, shipped = [], []
        for slug in CATALOGUE_PARTS:
            had, came = registers_seen(self._work, slug)
            seen += had
            shipped += came
        for key, standing in line_standings(theirs, ours, seen, shipped).items():
            yield IncomingLine(key, there[key], standing, here.get(key))

    def line_updates(self, theirs: Catalogue) -> Iterator[IncomingLine]:
        """Tell of the lines that clash; all others came in by themselves."""
        for line in self.lines(theirs):
            if line.standing in (TextStanding.THERE, TextStanding.BOTH):
                yield IncomingLine(line.key, line.theirs, line.standing, line.ours, is_update=True)

    def _ours(self, theirs: AnyPage) -> Ours:
        return ours_of(self._marked.get((kind_of(theirs), theirs.id), ()))

    def _page(
        self, theirs: AnyPage, line: tuple[str, ...], ours: Ours, arrived: int | None = None
    ) -> IncomingPage:
        kind = kind_of(theirs)
        standing, base = standing_of(line, ours.line)
        document, merged = None, None
        if ours.number is not None:
            document = document_of(self._work, kind, theirs.id, ours.number)
            if standing is TextStanding.BOTH and base:
                merged = self._merged(base, document, theirs)
        if merged is not None and merged.document == document and not merged.conflicts:
            standing, merged = TextStanding.HERE, None
        return IncomingPage(
            kind,
            theirs,
            standing,
            document,
            ours.number,
            ours.mark,
            is_retired=ours.is_retired,
            is_waiting=standing is not TextStanding.SAME and line[0] in ours.waiting,
            merged=merged,
            arrived=arrived,
            counts=ours.published is not None,
        )

    def _merged(self, base: str, ours: AnyPage, theirs: AnyPage) -> Merged:
        """Put both together, by the text that both came from."""
        kind, slug = kind_of(theirs), theirs.id
        number = next(one.info.number for one in self._marked[kind, slug] if one.mark == base)
        return merge(document_of(self._work, kind, slug, number), ours, theirs)


def _pages_of(library: Library) -> Iterable[AnyPage]:
    return (*library.procedures, *library.cards, *library.tools)


def _refuse_cpr(document: AnyPage | Catalogue) -> None:
    """Stop before anything is shown where a text could not be kept. `Refused`: share_holds_cpr."""
    from app.store.guard import refuse_cpr

    title = "" if isinstance(document, Catalogue) else document.title
    try:
        refuse_cpr(document, "share_holds_cpr")
    except Refused as refused:
        raise Refused("share_holds_cpr", title="" if holds_cpr(title) else title) from refused
