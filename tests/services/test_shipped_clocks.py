"""Cases as an adviser would tell them: these dates in, this day and state out.

The clocks are those of the shipped library; nothing is stored.
"""

from datetime import date, datetime, timedelta

import pytest

from app.model.library.procedure import DeadlineKind, Procedure, Whose
from app.model.run.carrying import events_of
from app.model.run.fold import next_due
from app.model.run.run import StartChosen
from app.model.run.state import StepState, StepStatus
from app.model.times import ZONE
from app.services.shipped import shipped_shelf
from tests.model.log import START, Log

COMPLAINT = "klage-og-genvurdering"
ACUTE = "akut-foreloebig-afgoerelse"
CRIME = "bekymrende-adfaerd-og-kriminalitet"


@pytest.fixture(scope="module")
def procedures() -> dict[str, Procedure]:
    return shipped_shelf().library.procedure_by_id


def day(year: int, month: int, number: int) -> datetime:
    return datetime(year, month, number, 10, tzinfo=ZONE)


def due_day(step: StepState) -> date:
    assert step.due is not None
    return step.due.at.date()


def _placed_by_the_committee(procedure: Procedure, decided: datetime) -> Log:
    """Go to where the child lives elsewhere, and one year is what applies."""
    log = Log(procedure).date("udvalgets-afgoerelse", decided)
    log.decide("anb-b-akutvurdering", 0)
    log.done(
        "hvem-foerst", "anb-b-sagsoplysning", "anb-b-barn", "anb-b-planer", "anb-b-rettigheder",
        "anb-b-indstilling",
    )  # fmt: skip
    log.decide("anb-b-udvalg", 0).done("anb-b-forklar", "anb-b-fuldbyrd")
    return log.decide("anb-b-genbehandling-valg", 0).done("anb-b-dato")


def test_the_committee_must_see_a_placement_again_though_the_work_has_begun(
    procedures: dict[str, Procedure],
) -> None:
    log = _placed_by_the_committee(procedures["anbringelse-uden-samtykke"], day(2026, 2, 1))
    log.done("anb-b-begynd", "anb-b-barn-igen")
    clock = log.state(day(2027, 3, 15)).steps["anb-b-genbehandling"]
    assert due_day(clock) == date(2027, 2, 1)
    assert clock.status is StepStatus.LATE


def test_a_new_decision_of_the_committee_starts_a_new_year(
    procedures: dict[str, Procedure],
) -> None:
    log = _placed_by_the_committee(procedures["anbringelse-uden-samtykke"], day(2026, 2, 1))
    log.done("anb-b-begynd", "anb-b-barn-igen").decide("anb-b-grundlag-igen", 0)
    log.done("anb-b-indstil-igen").date("udvalgets-afgoerelse", day(2027, 1, 20))
    log.decide("anb-b-udvalg-igen", 0).done("anb-b-genbehandling", "anb-b-forklar-igen")
    log.decide("anb-b-genbehandling-valg", 0).done("anb-b-dato")
    state = log.state(day(2027, 2, 1))
    assert due_day(state.steps["anb-b-genbehandling"]) == date(2028, 1, 20)
    assert state.steps["anb-b-genbehandling"].status is not StepStatus.LATE
    assert state.steps["anb-b-fuldbyrd"].round == 1, "The child is not moved again."


def test_a_complaint_over_what_was_warned_of_is_looked_at_again_within_14_days(
    procedures: dict[str, Procedure],
) -> None:
    log = Log(procedures[COMPLAINT]).date("klage-modtaget", day(2026, 3, 2))
    state = log.decide("klage-start", 1).decide("klage-modtag", 2).state(day(2026, 3, 3))
    assert due_day(state.steps["klage-genvurder-varsel"]) == date(2026, 3, 16)
    assert not state.steps["klage-genvurder"].relevant


def test_the_fast_track_keeps_the_three_weeks_too(procedures: dict[str, Procedure]) -> None:
    log = Log(procedures["valg-af-anbringelsessted"])
    log.date("plejefamilie-valgt", day(2026, 3, 2)).date("ikke-godkendt-brugt", day(2026, 3, 2))
    log.decide("sted-godkendt", 2).done("sted-hurtig-besked")
    state = log.state(day(2026, 3, 3))
    assert due_day(state.steps["sted-hurtig"]) == date(2026, 4, 13)
    assert due_day(state.steps["sted-hurtig-tre-uger"]) == date(2026, 3, 23)


