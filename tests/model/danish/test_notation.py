from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.danish.notation import (
    capital,
    counted,
    date_label,
    day_label,
    deadline_label,
    due_label,
    duration_label,
    happened_label,
    law_label,
    law_labels,
    listed,
    long_date_label,
    moment_label,
    remaining_label,
    time_label,
    weekday_label,
)
from app.model.deadlines.due_date import Due
from app.model.library.catalogue import Act, Catalogue
from app.model.library.procedure import Deadline
from app.model.times import ZONE, local

ACTS = Catalogue(
    acts=(
        Act("bl", "Lov om barnets lov", "barnets lov", "LBK 282", date(2025, 3, 17), "x"),
        Act("fvl", "Forvaltningsloven", "forvaltningsloven", "LBK 433", date(2014, 4, 22), "x"),
    )
)
NOW = datetime(2026, 11, 26, 11, 5, tzinfo=ZONE)


def plain(text: str) -> str:
    """Make no-break spaces easy to compare."""
    return text.replace("\u00a0", " ")


def at(day: int, month: int, year: int = 2026, hour: int = 12, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("ref", "label"),
    [
        ("bl:133", "§ 133"),
        ("bl:136.2", "§ 136, stk. 2"),
        ("bl:171b", "§ 171 b"),
        ("rsl:3a.1", "rsl § 3 a, stk. 1"),
        ("fvl:19", "forvaltningsloven § 19"),
    ],
)
def test_a_reference_is_written_as_law_is_cited(ref: str, label: str) -> None:
    assert plain(law_label(ref, ACTS)) == label


def test_the_main_act_is_named_on_wish() -> None:
    assert plain(law_label("bl:138.1", full=True)) == "barnets lov § 138, stk. 1"


def test_paragraph_and_number_stay_on_one_line() -> None:
    assert law_label("bl:136.2") == "§\u00a0136, stk.\u00a02"


@pytest.mark.parametrize(
    ("refs", "label"),
    [
        ([], ""),
        (["bl:133", "bl:135"], "§§ 133, 135"),
        (["bl:133", "bl:133"], "§ 133"),
        (["bl:28", "bl:29", "bl:30", "bl:31"], "§§ 28-31"),
        (["bl:136.1", "bl:136.2"], "§ 136, stk. 1 og 2"),
        (["bl:137.2", "bl:137.3", "bl:137.4"], "§ 137, stk. 2-4"),
        (["bl:133", "bl:136.2", "bl:137"], "§ 133; § 136, stk. 2; § 137"),
        (["bl:18.3", "bl:137.2"], "§ 18, stk. 3; § 137, stk. 2"),
        (["fvl:19", "bl:5.3", "fvl:22"], "§ 5, stk. 3; forvaltningsloven §§ 19, 22"),
        (["bl:153", "bl:153a"], "§§ 153, 153 a"),
    ],
)
def test_several_references_are_drawn_together(refs: list[str], label: str) -> None:
    assert plain(law_labels(refs, ACTS)) == label


@pytest.mark.parametrize(
    ("within", "label"),
    [
        ("24 hours", "24 timer"),
        ("1 hours", "1 time"),
        ("7 days", "7 dage"),
        ("1 weeks", "1 uge"),
        ("4 months", "4 måneder"),
        ("1 months", "1 måned"),
        ("6 weekdays", "6 hverdage"),
        ("1 weekdays", "1 hverdag"),
        ("7 workdays", "7 arbejdsdage"),
    ],
)
def test_a_length_of_time_has_its_unit_in_the_right_number(within: str, label: str) -> None:
    assert duration_label(within) == label


@pytest.mark.parametrize(
    ("deadline", "label"),
    [
        (Deadline("24 hours", after="trigger"), "24 timer"),
        (Deadline("0 days", after="trigger"), "samme dag"),
        (Deadline("6 months", before="date:fyldt-18"), "6 måneder før"),
        (Deadline("3 months", before="date:termin", earliest=True), "tidligst 3 måneder før"),
        (
            Deadline(first_of=(Deadline("0 days", after="x"), Deadline("3 months", after="y"))),
            "3 måneder",
        ),
        (
            Deadline(first_of=(Deadline("1 weeks", after="x"), Deadline("3 months", after="y"))),
            "1 uge eller 3 måneder",
        ),
        (Deadline(), ""),
    ],
)
def test_a_deadline_fits_a_chip(deadline: Deadline, label: str) -> None:
    assert deadline_label(deadline) == label


def test_dates_and_times_carry_no_leading_zero() -> None:
    assert date_label(date(2026, 12, 3)) == "3.12.2026"
    assert plain(time_label(at(1, 2, hour=9, minute=5))) == "kl. 9.05"
    assert plain(time_label(at(1, 2, hour=0, minute=0))) == "kl. 0.00"


def test_what_is_known_by_its_day_alone_is_told_without_a_time() -> None:
    assert plain(happened_label(at(1, 2, hour=9, minute=5))) == "1.2.2026 kl. 9.05"
    assert plain(happened_label(at(1, 2, hour=0, minute=1))) == "1.2.2026 kl. 0.01"
    assert happened_label(at(1, 2, hour=0, minute=0)) == "1.2.2026"


