"""A version can be tried for a while beside the one that counts, and suggestions lead to drafts."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest
from msgspec.structs import replace

from app.model.errors import Refused
from app.model.library.stored_version import Kind, VersionState
from app.model.library.version_work import Answered, Deed
from app.services.authoring import drafts_of, history_of, keep_draft
from app.services.library import load_shelf
from app.services.publishing import approve_templates, send_to_review
from app.services.readings import mark_read, readers_of, unread
from app.services.runs import start_run
from app.services.settings import change_settings
from app.services.suggestions import (
    all_suggestions,
    decline_suggestion,
    open_suggestions,
    suggest,
    take_up,
)
from app.services.trials import (
    begin_trial,
    end_trial,
    list_trials,
    trials_for_runs,
    trials_to_decide,
)
from app.services.waiting import what_waits
from app.services.workplace import Workplace
from tests.services.make import Clock, procedure
from tests.services.write import WHICH, acting_as, published, sent, title_of, written

PERIOD: dict[str, Any] = {"begins": date(2026, 11, 26), "ends": date(2026, 12, 24)}
WORDS: dict[str, Any] = {
    "name": "Kortere modtagelse",
    "question": "Bliver 24-timers-fristen holdt?",
}


@pytest.fixture(autouse=True)
def team_leader(workplace: Workplace) -> None:
    change_settings(workplace, role="teamleder")


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.code


def tried(workplace: Workplace) -> int:
    number = sent(workplace)
    with acting_as(workplace, "bo"):
        begin_trial(workplace, **WHICH, number=number, **WORDS, **PERIOD)
    return number


def test_a_trial_runs_beside_what_counts(workplace: Workplace) -> None:
    number = tried(workplace)
    assert load_shelf(workplace).library.procedures[0].title == "Underretning"
    (trial,) = trials_for_runs(workplace, procedure="underretning")
    assert (trial.number, trial.name) == (number, "Kortere modtagelse")
    assert history_of(workplace, **WHICH)[0].info.state is VersionState.TRIAL


def test_a_new_run_may_follow_the_trial_and_else_follows_what_counts(
    workplace: Workplace, clock: Clock
) -> None:
    number = tried(workplace)
    case: dict[str, Any] = {"procedure": "underretning", "case_number": "2026-04417"}
    assert start_run(workplace, **case, trigger=clock.moment, trial=number).version.number == number
    assert start_run(workplace, **case, trigger=clock.moment).version.number == 1
    clock.forward(days=40)
    assert code_of(lambda: start_run(workplace, **case, trigger=clock.moment, trial=number)) == (
        "no_such_trial"
    )


def test_a_trial_whose_time_is_over_waits_for_a_decision(
    workplace: Workplace, clock: Clock
) -> None:
    tried(workplace)
    assert trials_to_decide(workplace) == ()
    clock.forward(days=29)
    assert trials_for_runs(workplace, procedure="underretning") == ()
    assert [trial.slug for trial in trials_to_decide(workplace)] == ["underretning"]


def test_a_trial_that_is_kept_counts_from_then_on(workplace: Workplace) -> None:
    number = tried(workplace)
    with acting_as(workplace, "bo"):
        after = end_trial(
            workplace,
            **WHICH,
            number=number,
            keep=True,
            evaluation="Fristen blev holdt",
            review_by=date(2027, 6, 1),
        )
    assert after.review_by == date(2027, 6, 1)
    assert load_shelf(workplace).library.procedures[0].title == "Ny titel"
    story = history_of(workplace, **WHICH)[0]
    assert story.deeds[-1].deed is Deed.TRIAL_KEPT
    assert story.trial
    assert (story.trial.kept, story.trial.evaluation) == (True, "Fristen blev holdt")


def test_a_trial_that_is_dropped_stays_in_the_history_with_its_evaluation(
    workplace: Workplace,
) -> None:
    number = tried(workplace)
    with acting_as(workplace, "bo"):
        info = end_trial(
            workplace, **WHICH, number=number, keep=False, evaluation="For mange punkter"
        )
    assert info.state is VersionState.RETIRED
    assert load_shelf(workplace).library.procedures[0].title == "Underretning"
    assert [trial.evaluation for trial in list_trials(workplace, is_open=False)] == [
        "For mange punkter"
    ]


def test_a_trial_overtaken_by_another_version_cannot_just_be_kept(workplace: Workplace) -> None:
    number = tried(workplace)
    with acting_as(workplace, "carl"):
        published(workplace)
    with acting_as(workplace, "bo"):
        assert code_of(
            lambda: end_trial(workplace, **WHICH, number=number, keep=True, evaluation="Godt")
        ) == ("draft_is_stale")


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("trial_name_missing", {"name": ""}),
        ("name_too_long", {"name": "N" * 61}),
        ("trial_question_missing", {"question": " "}),
        ("trial_period_wrong", {"ends": date(2026, 11, 26)}),
        ("cpr_in_message", {"question": "010190-1234"}),
    ],
)
def test_a_trial_needs_a_name_a_question_and_a_period(
    workplace: Workplace, code: str, changes: dict[str, Any]
) -> None:
    number = sent(workplace)
    asked = {**WORDS, **PERIOD, **changes}
    with acting_as(workplace, "bo"):
        assert code_of(lambda: begin_trial(workplace, **WHICH, number=number, **asked)) == code


def test_what_no_new_run_could_follow_is_not_tried(workplace: Workplace) -> None:
    new = replace(procedure("Skolefravær"), id="skolefravaer")
    card = load_shelf(workplace).library.cards[0]
    for document, kind, base in ((new, Kind.PROCEDURE, None), (card, Kind.CARD, 1)):
        which: dict[str, Any] = {"kind": kind, "slug": document.id}
        number = keep_draft(workplace, document=document, base=base).info.number
        send_to_review(workplace, **which, number=number)
        with acting_as(workplace, "bo"):
            tried = partial(begin_trial, workplace, **which, number=number, **WORDS, **PERIOD)
            assert code_of(tried) == "trial_beside_nothing"


def test_a_trial_cannot_be_begun_by_its_writer_or_ended_without_a_word(
    workplace: Workplace,
) -> None:
    number = sent(workplace)
    assert code_of(lambda: begin_trial(workplace, **WHICH, number=number, **WORDS, **PERIOD)) == (
        "own_work"
    )
    assert code_of(
        lambda: end_trial(workplace, **WHICH, number=number, keep=False, evaluation=" ")
    ) == ("evaluation_missing")
    assert code_of(
        lambda: end_trial(workplace, **WHICH, number=number, keep=False, evaluation="Nej")
    ) == ("no_such_trial")


# Suggestions


def test_an_adviser_suggests_and_a_team_lead_takes_it_up(workplace: Workplace) -> None:
    change_settings(workplace, role="")
    written_one = suggest(workplace, **WHICH, step="modtag", text="Ring før kl. 15")
    assert (written_one.author, written_one.version, written_one.step) == ("anna", 1, "modtag")
    change_settings(workplace, role="teamleder")
    assert open_suggestions(workplace) == (written_one,)
    with acting_as(workplace, "bo"):
        draft = take_up(workplace, number=written_one.id, answer="Godt set")
    assert title_of(draft.document) == "Underretning"
    (after,) = all_suggestions(workplace)
    assert (after.state, after.answer, after.answered_by, after.draft) == (
        Answered.TAKEN,
        "Godt set",
        "bo",
        draft.info.number,
    )
    assert open_suggestions(workplace) == ()


def test_a_suggestion_joins_the_draft_one_is_writing(workplace: Workplace) -> None:
    draft = written(workplace)
    number = suggest(workplace, **WHICH, text="Mere luft").id
    assert take_up(workplace, number=number).info.number == draft.info.number
    assert len(drafts_of(workplace, **WHICH)) == 1


def test_a_suggestion_is_declined_with_a_reason(workplace: Workplace) -> None:
    number = suggest(workplace, **WHICH, text="Fjern samtalen").id
    assert code_of(lambda: decline_suggestion(workplace, number=number, answer="")) == (
        "answer_missing"
    )
    after = decline_suggestion(workplace, number=number, answer="Barnet skal høres")
    assert after.state is Answered.DECLINED
    assert open_suggestions(workplace) == ()
    assert all_suggestions(workplace) == (after,)


def test_an_answer_is_not_written_over_by_another(workplace: Workplace) -> None:
    number = suggest(workplace, **WHICH, text="Fjern samtalen").id
    decline_suggestion(workplace, number=number, answer="Barnet skal høres")
    assert code_of(lambda: take_up(workplace, number=number)) == "no_such_suggestion"
    assert code_of(lambda: decline_suggestion(workplace, number=number, answer="Igen")) == (
        "no_such_suggestion"
    )
    assert drafts_of(workplace, **WHICH) == ()


@pytest.mark.parametrize(
    ("code", "act"),
    [
        ("suggestion_missing", lambda p: suggest(p, **WHICH, text=" ")),
        ("cpr_in_message", lambda p: suggest(p, **WHICH, text="010190-1234")),
        ("not_published", lambda p: suggest(p, kind=Kind.CARD, slug="nej", text="x")),
        ("no_such_suggestion", lambda p: take_up(p, number=7)),
    ],
)
def test_a_suggestion_that_cannot_be_kept_is_refused(
    workplace: Workplace, code: str, act: Callable[[Workplace], object]
) -> None:
    assert code_of(lambda: act(workplace)) == code


# Read and understood


def test_who_has_read_a_version_and_who_has_not(workplace: Workplace) -> None:
    number = published(workplace).number
    change_settings(workplace, team=["anna", " carl ", "Bo", "carl"])
    readers = mark_read(workplace, **WHICH, number=number)
    assert [one.person for one in readers.read] == ["anna"]
    assert readers.missing == ("Bo", "carl")
    assert readers.team == ("anna", "Bo", "carl")


def test_nobody_is_missing_where_no_team_is_named(workplace: Workplace) -> None:
    number = published(workplace).number
    with acting_as(workplace, "bo"):
        readers = mark_read(workplace, **WHICH, number=number)
    assert ([one.person for one in readers.read], readers.missing) == (["bo"], ())


def test_a_new_version_is_to_be_read_again(workplace: Workplace) -> None:
    assert unread(workplace) == ()
    approve_templates(workplace, which=[(Kind.PROCEDURE, "underretning")])
    assert unread(workplace) == ((Kind.PROCEDURE, "underretning", 1),)
    mark_read(workplace, **WHICH, number=1)
    assert unread(workplace) == ()
    number = published(workplace).number
    assert unread(workplace) == ((Kind.PROCEDURE, "underretning", number),)
    assert readers_of(workplace, **WHICH, number=number).read == ()


def test_what_waits_is_counted_for_whoever_it_waits_for(workplace: Workplace, clock: Clock) -> None:
    def waiting_for(name: str) -> int:
        with acting_as(workplace, name):
            return what_waits(workplace).count

    number = sent(workplace)
    assert (waiting_for("anna"), waiting_for("bo")) == (0, 1)
    with acting_as(workplace, "bo"):
        begin_trial(workplace, **WHICH, number=number, **WORDS, **PERIOD)
    assert waiting_for("bo") == 0
    clock.forward(days=40)
    suggest(workplace, kind=Kind.PROCEDURE, slug="underretning", step="modtag", text="Ring først")
    assert waiting_for("bo") == 2
    change_settings(workplace, role="raadgiver")
    assert waiting_for("bo") == 0
