"""Two versions are compared: side by side in pictures, and word by word as they are read."""

from tests.journeys.keyboard import focused
from tools.journey import Journey

FLOW = "Underretning, flow"
FORM, CHANGED = "Skriv trinnet eller proceduren", "Hvad der er ændret"


def test_a_draft_is_read_beside_what_counts_word_by_word(team_lead: Journey) -> None:
    hand = team_lead.open()
    hand.waits_for("Underretning")
    hand.press("Ctrl+E")
    focused(hand, FLOW)
    hand.click("Vejledning", within=FORM)
    hand.press("Ctrl+Home")
    hand.type("Ring **straks** til skolen.\n\n")
    hand.click("Send kvittering til underretter", within=FLOW)
    hand.press("F2", "End")
    hand.type(" nu\n")
    focused(hand, FLOW)
    hand.waits_for("Sammenlign med version 1")
    hand.press("Ctrl+Shift+M")
    hand.waits_for("2 steder er ændret", within=CHANGED)
    assert hand.has("Version 1")
    assert hand.has("Kladden")
    said = " ".join(hand.texts(within=CHANGED))
    assert "Ring straks til skolen." in said
    assert "1. Skriv dato og klokkeslæt" in said
    assert not any(sign in said for sign in ("**", "##", "{{"))
    hand.click("3 Send kvittering til underretter nu, Ændret", within=CHANGED)
    hand.press("Ctrl+P")
    hand.waits_for("Ændringer i Underretning")
    hand.press("Escape", "Escape")
    hand.waits_for("Send til godkendelse")
    focused(hand, FLOW)
    hand.press("Ctrl+Shift+H")
    hand.click("Sammenlign: version 1")
    hand.waits_for("Tilbage til teksten")
    hand.press("Escape")
    hand.waits_for("Send til godkendelse")
