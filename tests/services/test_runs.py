from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.model.errors import Refused
from app.model.ids import TRIGGER
from app.model.library.procedure import Deadline
from app.model.run.hearing import Company, Heard, HearingGround, NotHeard
from app.model.run.run import (
    DateSet,
    ItemMarked,
    LateMarked,
    Mark,
    Noted,
    Started,
    StepDone,
    StepReopened,
    Undone,
    WayChosen,
)
from app.model.run.state import ChildHeard, StepStatus
from app.services import run_lists, run_steps, run_tools, runs
from app.services.opening import open_workplace
from app.services.run_core import RunView
from app.services.workplace import Workplace
from app.store.tables import case_run
from tests.services.make import NOW, Clock, library, procedure, ship

START = NOW - timedelta(hours=2)
HEARD = Heard(START, Company.ALONE, "raadgiver")
NOT_HEARD = NotHeard(HearingGround.CIRCUMSTANCES, "Barnet er på hospitalet", "raadgiver")


@pytest.fixture
def begun(workplace: Workplace) -> RunView:
    return runs.start_run(
        workplace, procedure="underretning", case_number="2026-04417", trigger=START
    )


def id_of(view: RunView) -> str:
    return view.state.run.id


def refusal(do: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as refused:
        do()
    return refused.value


def finish(workplace: Workplace, run: str, *steps: str) -> RunView:
    """Mark steps done, with a reason where one is asked for, and the child heard."""
    view = runs.open_run(workplace, run=run)
    for step in steps:
        view = run_steps.finish_step(workplace, run=run, step=step, reason="Aftalt", hearing=HEARD)
    return view


# Starting


def test_a_run_starts_where_its_clock_started(workplace: Workplace, begun: RunView) -> None:
    state = begun.state
    assert (state.run.case_number, state.run.owner, state.run.version) == ("2026-04417", "anna", 1)
    assert state.trigger == START
    assert state.steps["modtag"].status is StepStatus.NOW
    assert state.steps["modtag"].due
    assert begun.events[0].what == Started(START)
    assert begun.version.is_template
    assert runs.open_run(workplace, run=id_of(begun)) == begun


def test_dates_that_are_known_are_given_at_the_start(workplace: Workplace) -> None:
    born = datetime(2008, 11, 26, tzinfo=UTC)
    view = runs.start_run(
        workplace,
        procedure="underretning",
        case_number="7",
        trigger=START,
        dates={"fyldt-18": born},
    )
    assert view.state.dates == {"fyldt-18": born}


def test_a_time_without_a_zone_is_danish(workplace: Workplace) -> None:
    view = runs.start_run(
        workplace, procedure="underretning", case_number="7", trigger=datetime(2026, 11, 26, 9, 0)
    )
    assert view.state.trigger == datetime(2026, 11, 26, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "case_number_missing"),
        ("  \t ", "case_number_missing"),
        ("010190-1234", "cpr_in_case_number"),
        ("sag 0101901234", "cpr_in_case_number"),
        ("010190 1234", "cpr_in_case_number"),
        ("1" * 41, "case_number_too_long"),
        ("Anders And", "case_number_without_digit"),
    ],
)
def test_a_case_number_that_cannot_be_one_is_refused(
    workplace: Workplace, typed: str, code: str
) -> None:
    refused = refusal(
        lambda: runs.start_run(
            workplace, procedure="underretning", case_number=typed, trigger=START
        )
    )
    assert refused.code == code
    assert run_lists.list_runs(workplace) == ()


def test_a_case_number_is_kept_without_stray_space(workplace: Workplace) -> None:
    view = runs.start_run(
        workplace, procedure="underretning", case_number="  2026  04417\n", trigger=START
    )
    assert view.state.run.case_number == "2026 04417"


def test_the_clock_cannot_start_in_the_future(workplace: Workplace) -> None:
    refused = refusal(
        lambda: runs.start_run(
            workplace, procedure="underretning", case_number="7", trigger=NOW + timedelta(hours=1)
        )
    )
    assert refused.code == "trigger_in_future"


