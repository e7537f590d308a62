"""One finds by Ctrl+K what one knows by a word or a number, and stands in it with the keyboard."""

from tools.hand import Hand
from tools.journey import Journey
from tools.journey.cases import AT_A_DECISION, CLOSED, OF_A_COLLEAGUE, TWO_IN_A_CASE


def opened(program: Journey) -> Hand:
    """Open the program, and wait until it can be worked with."""
    hand = program.open()
    hand.waits_for("Start forløb")
    return hand


def looks_for(hand: Hand, typed: str, row: str) -> None:
    """Type into the palette, and open the first answer when it is seen."""
    hand.press("Ctrl+K")
    hand.type(typed)
    hand.waits_for(row, within="Find")
    hand.press("Enter")
    hand.waits_until_gone("Enter åbner")


def test_texts_are_two_keys_away_and_the_keyboard_is_in_them(program: Journey) -> None:
    hand = opened(program)
    hand.press("Ctrl+3")
    looks_for(hand, "underretning", "Sagsprocedure")
    hand.waits_for("Modtag og notér tidspunktet")
    assert hand.title == "Underretning – Rød tråd"
    hand.press("Down")
    hand.waits_for("Er barnet i fare nu?", within="Det valgte trin")

    for typed in (
        "§ 136, stk. 2",
        "136 stk 2",
        "bl § 136 stk 2",
        "§136 stk.2",
        "barnets lov 136 stk. 2",
    ):
        looks_for(hand, typed, "§ 136, stk. 2")
        hand.waits_for("Her bruges bestemmelsen")
        assert hand.focus == "24-timersvurdering"
        hand.press("Alt+Left")
        hand.waits_until_gone("Her bruges bestemmelsen")
        assert hand.title == "Underretning – Rød tråd"

    for typed, title in (
        ("underetning", "Underretning"),
        ("plejefamilje", "Plejefamilie"),
        ("underretningskvittering", "Underretning"),
        ("barnet har blå mærker", "Overgreb"),
    ):
        hand.press("Ctrl+K")
        hand.type(typed)
        hand.waits_for(title, within="Find")
        hand.press("Esc", "Esc")
    hand.press("Down")
    hand.waits_for("Fortsæt i Akut fare og foreløbig afgørelse", within="Det valgte trin")


def test_cases_are_found_by_any_part_of_their_number(program: Journey) -> None:
    program.given(AT_A_DECISION, CLOSED, OF_A_COLLEAGUE, *TWO_IN_A_CASE)
    hand = opened(program)
    hand.press("Ctrl+K")
    hand.type("2026-0")
    hand.waits_for("Sag 2026-04711, Underretning", within="Find")
    hand.press("Esc")
    hand.type("4502")
    hand.waits_for("Sag 2026-04502, Underretning", within="Find")
    hand.press("Enter")
    hand.waits_for("Underretningen er modtaget")
    assert hand.title == "Sag 2026-04502, Underretning – Rød tråd"
    hand.press("Down")
    hand.waits_for("Fortsæt i Akut fare og foreløbig afgørelse", within="Det valgte trin")

    looks_for(hand, "2026-03988", "Hele sagen, 2 forløb")
    assert hand.title == "Sag 2026-03988 – Rød tråd"
    hand.press("Ctrl+K")
    hand.type("03077")
    hand.waits_for("afsluttet", within="Find")
    hand.press("Ctrl+A")
    hand.type("2019-00001")
    hand.waits_for("Ingen sag her har 2019-00001 i sit nummer", within="Find")


def test_places_and_settings_are_found_by_their_names(program: Journey) -> None:
    hand = opened(program)
    looks_for(hand, "indsatst", "Indsatstrappen")
    assert hand.title == "Indsatstrappen – Rød tråd"
    looks_for(hand, "lukkedage", "Lukkedage")
    assert hand.focus == "Lukkedage"
    assert hand.title == "Indstillinger – Rød tråd"
    looks_for(hand, "mine forløb", "Mine forløb")
    assert hand.title == "Forløb – Rød tråd"
    hand.press("Ctrl+K")
    hand.type("kladder og godk")
    hand.waits_until_gone("Steder og indstillinger", within="Find")
    hand.press("Esc", "Esc")
    looks_for(hand, "taster", "Taster")
    hand.waits_for("Alt i programmet kan gøres med tastaturet")


def test_what_is_written_is_found_by_its_name_by_those_who_write(team_lead: Journey) -> None:
    hand = opened(team_lead)
    looks_for(hand, "kladder", "Kladder og godkendelse")
    hand.waits_for("Kladder, godkendelse og forslag")
    looks_for(hand, "ny sagspro", "Ny sagsprocedure")
    hand.waits_for("Den begynder med ét trin og en afslutning")
    assert hand.focus == "Titel"


def test_one_searches_in_the_case_one_stands_in(program: Journey) -> None:
    program.given(AT_A_DECISION)
    hand = opened(program)
    looks_for(hand, "04502", "Sag 2026-04502")
    hand.press("Ctrl+F")
    hand.type("kvittering")
    hand.waits_for("Send kvittering til underretter", within="Find")
    hand.press("Enter")
    hand.waits_for("Send kvittering til underretter", within="Det valgte trin")
    assert hand.title == "Sag 2026-04502, Underretning – Rød tråd"
    hand.press("Ctrl+6", "Ctrl+F")
    hand.waits_for("Søg i alt")