def test_the_next_follow_up_keeps_its_day_when_the_help_is_changed(
    procedures: dict[str, Procedure],
) -> None:
    log = Log(procedures["opfoelgning-og-tilsyn"]).done("opf-dato", "opf-frist")
    log.decide("opf-dato-valg", 1).done("opf-forbered", "opf-samtale")
    log.decide("opf-samtale-valg", 1).done("opf-voksne").decide("opf-vurder", 1)
    log.date("naeste-opfoelgning", day(2027, 2, 1)).done("opf-rytme-aendr")
    state = log.decide("opf-videre", 1).state(day(2027, 2, 3))
    assert due_day(state.steps["opf-afvent"]) == date(2027, 2, 1)
    assert state.steps["opf-afvent"].status is StepStatus.LATE


def test_every_visit_starts_the_clock_of_the_next(procedures: dict[str, Procedure]) -> None:
    log = Log(procedures["opfoelgning-og-tilsyn"]).done("opf-dato").decide("opf-dato-valg", 0)
    log.date("anbringelse-begyndt", day(2026, 11, 1)).done("opf-tilsyn", "opf-tilsyn-frist")
    log.at = day(2027, 4, 1)
    log.decide("opf-tilsyn-valg", 0)
    assert due_day(log.state().steps["opf-tilsyn-naeste"]) == date(2027, 10, 1)
    log.at = day(2027, 9, 20)
    log.done("opf-tilsyn-naeste").decide("opf-tilsyn-valg", 0)
    assert due_day(log.state().steps["opf-tilsyn-naeste"]) == date(2028, 3, 20)


def test_an_order_given_with_support_ends_after_12_months(
    procedures: dict[str, Procedure],
) -> None:
    log = Log(procedures["stoettende-indsats"]).date("afgoerelse-paalaeg", day(2026, 5, 4))
    state = log.decide("stoette-uden-samtykke", 3).done("stoette-paalaeg").state()
    assert due_day(state.steps["stoette-paalaeg-slut"]) == date(2027, 5, 4)


def test_a_family_about_to_lose_its_home_has_an_answer_within_14_days(
    procedures: dict[str, Procedure],
) -> None:
    log = Log(procedures["henvendelse-fra-barn"]).date("fogedunderretning", day(2026, 3, 2))
    state = log.decide("hvad-er-det", 5).done("fogedsag").state(day(2026, 3, 3))
    assert due_day(state.steps["foged-svar"]) == date(2026, 3, 16)


def test_the_receipt_has_its_six_weekdays_wherever_a_report_is_received(
    procedures: dict[str, Procedure],
) -> None:
    for procedure, step in (
        ("overgreb", "kvitter"),
        ("kommende-foraeldre", "kvitter"),
        ("flytning-og-handlekommune", "f-kvitter"),
        ("bekymrende-skolefravaer", "t-kvitter"),
    ):
        log = Log(procedures[procedure]).date("underretning-modtaget", day(2026, 11, 23))
        assert due_day(log.state().steps[step]) == date(2026, 11, 30)


# What binds, and whose it is


def test_no_complaint_within_four_weeks_is_no_breach_of_ours(
    procedures: dict[str, Procedure],
) -> None:
    log = Log(procedures[COMPLAINT]).date("afgoerelse-meddelt", day(2026, 3, 2))
    state = log.state(day(2026, 4, 20))
    step = state.steps["klage-frist"]
    assert due_day(step) == date(2026, 3, 30)
    assert step.status is not StepStatus.LATE
    assert state.late == ()


def test_the_familys_last_day_moves_on_over_a_holiday(procedures: dict[str, Procedure]) -> None:
    for procedure, step in (
        (COMPLAINT, "klage-frist"),
        ("handicapkompenserende-ydelse", "h-afslag"),
    ):
        log = Log(procedures[procedure]).date("afgoerelse-meddelt", day(2026, 4, 16))
        found = log.state(day(2026, 6, 1)).steps[step]
        assert due_day(found) == date(2026, 5, 15), "14 May is a holiday."
        assert found.status is not StepStatus.LATE


