"""Files go where one says, begin where one last was, and never take another's place unasked."""

from pathlib import Path

from pypdf import PdfReader

from tools.journey import Journey
from tools.journey.cases import AT_A_DECISION


def test_the_deadlines_are_saved_where_one_says_and_the_folder_is_remembered(
    program: Journey, tmp_path: Path
) -> None:
    (tmp_path / "kalender").mkdir()
    there = tmp_path / "kalender" / "mine.ics"
    program.given(AT_A_DECISION)
    hand = program.open()
    hand.waits_for(AT_A_DECISION.number)
    hand.click("Frister til kalender")
    hand.waits_for("Filtype")
    assert hand.value_of("Filnavn") == "Mine frister.ics"
    hand.press("Ctrl+A")
    hand.type(f"{there.with_suffix('')}\n")
    hand.waits_until(there.exists, "Nothing is written.")
    hand.waits_for("mine.ics")
    first = there.stat().st_mtime_ns

    hand = program.reopen()
    hand.waits_for(AT_A_DECISION.number)
    hand.click("Frister til kalender")
    hand.waits_for("mine.ics")
    hand.press("Ctrl+A")
    hand.type("mine")
    hand.press("Enter")
    hand.waits_for("findes allerede")
    hand.click("Nej")
    assert there.stat().st_mtime_ns == first
    hand.press("Esc")
    hand.waits_until_gone("Filtype")
    assert hand.focus == "Frister til kalender"


def test_a_card_is_saved_as_pdf_from_its_preview(program: Journey, tmp_path: Path) -> None:
    hand = program.open()
    hand.press("Ctrl+3")
    hand.waits_for("24-timersvurdering")
    hand.click("24-timersvurdering …")
    hand.press("Ctrl+P")
    hand.waits_for("Gem som PDF …")
    hand.press("Ctrl+S")
    hand.waits_for("Filtype")
    assert hand.value_of("Filnavn") == "24-timersvurdering.pdf"
    hand.press("Ctrl+A")
    hand.type(f"{tmp_path}/kort\n")
    hand.waits_for("Gemt som")
    assert (tmp_path / "kort.pdf").read_bytes().startswith(b"%PDF")

    hand.press("Ctrl+P")
    hand.waits_for("Udskriv til fil (PDF)")
    hand.press("Esc")
    hand.waits_for("Gem som PDF …")
    hand.press("Esc")
    hand.waits_until_gone("Gem som PDF …")
    hand.waits_for("24-timersvurdering")


def test_a_run_is_printed_with_its_case_what_was_ticked_and_the_version_it_follows(
    program: Journey, tmp_path: Path
) -> None:
    program.given(AT_A_DECISION)
    hand = program.open()
    hand.waits_for(AT_A_DECISION.number)
    hand.double_click(AT_A_DECISION.number)
    hand.waits_for("alt er gemt")
    hand.click("Søskende er vurderet hver for sig", within="Det valgte trin")
    hand.waits_for("Udført af rådgiver i dag")
    hand.press("Ctrl+Shift+N")
    hand.type("Skolen ringer igen")
    hand.press("Ctrl+P")
    hand.waits_for(f"Underretning, sag {AT_A_DECISION.number}")
    hand.press("Ctrl+S")
    hand.waits_for("Filtype")
    hand.press("Ctrl+A")
    hand.type(f"{tmp_path}/forløb\n")
    hand.waits_for("Gemt som")
    pages = PdfReader(tmp_path / "forløb.pdf").pages
    words = " ".join(" ".join(page.extract_text() for page in pages).split())
    for said in (
        f"Forløb i sag {AT_A_DECISION.number}",
        "Den røde tråd",
        "Søskende er vurderet hver for sig 26.11.2026",
        "Note: Skolen ringer igen.",
        "Version 1",
        "udskrevet 26.11.2026",
    ):
        assert said in words, said
