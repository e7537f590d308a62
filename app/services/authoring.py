"""Writing the library: drafts kept at every pause, and history.

A text that is being written is never dropped: where the draft it was meant for has changed in
another window, or is a draft no more, it is kept beside as a draft of its own. What changes
anything is refused with `not_team_leader` to those who are none, with no_such_draft or
no_such_version where what is asked for is not there, and with cpr_in_document where a text may
hold a CPR number.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from msgspec.structs import replace

from app.model.compare.merging import Merged, merge
from app.model.errors import Refused
from app.model.library.stored_version import Kind, VersionInfo, VersionState
from app.model.library.version_work import (
    AnyPage,
    Came,
    Deed,
    Draft,
    Fate,
    VersionStory,
    fate_of,
    kind_of,
    last_deed,
    sent_back,
)
from app.services.rights import require_team_leader
from app.services.version_core import document_of, draft_of, note_deed
from app.services.workplace import Workplace

if TYPE_CHECKING:
    from app.store.unit_of_work import Work


# Looking


def drafts_of(workplace: Workplace, *, kind: Kind, slug: str) -> tuple[Draft, ...]:
    """Return the drafts of a document, the last changed first; those of others too."""
    with workplace.store.reading() as work:
        return work.drafts.of(kind, slug)


def all_drafts(workplace: Workplace, *, mine: bool = False) -> tuple[Draft, ...]:
    """Return all drafts, or those of the one who works here, the last changed first."""
    with workplace.store.reading() as work:
        return work.drafts.all(author=workplace.actor if mine else None)


def who_sent_back(
    workplace: Workplace, drafts: Iterable[Draft]
) -> dict[tuple[Kind, str, int], str]:
    """Return who sent drafts back that were sent to be approved, by kind, id and number."""
    with workplace.store.reading() as work:
        keys = [(one.info.kind, one.info.slug, one.info.number) for one in drafts]
        return {
            (kind, slug, number): back.actor
            for kind, slug, number in keys
            if (back := sent_back(one for one in work.log.of(kind, slug) if one.number == number))
        }


def brought_in(workplace: Workplace, drafts: Iterable[Draft]) -> dict[tuple[Kind, str, int], str]:
    """Return which bundle drafts came in with, by kind, id and number; drafts of other texts are
    not among them.
    """
    found: dict[tuple[Kind, str, int], str] = {}
    with workplace.store.reading() as work:
        for info in (one.info for one in drafts):
            deeds = work.log.of(info.kind, info.slug)
            made = last_deed((one for one in deeds if one.number == info.number), Deed.IMPORTED)
            came = (one for one in deeds if made and one.number == made.other)
            if made is not None:
                note = last_deed(came, Deed.IMPORTED)
                found[info.kind, info.slug, info.number] = note.note if note else ""
    return found


def taken_ids(workplace: Workplace, *, kind: Kind) -> frozenset[str]:
    """Return the ids of a kind that are taken, by drafts and retired texts too."""
    with workplace.store.reading() as work:
        return work.items.slugs(kind)


def document_version(workplace: Workplace, *, kind: Kind, slug: str, number: int) -> AnyPage:
    """Return a document as it is, or was, in a version."""
    with workplace.store.reading() as work:
        return document_of(work, kind, slug, number)


def history_of(workplace: Workplace, *, kind: Kind, slug: str) -> tuple[VersionStory, ...]:
    """Return the versions of a document, the newest first, with who did what, when and why."""
    with workplace.store.reading() as work:
        deeds = work.log.of(kind, slug)
        trials = {trial.number: trial for trial in work.trials.of(kind, slug)}
        return tuple(
            VersionStory(
                info,
                tuple(deed for deed in deeds if deed.number == info.number),
                info.base,
                trials.get(info.number),
            )
            for info in work.items.versions(kind, slug)
        )


# Drafts


def keep_draft(
    workplace: Workplace,
    *,
    document: AnyPage,
    base: int | None,
    draft: int | None = None,
    mark: str = "",
) -> Draft:
    """Keep a text that is being written, as the draft of that number or as a new one.

    `base` is the version it was made of; `mark` that of the draft as it was last seen. Where the
    draft has changed since, or is none any more, the text is kept beside it.
    """
    require_team_leader(workplace)
    with workplace.store.writing() as work:
        kept = _kept(workplace, work, document, base, _meant(work, document, draft, mark), draft)
        work.commit()
    return kept


def keep_or_let_go(
    workplace: Workplace,
    *,
    document: AnyPage,
    base: int | None,
    draft: int | None = None,
    mark: str = "",
) -> Draft | None:
    """Keep a text as `keep_draft` does; one that is as what it was made of is no draft.

    Then the draft it was kept in goes, where no suggestion waits to be written into it, and None
    is returned. What another window has written meanwhile is not touched.
    """
    require_team_leader(workplace)
    with workplace.store.writing() as work:
        meant = _meant(work, document, draft, mark)
        fate = _fate(work, document, base, meant)
        kept = None
        if fate is Fate.STAYS:
            kept = _kept(workplace, work, document, base, meant, draft)
        elif meant is not None and fate is Fate.LET_GO:
            work.drafts.let_go(meant.info.kind, meant.info.slug, meant.info.number)
        elif meant is not None:
            _put_aside(workplace, work, meant.info)
        work.commit()
    return kept


def discard_draft(workplace: Workplace, *, kind: Kind, slug: str, number: int) -> None:
    """Put a draft aside; it stays in the history and can be restored."""
    require_team_leader(workplace)
    with workplace.store.writing() as work:
        found = draft_of(work, kind, slug, number)
        _put_aside(workplace, work, found.info)
        work.commit()


def merge_draft(
    workplace: Workplace,
    *,
    kind: Kind,
    slug: str,
    number: int,
    prefer: Iterable[tuple[str | int, ...]] = (),
) -> Merged:
    """Put the changes of a stale draft together with those published since; nothing is stored."""
    with workplace.store.reading() as work:
        draft = draft_of(work, kind, slug, number)
        current = work.items.published_number(kind, slug)
        theirs = draft.document if current is None else document_of(work, kind, slug, current)
        base = theirs if draft.base is None else document_of(work, kind, slug, draft.base)
    return merge(base, draft.document, theirs, tuple(prefer))


def rebase_draft(workplace: Workplace, *, number: int, document: AnyPage) -> Draft | None:
    """Go on from a stale draft with a text that has been put together with what was published.

    The draft gets the next number, and the old one stays in the history. Where all of it has been
    published meanwhile there is no draft to go on with, and None is returned.
    """
    require_team_leader(workplace)
    kind, slug = kind_of(document), document.id
    with workplace.store.writing() as work:
        old = draft_of(work, kind, slug, number)
        current = work.items.published_number(kind, slug)
        new = None
        if _fate(work, document, current, None) is Fate.STAYS:
            new = new_draft(workplace, work, document, current, deed=Deed.MERGED, other=number)
        stands = current if new is None else new.info.number
        if stands is not None:
            work.suggestions.follow(kind, slug, number, stands, now=workplace.now())
        _put_aside(workplace, work, old.info)
        work.commit()
    return new


def restore_version(workplace: Workplace, *, kind: Kind, slug: str, number: int) -> Draft:
    """Make a new draft of any version there has been. `Refused`: nothing_differs."""
    require_team_leader(workplace)
    with workplace.store.writing() as work:
        document = document_of(work, kind, slug, number)
        current = work.items.published_number(kind, slug)
        if _fate(work, document, current, None) is not Fate.STAYS:
            raise Refused("nothing_differs", version=str(current))
        draft = new_draft(workplace, work, document, current, deed=Deed.RESTORED, other=number)
        if any(
            one.draft == number and one.came is Came.ASIDE
            for one in work.suggestions.of(kind, slug)
        ):
            work.suggestions.follow(kind, slug, number, draft.info.number, now=workplace.now())
        work.commit()
    return draft


# What they have in common


def new_draft(
    workplace: Workplace,
    work: Work,
    document: AnyPage,
    base: int | None,
    *,
    deed: Deed = Deed.WRITTEN,
    other: int | None = None,
) -> Draft:
    """Add a draft; one that was meant for another draft (`other`) stands beside it."""
    kind, slug = kind_of(document), document.id
    info = work.items.add_version(
        *(kind, slug, document),
        shipped=False,
        author=workplace.actor,
        now=workplace.now(),
        base=base,
    )
    note_deed(workplace, work, info, deed, other=other)
    draft = draft_of(work, kind, slug, info.number)
    return replace(draft, beside=deed is Deed.WRITTEN and other is not None)


def _meant(work: Work, document: AnyPage, draft: int | None, mark: str) -> Draft | None:
    """Find the draft that a text was meant for, if it is as it was last seen."""
    found = None if draft is None else work.drafts.get(kind_of(document), document.id, draft)
    return found if found is not None and found.mark == mark else None


def _kept(
    workplace: Workplace,
    work: Work,
    document: AnyPage,
    base: int | None,
    meant: Draft | None,
    other: int | None,
) -> Draft:
    """Keep a text in the draft it was meant for, or else in a new one beside it."""
    if meant is None:
        return new_draft(workplace, work, document, base, other=other)
    kind, slug, number = meant.info.kind, meant.info.slug, meant.info.number
    if meant.document != document:
        work.drafts.overwrite(kind, slug, number, document, now=workplace.now())
        if workplace.actor not in work.log.writers(kind, slug, number):
            note_deed(workplace, work, meant.info, Deed.CHANGED)
    return draft_of(work, kind, slug, number)


def _fate(work: Work, document: AnyPage, base: int | None, meant: Draft | None) -> Fate:
    """Tell what becomes of a draft with a newer text; what speaks of its number lets it stay."""
    kind, slug = kind_of(document), document.id
    made_of = None if base is None else work.items.version(kind, slug, base)
    if made_of is None:
        return Fate.STAYS
    number = meant.info.number if meant else None
    answered = (one.draft for one in work.suggestions.of(kind, slug) if one.draft is not None)
    return fate_of(
        *(document, cast("AnyPage", made_of.document), number, work.log.of(kind, slug)),
        is_awaited=number is not None and number in answered,
    )


def _put_aside(workplace: Workplace, work: Work, info: VersionInfo) -> None:
    work.items.set_state(
        info.kind, info.slug, info.number, VersionState.RETIRED, now=workplace.now()
    )
    note_deed(workplace, work, info, Deed.DISCARDED)