def test_what_the_family_may_do_where_no_rule_says_more_is_told_as_the_least(
    procedures: dict[str, Procedure],
) -> None:
    for event, step in (
        ("ny-afgoerelse-meddelt", "klage-delvist"),
        ("ankestyrelsens-afgoerelse", "klage-ret"),
        ("dom", "klage-dom"),
    ):
        log = Log(procedures[COMPLAINT]).date(event, day(2026, 2, 28))
        due = log.state().steps[step].due
        assert due
        assert (due.kind, due.at_least, due.aim) == (DeadlineKind.FAMILY, True, None)


def test_the_time_of_another_authority_is_no_breach_of_ours(
    procedures: dict[str, Procedure],
) -> None:
    for procedure, event, step, ends in (
        (COMPLAINT, "ankestyrelsen-modtaget", "klage-ankestyrelsen", (2026, 4, 27)),
        (COMPLAINT, "ankestyrelsen-modtaget", "klage-egendrift", (2026, 4, 27)),
        (ACUTE, "udvalgets-afgoerelse", "direktoer-afvent", (2026, 3, 12)),
        (
            ACUTE,
            "udvalgets-afgoerelse",
            "ankestyrelsen-afvent",
            (2026, 4, 27),
        ),
        ("valg-af-anbringelsessted", "plejefamilie-valgt", "sted-hurtig", (2026, 4, 13)),
    ):
        log = Log(procedures[procedure]).date(event, day(2026, 3, 2))
        found = log.state(day(2026, 12, 1)).steps[step]
        assert due_day(found) == date(*ends)
        assert found.due
        assert found.due.kind is DeadlineKind.AUTHORITY
        assert found.status is not StepStatus.LATE


def test_what_is_only_recommended_never_stands_before_the_24_hours(
    procedures: dict[str, Procedure],
) -> None:
    for procedure in ("underretning", "overgreb"):
        state = Log(procedures[procedure]).state(START + timedelta(hours=20))
        following = next_due(state)
        assert state.late == ()
        assert following
        assert following.due
        assert following.due.timed, "The 24 hours come first."


def test_a_recommendation_is_late_in_no_procedure(procedures: dict[str, Procedure]) -> None:
    for procedure in procedures.values():
        dates = dict.fromkeys(events_of(procedure), START)
        state = Log(procedure, **dates).state(day(2099, 1, 1))
        for found in state.late:
            assert found.due
            assert found.due.deadline.law
            assert found.due.deadline.whose is Whose.OURS


def test_what_holds_until_a_day_is_told_as_an_end_with_what_is_to_be_done(
    procedures: dict[str, Procedure],
) -> None:
    for procedure, event, step, ends in (
        (ACUTE, "foreloebig-afgoerelse", "videre", (2026, 6, 4)),
        ("hjemgivelse-og-ophoer", "afgoerelse-hjemgivelse", "hjem-periode", (2026, 11, 4)),
        ("samvaer-og-kontakt", "pause-begyndt", "samvaer-pause-slut", (2026, 6, 29)),
        ("stoettende-indsats", "afgoerelse-paalaeg", "stoette-paalaeg-slut", (2027, 5, 4)),
        (CRIME, "afgoerelse-paalaeg", "k-slutdato", (2027, 5, 4)),
        (
            CRIME,
            "afgoerelse-paalaeg",
            "k-slutdato-ung",
            (2027, 5, 4),
        ),
        ("handicapkompenserende-ydelse", "taf-bortfaldet", "h-taf", (2026, 8, 10)),
    ):
        log = Log(procedures[procedure]).date(event, day(2026, 5, 4))
        found = log.state(day(2028, 5, 5)).steps[step]
        assert due_day(found) == date(*ends)
        assert found.status is not StepStatus.LATE
        assert found.has_ended
        assert bool(found.duty) == (step != "h-taf")


# Which event a deadline counts from


