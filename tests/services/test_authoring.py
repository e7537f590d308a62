"""A text that is being written is never lost, and every version can be had again."""

from pathlib import Path

import msgspec
import pytest

from app.model.edits.step_fields import set_guide
from app.model.errors import Refused
from app.model.library.procedure import Procedure
from app.model.library.stored_version import Kind, VersionState
from app.model.library.version_work import Deed, Draft
from app.services.authoring import (
    all_drafts,
    discard_draft,
    document_version,
    drafts_of,
    history_of,
    keep_draft,
    keep_or_let_go,
    merge_draft,
    rebase_draft,
    restore_version,
    taken_ids,
)
from app.services.library import load_shelf
from app.services.opening import open_workplace
from app.services.publishing import send_to_review, take_back
from app.services.settings import change_settings
from app.services.suggestions import suggest, take_up
from app.services.workplace import Workplace
from tests.services.make import Clock, procedure, renamed
from tests.services.write import WHICH, acting_as, published, sent, title_of, written


@pytest.fixture(autouse=True)
def team_leader(workplace: Workplace) -> None:
    change_settings(workplace, role="teamleder")


def keep(workplace: Workplace, draft: Draft, document: Procedure) -> Draft:
    return keep_draft(
        workplace, document=document, base=draft.base, draft=draft.info.number, mark=draft.mark
    )


def test_a_draft_is_kept_and_changes_nothing_that_counts(workplace: Workplace) -> None:
    draft = written(workplace)
    assert (draft.info.number, draft.base, draft.is_stale, draft.beside) == (2, 1, False, False)
    assert load_shelf(workplace).library.procedures[0].title == "Underretning"
    assert drafts_of(workplace, **WHICH) == (draft,)


def test_each_pause_keeps_the_newer_text_in_the_same_draft(workplace: Workplace) -> None:
    first = written(workplace)
    second = keep(workplace, first, procedure("Nyere titel"))
    assert second.info.number == first.info.number
    assert second.mark != first.mark
    assert [title_of(draft.document) for draft in drafts_of(workplace, **WHICH)] == ["Nyere titel"]


def test_what_was_typed_is_there_after_a_killed_program(
    data: Path, shipped: Path, clock: Clock, workplace: Workplace
) -> None:
    written(workplace, "Midt i en sætning")
    with open_workplace(data, shipped=shipped, clock=clock, actor="anna") as again:
        (draft,) = all_drafts(again, mine=True)
    assert title_of(draft.document) == "Midt i en sætning"


def test_a_draft_that_changed_in_another_window_is_kept_beside(workplace: Workplace) -> None:
    first = written(workplace)
    keep(workplace, first, procedure("Fra det andet vindue"))
    beside = keep(workplace, first, procedure("Fra dette vindue"))
    assert beside.beside
    assert beside.info.number == 3
    titles = {title_of(draft.document) for draft in drafts_of(workplace, **WHICH)}
    assert titles == {"Fra det andet vindue", "Fra dette vindue"}


def test_what_is_typed_after_the_draft_was_sent_is_kept_beside(workplace: Workplace) -> None:
    draft = written(workplace)
    send_to_review(workplace, **WHICH, number=draft.info.number)
    beside = keep(workplace, draft, procedure("Endnu nyere"))
    assert beside.beside
    assert title_of(document_version(workplace, **WHICH, number=2)) == "Ny titel"


def test_a_draft_is_stale_when_someone_else_published_and_can_be_put_together(
    workplace: Workplace,
) -> None:
    mine = keep_draft(workplace, document=set_guide(procedure(), "modtag", "Mit"), base=1)
    with acting_as(workplace, "carl"):
        published(workplace, "Andres titel")
    (stale,) = drafts_of(workplace, **WHICH)
    assert stale.is_stale
    merged = merge_draft(workplace, **WHICH, number=mine.info.number)
    assert merged.conflicts == ()
    assert isinstance(merged.document, Procedure)
    new = rebase_draft(workplace, number=mine.info.number, document=merged.document)
    assert new is not None
    assert (new.base, new.is_stale, new.info.number) == (3, False, 4)
    assert title_of(new.document) == "Andres titel"
    assert isinstance(new.document, Procedure)
    assert new.document.step("modtag").guide == "Mit\n"
    assert drafts_of(workplace, **WHICH) == (new,)


def test_a_draft_put_aside_stays_in_the_history(workplace: Workplace) -> None:
    draft = written(workplace)
    discard_draft(workplace, **WHICH, number=draft.info.number)
    assert drafts_of(workplace, **WHICH) == ()
    story = history_of(workplace, **WHICH)[0]
    assert story.info.state is VersionState.RETIRED
    assert [deed.deed for deed in story.deeds] == [Deed.WRITTEN, Deed.DISCARDED]


def let_go(workplace: Workplace, draft: Draft, document: Procedure) -> Draft | None:
    return keep_or_let_go(
        workplace, document=document, base=draft.base, draft=draft.info.number, mark=draft.mark
    )


def test_a_draft_that_is_as_it_began_goes_without_a_trace_and_comes_again(
    workplace: Workplace,
) -> None:
    draft = written(workplace)
    assert let_go(workplace, draft, procedure()) is None
    assert all_drafts(workplace) == ()
    assert [story.info.number for story in history_of(workplace, **WHICH)] == [1]
    again = keep_or_let_go(workplace, document=procedure("Igen"), base=1)
    assert again is not None
    assert again.info.number == 2
    assert not again.beside
    with acting_as(workplace, "carl"):
        assert keep_or_let_go(workplace, document=procedure(), base=1) is None
    assert drafts_of(workplace, **WHICH) == (again,), "nothing is kept of what nobody changed"


