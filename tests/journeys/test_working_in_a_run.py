"""An adviser works in a case by mouse: ticks, ways, the child, notes, undo, waiting, rounds."""

from tests.journeys.answers import says_why_not
from tools.hand import Hand
from tools.journey import Journey
from tools.journey.cases import AT_A_GATE, FOLLOW_UP_OF_TWO, WAITING, Case

NEW = Case(number="2026-04417", procedure="underretning", days=0.1)
FIRST, SECOND = "Tidspunkt og underretters funktion …", "Vi ved, hvor barnet er lige nu"
PANEL = "Det valgte trin"


def open_case(program: Journey, number: str, name: str = "") -> Hand:
    """Start the program and open a case by a double click."""
    hand = program.open()
    hand.waits_for(number)
    if name:
        hand.click("Indstillinger", within="Steder")
        hand.write("Dit navn", f"{name}\t")
        hand.click("Forløb", within="Steder")
        hand.click("Alle 1")
    hand.double_click(number)
    hand.waits_for("alt er gemt")
    return hand


def test_points_are_ticked_put_aside_and_seen_through_by_another(program: Journey) -> None:
    program.given(NEW)
    hand = open_case(program, NEW.number)
    hand.click(FIRST, within=PANEL)
    hand.waits_for("Udført af rådgiver i dag")
    hand.click(SECOND, within=PANEL, across=0.9)
    hand.waits_for("2 af 7")
    hand.right_click(FIRST, within=PANEL)
    hand.waits_for("Set efter af en anden: du har selv gjort det")
    hand.press("Esc")
    hand.right_click("Underretningen er registreret …", within=PANEL)
    hand.click("Ikke relevant, fordi …")
    hand.press("Enter")
    hand.waits_for("Det er et krav. Skriv en kort grund.")
    hand.click("Står allerede i journalen")
    hand.waits_for("Ikke relevant: Står allerede i journalen")
    hand.tells("Søskende i hjemmet er skrevet op", "Toggle")
    hand.waits_for("4 af 7")
    assert hand.finds("Søskende i hjemmet er skrevet op …", within=PANEL).is_checked
    program.close()
    hand = open_case(program, NEW.number, "faglig koordinator")
    hand.right_click(FIRST, within=PANEL)
    hand.click("Set efter af en anden")
    hand.waits_for("Set efter af faglig koordinator i dag")
    hand.click("Kopiér til journal")
    hand.waits_for("Kopieret")
    assert "er anonym (set efter af en anden)." in hand.clipboard
    assert hand.clipboard.count("set efter af en anden") == 1
    hand.click("2 Er barnet i fare nu?", within="Underretning, trinliste")
    hand.waits_for("Vælg vej først.")
    assert not hand.has("Kopieret"), "another step is in view"
    hand.tells("Nej", "Toggle", within=PANEL)
    hand.waits_until(lambda: hand.finds("Nej", within=PANEL).is_checked, "It is not chosen.")
    hand.click("Ja", within=PANEL)
    hand.waits_for("Først valgt: Nej (faglig koordinator, i dag")
    hand.click("Fortryd: valg af vej, trin 2")
    hand.waits_until(lambda: hand.finds("Nej", within=PANEL).is_checked, "It is not taken back.")
    hand.click("Gentag: valg af vej, trin 2")
    hand.waits_for("Først valgt: Nej")


def test_a_step_is_concluded_without_the_child_and_says_why(program: Journey) -> None:
    program.given(AT_A_GATE)
    hand = open_case(program, AT_A_GATE.number)
    hand.waits_for("Barnet er ikke hørt endnu")
    hand.click("Gør trinnet færdigt")
    hand.waits_for("Er barnet hørt?")
    hand.click("Gør trinnet færdigt")
    hand.waits_for("Vælg, om barnet er hørt.")
    says_why_not(hand)
    hand.click("Gør trinnet færdigt")
    hand.waits_for("Fortæl barnet, hvad der sker nu", within=PANEL)
    hand.waits_for("1 grund givet")
    hand.click("Fortryd: trin gjort færdigt, trin 10")
    hand.waits_for("Barnet er ikke hørt endnu")
    hand.click("Gå til trin 8")
    hand.waits_for("Tal med barnet", within=PANEL)


