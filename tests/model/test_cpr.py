from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.cpr import holds_cpr


@pytest.mark.parametrize(
    "text",
    [
        "0101901234",
        "010190-1234",
        "010190 1234",
        "010190 - 1234",
        "010190\u00a01234",
        "010190–1234",
        "01.01.90-1234",
        "01 01 90 1234",
        "Barnet (290200-1234) er hørt",
        "sag0101901234",
        "12 010190-1234",
        "9999999999 og 3112991234",
        "010190\n1234",
        "991399 0101 90-1234",
    ],
)
def test_ten_digits_that_begin_with_a_date_are_found(text: str) -> None:
    assert holds_cpr(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-04417",
        "00.22.04P35-23-17",
        "3213901234",
        "0113901234",
        "0001901234",
        "310490-1234",
        "300290-1234",
        "010190-123",
        "010190-12345",
        "90101901234",
        "Modtaget 16.11.2026 kl. 13.40",
        "01.01.2026-1234",
        "Ring på 12 34 56 78",
        "010190----1234",
    ],
)
def test_other_numbers_pass(text: str) -> None:
    assert not holds_cpr(text)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 9999), st.text(max_size=5))
def test_every_birth_date_is_found_whatever_stands_around_it(
    born: date, tail: int, around: str
) -> None:
    around = "".join(sign for sign in around if not sign.isdecimal())
    for sign in ("", "-", " "):
        assert holds_cpr(f"{around}{born:%d%m%y}{sign}{tail:04}{around}")


@given(st.text())
def test_any_text_can_be_asked(text: str) -> None:
    assert holds_cpr(text) in (True, False)
