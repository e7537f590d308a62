"""The cases that a journey may begin with are there, each in its state."""

from tools.journey import Journey
from tools.journey.cases import EVERY_STATE


def test_every_case_stands_in_the_list_as_it_was_left(program: Journey) -> None:
    program.given(*EVERY_STATE)
    hand = program.open()
    for words in (
        "20 Er undersøgelsen klar til gennemgang?",
        "10 Konkludér på underretningen",
        "2 Er barnet i fare nu?",
        "Afventer Svar fra skolen",
        "5 Formulér mål med familie og netværk",
        "17 Afvent næste opfølgning",
        "1 forløb følger en ældre version af Familierådslagning",
    ):
        hand.waits_for(words)
    assert not hand.sees("2026-03455"), "what was given away is another's"
    assert not hand.sees("2026-04711"), "what a colleague began is another's"
    hand.click("Afsluttede 1")
    hand.waits_for("2026-03077")
