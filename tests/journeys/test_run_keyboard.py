"""All that is done in a case by keys: each act keeps the keyboard where one works."""

from tools.hand import Hand
from tools.journey import Journey
from tools.journey.cases import Case

NEW = Case(number="2026-04417", procedure="underretning", days=0.1)
FIRST, SECOND = "Tidspunkt og underretters funktion …", "Vi ved, hvor barnet er lige nu"
FLOW, PANEL = "Underretning, flow", "Det valgte trin"


def opened(program: Journey, case: Case) -> Hand:
    """Open a case from the list with Enter; the keyboard is in the flow."""
    program.given(case)
    hand = program.open()
    hand.waits_for(case.number)
    hand.press("Enter")
    focused(hand, FLOW)
    return hand


def focused(hand: Hand, name: str) -> None:
    """Wait until something has the keyboard; »Notér dato …« is whatever begins so."""
    begin = name.removesuffix("…").strip()

    def has_it() -> bool:
        return hand.focus.startswith(begin) if name.endswith("…") else hand.focus == name

    hand.waits_until(has_it, f"»{name}« has not got the keyboard.")


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
    hand.press("Up", "Up")
    focused(hand, FIRST)
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
    focused(hand, "Nej")
    hand.press("Alt+2", "Ctrl+Enter")
    hand.waits_for("Overgreb eller social kontrol?", within=PANEL)
    focused(hand, "Overgreb")


def test_why_a_point_is_not_relevant_is_said_by_keys(program: Journey) -> None:
    hand = opened(program, NEW)
    hand.press("Enter", "Shift+F10")
    hand.waits_for("Ikke relevant, fordi …")
    hand.press("Down", "Down", "Enter")
    focused(hand, "Hvorfor er punktet ikke relevant?")
    hand.press("Esc")
    focused(hand, FIRST)
