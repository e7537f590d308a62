"""A case with several forløb; and a forløb that waits, is closed, opened again, and deleted."""

from tests.journeys.answers import says_why_not
from tools.hand import Hand
from tools.journey import Journey
from tools.journey.cases import AT_A_DECISION, LATE, TWO_IN_A_CASE, WAITING

CASE = "2026-03988"


def of_two(program: Journey) -> Hand:
    """Show a case with a plan and the following up of it."""
    program.given(*TWO_IN_A_CASE)
    hand = program.open()
    hand.waits_for(CASE)
    hand.press("Shift+F10", "Down", "Enter")
    hand.waits_for("Forløb i sagen")
    first = "Åbn Barnets plan og mål"
    hand.waits_until(lambda: hand.focus == first, "The keyboard is not at the first forløb.")
    return hand


def test_a_whole_case_is_seen_and_gone_into_by_keys(program: Journey) -> None:
    hand = of_two(program)
    assert hand.sees("2 forløb, heraf 2 åbne")
    assert hand.focus == "Åbn Barnets plan og mål"
    hand.press("Tab", "Enter")
    hand.waits_for(f"Sag {CASE}, Opfølgning og personrettet tilsyn")
    hand.press("Alt+Left")
    hand.waits_for("Forløb i sagen")
    back = "Åbn Opfølgning og personrettet tilsyn"
    hand.waits_until(lambda: hand.focus == back, "One is not back where one was.")


def test_the_timeline_of_a_case_is_walked_and_leads_to_a_step(program: Journey) -> None:
    hand = of_two(program)
    hand.press("Tab", "Tab")
    assert hand.focus == "Tidslinje"
    hand.press("Right")
    hand.press("Enter")
    hand.waits_for("Følger version 1")
    assert hand.focus.startswith("Barnets plan")
    hand.press("Alt+Left")
    hand.waits_for("Forløb i sagen")
    hand.click("Åbn Opfølgning og personrettet tilsyn")
    hand.waits_for("Opfølgning og personrettet tilsyn – Rød tråd")


def test_one_more_forloeb_is_started_with_the_dates_of_the_case_and_the_form_can_be_left(
    program: Journey,
) -> None:
    hand = of_two(program)
    hand.click("Start et forløb mere")
    assert hand.focus == "Vælg sagsprocedure"
    assert hand.value_of("Sagsnummer") == CASE
    hand.press("Esc")
    hand.waits_until_gone("Start et forløb:")
    assert hand.focus == "Start et forløb mere"
    hand.press("Space")
    hand.waits_for("Vælg sagsprocedure")
    hand.type("screening\n")
    hand.waits_for("Følger med: sagsnummeret, at støtten er besluttet 7.9.2026")
    hand.type("i går 9.15\n")
    hand.waits_for("Hele sagen, 3 forløb")


def test_a_forloeb_waits_is_closed_and_waits_still_when_opened_again(program: Journey) -> None:
    program.given(AT_A_DECISION)
    hand = program.open()
    hand.double_click(AT_A_DECISION.number)
    hand.waits_for("Sag 2026-04502")
    hand.click("Note til trinnet")
    hand.press("Ctrl+M")
    hand.waits_for("Afvent …")
    hand.press("Down", "Enter")
    hand.waits_for("Lovens frister løber videre imens.")
    hand.type("Svar fra skolen\n")
    hand.waits_for("Afventer Svar fra skolen")
    assert hand.focus == "Note til trinnet"

    hand.click("Mere")
    hand.click("Afslut forløbet …")
    hand.waits_for("trin er ikke udført")
    hand.type("Familien er flyttet\n")
    hand.waits_for("Vælg, om barnet er hørt.")
    says_why_not(hand)
    hand.press("Enter")
    hand.waits_for("Afsluttet: Familien er flyttet")
    assert hand.focus
    hand.click("Note til trinnet")
    hand.waits_for("Forløbet er afsluttet. Her kan ikke skrives.")
    hand.type("Mor har ringet")
    assert hand.value_of("Note til trinnet") == ""
    hand.click("Åbn forløbet igen")
    hand.waits_for("Afventer Svar fra skolen")
    assert hand.focus == "Note til trinnet"
    hand.type("Mor har ringet")
    assert hand.value_of("Note til trinnet") == "Mor har ringet"
    hand.press("Ctrl+A", "Del")
    hand.click("Mere")
    hand.click("I gang igen")
    hand.waits_until_gone("Afventer Svar fra skolen")


def test_a_forloeb_is_opened_at_the_step_where_it_stands(program: Journey) -> None:
    program.given(LATE, AT_A_DECISION)
    hand = program.open()
    steps = "Børnefaglig undersøgelse, trinliste"
    step = "20 Er undersøgelsen klar til gennemgang?"
    hand.double_click(LATE.number, within="Mine forløb")
    hand.waits_until(
        lambda: hand.finds(step, within=steps).is_in_sight, "The step is out of sight in the list."
    )
    hand.press("Alt+Left")
    hand.double_click(AT_A_DECISION.number, within="Mine forløb")
    hand.waits_for(f"Sag {AT_A_DECISION.number}")
    assert hand.finds("2 Er barnet i fare nu?", within="Underretning, trinliste").is_in_sight


def test_enter_keeps_a_forloeb_and_deleting_it_leads_to_the_list(program: Journey) -> None:
    program.given(AT_A_DECISION, WAITING)
    hand = program.open()
    hand.double_click(AT_A_DECISION.number)
    hand.waits_for("Sag 2026-04502")
    hand.click("Mere")
    hand.click("Slet forløbet nu …")
    hand.waits_for("Slet forløbet i sag 2026-04502 nu?")
    assert hand.focus == "Behold"
    hand.press("Enter")
    hand.waits_until_gone("Slet forløbet i sag")
    assert hand.sees("Sag 2026-04502")

    hand.click("Mere")
    hand.click("Slet forløbet nu …")
    hand.click("Slet forløbet")
    hand.waits_for("Forløbet er slettet")
    hand.waits_for("Mine 1")
    hand.waits_until(lambda: hand.focus == WAITING.number, "The list has not the keyboard.")
    assert not hand.sees(AT_A_DECISION.number)