def test_a_year_that_nobody_means_is_refused(workplace: Workplace) -> None:
    refused = refusal(
        lambda: runs.start_run(
            workplace, procedure="underretning", case_number="7", trigger=START.replace(year=206)
        )
    )
    assert (refused.code, refused.params["year"]) == ("date_unlikely", "206")


def test_only_what_is_published_can_be_followed(workplace: Workplace) -> None:
    refused = refusal(
        lambda: runs.start_run(workplace, procedure="ukendt", case_number="7", trigger=START)
    )
    assert refused.code == "no_such_procedure"


# Working


def test_a_mark_is_kept_with_who_and_when(
    workplace: Workplace, clock: Clock, begun: RunView
) -> None:
    clock.forward(minutes=5)
    run_steps.mark_item(workplace, run=id_of(begun), step="modtag", item=0, mark=Mark.DONE)
    item = runs.open_run(workplace, run=id_of(begun)).state.steps["modtag"].items[0]
    assert (item.mark, item.by, item.at) == (Mark.DONE, "anna", NOW + timedelta(minutes=5))


def test_a_mark_can_be_taken_back_and_the_log_keeps_it(
    workplace: Workplace, begun: RunView
) -> None:
    for mark in (Mark.DONE, Mark.OPEN):
        view = run_steps.mark_item(workplace, run=id_of(begun), step="modtag", item=0, mark=mark)
    assert view.state.steps["modtag"].items[0].mark is Mark.OPEN
    assert [event.what for event in view.events[1:]] == [
        ItemMarked("modtag", 0, Mark.DONE),
        ItemMarked("modtag", 0, Mark.OPEN),
    ]


def test_what_the_law_asks_for_is_not_put_aside_without_a_reason(
    workplace: Workplace, begun: RunView
) -> None:
    def put_aside(item: int, reason: str = "") -> RunView:
        return run_steps.mark_item(
            workplace,
            run=id_of(begun),
            step="modtag",
            item=item,
            mark=Mark.NOT_RELEVANT,
            reason=reason,
        )

    refused = refusal(lambda: put_aside(0))
    assert refused.code == "item_needs_reason"
    assert refused.params["item"] == "Dato og klokkeslæt er noteret"
    assert put_aside(0, " Noteret  i DUBU ").state.steps["modtag"].items[0].reason == (
        "Noteret i DUBU"
    )
    assert put_aside(1).state.steps["modtag"].items[1].mark is Mark.NOT_RELEVANT


def test_a_way_can_be_chosen_and_chosen_again(workplace: Workplace, begun: RunView) -> None:
    finish(workplace, id_of(begun), "modtag", "samtale")
    run_steps.choose_way(workplace, run=id_of(begun), step="vurder", way=0)
    view = run_steps.choose_way(workplace, run=id_of(begun), step="vurder", way=1)
    assert view.state.steps["vurder"].way == 1
    assert [e.what for e in view.events[-2:]] == [WayChosen("vurder", 0), WayChosen("vurder", 1)]


def test_what_decides_on_the_child_asks_whether_it_was_heard(
    workplace: Workplace, begun: RunView
) -> None:
    run = id_of(begun)
    run_steps.choose_way(workplace, run=run, step="vurder", way=1)
    refused = refusal(
        lambda: run_steps.finish_step(workplace, run=run, step="vurder", reason="Haster")
    )
    assert (refused.code, refused.params) == (
        "hearing_missing",
        {"step": "Skal sagen undersøges?"},
    )
    view = run_steps.finish_step(workplace, run=run, step="vurder", hearing=NOT_HEARD)
    assert view.state.steps["vurder"].is_done
    assert view.state.steps["vurder"].hearing == NOT_HEARD
    assert view.state.deviations == 1
    row = run_lists.list_runs(workplace)[0]
    assert (row.child, row.hearing) == (ChildHeard.NOT_HEARD, NOT_HEARD)


def test_a_talk_is_not_done_before_it_says_whether_the_child_was_heard(
    workplace: Workplace, begun: RunView
) -> None:
    run = id_of(begun)
    finish(workplace, run, "modtag")
    refused = refusal(lambda: run_steps.finish_step(workplace, run=run, step="samtale"))
    assert refused.code == "hearing_missing"
    view = run_steps.finish_step(workplace, run=run, step="samtale", hearing=HEARD)
    assert view.state.steps["samtale"].hearing == HEARD
    assert not view.state.steps["vurder"].gate_missing
    again = run_steps.reopen_step(workplace, run=run, step="samtale")
    assert again.state.steps["samtale"].hearing is None
    assert again.state.steps["vurder"].gate_missing == ("samtale",)