def test_a_plan_counts_from_the_support_though_the_young_person_turned_16_before(
    procedures: dict[str, Procedure],
) -> None:
    for procedure, step in (("barnets-plan", "plan-skriv"), ("ungeplan-og-ungestoette", "u-plan")):
        log = Log(procedures[procedure], **{"afgoerelse-indsats": day(2026, 11, 1)})
        log.date("fyldt-16", day(2025, 9, 15))
        found = log.state(day(2026, 11, 30)).steps[step]
        assert due_day(found) == date(2027, 2, 1)
        assert found.status is not StepStatus.LATE


def test_a_plan_counts_from_the_placement_that_came_after_the_support(
    procedures: dict[str, Procedure],
) -> None:
    log = Log(procedures["barnets-plan"], **{"afgoerelse-indsats": day(2024, 2, 1)})
    log.date("afgoerelse-anbringelse", day(2026, 11, 1))
    assert due_day(log.state(day(2026, 11, 30)).steps["plan-skriv"]) == date(2027, 2, 1)


def test_another_event_is_chosen_once_and_can_be_taken_back(
    procedures: dict[str, Procedure],
) -> None:
    log = Log(procedures["barnets-plan"], **{"afgoerelse-indsats": day(2024, 2, 1)})
    log.date("afgoerelse-anbringelse", day(2026, 11, 1))
    log.add(StartChosen("plan-skriv", "trigger"))
    chosen = log.state(day(2026, 11, 30)).steps["plan-skriv"]
    assert due_day(chosen) == date(2024, 5, 1)
    assert chosen.status is StepStatus.LATE
    log.undo(len(log.events))
    assert due_day(log.state(day(2026, 11, 30)).steps["plan-skriv"]) == date(2027, 2, 1)


def test_a_network_meeting_counts_from_the_case_that_the_board_sent_last(
    procedures: dict[str, Procedure],
) -> None:
    log = Log(procedures[CRIME])
    log.date("politidokumentation-modtaget", day(2026, 3, 2)).date(
        "sag-fra-naevnet", day(2026, 6, 1)
    )
    assert due_day(log.state(day(2026, 6, 2)).steps["k-samraad"]) == date(2026, 6, 8)


def test_an_examination_where_the_child_stays_counts_from_the_decision_that_came_last(
    procedures: dict[str, Procedure],
) -> None:
    log = Log(procedures["undersoegelse-uden-samarbejde"])
    log.date("foreloebig-afgoerelse", day(2026, 3, 2))
    log.date("udvalgets-afgoerelse", day(2026, 3, 9))
    assert due_day(log.state(day(2026, 3, 10)).steps["undersoeg-sted"]) == date(2026, 5, 9)


def test_support_to_a_young_person_ends_at_19_or_as_is_chosen_at_23(
    procedures: dict[str, Procedure],
) -> None:
    log = Log(procedures["ungeplan-og-ungestoette"])
    log.date("fyldt-19", day(2027, 5, 4)).date("fyldt-23", day(2031, 5, 4))
    assert due_day(log.state(day(2026, 12, 1)).steps["u-slutdato"]) == date(2027, 5, 4)
    log.add(StartChosen("u-slutdato", "date:fyldt-23"))
    assert due_day(log.state().steps["u-slutdato"]) == date(2031, 5, 4)


# What an earlier round, or an earlier run, has answered


def test_the_first_follow_up_is_not_counted_again_in_a_later_run(
    procedures: dict[str, Procedure],
) -> None:
    first = Log(procedures["opfoelgning-og-tilsyn"]).state().steps["opf-frist"]
    assert due_day(first) == date(2027, 2, 23)
    later = Log(procedures["opfoelgning-og-tilsyn"], **{"naeste-opfoelgning": day(2027, 8, 1)})
    state = later.state(day(2027, 7, 1))
    assert state.steps["opf-frist"].due is None
    assert due_day(state.steps["opf-afvent"]) == date(2027, 8, 1)
    assert state.late == ()


def test_help_that_began_after_the_day_of_a_follow_up_is_followed_up_for_the_first_time(
    procedures: dict[str, Procedure],
) -> None:
    before = {"naeste-opfoelgning": day(2026, 10, 1), "ivaerksaettelse-indsats": START}
    log = Log(procedures["opfoelgning-og-tilsyn"], **before)
    assert due_day(log.state().steps["opf-frist"]) == date(2027, 2, 23)


