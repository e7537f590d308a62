"""A team lead writes a procedure: from its first step until it is sent, with nothing but hands."""

from tests.journeys.keyboard import focused
from tools.hand import Hand
from tools.journey import Journey

FLOW = "Søskende i sagen, flow"
FORM = "Skriv trinnet eller proceduren"
TITLES = (
    "Find søskende",
    "Ring til dagtilbud",
    "Er der bekymring?",
    "Hold møde",
    "Skriv vurdering",
    "Giv besked",
    "Følg op",
)


def begun(journey: Journey) -> Hand:
    """Begin a procedure from where procedures are read, by key."""
    hand = journey.open()
    hand.waits_for("Ny sagsprocedure")
    hand.press("Ctrl+Shift+N")
    focused(hand, "Titel")
    hand.type("Søskende i sagen\n")
    hand.waits_for("Kladde til version 1")
    focused(hand, FLOW)
    hand.press("F2", "Ctrl+A")
    hand.type("Modtag henvendelsen\n")
    for title in TITLES:
        hand.press("Enter")
        focused(hand, "Titel")
        hand.type(f"{title}\n")
        focused(hand, FLOW)
    return hand


def chosen(hand: Hand, title: str) -> None:
    """Choose a step in the picture."""
    hand.click(title, within=FLOW)
    hand.waits_until(
        lambda: hand.value_of("Titel", within=FORM) == title, f"»{title}« is not shown."
    )


def test_a_procedure_of_eight_steps_is_written_with_all_it_holds(team_lead: Journey) -> None:
    hand = begun(team_lead)

    chosen(hand, "Er der bekymring?")
    hand.choose("Slags", "Beslutning", within=FORM)
    hand.click("Betingelse", within=FORM)
    hand.type("Ja")
    hand.press("Tab", "Tab", "Tab", "Tab")
    focused(hand, "Betingelse")
    hand.type("Nej")
    hand.press("Tab")
    hand.type("7")
    hand.waits_for("7 Giv besked", within=FORM)
    hand.click("Er der bekymring?", within=FLOW)
    hand.press("V")
    hand.type("ring\n")
    focused(hand, FLOW)
    hand.click("Skriv betingelse", within="Fund")
    focused(hand, "Betingelse")
    hand.type("Ved ikke endnu")
    hand.waits_for("Ved ikke endnu", within=FLOW)

    chosen(hand, "Skriv vurdering")
    hand.click("Kræv et trin først", within=FORM)
    hand.type("hold møde\n")
    hand.waits_for("5 Hold møde", within=FORM)

    chosen(hand, "Giv besked")
    hand.click("Tilføj frist", within=FORM)
    focused(hand, "Hvor mange")
    hand.press("Ctrl+A")
    hand.type("6")
    hand.choose("Enhed", "hverdage", within=FORM)
    hand.waits_for("Foreslået senest 6 hverdage efter, at forløbet er begyndt", within=FORM)
    hand.click("Find § eller ord", within=FORM)
    hand.type("138 stk 1\n")
    hand.waits_for("§ 138, stk. 1", within=FORM)

    hand.copies_elsewhere("- Forældrene er ringet op\n- Brevet er sendt\n- Aftalen er skrevet")
    hand.click("Tilføj punkt", within=FORM)
    hand.press("Ctrl+V")
    focused(hand, "Punkt 3")
    hand.waits_for("3 punkter", within=FORM)
    hand.press("Alt+Up")
    focused(hand, "Punkt 2")
    hand.press("Ctrl+Z")
    hand.waits_until(lambda: hand.focus.startswith("Punkt "), "The list has lost the keyboard.")

    hand.click("Hvad gør man, og hvad skal man tænke på?", within=FORM)
    hand.type("Ring til skollen")
    hand.finds("Ret til …", within="Fund")
    hand.right_click("Vejledning", within=FORM)
    hand.click("skolen")
    hand.waits_until(
        lambda: hand.value_of("Vejledning", within=FORM) == "Ring til skolen",
        "The word is not put right.",
    )

    hand.click("Om sagsproceduren", within=FORM)
    hand.click("Uret starter, når", within=FORM)
    hand.type("Henvendelsen er modtaget")
    hand.click("Jeg har kontrolleret teksten mod loven", within=FORM)
    hand.waits_until_gone("Ingen har kontrolleret teksten mod loven endnu.", within="Fund")

    hand.press("Ctrl+Shift+S")
    focused(hand, "Hvad er ændret, og hvorfor?")
    hand.type("Ny procedure\n")
    hand.waits_for("en anden teamleder skal godkende den")
    hand.press("Ctrl+W")
    hand.waits_for("Til godkendelse")
    focused(hand, "Søskende i sagen")