def test_a_talk_that_is_dated_back_keeps_what_it_says(workplace: Workplace, begun: RunView) -> None:
    run = id_of(begun)
    finish(workplace, run, "modtag", "samtale")
    view = run_steps.set_done_time(
        workplace, run=run, step="samtale", when=START + timedelta(hours=1)
    )
    assert view.state.steps["samtale"].hearing == HEARD


@pytest.mark.parametrize(
    ("hearing", "code"),
    [
        (replace(NOT_HEARD, words="x"), "hearing_needs_words"),
        (replace(NOT_HEARD, words="nej"), "hearing_needs_words"),
        (replace(NOT_HEARD, decided_by=""), "hearing_needs_role"),
        (replace(HEARD, led_by=""), "hearing_needs_role"),
        (replace(HEARD, when=NOW + timedelta(hours=1)), "heard_in_future"),
        (replace(NOT_HEARD, words="Barnet 010190-1234 er syg"), "cpr_in_reason"),
    ],
)
def test_what_is_said_of_the_child_says_something(
    workplace: Workplace, begun: RunView, hearing: Heard | NotHeard, code: str
) -> None:
    run = id_of(begun)
    refused = refusal(
        lambda: run_steps.finish_step(workplace, run=run, step="samtale", hearing=hearing)
    )
    assert refused.code == code
    assert not runs.open_run(workplace, run=run).state.steps["samtale"].is_done


def test_a_run_that_was_worked_on_is_not_closed_before_it_tells_of_the_child(
    workplace: Workplace, begun: RunView
) -> None:
    run = id_of(begun)
    finish(workplace, run, "modtag")
    refused = refusal(lambda: runs.close_run(workplace, run=run, result="Gennemført"))
    assert refused.code == "hearing_missing_at_close"
    view = runs.close_run(workplace, run=run, result="Gennemført", hearing=NOT_HEARD)
    assert view.state.said_at_close == NOT_HEARD
    assert run_lists.list_runs(workplace, closed=True)[0].child is ChildHeard.NOT_HEARD
    again = runs.reopen_run(workplace, run=run)
    assert again.state.said_at_close is None


def test_a_run_that_was_started_by_mistake_is_closed_without_more(
    workplace: Workplace, begun: RunView
) -> None:
    view = runs.close_run(workplace, run=id_of(begun), result="Startet ved en fejl")
    assert view.state.is_closed


def test_a_decision_is_not_done_before_it_took_a_way(workplace: Workplace, begun: RunView) -> None:
    finish(workplace, id_of(begun), "modtag", "samtale")
    refused = refusal(lambda: run_steps.finish_step(workplace, run=id_of(begun), step="vurder"))
    assert refused.code == "way_not_chosen"


def test_a_step_can_be_opened_again(workplace: Workplace, begun: RunView) -> None:
    finish(workplace, id_of(begun), "modtag")
    view = run_steps.reopen_step(workplace, run=id_of(begun), step="modtag")
    assert not view.state.steps["modtag"].is_done
    assert [e.what for e in view.events[1:]] == [
        StepDone("modtag", "Aftalt"),
        StepReopened("modtag"),
    ]


def test_a_note_takes_the_place_of_the_one_before(workplace: Workplace, begun: RunView) -> None:
    for text in ("Ringet", "Ringet til skolen\nTaler igen mandag "):
        view = run_steps.write_note(workplace, run=id_of(begun), step="modtag", text=text)
    assert view.state.steps["modtag"].note == "Ringet til skolen\nTaler igen mandag "
    assert view.events[1].what == Noted("modtag", "Ringet")


@pytest.mark.parametrize("text", ["x\x00y", "x\ud800y", "x\x1by"])
def test_what_no_file_can_hold_is_left_out(workplace: Workplace, begun: RunView, text: str) -> None:
    view = run_steps.write_note(workplace, run=id_of(begun), step="modtag", text=text)
    assert view.state.steps["modtag"].note == "xy"


