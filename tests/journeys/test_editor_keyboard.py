"""All that is done in the editor by keys: each act keeps the keyboard where one writes."""

from tests.journeys.keyboard import focused
from tools.hand import Hand
from tools.journey import Journey

FLOW = "Søskende i sagen, flow"
FORM = "Skriv trinnet eller proceduren"


def named(hand: Hand, title: str) -> None:
    """Name the step that has just been made; the keyboard is in the picture again."""
    focused(hand, "Titel")
    hand.type(f"{title}\n")
    focused(hand, FLOW)
    hand.waits_for(title, within=FLOW)


def tabbed_to(hand: Hand, name: str, key: str = "Tab") -> None:
    """Press Tab until something has the keyboard; it never falls to the window on the way."""
    stops: list[str] = []
    while hand.focus != name:
        hand.press(key)
        stops.append(hand.focus)
        assert stops[-1] not in ("", "Søg"), f"The keyboard fell to »{stops[-1]}«: {stops}"
        assert len(stops) < 60, f"»{name}« is not come to: {stops}"


def back(hand: Hand) -> None:
    """Go back to the picture, past all that lies between."""
    tabbed_to(hand, FLOW, "Shift+Tab")


def title(hand: Hand) -> str:
    """Return the title of the step that is chosen."""
    return hand.value_of("Titel", within=FORM)


def test_a_procedure_is_written_from_end_to_end_by_keys(team_lead: Journey) -> None:
    hand = team_lead.open()
    hand.waits_for("Ny sagsprocedure")
    hand.press("Ctrl+Shift+N")
    focused(hand, "Titel")
    hand.type("Søskende i sagen\n")
    focused(hand, FLOW)

    # steps: named, added after and before, made to choose
    hand.press("F2", "Ctrl+A")
    named(hand, "Modtag henvendelsen")
    hand.press("Enter")
    named(hand, "Er der søskende?")
    hand.press("Enter")
    named(hand, "Hold møde")
    hand.press("Shift+Enter")
    named(hand, "Ring til skolen")
    hand.press("Up")
    assert title(hand) == "Er der søskende?"
    hand.press("F2", "Tab")
    focused(hand, "Slags")
    hand.press("Down", "Down", "Down")
    hand.waits_until(
        lambda: hand.value_of("Slags", within=FORM) == "Beslutning", "It does not choose."
    )

    # ways: a condition, a step put on one, one to a step that is there, one to a new step
    tabbed_to(hand, "Betingelse")
    hand.type("Ja")
    tabbed_to(hand, "Nyt trin på vejen til 3 Ring til skolen")
    hand.press("Space")
    named(hand, "Find søskende")
    hand.press("Up", "V")
    focused(hand, "Vejen fører til trin …")
    hand.type("afslut\n")
    focused(hand, FLOW)
    hand.press("V")
    hand.type("Skriv vurdering\n")
    focused(hand, FLOW)
    hand.waits_for("Skriv vurdering", within=FLOW)

    # taken back and done again, where one works
    hand.press("Ctrl+Z")
    hand.waits_until_gone("Skriv vurdering", within=FLOW)
    focused(hand, FLOW)
    hand.press("Ctrl+Y")
    hand.waits_for("Skriv vurdering", within=FLOW)
    focused(hand, FLOW)
    assert title(hand) == "Skriv vurdering"

    # a way taken away again in the form; the rest get their conditions
    hand.press("Up", "F2")
    tabbed_to(hand, "Slet vejen til Afslutning")
    hand.press("Space")
    hand.waits_until_gone("Slet vejen til Afslutning", within=FORM)
    assert hand.focus.startswith("Slet vejen til") or hand.focus == "Betingelse", hand.focus
    back(hand)

    # moved along the way and in the order; copied and cut, set in elsewhere; deleted and healed
    hand.press("End", "Up")
    assert title(hand) == "Hold møde"
    hand.press("Alt+Up", "Alt+Down", "Alt+Shift+Up", "Alt+Shift+Down")
    focused(hand, FLOW)
    assert title(hand) == "Hold møde"
    hand.press("Ctrl+C", "Ctrl+V")
    hand.press("Delete")
    focused(hand, FLOW)
    hand.press("Ctrl+Z", "Ctrl+Z", "Ctrl+D", "Ctrl+X")
    focused(hand, FLOW)
    hand.press("Shift+F10", "Escape")
    focused(hand, FLOW)

    # the procedure itself: another lane, and the step in it
    hand.press("Home")
    tabbed_to(hand, "Om sagsproceduren")
    hand.press("Space")
    focused(hand, "Til trinnet")
    tabbed_to(hand, "Uret starter, når")
    hand.type("Henvendelsen er modtaget")
    tabbed_to(hand, "Tilføj rolle")
    hand.press("Space")
    focused(hand, "Søg i roller")
    hand.type("modtagelse\n")
    focused(hand, "Tilføj rolle")
    hand.press("Shift+Tab", "Shift+Tab")
    focused(hand, "Modtagelse")
    hand.press("Alt+Up")
    focused(hand, "Modtagelse")
    back(hand)
    hand.press("Alt+Shift+Left")
    focused(hand, FLOW)
    assert hand.value_of("Rolle", within=FORM) == "Modtagelse"

    # the fields of a step: guidance, points that are moved and deleted, law, deadline, card
    tabbed_to(hand, "Vejledning")
    hand.type("Ring til skolen")
    tabbed_to(hand, "Tilføj punkt")
    hand.press("Space")
    hand.type("Skriv tidspunktet\nSpørg til søskende\nRing op")
    focused(hand, "Punkt 3")
    hand.press("Alt+Up")
    focused(hand, "Punkt 2")
    hand.press("Ctrl+A", "Delete", "Backspace")
    focused(hand, "Punkt 1")
    tabbed_to(hand, "Find § eller ord")
    hand.press("Space")
    hand.type("138 stk 1\n")
    focused(hand, "Find § eller ord")
    tabbed_to(hand, "Tilføj frist")
    hand.press("Space")
    focused(hand, "Hvor mange")
    tabbed_to(hand, "Tilføj actioncard")
    hand.press("Space")
    hand.type("\n")
    focused(hand, "Tilføj actioncard")
    hand.press("Shift+Tab", "Delete")
    focused(hand, "Tilføj actioncard")
    back(hand)
    # no move of the step lies on the way back through the window
    hand.press("Alt+Left")
    hand.waits_for("Mine kladder")
    hand.press("Alt+Right")
    focused(hand, FLOW)
    assert hand.value_of("Rolle", within=FORM) == "Modtagelse", "Alt and left moves no step"

    # what is found is mended, and the draft is sent
    for left, condition in ((2, "Nej"), (1, "Ved ikke endnu")):
        hand.press("F6")
        tabbed_to(hand, "Skriv betingelse")
        hand.press("Space")
        focused(hand, "Betingelse")
        hand.type(condition)
        hand.waits_until_gone(f"ret {left} fejl")
        back(hand)
    hand.press("Ctrl+Shift+S")
    focused(hand, "Hvad er ændret, og hvorfor?")
    hand.type("Ny procedure\n")
    hand.waits_for("Version 1 er sendt til godkendelse")
    focused(hand, FLOW)
