"""What holds of every run, whatever its procedure and whatever happened."""

from typing import Protocol

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.model.library.graph import graph_of
from app.model.library.procedure import CheckItem, Deadline, Gate, Procedure, Whose
from app.model.run.due_week import DueMark, RunDue, count_due
from app.model.run.fold import fold, progress, summarise
from app.model.run.run import (
    AnyHappening,
    Closed,
    DateSet,
    ItemMarked,
    Mark,
    Noted,
    Reopened,
    StartChosen,
    StepDone,
    StepReopened,
    Undone,
    WayChosen,
)
from app.model.run.state import RunState, StepStatus
from app.model.run.undo import undoable
from app.model.times import end_of_week, is_over
from tests.model.log import Log
from tests.model.make import flows

DEADLINES = st.sampled_from(
    [
        None,
        Deadline("24 hours", after="trigger", law="bl:136.2"),
        Deadline("1 days", after="trigger", law="bl:5", once_chosen=True),
        Deadline("2 weekdays", after="s1", reason="God skik"),
        Deadline("1 days", after="s0", law="rsl:67.1", whose=Whose.FAMILY),
        Deadline("1 days", after="s0", law="bl:143.5", ends=True),
        Deadline("3 months", before="date:fyldt-18", law="bl:111.1"),
        Deadline(
            one_of=(
                Deadline("1 days", after="trigger", law="bl:91.1"),
                Deadline("2 days", after="s0", law="bl:91.2"),
            )
        ),
    ]
)


@st.composite
def busy_flows(draw: st.DrawFn) -> Procedure:
    """Draw a procedure whose steps have items, deadlines and gates."""
    made = draw(flows())
    steps = [
        replace(
            one,
            checklist=(CheckItem("Ét"),) * draw(st.integers(0, 2)),
            deadline=draw(DEADLINES),
            gate=draw(st.sampled_from([None, Gate(("s0", "intet"))])),
        )
        for one in made.steps
    ]
    return replace(made, steps=tuple(steps))


class Happening(Protocol):
    def __call__(self, sequence: int) -> AnyHappening: ...


STEPS = st.sampled_from([*(f"s{number}" for number in range(9)), "ukendt"])
HAPPENINGS = st.one_of(
    st.builds(StepDone, STEPS),
    st.builds(StepDone, STEPS),
    st.builds(WayChosen, STEPS, st.integers(0, 3)),
    st.builds(WayChosen, STEPS, st.integers(0, 3)),
    st.builds(StepReopened, STEPS),
    st.builds(StartChosen, STEPS, st.sampled_from(["trigger", "s0", "date:intet"])),
    st.builds(ItemMarked, STEPS, st.integers(0, 2), st.sampled_from(Mark)),
    st.builds(Noted, STEPS, st.just("Ring i morgen")),
    st.builds(DateSet, st.just("fyldt-18"), st.none()),
    st.builds(Undone, st.integers(0, 12)),
    st.just(Closed("Slut")),
    st.just(Reopened()),
)


@st.composite
def logs(draw: st.DrawFn) -> Log:
    log = Log(draw(busy_flows()))
    for what in draw(st.lists(HAPPENINGS, max_size=20)):
        log.later(hours=draw(st.integers(0, 30))).add(what)
    return log


def behind(state: RunState) -> set[str]:
    return {key for key, step in state.steps.items() if step.is_done or step.passed_by}


@given(logs())
def test_every_log_can_be_folded_and_summarised(log: Log) -> None:
    state = log.state()
    row = summarise(state, log.procedure)
    done, total = progress(state)
    assert 0 <= done <= total <= len(log.procedure.steps)
    assert (row.done, row.total, row.late) == (done, total, len(state.late))
    assert list(state.steps) == list(log.procedure.by_id)


@given(logs())
def test_the_case_always_has_a_next_step_until_all_is_behind(log: Log) -> None:
    state = log.state()
    relevant = {key for key, step in state.steps.items() if step.relevant}
    assert state.current or relevant <= behind(state)
    assert state.stands_at in relevant


@given(logs())
def test_the_states_of_a_step_exclude_each_other(log: Log) -> None:
    for step in log.state().steps.values():
        assert not (step.in_line and step.passed_by)
        assert not (step.is_done and (step.in_line or step.passed_by))
        assert step.is_done or step.relevant == (step.status is not StepStatus.NOT_RELEVANT)
        binds = step.due is not None and step.due.is_binding
        assert (step.held is not None) == (binds and step.is_done)
        assert binds or step.status is not StepStatus.LATE
        in_line = {StepStatus.NOW, StepStatus.WAITING}
        assert step.status not in in_line or step.in_line


@given(logs())
def test_a_row_is_late_as_its_first_duty_is_and_counts_say_the_same(log: Log) -> None:
    state = log.state()
    row = summarise(state, log.procedure)
    binding = [one for one in row.deadlines if one.is_binding]
    marks = tuple(DueMark(one.at, one.kind) for one in row.deadlines)
    counts = count_due(
        [RunDue("a", marks)], now=state.changed, week_ends=end_of_week(state.changed)
    )
    assert row.next_due == (binding[0].at if binding else None)
    assert all(one.at >= row.next_due for one in binding if row.next_due)
    assert counts.late.deadlines == sum(one.at < state.changed for one in binding)
    if not state.is_closed:
        assert row.late == sum(is_over(one.at, state.changed, timed=one.timed) for one in binding)


@given(logs())
def test_the_thread_is_drawn_along_ways_between_steps_the_run_has_come_to(log: Log) -> None:
    state = log.state()
    ways = {way.key: way for way in graph_of(log.procedure).ways}
    for leg in state.legs:
        assert leg.source is None or ways[leg.source, leg.way].target == leg.target
        assert leg.round <= state.steps[leg.target].round
    assert state.legs[0].source is None
    assert len({(leg.source, leg.way, leg.round) for leg in state.legs}) == len(state.legs)
    entered = {leg.target for leg in state.legs if not state.is_old(leg)}
    come_to = {k for k, s in state.steps.items() if s.relevant and (s.in_line or s.is_done)}
    assert come_to <= entered


@given(logs())
def test_a_leg_is_broken_where_a_step_was_passed_by(log: Log) -> None:
    state = log.state()
    for leg in state.legs:
        if state.is_old(leg) or leg.source is None:
            continue
        source, target = state.steps[leg.source], state.steps[leg.target]
        if state.rounds == 1:
            assert leg.broken == (source.passed_by or target.passed_by)


@given(logs())
def test_undoing_the_last_event_gives_the_state_before_it(log: Log) -> None:
    last = undoable(log.events)
    if last is None:
        return
    without = [event for event in log.events if event.sequence != last]
    now = log.at
    run = log.state(now).run
    from app.model.deadlines.days import Calendar

    before = fold(run, log.procedure, without, now=now, calendar=Calendar())
    log.undo(last)
    after = log.state(now)
    assert replace(after, changed=now) == replace(before, changed=now)


@given(logs())
def test_folding_is_the_same_every_time(log: Log) -> None:
    assert log.state() == log.state()
