"""A text is published by someone other than its writers, and only when nothing is wrong in it."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest

from app.model.edits.checklists import add_item
from app.model.errors import Refused
from app.model.library.stored_version import Kind, VersionState
from app.model.library.version_work import Deed
from app.services.authoring import drafts_of, history_of, keep_draft, who_sent_back
from app.services.library import load_shelf, search
from app.services.publishing import (
    approve,
    approve_templates,
    findings_on,
    in_review,
    may_approve,
    retire,
    send_to_review,
    take_back,
)
from app.services.settings import change_settings
from app.services.workplace import Workplace
from tests.services.make import procedure
from tests.services.write import WHICH, acting_as, published, sent, written


@pytest.fixture(autouse=True)
def team_leader(workplace: Workplace) -> None:
    change_settings(workplace, role="teamleder")


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.code


def test_another_publishes_with_a_note_and_a_review_date(workplace: Workplace) -> None:
    number = sent(workplace)
    with acting_as(workplace, "bo"):
        info = approve(
            workplace, **WHICH, number=number, note="Ny praksis", review_by=date(2027, 11, 1)
        )
    assert info.state is VersionState.PUBLISHED
    assert (info.author, info.approved_by, info.review_by) == ("anna", "bo", date(2027, 11, 1))
    assert load_shelf(workplace).library.procedures[0].title == "Ny titel"


def test_what_was_published_is_found_by_its_new_words(workplace: Workplace) -> None:
    published(workplace, "Sneplov")
    assert (search(workplace, "sneplov")[0].id, search(workplace, "sneplov")[0].step) == (
        "underretning",
        None,
    )
    assert search(workplace, "underretning modtages") != ()


def test_nobody_approves_own_work(workplace: Workplace) -> None:
    number = sent(workplace)
    assert code_of(lambda: approve(workplace, **WHICH, number=number, note="x")) == "own_work"
    refused = may_approve(workplace, **WHICH, number=number)
    assert refused
    assert refused.code == "own_work"
    with acting_as(workplace, "bo"):
        assert may_approve(workplace, **WHICH, number=number) is None


def test_nor_work_one_has_written_in(workplace: Workplace) -> None:
    draft = written(workplace)
    with acting_as(workplace, "bo"):
        keep_draft(
            workplace, document=procedure("Bos"), base=1, draft=draft.info.number, mark=draft.mark
        )
    send_to_review(workplace, **WHICH, number=2)
    with acting_as(workplace, "bo"):
        assert code_of(lambda: approve(workplace, **WHICH, number=2, note="x")) == "own_work"


def test_what_waits_for_approval_is_listed(workplace: Workplace) -> None:
    number = sent(workplace)
    assert [(info.slug, info.number) for info in in_review(workplace)] == [("underretning", number)]
    assert drafts_of(workplace, **WHICH) == ()


def test_a_text_can_be_sent_back_with_a_reason_or_taken_back(workplace: Workplace) -> None:
    number = sent(workplace)
    with acting_as(workplace, "bo"):
        with pytest.raises(Refused, match="back_reason_missing"):
            take_back(workplace, **WHICH, number=number, note=" ")
        info = take_back(workplace, **WHICH, number=number, note="Fristen mangler")
    assert info.state is VersionState.DRAFT
    drafts = drafts_of(workplace, **WHICH)
    assert who_sent_back(workplace, drafts) == {(*WHICH.values(), number): "bo"}
    send_to_review(workplace, **WHICH, number=number)
    assert who_sent_back(workplace, drafts) == {}
    take_back(workplace, **WHICH, number=number)
    assert who_sent_back(workplace, drafts) == {}
    deeds = [deed.deed for deed in history_of(workplace, **WHICH)[0].deeds]
    assert deeds[1:] == [Deed.SENT, Deed.SENT_BACK, Deed.SENT, Deed.TAKEN_BACK]


def test_a_text_with_errors_goes_nowhere(workplace: Workplace) -> None:
    wrong = msgspec.structs.replace(procedure(), theme="findes-ikke")
    keep_draft(workplace, document=wrong, base=1)
    assert code_of(lambda: send_to_review(workplace, **WHICH, number=2)) == "findings_stop"


def test_a_text_with_warnings_goes_on_when_one_wants_it_to(workplace: Workplace) -> None:
    bare = msgspec.structs.replace(procedure(), title="T" * 61)
    keep_draft(workplace, document=bare, base=1)
    codes = [one.code for one in findings_on(workplace, **WHICH, number=2)]
    assert "title_too_long" in codes
    assert send_to_review(workplace, **WHICH, number=2).state is VersionState.IN_REVIEW


def test_a_stale_text_is_put_together_before_it_is_sent(workplace: Workplace) -> None:
    draft = written(workplace)
    with acting_as(workplace, "carl"):
        published(workplace)
    number = draft.info.number
    assert code_of(lambda: send_to_review(workplace, **WHICH, number=number)) == "draft_is_stale"


def test_a_text_that_became_stale_in_review_is_not_published(workplace: Workplace) -> None:
    number = sent(workplace)
    with acting_as(workplace, "carl"):
        published(workplace, "Carls titel")
    with acting_as(workplace, "bo"):
        assert (
            code_of(lambda: approve(workplace, **WHICH, number=number, note="x"))
            == "draft_is_stale"
        )


def test_a_shipped_text_is_approved_as_it_is(workplace: Workplace) -> None:
    (info,) = approve_templates(
        workplace, which=[(Kind.PROCEDURE, "underretning")], review_by=date(2027, 1, 1)
    )
    assert (info.shipped, info.is_template, info.approved_by) == (True, False, "anna")
    assert code_of(
        lambda: approve_templates(
            workplace, which=[(Kind.CARD, "opkald"), (Kind.PROCEDURE, "underretning")]
        )
    ) == ("not_a_template")
    assert load_shelf(workplace).versions[Kind.CARD, "opkald"].is_template


def test_a_retired_text_is_no_longer_found(workplace: Workplace) -> None:
    retire(workplace, **WHICH, note="Erstattet")
    assert load_shelf(workplace).library.procedures == ()
    assert all(hit.kind != "procedure" for hit in search(workplace, "underretning modtages"))
    assert code_of(lambda: retire(workplace, **WHICH, note="Igen")) == "not_published"


def test_what_asks_more_than_the_budget_needs_a_reason_that_stays_in_the_history(
    workplace: Workplace,
) -> None:
    change_settings(workplace, budget_required=1)
    document = procedure("Ny titel")
    for count in range(2):
        document = add_item(document, document.start.id, f"Krav {count}", required=True)
    number = keep_draft(workplace, document=document, base=1).info.number
    send_to_review(workplace, **WHICH, number=number)
    before = history_of(workplace, **WHICH)
    with acting_as(workplace, "bo"):
        refused = code_of(lambda: approve(workplace, **WHICH, number=number, note="Ny"))
        assert refused == "over_budget_reason_missing"
        assert history_of(workplace, **WHICH) == before
        approve(workplace, **WHICH, number=number, note="Ny", over_budget="Ny lov kræver det")
    story = next(one for one in history_of(workplace, **WHICH) if one.info.number == number)
    told = [(deed.deed, deed.note, deed.actor) for deed in story.deeds]
    assert (Deed.OVER_BUDGET, "Ny lov kræver det", "bo") in told


@pytest.mark.parametrize(
    ("code", "act"),
    [
        ("message_missing", lambda p, n: approve(p, **WHICH, number=n, note=" ")),
        ("cpr_in_message", lambda p, n: approve(p, **WHICH, number=n, note="010190-1234")),
        ("message_too_long", lambda p, n: approve(p, **WHICH, number=n, note="x" * 5000)),
        (
            "review_date_passed",
            lambda p, n: approve(p, **WHICH, number=n, note="x", review_by=date(2026, 11, 26)),
        ),
        ("not_in_review", lambda p, n: approve(p, **WHICH, number=1, note="x")),
        ("no_such_version", lambda p, n: approve(p, **WHICH, number=n + 7, note="x")),
        ("message_missing", lambda p, _: retire(p, **WHICH, note="")),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    workplace: Workplace, code: str, act: Callable[[Workplace, int], object]
) -> None:
    number = sent(workplace)
    before = history_of(workplace, **WHICH)
    with acting_as(workplace, "bo"):
        assert code_of(lambda: act(workplace, number)) == code
    assert history_of(workplace, **WHICH) == before


def test_only_a_team_leader_approves(workplace: Workplace) -> None:
    number = sent(workplace)
    change_settings(workplace, role="raadgiver")
    with acting_as(workplace, "bo"):
        assert code_of(lambda: approve(workplace, **WHICH, number=number, note="x")) == (
            "not_team_leader"
        )
