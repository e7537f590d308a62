"""What is due this week: counted over all runs, and what comes first."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.model.library.procedure import DeadlineKind
from app.model.run.due_week import DueCount, DueMark, RunDue, count_due, first_due
from app.model.times import ZONE, end_of_week

NOW = datetime(2026, 11, 25, 9, 40, tzinfo=ZONE)
WEEK_ENDS = end_of_week(NOW)

_HOURS = st.lists(st.integers(-400, 400), max_size=4)


def due(run: str, *hours: int, kind: DeadlineKind = DeadlineKind.DUTY) -> RunDue:
    marks = tuple(DueMark(NOW + timedelta(hours=at), kind) for at in sorted(hours))
    return RunDue(run, marks)


def test_deadlines_and_their_runs_are_counted_by_when_they_run_out() -> None:
    found = [due("a", -30, -2, 3), due("b", -1, 60), due("c", 200)]
    counts = count_due(found, now=NOW, week_ends=WEEK_ENDS)
    assert (counts.late, counts.today, counts.later) == (
        DueCount(3, 2),
        DueCount(1, 1),
        DueCount(1, 1),
    )
    assert (counts.deadlines, counts.runs) == (5, 2)


@given(st.lists(_HOURS, max_size=8))
def test_a_run_is_late_or_due_this_week_as_its_first_deadline_is(hours: list[list[int]]) -> None:
    found = [due(str(nth), *of_run) for nth, of_run in enumerate(hours)]
    firsts = [one.deadlines[0].at for one in found if one.deadlines]
    counts = count_due(found, now=NOW, week_ends=WEEK_ENDS)
    assert counts.late.runs == sum(at < NOW for at in firsts)
    assert counts.runs == sum(at <= WEEK_ENDS for at in firsts)


def test_what_is_most_overdue_comes_first() -> None:
    found = [due("a", -2, 3), due("b", -30, 4), due("c", 500)]
    first = first_due(found, until=WEEK_ENDS, most=9)
    assert first == [("b", 0), ("a", 0), ("a", 1), ("b", 1)]
    assert first_due(found, until=WEEK_ENDS, most=1) == first[:1]


@given(st.sampled_from([one for one in DeadlineKind if one is not DeadlineKind.DUTY]), _HOURS)
def test_what_does_not_bind_is_neither_counted_nor_named(
    kind: DeadlineKind, hours: list[int]
) -> None:
    informs = due("a", *hours, kind=kind)
    both = RunDue("a", (*informs.deadlines, DueMark(NOW + timedelta(hours=1))))
    assert count_due([informs], now=NOW, week_ends=WEEK_ENDS).deadlines == 0
    assert first_due([informs], until=WEEK_ENDS, most=9) == []
    assert count_due([both], now=NOW, week_ends=WEEK_ENDS).today == DueCount(1, 1)
    assert first_due([both], until=WEEK_ENDS, most=9) == [("a", len(hours))]
