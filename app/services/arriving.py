"""Texts from elsewhere brought in as was chosen: all of it or nothing.

What comes in becomes drafts, which someone other than who brought them approves; nothing that is
here is written over. The text as it came is kept beside, so that the next one from there can be
put together with ours. Only lines of the registers count at once, as they have no drafts.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, cast

from msgspec import Struct

from app.model.authoring import AnyPage, Deed
from app.model.catalogue import CATALOGUE_PARTS, Catalogue
from app.model.errors import Refused
from app.model.sharing.plan import Choices, IncomingPage, Plan
from app.model.sharing.registers import lines_of, with_lines
from app.model.sharing.standing import Choice
from app.model.version import Kind, VersionInfo, VersionState
from app.services.authoring import new_draft
from app.services.library import let_index_go, reindex
from app.services.lineage import Ours, ours_of
from app.services.rights import require_team_leader
from app.services.version_core import note_deed

if TYPE_CHECKING:
    from app.services.workplace import Workplace
    from app.store.unit_of_work import Work


class Arrived(Struct, frozen=True):
    """What was brought in: drafts, and how many lines of the registers."""

    drafts: tuple[VersionInfo, ...] = ()
    lines: int = 0


def bring_in(
    place: "Workplace",
    *,
    plan: Plan,
    choices: Choices,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Arrived:
    """Do what was chosen for each part of a plan; what nothing was chosen for stays as it is.

    `progress` is told how many texts of how many are done; what it raises stops it all.

    `Refused`: not_team_leader, share_outdated where something here has changed since the plan.
    """
    require_team_leader(place)
    with place.store.writing() as work:
        bringing = _Bringing(place, work, plan, choices)
        arrived = Arrived(tuple(bringing.pages(progress)), bringing.lines())
        work.commit()
    if arrived.lines:
        reindex(place)
    return arrived


class _Bringing:
    """One plan on its way into the database."""

    def __init__(self, place: "Workplace", work: "Work", plan: Plan, choices: Choices) -> None:
        self._place, self._work, self._plan, self._choices = place, work, plan, choices
        self._marked = work.items.marked()

    def pages(self, progress: Callable[[int, int], None]) -> Iterator[VersionInfo]:
        """Make a draft of each text that was taken, and put away what was not."""
        for number, page in enumerate(self._plan.pages):
            progress(number, len(self._plan.pages))
            choice = self._choices.get(page.key, Choice.WAIT)
            if choice is Choice.WAIT:
                continue
            document = page.outcome(choice)
            self._refuse_outdated(page)
            if document is not None:
                yield self._draft(page, document, is_merged=choice is Choice.MERGE)
            elif page.arrived is not None:
                self._settle(page.kind, page.theirs.id, page.arrived, Deed.DECLINED)

    def lines(self) -> int:
        """Let the lines that were taken count; return how many."""
        return sum(self._part(slug, registers) for slug, registers in CATALOGUE_PARTS.items())

    def _refuse_outdated(self, page: IncomingPage) -> None:
        ours = self._ours(page)
        if ours.mark != page.mark or page.arrived not in (None, ours.arrived):
            raise Refused("share_outdated")

    def _draft(self, page: IncomingPage, document: AnyPage, *, is_merged: bool) -> VersionInfo:
        deed = Deed.MERGED if is_merged else Deed.IMPORTED
        base, came = self._ours(page).published, self._as_it_came(page)
        return new_draft(self._place, self._work, document, base, deed=deed, other=came).info

    def _as_it_came(self, page: IncomingPage) -> int:
        """Return the number of their text as it came; it is kept where it was not here yet."""
        kind, slug = page.kind, page.theirs.id
        number = page.arrived
        if number is None:
            known = self._known(page)
            if known is not None:
                return known
            number = self._work.items.add_version(
                *(kind, slug, page.theirs),
                shipped=False,
                author=self._place.actor,
                now=self._place.now(),
            ).number
        self._settle(kind, slug, number, Deed.IMPORTED)
        return number

    def _known(self, page: IncomingPage) -> int | None:
        """Return the version that has just their text, where there is one."""
        from app.store.documents import fingerprint, write_document

        mark = fingerprint(write_document(page.theirs)).hex()
        versions = self._marked.get((page.kind, page.theirs.id), ())
        return next((one.info.number for one in versions if one.mark == mark), None)

    def _ours(self, page: IncomingPage) -> Ours:
        return ours_of(self._marked.get((page.kind, page.theirs.id), ()))

    def _settle(self, kind: Kind, slug: str, number: int, deed: Deed) -> None:
        """Put a text away as it came, with what was done with it."""
        now = self._place.now()
        self._work.items.set_state(kind, slug, number, VersionState.RETIRED, now=now)
        info = next(one for one in self._work.items.versions(kind, slug) if one.number == number)
        note_deed(self._place, self._work, info, deed, self._plan.name)

    def _part(self, slug: str, registers: tuple[str, ...]) -> int:
        """Let lines of one part of the registers count."""
        items, now = self._work.items, self._place.now()
        lines = [line for line in self._plan.lines if line.key[0] in registers]
        chosen = {line.key: self._choices.get(line.key, Choice.WAIT) for line in lines}
        taken = [line for line in lines if chosen[line.key] is Choice.TAKE]
        if taken:
            stored = items.published_version(Kind.CATALOGUE, slug)
            ours = cast("Catalogue", stored.document) if stored else Catalogue()
            here = lines_of(ours)
            if any(here.get(line.key) != line.ours for line in taken):
                raise Refused("share_outdated")
            whole = with_lines(ours, self._plan.catalogue, [line.key for line in taken])
            info = items.add_version(
                *(Kind.CATALOGUE, slug, whole),
                shipped=False,
                author=self._place.actor,
                now=now,
                base=stored.info.number if stored else None,
            )
            items.publish(Kind.CATALOGUE, slug, info.number, now=now)
            note_deed(self._place, self._work, info, Deed.IMPORTED, self._plan.name)
            let_index_go(self._work)
        if self._plan.is_update and lines and Choice.WAIT not in chosen.values():
            self._settle_part(slug, Deed.IMPORTED if taken else Deed.DECLINED)
        return len(taken)

    def _settle_part(self, slug: str, deed: Deed) -> None:
        arrived = ours_of(self._marked.get((Kind.CATALOGUE, slug), ())).arrived
        if arrived is not None:
            self._settle(Kind.CATALOGUE, slug, arrived, deed)
