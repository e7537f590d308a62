"""A forløb prints what was done in it and why, along its thread, in the version it follows."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.model.run.run import Mark, StepDone
from app.printing.flow_mark import Flow
from app.printing.ink import BLACK, PAPER, Ink
from app.printing.page_marks import Icon, Page, Rule
from app.printing.pages import pdf_bytes
from app.printing.paper import A3, A4, Paper
from app.printing.run_pages import run_pages
from tests.model.log import Log
from tests.printing.paper_make import CATALOGUE, VERSION, assert_sound, procedure, words_of

NOW = datetime(2026, 11, 30, 8, 5, tzinfo=UTC)


def pages_of(log: Log, paper: Paper = A4, ink: Ink = PAPER) -> tuple[Page, ...]:
    return run_pages(log.procedure, log.state(NOW), CATALOGUE, VERSION, NOW, paper, ink)


def read(pages: tuple[Page, ...]) -> str:
    """Read the words back from the PDF."""
    found = PdfReader(BytesIO(pdf_bytes(pages))).pages
    said = " ".join(page.extract_text() for page in found)
    return " ".join(said.split())


def log() -> Log:
    """Make a run: one point ticked, one not relevant, a decision before the child was heard."""
    one = Log(procedure()).mark("modtag", 0).mark("modtag", 1, Mark.NOT_RELEVANT, "Den kom på mail")
    one.done("modtag").note("modtag", "Skolen ringer igen").choose("vurder", 1)
    return one.add(StepDone("vurder", "Barnet er på ferie"))


def test_what_was_ticked_chosen_and_why_can_be_read_back_from_the_pdf() -> None:
    words = read(pages_of(log()))
    for part in (
        "Forløb i sag 2026-04417", "Underretning", "Begyndt", "23.11.2026 kl. 9.00",
        "Barnet er ikke hørt endnu.", "Den røde tråd", "Modtag og notér", "23.11.2026 kl. 13.00",
        "Dato er skrevet", "23.11.2026", "Læst op", "Ikke relevant",
        "Note: Skolen ringer igen.", "»Læst op« er ikke relevant: Den kom på mail.",
        "Er barnet i fare nu?", "Fristen 24.11.2026 kl. 9.00 er holdt.", "Nej → Behandlet",
        "Grund: Barnet er på ferie.", "Ikke udført endnu", "Tal med barnet",
        "Version 3", "udskrevet 30.11.2026 kl. 9.05",
    ):  # fmt: skip
        before, found, words = words.partition(part)
        assert found, (part, before)
    assert "raadgiver" not in words, "nobody is named"


def test_the_child_that_was_heard_is_told_with_when_and_by_whom() -> None:
    words = read(pages_of(log().heard("tal-med-barnet")))
    assert words.count("Barnet er hørt 23.11.2026 kl. 17.00, alene.") == 2, "at the head and there"


def test_the_thread_runs_beside_what_was_done_and_is_broken_where_a_step_was_passed_by() -> None:
    pages = pages_of(log())
    threads = [mark for page in pages for block in page.blocks for mark in block.marks]
    lines = [mark for mark in threads if isinstance(mark, Rule) and mark.color == PAPER.thread]
    assert any(not line.dash for line in lines)
    assert any(line.dash for line in lines), "the child was passed by"
    ticks = [mark for mark in threads if isinstance(mark, Icon) and mark.name == "check"]
    assert len(ticks) == 2, "a point, and the way that was chosen"


@pytest.mark.parametrize("ink", [PAPER, BLACK], ids=["colour", "black"])
def test_it_keeps_to_its_page_in_colour_and_in_black(ink: Ink) -> None:
    one = log()
    for number in range(30):
        one.note("modtag", "Skolen ringer igen. " * number)
    assert_sound(pages_of(one, ink=ink))


def test_on_large_paper_it_is_the_picture_with_the_thread() -> None:
    pages = pages_of(log(), A3)
    flows = [mark for page in pages for block in page.blocks for mark in block.marks]
    drawn = next(mark for mark in flows if isinstance(mark, Flow))
    assert drawn.drawing.strands
    words = words_of(pages)
    assert "Underretning, sag 2026-04417" in words
    assert "Udskrevet 30.11.2026 kl. 9.05" in words
