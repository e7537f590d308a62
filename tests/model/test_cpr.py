from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.cpr import holds_cpr, without_cpr


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
        "15.03.2012-1234",
        "15032012-1234",
        "15-03-2012 1234",
        "15/03/2012 - 1234",
        "150320121234",
        "Anna f. 15.03.2012 1234 bor hos sin mor",
        "15.03.2012-\n1234",
        "01.01.2026-1234",
    ],
)
def test_a_date_with_four_digits_behind_it_is_found(text: str) -> None:
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
        "Ring på 12 34 56 78",
        "Ring efter 15.03.2012 på 1234 5678",
        "15.03.2012 12345678",
        "Modtaget 16.11.2026 2026-04417",
        "16.11.2026 – 2026/04417",
        "Fra 01.01.2026 til 31.12.2026",
        "01.01.2026-31.12.2026",
        "København, den 15.03.2012\n2100 København Ø",
        "LBK nr. 1234 af 15.03.2012, § 136, stk. 2",
        "§ 15, stk. 3, jf. lov af 15.03.2012 § 1234",
        "15.03.1812-1234",
        "32.03.2012-1234",
        "15.13.2012-1234",
        "15.03.2012-12345",
        "9150320121234",
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
        for date_of in ("%d%m%y", "%d%m%Y", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y", "%d %m %Y"):
            text = f"{around}{born.strftime(date_of)}{sign}{tail:04}{around}"
            assert holds_cpr(text)
            assert not holds_cpr(without_cpr(text))


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 99999))
def test_a_date_alone_or_with_a_time_or_the_number_of_a_case_passes(day: date, case: int) -> None:
    for date_of in ("%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d", "%d.%m.%y"):
        said = day.strftime(date_of)
        assert not holds_cpr(said)
        assert not holds_cpr(f"{said} kl. 13.40")
        assert not holds_cpr(f"{said} 13:40")
        assert not holds_cpr(f"{said}–{said}")
    assert not holds_cpr(f"{day:%d.%m.%Y} {day.year}-{case:05}")


@given(st.text())
def test_any_text_can_be_asked(text: str) -> None:
    assert holds_cpr(text) in (True, False)
