"""Drafts, deeds, trials, suggestions and readings come back as they were written."""

from datetime import date

import msgspec
import pytest

from app.model.errors import Refused
from app.model.library.stored_version import Kind, VersionState
from app.model.library.version_work import Answered, Deed, Read, Trial, VersionDeed
from app.store.unit_of_work import Store
from tests.store.make import NOW, begin, later, procedure, publish, run_named

WHICH = (Kind.PROCEDURE, "prove")


def write_draft(store: Store, title: str = "Kladde", base: int | None = None) -> int:
    with store.writing() as work:
        info = work.items.add_version(
            *WHICH, procedure(title=title), shipped=False, author="anna", now=NOW, base=base
        )
        work.log.add(*WHICH, info.number, Deed.WRITTEN, at=NOW, actor="anna")
        work.commit()
    return info.number


def test_a_draft_is_found_with_its_base_until_it_is_sent(store: Store) -> None:
    publish(store, procedure())
    number = write_draft(store, base=1)
    with store.writing() as work:
        (draft,) = work.drafts.of(*WHICH)
        assert (draft.info.number, draft.base, draft.is_stale) == (2, 1, False)
        assert work.drafts.all(author="bo") == ()
        work.items.set_state(*WHICH, number, VersionState.IN_REVIEW, now=later(1))
        assert work.drafts.get(*WHICH, number) is None


def test_a_draft_is_stale_when_another_version_was_published(store: Store) -> None:
    publish(store, procedure())
    write_draft(store, base=1)
    publish(store, procedure(title="Andres"))
    with store.reading() as work:
        (draft,) = work.drafts.all()
    assert draft.is_stale


def test_a_newer_text_changes_the_mark_of_a_draft_and_nothing_else(store: Store) -> None:
    number = write_draft(store)
    with store.writing() as work:
        before = work.drafts.get(*WHICH, number)
        work.drafts.overwrite(*WHICH, number, procedure(title="Nyere"), now=later(2))
        after = work.drafts.get(*WHICH, number)
    assert before
    assert after
    assert after.document == procedure(title="Nyere")
    assert after.mark != before.mark
    assert after.changed == later(2)
    assert after.info == before.info


def test_only_a_draft_can_be_overwritten(store: Store) -> None:
    publish(store, procedure())
    with store.writing() as work:
        work.drafts.overwrite(*WHICH, 1, procedure(title="Nyere"), now=later(2))
        stored = work.items.version(*WHICH, 1)
    assert stored
    assert stored.document == procedure()


def test_no_draft_with_a_cpr_number_is_kept(store: Store) -> None:
    number = write_draft(store)
    with pytest.raises(Refused), store.writing() as work:
        work.drafts.overwrite(*WHICH, number, procedure(title="010190-1234"), now=NOW)


def test_deeds_are_told_in_the_order_they_were_done(store: Store) -> None:
    number = write_draft(store)
    with store.writing() as work:
        work.log.add(*WHICH, number, Deed.CHANGED, at=later(1), actor="bo")
        work.log.add(*WHICH, number, Deed.SENT, at=later(2), actor="anna", note="Ny lov", other=7)
        deeds = work.log.of(*WHICH)
        writers = work.log.writers(*WHICH, number)
    assert deeds[-1] == VersionDeed(1, later(2), "anna", Deed.SENT, "Ny lov", 7)
    assert [deed.deed for deed in deeds] == [Deed.WRITTEN, Deed.CHANGED, Deed.SENT]
    assert writers == {"anna", "bo"}


def test_a_trial_comes_back_with_its_period_and_what_came_of_it(store: Store) -> None:
    number = write_draft(store)
    begun = Trial(*WHICH, number, "Kortere", "Virker det?", date(2026, 12, 1), date(2027, 2, 1))
    with store.writing() as work:
        work.trials.add(begun)
        assert work.trials.of(*WHICH) == (begun,)
        assert work.trials.running(date(2027, 2, 1)) == (begun,)
        assert work.trials.running(date(2027, 2, 2)) == ()
        work.trials.decide(*WHICH, number, kept=False, evaluation="Nej", by="bo", now=later(9))
        (ended,) = work.trials.all(is_open=False)
        assert work.trials.all(is_open=True) == ()
    assert ended == msgspec.structs.replace(
        begun, kept=False, evaluation="Nej", decided_by="bo", decided_at=later(9)
    )


def test_a_suggestion_is_answered(store: Store) -> None:
    publish(store, procedure())
    with store.writing() as work:
        number = work.suggestions.add(
            *WHICH, step="foerst", version=1, text="Ring først", author="anna", now=NOW
        )
        before = work.suggestions.stamp()
        work.suggestions.answer(
            number, Answered.TAKEN, answer="Godt set", by="bo", now=later(1), draft=1
        )
        found = work.suggestions.get(number)
        assert work.suggestions.stamp() != before
        assert work.suggestions.all(state=Answered.OPEN) == ()
        assert work.suggestions.of(*WHICH) == (found,)
    assert found
    assert (found.state, found.answer, found.answered_at, found.draft) == (
        Answered.TAKEN,
        "Godt set",
        later(1),
        1,
    )


def test_who_has_read_a_version_is_noted_once(store: Store) -> None:
    begin(store, run_named("a"), publish(store, procedure()))
    with store.writing() as work:
        assert work.readings.unread("bo") == ((*WHICH, 1),)
        work.readings.add(*WHICH, 1, person="bo", now=NOW)
        work.readings.add(*WHICH, 1, person="bo", now=later(9))
        assert work.readings.of(*WHICH, 1) == (Read("bo", NOW),)
        assert work.readings.unread("bo") == ()
