"""Deadlines in a text: the length of time, and the words for what it is counted from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.danish.notation import duration_label
from app.model.danish.time_reading import find_time, other_times, rest_of_time
from app.model.library.procedure import Duration, Unit


@pytest.mark.parametrize(
    ("text", "within", "event"),
    [
        ("Vurdér inden 24 timer", "24 hours", ""),
        ("senest 4 måneder efter, at sagen er åbnet", "4 months", ""),
        ("Senest seks hverdage efter modtagelsen (§ 138)", "6 weekdays", "modtagelsen"),
        ("inden for fire uger fra mødet, og", "4 weeks", "mødet"),
        ("Fristen er 2 døgn", "48 hours", ""),
        ("senest 1 år efter afgørelsen.", "12 months", "afgørelsen"),
    ],
)
def test_deadlines_are_read(text: str, within: str, event: str) -> None:
    found = find_time(text)
    assert found is not None
    assert (found.within, found.event) == (within, event or found.event)


def test_a_bare_length_of_time_is_a_deadline_only_where_one_is_told_of() -> None:
    assert find_time("Samtalen varer 2 timer") is None
    assert find_time("2 timer") is None
    assert find_time("2 timer", is_deadline=True) is not None
    assert find_time("Samme dag", is_deadline=True) is not None
    assert find_time("Straks", is_deadline=True) is None


def test_before_and_not_before_are_told_apart() -> None:
    before = find_time("senest 6 måneder før det fyldte 18. år")
    assert before is not None
    assert before.is_before
    earliest = find_time("tidligst 14 dage efter afgørelsen")
    assert earliest is not None
    assert earliest.is_earliest


def test_what_is_said_beside_the_deadline_is_left() -> None:
    text = "Senest 24 timer efter modtagelsen, i samråd med lederen"
    found = find_time(text)
    assert found is not None
    assert rest_of_time(text, found) == "i samråd med lederen"


@given(st.integers(1, 99), st.sampled_from(Unit))
def test_what_the_program_writes_it_reads_again(amount: int, unit: Unit) -> None:
    found = find_time(f"Senest {duration_label(Duration(amount, unit))} efter modtagelsen")
    assert found is not None
    assert found.within == f"{amount} {unit}"


def test_other_deadlines_in_a_text_are_found_and_the_same_one_again_is_none() -> None:
    text = "24 timer, ellers senest 4 uger efter mødet, og højst 24 timer efter samtalen"
    found = find_time(text, is_deadline=True)
    assert found is not None
    assert found.within == "4 weeks"
    assert other_times(text, found) == ("højst 24 timer efter samtalen",)
    assert other_times(text, found, is_deadline=True) == ("24 timer",)
    again = find_time("Inden 24 timer, dog altid inden 24 timer")
    assert again is not None
    assert other_times("Inden 24 timer, dog altid inden 24 timer", again) == ()
