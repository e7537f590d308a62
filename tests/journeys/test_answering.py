"""What an adviser suggests at a step is answered by a team lead, and may become a draft."""

from tests.journeys.keyboard import focused
from tools.hand import Hand
from tools.journey import Journey

FLOW = "Underretning, flow"


def suggested(hand: Hand, text: str) -> None:
    """Suggest something at the step that is chosen, by keys."""
    hand.press("Ctrl+Shift+F")
    focused(hand, "Hvad kan blive bedre ved trinnet?")
    hand.type(text)
    hand.press("Ctrl+Enter")
    hand.waits_for("Teamlederen ser det her og svarer")
    focused(hand, "Foreslå en ændring")


def test_suggestions_are_answered_and_taken_up_by_keys(program: Journey) -> None:
    hand = program.open()
    hand.waits_for("Underretning")
    hand.click("Tal med barnet", within=FLOW)
    suggested(hand, "Skriv, hvor samtalen kan være")
    hand.click("Send kvittering til underretter", within=FLOW)
    suggested(hand, "Send den med brev")

    hand.press("Ctrl+6")
    hand.waits_for("Dit navn")
    hand.choose("Rolle", "Teamleder")
    hand.write("Dit navn", "teamleder A")
    hand.press("Tab", "Ctrl+1")
    hand.waits_for("Kladder og godkendelse · 2")
    hand.press("Ctrl+7")
    focused(hand, "Send den med brev")
    hand.press("Enter")
    focused(hand, "Hvad skal der ske?")
    hand.press("Down", "Tab")
    focused(hand, "Svar til rådgiver")
    hand.type("Det gør vi allerede\n")
    hand.waits_until_gone("Forslag fra rådgiver")
    focused(hand, "Skriv, hvor samtalen kan være")
    hand.press("Enter", "Tab")
    hand.type("Godt set\n")
    hand.waits_for("Kladde til version 2")
    focused(hand, FLOW)
    assert hand.value_of("Titel") == "Tal med barnet"

    hand.press("Ctrl+W")
    hand.waits_for("Start forløb")
    hand.click("Tal med barnet", within=FLOW)
    begun = "Taget med til kladden til version 2; der er intet ændret i den endnu."
    hand.finds(f"teamleder A: Godt set. {begun}")

    hand.press("Ctrl+7")
    hand.press("Enter")
    hand.waits_for("Kladde til version 2")
    hand.press("Ctrl+Shift+H")
    hand.click("Læg til side: version 2")
    hand.waits_for("Kladden er lagt til side")
    hand.press("Ctrl+W")
    hand.waits_for("Start forløb")
    hand.waits_for("1 forslag")
    hand.finds("teamleder A: Godt set. Version 2 blev lagt til side, så forslaget venter igen.")