def test_moments_are_told_in_danish_time() -> None:
    late = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
    assert date_label(late) == "1.7.2026"
    assert plain(time_label(late)) == "kl. 0.30"


def test_days_are_named() -> None:
    assert weekday_label(date(2026, 11, 28)) == "lørdag"
    assert weekday_label(date(2026, 11, 28), short=True) == "lø"
    assert day_label(date(2026, 11, 23)) == "mandag 23.11.2026"
    assert plain(long_date_label(NOW)) == "torsdag 26. november 2026"


@pytest.mark.parametrize(
    ("moment", "label"),
    [
        (at(26, 11, hour=9, minute=40), "i dag kl. 9.40"),
        (at(25, 11, hour=23), "i går"),
        (at(27, 11), "27.11.2026"),
        (at(24, 11), "24.11.2026"),
    ],
)
def test_a_moment_is_told_from_where_one_stands(moment: datetime, label: str) -> None:
    assert plain(moment_label(moment, NOW)) == label


@pytest.mark.parametrize(
    ("due", "label"),
    [
        (at(23, 11), "3 dage over"),
        (at(25, 11), "1 dag over"),
        (at(26, 11), "i dag"),
        (at(27, 11), "i morgen"),
        (at(30, 11), "4 dage"),
        (at(3, 12), "1 uge"),
        (at(15, 12), "19 dage"),
        (at(18, 12), "3 uger"),
        (at(7, 1, 2027), "6 uger"),
        (at(1, 2, 2027), "9 uger"),
        (at(25, 2, 2027), "13 uger"),
        (at(26, 2, 2027), "3 måneder"),
        (at(30, 6, 2027), "7 måneder"),
        (at(1, 9), "12 uger over"),
        (at(1, 5), "6 måneder over"),
    ],
)
def test_what_is_left_of_days_is_told_as_people_do(due: datetime, label: str) -> None:
    assert remaining_label(due, NOW) == label


@pytest.mark.parametrize(
    ("due", "label"),
    [
        (at(26, 11, hour=14, minute=20), "kl. 14.20"),
        (at(27, 11, hour=14, minute=20), "i morgen kl. 14.20"),
        (at(29, 11, hour=14), "3 dage"),
        (at(26, 11, hour=11), "5 minutter over"),
        (at(26, 11, hour=8), "3 timer over"),
        (at(25, 11, hour=8), "27 timer over"),
        (at(23, 11, hour=8), "3 dage over"),
    ],
)
def test_what_is_left_of_hours_is_told_by_the_clock(due: datetime, label: str) -> None:
    assert plain(remaining_label(due, NOW, timed=True)) == label


def test_a_due_knows_whether_the_clock_matters() -> None:
    due = Due(at(26, 11, hour=14), timed=True, source=NOW, deadline=Deadline("24 hours"))
    assert plain(remaining_label(due, NOW)) == "kl. 14.00"
    assert plain(due_label(due, NOW)) == "i dag kl. 14.00, 2 timer tilbage"


@pytest.mark.parametrize(
    ("due", "label"),
    [
        (at(26, 11), "i dag"),
        (at(3, 12), "3.12.2026, 1 uge"),
        (at(23, 11), "23.11.2026, 3 dage over"),
    ],
)
def test_a_due_date_is_told_with_what_is_left(due: datetime, label: str) -> None:
    assert due_label(due, NOW) == label


def test_words_are_listed_and_counted() -> None:
    assert listed(["a", "b", "c"]) == "a, b og c"
    assert listed(["a", "b"], "eller") == "a eller b"
    assert listed(["a"]) == "a"
    assert listed([]) == ""


def test_words_that_hold_a_comma_are_kept_apart_in_a_list() -> None:
    steps = ["trin 1, Saml det, vi ved", "trin 2, Er der fare?", "trin 3, Hør barnet"]
    assert listed(steps) == (
        "trin 1, Saml det, vi ved; trin 2, Er der fare?, og trin 3, Hør barnet"
    )
    assert listed(steps[1:]) == "trin 2, Er der fare?, og trin 3, Hør barnet"
    assert listed(["»Skriv, hvor«", "»Ring, og vent«"]) == "»Skriv, hvor« og »Ring, og vent«"
    assert [counted(n, "frist", "frister") for n in (0, 1, 2)] == [
        "0 frister",
        "1 frist",
        "2 frister",
    ]
    assert capital("årsag") == "Årsag"


@given(st.integers(0, 800), st.booleans())
def test_the_time_left_is_never_told_longer_than_it_is(days: int, timed: bool) -> None:
    told = remaining_label(NOW + timedelta(days=days), NOW, timed=timed)
    amount, _, unit = plain(told).partition(" ")
    if amount.isdecimal():
        shortest = {"dag": 1, "uge": 7, "mån": 28}[unit[:3]]
        assert int(amount) * shortest <= days


def test_a_moment_without_zone_is_danish() -> None:
    assert local(datetime(2026, 7, 1, 8)).utcoffset() == timedelta(hours=2)
