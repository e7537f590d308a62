"""Suggestions: written by anyone at any step, answered by a team lead, or taken up in a draft.

Refused with cpr_in_message or message_too_long where a text cannot be kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model.cpr import holds_cpr
from app.model.errors import Refused
from app.model.library.stored_version import Kind
from app.model.library.version_work import Answered, Draft, Suggestion
from app.model.user_settings import Settings
from app.services.authoring import drafts_of, new_draft
from app.services.kept_texts import message_of
from app.services.rights import require_team_leader
from app.services.settings import edit_settings
from app.services.version_core import document_of
from app.services.workplace import Workplace

if TYPE_CHECKING:
    from app.store.unit_of_work import Work


def suggest(
    workplace: Workplace, *, kind: Kind, slug: str, text: str, step: str = "", version: int = 0
) -> Suggestion:
    """Write a suggestion at a step of a document, or for the whole of it.

    `version` is the one it was written at: else the one that counts. `Refused`:
    suggestion_missing, not_published.
    """
    words = message_of(text)
    if not words:
        raise Refused("suggestion_missing")
    with workplace.store.writing() as work:
        current = work.items.published_number(kind, slug)
        if current is None and not work.items.versions(kind, slug):
            raise Refused("not_published")
        number = work.suggestions.add(
            *(kind, slug),
            step=step,
            version=version or current or 0,
            text=words,
            author=workplace.actor,
            now=workplace.now(),
        )
        written = _suggestion(work, number)
        work.commit()
    return written


def keep_begun(workplace: Workplace, *, where: str, text: str) -> None:
    """Keep what was begun at a place and not sent, so that it outlives the program.

    An empty text lets go of it. `Refused`: cpr_in_message.
    """
    if holds_cpr(text):
        raise Refused("cpr_in_message")

    def edit(stored: Settings) -> dict[str, object]:
        others = {name: begun for name, begun in stored.begun.items() if name != where}
        return {"begun": {**others, where: text} if text else others}

    edit_settings(workplace, edit)


def all_suggestions(workplace: Workplace) -> tuple[Suggestion, ...]:
    """Return all suggestions there are, the newest first; answered ones too."""
    with workplace.store.reading() as work:
        return work.suggestions.all()


def open_suggestions(workplace: Workplace) -> tuple[Suggestion, ...]:
    """Return all suggestions that nobody has answered, the newest first."""
    with workplace.store.reading() as work:
        return work.suggestions.all(state=Answered.OPEN)


def decline_suggestion(workplace: Workplace, *, number: int, answer: str) -> Suggestion:
    """Answer why a suggestion is not taken up. `Refused`: no_such_suggestion, answer_missing."""
    require_team_leader(workplace)
    words = message_of(answer)
    if not words:
        raise Refused("answer_missing")
    return _answered(workplace, number, Answered.DECLINED, words, None)


def take_up(workplace: Workplace, *, number: int, answer: str = "") -> Draft:
    """Turn a suggestion into a draft: the newest of one's own, or one of the published text.

    `Refused`: no_such_suggestion, not_published.
    """
    require_team_leader(workplace)
    words = message_of(answer)
    with workplace.store.reading() as work:
        found = _open(work, number)
    own = (
        draft
        for draft in drafts_of(workplace, kind=found.kind, slug=found.slug)
        if draft.info.author == workplace.actor and not draft.is_stale
    )
    draft = next(own, None) or _fresh(workplace, found)
    _answered(workplace, number, Answered.TAKEN, words, draft.info.number)
    return draft


def _fresh(workplace: Workplace, suggestion: Suggestion) -> Draft:
    with workplace.store.writing() as work:
        current = work.items.published_number(suggestion.kind, suggestion.slug)
        if current is None:
            raise Refused("not_published")
        document = document_of(work, suggestion.kind, suggestion.slug, current)
        draft = new_draft(workplace, work, document, current)
        work.commit()
    return draft


def _answered(
    workplace: Workplace, number: int, state: Answered, words: str, draft: int | None
) -> Suggestion:
    with workplace.store.writing() as work:
        _open(work, number)
        work.suggestions.answer(
            *(number, state), answer=words, by=workplace.actor, now=workplace.now(), draft=draft
        )
        after = _suggestion(work, number)
        work.commit()
    return after


def _suggestion(work: Work, number: int) -> Suggestion:
    found = work.suggestions.get(number)
    if found is None:
        raise Refused("no_such_suggestion")
    return found


def _open(work: Work, number: int) -> Suggestion:
    """Find a suggestion that nobody has answered; an answer is not written over by another."""
    found = _suggestion(work, number)
    if found.state is not Answered.OPEN:
        raise Refused("no_such_suggestion")
    return found
