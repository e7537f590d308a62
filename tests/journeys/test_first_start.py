"""The first day with the program: a new data folder, a word of welcome, and the first case."""

from tools.journey import Journey

WELCOME = "Velkommen til Rød tråd"


def test_the_first_day_goes_from_the_welcome_to_the_first_case(first_day: Journey) -> None:
    hand = first_day.open()
    hand.waits_for(WELCOME)
    hand.waits_until(lambda: hand.focus == "Dit navn", "The name is not asked for.")
    assert hand.sees("Vælg den i listen, eller tryk Ctrl+K")
    assert hand.sees(str(first_day.folder))
    hand.type("010190-1234")
    hand.press("Enter")
    hand.waits_for("Det ligner et cpr-nummer.")
    assert hand.focus == "Dit navn"
    hand.press("Ctrl+A")
    hand.type("rådgiver A")
    hand.press("Enter")
    hand.waits_for("Modtag og notér tidspunktet")

    hand.click("Start forløb")
    hand.type("2026-04417")
    hand.press("Enter")
    hand.waits_for("Sag 2026-04417")
    hand.click("Tidspunkt og underretters funktion …")
    hand.waits_for("Udført af rådgiver A i dag")

    hand = first_day.reopen()
    hand.waits_for("2026-04417")
    assert not hand.sees(WELCOME)


def test_the_welcome_can_be_left_empty_and_be_read_again(first_day: Journey) -> None:
    hand = first_day.open()
    hand.waits_for(WELCOME)
    hand.click("Actioncards", within="Steder")
    hand.waits_for("24-timersvurdering")
    hand = first_day.reopen()
    hand.waits_for("Modtag og notér tidspunktet")

    hand.click("Indstillinger", within="Steder")
    assert hand.value_of("Dit navn") == ""
    hand.click("Vis velkomsten")
    hand.waits_for(WELCOME)
    hand.type("teamleder A")
    hand.choose("Din rolle", "Teamleder")
    hand.click("Begynd")
    hand.waits_for("Modtag og notér tidspunktet")
    hand.waits_for("Redigér")
    hand.click("Indstillinger", within="Steder")
    hand.waits_for("Krav, højst")
    assert hand.value_of("Dit navn") == "teamleder A"
    assert hand.value_of("Rolle") == "Teamleder"
