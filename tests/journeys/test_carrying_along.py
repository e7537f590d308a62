"""What leaves the program: text for the journal, files, cards, posters, a meeting, a suggestion."""

from pathlib import Path

from tools.hand import Hand
from tools.journey import Journey
from tools.journey.cases import AT_A_GATE, TWO_IN_A_CASE

NUMBER, CASE = AT_A_GATE.number, "2026-03988"


def opened(program: Journey) -> Hand:
    """Open a report that has come some way."""
    program.given(AT_A_GATE, *TWO_IN_A_CASE)
    hand = program.open()
    hand.double_click(NUMBER)
    hand.waits_for(f"Sag {NUMBER}")
    return hand


def saved(hand: Hand, path: Path) -> None:
    """Answer the dialog with a path."""
    hand.waits_for("Filnavn:")
    hand.press("Ctrl+A")
    hand.type(f"{path}\n")


def test_a_step_and_the_whole_forloeb_are_copied_and_it_is_said(program: Journey) -> None:
    hand = opened(program)
    hand.click("Note til trinnet")
    hand.type("Mor har ringet")
    hand.press("Ctrl+J")
    hand.waits_for("Kopieret")
    assert "Mor har ringet" in hand.clipboard
    hand.press("Ctrl+Shift+J")
    hand.waits_for(f"Kopieret: Underretning, sag {NUMBER}")
    assert "1. Modtag og notér tidspunktet" in hand.clipboard
    assert "Mor har ringet" in hand.clipboard
    assert "<h3>" in hand.clipboard_html

    hand.copies_elsewhere("noget andet")
    hand.click("Til journal")
    hand.click("Kopiér hele forløbet til journal")
    hand.waits_until(lambda: "Mor har ringet" in hand.clipboard, "It is not copied.")


def test_a_whole_case_is_copied(program: Journey) -> None:
    program.given(*TWO_IN_A_CASE)
    hand = program.open()
    hand.right_click(CASE)
    hand.click("Vis hele sagen")
    hand.click("Til journal")
    hand.click("Kopiér hele sagen til journal")
    hand.waits_for(f"Kopieret: Sag {CASE}")
    assert "Barnets plan og mål, sag" in hand.clipboard
    assert "Opfølgning og personrettet tilsyn, sag" in hand.clipboard


def test_word_file_and_calendar_are_saved_by_menu_and_by_key(
    program: Journey, tmp_path: Path
) -> None:
    hand = opened(program)
    hand.click("Til journal")
    hand.click("Gem journaltekst som Word-fil …")
    saved(hand, tmp_path / "notat")
    hand.waits_for("Gemt som")
    assert (tmp_path / "notat.docx").stat().st_size > 5_000
    hand.press("Ctrl+Shift+K")
    saved(hand, tmp_path / "frister")
    hand.waits_for("Åbn filen med Outlook.")
    words = (tmp_path / "frister.ics").read_text(encoding="utf-8")
    assert f"Foreslået dag\\, sag {NUMBER}" in words, "no deadline of the law is open"
    assert "CLASS:PRIVATE" in words

    hand.press("Alt+Left")
    hand.waits_for("Saml pr. sag")
    hand.click("Frister til kalender")
    saved(hand, tmp_path / "alle")
    hand.waits_until((tmp_path / "alle.ics").exists, "The file is not there.")


def test_a_step_is_shown_at_a_meeting_and_a_suggestion_is_sent(program: Journey) -> None:
    hand = opened(program)
    hand.press("F5")
    hand.waits_for("Konkludér på underretningen")
    hand.press("Esc")
    hand.waits_for(f"Sag {NUMBER}")
    hand.press("Ctrl+Shift+F")
    hand.waits_for("Send forslag")
    hand.type("Skriv, hvem der ringer op")
    hand.press("Ctrl+Enter")
    hand.waits_for("Sendt. Teamlederen ser det her og svarer.")


def test_a_card_and_a_poster_are_saved_as_pdf(program: Journey, tmp_path: Path) -> None:
    hand = program.open()
    hand.click("Actioncards", within="Steder")
    hand.click("24-timersvurdering…")
    hand.press("Ctrl+P")
    hand.waits_for("Gem som PDF")
    hand.press("Ctrl+S")
    saved(hand, tmp_path / "kort")
    hand.waits_until((tmp_path / "kort.pdf").exists, "The card is not saved.")
    hand.closes_window()
    hand.waits_until_gone("Gem som PDF")

    hand.click("Procedurer", within="Steder")
    hand.click("Underretning")
    hand.press("Ctrl+P")
    hand.waits_for("Gem som PDF")
    hand.press("Ctrl+S")
    saved(hand, tmp_path / "plakat")
    hand.waits_until((tmp_path / "plakat.pdf").exists, "The poster is not saved.")
    assert (tmp_path / "plakat.pdf").read_bytes().startswith(b"%PDF")
