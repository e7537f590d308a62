"""The rules of counting, by the worked examples of the library's ground and by hand."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.model.deadlines.deadline_counting import (
    Calendar,
    Events,
    due,
    has_passed,
    is_kept,
    is_late,
)
from app.model.deadlines.due_date import Due
from app.model.library.procedure import Deadline, DeadlineKind, EventDay, LastDay, Whose
from app.model.times import ZONE

SAT = Calendar()
NO_SAT = Calendar(saturday_counts=False)
EVE_CLOSED = Calendar(closed_days=frozenset({"12-24"}))

HOURS_24 = Deadline("24 hours", after="trigger", last_day=LastDay.STAYS, law="bl:136.2")
RECEIPT = Deadline("6 weekdays", after="trigger", law="bl:138.1")
ASSESSMENT = Deadline("4 months", after="trigger", law="bl:20.3")
COMMITTEE = Deadline(
    "7 days",
    after="trigger",
    last_day=LastDay.STAYS,
    event_day=EventDay.COUNTS,
    law="bl:143.4",
)
ONE_MONTH = Deadline("1 months", after="trigger", last_day=LastDay.STAYS, law="bl:143.5")
YOUTH = Deadline("6 months", before="trigger", law="bl:111.1")
HOME = Deadline("7 days", after="trigger", law="bl:102.1")
PLAN_30 = Deadline("30 days", after="trigger", law="bl:112.3")
COMPLAINT = Deadline(
    "4 weeks", after="trigger", last_day=LastDay.ROLLS, whose=Whose.FAMILY, law="rsl:67.1"
)
INSIGHT = Deadline("7 workdays", after="trigger", last_day=LastDay.STAYS, law="fvl:16.2")


def moment(text: str) -> datetime:
    """Read `2026-01-10 14:10` as Danish time."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def happened(**events: str) -> Events:
    known = {name.replace("_", "-"): moment(text) for name, text in events.items()}
    return lambda ref: known.get(ref.removeprefix("date:"))


def count(deadline: Deadline, source: str, calendar: Calendar = SAT) -> Due:
    found = due(deadline, happened(trigger=source), calendar)
    assert found
    return found


def day_of(deadline: Deadline, source: str, calendar: Calendar = SAT) -> str:
    found = count(deadline, source, calendar)
    assert not found.timed
    assert found.at.time().isoformat() == "23:59:59"
    return found.at.date().isoformat()


# The worked examples 1 to 18


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("2026-01-10 14:10", "2026-01-11 14:10"),  # 1
        ("2026-03-28 14:10", "2026-03-29 14:10"),  # 2: summer time begins
        ("2026-10-24 14:10", "2026-10-25 13:10"),  # 3: summer time ends
    ],
)
def test_examples_1_to_3_hours_run_on_and_the_earlier_time_holds(
    source: str, expected: str
) -> None:
    found = count(HOURS_24, source)
    assert found.timed
    assert found.at == moment(expected)
    assert found.at.tzinfo is ZONE


@pytest.mark.parametrize(
    ("source", "with_saturday", "without"),
    [
        ("2026-11-23 12:00", "2026-11-30", "2026-12-01"),  # 4
        ("2026-03-27 12:00", "2026-04-07", "2026-04-09"),  # 5: Easter
        ("2026-12-23 12:00", "2027-01-02", "2027-01-04"),  # 6: Christmas and New Year
        # and the further ones of the ground, H1 to H9
        ("2026-01-05 12:00", "2026-01-12", "2026-01-13"),
        ("2026-01-09 12:00", "2026-01-16", "2026-01-19"),
        ("2026-01-10 12:00", "2026-01-17", "2026-01-19"),
        ("2026-04-02 12:00", "2026-04-11", "2026-04-14"),
        ("2026-05-11 12:00", "2026-05-19", "2026-05-20"),
        ("2026-05-22 12:00", "2026-05-30", "2026-06-02"),
        ("2026-12-21 12:00", "2026-12-30", "2026-12-30"),
    ],
)
def test_examples_4_to_6_six_weekdays(source: str, with_saturday: str, without: str) -> None:
    assert day_of(RECEIPT, source, SAT) == with_saturday
    assert day_of(RECEIPT, source, NO_SAT) == without


