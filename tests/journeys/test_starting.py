"""A forløb is started: its procedure by theme or by a few letters, a case number, and when."""

from tools.hand import Hand
from tools.journey import Journey
from tools.journey.cases import AT_A_DECISION, CLOSED, WAITING

PROCEDURE, NUMBER = "Vælg sagsprocedure", "Sagsnummer"


def in_the_list(program: Journey) -> Hand:
    """Show the list of an adviser who has a case."""
    program.given(WAITING, CLOSED)
    hand = program.open()
    hand.waits_for(WAITING.number)
    return hand


def test_a_forloeb_is_started_by_keys_alone(program: Journey) -> None:
    hand = in_the_list(program)
    hand.press("Ctrl+N")
    hand.waits_for("Start et forløb")
    assert hand.focus == PROCEDURE, "nothing is guessed"
    hand.type("undr")
    hand.waits_for("Intet passer. Prøv et kortere ord.")
    hand.press("Tab", "Ctrl+A")
    hand.type("underretn\n")
    hand.waits_until(lambda: hand.focus == NUMBER, "The number is not asked for.")
    hand.type("2026-04417\t")
    assert hand.focus == "Underretningen er modtaget"
    hand.press("Enter")
    hand.waits_for("Sag 2026-04417")
    hand.waits_for("Underretningen er modtaget 26.11.2026 kl. 8.05")


def test_a_forloeb_is_started_by_mouse_from_the_themes(program: Journey) -> None:
    hand = in_the_list(program)
    hand.click("Start forløb")
    hand.click(PROCEDURE)
    for words in ("Henvendelser og underretninger", "Underretning", "Familien flytter"):
        hand.waits_for(words, within="Find sagsprocedure")
    hand.click("Børnefaglig undersøgelse", within="Find sagsprocedure")
    hand.type("2026-04418")
    hand.press("Ctrl+N")
    hand.rests()
    assert hand.value_of(NUMBER) == "2026-04418", "what was typed stays"
    hand.click("Start forløb", nth=1)
    hand.waits_for("Sag 2026-04418")
    assert hand.sees("Børnefaglig undersøgelse")


def test_what_is_missing_is_marked_where_it_is_missing(program: Journey) -> None:
    hand = in_the_list(program)
    hand.press("Ctrl+N")
    hand.click(NUMBER)
    hand.press("Enter")
    hand.waits_for("Vælg, hvilken sagsprocedure forløbet følger.")
    assert hand.focus == PROCEDURE
    hand.type("screen\t")
    hand.waits_until_gone("Vælg, hvilken sagsprocedure")
    hand.press("Enter")
    hand.waits_for("Sagsnummeret mangler")
    assert hand.focus == NUMBER


def test_no_cpr_number_is_taken_however_it_is_written(program: Journey) -> None:
    hand = program.open()
    hand.click("Start forløb")
    for number in ("010190-1234", "010190 1234", "0101901234", "01.01.90-1234", "010190–1234"):
        hand.write(NUMBER, number)
        hand.waits_for("Det bliver ikke gemt.")
        hand.press("Enter")
        hand.waits_until_gone("Det bliver ikke gemt.")
        hand.waits_for("Det ligner et cpr-nummer.")
        assert hand.focus == NUMBER
        assert hand.value_of(NUMBER) == number
    hand.write(NUMBER, "Sofie Jensen\n")
    hand.waits_for("Det ligner ikke et sagsnummer.")


def test_leaving_the_form_gives_the_keyboard_back(program: Journey) -> None:
    hand = in_the_list(program)
    assert hand.focus == WAITING.number
    hand.press("Ctrl+N")
    hand.waits_for("Start et forløb")
    hand.press("Esc")
    assert hand.focus == WAITING.number
    hand.click("Saml pr. sag")
    hand.press("Ctrl+N")
    hand.waits_for("Start et forløb")
    hand.type("u")
    hand.press("Esc")
    assert hand.focus == PROCEDURE
    hand.press("Esc")
    assert hand.focus == "Saml pr. sag"
    hand.press("Ctrl+N")
    hand.waits_for("Start et forløb")
    hand.click("Saml pr. sag")
    hand.press("Esc")
    hand.waits_until_gone("Start et forløb")
    assert hand.focus == "Saml pr. sag"
    hand.click("Start forløb")
    hand.press(*["Tab"] * 5)
    assert hand.focus == "Annuller"
    hand.press("Enter")
    hand.waits_until_gone("Start et forløb")
    assert hand.focus == "Start forløb"


def test_one_more_forloeb_of_a_case_knows_its_number(program: Journey) -> None:
    program.given(AT_A_DECISION)
    hand = program.open()
    hand.waits_for(AT_A_DECISION.number)
    hand.right_click(AT_A_DECISION.number)
    hand.click("Start et forløb mere i sagen …")
    assert hand.value_of(NUMBER) == AT_A_DECISION.number
    hand.type("screening\n")
    asked = "Kommunen blev opmærksom på, at barnet kan have behov for hjælp"
    hand.waits_for(asked)
    assert hand.value_of(asked) == "", "Nobody has said that it was just now."
    hand.press("Enter")
    hand.waits_for("Her mangler noget. Skriv som 27.11.2026 kl. 9.15.")
    hand.type("i går 9.15\n")
    hand.waits_for("Hele sagen, 2 forløb")
