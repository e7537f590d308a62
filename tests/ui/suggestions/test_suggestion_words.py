"""What is said of a suggestion is what has come of it, not what was promised."""

from datetime import UTC, datetime

import pytest

from app.model.library.stored_version import Kind
from app.model.library.version_work import Answered, Came, Suggestion
from app.ui.suggestions.suggestion_words import answer_words

NOW = datetime(2026, 11, 23, 9, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    ("came", "said"),
    [
        (Came.BEGUN, "Taget med til kladden til version 2; der er intet ændret i den endnu."),
        (Came.WRITTEN, "Der skrives i kladden til version 2."),
        (Came.IN_REVIEW, "Version 2 venter på godkendelse."),
        (Came.TRIED, "Version 2 er en prøvehandling."),
        (Came.PUBLISHED, "Står i version 2."),
        (Came.ASIDE, "Version 2 blev lagt til side, så forslaget venter igen."),
    ],
)
def test_an_answer_tells_how_far_its_draft_has_come(came: Came, said: str) -> None:
    state = Answered.OPEN if came is Came.ASIDE else Answered.TAKEN
    one = Suggestion(
        *(1, Kind.PROCEDURE, "underretning", "a", 1, "Ring før", "maja", NOW, state),
        answer="Godt set",
        answered_by="bo",
        draft=2,
        came=came,
    )
    assert answer_words(one) == f"bo: Godt set. {said}"