@pytest.mark.parametrize(
    ("number", "deadline", "source", "ends", "aim"),
    [
        (7, ASSESSMENT, "2026-11-23 12:00", "2027-03-23", None),
        (8, ASSESSMENT, "2026-10-31 12:00", "2027-02-28", "2027-02-26"),
        (9, COMMITTEE, "2026-11-26 12:00", "2026-12-02", None),
        (10, COMMITTEE, "2026-12-20 12:00", "2026-12-26", "2026-12-24"),
        (11, ONE_MONTH, "2026-12-01 12:00", "2027-01-01", "2026-12-31"),
        (13, YOUTH, "2026-08-31 12:00", "2026-02-28", "2026-02-27"),
        (14, HOME, "2026-11-23 12:00", "2026-11-30", None),
        (15, PLAN_30, "2026-11-23 12:00", "2026-12-23", None),
        (16, COMPLAINT, "2026-11-27 12:00", "2026-12-28", None),
        (17, COMPLAINT, "2026-04-16 12:00", "2026-05-15", None),
        (18, INSIGHT, "2026-04-01 12:00", "2026-04-15", None),
    ],
)
def test_examples_7_to_18(
    number: int, deadline: Deadline, source: str, ends: str, aim: str | None
) -> None:
    found = count(deadline, source)
    assert (number, found.at.date().isoformat()) == (number, ends)
    assert found.aim == (date.fromisoformat(aim) if aim else None)
    assert found.rolled == (number in (16, 17))


def test_example_10_with_christmas_eve_closed_aims_one_day_earlier() -> None:
    found = count(COMMITTEE, "2026-12-20 12:00", EVE_CLOSED)
    assert found.at.date() == date(2026, 12, 26)
    assert found.aim == date(2026, 12, 23)


def test_example_12_the_earliest_of_several_holds() -> None:
    first = Deadline(
        first_of=(
            Deadline("0 days", after="date:undersoegelse-afsluttet"),
            Deadline("3 months", after="date:ivaerksaettelse-indsats"),
        ),
        law="bl:95.2",
    )
    both = happened(
        undersoegelse_afsluttet="2027-01-20 12:00", ivaerksaettelse_indsats="2026-11-30 12:00"
    )
    found = due(first, both, SAT)
    assert found
    assert found.at.date() == date(2027, 1, 20)
    assert found.deadline.law == "bl:95.2"
    one = due(first, happened(ivaerksaettelse_indsats="2026-11-30 12:00"), SAT)
    assert one
    assert one.at.date() == date(2027, 2, 28)
    assert due(first, happened(), SAT) is None


@pytest.mark.parametrize(
    ("deadline", "source", "ends"),
    [
        (ASSESSMENT, "2026-01-15 12:00", "2026-05-15"),  # M1
        (ASSESSMENT, "2025-10-31 12:00", "2026-02-28"),  # M2
        (YOUTH, "2026-09-01 12:00", "2026-03-01"),  # M5
        (COMPLAINT, "2026-04-01 12:00", "2026-04-29"),  # K1
        (COMPLAINT, "2026-04-04 12:00", "2026-05-04"),  # K3
        (COMMITTEE, "2026-04-01 12:00", "2026-04-07"),  # F2
    ],
)
def test_further_examples_of_the_ground(deadline: Deadline, source: str, ends: str) -> None:
    assert day_of(deadline, source) == ends


# Rules one by one


def test_an_event_late_in_the_evening_belongs_to_its_day() -> None:
    assert day_of(HOME, "2026-11-23 23:50") == "2026-11-30"


def test_an_event_is_read_in_danish_time() -> None:
    found = due(HOME, lambda _: datetime(2026, 11, 23, 23, 30, tzinfo=UTC), SAT)
    assert found
    assert found.at.date() == date(2026, 12, 1)


def test_a_month_without_the_date_ends_on_its_last_day() -> None:
    month = Deadline("1 months", after="trigger")
    assert day_of(month, "2028-01-31 12:00") == "2028-02-29"
    assert day_of(month, "2027-01-31 12:00") == "2027-02-28"


def test_hours_may_be_counted_backwards() -> None:
    found = count(Deadline("24 hours", before="trigger"), "2026-10-25 14:10")
    assert found.at == moment("2026-10-24 14:10")