def test_a_date_can_be_set_and_taken_back(workplace: Workplace, begun: RunView) -> None:
    moment = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    view = runs.set_date(workplace, run=id_of(begun), event="anbringelse-begyndt", value=moment)
    assert view.state.dates == {"anbringelse-begyndt": moment}
    view = runs.set_date(workplace, run=id_of(begun), event="anbringelse-begyndt", value=None)
    assert view.state.dates == {}
    assert isinstance(view.events[-1].what, DateSet)


def test_doing_the_same_again_leaves_no_trace(workplace: Workplace, begun: RunView) -> None:
    run = id_of(begun)
    moment = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    for _ in range(2):
        run_steps.mark_item(workplace, run=run, step="modtag", item=0, mark=Mark.DONE)
        run_steps.write_note(workplace, run=run, step="modtag", text="Ringet")
        run_steps.choose_way(workplace, run=run, step="vurder", way=1)
        runs.set_date(workplace, run=run, event="anbringelse-begyndt", value=moment)
        view = finish(workplace, run, "modtag")
    assert len(view.events) == 6


CPR = "Barnet 010190-1234"


@pytest.mark.parametrize(
    ("code", "do"),
    [
        ("cpr_in_note", lambda p, r: run_steps.write_note(p, run=r, step="modtag", text=CPR)),
        (
            "cpr_in_reason",
            lambda p, r: run_steps.finish_step(p, run=r, step="modtag", reason=CPR),
        ),
        (
            "cpr_in_reason",
            lambda p, r: run_steps.mark_item(
                p, run=r, step="modtag", item=0, mark=Mark.NOT_RELEVANT, reason=CPR
            ),
        ),
        ("cpr_in_reason", lambda p, r: runs.close_run(p, run=r, result=CPR)),
        (
            "note_too_long",
            lambda p, r: run_steps.write_note(p, run=r, step="modtag", text="x" * 5000),
        ),
        (
            "reason_too_long",
            lambda p, r: run_steps.finish_step(p, run=r, step="modtag", reason="x" * 600),
        ),
    ],
)
def test_text_that_must_not_be_kept_is_refused(
    workplace: Workplace,
    begun: RunView,
    code: str,
    do: Callable[[Workplace, str], RunView],
) -> None:
    assert refusal(lambda: do(workplace, id_of(begun))).code == code
    assert runs.open_run(workplace, run=id_of(begun)).events == begun.events


@pytest.mark.parametrize(
    ("code", "do"),
    [
        ("unknown_step", lambda p, r: run_steps.finish_step(p, run=r, step="ukendt")),
        ("unknown_step", lambda p, r: run_steps.reopen_step(p, run=r, step="ukendt")),
        ("unknown_step", lambda p, r: run_steps.write_note(p, run=r, step="ukendt", text="x")),
        ("unknown_way", lambda p, r: run_steps.choose_way(p, run=r, step="vurder", way=5)),
        (
            "unknown_item",
            lambda p, r: run_steps.mark_item(p, run=r, step="modtag", item=9, mark=Mark.DONE),
        ),
    ],
)
def test_what_the_procedure_has_not_is_refused(
    workplace: Workplace, begun: RunView, code: str, do: Callable[[Workplace, str], RunView]
) -> None:
    assert refusal(lambda: do(workplace, id_of(begun))).code == code


# Undoing


def test_what_was_done_is_undone_and_redone_step_by_step(
    workplace: Workplace, begun: RunView
) -> None:
    run = id_of(begun)
    run_steps.mark_item(workplace, run=run, step="modtag", item=0, mark=Mark.DONE)
    run_steps.mark_item(workplace, run=run, step="modtag", item=1, mark=Mark.DONE)

    def settled(view: RunView) -> int:
        return view.state.steps["modtag"].settled

    counts = [
        settled(do(workplace, run=run)) for do in (runs.undo, runs.undo, runs.redo, runs.redo)
    ]
    assert counts == [1, 0, 1, 2]
    view = runs.open_run(workplace, run=run)
    assert len(view.events) == 7
    assert view.may_undo
    assert not view.may_redo
    assert isinstance(view.events[-1].what, Undone)


