"""A Word text brought in: read and guessed at, put right by a team lead, and kept as a draft.

Nothing is stored before `draft_of_word`. Refused with not_team_leader to those who are none, with
the codes of `app.files.word` where the file cannot be read, with word_no_theme, and with
cpr_in_document where the text may hold a CPR number after all.
"""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from app.model.errors import Refused
from app.model.library.catalogue import Library
from app.model.library.stored_version import Kind
from app.model.library.version_work import Draft
from app.model.word.known_words import KnownWords
from app.model.word.line_guessing import propose
from app.model.word.outline import PassedOver
from app.model.word.procedure_building import Phrases, build
from app.model.word.proposal import Proposal
from app.services.authoring import new_draft
from app.services.rights import require_role, require_team_leader
from app.services.workplace import Workplace


class WordText(Struct, frozen=True):
    """What was read: the first proposal, what it was read with, and what was passed over."""

    proposal: Proposal
    known: KnownWords
    passed_over: tuple[tuple[PassedOver, int], ...] = ()


def read_word_text(
    *,
    role: str,
    path: Path,
    library: Library,
    theme: str = "",
    stop: Callable[[], bool] = lambda: False,
) -> WordText:
    """Read a Word file and guess at what its lines become; no database is asked.

    `stop` is asked now and then: what nobody waits for any more ends as word_stopped.
    """
    from app.files.word import read_word

    require_role(role)
    outline = read_word(path, stop)
    known = KnownWords(library)
    return WordText(propose(outline, known, theme), known, outline.passed_over)


def draft_of_word(
    workplace: Workplace, *, proposal: Proposal, known: KnownWords, phrases: Phrases
) -> Draft:
    """Keep the procedure of a proposal as a new draft."""
    require_team_leader(workplace)
    if proposal.theme not in known.catalogue.theme_by_id:
        raise Refused("word_no_theme")
    with workplace.store.writing() as work:
        taken = work.items.slugs(Kind.PROCEDURE)
        built = build(proposal, known, phrases, taken)
        draft = new_draft(workplace, work, built.procedure, None)
        work.commit()
    return draft
