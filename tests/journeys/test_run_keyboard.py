"""All that is done in a case by keys: each act keeps the keyboard where one works."""

from pathlib import Path

from tools.hand import Hand
from tools.journey import Journey
from tools.journey.cases import AT_A_GATE, FOLLOW_UP_OF_TWO, LATE, Case

NEW = Case(number="2026-04417", procedure="underretning", days=0.1)
FIRST = "Underretningen er registreret …"
SECOND = "Tidspunkt og underretters funktion er skrevet, eller at underretter er anonym"
FLOW, PANEL = "Underretning, flow", "Det valgte trin"


def opened(program: Journey, case: Case, flow: str = FLOW) -> Hand:
    """Open a case from the list with Enter; the keyboard is in the flow."""
    program.given(case)
    hand = program.open()
    hand.waits_for(case.number)
    hand.press("Enter")
    focused(hand, flow)
    return hand


def focused(hand: Hand, name: str) -> None:
    """Wait until something has the keyboard; »Notér dato …« is whatever begins so."""
    begin = name.removesuffix("…").strip()

    def has_it() -> bool:
        return hand.focus.startswith(begin) if name.endswith("…") else hand.focus == name

    hand.waits_until(has_it, f"»{name}« has not got the keyboard.")


def tabs(hand: Hand, last: str) -> list[str]:
    """Press Tab until something has the keyboard, and name all that had it on the way."""
    stops: list[str] = []
    while not stops or stops[-1] != last:
        hand.press("Tab")
        stops.append(hand.focus)
        assert len(stops) < 60, f"»{last}« is not come to: {stops}"
    return stops


def test_a_step_is_worked_through_by_keys(program: Journey) -> None:
    hand = opened(program, NEW)
    hand.press("Enter")
    focused(hand, FIRST)
    below = hand.finds(SECOND).rect
    hand.press("Space")
    hand.waits_for("Udført af rådgiver i dag")
    focused(hand, FIRST)
    assert hand.finds(SECOND).rect == below, "nothing moves under the pointer"
    hand.press("Down", "Space")
    hand.waits_for("2 af 7")
    focused(hand, f"{SECOND}, Udført")
    hand.press("Ctrl+Shift+N")
    focused(hand, "Note til trinnet")
    hand.type("Ringet til skolen")
    hand.press("Ctrl+Enter")
    hand.waits_for("Er barnet i fare nu?", within=PANEL)
    focused(hand, "Ja")
    hand.press("Down", "Space")
    hand.waits_until(lambda: hand.finds("Nej", within=PANEL).is_checked, "Nej is not chosen.")
    focused(hand, "Nej")
    hand.press("Alt+1")
    hand.waits_until(lambda: hand.finds("Ja", within=PANEL).is_checked, "Ja is not chosen.")
    focused(hand, "Ja")
    hand.press("Alt+2", "Ctrl+Enter")
    hand.waits_for("Overgreb eller social kontrol?", within=PANEL)
    focused(hand, "Overgreb")
    # what was done is taken back, and brought back, at the step where it was done
    assert hand.has("Fortryd: trin gjort færdigt, trin 2")
    hand.press("Ctrl+Z")
    hand.waits_for("Er barnet i fare nu?", within=PANEL)
    hand.waits_for("Fortryd: valg af vej, trin 2")
    assert hand.has("Gentag: trin gjort færdigt, trin 2")
    assert hand.focus, "somebody has the keyboard"
    hand.press("Ctrl+Y")
    hand.waits_for("Åbn trinnet igen")
    hand.press("Ctrl+Z")
    hand.waits_for("Gør trinnet færdigt")
    hand.press("Ctrl+Shift+Z")
    hand.waits_for("Åbn trinnet igen")
    tabs(hand, "Åbn trinnet igen")
    hand.press("Enter")
    hand.waits_for("Gør trinnet færdigt")
    focused(hand, "Faren er vurderet …")


def test_the_keyboard_walks_as_one_reads_and_comes_back_to_a_case(program: Journey) -> None:
    hand = opened(program, NEW)
    stops = tabs(hand, "Gør trinnet færdigt")
    first, last = stops.index(PANEL), stops.index("Gør trinnet færdigt")
    assert first == 0, "from the flow one comes to what is to be done"
    assert stops[1].startswith("Underretningen er registreret"), "what is required comes first"
    law = next(stop for stop in stops if stop.startswith("Lov: "))
    read = ("Note til trinnet", "Vejledning", law, "Foreslå en ændring", "Kopiér til journal")
    order = [stops.index(name) for name in read]
    assert order == sorted(order), "what is to be done before what is to be read"
    assert "Søg" not in stops[:last]
    hand.press("Ctrl+1")
    hand.waits_for("Start forløb")
    hand.press("Ctrl+2")
    hand.waits_for("Sag 2026-04417")
    focused(hand, "Gør trinnet færdigt")
    # the words of the step are read by keys
    hand.press("F6", "Shift+F6")
    focused(hand, "Gør trinnet færdigt")
    hand.press("Ctrl+Shift+N")
    hand.type("x")
    hand.press("Shift+Tab")
    hand.waits_for("alt er gemt")
    hand.press("End")
    hand.waits_for("Foreslå en ændring")
    hand.press("Home")
    hand.waits_for("Modtag og notér tidspunktet", within=PANEL)


