"""A deadline is reckoned without a forløb: found by its word, chosen and dated by the keyboard."""

from tools.journey import Journey


def test_a_deadline_is_reckoned_by_the_keyboard_alone(program: Journey) -> None:
    hand = program.open()
    hand.press("Ctrl+K")
    hand.type("fristberegner")
    hand.waits_for("Fristberegner")
    hand.press("Enter")
    hand.waits_for("Vælg en frist og en dato. Intet gemmes.")
    assert hand.focus == "Find en frist"
    hand.type("send kvittering til underretter")
    hand.press("Enter")
    hand.waits_for("Skriv, hvornår det skete.")
    assert hand.focus == "Underretningen er modtaget"
    hand.type("23.11.2026")
    hand.press("Enter")
    hand.waits_for("Fristen er mandag 30.11.2026.")
    assert hand.sees(
        "6 hverdage fra mandag 23.11.2026; tæller fra dagen efter; lørdag tælles med; "
        "udløber mandag 30.11.2026; barnets lov § 138, stk. 1."
    )
    hand.press("Ctrl+A")
    hand.type("24.11.2026\n")
    hand.waits_for("Fristen er tirsdag 1.12.2026.")

    hand.press("Shift+Tab", "Shift+Tab", "Ctrl+A")
    hand.type("findes ikke")
    hand.waits_for("Ingen frist har de ord.")
    hand.press("Esc")
    hand.type("holder klageren fast")
    hand.press("Enter")
    hand.waits_for("Familiens frist: senest 4 uger efter, at den nye afgørelse er meddelt")
    assert hand.focus == "Den nye afgørelse er meddelt"
