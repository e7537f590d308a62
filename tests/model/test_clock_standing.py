"""What the clock can be believed of, where two of them differ."""

from datetime import UTC, datetime, timedelta

from app.model.clock_standing import time_of_next, went_back

NOW = datetime(2026, 11, 26, 8, 40, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_what_follows_is_not_earlier_where_two_clocks_are_a_little_apart() -> None:
    assert time_of_next(NOW, NOW + 3 * MINUTE) == NOW + 3 * MINUTE
    assert time_of_next(NOW, NOW - 3 * MINUTE) == NOW


def test_a_clock_that_is_far_off_is_not_made_up_for() -> None:
    assert time_of_next(NOW, NOW + timedelta(days=2)) == NOW


def test_it_is_known_when_the_last_thing_is_earlier_than_what_it_follows() -> None:
    later = NOW + timedelta(days=2)
    assert went_back([NOW, later, NOW + MINUTE]) == later
    assert went_back([NOW, NOW + 3 * MINUTE, NOW]) is None
    assert went_back([NOW]) is None
