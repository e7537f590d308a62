"""What looks like a CPR number is warned of where one types it, whatever the field is for."""

from tools.journey import Journey
from tools.journey.cases import AT_A_DECISION

WARNING = "Det ligner et cpr-nummer. Det bliver ikke gemt."


def test_every_field_warns_while_one_types_and_a_search_does_not(program: Journey) -> None:
    program.given(AT_A_DECISION)
    hand = program.open()
    hand.waits_for(AT_A_DECISION.number)
    hand.press("Ctrl+F")
    hand.type("150312-1234")
    hand.waits_for("Ingen forløb passer")
    assert not hand.sees(WARNING)
    hand.press("Esc")
    hand.waits_for(AT_A_DECISION.number)

    hand.click("Start forløb")
    hand.click("Sagsnummer")
    hand.type("150312-1234")
    hand.waits_for(WARNING)
    hand.press("Backspace")
    hand.waits_until_gone(WARNING)
    hand.press("Esc")

    hand.double_click(AT_A_DECISION.number, within="Mine forløb")
    hand.waits_for("Mere")
    hand.click("Mere")
    hand.click("Afvent …")
    hand.type("svar om 150312-1234")
    hand.waits_for(WARNING)
    hand.press("Esc")
    hand.waits_until_gone(WARNING)
    hand.click("Note til trinnet")
    hand.type("Ringet om 150312-1234")
    hand.waits_for("ligner et cpr-nummer")
    hand.press("Ctrl+A", "Del")
    hand.waits_until_gone("ligner et cpr-nummer")