def test_there_is_not_always_something_to_undo(workplace: Workplace, begun: RunView) -> None:
    assert not begun.may_undo
    assert refusal(lambda: runs.undo(workplace, run=id_of(begun))).code == "nothing_to_undo"
    assert refusal(lambda: runs.redo(workplace, run=id_of(begun))).code == "nothing_to_redo"


# Ending


def test_a_closed_run_is_read_but_not_changed(workplace: Workplace, begun: RunView) -> None:
    run = id_of(begun)
    view = runs.close_run(workplace, run=run, result="Flyttet")
    assert view.state.closed == "Flyttet"
    refused = refusal(lambda: run_steps.write_note(workplace, run=run, step="modtag", text="Mere"))
    assert refused.code == "run_closed"
    assert [row.run.id for row in run_lists.list_runs(workplace, closed=True)] == [run]
    assert run_lists.list_runs(workplace, closed=False) == ()


def test_a_closed_run_can_be_taken_up_again(workplace: Workplace, begun: RunView) -> None:
    run = id_of(begun)
    runs.close_run(workplace, run=run)
    runs.reopen_run(workplace, run=run)
    view = run_steps.write_note(workplace, run=run, step="modtag", text="Mere")
    assert not view.state.is_closed
    runs.close_run(workplace, run=run)
    assert not runs.undo(workplace, run=run).state.is_closed


def test_what_one_did_oneself_is_seen_through_by_another_only(
    workplace: Workplace, begun: RunView
) -> None:
    run = id_of(begun)
    verify = partial(run_steps.mark_item, run=run, step="modtag", item=0, mark=Mark.VERIFIED)
    assert refusal(lambda: verify(workplace)).code == "verify_not_done"
    run_steps.mark_item(workplace, run=run, step="modtag", item=0, mark=Mark.DONE)
    assert refusal(lambda: verify(workplace)).code == "verify_own_work"
    workplace.actor = "bo"
    item = verify(workplace).state.steps["modtag"].items[0]
    assert (item.mark, item.by, item.done_by) == (Mark.VERIFIED, "bo", "anna")


def test_a_run_that_is_not_there_is_refused(workplace: Workplace) -> None:
    assert refusal(lambda: runs.open_run(workplace, run="findesikke")).code == "no_such_run"
    assert refusal(lambda: runs.undo(workplace, run="findesikke")).code == "no_such_run"


# The list


def test_the_list_tells_where_each_run_stands(workplace: Workplace, begun: RunView) -> None:
    (row,) = run_lists.list_runs(workplace)
    assert (row.title, row.stands_at, row.done, row.total) == (
        "Underretning",
        "Modtag og notér",
        0,
        4,
    )
    assert row.next_due == START + timedelta(hours=24)
    assert row.child is ChildHeard.NOT_YET
    finish(workplace, id_of(begun), "modtag", "samtale")
    (row,) = run_lists.list_runs(workplace)
    assert (row.stands_at, row.done) == ("Skal sagen undersøges?", 2)
    assert row.child is ChildHeard.HEARD
    assert row.next_due is None


def test_a_clock_that_was_set_back_writes_no_false_time_and_loses_no_note(
    workplace: Workplace, clock: Clock, begun: RunView
) -> None:
    run = begun.state.run.id
    clock.forward(days=-30)
    for act in (
        partial(run_steps.mark_item, step="modtag", item=0, mark=Mark.DONE),
        partial(run_steps.finish_step, step="modtag"),
        runs.close_run,
    ):
        with pytest.raises(Refused) as refused:
            act(workplace, run=run)
        assert refused.value.code == "clock_before_start"
    noted = run_steps.write_note(workplace, run=run, step="modtag", text="Ringet")
    assert noted.state.steps["modtag"].note == "Ringet"
    runs.set_date(workplace, run=run, event=TRIGGER, value=clock.moment)
    assert run_steps.finish_step(workplace, run=run, step="modtag").state.steps["modtag"].is_done


def test_a_run_becomes_late_by_the_clock_alone(
    workplace: Workplace, clock: Clock, begun: RunView
) -> None:
    assert run_lists.list_runs(workplace)[0].late == 0
    clock.forward(hours=23)
    assert run_lists.list_runs(workplace)[0].late == 1
    assert runs.open_run(workplace, run=id_of(begun)).state.late


