"""A date is read as a Dane writes it, or not at all: never as another moment."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.model.danish.moment_reading import (
    FoundMoment,
    Lies,
    Unread,
    read_clock,
    read_day,
    read_moment,
)
from app.model.danish.notation import date_label, day_label, long_date_label, time_label
from app.model.danish.time_notation import clock_entry, moment_entry
from app.model.times import ZONE, local

NOW = datetime(2026, 11, 26, 10, 12, tzinfo=ZONE)
TODAY = NOW.date()
_MONTHS = "januar februar marts april maj juni juli august september oktober november december"

days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
near_days = st.integers(-182, 182).map(lambda away: TODAY + timedelta(days=away))
clocks = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))


def written_days(day: date) -> list[str]:
    """Every way of writing a date with its year."""
    short, points = f"{day.year % 100:02}", f"{day.day}.{day.month}."
    named = _MONTHS.split()[day.month - 1]
    ways = [
        date_label(day),
        day_label(day),
        long_date_label(day),
        day.isoformat(),
        f"{day:%d.%m.%Y}",
        f"{day:%d-%m-%Y}",
        f"{day:%d/%m-%Y}",
        f"{day.day}/{day.month} {day.year}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day},{day.month},{day.year}",
        f"{day.day} {day.month} {day.year}",
        f"{day.day}. {day.month}. {day.year}",
        f"den {points}{day.year}",
        f" d. {day.day}. {named.upper()}  {day.year} ",
        f"{day.day}.{named[:3]} {day.year}",
        f"{day:%d%m%Y}",
    ]
    if 1990 <= day.year < 2090:
        ways += [f"{points}{short}", f"{day.day}/{day.month}-{short}", f"{day:%d%m%y}"]
    return ways


def written_times(clock: time) -> list[str]:
    """Every way of writing a time of day after a date that has its year."""
    padded = clock_entry(clock)
    return [
        padded,
        f"{clock.hour}.{clock.minute:02}",
        f"{clock.hour}:{clock.minute:02}",
        f"{clock.hour},{clock.minute:02}",
        f"kl. {padded}",
        f"kl {padded}",
        f"kl.{padded}",
        f"klokken {padded.replace('.', ':')}",
        padded.replace(".", ""),
        f"kl. {padded.replace('.', '')}",
        *([f"kl. {clock.hour}", f"kl {clock.hour}"] if not clock.minute else []),
    ]


@given(days, clocks, st.data())
def test_every_way_of_writing_a_moment_reads_as_that_moment(
    day: date, clock: time, data: st.DataObject
) -> None:
    at = datetime.combine(day, clock, ZONE)
    assume(local(at.astimezone(UTC)).time() == clock)
    text = data.draw(st.sampled_from(written_days(day)))
    text += data.draw(st.sampled_from([" ", ", ", "  "]))
    text += data.draw(st.sampled_from(written_times(clock)))
    assert read_moment(text, NOW) == FoundMoment(at, has_time=True)


@given(days, st.data())
def test_every_way_of_writing_a_day_reads_as_that_day(day: date, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(written_days(day)))
    assert read_day(text, TODAY) == day
    assert read_moment(text, NOW) == FoundMoment(datetime.combine(day, time(), ZONE), False)


@given(near_days, clocks, st.sampled_from(["{0.day}/{0.month}", "{0.day}.{0.month}", "{0:%d-%m}"]))
def test_a_day_without_a_year_is_the_nearest(day: date, clock: time, form: str) -> None:
    text = form.format(day)
    assert read_day(text, TODAY) == day
    at = datetime.combine(day, clock, ZONE)
    assume(local(at.astimezone(UTC)).time() == clock)
    assert read_moment(f"{text} {clock_entry(clock)}", NOW) == FoundMoment(at, has_time=True)


@pytest.mark.parametrize(
    ("text", "lies", "day"),
    [
        ("24/12", Lies.ANYWHERE, date(2026, 12, 24)),
        ("24/12", Lies.BEHIND, date(2025, 12, 24)),
        ("2.1", Lies.BEHIND, date(2026, 1, 2)),
        ("2.1", Lies.AHEAD, date(2027, 1, 2)),
        ("1.11", Lies.BEHIND, date(2026, 11, 1)),
        ("1.11", Lies.AHEAD, date(2027, 11, 1)),
        ("30.11", Lies.BEHIND, date(2026, 11, 30)),
    ],
)
def test_a_day_without_a_year_is_looked_for_where_it_lies(text: str, lies: Lies, day: date) -> None:
    now = datetime(2026, 11, 30, 12, tzinfo=ZONE)
    assert read_day(text, now.date(), lies) == day
    found = read_moment(f"{text} kl. 9", now, lies)
    assert isinstance(found, FoundMoment)
    assert found.at.date() == day


@pytest.mark.parametrize("text", ["2/12", "24/12/2026", "i morgen"])
def test_what_has_happened_does_not_lie_ahead(text: str) -> None:
    """A slip of some days is told of, and never taken for a day of the year before."""
    now = datetime(2026, 11, 30, 12, tzinfo=ZONE)
    assert read_day(text, now.date(), Lies.BEHIND) is Unread.AHEAD
    assert read_moment(f"{text} kl. 9", now, Lies.BEHIND) is Unread.AHEAD
    assert read_moment("30.11 kl. 12.30", now, Lies.BEHIND) is Unread.AHEAD


@given(days, clocks)
def test_what_a_field_shows_it_reads_again(day: date, clock: time) -> None:
    at = datetime.combine(day, clock, ZONE)
    assume(local(at.astimezone(UTC)).time() == clock)
    assert read_moment(moment_entry(at), NOW) == FoundMoment(at, has_time=True)
    assert read_clock(clock_entry(clock)) == clock
    assert read_clock(time_label(at)) == clock


@given(st.text("0123456789 .,-/:klfredagsnov", max_size=20))
def test_whatever_is_written_is_read_as_what_it_says_or_not_at_all(text: str) -> None:
    found = read_moment(text, NOW)
    if isinstance(found, FoundMoment) and any(sign.isdigit() for sign in text):
        digits = "".join(sign if sign.isdigit() else " " for sign in text).split()
        at = found.at
        assert f"{at.day}" in digits[0] or len(digits[0]) == len("2026")
        said = "".join(digits)
        assert f"{at.minute:02}" in said or at.minute == 0


@pytest.mark.parametrize(
    ("text", "away"),
    [("i forgårs", -2), ("i går", -1), ("I dag", 0), ("idag", 0), ("i morgen", 1)],
)
def test_words_for_days_near_today(text: str, away: int) -> None:
    assert read_day(text, TODAY) == TODAY + timedelta(days=away)
    found = read_moment(f"{text} kl. 9", NOW)
    assert isinstance(found, FoundMoment)
    assert found.at.date() == TODAY + timedelta(days=away)
    assert found.at.time() == time(9)


def test_now_is_this_minute() -> None:
    assert read_moment("nu", NOW + timedelta(seconds=30)) == FoundMoment(NOW, has_time=True)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Unread.EMPTY),
        ("  ", Unread.EMPTY),
        ("snart", Unread.UNCLEAR),
        ("27.11.2026 09.15 i skolen", Unread.UNCLEAR),
        ("27.11.20 26", Unread.UNCLEAR),
        ("27.11.202", Unread.UNCLEAR),
        ("35.11.2026", Unread.NO_SUCH_DAY),
        ("31.4.2026 kl. 9.15", Unread.NO_SUCH_DAY),
        ("12-24", Unread.NO_SUCH_DAY),
        ("27.11.2026 25.70", Unread.NO_SUCH_TIME),
        ("29.3.2026 kl. 2.30", Unread.NO_SUCH_TIME),
        ("mandag 27.11.2026", Unread.OTHER_WEEKDAY),
        ("27.11.0226", Unread.UNLIKELY_YEAR),
        ("27.11.1066", Unread.UNLIKELY_YEAR),
        ("9:10", Unread.DAY_MISSING),
        ("kl. 9", Unread.DAY_MISSING),
    ],
)
def test_what_is_no_moment_is_not_read(text: str, why: Unread) -> None:
    assert read_moment(text, NOW) is why


def test_a_day_takes_no_time_of_day() -> None:
    assert read_day("27.11.2026 kl. 9.15", TODAY) is Unread.UNCLEAR


def test_the_day_stands_before_the_month() -> None:
    assert read_day("05-06", TODAY) == date(2026, 6, 5)
    assert read_day("5.6", TODAY) == date(2026, 6, 5)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("9.15", time(9, 15)),
        ("0915", time(9, 15)),
        ("915", time(9, 15)),
        ("9", time(9)),
        ("kl. 9", time(9)),
        ("24.00", Unread.NO_SUCH_TIME),
        ("9.5", Unread.UNCLEAR),
        ("", Unread.EMPTY),
    ],
)
def test_times_of_day_are_read(text: str, read: time | Unread) -> None:
    assert read_clock(text) == read
