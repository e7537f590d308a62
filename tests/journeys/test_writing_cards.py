"""Cards and tools are begun from their walls and written beside their prints."""

from tests.journeys.keyboard import focused
from tools.journey import Journey


def test_a_card_is_written_and_printed_by_keys(team_lead: Journey) -> None:
    hand = team_lead.open()
    hand.waits_for("Underretning")
    hand.press("Ctrl+3")
    hand.waits_for("Alle kort")
    hand.press("Ctrl+Shift+N")
    focused(hand, "Titel")
    hand.type("Før mødet\n")
    hand.waits_for("Kladde til version 1")
    assert hand.finds("Actioncards", within="Steder").is_checked, "the rail says where one is"
    focused(hand, "Titel")
    hand.press("Tab")
    focused(hand, "Mål")
    hand.type("Alle ved, hvad mødet skal")
    hand.press("Tab")
    hand.type("et møde er aftalt")
    hand.click("Tilføj afsnit")
    hand.type("Dagen før")
    hand.click("Tilføj punkt")
    hand.type("Rummet er klar\nBarnet ved hvorfor")
    focused(hand, "Punkt 2")
    hand.press("Ctrl+W")
    hand.waits_for("Mine kladder")
    focused(hand, "Før mødet")

    hand.press("Ctrl+4")
    hand.waits_for("Alle værktøjer")
    hand.press("Ctrl+Shift+N")
    focused(hand, "Titel")
    hand.type("Dagsorden\n")
    hand.waits_for("Kladde til version 1")
    hand.click("Tilføj felt")
    hand.type("linje\n")
    hand.type("Hvem er med?")
    hand.click("Tilføj felt")
    hand.type("valg\n")
    hand.type("Er barnet med?")
    hand.click("Tilføj svar")
    hand.type("Ja\nNej")
    hand.press("Ctrl+W")
    hand.waits_for("Mine kladder")
    focused(hand, "Dagsorden")
