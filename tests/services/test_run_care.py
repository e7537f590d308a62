"""A run is handed over, waits, is corrected, and goes on in another procedure."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from msgspec.structs import replace

from app.model.errors import Refused
from app.model.library.procedure import Deadline, Procedure, Step, StepKind, Transition
from app.model.run.carrying import carried
from app.model.run.run import StepDone
from app.model.run.run_listing import ListAsked, ListOrder, Scope, Show
from app.model.times import end_of_week
from app.services import run_lists, run_steps, runs
from app.services.opening import open_workplace
from app.services.run_core import RunView
from app.services.settings import change_settings
from app.services.workplace import Workplace
from tests.services.make import CHECKED, NOW, Clock, library, procedure, ship

START = NOW - timedelta(hours=2)


@pytest.fixture
def begun(workplace: Workplace) -> RunView:
    return runs.start_run(
        workplace, procedure="underretning", case_number="2026-04417", trigger=START
    )


def refusal(do: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        do()
    return refused.value.code


def asked(**more: object) -> ListAsked:
    return ListAsked(NOW, NOW + timedelta(days=4), **more)  # type: ignore[arg-type]  # one factory for all fields


def start(workplace: Workplace, number: str, hours: float = 2) -> str:
    view = runs.start_run(
        workplace,
        procedure="underretning",
        case_number=number,
        trigger=NOW - timedelta(hours=hours),
    )
    return view.state.run.id


# Handing over


def test_a_colleague_gets_a_run_and_may_give_it_back(workplace: Workplace, begun: RunView) -> None:
    run = begun.state.run.id
    assert runs.hand_over(workplace, run=run, to="  bo ").state.run.owner == "bo"
    assert run_lists.list_runs(workplace, owner="anna") == ()
    assert [row.run.owner for row in run_lists.list_runs(workplace, owner="bo")] == ["bo"]
    assert runs.undo(workplace, run=run).state.run.owner == "anna"
    assert runs.redo(workplace, run=run).state.run.owner == "bo"
    assert run_lists.colleagues(workplace) == ("anna", "bo")


def in_scope(workplace: Workplace, scope: Scope, me: str) -> list[str]:
    page = run_lists.page_of_runs(workplace, asked=asked(scope=scope, me=me))
    return [row.run.case_number for row in page.rows]


def test_whoever_let_go_of_a_run_finds_it_with_who_has_it_and_since_when(
    workplace: Workplace, begun: RunView
) -> None:
    run = begun.state.run.id
    runs.hand_over(workplace, run=run, to="bo")
    workplace.actor = "bo"
    runs.hand_over(workplace, run=run, to="carl")
    assert in_scope(workplace, Scope.GIVEN, "anna") == ["2026-04417"]
    assert in_scope(workplace, Scope.GIVEN, "bo") == ["2026-04417"]
    assert in_scope(workplace, Scope.GIVEN, "carl") == []
    assert in_scope(workplace, Scope.MINE, "carl") == ["2026-04417"]
    row = run_lists.list_runs(workplace)[0]
    given = row.given_by("anna")
    assert given is not None
    assert (given.to, given.by, given.at) == ("bo", "anna", NOW)
    assert row.given_by("carl") is None


def test_a_run_that_another_gave_away_is_still_found(workplace: Workplace, begun: RunView) -> None:
    workplace.actor = "bo"
    runs.hand_over(workplace, run=begun.state.run.id, to="carl")
    assert in_scope(workplace, Scope.GIVEN, "anna") == ["2026-04417"]
    assert in_scope(workplace, Scope.GIVEN, "bo") == ["2026-04417"]


def test_what_was_taken_back_or_undone_is_no_longer_given(
    workplace: Workplace, begun: RunView
) -> None:
    run = begun.state.run.id
    runs.hand_over(workplace, run=run, to="bo")
    assert runs.take_back(workplace, run=run).state.run.owner == "anna"
    assert in_scope(workplace, Scope.GIVEN, "anna") == []
    runs.hand_over(workplace, run=run, to="carl")
    assert run_lists.list_runs(workplace)[0].given[-1].to == "carl"
    runs.undo(workplace, run=run)
    assert in_scope(workplace, Scope.MINE, "anna") == ["2026-04417"]
    assert runs.take_back(workplace, run=run).events == runs.open_run(workplace, run=run).events


def test_each_scope_is_counted_whichever_is_shown(workplace: Workplace, begun: RunView) -> None:
    start(workplace, "2026-1")
    runs.hand_over(workplace, run=begun.state.run.id, to="bo")
    counts = run_lists.count_runs(workplace, asked=asked(scope=Scope.GIVEN, me="anna"))
    assert counts.scopes == {Scope.MINE: 1, Scope.GIVEN: 1, Scope.ALL: 2}
    assert counts.shown[Show.ALL] == 1


def test_colleagues_are_those_of_the_logs_and_of_the_settings(
    workplace: Workplace, begun: RunView
) -> None:
    change_settings(workplace, team=("dorte", "Bo"))
    assert run_lists.colleagues(workplace) == ("anna", "Bo", "dorte")


def test_a_run_is_given_to_somebody(workplace: Workplace, begun: RunView) -> None:
    assert refusal(lambda: runs.hand_over(workplace, run=begun.state.run.id, to=" ")) == (
        "colleague_missing"
    )


def test_a_name_is_no_cpr_number(workplace: Workplace, begun: RunView) -> None:
    assert refusal(lambda: runs.hand_over(workplace, run=begun.state.run.id, to="010190-1234")) == (
        "cpr_in_reason"
    )


# The number of the case


def test_a_case_number_is_corrected_in_lists_and_searches_too(
    workplace: Workplace, begun: RunView
) -> None:
    run = begun.state.run.id
    view = runs.correct_case_number(workplace, run=run, case_number=" 2026-04471 ")
    assert view.state.run.case_number == "2026-04471"
    assert runs.open_run(workplace, run=run).state.run.case_number == "2026-04471"
    assert run_lists.list_runs(workplace, case_number="2026-04417") == ()
    assert [row.run.id for row in run_lists.list_runs(workplace, case_number="2026-04471")] == [run]
    found = run_lists.page_of_runs(workplace, asked=asked(words="04471"))
    assert [row.run.case_number for row in found.rows] == ["2026-04471"]
    assert runs.undo(workplace, run=run).state.run.case_number == "2026-04417"
    assert len(run_lists.list_runs(workplace, case_number="2026-04417")) == 1
    assert runs.redo(workplace, run=run).state.run.case_number == "2026-04471"
    same = runs.correct_case_number(workplace, run=run, case_number="2026-04471")
    assert len(same.events) == 4


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("", "case_number_missing"),
        ("Sofie", "case_number_without_digit"),
        ("010190-1234", "cpr_in_case_number"),
        ("1" * 41, "case_number_too_long"),
    ],
)
def test_a_corrected_number_is_refused_as_one_at_the_start_is(
    workplace: Workplace, begun: RunView, number: str, code: str
) -> None:
    run = begun.state.run.id
    assert refusal(lambda: runs.correct_case_number(workplace, run=run, case_number=number)) == code
    assert runs.open_run(workplace, run=run).state.run.case_number == "2026-04417"


def test_what_began_the_run_does_not_come_to_lie_ahead(
    workplace: Workplace, begun: RunView
) -> None:
    run, ahead = begun.state.run.id, NOW + timedelta(hours=1)
    assert refusal(lambda: runs.set_date(workplace, run=run, event="trigger", value=ahead)) == (
        "trigger_in_future"
    )


# Waiting


def test_a_run_waits_with_a_reason_and_its_deadlines_run_on(
    workplace: Workplace, begun: RunView
) -> None:
    run = begun.state.run.id
    view = runs.pause_run(workplace, run=run, reason="svar fra skolen", until=date(2026, 12, 3))
    assert view.state.pause
    assert (view.state.pause.reason, view.state.pause.by) == ("svar fra skolen", "anna")
    row = run_lists.list_runs(workplace)[0]
    assert (row.waiting, row.waiting_for) == (True, "svar fra skolen")
    assert row.next_due
    assert runs.resume_run(workplace, run=run).state.pause is None
    assert not run_lists.list_runs(workplace)[0].waiting


def test_waiting_asks_for_what(workplace: Workplace, begun: RunView) -> None:
    run = begun.state.run.id
    assert refusal(lambda: runs.pause_run(workplace, run=run, reason="")) == "pause_needs_reason"


def test_closing_ends_a_pause(workplace: Workplace, begun: RunView) -> None:
    run = begun.state.run.id
    runs.pause_run(workplace, run=run, reason="svar")
    assert runs.close_run(workplace, run=run, result="barnet er flyttet").state.pause is None


# Correcting


def test_a_step_that_was_done_earlier_is_judged_by_when_it_was_done(
    workplace: Workplace, begun: RunView, clock: Clock
) -> None:
    run = begun.state.run.id
    clock.forward(days=2)
    assert (
        run_steps.finish_step(workplace, run=run, step="modtag").state.steps["modtag"].held is False
    )
    view = run_steps.set_done_time(workplace, run=run, step="modtag", when=NOW)
    assert view.state.steps["modtag"].held is True
    assert view.state.steps["modtag"].done_at == NOW


def test_nothing_is_done_in_the_future(workplace: Workplace, begun: RunView) -> None:
    run = begun.state.run.id
    run_steps.finish_step(workplace, run=run, step="modtag")
    late = NOW + timedelta(hours=1)
    assert refusal(
        lambda: run_steps.set_done_time(workplace, run=run, step="modtag", when=late)
    ) == ("done_in_future")
    assert refusal(
        lambda: run_steps.set_done_time(workplace, run=run, step="samtale", when=NOW)
    ) == ("step_not_done")


def test_nothing_is_done_before_what_the_run_begins_with(
    workplace: Workplace, begun: RunView
) -> None:
    run, before = begun.state.run.id, START - timedelta(minutes=1)
    run_steps.finish_step(workplace, run=run, step="modtag")
    assert refusal(
        lambda: run_steps.set_done_time(workplace, run=run, step="modtag", when=before)
    ) == ("done_before_start")
    assert run_steps.set_done_time(workplace, run=run, step="modtag", when=START).state.late == ()
    assert refusal(lambda: runs.set_date(workplace, run=run, event="trigger", value=NOW)) == (
        "start_after_done"
    )
    earlier = START - timedelta(hours=1)
    assert (
        runs.set_date(workplace, run=run, event="trigger", value=earlier).state.trigger == earlier
    )


def test_a_run_with_a_step_before_its_beginning_still_opens(
    workplace: Workplace, begun: RunView
) -> None:
    run, before = begun.state.run.id, START - timedelta(days=1)
    with workplace.store.writing() as work:
        work.runs.append(run, StepDone("modtag", "", before), at=NOW, actor="anna")
        work.commit()
    view = runs.open_run(workplace, run=run)
    assert view.state.steps["modtag"].done_at == before
    assert run_steps.set_done_time(workplace, run=run, step="modtag", when=NOW).state.late == ()


def test_two_windows_in_one_note_lose_no_line(workplace: Workplace, begun: RunView) -> None:
    run = begun.state.run.id
    run_steps.write_note(workplace, run=run, step="modtag", text="Ringet til skolen", base="")
    view = run_steps.write_note(workplace, run=run, step="modtag", text="Mor er ringet op", base="")
    assert view.state.steps["modtag"].note == "Ringet til skolen\nMor er ringet op"


# Lists


def test_a_page_of_the_list_holds_what_was_asked_for(workplace: Workplace) -> None:
    ids = [start(workplace, f"2026-000{n}", hours=n + 1) for n in range(5)]
    first = run_lists.page_of_runs(workplace, asked=asked(limit=2))
    second = run_lists.page_of_runs(workplace, asked=asked(limit=2, offset=2))
    assert (first.total, second.total) == (5, 5)
    assert [row.run.id for row in (*first.rows, *second.rows)] == ids[:0:-1]


def test_filters_show_and_count_the_same_runs(workplace: Workplace, clock: Clock) -> None:
    late, paused, closed = start(workplace, "1", 30), start(workplace, "2"), start(workplace, "3")
    runs.pause_run(workplace, run=paused, reason="svar fra lægen")
    runs.close_run(workplace, run=closed)
    counts = run_lists.count_runs(workplace, asked=asked())
    assert counts.shown == {
        Show.ALL: 2,
        Show.LATE: 1,
        Show.WEEK: 2,
        Show.WAITING: 1,
        Show.CHILD: 2,
        Show.CLOSED: 1,
    }
    for show, wanted in (
        (Show.LATE, [late]),
        (Show.WAITING, [paused]),
        (Show.CLOSED, [closed]),
    ):
        page = run_lists.page_of_runs(workplace, asked=asked(show=show))
        assert [row.run.id for row in page.rows] == wanted


def test_words_are_found_in_any_case_also_danish(workplace: Workplace) -> None:
    run = start(workplace, "Sag Ø-17")
    start(workplace, "18")
    for words in ("sag ø", "MODTAG ø-17"):
        page = run_lists.page_of_runs(workplace, asked=asked(words=words))
        assert [row.run.id for row in page.rows] == [run]
    assert run_lists.page_of_runs(workplace, asked=asked(words="100%")).total == 0


def test_the_runs_of_one_case_stay_together_by_its_first_deadline(workplace: Workplace) -> None:
    soon, other, same = (
        start(workplace, "A1", 20),
        start(workplace, "B2", 10),
        start(workplace, "A1", 1),
    )
    page = run_lists.page_of_runs(workplace, asked=asked(by_case=True))
    assert [row.run.id for row in page.rows] == [soon, same, other]


def test_every_order_can_be_turned(workplace: Workplace) -> None:
    for number in ("1", "2", "1"):
        start(workplace, number)
    for order, descending, by_case in product(ListOrder, (True, False), (True, False)):
        question = asked(order=order, descending=descending, by_case=by_case)
        assert len(run_lists.page_of_runs(workplace, asked=question).rows) == 3


def test_what_is_due_comes_over_all_cases(workplace: Workplace) -> None:
    soon, later = start(workplace, "1", 23), start(workplace, "2", 1)
    today = replace(asked(), week_ends=NOW + timedelta(days=1))
    due = run_lists.due_list(workplace, asked=today, most=3)
    assert [thing.run.run.id for thing in due.things] == [soon, later]
    first = replace(asked(), week_ends=NOW + timedelta(hours=2))
    found = run_lists.due_list(workplace, asked=first, most=3).things
    assert [thing.run.run.id for thing in found] == [soon]


def test_what_is_due_is_counted_beyond_what_is_shown_and_as_the_filters_count(
    workplace: Workplace,
) -> None:
    for number in range(7):
        start(workplace, str(number), 20 + number)
    given = start(workplace, "99", 30)
    runs.hand_over(workplace, run=given, to="bo")
    for scope in Scope:
        question = replace(asked(scope=scope, me="anna"), week_ends=end_of_week(NOW))
        due = run_lists.due_list(workplace, asked=question, most=2)
        shown = run_lists.count_runs(workplace, asked=question).shown
        assert len(due.things) == min(2, shown[Show.WEEK])
        assert (due.counts.late.runs, due.counts.runs) == (shown[Show.LATE], shown[Show.WEEK])


def test_rows_of_an_older_program_are_made_anew_at_the_first_look(
    workplace: Workplace, begun: RunView
) -> None:
    from app.store.tables import case_run

    with workplace.store.writing() as work:
        work._connection.execute(case_run.update().values(format=0, words="", summary=""))
        work.commit()
    page = run_lists.page_of_runs(workplace, asked=asked(words="underretning"))
    assert [row.run.id for row in page.rows] == [begun.state.run.id]


# Going on


def following() -> Procedure:
    """A procedure that counts from what the notification knows."""
    return Procedure(
        id="undersoegelse",
        title="Undersøgelse",
        theme="henvendelser",
        summary="Fra behovet er set, til der er svar",
        trigger="Kommunen er opmærksom",
        trigger_event="opmaerksom",
        checked=CHECKED,
        roles=("barnet", "raadgiver"),
        steps=(
            Step(
                "undersoeg",
                "Undersøg",
                StepKind.ACTIVITY,
                "raadgiver",
                deadline=Deadline(within="4 months", after="trigger", reason="Prøve"),
                asks=("termin",),
                next=(Transition("slut"),),
            ),
            Step("slut", "Slut", StepKind.END, "raadgiver"),
        ),
    )


def test_a_case_goes_on_with_the_dates_that_both_need(
    workplace: Workplace, begun: RunView, clock: Clock
) -> None:
    ship(workplace.shipped or workplace.folder, library(procedure(), following()))
    workplace.close()
    seen = datetime(2026, 11, 20, 9, tzinfo=UTC)
    run = begun.state.run.id
    with open_workplace(
        workplace.folder, shipped=workplace.shipped, clock=clock, actor="anna"
    ) as again:
        runs.set_date(again, run=run, event="opmaerksom", value=seen)
        view = runs.set_date(again, run=run, event="termin", value=NOW)
        runs.set_date(again, run=run, event="fyldt-18", value=NOW)
        takes = carried(view.procedure, view.state, following())
        assert takes.trigger == seen
        assert takes.dates == {"termin": NOW}
        after = runs.start_run(
            again,
            procedure="undersoegelse",
            case_number=view.state.run.case_number,
            trigger=takes.trigger,
            dates=takes.dates,
            follows=run,
        )
        assert after.state.follows == run
        assert after.state.trigger == seen
        due = after.state.steps["undersoeg"].due
        assert due
        assert due.at.date() == date(2027, 3, 20)


# Own steps


def test_a_run_gets_a_step_of_its_own_and_no_other_run_does(
    workplace: Workplace, begun: RunView
) -> None:
    run = begun.state.run.id
    other = start(workplace, "8")
    view = run_steps.add_step(workplace, run=run, title=" Ring til tandplejen ", after="modtag")
    step = view.procedure.steps[-1]
    assert step.title == "Ring til tandplejen"
    assert view.followed == begun.procedure
    assert runs.open_run(workplace, run=run).procedure is view.procedure
    assert run_steps.finish_step(workplace, run=run, step=step.id).state.steps[step.id].is_done
    assert step.id not in runs.open_run(workplace, run=other).procedure.by_id
    assert run_steps.drop_step(workplace, run=run, step=step.id).procedure is begun.procedure


def test_only_own_steps_are_taken_out(workplace: Workplace, begun: RunView) -> None:
    run = begun.state.run.id
    assert refusal(lambda: run_steps.drop_step(workplace, run=run, step="modtag")) == "unknown_step"
    assert refusal(
        lambda: run_steps.add_step(workplace, run=run, title="010190-1234", after="modtag")
    ) == ("cpr_in_reason")
