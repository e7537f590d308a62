"""Review and publication: by someone other than the writers, with a note, for a while.

All here is refused with `not_team_leader` to those who are none, with no_such_draft or
no_such_version where what is asked for is not there, and with cpr_in_message or message_too_long
where a note cannot be kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from app.model.errors import Refused
from app.model.findings import Finding
from app.model.library.stored_version import Kind, VersionInfo, VersionState
from app.model.library.version_work import Deed
from app.services.library import let_index_go, reindex
from app.services.rights import require_team_leader
from app.services.version_core import (
    approve_version,
    document_of,
    draft_of,
    findings_of,
    info_of,
    needed_message,
    note_deed,
    publish_version,
    refuse_errors,
    refuse_unready,
    writers_of,
)
from app.services.workplace import Workplace

if TYPE_CHECKING:
    from app.store.unit_of_work import Work


def in_review(workplace: Workplace) -> tuple[VersionInfo, ...]:
    """Return the versions that wait for someone to approve them, the last sent first."""
    with workplace.store.reading() as work:
        return work.items.in_state(VersionState.IN_REVIEW)


def may_approve(workplace: Workplace, *, kind: Kind, slug: str, number: int) -> Refused | None:
    """Tell why the one who works here may not approve a version; None when it may be done."""
    try:
        require_team_leader(workplace)
        with workplace.store.reading() as work:
            refuse_unready(workplace, work, _in_review(work, kind, slug, number))
    except Refused as refused:
        return refused
    return None


def findings_on(workplace: Workplace, *, kind: Kind, slug: str, number: int) -> tuple[Finding, ...]:
    """Return what the checker says of a version: errors stop it, warnings are to be thought of."""
    with workplace.store.reading() as work:
        return findings_of(work, document_of(work, kind, slug, number))


def send_to_review(
    workplace: Workplace, *, kind: Kind, slug: str, number: int, note: str = ""
) -> VersionInfo:
    """Ask for a draft to be approved. `Refused`: draft_is_stale, findings_stop."""
    require_team_leader(workplace)
    with workplace.store.writing() as work:
        draft = draft_of(work, kind, slug, number)
        if draft.is_stale:
            raise Refused("draft_is_stale")
        refuse_errors(work, draft.document)
        work.items.set_state(kind, slug, number, VersionState.IN_REVIEW, now=workplace.now())
        note_deed(workplace, work, draft.info, Deed.SENT, note)
        after = info_of(work, kind, slug, number)
        work.commit()
    return after


def take_back(
    workplace: Workplace, *, kind: Kind, slug: str, number: int, note: str = ""
) -> VersionInfo:
    """Make a version in review a draft again, as its writer or as who was to approve it.

    Who sends another's text back says why. `Refused`: not_in_review, back_reason_missing,
    message_too_long.
    """
    require_team_leader(workplace)
    with workplace.store.writing() as work:
        info = _in_review(work, kind, slug, number)
        own = workplace.actor in writers_of(work, info)
        if not own and not note.strip():
            raise Refused("back_reason_missing")
        work.items.set_state(kind, slug, number, VersionState.DRAFT, now=workplace.now())
        note_deed(workplace, work, info, Deed.TAKEN_BACK if own else Deed.SENT_BACK, note)
        after = info_of(work, kind, slug, number)
        work.commit()
    return after


def approve(
    workplace: Workplace,
    *,
    kind: Kind,
    slug: str,
    number: int,
    note: str,
    review_by: date | None = None,
    over_budget: str = "",
) -> VersionInfo:
    """Approve a version in review, and publish it.

    `over_budget` says why it may ask more than the budget. `Refused`: not_in_review, own_work,
    draft_is_stale, findings_stop, message_missing, over_budget_reason_missing, review_date_passed.
    """
    require_team_leader(workplace)
    with workplace.store.writing() as work:
        info = _in_review(work, kind, slug, number)
        refuse_unready(workplace, work, info)
        publish_version(workplace, work, info, note, review_by, over_budget=over_budget)
        after = info_of(work, kind, slug, number)
        work.commit()
    reindex(workplace)
    return after


def approve_templates(
    workplace: Workplace,
    *,
    which: Iterable[tuple[Kind, str]],
    note: str = "",
    review_by: date | None = None,
) -> tuple[VersionInfo, ...]:
    """Approve shipped texts as they are, all or none. `Refused`: not_a_template, findings_stop,
    review_date_passed.
    """
    require_team_leader(workplace)
    approved: list[VersionInfo] = []
    with workplace.store.writing() as work:
        for kind, slug in which:
            stored = work.items.published_version(kind, slug)
            if stored is None or not stored.info.is_template:
                raise Refused("not_a_template", title=slug)
            refuse_errors(work, document_of(work, kind, slug, stored.info.number))
            approve_version(workplace, work, stored.info, review_by)
            note_deed(workplace, work, stored.info, Deed.APPROVED, note)
            approved.append(info_of(work, kind, slug, stored.info.number))
        work.commit()
    return tuple(approved)


def retire(workplace: Workplace, *, kind: Kind, slug: str, note: str) -> None:
    """Take a document out of use; runs keep the version they follow.

    `Refused`: not_published, message_missing.
    """
    require_team_leader(workplace)
    with workplace.store.writing() as work:
        number = work.items.published_number(kind, slug)
        if number is None:
            raise Refused("not_published")
        info = info_of(work, kind, slug, number)
        work.items.retire(kind, slug, now=workplace.now())
        note_deed(workplace, work, info, Deed.RETIRED, needed_message(note))
        let_index_go(work)
        work.commit()
    reindex(workplace)


def _in_review(work: Work, kind: Kind, slug: str, number: int) -> VersionInfo:
    info = info_of(work, kind, slug, number)
    if info.state is not VersionState.IN_REVIEW:
        raise Refused("not_in_review")
    return info