def test_an_hour_that_does_not_exist_is_passed_over() -> None:
    found = count(HOURS_24, "2026-03-28 02:30")
    assert found.at.astimezone(UTC) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_weekdays_are_counted_backwards_over_holidays() -> None:
    back = Deadline("2 weekdays", before="trigger")
    assert day_of(back, "2026-04-07 12:00") == "2026-04-01"


def test_the_day_of_the_event_counts_only_where_it_is_said() -> None:
    counts = Deadline("2 weekdays", after="trigger", event_day=EventDay.COUNTS)
    assert day_of(counts, "2026-11-23 12:00") == "2026-11-24"
    assert day_of(counts, "2026-11-22 12:00") == "2026-11-24"
    weeks = Deadline("1 weeks", after="trigger", event_day=EventDay.COUNTS)
    assert day_of(weeks, "2026-11-23 12:00") == "2026-11-29"


def test_no_days_at_all_is_the_same_day() -> None:
    for unit in ("days", "weeks", "months", "weekdays", "workdays"):
        for counts in EventDay:
            zero = Deadline(f"0 {unit}", after="trigger", event_day=counts)
            assert day_of(zero, "2026-11-22 12:00") == "2026-11-22"


def test_a_backwards_deadline_never_rolls_past_its_day() -> None:
    back = Deadline("6 months", before="trigger", last_day=LastDay.ROLLS)
    assert day_of(back, "2026-08-31 12:00") == "2026-02-28"


def test_the_aim_never_lies_before_the_event() -> None:
    soon = Deadline("1 days", after="trigger")
    assert count(soon, "2026-11-28 12:00").aim is None
    assert count(soon, "2026-11-27 12:00").aim == date(2026, 11, 27)


def test_a_saturday_that_counts_still_has_friday_as_its_aim() -> None:
    found = count(RECEIPT, "2026-01-10 12:00")
    assert (found.at.date(), found.aim) == (date(2026, 1, 17), date(2026, 1, 16))


def test_closed_days_never_lengthen_a_deadline() -> None:
    closed = Calendar(closed_days=frozenset({"11-24", "2026-11-25"}))
    assert day_of(RECEIPT, "2026-11-23 12:00", closed) == "2026-11-30"


def test_an_office_that_is_never_open_has_no_aim() -> None:
    year = (date(2026, 1, 1) + timedelta(days=n) for n in range(366))
    closed = Calendar(closed_days=frozenset(f"{day:%m-%d}" for day in year) | {"02-29"})
    assert count(HOME, "2026-11-23 12:00", closed).aim is None


def test_what_has_not_happened_gives_no_date() -> None:
    assert due(HOME, happened(), SAT) is None
    assert due(Deadline(), happened(trigger="2026-11-23 12:00"), SAT) is None
    assert due(Deadline("7 days"), happened(trigger="2026-11-23 12:00"), SAT) is None


def test_the_first_of_several_hands_down_what_the_whole_says() -> None:
    whole = Deadline(
        first_of=(Deadline("4 weeks", after="trigger"),),
        last_day=LastDay.ROLLS,
        whose=Whose.FAMILY,
        reason="Lokalt",
    )
    found = count(whole, "2026-11-27 12:00")
    assert found.rolled
    assert found.deadline.reason == "Lokalt"


def test_an_earliest_day_is_the_first_moment_allowed() -> None:
    earliest = Deadline("3 months", before="trigger", earliest=True, law="bl:49.3")
    found = count(earliest, "2026-11-30 12:00")
    assert found.at == moment("2026-08-30 00:00")
    assert not is_late(found, moment("2027-01-01 12:00"))
    assert is_kept(found, moment("2026-08-30 00:00"))
    assert not is_kept(found, moment("2026-08-29 23:59"))


def test_the_whole_last_day_may_be_used() -> None:
    found = count(HOME, "2026-11-23 12:00")
    assert not is_late(found, moment("2026-11-30 23:59"))
    assert is_late(found, moment("2026-12-01 00:00"))
    assert is_kept(found, datetime(2026, 11, 30, 22, 59, tzinfo=UTC))
    assert not is_kept(found, datetime(2026, 11, 30, 23, 1, tzinfo=UTC))


def test_hours_are_late_by_the_second_also_when_the_clocks_change() -> None:
    found = count(HOURS_24, "2026-10-24 02:30")
    assert found.at.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    repeated = datetime(2026, 10, 25, 2, 20, tzinfo=ZONE, fold=1)
    assert is_late(found, repeated)


