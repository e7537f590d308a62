"""What is refused in a run, and with what words to come."""

from datetime import timedelta

from app.model.danish.notation import NBSP
from app.model.errors import Refused
from app.model.library.procedure import CheckItem, Gate, StepKind
from app.model.run.rules import (
    may_be_done_at,
    may_begin_at,
    may_choose,
    may_finish,
    may_happen_now,
    may_mark,
    may_note,
    may_reopen,
)
from app.model.run.run import Closed, ItemMarked, Mark, Noted, StepDone
from tests.model.log import HOUR, START, Log
from tests.model.make import procedure, step

END = step("slut", kind=StepKind.END)
GATED = procedure(
    step("a", "v", checklist=(CheckItem("Barnet er spurgt", required=True), CheckItem("To"))),
    step("v", "slut", "b", kind=StepKind.DECISION, gate=Gate(("a",))),
    step("b", "slut"),
    END,
)


def told(refusal: Refused | None) -> tuple[str, dict[str, str]] | None:
    return (refusal.code, refusal.params) if refusal else None


def test_steps_may_be_done_in_any_order() -> None:
    assert may_finish(Log(GATED).state(), GATED, "b") is None


def test_a_decision_needs_its_way() -> None:
    state = Log(GATED).done("a").state()
    assert told(may_finish(state, GATED, "v")) == ("way_not_chosen", {"step": "V"})


def test_a_missed_gate_asks_for_a_reason() -> None:
    state = Log(GATED).choose("v", 0).state()
    expected = ("gate_needs_reason", {"step": "V", "missing": "A"})
    assert told(may_finish(state, GATED, "v")) == expected
    assert told(may_finish(state, GATED, "v", reason="  ")) == expected
    assert may_finish(state, GATED, "v", reason="Barnet er indlagt") is None


def test_what_is_done_cannot_be_done_twice() -> None:
    state = Log(GATED).done("a").state()
    assert told(may_finish(state, GATED, "a")) == ("step_already_done", {"step": "A"})


def test_only_what_is_done_can_be_opened_again() -> None:
    log = Log(GATED).done("a").decide("v", 0)
    assert may_reopen(log.state(), GATED, "a") is None
    assert told(may_reopen(log.state(), GATED, "b")) == ("step_not_done", {"step": "B"})
    assert told(may_reopen(log.state(), GATED, "slut")) == ("end_reached", {"step": "Slut"})


def test_only_a_decision_takes_a_way_and_only_one_that_exists() -> None:
    state = Log(GATED).state()
    assert may_choose(state, GATED, "v", 1) is None
    assert told(may_choose(state, GATED, "v", 2)) == ("unknown_way", {"step": "V", "way": "2"})
    assert told(may_choose(state, GATED, "a", 0)) == ("unknown_way", {"step": "A", "way": "0"})


def test_a_required_item_is_not_put_aside_without_a_reason() -> None:
    state = Log(GATED).state()
    expected = ("item_needs_reason", {"step": "A", "item": "Barnet er spurgt"})
    assert told(may_mark(state, GATED, "a", 0, Mark.NOT_RELEVANT, actor="bo")) == expected
    put_aside = may_mark(state, GATED, "a", 0, Mark.NOT_RELEVANT, actor="bo", reason="Spædbarn")
    assert put_aside is None
    assert may_mark(state, GATED, "a", 1, Mark.NOT_RELEVANT, actor="bo") is None
    unknown = told(may_mark(state, GATED, "a", 2, Mark.DONE, actor="bo"))
    assert unknown == ("unknown_item", {"step": "A", "item": "2"})