def test_a_case_that_waits_is_closed_and_waits_when_it_is_taken_up_again(program: Journey) -> None:
    program.given(WAITING)
    hand = open_case(program, WAITING.number)
    hand.waits_for("Afventer Svar fra skolen")
    hand.press("Ctrl+M")
    hand.waits_for("Afslut forløbet …")
    hand.press("L")
    hand.waits_for("Hvordan endte det?")
    hand.type("Flyttet\n")
    hand.waits_for("Vælg, om barnet er hørt.")
    says_why_not(hand)
    hand.press("Enter")
    hand.waits_for("Afsluttet: Flyttet")
    assert not hand.sees("Afventer Svar fra skolen")
    hand.click("Mere")
    hand.click("Åbn forløbet igen")
    hand.waits_for("Afventer Svar fra skolen")


def test_a_new_round_says_that_it_is_one(program: Journey) -> None:
    program.given(FOLLOW_UP_OF_TWO)
    hand = open_case(program, FOLLOW_UP_OF_TWO.number)
    hand.waits_for("Afvent næste opfølgning", within=PANEL)
    hand.click("Gør trinnet færdigt")
    hand.waits_for("2. runde", within=PANEL)
    hand.click("Vis 1 tidligere runde", within=PANEL)
    hand.waits_for("1. runde, udført", within=PANEL)


def test_a_checklist_that_is_only_read_says_where_it_can_be_ticked(program: Journey) -> None:
    hand = program.open()
    hand.click("Procedurer", within="Steder")
    hand.click("Underretning", within="Sagsprocedurer efter tema")
    hand.waits_for("Tjekliste", within=PANEL)
    hand.wheel(-3, "Vejledning", within=PANEL)
    hand.wheel(3, "Vejledning", within=PANEL)
    hand.waits_for("Skriv dato og klokkeslæt med det samme.", within=PANEL)
    hand.click(FIRST, within=PANEL)
    how = "Start et forløb for at krydse af."
    hand.waits_until(lambda: hand.tip == how, "It is not said where the list can be ticked.")
    assert not hand.finds(FIRST, within=PANEL).acts
    hand.click("Modtag og notér tidspunktet", within="Underretning, flow")
    hand.press("Enter")
    hand.waits_until(lambda: hand.focus == PANEL, "The step has not the keyboard.")
    hand.finds("Foreslå en ændring", within=PANEL)  # the step is read to its end
    hand.press("End")
    hand.waits_for("Foreslå en ændring", within=PANEL)
    hand.press("Home")
    hand.waits_for("Modtag og notér tidspunktet", within=PANEL)
    assert hand.focus == PANEL


def test_what_looks_like_a_name_in_a_note_is_asked_about_once(program: Journey) -> None:
    program.given(NEW)
    hand = open_case(program, NEW.number)
    hand.write("Note til trinnet", "Sofie Jensen (mor) ringer")
    hand.waits_for("»Sofie Jensen« ligner et navn. …")
    hand.waits_for("alt er gemt")
    hand.click("Det er ikke et navn", within=PANEL)
    hand.waits_until(lambda: not hand.has("Det er ikke et navn"), "It asks on.")
    hand.type(" igen. Yusuf kommer")
    hand.waits_for("»Yusuf« ligner et navn. …")
    assert not hand.has("»Sofie Jensen« ligner et navn. …")
    program.close()
    hand = open_case(program, NEW.number)
    hand.waits_for("»Yusuf« ligner et navn. …")
    assert hand.finds("Note til trinnet").value == "Sofie Jensen (mor) ringer igen. Yusuf kommer"
