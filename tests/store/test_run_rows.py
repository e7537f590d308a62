import threading
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from app.model.errors import Refused
from app.model.run.run import (
    AnyHappening,
    Closed,
    DateSet,
    ItemMarked,
    Mark,
    Noted,
    Reopened,
    RunEvent,
    Started,
    StepDone,
    StepReopened,
    Undone,
    WayChosen,
)
from app.store import run_rows as runs_module
from app.store.database_opening import open_store
from app.store.tables import case_run
from app.store.unit_of_work import Store
from tests.store.make import NOW, begin, later, procedure, publish, run_named

EVERYTHING: list[AnyHappening] = [
    ItemMarked("foerst", 0, Mark.NOT_RELEVANT, "Barnet er fyldt 18"),
    WayChosen("foerst", 1),
    StepDone("foerst", "Barnet kunne ikke nås"),
    StepReopened("foerst"),
    Noted("foerst", "Ringet til skolen\nÆØÅ — „citat“"),
    DateSet("anbringelse-begyndt", datetime(2026, 11, 1, 9, 30, tzinfo=UTC)),
    DateSet("anbringelse-begyndt", None),
    Closed("Afsluttet"),
    Reopened(),
    Undone(3),
]


def test_a_log_comes_back_as_it_was(store: Store) -> None:
    begin(store, run_named("a"), publish(store, procedure()))
    with store.writing() as work:
        for number, what in enumerate(EVERYTHING):
            work.runs.append("a", what, at=later(number), actor="bo")
        work.commit()
    with store.reading() as work:
        events = work.runs.events("a")
    assert [event.what for event in events] == [Started(NOW), *EVERYTHING]
    assert [event.sequence for event in events] == list(range(1, len(EVERYTHING) + 2))
    assert events[3] == RunEvent(4, later(2), "bo", StepDone("foerst", "Barnet kunne ikke nås"))


@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_any_happening_survives_being_stored(text: str) -> None:
    import msgspec

    what = Noted("foerst", text)
    assert runs_module._WHAT.decode(msgspec.json.encode(what)) == what


def test_two_windows_never_give_one_number(store: Store) -> None:
    begin(store, run_named("a"), publish(store, procedure()))

    def tick(actor: str) -> None:
        window = open_store(store.path.parent, now=NOW)
        for number in range(15):
            with window.writing() as work:
                what = ItemMarked("foerst", number % 3, Mark.DONE)
                work.runs.append("a", what, at=later(number), actor=actor)
                work.commit()
        window.close()

    windows = [threading.Thread(target=tick, args=(name,)) for name in ("anna", "bo", "ida")]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    with store.reading() as work:
        events = work.runs.events("a")
    assert [event.sequence for event in events] == list(range(1, 47))


def test_a_run_is_found_with_the_version_it_follows(store: Store) -> None:
    key = publish(store, procedure())
    begin(store, run_named("a"), key)
    with store.reading() as work:
        found = work.runs.get("a")
        assert work.runs.get("b") is None
    assert found
    assert (found.run, found.version_key) == (run_named("a"), key)


def test_the_list_puts_the_next_deadline_first(store: Store) -> None:
    key = publish(store, procedure())
    begin(store, run_named("none"), key)
    begin(store, run_named("late"), key, next_due=later(500))
    begin(store, run_named("soon"), key, next_due=later(5))
    with store.reading() as work:
        listed = work.runs.listing().rows
    assert [row.run.id for row in listed] == ["soon", "late", "none"]


def test_the_list_can_be_narrowed(store: Store) -> None:
    key = publish(store, procedure())
    begin(store, run_named("a", "2026-04417"), key)
    begin(store, run_named("b", "2026-00002"), key)
    with store.reading() as work:
        by_case = work.runs.listing(case_number="2026-00002").rows
        assert work.runs.listing(owner="bo").rows == ()
        assert work.runs.listing(closed=True).rows == ()
        assert len(work.runs.listing(closed=False, owner="anna").rows) == 2
    assert [row.run.id for row in by_case] == ["b"]


def test_open_and_closed_runs_are_named_apart(store: Store) -> None:
    key = publish(store, procedure())
    for name in ("a", "b"):
        begin(store, run_named(name), key)
    with store.writing() as work:
        closed = structs.replace(work.runs.listing().rows[0], closed=later(5))
        work.runs.keep_summary(closed)
        work.commit()
    with store.reading() as work:
        still_open = {"a", "b"} - {closed.run.id}
        assert set(work.runs.ids(closed=True)) == {closed.run.id}
        assert set(work.runs.ids(closed=False)) == still_open
        assert set(work.runs.ids()) == {"a", "b"}


def test_a_row_that_cannot_be_read_is_named_so_that_it_is_made_anew(store: Store) -> None:
    begin(store, run_named("a"), publish(store, procedure()))
    with store.writing() as work:
        work._connection.execute(case_run.update().values(summary="{}"))
        assert work.runs.listing().unreadable == ("a",)


def test_what_happened_since_can_be_asked(store: Store) -> None:
    key = publish(store, procedure())
    begin(store, run_named("a"), key)
    with store.reading() as work:
        seen = work.runs.newest_event()
    begin(store, run_named("b"), key)
    with store.reading() as work:
        assert work.runs.changed_since(seen) == {"b"}
        assert work.runs.changed_since(work.runs.newest_event()) == frozenset()


@pytest.mark.parametrize(
    "what",
    [
        Noted("foerst", "Barnet 010190-1234"),
        StepDone("foerst", "010190 1234"),
        ItemMarked("foerst", 0, Mark.NOT_RELEVANT, "0101901234"),
        Closed("010190-1234"),
    ],
)
def test_no_event_with_a_cpr_number_is_stored(store: Store, what: AnyHappening) -> None:
    begin(store, run_named("a"), publish(store, procedure()))
    with pytest.raises(Refused) as refused, store.writing() as work:
        work.runs.append("a", what, at=NOW, actor="anna")
    assert refused.value.code == "cpr_in_event"


def test_no_case_number_that_is_a_cpr_number_is_stored(store: Store) -> None:
    with pytest.raises(Refused) as refused:
        begin(store, run_named("a", "010190-1234"), publish(store, procedure()))
    assert refused.value.code == "cpr_in_case_number"


def test_of_a_known_log_only_the_end_is_read_and_all_of_it_where_that_is_another(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = run_named("a")
    begin(store, run, publish(store, procedure()))
    with store.writing() as work:
        for text in ("en", "to", "tre"):
            work.runs.append(run.id, Noted("foerst", text), at=NOW, actor="anna")
        work.commit()
    with store.reading() as work:
        whole = work.runs.events(run.id)
        read: list[str] = []
        reading = runs_module.read_payload

        def counted(text: str) -> AnyHappening:
            read.append(text)
            return reading(text)

        monkeypatch.setattr(runs_module, "read_payload", counted)
        assert work.runs.events(run.id, whole[:-1]) == whole
        assert len(read) == 2, "the last that is known, and what came after"
        never_kept = RunEvent(whole[-1].sequence, NOW, "anna", Noted("foerst", "fortrudt"))
        assert work.runs.events(run.id, (*whole[:-1], never_kept)) == whole
        never_there = RunEvent(whole[-1].sequence + 1, NOW, "anna", Noted("foerst", "fire"))
        assert work.runs.events(run.id, (*whole, never_there)) == whole
