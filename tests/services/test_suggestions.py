"""What was begun as a suggestion outlives the program; what came of one is what is so now."""

from collections.abc import Iterator
from datetime import date

import pytest

from app.model.errors import Refused
from app.model.library.version_work import Answered, Came, Suggestion
from app.services.authoring import discard_draft, keep_draft, rebase_draft, restore_version
from app.services.opening import open_workplace
from app.services.publishing import approve, send_to_review, take_back
from app.services.settings import change_settings, load_settings
from app.services.suggestions import (
    all_suggestions,
    decline_suggestion,
    keep_begun,
    open_suggestions,
    suggest,
    take_up,
)
from app.services.trials import begin_trial, end_trial
from app.services.waiting import what_waits
from app.services.workplace import Workplace
from tests.services.make import Clock, procedure
from tests.services.write import WHICH, acting_as, published, sent, written


@pytest.fixture
def other(workplace: Workplace, clock: Clock) -> Iterator[Workplace]:
    with open_workplace(workplace.folder, shipped=None, clock=clock, actor="bo") as opened:
        yield opened


def test_what_two_windows_have_begun_at_two_places_is_kept(
    workplace: Workplace, other: Workplace
) -> None:
    keep_begun(workplace, where="card:a:", text="Her")
    keep_begun(other, where="card:b:", text="Der")
    assert load_settings(workplace).begun == {"card:a:": "Her", "card:b:": "Der"}
    keep_begun(other, where="card:a:", text="")
    assert load_settings(workplace).begun == {"card:b:": "Der"}


def test_what_is_begun_with_a_cpr_number_is_not_kept(workplace: Workplace) -> None:
    keep_begun(workplace, where="card:a:", text="Barnet")
    with pytest.raises(Refused) as refused:
        keep_begun(workplace, where="card:a:", text="Barnet 010190-1234")
    assert refused.value.code == "cpr_in_message"
    assert load_settings(workplace).begun == {"card:a:": "Barnet"}


def taken(workplace: Workplace, *, number: int) -> Suggestion:
    (one,) = all_suggestions(workplace)
    assert one.draft == number
    return one


def test_what_is_said_of_a_suggestion_follows_the_draft_it_was_taken_up_in(
    workplace: Workplace,
) -> None:
    change_settings(workplace, role="teamleder")
    made = suggest(workplace, **WHICH, text="Ring først")
    draft = take_up(workplace, number=made.id, answer="Godt set")
    number = draft.info.number
    assert taken(workplace, number=number).came is Came.BEGUN
    draft = keep_draft(workplace, document=procedure("Ring"), base=1, draft=number, mark=draft.mark)
    assert taken(workplace, number=number).came is Came.WRITTEN
    send_to_review(workplace, **WHICH, number=number)
    assert taken(workplace, number=number).came is Came.IN_REVIEW
    take_back(workplace, **WHICH, number=number)
    assert taken(workplace, number=number).came is Came.WRITTEN
    send_to_review(workplace, **WHICH, number=number)
    with acting_as(workplace, "bo"):
        approve(workplace, **WHICH, number=number, note="Ny praksis")
    assert taken(workplace, number=number).came is Came.PUBLISHED
    published(workplace, "Endnu en", base=number)
    after = taken(workplace, number=number)
    assert (after.state, after.came) == (Answered.TAKEN, Came.PUBLISHED)


def test_a_suggestion_whose_draft_is_put_aside_waits_again_and_can_be_answered_anew(
    workplace: Workplace,
) -> None:
    change_settings(workplace, role="teamleder")
    made = suggest(workplace, **WHICH, text="Ring først")
    number = take_up(workplace, number=made.id, answer="Godt set").info.number
    discard_draft(workplace, **WHICH, number=number)
    after = taken(workplace, number=number)
    assert (after.state, after.came, after.answer) == (Answered.OPEN, Came.ASIDE, "Godt set")
    assert open_suggestions(workplace) == (after,)
    assert what_waits(workplace).to_answer == 1
    second = take_up(workplace, number=made.id).info.number
    assert second != number
    assert taken(workplace, number=second).state is Answered.TAKEN
    discard_draft(workplace, **WHICH, number=second)
    assert decline_suggestion(workplace, number=made.id, answer="Ikke nu").came is None


def test_a_suggestion_waits_again_when_the_trial_of_it_is_dropped(workplace: Workplace) -> None:
    change_settings(workplace, role="teamleder")
    made = suggest(workplace, **WHICH, text="Ring først")
    number = sent(workplace)
    take_back(workplace, **WHICH, number=number)
    assert take_up(workplace, number=made.id).info.number == number
    send_to_review(workplace, **WHICH, number=number)
    with acting_as(workplace, "bo"):
        begin_trial(
            workplace,
            **WHICH,
            number=number,
            name="Ring",
            question="Hjælper det?",
            begins=date(2026, 11, 26),
            ends=date(2026, 12, 24),
        )
        assert taken(workplace, number=number).came is Came.TRIED
        end_trial(workplace, **WHICH, number=number, keep=False, evaluation="Nej")
    assert taken(workplace, number=number).state is Answered.OPEN


def test_a_suggestion_goes_along_to_the_draft_that_goes_on_with_its_text(
    workplace: Workplace,
) -> None:
    change_settings(workplace, role="teamleder")
    made = suggest(workplace, **WHICH, text="Ring først")
    first = written(workplace, "Ring").info.number
    assert take_up(workplace, number=made.id).info.number == first
    published(workplace, "Imens")
    merged = rebase_draft(workplace, number=first, document=procedure("Ring imens"))
    assert merged is not None
    assert taken(workplace, number=merged.info.number).came is Came.WRITTEN
    discard_draft(workplace, **WHICH, number=merged.info.number)
    restored = restore_version(workplace, **WHICH, number=merged.info.number)
    after = taken(workplace, number=restored.info.number)
    assert (after.state, after.came) == (Answered.TAKEN, Came.WRITTEN)