def test_from_the_second_round_a_follow_up_has_the_day_that_was_decided(
    procedures: dict[str, Procedure],
) -> None:
    for procedure, step, choice in (
        (CRIME, "k-opf", "k-opf-valg"),
        ("ungeplan-og-ungestoette", "u-opf", "u-opf-valg"),
    ):
        log = Log(procedures[procedure]).date("ivaerksaettelse-indsats", day(2026, 11, 25))
        assert due_day(log.state().steps[step]) == date(2027, 2, 25)
        log.at = day(2027, 2, 1)
        log.done(step).date("naeste-opfoelgning", day(2027, 6, 1)).decide(choice, 0)
        found = log.state(day(2027, 6, 2)).steps[step]
        assert found.round == 2
        assert due_day(found) == date(2027, 6, 1)
        assert found.status is StepStatus.LATE


# What is seen only when its way is chosen


def test_a_clock_of_one_way_is_not_seen_before_the_way_is_chosen(
    procedures: dict[str, Procedure],
) -> None:
    log = Log(procedures[COMPLAINT]).date("klage-modtaget", day(2026, 3, 2))
    unseen = log.state(day(2026, 4, 1)).steps
    assert unseen["klage-udvalg"].due is None
    assert unseen["klage-genvurder-varsel"].due is None
    foged = Log(procedures["henvendelse-fra-barn"]).date("fogedunderretning", day(2026, 3, 2))
    assert foged.state(day(2026, 4, 1)).steps["foged-svar"].due is None
    assert Log(procedures["underretning"]).state().steps["saerlige-spor"].due is None


# Clocks that were missing


def test_a_provisional_placement_asks_for_the_examination_there_within_two_months(
    procedures: dict[str, Procedure],
) -> None:
    log = Log(procedures[ACUTE])
    log.date("foreloebig-afgoerelse", day(2026, 12, 31))
    assert due_day(log.state().steps["sted-undersoegelse"]) == date(2027, 2, 28)


def test_the_plan_stands_before_the_committee_decides(procedures: dict[str, Procedure]) -> None:
    procedure = procedures["anbringelse-uden-samtykke"]
    gate = procedure.step("anb-b-udvalg").gate
    assert gate
    assert {"anb-b-barn", "anb-b-planer"} <= set(gate.needs)


def test_a_reason_asked_for_in_writing_is_given_within_14_days(
    procedures: dict[str, Procedure],
) -> None:
    log = Log(procedures[COMPLAINT]).date("begrundelse-anmodet", day(2026, 3, 2))
    assert due_day(log.state().steps["klage-begrundelse"]) == date(2026, 3, 16)


def test_our_own_published_deadline_is_a_day_that_is_asked_for(
    procedures: dict[str, Procedure],
) -> None:
    for procedure, step in (
        ("henvendelse-fra-barn", "afgoer"),
        ("handicapkompenserende-ydelse", "h-afgoer"),
        (COMPLAINT, "klage-hjemvist"),
    ):
        log = Log(procedures[procedure]).date("kommunens-frist", day(2026, 5, 4))
        assert due_day(log.state(day(2026, 4, 1)).steps[step]) == date(2026, 5, 4)


def test_prison_young_people_and_network_meetings_have_their_clocks(
    procedures: dict[str, Procedure],
) -> None:
    crime = Log(procedures[CRIME])
    crime.date("loesladelse", day(2026, 5, 4))
    earliest = crime.state().steps["k-udslusning"].due
    assert earliest
    assert (earliest.kind, earliest.at.date()) == (DeadlineKind.EARLIEST, date(2026, 11, 4))


def test_ankestyrelsen_is_told_whenever_the_committee_was_not_of_one_mind(
    procedures: dict[str, Procedure],
) -> None:
    procedure = procedures["anbringelse-uden-samtykke"]
    for step in ("anb-b-udvalg", "anb-b-udvalg-igen"):
        ways = {way.when: way.to for way in procedure.step(step).next}
        assert ways["Nej, uenige"] == "anb-b-underret"
