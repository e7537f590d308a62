"""Day by day, 1990 to 2050, against the package and against the moon."""

from datetime import date, datetime, timedelta

from holidays import country_holidays

from app.model.deadlines.days import Calendar
from app.model.deadlines.deadline_counting import due
from app.model.library.procedure import Deadline
from app.model.times import ZONE

FIRST, LAST = date(1990, 1, 1), date(2050, 12, 31)
DAYS = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
CALENDAR = Calendar()


def easter(year: int) -> date:
    """Compute Easter Day by the anonymous Gregorian rule."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def by_the_moon(year: int) -> set[date]:
    """List the public holidays as the law has them; Store Bededag until 2023."""
    fixed = {date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)}
    offsets = [-3, -2, 0, 1, 39, 49, 50] + ([26] if year < 2024 else [])
    return fixed | {easter(year) + timedelta(days=offset) for offset in offsets}


def test_holidays_are_those_of_the_package_and_those_of_the_law() -> None:
    package = country_holidays("DK", years=range(FIRST.year, LAST.year + 1), expand=False)
    law = set().union(*(by_the_moon(year) for year in range(FIRST.year, LAST.year + 1)))
    for day in DAYS:
        assert CALENDAR.is_holiday(day) == (day in package) == (day in law), day


def test_store_bededag_is_an_ordinary_day_from_2024() -> None:
    assert CALENDAR.is_holiday(date(2023, 5, 5))
    assert CALENDAR.is_workday(date(2024, 4, 26))


def test_no_other_day_is_a_holiday() -> None:
    for day in (date(2026, 5, 1), date(2026, 6, 5), date(2026, 12, 24), date(2026, 12, 31)):
        assert CALENDAR.is_workday(day)


def test_weekdays_are_workdays_and_the_saturdays_that_are_no_holidays() -> None:
    plain = Calendar(saturday_counts=False)
    for day in DAYS:
        assert plain.is_weekday(day) == CALENDAR.is_workday(day)
        saturday = day.weekday() == 5 and not CALENDAR.is_holiday(day)
        assert CALENDAR.is_weekday(day) == (CALENDAR.is_workday(day) or saturday)


def test_six_weekdays_after_every_day_are_six_days_that_count() -> None:
    deadline = Deadline("6 weekdays", after="trigger")
    for day in DAYS[:-30]:
        source = datetime(day.year, day.month, day.day, 12, tzinfo=ZONE)
        found = due(deadline, {"trigger": source}.get, CALENDAR)
        assert found
        between = range(1, (found.at.date() - day).days + 1)
        counted = [n for n in between if CALENDAR.is_weekday(day + timedelta(days=n))]
        assert len(counted) == 6, day
        assert counted[-1] == between[-1], day


def test_a_closed_day_is_a_workday_on_which_nobody_is_there() -> None:
    closed = Calendar(closed_days=frozenset({"12-24", "2026-12-28"}))
    assert closed.is_workday(date(2026, 12, 24))
    assert not closed.is_open(date(2026, 12, 24))
    assert not closed.is_open(date(2025, 12, 24))
    assert not closed.is_open(date(2026, 12, 28))
    assert closed.is_open(date(2027, 12, 28))
    assert closed.last_open_day(date(2026, 12, 28)) == date(2026, 12, 23)
