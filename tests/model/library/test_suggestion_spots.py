"""Whose suggestions are seen, where, and for how long after they were answered."""

from datetime import UTC, datetime, timedelta

from app.model.library.stored_version import Kind
from app.model.library.suggestion_spots import (
    ANSWER_SHOWN,
    SuggestionSpot,
    open_by_step,
    seen_suggestions,
    suggestions_at,
)
from app.model.library.version_work import Answered, Suggestion

NOW = datetime(2026, 11, 23, 9, 40, tzinfo=UTC)


def written(
    number: int, author: str, step: str = "a", answered: timedelta | None = None
) -> Suggestion:
    return Suggestion(
        number,
        Kind.PROCEDURE,
        "underretning",
        step,
        1,
        "Ring før",
        author,
        NOW - timedelta(days=90),
        Answered.OPEN if answered is None else Answered.DECLINED,
        answered_at=None if answered is None else NOW - answered,
    )


def test_an_adviser_sees_their_own_and_a_team_lead_all() -> None:
    found = (written(1, "maja"), written(2, "ole"))
    assert seen_suggestions(found, "maja", may_answer=False, now=NOW) == found[:1]
    assert seen_suggestions(found, "anna", may_answer=True, now=NOW) == found


def test_an_answer_stands_for_a_month() -> None:
    fresh = written(1, "maja", answered=ANSWER_SHOWN)
    old = written(2, "maja", answered=ANSWER_SHOWN + timedelta(seconds=1))
    assert seen_suggestions((fresh, old), "maja", may_answer=False, now=NOW) == (fresh,)


def test_a_place_has_those_of_its_step_in_any_version() -> None:
    found = (written(1, "maja", "a"), written(2, "ole", "b"), written(3, "ole", ""))
    spot = SuggestionSpot(Kind.PROCEDURE, "underretning", "b", version=4)
    assert suggestions_at(found, spot) == found[1:2]
    assert suggestions_at(found, SuggestionSpot(Kind.CARD, "underretning", "b")) == ()
    assert spot.name == "procedure:underretning:b"


def test_open_ones_are_counted_by_step() -> None:
    found = (
        written(1, "maja", "a"),
        written(2, "ole", "a"),
        written(3, "ole", "b", answered=timedelta(days=1)),
    )
    assert open_by_step(found, Kind.PROCEDURE, "underretning") == {"a": 2}
    assert open_by_step(found, Kind.PROCEDURE, "andet") == {}