def test_why_a_point_is_not_relevant_is_said_by_keys(program: Journey) -> None:
    hand = opened(program, NEW)
    hand.press("Enter", "Shift+F10")
    hand.waits_for("Set efter af en anden: først når det er udført")
    hand.press("Down", "Down", "Enter")
    focused(hand, "Hvorfor er punktet ikke relevant?")
    hand.press("Esc")
    focused(hand, FIRST)
    hand.press("Shift+F10", "Down", "Down", "Enter")
    focused(hand, "Hvorfor er punktet ikke relevant?")
    hand.type("Det står i brevet\n")
    hand.waits_for("Ikke relevant: Det står i brevet (rådgiver")
    focused(hand, FIRST)
    hand.press("Down", "Shift+F10", "Down", "Down", "Enter")
    focused(hand, "Hvorfor er punktet ikke relevant?")
    hand.press("Down", "Enter")
    hand.waits_for("Ikke relevant: Gælder ikke i denne sag")
    focused(hand, f"{SECOND}, Ikke relevant")
    # whoever works in the picture stays in the picture
    hand.click("Er barnet i fare nu?", within=FLOW)
    hand.press("Alt+2", "Ctrl+Enter")
    hand.waits_for("Overgreb eller social kontrol?", within=PANEL)
    focused(hand, FLOW)
    hand.press("Ctrl+Z")
    hand.waits_for("Er barnet i fare nu?", within=PANEL)
    focused(hand, FLOW)


def test_a_gate_asks_and_a_late_deadline_is_answered_by_keys(program: Journey) -> None:
    program.given(LATE)
    hand = opened(program, AT_A_GATE, "Børnefaglig undersøgelse, flow")
    hand.press("Enter")
    hand.waits_for("Fristen er overskredet. Gør nu dette:")
    focused(hand, "Skriv en foreløbig vurdering …")
    hand.press("Space")
    hand.waits_for("Udført af rådgiver i dag")
    focused(hand, "Skriv en foreløbig vurdering …")
    hand.press("Alt+Left")
    hand.waits_for("2026-05120")
    hand.press("Down", "Enter")
    focused(hand, FLOW)
    hand.press("Ctrl+Enter")
    focused(hand, "Barnet er hørt")
    hand.press("Esc")
    focused(hand, "Gør trinnet færdigt")
    hand.press("Ctrl+Enter")
    focused(hand, "Barnet er hørt")
    hand.press("Space", "Tab")
    focused(hand, "Hvornår var samtalen?")
    tabs(hand, "Hvem var med?")
    hand.press("Down")
    tabs(hand, "Hvilken rolle førte samtalen?")
    hand.press("Down", "Ctrl+Enter")
    hand.waits_for("Fortæl barnet, hvad der sker nu", within=PANEL)
    assert hand.focus not in ("", "Søg")


def test_a_date_that_deadlines_count_from_is_written_and_left(program: Journey) -> None:
    hand = opened(program, FOLLOW_UP_OF_TWO, "Opfølgning og personrettet tilsyn, flow")
    hand.click("16 Beslut og begrund næste opfølgning")
    tabs(hand, "Næste opfølgning skal holdes")
    hand.type("24.2.2027")
    hand.press("Tab")
    hand.waits_for("Gemt. Fristerne tæller herfra.")
    focused(hand, "I dag")
    tabs(hand, "Åbn trinnet igen")
    hand.press("Space")
    hand.waits_for("Gør trinnet færdigt")
    focused(hand, PANEL)


MOST = {
    "et tjekpunkt": ("Enter", "Space"),
    "et kort": ("Ctrl+3", "Space", "Ctrl+P", "Ctrl+S"),
    "en note": ("Ctrl+Shift+N", "Ctrl+Enter"),
    "indstillinger": ("Ctrl+6",),
}
"""What is done most, by the keys it takes from the flow of a case."""


def test_what_is_done_most_takes_few_keys_and_all_of_them_are_in_the_list(
    program: Journey, tmp_path: Path
) -> None:
    assert [len(keys) for keys in MOST.values()] == [2, 4, 2, 1]
    hand = opened(program, NEW)
    hand.press(*MOST["et tjekpunkt"])
    hand.waits_for("Udført af rådgiver i dag")
    hand.press("Ctrl+2", "Enter")
    focused(hand, FLOW)
    hand.press(*MOST["et kort"])
    hand.names_file(tmp_path / "kort.pdf")
    hand.waits_until((tmp_path / "kort.pdf").exists, "The card is not saved.")
    assert (tmp_path / "kort.pdf").read_bytes().startswith(b"%PDF")
    hand.press("Esc")
    hand.waits_until_gone("Gem som PDF")
    hand.press("Ctrl+2")
    write, keep = MOST["en note"]
    hand.press(write)
    focused(hand, "Note til trinnet")
    hand.type("Ringet til skolen")
    hand.press(keep)
    hand.waits_for("Er barnet i fare nu?", within=PANEL)
    hand.press(*MOST["indstillinger"])
    hand.waits_for("Rolle")
    hand.press("F1")
    hand.waits_for("I et forløb")
    shown = hand.value_of("Tasterne efter sted")
    named = ("Enter", "Mellemrum", "Ctrl+3", "Ctrl+P", "Ctrl+S", "Ctrl+Skift+N", "Ctrl+6")
    assert not [key for key in named if key not in shown]