def test_rows_that_cannot_be_read_are_made_from_the_log(
    workplace: Workplace, begun: RunView
) -> None:
    (before,) = run_lists.list_runs(workplace)
    with workplace.store.writing() as work:
        work.runs._connection.execute(case_run.update().values(summary=""))
        work.commit()
    assert run_lists.list_runs(workplace) == (before,)


def test_a_run_stays_on_the_version_it_began_with(
    workplace: Workplace, clock: Clock, begun: RunView
) -> None:
    assert workplace.shipped
    ship(workplace.shipped, library(procedure(title="Underretning, ny udgave")))
    with open_workplace(workplace.folder, shipped=workplace.shipped, clock=clock) as later:
        view = runs.open_run(later, run=id_of(begun))
        new = runs.start_run(later, procedure="underretning", case_number="8", trigger=START)
    assert (view.procedure.title, view.version.number) == ("Underretning", 1)
    assert (new.procedure.title, new.version.number) == ("Underretning, ny udgave", 2)


# What an overrun deadline asks for


def test_what_an_overrun_deadline_asks_for_is_marked_once_it_is_over(
    tmp_path: Path, clock: Clock
) -> None:
    made = procedure()
    deadline = Deadline("4 months", after="trigger", law="bl:20.3", late="Skriv en vurdering")
    steps = (replace(made.steps[0], deadline=deadline), *made.steps[1:])
    ship(tmp_path / "shipped", library(replace(made, steps=steps)))
    with open_workplace(
        tmp_path / "data", shipped=tmp_path / "shipped", clock=clock, actor="anna"
    ) as workplace:
        begun = runs.start_run(
            workplace, procedure="underretning", case_number="2026-04417", trigger=START
        )
        run = id_of(begun)
        early = refusal(
            lambda: run_steps.mark_late(workplace, run=run, step="modtag", mark=Mark.DONE)
        )
        assert (early.code, early.params) == ("deadline_not_over", {"step": "Modtag og notér"})
        clock.forward(days=150)
        marked = run_steps.mark_late(workplace, run=run, step="modtag", mark=Mark.DONE)
        assert marked.events[-1].what == LateMarked("modtag", Mark.DONE)
        again = run_steps.mark_late(workplace, run=run, step="modtag", mark=Mark.DONE)
        assert len(again.events) == len(marked.events)
        assert runs.undo(workplace, run=run).state.steps["modtag"].late.mark is Mark.OPEN
        assert runs.redo(workplace, run=run).state.steps["modtag"].late.by == "anna"
        aside = refusal(
            lambda: run_steps.mark_late(workplace, run=run, step="modtag", mark=Mark.NOT_RELEVANT)
        )
        assert aside.code == "item_needs_reason"
        view = run_steps.mark_late(
            workplace, run=run, step="modtag", mark=Mark.NOT_RELEVANT, reason="Færdig i morgen"
        )
        assert view.state.deviations == 1


@pytest.mark.parametrize("number", ["²", "\u200b", "\u202e"])
def test_a_number_of_unseen_signs_is_no_case_number(workplace: Workplace, number: str) -> None:
    with pytest.raises(Refused):
        runs.start_run(workplace, procedure="underretning", case_number=number, trigger=START)


def test_a_case_number_is_kept_as_it_is_read(workplace: Workplace) -> None:
    view = runs.start_run(
        workplace, procedure="underretning", case_number="20\u200b26-\u202e7", trigger=START
    )
    assert view.state.run.case_number == "2026-7"


def test_what_could_not_be_read_again_is_not_kept(workplace: Workplace) -> None:
    run = runs.start_run(
        workplace, procedure="underretning", case_number="7", trigger=START
    ).state.run.id
    for event in ("Ikke et navn", "domstol-traf-afgoerelse"):
        with pytest.raises(Refused) as refused:
            runs.set_date(workplace, run=run, event=event, value=START)
        assert refused.value.code == "unknown_event"
    with pytest.raises(Refused) as refused:
        run_tools.fill_tool(workplace, run=run, tool="fremmed", fields={"a": "b"})
    assert refused.value.code == "unknown_tool"
    assert len(runs.open_run(workplace, run=run).events) == 1