def test_far_beyond_the_calendar_there_is_no_date() -> None:
    end = datetime(9999, 12, 30, tzinfo=ZONE)
    for unit in ("hours", "days", "weeks", "months", "weekdays"):
        assert due(Deadline(f"999 {unit}", after="trigger"), lambda _: end, SAT) is None


# Algebra

MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2050, 12, 31)).map(
    lambda naive: naive.replace(tzinfo=UTC)
)
UNITS = st.sampled_from(["hours", "days", "weeks", "months", "weekdays", "workdays"])
AMOUNTS = st.integers(0, 60)
CALENDARS = st.builds(
    Calendar, st.booleans(), st.sampled_from([frozenset(), frozenset({"12-24", "12-31"})])
)
DEADLINES = st.builds(
    lambda amount, unit, last, counts, whose, law: Deadline(
        f"{amount} {unit}",
        after="trigger",
        last_day=last,
        event_day=counts,
        whose=whose,
        law=law,
    ),
    AMOUNTS,
    UNITS,
    st.sampled_from(LastDay),
    st.sampled_from(EventDay),
    st.sampled_from(Whose),
    st.sampled_from([None, "bl:5"]),
)


def at_of(deadline: Deadline, source: datetime, calendar: Calendar) -> datetime:
    found = due(deadline, lambda _: source, calendar)
    assert found
    return found.at.astimezone(UTC)


@given(DEADLINES, MOMENTS, CALENDARS)
def test_a_deadline_never_runs_out_before_its_event(
    deadline: Deadline, source: datetime, calendar: Calendar
) -> None:
    assert at_of(deadline, source, calendar) >= source.replace(microsecond=0)


@given(DEADLINES, MOMENTS, MOMENTS, CALENDARS)
def test_a_later_event_never_gives_an_earlier_date(
    deadline: Deadline, one: datetime, other: datetime, calendar: Calendar
) -> None:
    earlier, later = sorted((one, other))
    if deadline.within and deadline.within.endswith("hours"):
        # by the clock, the hour that is repeated in autumn comes twice
        later += timedelta(hours=1)
    assert at_of(deadline, earlier, calendar) <= at_of(deadline, later, calendar)


@given(AMOUNTS, AMOUNTS, UNITS, MOMENTS, CALENDARS)
def test_more_time_never_gives_an_earlier_date(
    few: int, more: int, unit: str, source: datetime, calendar: Calendar
) -> None:
    few, more = sorted((few, more))
    ends = [
        at_of(Deadline(f"{amount} {unit}", after="trigger"), source, calendar)
        for amount in (few, more)
    ]
    assert ends[0] <= ends[1]


@given(DEADLINES, MOMENTS, CALENDARS)
def test_rolling_only_lengthens_and_lands_on_a_workday(
    deadline: Deadline, source: datetime, calendar: Calendar
) -> None:
    found = due(deadline, lambda _: source, calendar)
    assert found
    is_ours = deadline.whose is Whose.OURS
    if deadline.last_day is LastDay.ROLLS and not found.timed and not is_ours:
        assert calendar.is_workday(found.at.date())
    else:
        assert not found.rolled


@given(DEADLINES, MOMENTS, CALENDARS)
def test_an_aim_is_an_open_day_before_the_last_one(
    deadline: Deadline, source: datetime, calendar: Calendar
) -> None:
    found = due(deadline, lambda _: source, calendar)
    assert found
    if found.aim:
        assert found.aim < found.at.date()
        assert calendar.is_open(found.aim)


@given(st.lists(DEADLINES, min_size=1, max_size=4), MOMENTS, CALENDARS)
def test_the_first_of_several_is_the_earliest_of_each(
    parts: list[Deadline], source: datetime, calendar: Calendar
) -> None:
    whole = at_of(Deadline(first_of=tuple(parts)), source, calendar)
    binding = [part for part in parts if part.is_binding]
    assert whole == min(at_of(part, source, calendar) for part in binding or parts)


@given(AMOUNTS, st.sampled_from(["days", "weeks", "weekdays", "workdays"]), MOMENTS, CALENDARS)
def test_counting_back_undoes_counting_on(
    amount: int, unit: str, source: datetime, calendar: Calendar
) -> None:
    on = due(Deadline(f"{amount} {unit}", after="x"), lambda _: source, calendar)
    assert on
    back = due(Deadline(f"{amount} {unit}", before="x"), lambda _: on.at, calendar)
    assert back
    start = on.source.date()
    counts = calendar.is_weekday if unit == "weekdays" else calendar.is_workday
    if unit in ("days", "weeks") or counts(start) or not amount:
        assert back.at.date() == start
    else:
        assert back.at.date() < start


