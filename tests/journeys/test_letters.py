"""A letter that is filled in comes out whole: on the clipboard, in Word and on paper."""

import docx

from tools.hand import Hand
from tools.journey import Journey
from tools.journey.cases import AT_A_DECISION

LETTER = "Breve: kvittering, fagperson og forældre"
THANKS = "Tak for din underretning. Vi har modtaget den."
TO_PARENTS = "Vi har modtaget en underretning om jeres barn."


def open_letters(program: Journey) -> Hand:
    """Open the letters of a case at the step that asks for them."""
    program.given(AT_A_DECISION)
    hand = program.open()
    hand.waits_for("2 Er barnet i fare nu?")
    hand.click("2026-04502")
    hand.press("Enter")
    hand.click("Send kvittering til underretter")
    hand.click(LETTER)
    hand.waits_for("ikke udfyldt endnu")
    return hand


def test_a_letter_is_filled_in_and_taken_along_whole(program: Journey) -> None:
    hand = open_letters(program)
    assert hand.focus == "Kontakt i kommunen", "one begins in the first empty field"
    hand.press("Shift+Tab")
    assert hand.focus == "Underretningen er modtaget", "that is known and stands there"
    hand.press("Ctrl+A")
    hand.type("35.11.2026\t")
    assert hand.focus == "Kontakt i kommunen", "Tab passes by what is only read"
    hand.waits_for("Den dag findes ikke.")
    hand.type("Modtagelsen")
    hand.press("Ctrl+J")
    hand.waits_until(
        lambda: hand.focus == "Underretningen er modtaget", "What cannot be read is taken along."
    )
    assert "Tak for" not in hand.clipboard
    hand.press("Ctrl+A")
    hand.type("25.11")
    hand.click("Kopiér til journal")
    hand.waits_for("Kopieret")
    for said in (hand.clipboard, hand.clipboard_html):
        assert THANKS in said
        assert TO_PARENTS not in said, "that is for somebody else"
        assert "Breve bruges ét ad gangen" not in said
        assert "Sendes senest 6 hverdage" not in said, "that is said to whoever writes"
    assert "Underretningen er modtaget: 25.11.2026" in hand.clipboard
    assert "Kontakt i kommunen: Modtagelsen" in hand.clipboard

    hand.click("Tag med: Brev til forældre")
    hand.press("Ctrl+J")
    hand.waits_until(lambda: TO_PARENTS in hand.clipboard, "The letter is not taken along.")
    assert THANKS not in hand.clipboard, "one is taken along at a time"
    assert "Forslag til møde: ____" in hand.clipboard
    hand.click("Tag med: Kvittering til underretter")
    hand.click("Udskriv")
    hand.waits_for("Kvittering til underretter, sag 2026-04502")
    hand.press("Esc")
    hand.press("Ctrl+J")
    hand.waits_until(lambda: TO_PARENTS not in hand.clipboard, "The other letter is still there.")
    assert hand.clipboard.startswith("Kvittering til underretter, sag 2026-04502\n\nUnderretningen")
    assert THANKS in hand.clipboard

    hand.click("Gem som Word-fil")
    hand.waits_for("Filnavn")
    hand.press("Ctrl+A")
    path = program.folder / "brev.docx"
    hand.type(f"{path}\n")
    hand.waits_for("Gemt som")
    words = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
    assert words[0] == "Kvittering til underretter, sag 2026-04502"
    assert THANKS in words
