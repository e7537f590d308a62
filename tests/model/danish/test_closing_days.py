"""Closing days are written as Danes write days, and come back so."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.danish.closing_days import NotADay, closing_days_label, read_closing_days
from app.model.danish.moment_reading import Unread

TODAY = date(2026, 11, 26)
_yearly = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: day.isoformat()[5:])
_once = st.dates(date(1990, 1, 1), date(2100, 12, 31)).map(date.isoformat)


@pytest.mark.parametrize(
    "text",
    ["24-12", "24.12", "24/12", " 24.12. ", "24. december", "24.12 hvert år", "24/12 Hvert år."],
)
def test_a_day_without_a_year_is_every_year(text: str) -> None:
    assert read_closing_days(text, TODAY) == ("12-24",)


def test_the_day_stands_before_the_month() -> None:
    assert read_closing_days("05-06, 5.6", TODAY) == ("06-05",)


def test_several_days_stand_with_commas_between_them() -> None:
    read = read_closing_days("24.12, 31.12; 28.12.2026 og 5/6", TODAY)
    assert read == ("12-24", "12-31", "2026-12-28", "06-05")
    assert read_closing_days("", TODAY) == ()


def test_the_first_that_is_no_day_is_named() -> None:
    assert read_closing_days("24.12, 12-24", TODAY) == NotADay("12-24", Unread.NO_SUCH_DAY)
    both = "28.12.2026 hvert år"
    assert read_closing_days(both, TODAY) == NotADay(both, Unread.UNCLEAR)
    assert read_closing_days("jul", TODAY) == NotADay("jul", Unread.UNCLEAR)


@given(st.lists(st.one_of(_yearly, _once), unique=True).map(tuple))
def test_what_is_shown_is_read_as_the_same_days(days: tuple[str, ...]) -> None:
    assert read_closing_days(closing_days_label(days), TODAY) == days
