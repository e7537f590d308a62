"""A forløb goes to a colleague, is found again by whoever gave it, and can be taken back."""

from tools.hand import Hand
from tools.journey import Journey
from tools.journey.cases import AT_A_DECISION, GIVEN_AWAY, OF_A_COLLEAGUE

NUMBER = "2026-04502"


def opened(program: Journey) -> Hand:
    """Open my only case; somebody else's is there too."""
    program.given(AT_A_DECISION, OF_A_COLLEAGUE)
    hand = program.open()
    hand.waits_for("2 Er barnet i fare nu?")
    hand.press("Enter")
    hand.waits_for(f"Sag {NUMBER}")
    return hand


def test_my_only_forloeb_is_found_again_and_taken_back_by_mouse(program: Journey) -> None:
    hand = opened(program)
    hand.click("Mere")
    hand.click("Giv videre til kollega …")
    hand.click("Til", across=0.96)
    hand.click("kollega")
    hand.click("Giv videre")
    hand.waits_for("Forløbet er givet videre til kollega")
    hand.waits_for("hos kollega")

    hand.click("Til mine forløb")
    hand.waits_for("Her kommer dine forløb til at stå")
    assert not hand.sees(NUMBER)
    hand.click("Se 1 forløb, du har givet videre")
    hand.waits_for(f"Underretning i sag {NUMBER} er givet videre til kollega, i dag kl. 8.05.")
    hand.click("Tag tilbage")
    hand.waits_for(f"Du har Underretning i sag {NUMBER} igen")
    hand.waits_for("Du har ikke givet noget forløb videre")
    hand.click("Se mine forløb")
    hand.waits_for(NUMBER)
    assert hand.focus == NUMBER

    hand.press("Enter")
    hand.waits_for("hos rådgiver")
    hand.click("Mere")
    hand.click("Se forløbets egne hændelser")
    hand.waits_for("Taget tilbage af rådgiver")
    assert hand.sees("Givet videre til kollega")
    assert hand.sees("Forløbet startet")
    assert hand.focus == "Skjul forløbets egne hændelser"


def test_the_same_by_keys_and_what_the_key_of_undo_does_is_seen(program: Journey) -> None:
    hand = opened(program)
    hand.press("Ctrl+M")
    hand.waits_for("Giv videre til kollega …")
    hand.press("Down", "Down", "Enter")
    hand.waits_for("Giv forløbet videre")
    assert hand.focus == "Til"
    hand.type("kollega\n")
    hand.waits_for("hos kollega")
    hand.press("Ctrl+Z")
    hand.waits_for("hos rådgiver")
    hand.press("Ctrl+Y")
    hand.waits_for("hos kollega")

    hand.press("Alt+Left")
    hand.waits_for("Her kommer dine forløb til at stå")
    hand.press("Ctrl+Z")
    hand.rests()
    assert hand.sees("Givet videre 1"), "nothing was shown that could be undone here"
    hand.click("Givet videre 1")
    hand.waits_for("er givet videre til kollega")
    hand.press("Ctrl+Z")
    hand.waits_for("Du har ")
    hand.waits_for("Mine 1")


def test_a_name_that_nobody_has_is_asked_about_once(program: Journey) -> None:
    hand = opened(program)
    hand.click("Mere")
    hand.click("Giv videre til kollega …")
    hand.type("Rådgiver Æ\n")
    hand.waits_for("Ingen her hedder Rådgiver Æ endnu: brug navnet alligevel?")
    assert hand.sees("hos rådgiver")
    hand.press("Esc")
    hand.waits_until_gone("Ingen her hedder")

    hand.click("Mere")
    hand.click("Giv videre til kollega …")
    assert hand.value_of("Til") == ""
    hand.type("Rådgiver Æ\n")
    hand.waits_for("Brug navnet")
    hand.click("Brug navnet")
    hand.waits_for("hos Rådgiver Æ")


def test_whose_the_forloeb_are_is_always_in_sight(program: Journey) -> None:
    program.given(GIVEN_AWAY, OF_A_COLLEAGUE)
    hand = program.open()
    hand.click("Forløb", within="Steder")
    hand.waits_for("Her kommer dine forløb til at stå")
    for words in ("Mine 0", "Givet videre 1", "Alle 2"):
        assert hand.sees(words)
    hand.click("Alle 2")
    hand.waits_for("Underretning · kollega")
    assert hand.sees("Alle forløb")
    hand.press("Left")
    hand.waits_for("til kollega")
    assert hand.sees("2026-03455")
    assert not hand.sees("2026-04711"), "what was never mine was not given away"
