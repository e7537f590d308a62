"""Every date explains itself: as parts, and as a Danish sentence."""

from datetime import datetime

import pytest
from hypothesis import given
from msgspec.structs import replace

from app.model.danish.notation import counting_words, deadline_sentence, deadline_words
from app.model.deadlines.days import Calendar
from app.model.deadlines.deadline_counting import due
from app.model.deadlines.explain import Explain, explain
from app.model.library.catalogue import Catalogue, Event
from app.model.library.procedure import Deadline, LastDay, Whose
from app.model.times import ZONE
from tests.model.danish.test_notation import plain
from tests.model.deadlines.test_deadline_counting import (
    CALENDARS,
    COMMITTEE,
    COMPLAINT,
    DEADLINES,
    EVE_CLOSED,
    HOURS_24,
    INSIGHT,
    MOMENTS,
    NO_SAT,
    RECEIPT,
    SAT,
    YOUTH,
    count,
)
from tests.model.make import flow, procedure, step


def sentence(deadline: Deadline, source: str, calendar: Calendar = SAT) -> str:
    return plain(deadline_sentence(count(deadline, source, calendar), calendar))


def test_weekdays_explain_themselves() -> None:
    assert sentence(RECEIPT, "2026-11-23 09:40") == (
        "6 hverdage fra mandag 23.11.2026; tæller fra dagen efter; lørdag tælles med; "
        "udløber mandag 30.11.2026; barnets lov § 138, stk. 1"
    )


def test_holidays_on_the_way_are_named() -> None:
    assert sentence(RECEIPT, "2026-12-23 12:00", NO_SAT) == (
        "6 hverdage fra onsdag 23.12.2026; tæller fra dagen efter; lørdag tælles ikke med; "
        "helligdagene 25.12. og 1.1. tælles ikke; udløber mandag 4.1.2027; "
        "barnets lov § 138, stk. 1"
    )


def test_a_single_holiday_is_named_in_the_singular() -> None:
    assert "helligdagen 14.5. tælles ikke" in sentence(RECEIPT, "2026-05-11 12:00")


def test_workdays_explain_themselves() -> None:
    assert sentence(INSIGHT, "2026-04-01 12:00") == (
        "7 arbejdsdage fra onsdag 1.4.2026; tæller fra dagen efter; lørdag tælles ikke med; "
        "helligdagene 2.4., 3.4. og 6.4. tælles ikke; udløber onsdag 15.4.2026; fvl § 16, stk. 2"
    )


@pytest.mark.parametrize(
    ("source", "change", "ends"),
    [
        ("2026-01-10 14:10", "", "søndag 11.1.2026 kl. 14.10"),
        (
            "2026-03-28 14:10",
            "uret stilles om, og det tidligste tidspunkt gælder; ",
            "søndag 29.3.2026 kl. 14.10",
        ),
        (
            "2026-10-24 14:10",
            "uret stilles om, og det tidligste tidspunkt gælder; ",
            "søndag 25.10.2026 kl. 13.10",
        ),
    ],
)
def test_hours_explain_themselves(source: str, change: str, ends: str) -> None:
    told = sentence(HOURS_24, source)
    assert told.startswith("24 timer fra lørdag ")
    assert told.endswith(
        f"kl. 14.10; løber også nat, weekend og helligdag; {change}udløber {ends}; "
        "barnets lov § 136, stk. 2"
    )


def test_the_day_that_counts_itself_is_told_with_its_aim() -> None:
    assert sentence(COMMITTEE, "2026-12-20 12:00", EVE_CLOSED) == (
        "7 dage fra søndag 20.12.2026; dagen selv er dag 1; udløber lørdag 26.12.2026; "
        "sigt efter onsdag 23.12.2026; barnets lov § 143, stk. 4"
    )


def test_a_deadline_that_moves_on_tells_why() -> None:
    assert sentence(COMPLAINT, "2026-11-27 12:00") == (
        "4 uger fra fredag 27.11.2026; fredag 25.12.2026 er ingen arbejdsdag, så fristen rykker; "
        "udløber mandag 28.12.2026; rsl § 67, stk. 1"
    )


def test_days_for_a_letter_are_told() -> None:
    told = sentence(COMPLAINT, "2026-03-02 12:00", Calendar(letter_days=2))
    assert told == (
        "4 uger fra mandag 2.3.2026; 2 dage lagt til, så brevet kan nå frem; "
        "udløber onsdag 1.4.2026; rsl § 67, stk. 1"
    )


def test_counting_back_to_the_end_of_a_month_is_told() -> None:
    assert sentence(YOUTH, "2026-08-31 12:00") == (
        "6 måneder før mandag 31.8.2026; månedens sidste dag, da datoen ikke findes; "
        "udløber lørdag 28.2.2026; sigt efter fredag 27.2.2026; barnets lov § 111, stk. 1"
    )


def test_a_recommendation_gives_its_reason_and_an_earliest_day_its_word() -> None:
    advice = Deadline("1 weeks", after="trigger", earliest=True, reason="Anbefaling.")
    assert sentence(advice, "2026-11-23 12:00") == (
        "1 uge fra mandag 23.11.2026; tidligst mandag 30.11.2026; Anbefaling"
    )


