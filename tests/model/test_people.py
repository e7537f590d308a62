"""A name is known however it is written."""

import pytest

from app.model.people import known_as


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("rådgiver B", "Rådgiver B"),
        ("  RÅDGIVER  b ", "Rådgiver B"),
        ("rådgiver", None),
        ("", None),
    ],
)
def test_a_name_is_known_however_it_is_written(written: str, known: str | None) -> None:
    assert known_as(written, ("Rådgiver A", "Rådgiver B")) == known
