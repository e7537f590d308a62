"""Settings are worked by keys and mouse, take effect at once, and are there the next day."""

from tools.hand import Hand
from tools.journey import Journey
from tools.journey.cases import AT_A_DECISION, WAITING


def in_settings(hand: Hand) -> Hand:
    """Go to the settings with their key."""
    hand.press("Ctrl+6")
    hand.waits_for("Dit navn")
    hand.waits_until(lambda: hand.focus == "Dit navn", "The name has not got the keyboard.")
    return hand


def test_what_is_set_by_keys_counts_at_once_and_the_next_day(program: Journey) -> None:
    hand = in_settings(program.open())
    light = hand.color_at("Farver", across=-0.1)
    hand.press("Ctrl+A")
    hand.type("Rådgiver B")
    hand.press("Tab")
    assert hand.focus == "Rolle"
    hand.press("Down", "Down", "Enter")
    hand.waits_for("Krav, højst")
    hand.press("Tab")
    hand.press("Down", "End", "Esc")
    assert hand.value_of("Farver") == "Som computeren", "one has only looked"
    assert hand.color_at("Farver", across=-0.1) == light
    hand.press("Down", "End", "Enter")
    hand.waits_until(lambda: hand.color_at("Farver", across=-0.1) != light, "It is not dark.")
    hand.press("Tab", "Down", "Down", "Enter")
    hand.waits_until(lambda: hand.value_of("Størrelse") == "110 %", "The size is another.")
    assert hand.focus == "Størrelse"

    hand = in_settings(program.reopen())
    assert hand.value_of("Dit navn") == "Rådgiver B"
    assert hand.value_of("Rolle") == "Teamleder"
    assert hand.value_of("Farver") == "Mørk"
    assert hand.value_of("Størrelse") == "110 %"
    hand.click("Procedurer", within="Steder")
    hand.waits_for("Redigér")
    hand.press("Ctrl+6", "Tab", "Tab", "Down", "Home", "Enter", "Tab")
    hand.press("Down", "Up", "Enter")
    hand.waits_until(lambda: hand.value_of("Størrelse") == "100 %", "The size is another.")


def test_a_name_that_cannot_be_kept_is_told_where_it_stands(program: Journey) -> None:
    hand = in_settings(program.open())
    hand.write("Dit navn", "150312-1234")
    hand.press("Tab")
    hand.waits_for("Det ligner et cpr-nummer.")
    assert hand.value_of("Dit navn") == "150312-1234"
    hand.write("Dit navn", "rådgiver C\n")
    hand.waits_until_gone("Det ligner et cpr-nummer.")
    hand = in_settings(program.reopen())
    assert hand.value_of("Dit navn") == "rådgiver C"


def test_what_one_has_open_comes_along_to_a_new_name(program: Journey) -> None:
    program.given(AT_A_DECISION, WAITING)
    hand = in_settings(program.open())
    hand.write("Dit navn", "rådgiver D")
    hand.press("Tab")
    hand.waits_for("2 åbne forløb står stadig under »rådgiver«")
    hand.click("Tag dem med")
    hand.waits_for("2 åbne forløb står nu under »rådgiver D«")
    hand.click("Forløb", within="Steder")
    hand.waits_for(AT_A_DECISION.number)
    assert hand.sees("Mine 2")


def test_the_data_are_brought_back_to_a_backup_and_forth_again(program: Journey) -> None:
    program.given(AT_A_DECISION)
    hand = in_settings(program.open())
    hand.click("Tag en sikkerhedskopi nu")
    hand.waits_for("Sikkerhedskopien er taget")
    hand.press("Ctrl+1")
    hand.waits_for("Modtag og notér tidspunktet")
    hand.click("Start forløb")
    hand.type("2026-09999")
    hand.press("Enter")
    hand.waits_for("Sag 2026-09999")

    program.clock.forward(hours=2)
    hand = in_settings(hand)
    hand.click("Hent en sikkerhedskopi tilbage …")
    hand.waits_for("Vælg den kopi, der skal hentes tilbage.")
    hand.click("26.11.2026 kl. 8.05, taget på ønske …")
    hand.waits_for("I kopien er der 1 forløb,")
    hand.waits_for("Her er der nu 2 forløb,")
    hand.click("Hent kopien tilbage")
    hand.waits_for("Dine data er, som de var")
    hand.waits_for(AT_A_DECISION.number)
    assert not hand.sees("2026-09999")

    hand = in_settings(hand)
    hand.click("Hent en sikkerhedskopi tilbage …")
    hand.click("26.11.2026 kl. 10.05, før en kopi …")
    hand.waits_for("I kopien er der 2 forløb,")
    hand.press("Esc")
    hand.waits_until(
        lambda: hand.focus == "Hent en sikkerhedskopi tilbage …", "The keyboard is elsewhere."
    )
    hand.press("Enter")
    hand.click("26.11.2026 kl. 10.05, før en kopi …")
    hand.click("Hent kopien tilbage")
    hand.waits_for("2026-09999")


def test_nothing_is_brought_back_over_what_is_not_kept(program: Journey) -> None:
    program.given(AT_A_DECISION)
    hand = in_settings(program.open())
    hand.click("Tag en sikkerhedskopi nu")
    hand.waits_for("Sikkerhedskopien er taget")
    hand.click("Forløb", within="Steder")
    hand.click(AT_A_DECISION.number)
    hand.press("Enter")
    hand.waits_for("Sag 2026-04502")
    hand.press("Ctrl+Shift+N")
    hand.waits_until(lambda: hand.focus == "Note til trinnet", "The note has not the keyboard.")
    hand.type("Moren er 150382-1234")
    hand.waits_for("ligner et cpr-nummer")

    hand = in_settings(hand)
    hand.click("Hent en sikkerhedskopi tilbage …")
    hand.click("26.11.2026 kl. 8.05, taget på ønske …")
    hand.click("Hent kopien tilbage")
    hand.waits_for("Noget, du har skrevet, er ikke gemt")
    hand.closes_window()
    hand.click("Luk, og opgiv det")


def test_the_folder_can_be_copied_and_the_law_be_read(program: Journey) -> None:
    program.given(WAITING)
    hand = in_settings(program.open())
    hand.click("Kopiér stien")
    hand.waits_for("Stien er kopieret")
    assert hand.clipboard == str(program.folder)
    assert hand.value_of("Lov").startswith("Barnets lov, LBK nr. ")
    assert hand.value_of("Version")
