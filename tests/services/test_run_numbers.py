"""Runs are found by any part of the number of their case, however it is written."""

from datetime import timedelta

import pytest

from app.services import run_lists, runs
from app.services.workplace import Workplace
from tests.services.make import NOW

NUMBERS = ("2026-04417", "2026-04418", "26/120044", "26/120044", "EMN-2025-001777")


@pytest.fixture
def cases(workplace: Workplace) -> Workplace:
    for number in NUMBERS:
        trigger = NOW - timedelta(hours=2)
        runs.start_run(workplace, procedure="underretning", case_number=number, trigger=trigger)
    return workplace


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("2026-044", ["2026-04417", "2026-04418"]),
        ("4417", ["2026-04417"]),
        ("2026 044 17", ["2026-04417"]),
        ("202604417", ["2026-04417"]),
        ("26120044", ["26/120044", "26/120044"]),
        ("emn 2025", ["EMN-2025-001777"]),
        ("044", ["2026-04417", "2026-04418", "26/120044", "26/120044"]),
        ("44", []),
        ("§ 044", []),
        ("100%", []),
    ],
)
def test_a_case_is_found_by_its_number(cases: Workplace, typed: str, numbers: list[str]) -> None:
    found = run_lists.runs_of_numbers(cases, typed=typed)
    assert [row.run.case_number for row in found] == numbers


def test_a_number_that_begins_so_comes_first(cases: Workplace) -> None:
    found = run_lists.runs_of_numbers(cases, typed="261")
    assert [row.run.case_number for row in found] == ["26/120044", "26/120044"]
