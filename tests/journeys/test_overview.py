"""The list over all forløb: what is due first, filters, search, order, and time that passes."""

from tools.hand import Hand
from tools.journey import Journey
from tools.journey.cases import (
    AT_A_DECISION,
    AT_A_GATE,
    CLOSED,
    LATE,
    TWO_IN_A_CASE,
    WAITING,
)

TABLE = "Mine forløb"


def week(program: Journey) -> Hand:
    """Show the list of a week with something of all."""
    program.given(LATE, AT_A_GATE, AT_A_DECISION, WAITING, CLOSED, *TWO_IN_A_CASE)
    hand = program.open()
    hand.waits_for(AT_A_DECISION.number)
    return hand


def order_of(hand: Hand, *numbers: str) -> list[str]:
    """Return the case numbers as they stand, from above."""
    tops = {number: hand.finds(number, within=TABLE).whole[1] for number in numbers}
    return sorted(tops, key=tops.__getitem__)


def test_the_most_overdue_stands_first_and_the_words_say_what_is_counted(
    program: Journey,
) -> None:
    hand = week(program)
    assert hand.sees("3 frister over i 1 forløb")
    assert hand.has("Over frist, 1 forløb")
    cards = [text for text in hand.texts() if ", Sag " in text]
    assert cards[0] == (
        "Er undersøgelsen klar til gennemgang?, 1 dag over, "
        f"Sag {LATE.number} · Børnefaglig undersøgelse"
    )
    hand.click(cards[0])
    hand.waits_for(f"Sag {LATE.number}")


def test_enter_opens_a_row_and_one_comes_back_to_it(program: Journey) -> None:
    hand = week(program)
    hand.press("Down", "Down")
    stood_on = hand.focus
    hand.press("Enter")
    hand.waits_for(f"Sag {stood_on}")
    hand.press("Alt+Left")
    hand.waits_for("Saml pr. sag")
    hand.waits_until(lambda: hand.focus == stood_on, "The row is not stood on any more.")
    hand.double_click(WAITING.number, within=TABLE)
    hand.waits_for(f"Sag {WAITING.number}")


def test_a_filter_without_hits_says_so_and_leads_back(program: Journey) -> None:
    program.given(AT_A_DECISION)
    hand = program.open()
    hand.waits_for(AT_A_DECISION.number)
    hand.click("Afventer 0")
    hand.waits_for("Ingen forløb afventer.")
    hand.click("Vis alle")
    hand.waits_for(AT_A_DECISION.number)
    hand.press("Ctrl+F")
    hand.type("tandlæge")
    hand.waits_for("Ingen forløb passer til »tandlæge« blandt »Åbne«.")
    hand.press("Esc")
    hand.waits_for(AT_A_DECISION.number)
    assert hand.focus == "Søg i forløb"
    hand.type("2026-045")
    hand.press("Down")
    hand.waits_until(lambda: hand.focus == AT_A_DECISION.number, "The rows are not reached.")


def test_where_there_is_nothing_the_key_of_search_types_into_nothing(program: Journey) -> None:
    hand = program.open()
    hand.click("Forløb", within="Steder")
    hand.waits_for("Start et forløb")
    hand.press("Ctrl+F")
    hand.waits_for("Der er ingen forløb at søge i her.")
    hand.type("abc")
    assert hand.sees("Start et forløb")


def test_rows_are_ordered_by_heads_and_keys(program: Journey) -> None:
    hand = week(program)
    numbers = (LATE.number, AT_A_GATE.number, AT_A_DECISION.number, WAITING.number)
    hand.click("Sag", within=TABLE)
    hand.waits_until(lambda: order_of(hand, *numbers) == sorted(numbers), "Not ordered by case.")
    hand.click(AT_A_GATE.number, within=TABLE)
    hand.press("Home", "Up")
    assert hand.focus == "Sortér efter Sag"
    hand.press("Enter")
    hand.waits_until(
        lambda: order_of(hand, *numbers) == sorted(numbers, reverse=True), "Not turned round."
    )
    hand.press("Down")
    assert hand.focus.startswith("2026-")
    hand.right_click(AT_A_GATE.number, within=TABLE)
    hand.click("Sortér efter")
    hand.click("Sag")
    hand.waits_until(lambda: order_of(hand, *numbers) == sorted(numbers), "Not by the menu.")


def test_time_passes_in_the_list_and_who_stands_on_a_row_stands_there(program: Journey) -> None:
    program.given(AT_A_DECISION, WAITING)
    hand = program.open()
    hand.click(WAITING.number, within=TABLE)
    assert hand.sees("Er barnet i fare nu?, kl. 14.05")
    program.clock.forward(hours=7)
    hand.waits_for("Er barnet i fare nu?, 1 time over")
    assert hand.sees("1 frist over i 1 forløb")
    assert hand.focus == WAITING.number

    hand.double_click(AT_A_DECISION.number, within=TABLE)
    hand.waits_for("26.11.2026, 1 time over")
    hand.click("Note til trinnet")
    hand.type("Ringet")
    program.clock.forward(hours=2)
    hand.waits_for("26.11.2026, 3 timer over")
    assert hand.focus == "Note til trinnet"
    assert hand.value_of("Note til trinnet") == "Ringet"


def test_one_case_can_be_kept_together(program: Journey) -> None:
    hand = week(program)
    hand.click("Saml pr. sag")
    hand.rests()
    tops = [hand.finds("2026-03988", within=TABLE, nth=place).whole[1] for place in (0, 1)]
    assert abs(tops[0] - tops[1]) == hand.finds("2026-03988", within=TABLE).whole[3]