def test_the_first_of_several_explains_the_one_that_holds() -> None:
    whole = Deadline(
        first_of=(Deadline("1 months", after="trigger"), Deadline("2 days", after="trigger")),
        law="bl:95.2",
    )
    assert sentence(whole, "2026-11-23 12:00") == (
        "2 dage fra mandag 23.11.2026; tæller fra dagen efter; udløber onsdag 25.11.2026; "
        "barnets lov § 95, stk. 2"
    )


@given(DEADLINES, MOMENTS, CALENDARS)
def test_every_date_has_a_beginning_and_an_end(
    deadline: Deadline, source: datetime, calendar: Calendar
) -> None:
    found = due(deadline, lambda _: source, calendar)
    assert found
    codes = [part.code for part in explain(found, calendar)]
    assert codes[0] is Explain.FROM
    assert codes.count(Explain.ENDS) == 1
    assert (Explain.ROLLED in codes) == found.rolled
    assert (Explain.AIM in codes) == bool(found.aim)
    assert "None" not in deadline_sentence(found, calendar)


EVENTS = Catalogue(
    events=(
        Event("modtaget", "Underretningen er modtaget", "underretningen er modtaget"),
        Event("fyldt-18", "Den unge fylder 18", "den unge fylder 18"),
    )
)


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (
            Deadline("24 hours", after="trigger"),
            "Foreslået senest 24 timer efter, at underretningen er modtaget",
        ),
        (
            Deadline("6 months", before="date:fyldt-18", law="bl:111.1"),
            "Senest 6 måneder, før den unge fylder 18",
        ),
        (
            Deadline("4 weeks", after="a", law="rsl:67.1", whose=Whose.FAMILY),
            "Familiens frist: senest 4 uger efter, at trin 1 er udført",
        ),
        (
            Deadline("10 days", after="a", law="bl:143.7", whose=Whose.AUTHORITY),
            "En anden myndigheds frist: senest 10 dage efter, at trin 1 er udført",
        ),
        (
            Deadline("12 months", after="a", law="bl:38.5", ends=True),
            "Gælder højst til 12 måneder efter, at trin 1 er udført",
        ),
        (
            Deadline(
                one_of=(
                    Deadline("3 months", after="a", law="bl:91.1"),
                    Deadline("3 months", after="date:fyldt-18", law="bl:108.3"),
                )
            ),
            (
                "Senest 3 måneder efter, at trin 1 er udført, eller 3 måneder efter, at den unge "
                "fylder 18, regnet fra den hændelse, der udløser den"
            ),
        ),
        (Deadline("1 weeks", after="a"), "Foreslået senest 1 uge efter, at trin 1 er udført"),
        (Deadline("1 weeks", after="slut"), "Foreslået senest 1 uge efter, at »Slut« er nået"),
        (
            Deadline("0 days", after="date:ukendt"),
            "Foreslået senest samme dag, som »ukendt« er sket",
        ),
        (
            Deadline("3 months", after="trigger", earliest=True),
            "Tidligst 3 måneder efter, at underretningen er modtaget",
        ),
        (
            Deadline(
                first_of=(
                    Deadline("0 days", after="a"),
                    Deadline("3 months", after="trigger"),
                )
            ),
            (
                "Foreslået senest samme dag, som trin 1 er udført, eller 3 måneder efter, at "
                "underretningen er modtaget, alt efter hvad der kommer først"
            ),
        ),
    ],
)
def test_a_deadline_is_written_out(deadline: Deadline, words: str) -> None:
    prove = flow("a > slut\nslut!")
    known = procedure(*prove.steps, trigger_event="modtaget")
    assert plain(deadline_words(deadline, known, EVENTS)) == words


def test_a_trigger_that_is_no_known_event_is_told_in_its_own_words() -> None:
    told = deadline_words(Deadline("7 days", after="trigger"), procedure(step("a")), Catalogue())
    assert told == "Foreslået senest 7 dage efter, at noget er sket"


def test_a_trigger_that_nobody_has_written_is_that_the_run_begins() -> None:
    begun = replace(procedure(step("a")), trigger=" ")
    told = deadline_words(Deadline("1 weeks", after="trigger"), begun, Catalogue())
    assert plain(told) == "Foreslået senest 1 uge efter, at forløbet er begyndt"


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        (HOURS_24, "Uret løber også nat, weekend og helligdag."),
        (RECEIPT, "Lørdag tælles med, helligdage ikke."),
        (INSIGHT, "Lørdag og helligdage tælles ikke med."),
        (COMMITTEE, "Dagen selv er dag 1."),
        (
            Deadline("4 weeks", after="x", last_day=LastDay.ROLLS, whose=Whose.FAMILY),
            "Falder sidste dag i en weekend eller på en helligdag, gælder næste hverdag.",
        ),
        (Deadline("4 months", after="x"), ""),
        (Deadline(), ""),
    ],
)
def test_what_is_unusual_in_counting_is_told_in_a_line(deadline: Deadline, words: str) -> None:
    assert counting_words(deadline, SAT) == words


def test_saturday_is_told_as_it_is_set() -> None:
    assert counting_words(RECEIPT, NO_SAT) == "Lørdag og helligdage tælles ikke med."


def test_a_date_is_explained_in_the_zone_it_is_shown_in() -> None:
    assert count(RECEIPT, "2026-11-23 09:40").source.tzinfo is ZONE


def test_what_is_due_the_same_day_is_not_counted() -> None:
    same = Deadline("0 days", after="trigger", law="bl:95.3")
    assert sentence(same, "2027-01-25 09:40") == (
        "samme dag, mandag 25.1.2027; barnets lov § 95, stk. 3"
    )