def test_a_draft_that_was_sent_keeps_its_history_when_it_is_as_it_began(
    workplace: Workplace,
) -> None:
    number = sent(workplace)
    take_back(workplace, **WHICH, number=number)
    (draft,) = drafts_of(workplace, **WHICH)
    assert let_go(workplace, draft, procedure()) is None
    assert all_drafts(workplace) == ()
    story = history_of(workplace, **WHICH)[0]
    assert story.info.state is VersionState.RETIRED
    deeds = [deed.deed for deed in story.deeds]
    assert deeds == [Deed.WRITTEN, Deed.SENT, Deed.TAKEN_BACK, Deed.DISCARDED]


def test_what_another_window_wrote_in_the_draft_does_not_go(workplace: Workplace) -> None:
    draft = written(workplace)
    other = keep(workplace, draft, procedure("Fra det andet vindue"))
    assert let_go(workplace, draft, procedure()) is None
    assert drafts_of(workplace, **WHICH) == (other,)


def test_a_draft_that_a_suggestion_waits_in_stays(workplace: Workplace) -> None:
    asked = suggest(workplace, **WHICH, text="Ring først")
    draft = take_up(workplace, number=asked.id)
    changed = keep(workplace, draft, procedure("Ring først"))
    kept = let_go(workplace, changed, procedure())
    assert kept is not None
    assert drafts_of(workplace, **WHICH) == (kept,)


def test_a_stale_draft_that_has_nothing_of_its_own_any_more_is_put_aside(
    workplace: Workplace,
) -> None:
    mine = written(workplace, "Samme titel")
    with acting_as(workplace, "carl"):
        published(workplace, "Samme titel")
    merged = merge_draft(workplace, **WHICH, number=mine.info.number)
    assert isinstance(merged.document, Procedure)
    assert rebase_draft(workplace, number=mine.info.number, document=merged.document) is None
    assert all_drafts(workplace) == ()


def test_any_version_can_be_restored_as_a_draft(workplace: Workplace) -> None:
    published(workplace)
    draft = restore_version(workplace, **WHICH, number=1)
    assert title_of(draft.document) == "Underretning"
    assert (draft.base, draft.is_stale) == (2, False)
    (deed,) = history_of(workplace, **WHICH)[0].deeds
    assert (deed.deed, deed.other) == (Deed.RESTORED, 1)


def test_the_history_tells_who_did_what_when_and_why(workplace: Workplace, clock: Clock) -> None:
    clock.forward(hours=1)
    published(workplace)
    new, old = history_of(workplace, **WHICH)
    assert [(deed.deed, deed.actor) for deed in new.deeds] == [
        (Deed.WRITTEN, "anna"),
        (Deed.SENT, "anna"),
        (Deed.PUBLISHED, "bo"),
    ]
    assert new.deeds[-1].note == "Ny praksis"
    assert new.deeds[-1].at == clock.moment
    assert old.info.state is VersionState.RETIRED


def test_who_else_wrote_in_a_draft_is_noted_once(workplace: Workplace) -> None:
    draft = written(workplace)
    with acting_as(workplace, "carl"):
        draft = keep(workplace, draft, procedure("Carls"))
        keep(workplace, draft, procedure("Carls igen"))
    deeds = history_of(workplace, **WHICH)[0].deeds
    assert [(deed.deed, deed.actor) for deed in deeds] == [
        (Deed.WRITTEN, "anna"),
        (Deed.CHANGED, "carl"),
    ]


def test_a_new_document_begins_as_a_draft_and_takes_its_id(workplace: Workplace) -> None:
    draft = keep_draft(workplace, document=renamed(procedure(), "helt-ny"), base=None)
    assert (draft.info.number, draft.base, draft.is_stale) == (1, None, False)
    assert taken_ids(workplace, kind=Kind.PROCEDURE) == {"underretning", "helt-ny"}
    assert [one.id for one in load_shelf(workplace).library.procedures] == ["underretning"]


def test_a_card_can_be_written_as_well(workplace: Workplace) -> None:
    card = load_shelf(workplace).library.cards[0]
    draft = keep_draft(workplace, document=msgspec.structs.replace(card, aim="Nyt"), base=1)
    assert draft.info.kind is Kind.CARD


@pytest.mark.parametrize(
    ("code", "act"),
    [
        ("no_such_draft", lambda workplace: discard_draft(workplace, **WHICH, number=9)),
        ("no_such_version", lambda workplace: restore_version(workplace, **WHICH, number=9)),
        ("nothing_differs", lambda workplace: restore_version(workplace, **WHICH, number=1)),
        ("cpr_in_document", lambda workplace: written(workplace, "Sag 010190-1234")),
    ],
)
def test_what_cannot_be_done_is_refused(workplace: Workplace, code: str, act: object) -> None:
    assert callable(act)
    with pytest.raises(Refused) as refused:
        act(workplace)
    assert refused.value.code == code


def test_only_a_team_leader_writes(workplace: Workplace) -> None:
    change_settings(workplace, role="")
    with pytest.raises(Refused) as refused:
        written(workplace)
    assert refused.value.code == "not_team_leader"
    assert drafts_of(workplace, **WHICH) == ()


def test_another_window_is_told_that_someone_writes(
    data: Path, shipped: Path, clock: Clock, workplace: Workplace
) -> None:
    with open_workplace(data, shipped=shipped, clock=clock, actor="bo") as other:
        other.changes_elsewhere()
        written(workplace)
        assert other.changes_elsewhere().authoring
        assert not other.changes_elsewhere()
