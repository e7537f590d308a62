"""Cases as an adviser would tell them: these dates in, this day and state out.

The clocks are those of the shipped library; nothing is stored.
"""

from datetime import date, datetime

import pytest

from app.model.library.procedure import Procedure
from app.model.run.state import StepState, StepStatus
from app.model.times import ZONE
from app.services.shipped import shipped_shelf
from tests.model.log import Log


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
    log = Log(procedures["klage-og-genvurdering"]).date("klage-modtaget", day(2026, 3, 2))
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