@given(st.integers(1, 60), MOMENTS)
def test_saturday_counting_never_gives_the_later_date(amount: int, source: datetime) -> None:
    deadline = Deadline(f"{amount} weekdays", after="trigger")
    assert at_of(deadline, source, SAT) <= at_of(deadline, source, NO_SAT)


@given(DEADLINES, MOMENTS, CALENDARS, st.integers(0, 4000))
def test_only_a_duty_of_ours_by_law_is_ever_late(
    deadline: Deadline, source: datetime, calendar: Calendar, days: int
) -> None:
    found = due(deadline, lambda _: source, calendar)
    assert found
    moment = source + timedelta(days=days)
    binds = deadline.law is not None and deadline.whose is Whose.OURS
    assert (deadline.kind is DeadlineKind.DUTY) == binds
    assert is_late(found, moment) == (binds and has_passed(found, moment))
    assert (is_kept(found, moment) is None) == (not binds)


@given(DEADLINES, MOMENTS, CALENDARS)
def test_the_familys_time_is_never_told_shorter_nor_ours_longer(
    deadline: Deadline, source: datetime, calendar: Calendar
) -> None:
    found = due(deadline, lambda _: source, calendar)
    plain = due(replace(deadline, last_day=LastDay.STAYS), lambda _: source, calendar)
    assert found
    assert plain
    if deadline.whose is Whose.OURS:
        assert found.at == plain.at
    else:
        assert found.aim is None
        assert found.at >= plain.at


SUPPORT = Deadline("3 months", after="date:stoette", law="bl:91.1")
SIXTEEN = Deadline("3 months", after="date:fyldt-16", law="bl:108.3")
PLAN = Deadline(one_of=(SUPPORT, SIXTEEN))


def test_the_event_that_happened_last_applies_unless_another_is_chosen() -> None:
    events = happened(stoette="2026-11-01 12:00", fyldt_16="2025-09-15 12:00")
    now = moment("2026-11-30 12:00")
    last = due(PLAN, events, SAT, now=now)
    first = due(PLAN, events, SAT, now=now, chosen="date:fyldt-16")
    unknown = due(PLAN, events, SAT, now=now, chosen="date:ukendt")
    assert last
    assert last.at.date() == date(2027, 2, 1)
    assert first
    assert first.at.date() == date(2025, 12, 15)
    assert unknown == last


def test_what_has_not_happened_yet_applies_only_where_nothing_else_has() -> None:
    now = moment("2026-11-30 12:00")
    both = happened(stoette="2026-11-01 12:00", fyldt_16="2027-09-15 12:00")
    found = due(PLAN, both, SAT, now=now)
    coming = due(PLAN, happened(fyldt_16="2027-09-15 12:00"), SAT, now=now)
    assert found
    assert found.deadline.law == "bl:91.1"
    assert coming
    assert coming.deadline.law == "bl:108.3"


def test_a_recommendation_never_stands_before_what_the_law_says() -> None:
    several = Deadline(
        first_of=(
            Deadline("1 days", after="trigger", reason="God skik"),
            Deadline("1 weeks", after="trigger", law="bl:5"),
        )
    )
    assert count(several, "2026-11-23 12:00").deadline.law == "bl:5"


def test_what_the_family_has_at_least_is_said_so() -> None:
    partly = Deadline("4 weeks", after="trigger", whose=Whose.FAMILY, law="bekrs:12")
    assert count(partly, "2026-11-28 12:00").at_least
    assert not count(partly, "2026-11-23 12:00").at_least
    assert not count(replace(partly, whose=Whose.OURS), "2026-11-28 12:00").at_least


def test_a_letter_under_way_lengthens_what_the_family_may_do_and_nothing_else() -> None:
    by_letter = Calendar(letter_days=2)
    assert count(COMPLAINT, "2026-03-02 12:00", by_letter).at.date() == date(2026, 4, 1)
    assert count(RECEIPT, "2026-03-02 12:00", by_letter) == count(RECEIPT, "2026-03-02 12:00")
