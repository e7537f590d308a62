"""The window by mouse and keys: its places, the way back, its parts, and what lies over them."""

from tools.hand import Hand
from tools.journey import Journey
from tools.journey.cases import AT_A_DECISION, WAITING


def opened(program: Journey) -> Hand:
    """Open the program, and wait until it can be worked with."""
    hand = program.open()
    hand.waits_for("Start forløb")
    return hand


def test_every_place_has_a_key_and_the_title_says_what_is_shown(program: Journey) -> None:
    program.given(AT_A_DECISION)
    hand = opened(program)
    for keys, title in (
        ("Ctrl+1", "Underretning"),
        ("Ctrl+3", "Actioncards"),
        ("Ctrl+4", "Værktøjer"),
        ("Ctrl+5", "Møde"),
        ("Ctrl+6", "Indstillinger"),
        ("Ctrl+2", "Forløb"),
        ("Ctrl+,", "Indstillinger"),
    ):
        hand.press(keys)
        assert hand.title == f"{title} – Rød tråd"
    hand.click("Forløb", within="Steder")
    hand.click("2026-04502")
    hand.press("Enter")
    hand.waits_for("Sag 2026-04502")
    hand.press("Ctrl+3", "Ctrl+2")
    assert hand.title == "Sag 2026-04502, Underretning – Rød tråd"
    hand.press("Ctrl+2")
    assert hand.title == "Forløb – Rød tråd"


def test_one_goes_back_and_forward_through_what_one_has_seen(program: Journey) -> None:
    program.given(AT_A_DECISION)
    hand = opened(program)
    hand.click("2026-04502")
    hand.press("Enter")
    hand.waits_for("Sag 2026-04502")
    hand.press("Ctrl+1")
    hand.click("Screening", within="Sagsprocedurer efter tema")
    hand.press("Ctrl+3", "Enter")
    card = hand.title
    assert card not in ("Actioncards – Rød tråd", "Screening – Rød tråd")
    seen = []
    for _ in range(5):
        hand.press("Alt+Left")
        seen.append(hand.title.removesuffix(" – Rød tråd"))
    assert seen == [
        "Actioncards",
        "Screening",
        "Underretning",
        "Sag 2026-04502, Underretning",
        "Forløb",
    ]
    assert not hand.finds("Tilbage", within="Steder").is_enabled
    hand.click("Frem", within="Steder")
    hand.waits_for("Underretningen er modtaget")
    hand.press("Down")
    hand.waits_for("Fortsæt i Akut fare og foreløbig afgørelse", within="Det valgte trin")
    for _ in range(4):
        hand.press("Alt+Right")
    assert hand.title == card
    hand.click("Tilbage", within="Steder")
    assert hand.title == "Actioncards – Rød tråd"


def test_what_lies_over_the_page_holds_the_keyboard_and_gives_it_back(program: Journey) -> None:
    program.given(AT_A_DECISION)
    hand = opened(program)
    hand.click("2026-04502")
    hand.press("Enter")
    hand.waits_for("Sag 2026-04502")
    hand.press("Tab")
    before = hand.focus

    hand.press("F1")
    hand.waits_for("I et forløb")
    places = []
    for _ in range(5):
        hand.press("Tab")
        places.append(hand.focus)
    assert set(places) == {"Tegnforklaring", "Luk tasterne", "Find en tast", "Tasterne efter sted"}
    hand.press("Esc")
    hand.waits_until_gone("Alt i programmet kan gøres med tastaturet")
    assert hand.focus == before

    hand.press("F1")
    hand.click("Tegnforklaring", within="Taster")
    hand.waits_for("Form, tegn og farve siger det samme")
    hand.press("Tab", "Tab", "Tab", "Esc")
    hand.waits_until_gone("Form, tegn og farve siger det samme")
    assert hand.focus == before

    hand.press("Ctrl+K", "Tab", "Tab")
    hand.type("kvit")
    hand.waits_for("Send kvittering til underretter", within="Find")
    hand.press("Esc", "Esc")
    assert hand.focus == before


def test_f6_goes_from_part_to_part_and_comes_back_where_one_was(program: Journey) -> None:
    hand = opened(program)
    hand.press("Ctrl+1", "Down")
    first, parts = hand.focus, []
    for _ in range(4):
        hand.press("F6")
        parts.append(hand.focus)
    hand.press("F6")
    assert hand.focus == first == "Underretning, flow"
    assert len({first, *parts}) == 5
    hand.press("F6")
    hand.press("Tab")
    inside = hand.focus
    hand.press("Shift+F6", "F6")
    assert hand.focus == inside


def test_success_is_said_over_the_page_and_read_by_key(program: Journey) -> None:
    program.given(AT_A_DECISION, WAITING)
    hand = opened(program)
    hand.click("2026-04288")
    hand.press("Enter")
    hand.waits_for("Sag 2026-04288")
    hand.press("Ctrl+M")
    hand.click("Slet forløbet nu …")
    hand.click("Slet forløbet")
    hand.waits_for("Forløbet er slettet")
    hand.rests()
    before = hand.focus
    hand.press("F6")
    assert hand.focus == "Luk beskeden"
    hand.press("Esc")
    hand.waits_until_gone("Forløbet er slettet")
    assert hand.focus == before


def test_the_size_of_the_type_follows_the_keys(program: Journey) -> None:
    hand = opened(program)
    _, _, usual, _ = hand.finds("Procedurer", within="Steder").rect
    hand.press("Ctrl+Plus", "Ctrl+Plus")
    _, _, larger, _ = hand.finds("Procedurer", within="Steder").rect
    hand.press("Ctrl+0")
    _, _, again, _ = hand.finds("Procedurer", within="Steder").rect
    assert again == usual < larger
