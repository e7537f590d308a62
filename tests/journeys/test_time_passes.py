"""The clock goes on while the program stands open: all shown follows, what is typed does not."""

from datetime import datetime

from tools.hand import Hand
from tools.journey import Journey
from tools.journey.cases import AT_A_DECISION

BEGAN = "Underretningen er modtaget"


def opened(program: Journey, number: str) -> Hand:
    hand = program.open()
    hand.waits_for(number)
    hand.double_click(number, within="Mine forløb")
    hand.waits_for(f"Sag {number}")
    return hand


def test_a_start_form_left_open_follows_the_clock_until_a_time_is_typed(program: Journey) -> None:
    hand = program.open()
    hand.click("Start forløb")
    assert hand.value_of(BEGAN) == "26.11.2026 kl. 08.05"
    hand.type("2026-04417")
    program.clock.forward(hours=2)
    hand.waits_until(lambda: hand.value_of(BEGAN) == "26.11.2026 kl. 10.05", "It stands still.")
    assert hand.value_of("Sagsnummer") == "2026-04417"

    hand.press("Tab")
    program.clock.forward(days=1)
    hand.waits_until(lambda: hand.value_of(BEGAN) == "27.11.2026 kl. 10.05", "It stands still.")
    hand.type("27.11.2026 9.1")
    program.clock.forward(hours=1)
    hand.click("Forløb", within="Steder")
    hand.waits_for("Fredag 27. november 2026")
    hand.click("Procedurer", within="Steder")
    assert hand.value_of(BEGAN) == "27.11.2026 9.1"


def test_at_midnight_and_after_sleep_all_that_is_shown_is_of_the_new_day(program: Journey) -> None:
    program.given(AT_A_DECISION)
    hand = opened(program, AT_A_DECISION.number)
    hand.click("Ret tidspunkt")
    hand.press("Ctrl+A")
    hand.type("24.11")
    program.clock.now = datetime(2026, 11, 26, 23, 59, 50, tzinfo=program.clock.now.tzinfo)
    hand.waits_for("9 timer over")
    assert hand.sees("senest ændret i går")
    program.clock.forward(seconds=20)
    hand.waits_for("senest ændret 25.11.2026")
    assert hand.value_of("Hvornår begyndte det?") == "24.11"
    hand.press("Esc")
    hand.click("Mere")
    hand.click("Afvent …")
    hand.type("et svar")
    program.clock.forward(minutes=10)
    hand.waits_for("10 timer over")
    assert hand.focus == "Afventer"
    assert hand.value_of("Afventer") == "et svar"
    hand.press("Esc")

    hand.click("Note til trinnet")
    hand.type("Ringet til skolen\t")
    hand.waits_for("senest ændret i dag kl. 0.10")
    program.clock.forward(days=3)
    hand.waits_for("senest ændret 27.11.2026")
    program.clock.forward(days=-2)
    hand.waits_for("senest ændret i går")
    program.clock.forward(days=-2)
    hand.waits_for("senest ændret 27.11.2026")
