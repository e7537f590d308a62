"""What the use cases of writing share: versions within one piece of work, and who may use them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from app.model.checks.burden import burden_of
from app.model.checks.checker import check_document
from app.model.errors import Refused
from app.model.findings import Finding, Severity
from app.model.library.catalogue import with_document
from app.model.library.procedure import Procedure
from app.model.library.stored_version import Kind, VersionInfo
from app.model.library.version_work import AnyPage, Deed, Draft
from app.model.times import day_of
from app.services.kept_texts import message_of
from app.services.library import let_index_go, shelf_of
from app.services.workplace import Workplace

if TYPE_CHECKING:
    from app.store.unit_of_work import Work


def info_of(work: Work, kind: Kind, slug: str, number: int) -> VersionInfo:
    """Return what is known of a version. `Refused`: no_such_version."""
    found = next((one for one in work.items.versions(kind, slug) if one.number == number), None)
    if found is None:
        raise Refused("no_such_version", version=str(number))
    return found


def document_of(work: Work, kind: Kind, slug: str, number: int) -> AnyPage:
    """Return the text of a version. `Refused`: no_such_version."""
    stored = work.items.version(kind, slug, number)
    if stored is None:
        raise Refused("no_such_version", version=str(number))
    return cast("AnyPage", stored.document)


def draft_of(work: Work, kind: Kind, slug: str, number: int) -> Draft:
    """Return a draft. `Refused`: no_such_draft."""
    found = work.drafts.get(kind, slug, number)
    if found is None:
        raise Refused("no_such_draft")
    return found


def note_deed(
    workplace: Workplace,
    work: Work,
    info: VersionInfo,
    deed: Deed,
    note: str = "",
    other: int | None = None,
) -> None:
    """Note what the one who works here does to a version, and why."""
    work.log.add(
        *(info.kind, info.slug, info.number, deed),
        at=workplace.now(),
        actor=workplace.actor,
        note=message_of(note),
        other=other,
    )


def writers_of(work: Work, info: VersionInfo) -> frozenset[str]:
    """Return all who have written in a version; none of them may approve it."""
    return work.log.writers(info.kind, info.slug, info.number) | ({info.author} - {""})


def refuse_unready(workplace: Workplace, work: Work, info: VersionInfo) -> None:
    """Raise `Refused` where a version may not be put to use by the one who works here."""
    if workplace.actor in writers_of(work, info):
        raise Refused("own_work")
    if info.base != work.items.published_number(info.kind, info.slug):
        raise Refused("draft_is_stale")
    refuse_errors(work, document_of(work, info.kind, info.slug, info.number))


def refuse_errors(work: Work, document: AnyPage) -> None:
    """Raise `Refused` where the checker finds errors in a document."""
    errors = sum(one.severity is Severity.ERROR for one in findings_of(work, document))
    if errors:
        raise Refused("findings_stop", count=str(errors))


def findings_of(work: Work, document: AnyPage) -> tuple[Finding, ...]:
    """Check a document with the library as it would be with it."""
    return check_document(document, with_document(shelf_of(work).library, document))


def approve_version(
    workplace: Workplace, work: Work, info: VersionInfo, review_by: date | None
) -> None:
    """Let the one who works here stand behind a version. `Refused`: review_date_passed."""
    now = workplace.now()
    if review_by is not None and review_by <= day_of(now):
        raise Refused("review_date_passed")
    work.items.approve(
        info.kind, info.slug, info.number, by=workplace.actor, now=now, review_by=review_by
    )


def publish_version(
    workplace: Workplace,
    work: Work,
    info: VersionInfo,
    note: str,
    review_by: date | None,
    deed: Deed = Deed.PUBLISHED,
    over_budget: str = "",
) -> None:
    """Approve a version and let it count; `over_budget` says why it may ask more than the budget.

    `Refused`: message_missing, over_budget_reason_missing, review_date_passed.
    """
    needed_message(note)
    if is_over_budget(workplace, document_of(work, info.kind, info.slug, info.number)):
        reason = message_of(over_budget)
        if not reason:
            raise Refused("over_budget_reason_missing")
        note_deed(workplace, work, info, Deed.OVER_BUDGET, reason)
    approve_version(workplace, work, info, review_by)
    work.items.publish(info.kind, info.slug, info.number, now=workplace.now())
    note_deed(workplace, work, info, deed, note)
    let_index_go(work)


def is_over_budget(workplace: Workplace, document: AnyPage) -> bool:
    """Tell whether a text asks more of those who follow it than the department will ask."""
    if not isinstance(document, Procedure):
        return False
    return burden_of(document).is_over(workplace.settings.budget)


def needed_message(typed: str) -> str:
    """Return a message as it is kept, where one is asked for. `Refused`: message_missing."""
    message = message_of(typed)
    if not message:
        raise Refused("message_missing")
    return message
