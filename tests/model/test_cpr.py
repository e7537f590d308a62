from datetime import date, timedelta

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
        "01011990-1234",
        "610190-1234",
        "6101901234",
        "61.01.1990-1234",
        "1.1.1990-1234",
        "1.1.90-1234",
        "1/1-1990 1234",
        "1. januar 1990 - 1234",
        "01. 01. 1990 - 1234",
        "1990-01-01-1234",
        "1990/1/1-1234",
        "19900101-1234",
        "199001011234",
        "010190-12 34",
        "010190-1 234",
        "010190-12.34",
        "010190-12-34",
        "01 01 90 12 34",
        "1.1.1990 - 12 34",
        "010190:1234",
        "010190 (1234)",
        "010190\u22121234",
        "０１０１９０-１２３４",
        "٠١٠١٩٠-١٢٣٤",
        "01\u200b0190\u00ad-12\u206034",
        "⁰¹⁰¹⁹⁰-¹²³⁴",
        "010190-1234²",
        "010190-1234 2100 København",
        "01.01.1990-1234 5678",
        "010126-1400",
        "1.12.2026-1400",
        "15.03.2012 - 1400",
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
        "23.03-03.07.2027",
        "Periode 01.12-03.07.2027",
        "København, den 15.03.2012\n2100 København Ø",
        "LBK nr. 1234 af 15.03.2012, § 136, stk. 2",
        "§ 15, stk. 3, jf. lov af 15.03.2012 § 1234",
        "15.03.1812-1234",
        "32.03.2012-1234",
        "15.13.2012-1234",
        "15.03.2012-12345",
        "9150320121234",
        "010190----1234",
        "Mødet er 25.11.2026 kl. 14.05",
        "25.11.2026 14.05",
        "25.11.26 – 14:05",
        "1.12.2026 - 1400",
        "1.12.2026 1030-1130",
        "1.12.2026 10.30-11.30",
        "1.12.2026 14-16",
        "2.12.2026 12 timer",
        "12.12.2026 1.500 kr.",
        "1.12.2026 - 1.3.2027",
        "01.01.26 - 31.12.26",
        "01.01.2000–01.01.2000",
        "1.12.2026 12 34 56 78",
        "1.12.26 2234 5678",
        "12 12 56 78 / 22 33 44 55",
        "+45 20 10 19 90",
        "27.03.15-2026-04417",
        "2026-04121234",
        "2026-12-01 14:05",
        "2026-12-01T14:05:33",
        "20261201_1405",
        "202612011405",
        "§ 11, stk. 2, jf. § 12.1.20",
    ],
)
def test_other_numbers_pass(text: str) -> None:
    assert not holds_cpr(text)


WAYS = (
    "{d:02}{m:02}{y2}",
    "{d:02}{m:02}{y}",
    "{d:02}.{m:02}.{y}",
    "{d:02}-{m:02}-{y2}",
    "{d:02}/{m:02}/{y}",
    "{d:02} {m:02} {y2}",
    "{d}.{m}.{y}",
    "{d}/{m}-{y2}",
    "{r:02}{m:02}{y2}",
    "{y}-{m:02}-{d:02}",
)
GAPS = ("-", " - ", "–", "\u2212", "\u00a0", "\u2011", "/", ".")
TAILS = ("{0}{1}", "{0} {1}")
SEEN = (
    str,
    lambda text: text.translate({ord(str(n)): chr(0xFF10 + n) for n in range(10)}),
    lambda text: "\u200b".join(text),
    lambda text: f"Barnet ({text}) bor hos sin mor",
)


def test_nearly_all_numbers_are_found_and_blanked_however_they_are_written() -> None:
    made = [
        see(way.format(d=d, m=m, y=y, y2=f"{y % 100:02}", r=d + 60) + gap + tail.format(a, b))
        for at, way in enumerate(WAYS)
        for gap in GAPS
        for tail in TAILS
        for see in SEEN
        for d, m, y, a, b in (
            (1 + at, 1, 1990, "12", "34"),
            (28 - at, 12, 2015, "40", "05"),
            (9, 2 + at, 2023, "91", "77"),
            (19, 1 + at, 1948, "03", "60"),
        )
    ]
    missed = [text for text in made if not holds_cpr(text)]
    assert len(made) > 2_000
    assert len(missed) <= len(made) / 100, missed
    assert not [text for text in made if holds_cpr(without_cpr(text))]
    assert all(len(without_cpr(text)) == len(text) for text in made)


def test_hardly_any_date_time_case_telephone_or_paragraph_is_taken_for_one() -> None:
    days = [date(2026, 1, 1) + timedelta(days=days) for days in range(0, 720, 7)]
    made = [
        text
        for day in days
        for said in (f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day.year}", f"{day:%d.%m.%y}")
        for text in (
            said,
            f"Mødet er {said} kl. {day.day % 24:02}.05.",
            f"{said} {day.day % 24:02}:{day.month:02}",
            f"{said} - {7 + day.day % 14:02}00",
            f"{said} - {said}",
            f"Sag {day.year}-{day.day:02}417 af {said}",
            f"{said}: {day.year}-{day.day:02}417",
            f"Ring {20 + day.day} 12 34 {day.month:02} efter {said}",
            f"§ {day.day}, stk. {day.month}, jf. lov nr. {day.day * 37} af {said}",
            f"{day:%Y-%m-%d}",
            f"{day:%Y-%m-%d} 14:05:33",
            f"{day:%Y%m%d-%H%M%S}",
        )
    ]
    false = [text for text in made if holds_cpr(text)]
    assert len(made) > 2_000
    assert len(false) <= len(made) / 100, false


def _may_be_a_time(day: date, tail: int) -> bool:
    """Tell whether four digits with a space before them may say when a meeting of the day is."""
    return day.year >= 2020 and 700 <= tail < 2200 and tail % 5 == 0


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 9999), st.text(max_size=5))
def test_every_birth_date_is_found_whatever_stands_around_it(
    born: date, tail: int, around: str
) -> None:
    around = "".join(sign for sign in around if not sign.isdecimal())
    for sign in ("", "-", " "):
        for date_of in ("%d%m%y", "%d%m%Y", "%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y", "%d %m %Y"):
            if sign == " " and _may_be_a_time(born, tail):
                continue
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
