"""Texts from elsewhere brought in as was chosen: all of it or nothing.

What comes in becomes drafts, which someone other than who brought them approves; nothing that is
here is written over. The text as it came is kept beside, so that the next one from there can be
put together with ours. Only lines of the registers count at once, as they have no drafts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from msgspec import Struct

from app.model.errors import Refused
from app.model.library.catalogue import CATALOGUE_PARTS, Catalogue
from app.model.library.stored_version import Kind, VersionInfo, VersionState
from app.model.library.version_work import Deed
from app.model.sharing.arrival_plan import ArrivalPlan, Choices, IncomingPage
from app.model.sharing.register_lines import lines_of, with_lines
from app.model.sharing.text_standing import ArrivalChoice
from app.services.kept_texts import message_of
from app.services.library import let_index_go, reindex
from app.services.lineage import Ours, ours_of
from app.services.rights import require_team_leader
from app.services.version_core import note_deed
from app.services.workplace import Workplace

if TYPE_CHECKING:
    from app.store.arrival_rows import ArrivingVersion, Done, Key, Ready
    from app.store.unit_of_work import Work


class Arrived(Struct, frozen=True):
    """What was brought in: drafts, and how many lines of the registers."""

    drafts: tuple[VersionInfo, ...] = ()
    lines: int = 0


def bring_in(
    workplace: Workplace,
    *,
    plan: ArrivalPlan,
    choices: Choices,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Arrived:
    """Do what was chosen for each part of a plan; what nothing was chosen for stays as it is.

    `progress` is told how many texts of how many are done; what it raises stops it all.

    `Refused`: not_team_leader, share_outdated where something here has changed since the plan.
    """
    require_team_leader(workplace)
    taken = _made_ready(plan, choices, progress)
    with workplace.store.patience(), workplace.store.writing() as work:
        bringing = _Bringing(workplace, work, plan, choices)
        arrived = Arrived(bringing.pages(taken), bringing.lines())
        work.commit()
    if arrived.lines:
        reindex(workplace)
    return arrived


class _Taken(Struct, frozen=True):
    """What was chosen for a text: a draft is made, and theirs kept as it came, or neither."""

    page: IncomingPage
    deed: Deed
    draft: Ready | None = None
    theirs: Ready | None = None


def _made_ready(
    plan: ArrivalPlan, choices: Choices, progress: Callable[[int, int], None]
) -> tuple[_Taken, ...]:
    """Do all that needs no database, while every window can write: most of the time it takes."""
    found = []
    for number, page in enumerate(plan.pages):
        progress(number, len(plan.pages))
        choice = choices.get(page.key, ArrivalChoice.WAIT)
        if choice is not ArrivalChoice.WAIT:
            found.append(_taken(page, choice))
    return tuple(found)


def _taken(page: IncomingPage, choice: ArrivalChoice) -> _Taken:
    from app.store.arrival_rows import make_ready

    document = page.outcome(choice)
    if document is None:
        return _Taken(page, Deed.DECLINED)
    deed = Deed.MERGED if choice is ArrivalChoice.MERGE else Deed.IMPORTED
    theirs = make_ready(page.theirs)
    return _Taken(page, deed, theirs if document is page.theirs else make_ready(document), theirs)


class _Bringing:
    """One plan on its way into the database: here every other window waits, so it is quick."""

    def __init__(
        self, workplace: Workplace, work: Work, plan: ArrivalPlan, choices: Choices
    ) -> None:
        self._workplace, self._work, self._plan, self._choices = workplace, work, plan, choices
        self._marked = work.items.marked()
        self._why = message_of(plan.name)
        self._new: list[ArrivingVersion] = []
        self._done: list[Done] = []
        self._away: list[Key] = []

    def pages(self, taken: Sequence[_Taken]) -> tuple[VersionInfo, ...]:
        """Make a draft of each text that was taken, and put away what was not."""
        for one in taken:
            self._refuse_outdated(one.page)
            if one.draft is not None and one.theirs is not None:
                self._take(one, one.draft, one.theirs)
            elif one.page.arrived is not None:
                self._put_away(one.page, one.page.arrived, Deed.DECLINED)
        arrivals, now, actor = self._work.arrivals, self._workplace.now(), self._workplace.actor
        infos = arrivals.add(self._new, author=actor, now=now)
        arrivals.put_away(self._away, now=now)
        arrivals.note(self._done, actor=actor, at=now)
        return tuple(info for info in infos if info.state is VersionState.DRAFT)

    def lines(self) -> int:
        """Let the lines that were taken count; return how many."""
        return sum(self._part(slug, registers) for slug, registers in CATALOGUE_PARTS.items())

    def _refuse_outdated(self, page: IncomingPage) -> None:
        ours = self._ours(page)
        if ours.mark != page.mark or page.arrived not in (None, ours.arrived):
            raise Refused("share_outdated")

    def _take(self, taken: _Taken, draft: Ready, theirs: Ready) -> None:
        """Make a draft, and keep their text as it came where it was not here yet."""
        page = taken.page
        versions = self._marked.get((page.kind, page.theirs.id), ())
        newest = versions[0].info.number if versions else 0
        came = page.arrived
        if came is not None:
            self._put_away(page, came, Deed.IMPORTED)
        else:
            mark = theirs.sha256.hex()
            came = next((one.info.number for one in versions if one.mark == mark), None)
        if came is None:
            came = newest = newest + 1
            self._add(page, came, theirs, VersionState.RETIRED, None)
            self._note(page, came, Deed.IMPORTED, self._why)
        self._add(page, newest + 1, draft, VersionState.DRAFT, self._ours(page).published)
        self._note(page, newest + 1, taken.deed, other=came)

    def _put_away(self, page: IncomingPage, number: int, deed: Deed) -> None:
        """Put a text away that is here as it came, with what was done with it."""
        self._away.append((page.kind, page.theirs.id, number))
        self._note(page, number, deed, self._why)

    def _add(
        self, page: IncomingPage, number: int, ready: Ready, state: VersionState, base: int | None
    ) -> None:
        from app.store.arrival_rows import ArrivingVersion

        key = page.kind, page.theirs.id, number
        self._new.append(ArrivingVersion(key, ready, state, base))

    def _note(
        self, page: IncomingPage, number: int, deed: Deed, note: str = "", other: int | None = None
    ) -> None:
        from app.store.arrival_rows import Done

        self._done.append(Done((page.kind, page.theirs.id, number), deed, note, other))

    def _ours(self, page: IncomingPage) -> Ours:
        return ours_of(self._marked.get((page.kind, page.theirs.id), ()))

    def _settle(self, kind: Kind, slug: str, number: int, deed: Deed) -> None:
        """Put a text away as it came, with what was done with it."""
        now = self._workplace.now()
        self._work.items.set_state(kind, slug, number, VersionState.RETIRED, now=now)
        info = next(one for one in self._work.items.versions(kind, slug) if one.number == number)
        note_deed(self._workplace, self._work, info, deed, self._plan.name)

    def _part(self, slug: str, registers: tuple[str, ...]) -> int:
        """Let lines of one part of the registers count."""
        items, now = self._work.items, self._workplace.now()
        lines = [line for line in self._plan.lines if line.key[0] in registers]
        chosen = {line.key: self._choices.get(line.key, ArrivalChoice.WAIT) for line in lines}
        taken = [line for line in lines if chosen[line.key] is ArrivalChoice.TAKE]
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
                author=self._workplace.actor,
                now=now,
                base=stored.info.number if stored else None,
            )
            items.publish(Kind.CATALOGUE, slug, info.number, now=now)
            note_deed(self._workplace, self._work, info, Deed.IMPORTED, self._plan.name)
            let_index_go(self._work)
        if self._plan.is_update and lines and ArrivalChoice.WAIT not in chosen.values():
            self._settle_part(slug, Deed.IMPORTED if taken else Deed.DECLINED)
        return len(taken)

    def _settle_part(self, slug: str, deed: Deed) -> None:
        arrived = ours_of(self._marked.get((Kind.CATALOGUE, slug), ())).arrived
        if arrived is not None:
            self._settle(Kind.CATALOGUE, slug, arrived, deed)
