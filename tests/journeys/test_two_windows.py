"""Two windows on one data folder: both go on, neither loses a tick, each follows the other."""

from tests.journeys.answers import says_why_not
from tools.hand import Hand
from tools.journey import Journey
from tools.journey.cases import AT_A_DECISION

FIRST, OTHER = "Barnets alder og sårbarhed indgår", "Søskende er vurderet hver for sig"


def opened(hand: Hand) -> None:
    hand.waits_for(AT_A_DECISION.number)
    hand.double_click(AT_A_DECISION.number, within="Mine forløb")
    hand.waits_for(FIRST)


def is_ticked(hand: Hand, item: str) -> bool:
    return hand.has(f"{item}, Udført")


def test_what_is_done_in_one_window_is_seen_in_the_other(program: Journey) -> None:
    program.given(AT_A_DECISION)
    hand = program.open()
    opened(hand)
    hand.click("Note til trinnet")
    hand.type("Ringet til skolen")

    program.open_another()
    opened(hand)
    hand.click(FIRST)
    hand.waits_until(lambda: is_ticked(hand, FIRST), "It is not ticked.")

    program.goes_to_window(0)
    hand.waits_until(lambda: is_ticked(hand, FIRST), "The other's tick is not seen.")
    assert hand.focus == "Note til trinnet"
    hand.type(" i dag")
    hand.click(OTHER)
    hand.waits_until(lambda: is_ticked(hand, OTHER), "It is not ticked.")
    hand.waits_for("alt er gemt")

    program.goes_to_window(1)
    hand.waits_until(lambda: is_ticked(hand, OTHER), "The other's tick is not seen.")
    assert is_ticked(hand, FIRST)
    hand.waits_until(
        lambda: hand.value_of("Note til trinnet") == "Ringet til skolen i dag", "No note."
    )
    hand.click("Til mine forløb")
    hand.waits_for("Mine forløb")

    program.goes_to_window(0)
    hand.click("Mere")
    hand.click("Afslut forløbet …")
    says_why_not(hand)
    hand.click("Afslut")
    hand.waits_for("Afsluttet")

    program.goes_to_window(1)
    hand.waits_for("Afsluttede 1")
    assert not hand.sees(AT_A_DECISION.number)
