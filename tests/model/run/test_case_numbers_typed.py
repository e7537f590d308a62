"""What is typed into a search and could be the number of a case."""

import pytest

from app.model.run.case_numbers import bare, is_like_number, may_be_number


@pytest.mark.parametrize(
    "typed", ["2026-04417", "2026-", "2026 04417", "26-12345", "SAG-2026-044", "4417", "202604417"]
)
def test_four_digits_or_more_are_meant_as_a_number(typed: str) -> None:
    assert is_like_number(typed)


@pytest.mark.parametrize(
    "typed", ["§ 136", "136 stk 2", "136.2", "24 timer", "underretning", "§ 2026-04417", "15"]
)
def test_a_provision_or_a_word_is_not(typed: str) -> None:
    assert not is_like_number(typed)


@pytest.mark.parametrize(("typed", "could"), [("441", True), ("44", False), ("§ 136", False)])
def test_three_digits_could_be_part_of_one(typed: str, could: bool) -> None:
    assert may_be_number(typed) is could


def test_what_stands_between_the_parts_does_not_count() -> None:
    assert bare("EMN-2026/044 17") == bare("emn2026.04417") == "emn202604417"
