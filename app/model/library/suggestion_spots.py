"""Where a suggestion belongs, and which of them someone sees there."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from msgspec import Struct

from app.model.library.stored_version import Kind, VersionState
from app.model.library.version_work import Answered, Came, Suggestion

ANSWER_SHOWN = timedelta(days=30)
"""So long does an answer stand at the step; afterwards it is kept, and shown no more."""


class SuggestionSpot(Struct, frozen=True):
    """A place that something can be suggested at: a step, or a whole document without one.

    `version` is the one it is read in; 0 stands for the one that counts.
    """

    kind: Kind
    slug: str
    step: str = ""
    version: int = 0

    @property
    def name(self) -> str:
        """The same in every version, to keep things by."""
        return f"{self.kind.value}:{self.slug}:{self.step}"


def seen_suggestions(
    found: Iterable[Suggestion], actor: str, *, may_answer: bool, now: datetime
) -> tuple[Suggestion, ...]:
    """Return what someone sees: their own, or all who may answer; answered ones for a while."""
    return tuple(
        one
        for one in found
        if (may_answer or one.author == actor)
        and (one.state is Answered.OPEN or _is_news(one, now))
    )


def _is_news(one: Suggestion, now: datetime) -> bool:
    return one.answered_at is None or now - one.answered_at <= ANSWER_SHOWN


def suggestions_at(found: Iterable[Suggestion], spot: SuggestionSpot) -> tuple[Suggestion, ...]:
    """Return those that belong to a place, whichever version they were written at."""
    return tuple(
        one for one in found if (one.kind, one.slug, one.step) == (spot.kind, spot.slug, spot.step)
    )


def open_by_step(found: Iterable[Suggestion], kind: Kind, slug: str) -> dict[str, int]:
    """Count the suggestions of a document that nobody has answered, by their step."""
    counts: dict[str, int] = {}
    for one in found:
        if (one.kind, one.slug, one.state) == (kind, slug, Answered.OPEN):
            counts[one.step] = counts.get(one.step, 0) + 1
    return counts


def came_of(state: VersionState, *, has_counted: bool, is_same: bool) -> Came:
    """Tell how far a draft has come; `is_same` where it says no more than what it was made of."""
    if has_counted:
        return Came.PUBLISHED
    if state is VersionState.DRAFT:
        return Came.BEGUN if is_same else Came.WRITTEN
    return {
        VersionState.IN_REVIEW: Came.IN_REVIEW,
        VersionState.TRIAL: Came.TRIED,
        VersionState.PUBLISHED: Came.PUBLISHED,
    }.get(state, Came.ASIDE)


def state_now(answered: Answered, came: Came | None) -> Answered:
    """Tell what came of a suggestion: one whose draft was put aside waits again."""
    return Answered.OPEN if came is Came.ASIDE else answered
