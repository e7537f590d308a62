"""Writing the library: drafts kept at every pause, history, comparison.

A text that is being written is never dropped: where the draft it was meant for has changed in
another window, or is a draft no more, it is kept beside as a draft of its own. What changes
anything is refused with `not_team_leader` to those who are none, with no_such_draft or
no_such_version where what is asked for is not there, and with cpr_in_document where a text may
hold a CPR number.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.model.authoring import AnyPage, Deed, Draft, VersionStory, kind_of
from app.model.changes import Comparison, compare
from app.model.merging import Merged, merge
from app.model.version import Kind, VersionInfo, VersionState
from app.services.rights import require_team_leader
from app.services.version_core import document_of, draft_of, note_deed

if TYPE_CHECKING:
    from app.services.workplace import Workplace
    from app.store.unit_of_work import Work


# Looking


def drafts_of(place: "Workplace", *, kind: Kind, slug: str) -> tuple[Draft, ...]:
    """Return the drafts of a document, the last changed first; those of others too."""
    with place.store.reading() as work:
        return work.drafts.of(kind, slug)


def all_drafts(place: "Workplace", *, mine: bool = False) -> tuple[Draft, ...]:
    """Return all drafts, or those of the one who works here, the last changed first."""
    with place.store.reading() as work:
        return work.drafts.all(author=place.actor if mine else None)


def taken_ids(place: "Workplace", *, kind: Kind) -> frozenset[str]:
    """Return the ids of a kind that are taken, by drafts and retired texts too."""
    with place.store.reading() as work:
        return work.items.slugs(kind)


def document_version(place: "Workplace", *, kind: Kind, slug: str, number: int) -> AnyPage:
    """Return a document as it is, or was, in a version."""
    with place.store.reading() as work:
        return document_of(work, kind, slug, number)


def history_of(place: "Workplace", *, kind: Kind, slug: str) -> tuple[VersionStory, ...]:
    """Return the versions of a document, the newest first, with who did what, when and why."""
    with place.store.reading() as work:
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


def compare_versions(
    place: "Workplace", *, kind: Kind, slug: str, before: int, after: int
) -> Comparison:
    """Tell what differs between two versions of a document."""
    with place.store.reading() as work:
        old, new = (document_of(work, kind, slug, number) for number in (before, after))
    return compare(old, new)


# Drafts


def keep_draft(
    place: "Workplace",
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
    require_team_leader(place)
    kind, slug, now = kind_of(document), document.id, place.now()
    with place.store.writing() as work:
        found = None if draft is None else work.drafts.get(kind, slug, draft)
        if found is None or found.mark != mark:
            kept = new_draft(place, work, document, base, other=draft)
        else:
            number = found.info.number
            if found.document != document:
                work.drafts.overwrite(kind, slug, number, document, now=now)
                if place.actor not in work.log.writers(kind, slug, number):
                    note_deed(place, work, found.info, Deed.CHANGED)
            kept = draft_of(work, kind, slug, number)
        work.commit()
    return kept


def discard_draft(place: "Workplace", *, kind: Kind, slug: str, number: int) -> None:
    """Put a draft aside; it stays in the history and can be restored."""
    require_team_leader(place)
    with place.store.writing() as work:
        found = draft_of(work, kind, slug, number)
        _put_aside(place, work, found.info)
        work.commit()


def merge_draft(
    place: "Workplace",
    *,
    kind: Kind,
    slug: str,
    number: int,
    prefer: Iterable[tuple[str | int, ...]] = (),
) -> Merged:
    """Put the changes of a stale draft together with those published since; nothing is stored."""
    with place.store.reading() as work:
        draft = draft_of(work, kind, slug, number)
        current = work.items.published_number(kind, slug)
        theirs = draft.document if current is None else document_of(work, kind, slug, current)
        base = theirs if draft.base is None else document_of(work, kind, slug, draft.base)
    return merge(base, draft.document, theirs, tuple(prefer))


def rebase_draft(place: "Workplace", *, number: int, document: AnyPage) -> Draft:
    """Go on from a stale draft with a text that has been put together with what was published.

    The draft gets the next number, and the old one stays in the history.
    """
    require_team_leader(place)
    kind, slug = kind_of(document), document.id
    with place.store.writing() as work:
        old = draft_of(work, kind, slug, number)
        current = work.items.published_number(kind, slug)
        new = new_draft(place, work, document, current, deed=Deed.MERGED, other=number)
        _put_aside(place, work, old.info)
        work.commit()
    return new


def restore_version(place: "Workplace", *, kind: Kind, slug: str, number: int) -> Draft:
    """Make a new draft of any version there has been."""
    require_team_leader(place)
    with place.store.writing() as work:
        document = document_of(work, kind, slug, number)
        current = work.items.published_number(kind, slug)
        draft = new_draft(place, work, document, current, deed=Deed.RESTORED, other=number)
        work.commit()
    return draft


# What they have in common


def new_draft(
    place: "Workplace",
    work: "Work",
    document: AnyPage,
    base: int | None,
    *,
    deed: Deed = Deed.WRITTEN,
    other: int | None = None,
) -> Draft:
    """Add a draft; one that was meant for another draft (`other`) stands beside it."""
    kind, slug = kind_of(document), document.id
    info = work.items.add_version(
        *(kind, slug, document), shipped=False, author=place.actor, now=place.now(), base=base
    )
    note_deed(place, work, info, deed, other=other)
    draft = draft_of(work, kind, slug, info.number)
    return replace(draft, beside=deed is Deed.WRITTEN and other is not None)


def _put_aside(place: "Workplace", work: "Work", info: VersionInfo) -> None:
    work.items.set_state(info.kind, info.slug, info.number, VersionState.RETIRED, now=place.now())
    note_deed(place, work, info, Deed.DISCARDED)