def test_only_another_sees_through_what_somebody_has_done() -> None:
    def verified(log: Log, actor: str) -> Refused | None:
        return may_mark(log.state(), GATED, "a", 0, Mark.VERIFIED, actor=actor)

    assert told(verified(Log(GATED), "bo")) == ("verify_not_done", {})
    aside = Log(GATED).mark("a", 0, Mark.NOT_RELEVANT, "Spædbarn")
    assert told(verified(aside, "bo")) == ("verify_not_done", {})
    done = Log(GATED).mark("a", 0)
    assert told(verified(done, "raadgiver")) == ("verify_own_work", {})
    assert told(verified(done, " Raadgiver ")) == ("verify_own_work", {})
    assert verified(done, "bo") is None
    seen = done.by("bo").mark("a", 0, Mark.VERIFIED)
    assert verified(seen, "ida") is None
    assert told(verified(seen, "raadgiver")) == ("verify_own_work", {})


def test_a_closed_run_and_an_unknown_step_take_nothing_in() -> None:
    closed = Log(GATED).close().state()
    assert told(may_finish(closed, GATED, "a")) == ("run_closed", {})
    assert told(may_mark(closed, GATED, "a", 0, Mark.DONE, actor="bo")) == ("run_closed", {})
    assert told(may_choose(closed, GATED, "v", 0)) == ("run_closed", {})
    assert told(may_reopen(closed, GATED, "a")) == ("run_closed", {})
    assert told(may_note(closed, GATED, "a")) == ("run_closed", {})
    assert told(may_note(Log(GATED).state(), GATED, "x")) == ("unknown_step", {"step": "x"})


def test_nothing_is_done_before_the_run_began() -> None:
    state = Log(GATED).done("a").state()
    assert may_be_done_at(state, GATED, "a", START) is None
    assert told(may_be_done_at(state, GATED, "a", START - HOUR)) == (
        "done_before_start",
        {"step": "A", "start": f"23.11.2026 kl.{NBSP}9.00"},
    )


def test_a_run_did_not_begin_after_what_was_done_in_it() -> None:
    log = Log(GATED).done("a").decide("v", 0)  # the end is reached with the decision
    assert may_begin_at(Log(GATED).state(), GATED, START + 99 * HOUR) is None
    assert may_begin_at(log.state(), GATED, START + 2 * HOUR) is None
    assert told(may_begin_at(log.state(), GATED, START + 3 * HOUR)) == (
        "start_after_done",
        {"step": "A", "when": f"23.11.2026 kl.{NBSP}11.00"},
    )
    ended = log.reopen("a").state()
    assert told(may_begin_at(ended, GATED, START + 9 * HOUR)) == (
        "start_after_done",
        {"step": "V", "when": f"23.11.2026 kl.{NBSP}13.00"},
    )


def test_what_was_done_in_an_earlier_round_was_done_after_the_run_began() -> None:
    round_trip = procedure(step("a", "v"), step("v", "a", "slut", kind=StepKind.DECISION), END)
    state = Log(round_trip).done("a").decide("v", 0).state()
    refusal = may_begin_at(state, round_trip, START + 9 * HOUR)
    expected = {"step": "A", "when": f"23.11.2026 kl.{NBSP}11.00"}
    assert told(refusal) == ("start_after_done", expected)


def test_nothing_is_done_by_a_clock_that_is_before_the_run_began() -> None:
    state, yesterday = Log(GATED).state(), START - 24 * HOUR
    for what in (ItemMarked("a", 0, Mark.DONE), StepDone("a"), Closed()):
        refusal = may_happen_now(state, what, yesterday)
        assert refusal is not None
        assert refusal.code == "clock_before_start"
        assert may_happen_now(state, what, START + HOUR) is None


def test_what_is_written_or_says_its_own_time_is_kept_by_any_clock() -> None:
    state, yesterday = Log(GATED).state(), START - 24 * HOUR
    for what in (Noted("a", "Ringet"), StepDone("a", "", START + HOUR)):
        assert may_happen_now(state, what, yesterday) is None


def test_two_clocks_that_are_a_little_apart_stop_nobody() -> None:
    state = Log(GATED).state()
    assert may_happen_now(state, StepDone("a"), START - timedelta(minutes=5)) is None
