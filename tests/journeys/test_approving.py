"""What a team lead has written is sent, approved by another, tried, published, and restored."""

from tests.journeys.keyboard import focused
from tools.hand import Hand
from tools.journey import Journey

FLOW = "Underretning, flow"


def called(hand: Hand, name: str) -> None:
    """Say another name in the settings, as the next one who sits down at this PC."""
    hand.press("Ctrl+6")
    hand.waits_for("Dit navn")
    hand.write("Dit navn", name)
    hand.press("Tab")


def changed(hand: Hand, title: str, note: str) -> None:
    """Give the first step of Underretning another title, and send it to be approved."""
    hand.press("Ctrl+E")
    hand.waits_for("Send til godkendelse")
    focused(hand, FLOW)
    hand.press("F2", "Ctrl+A")
    hand.type(f"{title}\n")
    focused(hand, FLOW)
    hand.waits_for("Kladde til version")
    hand.press("Ctrl+Shift+S")
    focused(hand, "Hvad er ændret, og hvorfor?")
    hand.type(f"{note}\n")
    hand.waits_for("Version 2 er sendt til godkendelse")
    hand.waits_for("en anden teamleder skal godkende den")
    focused(hand, FLOW)


def test_a_change_is_approved_by_another_and_the_older_version_brought_back(
    team_lead: Journey,
) -> None:
    hand = team_lead.open()
    hand.waits_for("Underretning")
    changed(hand, "Tag imod henvendelsen", "Titlen er klarere")
    hand.press("Ctrl+Shift+U")
    assert not hand.sees("Gennemgås igen senest"), "nobody approves own work"

    called(hand, "teamleder B")
    hand.press("Alt+Left")
    hand.waits_until_gone("en anden teamleder skal godkende den")
    hand.waits_for("»Titlen er klarere«", within="Hvad der er ændret")
    hand.waits_for("Ingen fund", within="Fund")
    hand.press("Ctrl+Shift+U")
    focused(hand, "Note til historikken")
    hand.type("Godkendt\n")
    hand.waits_for("Version 2 er udgivet")
    hand.waits_for("Start forløb")
    focused(hand, FLOW)
    hand.waits_for("Tag imod henvendelsen", within=FLOW)

    hand.press("Ctrl+E")
    hand.waits_for("Send til godkendelse")
    hand.press("Ctrl+Shift+H")
    hand.click("Gendan som kladde: version 1")
    hand.waits_for("Kladde til version 3")
    hand.waits_for("Modtag og notér tidspunktet", within=FLOW)
    focused(hand, FLOW)
    hand.click("Læg til side: version 3")
    hand.waits_for("Tag imod henvendelsen", within=FLOW)
    focused(hand, FLOW)
    hand.press("Ctrl+W")
    hand.waits_for("Start forløb")
    focused(hand, FLOW)


def test_who_is_no_team_lead_any_more_writes_nothing_and_finds_all_again_as_one(
    team_lead: Journey,
) -> None:
    hand = team_lead.open()
    hand.waits_for("Underretning")
    hand.press("Ctrl+E")
    focused(hand, FLOW)
    hand.press("F2", "Ctrl+A")
    hand.type("Tag imod henvendelsen")

    hand.press("Ctrl+6")
    hand.waits_for("Dit navn")
    hand.choose("Rolle", "Rådgiver")
    hand.press("Alt+Left")
    hand.waits_for("Kun en teamleder redigerer og godkender")
    focused(hand, "Til Indstillinger")
    assert not hand.sees("Tag imod henvendelsen"), "it looks as if one could write"
    hand.press("Ctrl+Shift+S", "Ctrl+Shift+C", "F2", "Ctrl+Z")
    focused(hand, "Til Indstillinger")
    hand.press("F6")
    assert hand.focus != "Til Indstillinger"
    hand.press("Shift+F6")
    focused(hand, "Til Indstillinger")
    hand.press("Space")
    focused(hand, "Rolle")

    hand.choose("Rolle", "Teamleder")
    hand.press("Alt+Left")
    hand.waits_for("Tag imod henvendelsen", within=FLOW)
    hand.waits_for("Kladde til version 2")
    hand.press("Ctrl+Z")
    hand.waits_for("Modtag og notér tidspunktet", within=FLOW)
    hand.press("Ctrl+Y", "Ctrl+7")
    hand.waits_for("Mine kladder")
    called(hand, "teamleder B")
    hand.press("Alt+Left")
    hand.waits_for("Andres kladder")
    called(hand, "teamleder A")
    hand.choose("Rolle", "Rådgiver")
    hand.press("Alt+Left")
    hand.waits_for("Kun en teamleder redigerer og godkender")
    assert not hand.sees("Mine kladder")


def test_a_version_is_tried_in_sight_until_it_is_dropped(team_lead: Journey) -> None:
    hand = team_lead.open()
    hand.waits_for("Underretning")
    changed(hand, "Ring først", note="")
    called(hand, "teamleder B")
    hand.press("Ctrl+1")
    hand.waits_for("Kladder og godkendelse · 1")
    hand.press("Ctrl+7")
    hand.waits_for("Version 2 af teamleder A")
    focused(hand, "Underretning")
    hand.press("Enter")
    hand.waits_for("Prøv i en periode")
    hand.click("Send tilbage")
    focused(hand, "Hvad skal rettes?")
    hand.press("Enter")
    hand.waits_for("Skriv, hvad der skal rettes")
    hand.press("Escape")
    hand.click("Prøv i en periode")
    focused(hand, "Navn")
    hand.type("Ring først")
    hand.press("Tab")
    hand.type("Går det hurtigere?\n")
    hand.waits_for("prøves til 7.1.2027")
    focused(hand, FLOW)

    hand.press("Ctrl+7")
    hand.waits_for("Prøvehandlinger")
    focused(hand, "Ring først")
    hand.press("Enter")
    hand.click("Drop den")
    focused(hand, "Hvad viste prøvehandlingen?")
    hand.type("Det gik ikke hurtigere\n")
    hand.waits_for("Start forløb")
    focused(hand, FLOW)
    hand.press("Ctrl+7")
    hand.waits_for("Her kommer kladderne til at stå")
    focused(hand, "Ny sagsprocedure")
