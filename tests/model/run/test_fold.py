"""How a run looks after what has happened in it."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec import structs

from app.model.library.procedure import CheckItem, Deadline, Gate, Procedure, StepKind, Talk
from app.model.run.fold import next_due, progress, summarise
from app.model.run.run import Mark, Paused, Resumed
from app.model.run.state import ChildHeard, StepStatus
from tests.model.log import HOUR, START, Log
from tests.model.make import flow, procedure, step

LINE = flow("a > b\nb > c\nc > slut\nslut!")
CHOICE = flow("a > v\nv? > b c\nb > d\nc > d\nd > slut\nslut!")
BOTH = flow("a > b c\nb > d\nc > d\nd > slut\nslut!")
LOOP = flow("a > b\nb > v\nv? > slut b\nslut!")


def test_a_new_run_stands_at_its_first_step() -> None:
    log = Log(LINE)
    assert log.statuses() == {"a": "now", "b": "open", "c": "open", "slut": "open"}
    assert log.thread() == ["-a"]
    assert log.state().stands_at == "a"
    assert log.state().trigger == START


def test_the_next_step_comes_in_line_when_the_one_before_is_done() -> None:
    log = Log(LINE).done("a")
    assert log.statuses() == {"a": "done", "b": "now", "c": "open", "slut": "open"}
    assert log.thread() == ["-a", "a-b"]
    done = log.state().steps["a"]
    assert (done.done_at, done.done_by) == (log.at, "raadgiver")


def test_a_wait_step_in_line_is_waiting() -> None:
    log = Log(flow("a > w\nw~ > slut\nslut!")).done("a")
    assert log.statuses()["w"] == "waiting"
    assert summarise(log.state(), log.procedure).waiting


def test_an_end_is_reached_by_itself() -> None:
    log = Log(LINE).done("a", "b", "c")
    end = log.state().steps["slut"]
    assert (end.status, end.done_at, end.done_by) == (StepStatus.DONE, log.at, "raadgiver")
    assert log.state().stands_at == "slut"
    assert log.thread() == ["-a", "a-b", "b-c", "c-slut"]


def test_an_end_with_a_checklist_waits_to_be_marked_done() -> None:
    end = step("slut", kind=StepKind.END, checklist=(CheckItem("Alt er skrevet"),))
    log = Log(procedure(step("a", "slut"), end)).done("a")
    assert log.statuses()["slut"] == "now"
    assert log.done("slut").statuses()["slut"] == "done"


def test_an_end_waits_for_all_that_lead_to_it() -> None:
    log = Log(flow("a > b slut\nb > slut\nslut!")).done("a")
    assert log.statuses() == {"a": "done", "b": "now", "slut": "open"}
    assert log.thread() == ["-a", "a-b"]
    assert log.done("b").thread() == ["-a", "a-b", "a-slut", "b-slut"]


def test_a_run_of_a_single_end_asks_to_be_marked() -> None:
    assert Log(flow("slut!")).statuses() == {"slut": "now"}


# Choices


def test_before_a_choice_all_ways_are_relevant() -> None:
    log = Log(CHOICE).done("a")
    assert log.statuses() == {
        "a": "done", "v": "now", "b": "open", "c": "open", "d": "open", "slut": "open",
    }  # fmt: skip


def test_a_choice_makes_the_other_ways_not_relevant() -> None:
    log = Log(CHOICE).done("a").choose("v", 1)
    assert log.statuses()["b"] == "not_relevant"
    assert log.statuses()["v"] == "now"
    log.done("v")
    assert log.statuses()["c"] == "now"
    assert log.thread() == ["-a", "a-v", "v-c"]


def test_a_choice_can_be_changed_also_after_it_was_done() -> None:
    log = Log(CHOICE).done("a").decide("v", 1).done("c").choose("v", 0)
    assert log.statuses() == {
        "a": "done", "v": "done", "b": "now", "c": "done", "d": "open", "slut": "open",
    }  # fmt: skip
    assert not log.state().steps["c"].relevant
    assert log.thread() == ["-a", "a-v", "v-b"]
    assert progress(log.state()) == (2, 4)


def test_a_choice_that_goes_back_leaves_the_ways_on_open_until_it_is_done() -> None:
    log = Log(LOOP).done("a", "b").choose("v", 1)
    assert log.statuses()["slut"] == "open"


def test_an_open_choice_that_was_passed_takes_the_way_that_was_walked() -> None:
    log = Log(CHOICE).done("a", "b")
    assert log.statuses() == {
        "a": "done", "v": "missing", "b": "done", "c": "not_relevant", "d": "now", "slut": "open",
    }  # fmt: skip
    assert log.thread() == ["-a", "a~v", "v~b", "b-d"]


def test_an_open_choice_that_was_passed_further_on_leaves_all_ways_missing() -> None:
    log = Log(CHOICE).done("a", "d")
    assert log.statuses() == {
        "a": "done", "v": "missing", "b": "missing", "c": "missing", "d": "done", "slut": "done",
    }  # fmt: skip


# Passing by


def test_a_step_passed_by_is_missing_and_breaks_the_thread() -> None:
    log = Log(LINE).done("a", "c")
    assert log.statuses() == {"a": "done", "b": "missing", "c": "done", "slut": "done"}
    assert log.thread() == ["-a", "a~b", "b~c", "c-slut"]
    passed = log.state().steps["b"]
    assert passed.passed_by
    assert not passed.in_line


def test_a_first_step_passed_by_breaks_the_thread_from_the_start() -> None:
    assert Log(LINE).done("b").thread() == ["~a", "a~b", "b-c"]


def test_what_was_passed_by_holds_up_nothing() -> None:
    log = Log(BOTH).done("a", "b", "d")
    assert log.statuses()["c"] == "missing"
    assert log.statuses()["slut"] == "done"


def test_a_step_passed_by_can_be_done_late_and_mends_the_thread() -> None:
    log = Log(LINE).done("a", "c", "b")
    assert log.statuses()["b"] == "done"
    assert "~" not in "".join(log.thread())


def test_parallel_ways_are_all_in_line_and_meet_again() -> None:
    log = Log(BOTH).done("a")
    assert log.state().current == ("b", "c")
    assert log.state().stands_at == "b"
    log.done("b")
    assert log.state().current == ("c",)
    assert log.done("c").state().current == ("d",)


def test_the_case_stands_where_it_came_to_last() -> None:
    log = Log(flow("a > b c\nb > d\nc > slut\nd > slut\nslut!")).done("a", "c")
    assert log.state().stands_at == "b"
    log = Log(flow("a > b c\nc > d\nb > slut\nd > slut\nslut!")).done("a", "c")
    assert log.state().stands_at == "d"


# Taking back


def test_a_reopened_step_is_in_line_again_and_keeps_its_choice() -> None:
    log = Log(CHOICE).done("a").decide("v", 1).reopen("v")
    state = log.state().steps["v"]
    assert (state.status, state.way, state.done_at) == (StepStatus.NOW, 1, None)


def test_undoing_takes_an_event_back_and_undoing_that_brings_it_again() -> None:
    log = Log(LINE).done("a")
    log.undo(2)
    assert log.statuses()["a"] == "now"
    log.undo(3)
    assert log.statuses()["a"] == "done"


def test_the_start_cannot_be_undone() -> None:
    assert Log(LINE).undo(1).state().trigger == START


def test_what_other_versions_knew_is_passed_over() -> None:
    log = Log(LINE).done("intet").choose("intet", 0).choose("a", 0).mark("a", 7).note("intet", "x")
    log.reopen("intet").choose("a", 9).date("intet", None)
    assert log.statuses()["a"] == "now"


# Marks and notes


def test_marks_tell_who_and_when_and_can_be_taken_back() -> None:
    items = (CheckItem("Ét"), CheckItem("To"))
    log = Log(procedure(step("a", "slut", checklist=items), step("slut", kind=StepKind.END)))
    log.mark("a", 0).mark("a", 1, Mark.NOT_RELEVANT, "ingen søskende")
    one, two = log.state().steps["a"].items
    assert (one.mark, one.by, one.at) == (Mark.DONE, "raadgiver", START + 2 * HOUR)
    assert (two.mark, two.reason) == (Mark.NOT_RELEVANT, "ingen søskende")
    assert log.state().steps["a"].settled == 2
    log.mark("a", 0, Mark.OPEN)
    assert log.state().steps["a"].settled == 1


def test_the_last_note_holds() -> None:
    assert Log(LINE).note("a", "Ét").note("a", "To").state().steps["a"].note == "To"


# Rounds


def test_a_way_back_opens_a_new_round() -> None:
    log = Log(LOOP).done("a", "b").decide("v", 1)
    state = log.state()
    assert log.statuses() == {"a": "done", "b": "now", "v": "open", "slut": "open"}
    assert {key: one.round for key, one in state.steps.items()} == {
        "a": 1, "b": 2, "v": 2, "slut": 2,
    }  # fmt: skip
    assert state.rounds == 2
    assert state.steps["v"].way is None


def test_the_old_round_stays_readable() -> None:
    items = (CheckItem("Ét"),)
    back = procedure(
        step("a", "v", checklist=items),
        step("v", "slut", "a", kind=StepKind.DECISION),
        step("slut", kind=StepKind.END),
    )
    log = Log(back).mark("a", 0).note("a", "Først").done("a").decide("v", 1)
    first, choice = log.state().past
    assert (first.step, first.round, first.note, first.settled) == ("a", 1, "Først", 1)
    assert (choice.step, choice.way, choice.is_done) == ("v", 1, True)
    assert log.state().steps["a"].settled == 0
    assert log.state().steps["a"].note == ""


def test_the_thread_keeps_its_rounds() -> None:
    log = Log(LOOP).done("a", "b").decide("v", 1).done("b")
    assert log.thread() == ["-a", "a-b", "b-v", "v-b (2)", "b-v (2)"]
    state = log.state()
    assert [state.is_old(leg) for leg in state.legs] == [False, True, True, False, False]
    log.decide("v", 0)
    assert log.thread()[-1] == "v-slut (2)"


def test_a_break_in_an_old_round_stays_a_break() -> None:
    log = Log(LOOP).done("a").decide("v", 1)
    assert log.thread() == ["-a", "a~b", "b~v", "v-b (2)"]


def test_a_way_back_to_the_first_step_begins_all_again() -> None:
    log = Log(flow("a > v\nv? > slut a\nslut!")).done("a").decide("v", 1)
    assert log.thread() == ["-a", "a-v", "v-a (2)"]
    assert log.statuses()["a"] == "now"


def test_what_stands_outside_the_round_leads_into_the_new_one_too() -> None:
    log = Log(flow("a > b x\nb > v\nx > v\nv? > slut b\nslut!")).done("a", "x", "b")
    log.decide("v", 1).done("b")
    assert log.thread() == [
        "-a", "a-b", "a-x", "x-v", "b-v", "v-b (2)", "x-v (2)", "b-v (2)",
    ]  # fmt: skip
    assert log.statuses()["x"] == "done"


def test_a_wait_that_leads_back_begins_again_when_it_is_over() -> None:
    log = Log(flow("a > b\nb > w\nw~ > b")).done("a", "b", "w")
    assert log.statuses() == {"a": "done", "b": "now", "w": "open"}
    assert log.done("b", "w").state().rounds == 3


def test_changing_a_done_choice_to_go_back_begins_again_too() -> None:
    log = Log(LOOP).done("a", "b").decide("v", 0).choose("v", 1)
    assert log.state().rounds == 2


def test_a_step_may_lead_back_to_itself() -> None:
    log = Log(flow("a? > slut a\nslut!")).decide("a", 1).decide("a", 1)
    assert log.state().steps["a"].round == 3
    assert log.thread() == ["-a", "a-a (2)", "a-a (3)"]


def test_undoing_what_led_back_closes_the_round_again() -> None:
    log = Log(LOOP).done("a", "b").decide("v", 1)
    log.undo(5)
    assert log.state().rounds == 1
    assert log.state().past == ()


# Gates


def test_a_gate_tells_what_is_missing() -> None:
    gated = procedure(
        step("a", "b"),
        step("b", "slut", gate=Gate(("a", "intet"))),
        step("slut", kind=StepKind.END),
    )
    assert Log(gated).state().steps["b"].gate_missing == ("a",)
    assert Log(gated).done("a").state().steps["b"].gate_missing == ()


def test_a_gate_does_not_wait_for_what_is_not_relevant() -> None:
    steps = CHOICE.steps
    gated = procedure(*steps[:4], step("d", "slut", gate=Gate(("b", "c"))), steps[5])
    log = Log(gated).done("a").decide("v", 1)
    assert log.state().steps["d"].gate_missing == ("c",)


def test_the_reason_for_going_on_stays() -> None:
    from app.model.run.run import StepDone

    log = Log(LINE).add(StepDone("a", "Barnet er på sygehuset"))
    assert log.state().steps["a"].reason == "Barnet er på sygehuset"


# Deadlines


def timed(*steps_with: tuple[str, Deadline | None], trigger_event: str | None = None) -> Procedure:
    """Make a line of steps with these deadlines."""
    names = [name for name, _ in steps_with]
    ways = [*names[1:], "slut"]
    steps = [
        step(name, to, deadline=deadline)
        for (name, deadline), to in zip(steps_with, ways, strict=True)
    ]
    return procedure(*steps, step("slut", kind=StepKind.END), trigger_event=trigger_event)


DAY = Deadline("24 hours", after="trigger", law="bl:136.2")


def test_a_step_is_late_when_its_deadline_has_passed() -> None:
    log = Log(timed(("a", None), ("b", DAY)))
    soon, over = START + timedelta(hours=23), START + timedelta(hours=25)
    assert log.statuses(soon)["b"] == "open"
    assert log.statuses(over)["b"] == "late"
    assert not log.state(over).steps["b"].in_line
    assert log.done("a").state(over).steps["b"].in_line
    assert summarise(log.state(over), log.procedure).late == 1


def test_late_comes_before_missing_and_waiting() -> None:
    log = Log(timed(("a", DAY), ("b", None))).done("b")
    over = START + timedelta(hours=25)
    assert log.statuses(over)["a"] == "late"
    assert log.state(over).steps["a"].passed_by


@pytest.mark.parametrize(("hours", "held"), [(1, True), (30, False)])
def test_a_done_step_tells_whether_its_deadline_was_held(hours: int, held: bool) -> None:
    log = Log(timed(("a", DAY))).later(hours=hours).done("a")
    state = log.state(START + timedelta(days=9)).steps["a"]
    assert (state.status, state.held) == (StepStatus.DONE, held)
    assert state.due


def test_what_is_not_relevant_is_never_late() -> None:
    chosen = procedure(
        step("v", "a", "slut", kind=StepKind.DECISION),
        step("a", "slut", deadline=DAY),
        step("slut", kind=StepKind.END),
    )
    log = Log(chosen).decide("v", 1)
    assert log.statuses(START + timedelta(days=9))["a"] == "not_relevant"


def test_a_deadline_counts_from_when_a_step_is_done() -> None:
    log = Log(timed(("a", None), ("b", Deadline("2 days", after="a"))))
    assert log.state().steps["b"].due is None
    log.done("a")
    due = log.state().steps["b"].due
    assert due
    assert due.at.date().isoformat() == "2026-11-25"


def test_a_deadline_counts_from_a_date_that_becomes_known_and_can_be_taken_back() -> None:
    log = Log(timed(("a", Deadline("2 days", after="date:fyldt-18"))))
    assert log.state().steps["a"].due is None
    log.date("fyldt-18", START)
    assert log.state().steps["a"].due
    assert log.state().dates == {"fyldt-18": START}
    assert log.date("fyldt-18", None).state().steps["a"].due is None


def test_the_event_of_the_trigger_is_the_trigger() -> None:
    deadline = Deadline("24 hours", after="date:modtaget")
    log = Log(timed(("a", deadline), trigger_event="modtaget"))
    due = log.state().steps["a"].due
    assert due
    assert due.source == START
    log.date("modtaget", START - HOUR)
    corrected = log.state()
    assert corrected.trigger == START - HOUR
    assert corrected.steps["a"].due
    assert corrected.steps["a"].due.source == START - HOUR


def test_the_trigger_can_be_corrected_but_not_forgotten() -> None:
    log = Log(LINE).date("trigger", START - HOUR)
    assert log.state().trigger == START - HOUR
    assert log.date("trigger", None).state().trigger == START - HOUR
    assert log.state().dates == {}


def test_a_new_round_does_not_ask_again_for_what_was_answered() -> None:
    back = procedure(
        step("a", "v", deadline=DAY),
        step("v", "slut", "a", kind=StepKind.DECISION),
        step("slut", kind=StepKind.END),
    )
    log = Log(back).done("a").decide("v", 1)
    state = log.state(START + timedelta(days=9))
    assert state.steps["a"].due is None
    assert state.past[0].held is True


def test_a_follow_up_counts_from_the_end_of_the_round_before() -> None:
    follow = procedure(
        step("a", "v", deadline=Deadline("3 months", after="v", law="bl:95.2")),
        step("v", "slut", "a", kind=StepKind.DECISION),
        step("slut", kind=StepKind.END),
    )
    log = Log(follow).done("a")
    assert log.state().steps["a"].due is None
    log.decide("v", 1)
    due = log.state().steps["a"].due
    assert due
    assert due.at.date().isoformat() == "2027-02-23"
    log.done("a")
    assert log.state().steps["a"].due == due
    assert log.state().steps["a"].held


def test_a_step_before_in_the_same_round_is_not_counted_from_the_round_before() -> None:
    back = procedure(
        step("a", "b"),
        step("b", "v", deadline=Deadline("1 days", after="a")),
        step("v", "slut", "a", kind=StepKind.DECISION),
        step("slut", kind=StepKind.END),
    )
    log = Log(back).done("a", "b").decide("v", 1)
    assert log.state(START + timedelta(days=9)).steps["b"].due is None


def test_an_earliest_day_is_no_deadline_to_meet() -> None:
    log = Log(timed(("a", Deadline("3 months", after="trigger", earliest=True))))
    assert log.statuses(START + timedelta(days=300))["a"] == "now"
    assert next_due(log.state()) is None


def test_the_next_deadline_is_the_earliest_of_open_steps() -> None:
    log = Log(timed(("a", DAY), ("b", Deadline("2 days", after="trigger", law="bl:5"))))
    first = next_due(log.state())
    assert first
    assert first.step == "a"
    later = next_due(log.done("a").state())
    assert later
    assert later.step == "b"


# Closing


def test_a_closed_run_has_no_deadlines_left_and_gets_no_later() -> None:
    log = Log(timed(("a", DAY))).close("Afsluttet")
    state = log.state(START + timedelta(days=9))
    assert state.is_closed
    assert state.closed == "Afsluttet"
    assert state.steps["a"].status is StepStatus.NOW
    assert next_due(state) is None
    again = log.open_again().state(START + timedelta(days=9))
    assert again.closed is None
    assert again.steps["a"].status is StepStatus.LATE


def test_a_run_that_is_taken_up_again_waits_for_what_it_waited_for() -> None:
    waiting = Log(LINE).add(Paused("svar fra skolen")).close()
    assert waiting.state().pause is None
    pause = waiting.open_again().state().pause
    assert pause is not None
    assert pause.reason == "svar fra skolen"
    gone_on = Log(LINE).add(Paused("svar fra skolen")).add(Resumed()).close().open_again()
    assert gone_on.state().pause is None


def test_the_last_event_tells_when_the_run_changed() -> None:
    log = Log(LINE).done("a").undo(2)
    assert log.state().changed == log.at


# Summaries


def test_a_summary_names_every_step_whose_turn_has_come() -> None:
    log = Log(flow("a > b c d\nb > slut\nc > slut\nd > slut\nslut!"))
    assert summarise(log.state(), log.procedure).stands_also == ()
    row = summarise(log.done("a").state(), log.procedure)
    assert (row.stands_at_number, row.stands_also) == (2, (3, 4))


def test_a_summary_is_a_row_for_lists() -> None:
    log = Log(timed(("a", None), ("b", DAY))).done("a")
    row = summarise(log.state(), log.procedure)
    assert (row.title, row.stands_at, row.stands_at_number) == ("Prøve", "B", 2)
    assert (row.done, row.total) == (1, 2)
    assert (row.next_due_step, row.next_due_timed) == ("B", True)
    assert row.next_due == START + timedelta(hours=24)
    assert (row.waiting, row.closed, row.changed) == (False, None, log.at)


def test_a_finished_run_stands_at_its_end() -> None:
    row = summarise(Log(LINE).done("a", "b", "c").state(), LINE)
    assert (row.stands_at, row.stands_at_number, row.done, row.total) == ("Slut", None, 3, 3)


TALK = procedure(
    step("v", "talk", "slut", kind=StepKind.DECISION),
    step("talk", "slut", kind=StepKind.CONVERSATION),
    step("slut", kind=StepKind.END),
)


def child(log: Log) -> tuple[ChildHeard, datetime | None]:
    row = summarise(log.state(), log.procedure)
    return row.child, row.child_at


def with_child(made: Procedure) -> Procedure:
    from msgspec.structs import replace

    talks = StepKind.CONVERSATION
    return procedure(
        *(replace(one, role="barnet") if one.kind is talks else one for one in made.steps)
    )


def test_the_child_is_heard_when_the_talk_says_so() -> None:
    made = with_child(TALK)
    assert child(Log(made)) == (ChildHeard.NOT_YET, None)
    assert child(Log(made).decide("v", 1)) == (ChildHeard.NOT_ASKED, None)
    log = Log(made).decide("v", 0).heard("talk")
    assert child(log) == (ChildHeard.HEARD, log.at)


def test_a_talk_in_another_lane_is_not_the_childs() -> None:
    assert child(Log(TALK).decide("v", 0).done("talk"))[0] is ChildHeard.NOT_ASKED


def test_a_child_heard_in_an_earlier_round_was_heard() -> None:
    made = with_child(flow("talk& > v\nv? > slut talk\nslut!"))
    log = Log(made).heard("talk")
    heard_at = log.at
    assert child(log.decide("v", 1)) == (ChildHeard.HEARD, heard_at)


def test_events_may_come_unsorted() -> None:
    log = Log(CHOICE).done("a").decide("v", 1)
    expected = log.statuses()
    log.events.reverse()
    assert log.statuses() == expected


def test_a_run_without_events_stands_at_its_start() -> None:
    log = Log(LINE)
    log.events.clear()
    state = log.state(datetime(2026, 12, 1, tzinfo=UTC))
    assert state.trigger == START
    assert state.changed == START


def test_a_talk_in_which_the_child_was_not_heard_says_so_and_lets_go_on() -> None:
    made = with_child(flow("talk& > v\nv? > slut b\nb > slut\nslut!"))
    log = Log(made).not_heard("talk")
    assert log.statuses()["talk"] == "unheard"
    assert child(log)[0] is ChildHeard.NOT_HEARD
    assert log.statuses()["v"] == "now"
    assert log.reopen("talk").heard("talk").statuses()["talk"] == "done"


def test_why_the_child_was_not_heard_is_asked_once_for_all_that_needs_the_talk() -> None:
    made = with_child(flow("a > talk v\ntalk& > slut\nv > b\nb > slut\nslut!"))
    gated = {
        key: structs.replace(made.by_id[key], gate=Gate(("talk",), "bl:5.3")) for key in ("v", "b")
    }
    made = structs.replace(made, steps=tuple(gated.get(one.id, one) for one in made.steps))
    asks = Log(made).done("a").state().steps
    assert (asks["v"].asks_for_child, asks["b"].asks_for_child) == (True, True)
    told = Log(made).done("a").not_heard("v").state().steps
    assert (told["b"].asks_for_child, told["b"].gate_missing) == (False, ())
    assert told["talk"].asks_for_child, "the talk can be held all the same"


def test_the_child_has_its_answer_when_what_that_talk_requires_is_ticked() -> None:
    made = with_child(flow("v& > slut\nslut!"))
    told = structs.replace(
        made.by_id["v"], talk=Talk.ANSWER, checklist=(CheckItem("Barnet har fået svar", True),)
    )
    made = structs.replace(made, steps=(told, *made.steps[1:]))
    log = Log(made).done("v")
    assert summarise(log.state(), made).answered_at is None
    assert summarise(log.mark("v", 0).state(), made).answered_at is not None
    assert child(log)[0] is not ChildHeard.HEARD
