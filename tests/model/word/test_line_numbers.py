"""Numbers before lines: what they count, and which are the same."""

import pytest

from app.model.word.line_numbers import counts_of, lettered, meets, roman


@pytest.mark.parametrize("count", [1, 4, 9, 14, 40, 90, 400, 1994])
def test_roman_figures_are_read_as_they_are_written(count: int) -> None:
    assert counts_of(roman(count)) == (count,)


def test_letters_are_doubled_after_the_last() -> None:
    assert [lettered(count) for count in (1, 26, 27, 28)] == ["a", "z", "aa", "bb"]
    assert counts_of("bb") == (28,)


def test_a_number_meets_itself_in_any_dress_and_no_other() -> None:
    assert meets("2", "02")
    assert meets("1", "1.0")
    assert meets("b", "B")
    assert meets("2-1", "2.1")
    assert not meets("2", "2.1")
    assert not meets("", "")
    assert not meets("20", "2")
